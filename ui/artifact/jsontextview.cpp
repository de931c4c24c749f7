// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/jsontextview.h"

#include "ui/widgets/theme.h"

#include <algorithm>

#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace modelcrate {

namespace {

constexpr int markWidth = 18;

QChar markText(ChangeMark mark)
{
    switch (mark) {
    case ChangeMark::None: return QLatin1Char(' ');
    case ChangeMark::Changed: return QLatin1Char('+');
    case ChangeMark::Attention:
    case ChangeMark::LeftOut: return QLatin1Char('!');
    }
    return QLatin1Char(' ');
}

Role groundRole(ChangeMark mark)
{
    switch (mark) {
    case ChangeMark::Changed: return Role::SuccessBg;
    case ChangeMark::Attention: return Role::WarningBg;
    case ChangeMark::LeftOut: return Role::DangerBg;
    case ChangeMark::None: break;
    }
    return Role::Surface;
}

Role inkRole(ChangeMark mark)
{
    switch (mark) {
    case ChangeMark::Changed: return Role::Success;
    case ChangeMark::Attention: return Role::Warning;
    case ChangeMark::LeftOut: return Role::Danger;
    case ChangeMark::None: break;
    }
    return Role::TextMuted;
}

} // namespace

class JsonTextView::Gutter : public QWidget {
public:
    explicit Gutter(JsonTextView *view) : QWidget(view), m_view(view) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }

private:
    JsonTextView *m_view;
};

/// Names, texts and words of JSON; a line is always whole tokens, so no state runs from line to line.
class JsonTextView::Highlighter : public QSyntaxHighlighter {
public:
    explicit Highlighter(JsonTextView *view) : QSyntaxHighlighter(view->document()), m_view(view) { }

protected:
    void highlightBlock(const QString &text) override
    {
        const auto line = static_cast<std::size_t>(currentBlock().blockNumber());
        auto &theme = Theme::instance();
        if (line < m_view->m_lines.size() && m_view->m_lines[line].mark == ChangeMark::LeftOut) {
            setFormat(0, static_cast<int>(text.size()), theme.color(Role::Danger));
            return;
        }
        for (int i = 0; i < text.size();) {
            const auto c = text[i];
            if (c == QLatin1Char('"')) {
                const int end = endOfText(text, i);
                const bool isName = end < text.size() && text[end] == QLatin1Char(':');
                setFormat(i, end - i, theme.color(isName ? Role::Link : Role::Success));
                i = end;
            } else if (c.isLetterOrNumber() || c == QLatin1Char('-')) {
                int end = i + 1;
                while (
                    end < text.size()
                    && (text[end].isLetterOrNumber() || text[end] == QLatin1Char('.') || text[end] == QLatin1Char('-')))
                    ++end;
                setFormat(i, end - i, theme.layer(LayerKind::Code).ink);
                i = end;
            } else {
                ++i;
            }
        }
    }

private:
    static int endOfText(const QString &text, int start)
    {
        for (int i = start + 1; i < text.size(); ++i) {
            if (text[i] == QLatin1Char('\\'))
                ++i;
            else if (text[i] == QLatin1Char('"'))
                return i + 1;
        }
        return static_cast<int>(text.size());
    }

    JsonTextView *m_view;
};

JsonTextView::JsonTextView(QWidget *parent)
    : QPlainTextEdit(parent),
      m_gutter(new Gutter(this)),
      m_highlighter(new Highlighter(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::font(FontRole::Mono));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // JSON reads from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, m_gutter, [this] { placeGutter(); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_highlighter->rehighlight();
        viewport()->update();
        m_gutter->update();
    });
    placeGutter();
}

