// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fieldinput.h"

#include "base/time.h"
#include "ui/package/fieldcheck.h"
#include "ui/text/convert.h"
#include "ui/widgets/documenttext.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokenfield.h"
#include "ui/widgets/tristatefield.h"

#include <algorithm>
#include <chrono>

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int textLines = 4;
constexpr int mediumWidth = 220;
constexpr int shortWidth = 140;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::MetadataPage)
};

void limitWidth(QWidget *widget, FieldWidth width)
{
    if (width == FieldWidth::Full)
        return;
    widget->setFixedWidth(width == FieldWidth::Medium ? mediumWidth : shortWidth);
}

class LineInput final : public FieldInput {
public:
    LineInput(const FieldSpec &spec, QWidget *parent) : FieldInput(parent), m_line(new QLineEdit(parent))
    {
        if (spec.mono)
            m_line->setFont(Theme::font(FontRole::Mono));
        limitWidth(m_line, spec.width);
        connect(m_line, &QLineEdit::textEdited, this, &FieldInput::edited);
    }
    QWidget *widget() const override { return m_line; }
    QString text() const override { return m_line->text(); }
    void setText(const QString &text) override
    {
        if (text != m_line->text())
            m_line->setText(text);
    }
    void setPlaceholder(const QString &text) override { m_line->setPlaceholderText(text); }

private:
    QLineEdit *m_line;
};

/// A line with a button that writes the present time.
class DateTimeInput final : public FieldInput {
public:
    DateTimeInput(const FieldSpec &spec, QWidget *parent)
        : FieldInput(parent),
          m_box(new QWidget(parent)),
          m_line(new QLineEdit(m_box)),
          m_now(new QToolButton(m_box))
    {
        limitWidth(m_line, spec.width);
        m_now->setObjectName(spec.name() + QStringLiteral(".now"));
        m_now->setText(Text::tr("Now"));
        m_now->setAccessibleName(Text::tr("Set %1 to the present time").arg(spec.label()));
        m_now->setAutoRaise(true);
        const auto applyColors = [this] {
            auto link = m_now->palette();
            link.setColor(QPalette::ButtonText, Theme::instance().color(Role::Link));
            m_now->setPalette(link);
        };
        applyColors();
        connect(&Theme::instance(), &Theme::changed, this, applyColors);
        auto *layout = new QHBoxLayout(m_box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(metrics::space2);
        layout->addWidget(m_line);
        layout->addWidget(m_now);
        layout->addStretch();
        m_box->setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textEdited, this, &FieldInput::edited);
        connect(m_now, &QToolButton::clicked, this, [this] {
            const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
            m_line->setText(toQString(formatDateTime(now)));
            Q_EMIT edited();
        });
    }
    QWidget *widget() const override { return m_box; }
    QWidget *focusWidget() const override { return m_line; }
    QString text() const override { return m_line->text(); }
    void setText(const QString &text) override
    {
        if (text != m_line->text())
            m_line->setText(text);
    }
    void setPlaceholder(const QString &text) override { m_line->setPlaceholderText(text); }

private:
    QWidget *m_box;
    QLineEdit *m_line;
    QToolButton *m_now;
};

/// The border of a field around a text of several lines, which the style leaves to frames.
class TextFrame final : public QWidget {
public:
    explicit TextFrame(QWidget *parent) : QWidget(parent), m_edit(new QPlainTextEdit(this))
    {
        m_edit->setFrameShape(QFrame::NoFrame);
        m_edit->setTabChangesFocus(true);
        m_edit->setUndoRedoEnabled(false); // the document's undo is the one
        m_edit->document()->setDocumentMargin(metrics::space1);
        m_edit->viewport()->setAutoFillBackground(false);
        m_edit->installEventFilter(this);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(3, 2, 3, 2);
        layout->addWidget(m_edit);
        setFixedHeight(m_edit->fontMetrics().lineSpacing() * textLines + 2 * metrics::space2);
        setFocusProxy(m_edit);
    }
    QPlainTextEdit *edit() const { return m_edit; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintField(&painter, rect(), fieldState(this), m_edit->hasFocus(), isEnabled());
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        return QWidget::eventFilter(watched, event);
    }

private:
    QPlainTextEdit *m_edit;
};

