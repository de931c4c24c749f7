// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tokenfield.h"

#include "ui/text/numbers.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QStringListModel>
#include <QStyle>
#include <QToolButton>

namespace modelcrate {

namespace {

constexpr int chipPadding = 6;
constexpr int removeSize = 16;
/// A chip is not wider than this many characters; the rest is in its tooltip.
constexpr int maxChipCharacters = 40;
/// A list from a hostile document, or a whole file pasted, must not become a hundred thousand widgets.
constexpr int maxShown = 300;
constexpr int maxPasted = 300;

/// Another window or a menu takes the focus for a while only: who comes back goes on typing.
bool isLeft(Qt::FocusReason reason)
{
    return reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason && reason != Qt::ActiveWindowFocusReason;
}

int chipHeight() { return std::max(metrics::chip, QFontMetrics(Theme::font(FontRole::Chip)).height() + 4); }

} // namespace

/// One chip: its text and a button that removes it. Chips take no focus: one Tab stop per field is enough.
class Token final : public QWidget {
public:
    Token(const QString &text, QWidget *parent) : QWidget(parent), m_text(text), m_remove(new QToolButton(this))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_remove->setObjectName(QStringLiteral("tokenRemove"));
        m_remove->setAutoRaise(true);
        m_remove->setFocusPolicy(Qt::NoFocus);
        m_remove->setIcon(icon(QStringLiteral("cancel"), Role::TextMuted));
        m_remove->setIconSize({10, 10});
        m_remove->setAccessibleName(TokenField::tr("Remove %1").arg(text));
        m_remove->setToolTip(m_remove->accessibleName());
    }
    const QString &text() const { return m_text; }
    QToolButton *removeButton() const { return m_remove; }
    void setLabel(const QString &label)
    {
        m_label = label;
        setAccessibleName(label);
        updateGeometry();
        update();
    }
    void setWrong(const QString &reason)
    {
        m_reason = reason;
        update();
    }
    void setMarked(bool marked)
    {
        m_marked = marked;
        update();
    }
    void setReadOnly(bool readOnly)
    {
        m_remove->setVisible(!readOnly);
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics font(Theme::font(FontRole::Chip));
        const int text = std::min(font.horizontalAdvance(m_label), font.averageCharWidth() * maxChipCharacters);
        return {chipPadding + text + 2 + (m_remove->isHidden() ? chipPadding : removeSize + 2), chipHeight()};
    }
    QSize minimumSizeHint() const override { return {chipHeight() * 2, chipHeight()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::instance();
        QPainter painter(this);
        const bool wrong = !m_reason.isEmpty();
        const auto ground = m_marked ? Role::Selection : wrong ? Role::DangerBg : Role::Track;
        const auto border = m_marked ? theme.color(Role::Focus) : wrong ? theme.color(Role::Danger) : QColor();
        paintPanel(&painter, rect(), metrics::radiusChip, theme.color(ground), border, m_marked ? 2 : 1);
        painter.setFont(Theme::font(FontRole::Chip));
        painter.setPen(theme.color(isEnabled() ? Role::Text : Role::TextDisabled));
        const auto room = rect().adjusted(chipPadding, 0, m_remove->isHidden() ? -chipPadding : -removeSize - 2, 0);
        const auto shown = painter.fontMetrics().elidedText(m_label, Qt::ElideMiddle, room.width());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        setToolTip(wrong ? m_reason : shown == m_label && m_label == m_text ? QString() : m_text);
    }
    void resizeEvent(QResizeEvent *) override
    {
        const QRect place(width() - removeSize - 1, (height() - removeSize) / 2, removeSize, removeSize);
        m_remove->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }

private:
    QString m_text;
    QString m_label;
    QString m_reason;
    QToolButton *m_remove;
    bool m_marked = false;
};

/// The line after the chips, without a frame of its own.
class TokenEdit final : public QLineEdit {
public:
    explicit TokenEdit(QWidget *parent) : QLineEdit(parent)
    {
        setFrame(false);
        setObjectName(QStringLiteral("tokenEdit"));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setTextMargins(2, 0, 0, 0);
        auto clear = palette();
        clear.setColor(QPalette::Base, Qt::transparent);
        setPalette(clear);
    }
    QSize sizeHint() const override
    {
        const int text =
            std::max(fontMetrics().horizontalAdvance(this->text()), fontMetrics().horizontalAdvance(placeholderText()));
        return {std::max(text + 3 * metrics::space2, fontMetrics().averageCharWidth() * 10), chipHeight()};
    }
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 6, chipHeight()}; }
};

TokenField::TokenField(QWidget *parent)
    : QWidget(parent),
      m_layout(new FlowLayout(this, metrics::space1, metrics::space1)),
      m_more(new QLabel(this)),
      m_edit(new TokenEdit(this))
{
    setFocusProxy(m_edit);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int vertical = std::max(2, (metrics::rowHeight(metrics::control) - chipHeight()) / 2);
    m_layout->setContentsMargins(metrics::space1, vertical, metrics::space1, vertical);
    m_more->setEnabled(false);
    m_more->hide();
    m_layout->addWidget(m_more);
    m_layout->addWidget(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        setError({});
        mark(-1);
        splitPending(text.size() > m_lineLength + 1);
        m_lineLength = m_edit->text().size();
        adjustHeight();
        Q_EMIT pendingChanged();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        auto clear = palette();
        clear.setColor(QPalette::Base, Qt::transparent);
        m_edit->setPalette(clear);
        update();
    });
}