void JsonTextView::setLines(const std::vector<JsonLine> &lines)
{
    if (lines == m_lines)
        return;
    const auto [oldStart, newStart] = std::mismatch(m_lines.begin(), m_lines.end(), lines.begin(), lines.end());
    const auto first = newStart - lines.begin();
    const auto tail = std::mismatch(m_lines.rbegin(), std::make_reverse_iterator(oldStart), lines.rbegin(),
                                    std::make_reverse_iterator(newStart));
    const auto kept = tail.first - m_lines.rbegin();
    const auto removed = static_cast<qsizetype>(m_lines.size()) - first - kept;
    const auto added = static_cast<qsizetype>(lines.size()) - first - kept;

    QStringList text;
    for (auto i = first; i < first + added; ++i)
        text << lines[static_cast<std::size_t>(i)].text;
    const auto vertical = verticalScrollBar()->value();
    const auto horizontal = horizontalScrollBar()->value();
    const bool wasEmpty = m_lines.empty();
    m_lines = lines;

    QTextCursor cursor(document());
    if (wasEmpty) {
        setPlainText(text.join(QLatin1Char('\n')));
    } else if (removed > 0) {
        cursor.setPosition(document()->findBlockByNumber(static_cast<int>(first)).position());
        const auto last = document()->findBlockByNumber(static_cast<int>(first + removed - 1));
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
        // Lines that go without others in their place take one line break with them: the one below, or above at the
        // end.
        if (added == 0 && last.next().isValid()) {
            cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        } else if (added == 0 && first > 0) {
            const auto end = cursor.position();
            cursor.setPosition(document()->findBlockByNumber(static_cast<int>(first)).position() - 1);
            cursor.setPosition(end, QTextCursor::KeepAnchor);
        }
        cursor.insertText(text.join(QLatin1Char('\n')));
    } else if (first < document()->blockCount()) {
        cursor.setPosition(document()->findBlockByNumber(static_cast<int>(first)).position());
        cursor.insertText(text.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    } else {
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(QLatin1Char('\n') + text.join(QLatin1Char('\n')));
    }
    verticalScrollBar()->setValue(vertical);
    horizontalScrollBar()->setValue(horizontal);
    viewport()->update();
    m_gutter->update();
}

int JsonTextView::gutterWidth() const
{
    const auto digits = QString::number(std::max(blockCount(), 100)).size();
    return metrics::space4 + static_cast<int>(digits) * fontMetrics().horizontalAdvance(QLatin1Char('0')) + markWidth;
}

void JsonTextView::placeGutter()
{
    setViewportMargins(gutterWidth(), metrics::space2, 0, 0);
    const auto area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top() + metrics::space2, gutterWidth(), area.height() - metrics::space2);
}

template<typename Paint>
void JsonTextView::forVisibleLines(const QRect &area, Paint paint) const
{
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > area.bottom())
            return;
        const auto line = static_cast<std::size_t>(block.blockNumber());
        if (block.isVisible() && rect.bottom() >= area.top() && line < m_lines.size())
            paint(block.blockNumber(), m_lines[line].mark, rect.toAlignedRect());
    }
}

void JsonTextView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        forVisibleLines(event->rect(), [&](int, ChangeMark mark, const QRect &rect) {
            if (mark != ChangeMark::None)
                painter.fillRect(QRect(0, rect.top(), viewport()->width(), rect.height()),
                                 Theme::instance().color(groundRole(mark)));
        });
    }
    QPlainTextEdit::paintEvent(event);
}

void JsonTextView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    auto &theme = Theme::instance();
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    const int width = m_gutter->width();
    forVisibleLines(event->rect(), [&](int line, ChangeMark mark, const QRect &rect) {
        if (mark != ChangeMark::None)
            painter.fillRect(QRect(0, rect.top(), width, rect.height()), theme.color(groundRole(mark)));
        painter.setPen(theme.color(Role::TextMuted));
        painter.drawText(QRect(0, rect.top(), width - markWidth, rect.height()), Qt::AlignRight | Qt::AlignTop,
                         QString::number(line + 1));
        painter.setPen(theme.color(inkRole(mark)));
        painter.drawText(QRect(width - markWidth, rect.top(), markWidth, rect.height()),
                         Qt::AlignHCenter | Qt::AlignTop, QString(markText(mark)));
    });
}

void JsonTextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void JsonTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_gutter)
        placeGutter();
}

} // namespace modelcrate