class TextInput final : public FieldInput {
public:
    explicit TextInput(QWidget *parent) : FieldInput(parent), m_frame(new TextFrame(parent)), m_edit(m_frame->edit())
    {
        connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldInput::edited);
    }
    QWidget *widget() const override { return m_frame; }
    QWidget *focusWidget() const override { return m_edit; }
    QString text() const override { return documentText(*m_edit->document()); }
    void setText(const QString &text) override
    {
        if (text == this->text())
            return;
        const QSignalBlocker blocker(m_edit);
        const int position = m_edit->textCursor().position();
        m_edit->setPlainText(text);
        auto cursor = m_edit->textCursor();
        // Counted by the document: line ends of a file are other than its own.
        cursor.setPosition(std::min(position, m_edit->document()->characterCount() - 1));
        m_edit->setTextCursor(cursor);
    }
    void setState(FieldState state) override { setFieldState(m_frame, state); }
    void setPlaceholder(const QString &text) override { m_edit->setPlaceholderText(text); }

private:
    TextFrame *m_frame;
    QPlainTextEdit *m_edit;
};

class ComboInput final : public FieldInput {
public:
    ComboInput(const FieldSpec &spec, QWidget *parent) : FieldInput(parent), m_combo(new QComboBox(parent))
    {
        m_combo->setEditable(true);
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->addItems(spec.suggestions());
        m_combo->setCurrentIndex(-1);
        m_combo->completer()->setFilterMode(Qt::MatchStartsWith);
        m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_combo->setMinimumContentsLength(8);
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        limitWidth(m_combo, spec.width);
        m_combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &FieldInput::edited);
        connect(m_combo, &QComboBox::textActivated, this, &FieldInput::edited);
    }
    QWidget *widget() const override { return m_combo; }
    QString text() const override { return m_combo->currentText(); }
    void setText(const QString &text) override
    {
        if (text != m_combo->currentText())
            m_combo->setEditText(text);
    }
    void setPlaceholder(const QString &text) override { m_combo->lineEdit()->setPlaceholderText(text); }

private:
    QComboBox *m_combo;
};