QStringList TokenField::tokens() const
{
    QStringList texts;
    for (const auto *token : m_tokens)
        texts << token->text();
    return texts + m_beyond;
}

void TokenField::setTokens(const QStringList &tokens)
{
    if (tokens == this->tokens())
        return;
    mark(-1);
    m_isLoading = true;
    while (!m_tokens.isEmpty())
        remove(static_cast<int>(m_tokens.size()) - 1);
    m_beyond = tokens.mid(maxShown);
    for (const auto &token : tokens.mid(0, maxShown))
        append(token);
    m_more->setText(tr("and %1 more").arg(formatCount(m_beyond.size())));
    m_more->setVisible(!m_beyond.isEmpty());
    m_isLoading = false;
    settle();
}

QString TokenField::pendingText() const { return m_edit->text(); }

void TokenField::setPendingText(const QString &text)
{
    if (text == m_edit->text())
        return;
    m_edit->setText(text);
    m_lineLength = text.size();
    setError(text.trimmed().isEmpty() || !m_check ? QString() : m_check(text.trimmed()).value_or(QString()));
}

void TokenField::setCheck(Check check)
{
    m_check = std::move(check);
    for (auto *token : std::as_const(m_tokens))
        token->setWrong(m_check ? m_check(token->text()).value_or(QString()) : QString());
}

void TokenField::setNormalization(std::function<QString(const QString &)> tokenOf) { m_tokenOf = std::move(tokenOf); }

void TokenField::setLabels(std::function<QString(const QString &)> label)
{
    m_label = std::move(label);
    for (auto *token : std::as_const(m_tokens))
        token->setLabel(m_label ? m_label(token->text()) : token->text());
}

void TokenField::setSeparators(const QString &separators) { m_separators = separators; }

void TokenField::setCompletions(const QStringList &completions)
{
    auto *completer = new QCompleter(completions, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(10);
    completer->popup()->setObjectName(QStringLiteral("tokenCompletions"));
    delete m_edit->completer();
    m_edit->setCompleter(completer);
    // Queued: the completer puts its text into the line after this signal.
    connect(
        completer, qOverload<const QString &>(&QCompleter::activated), this,
        [this](const QString &) { commitPending(); }, Qt::QueuedConnection);
}

void TokenField::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    m_edit->setPlaceholderText(m_readOnly ? QString() : text);
}

void TokenField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setReadOnly(readOnly);
    m_edit->setPlaceholderText(readOnly ? QString() : m_placeholder);
    for (auto *token : std::as_const(m_tokens))
        token->setReadOnly(readOnly);
}

void TokenField::settle()
{
    updateNames();
    adjustHeight();
}

void TokenField::adjustHeight()
{
    // Height for width as layouts know it gives a widget of fixed policy one line only, and one of any other too much.
    m_layout->invalidate();
    setFixedHeight(heightForWidth(width()));
}

void TokenField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        adjustHeight();
}

int TokenField::heightForWidth(int width) const
{
    return std::max(metrics::rowHeight(metrics::control), m_layout->heightForWidth(width));
}

QSize TokenField::sizeHint() const
{
    return {std::max(200, m_layout->sizeHint().width()), metrics::rowHeight(metrics::control)};
}

QSize TokenField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, metrics::rowHeight(metrics::control)};
}

void TokenField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto state = m_error.isEmpty() ? fieldState(this) : FieldState::Error;
    paintField(&painter, rect(), state, m_edit->hasFocus() && !m_readOnly, isEnabled() && !m_readOnly, underMouse());
}

void TokenField::mousePressEvent(QMouseEvent *event)
{
    m_edit->setFocus(Qt::MouseFocusReason);
    mark(-1);
    QWidget::mousePressEvent(event);
}

void TokenField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adjustHeight();
}

void TokenField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateNames(); // Qt has no event for a new accessible name
}

bool TokenField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && !m_readOnly) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
        return (plain && handleKey(key->key())) || QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (event->type() == QEvent::FocusOut && isLeft(static_cast<QFocusEvent *>(event)->reason())) {
            mark(-1);
            commitPending();
        }
        update();
    }
    return QWidget::eventFilter(watched, event);
}

bool TokenField::handleKey(int key)
{
    const bool atStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
    const int last = static_cast<int>(m_tokens.size()) - 1;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_edit->text().trimmed().isEmpty())
            return false;
        commitPending();
        return true;
    }
    if (key == back && atStart && last >= 0) {
        mark(m_marked < 0 ? last : std::max(0, m_marked - 1));
        return true;
    }
    if (m_marked >= 0 && key == forward) {
        mark(m_marked < last ? m_marked + 1 : -1);
        return true;
    }
    if (m_marked >= 0 && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        const int index = m_marked;
        mark(-1);
        remove(index);
        mark(std::min(index, static_cast<int>(m_tokens.size()) - 1));
        Q_EMIT tokensChanged();
        return true;
    }
    if (key == Qt::Key_Backspace && atStart && m_edit->text().isEmpty() && last >= 0) {
        remove(last);
        Q_EMIT tokensChanged();
        return true;
    }
    if (key == Qt::Key_Escape && m_marked >= 0) {
        mark(-1);
        return true;
    }
    return false;
}

void TokenField::splitPending(bool isPasted)
{
    auto text = m_edit->text();
    // A line edit keeps the line ends of what is pasted in one of these ways.
    text.replace(QChar::LineSeparator, QLatin1Char('\n'))
        .replace(QChar::ParagraphSeparator, QLatin1Char('\n'))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QStringList parts{QString()};
    for (const auto character : text) {
        if (m_separators.contains(character))
            parts << QString();
        else
            parts.last() += character;
    }
    if (parts.size() == 1)
        return;
    // What follows the last separator is still being typed, unless all of it came at once.
    auto rest = parts.takeLast();
    QStringList refused;
    const auto before = m_tokens.size();
    for (const auto &part : std::as_const(parts)) {
        const auto token = part.trimmed();
        if (!token.isEmpty() && (m_tokens.size() - before >= maxPasted || !tryAdd(token)))
            refused << token;
    }
    if (isPasted && !rest.trimmed().isEmpty() && tryAdd(rest.trimmed()))
        rest.clear();
    if (!refused.isEmpty()) {
        if (!rest.trimmed().isEmpty())
            refused << rest.trimmed();
        rest = refused.join(m_separators.contains(QLatin1Char(',')) ? QStringLiteral(", ") : QStringLiteral(" "));
        setError(m_check ? m_check(refused.first()).value_or(tr("Too many at once: add the rest in parts."))
                         : tr("Too many at once: add the rest in parts."));
    }
    m_edit->setText(rest.trimmed().isEmpty() ? QString() : rest);
    if (m_tokens.size() != before)
        Q_EMIT tokensChanged();
}

bool TokenField::commitPending()
{
    const auto text = m_edit->text().trimmed();
    if (text.isEmpty() || m_readOnly)
        return text.isEmpty();
    const auto before = m_tokens.size();
    if (!tryAdd(text)) {
        setError(m_check(text).value_or(QString()));
        Q_EMIT pendingChanged();
        return false;
    }
    m_edit->clear();
    m_lineLength = 0;
    setError({});
    if (m_tokens.size() != before)
        Q_EMIT tokensChanged();
    Q_EMIT pendingChanged();
    return true;
}

bool TokenField::tryAdd(const QString &typed)
{
    const auto text = m_tokenOf ? m_tokenOf(typed) : typed;
    if (m_check && m_check(text))
        return false;
    // Twice is once.
    if (!tokens().contains(text))
        append(text);
    return true;
}

void TokenField::append(const QString &text)
{
    auto *token = new Token(text, this);
    token->setLabel(m_label ? m_label(text) : text);
    token->setWrong(m_check ? m_check(text).value_or(QString()) : QString());
    token->setReadOnly(m_readOnly);
    token->setCursor(Qt::ArrowCursor);
    connect(token->removeButton(), &QToolButton::clicked, this, [this, token] {
        remove(static_cast<int>(m_tokens.indexOf(token)));
        m_edit->setFocus(Qt::OtherFocusReason);
        Q_EMIT tokensChanged();
    });
    m_layout->insertWidget(static_cast<int>(m_tokens.size()), token);
    m_tokens << token;
    token->show();
    if (!m_isLoading)
        settle();
}

void TokenField::remove(int index)
{
    if (index < 0 || index >= m_tokens.size())
        return;
    auto *token = m_tokens.takeAt(index);
    m_layout->removeWidget(token);
    token->hide();
    token->deleteLater(); // its own button may have asked
    m_marked = -1;
    if (!m_isLoading)
        settle();
}

void TokenField::mark(int index)
{
    m_marked = index;
    for (int i = 0; i < m_tokens.size(); ++i)
        m_tokens.at(i)->setMarked(i == index);
    updateNames();
}

void TokenField::setError(const QString &error)
{
    if (error == m_error)
        return;
    m_error = error;
    updateNames();
    update();
}

void TokenField::updateNames()
{
    // The line is what has the focus, so it says everything.
    m_edit->setAccessibleName(accessibleName());
    QString state;
    if (m_marked >= 0 && m_marked < m_tokens.size())
        state = tr("%1 is marked").arg(m_tokens.at(m_marked)->text());
    else if (!m_error.isEmpty())
        state = m_error;
    else
        state = tokens().isEmpty() ? tr("empty") : tokens().mid(0, maxShown).join(QStringLiteral("; "));
    m_edit->setAccessibleDescription(state);
}

} // namespace modelcrate