class ParamSizeInput final : public FieldInput {
public:
    ParamSizeInput(const FieldSpec &spec, QWidget *parent)
        : FieldInput(parent),
          m_box(new QWidget(parent)),
          m_number(new QLineEdit(m_box)),
          m_unit(new QComboBox(m_box))
    {
        m_number->setAlignment(Qt::AlignRight);
        m_number->setFixedWidth(96);
        m_unit->addItems(spec.suggestions());
        m_unit->setObjectName(spec.name() + QStringLiteral(".unit"));
        m_unit->setAccessibleName(Text::tr("Unit of the number of parameters"));
        m_unit->setCurrentText(QStringLiteral("B"));
        auto *layout = new QHBoxLayout(m_box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(metrics::space2);
        layout->addWidget(m_number);
        layout->addWidget(m_unit);
        layout->addStretch();
        m_box->setFocusProxy(m_number);
        connect(m_number, &QLineEdit::textEdited, this, &FieldInput::edited);
        connect(m_unit, &QComboBox::activated, this, [this] {
            // A unit in the line would hide the one that was chosen.
            m_number->setText(numberOf(m_number->text()));
            Q_EMIT edited();
        });
        connect(m_number, &QLineEdit::editingFinished, this, [this] { setText(text()); });
    }
    QWidget *widget() const override { return m_box; }
    QWidget *focusWidget() const override { return m_number; }
    QString text() const override
    {
        const auto typed = m_number->text().trimmed();
        return typed.isEmpty() || !isNumber(typed) ? typed : typed + m_unit->currentText();
    }
    void setText(const QString &text) override
    {
        auto number = text.trimmed();
        if (const int unit = number.isEmpty() ? -1 : m_unit->findText(number.right(1).toUpper());
            unit >= 0 && isNumber(number.chopped(1))) {
            m_unit->setCurrentIndex(unit);
            number.chop(1);
        }
        if (number != m_number->text())
            m_number->setText(number);
    }
    void setPlaceholder(const QString &text) override { m_number->setPlaceholderText(text); }

private:
    static bool isNumber(const QString &text) { return !text.isEmpty() && text.back().isDigit(); }
    QString numberOf(const QString &text) const
    {
        return !text.isEmpty() && isNumber(text.chopped(1)) && m_unit->findText(text.right(1).toUpper()) >= 0
            ? text.chopped(1)
            : text;
    }

    QWidget *m_box;
    QLineEdit *m_number;
    QComboBox *m_unit;
};

class TokensInput final : public FieldInput {
public:
    TokensInput(const FieldSpec &spec, QWidget *parent)
        : FieldInput(parent),
          m_spec(spec),
          m_field(new TokenField(parent))
    {
        m_field->setSeparators(tokenSeparators(spec.kind));
        m_field->setLabels([&spec](const QString &token) { return tokenLabel(spec, token); });
        if (spec.kind != FieldInputKind::Names)
            m_field->setCheck([&spec](const QString &token) -> std::optional<QString> {
                const auto check = checkToken(spec, token);
                return check.isValid() ? std::nullopt : std::optional(check.error);
            });
        if (spec.kind == FieldInputKind::Languages)
            m_field->setNormalization([&spec](const QString &typed) { return tokenOf(spec, typed); });
        if (const auto completions = tokenCompletions(spec); !completions.isEmpty())
            m_field->setCompletions(completions);
        connect(m_field, &TokenField::tokensChanged, this, &FieldInput::edited);
        connect(m_field, &TokenField::pendingChanged, this, &FieldInput::edited);
    }
    QWidget *widget() const override { return m_field; }
    QString text() const override
    {
        auto tokens = m_field->tokens();
        // What is still in the line counts: leaving the window must not lose it.
        if (const auto pending = m_field->pendingText().trimmed(); !pending.isEmpty() && !tokens.contains(pending))
            tokens << pending;
        return joinTokens(tokens);
    }
    void setText(const QString &text) override
    {
        if (text == this->text())
            return;
        QStringList tokens;
        QStringList refused;
        for (const auto &token : splitTokens(text))
            (m_spec.kind == FieldInputKind::Names || checkToken(m_spec, token).isValid() ? tokens : refused) << token;
        // A list that came refused from a file is shown as chips that are wrong; what was typed last stays in the line.
        const auto pending = refused.isEmpty() ? QString() : refused.takeLast();
        for (const auto &token : refused)
            tokens << token;
        const QSignalBlocker blocker(m_field);
        m_field->setTokens(tokens);
        m_field->setPendingText(pending);
    }
    void setState(FieldState state) override { setFieldState(m_field, state); }
    void setPlaceholder(const QString &text) override { m_field->setPlaceholderText(text); }
    bool isUnfinished() const override
    {
        return m_field->findChild<QLineEdit *>(QStringLiteral("tokenEdit"))->hasFocus()
            && m_field->errorText().isEmpty();
    }

private:
    const FieldSpec &m_spec;
    TokenField *m_field;
};

class TriStateInput final : public FieldInput {
public:
    TriStateInput(const FieldSpec &, QWidget *parent) : FieldInput(parent), m_field(new TriStateField(parent))
    {
        m_field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(m_field, &TriStateField::valueChanged, this, &FieldInput::edited);
    }
    QWidget *widget() const override { return m_field; }
    QString text() const override
    {
        const auto value = m_field->value();
        return !value ? QString() : *value ? QStringLiteral("true") : QStringLiteral("false");
    }
    void setText(const QString &text) override
    {
        m_field->setValue(text.isEmpty() ? std::nullopt : std::optional(text == QLatin1String("true")));
    }

private:
    TriStateField *m_field;
};

} // namespace

FieldInput::FieldInput(QWidget *parent) : QObject(parent) { }

FieldInput *FieldInput::make(const FieldSpec &spec, QWidget *parent)
{
    FieldInput *input = nullptr;
    switch (spec.kind) {
    case FieldInputKind::Line:
    case FieldInputKind::Url: input = new LineInput(spec, parent); break;
    case FieldInputKind::Text: input = new TextInput(parent); break;
    case FieldInputKind::DateTime: input = new DateTimeInput(spec, parent); break;
    case FieldInputKind::Combo: input = new ComboInput(spec, parent); break;
    case FieldInputKind::ParamSize: input = new ParamSizeInput(spec, parent); break;
    case FieldInputKind::TriState: input = new TriStateInput(spec, parent); break;
    default: input = new TokensInput(spec, parent); break;
    }
    input->setPlaceholder(spec.placeholder());
    auto *focus = input->focusWidget();
    focus->setObjectName(spec.name());
    focus->setAccessibleName(spec.label());
    focus->setToolTip(spec.help());
    return input;
}

} // namespace modelcrate
