// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bartext.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

namespace modelcrate {

namespace {

constexpr qsizetype mostLetters = 4000; // four lines hold no more, and megabytes take seconds to lay out
constexpr std::size_t mostSizes = 32;
constexpr int leastLetters = 16;
constexpr auto ellipsis = QChar(0x2026);

/// As HTML takes it: blanks are one, and none stands at an end of a line.
QString oneBlank(const QString &text)
{
    QStringList lines;
    for (const auto &line : QStringView(text).left(mostLetters).split(QLatin1Char('\n')))
        lines << line.toString().simplified();
    return lines.join(QLatin1Char('\n'));
}

/// What QLabel makes of the text, but that a word may be broken where it has to be.
class Lines {
public:
    Lines(const QString &plain, qsizetype strong, const QFont &font, qreal width)
    {
        m_document.setDefaultFont(font);
        m_document.setDocumentMargin(0);
        auto option = m_document.defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_document.setDefaultTextOption(option);
        auto text = plain;
        text.replace(QLatin1Char('\n'), QChar::LineSeparator);
        QTextCursor cursor(&m_document);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        cursor.insertText(text.left(strong), bold);
        cursor.insertText(text.mid(strong), QTextCharFormat());
        m_document.setTextWidth(width);
        // Who asks for it lays it out.
        m_height = static_cast<int>(std::ceil(m_document.size().height()));
    }

    int height() const { return m_height; }
    int naturalWidth() const { return static_cast<int>(std::ceil(m_document.idealWidth())); }
    int count() const { return layout().lineCount(); }
    /// Of the first lines.
    int heightOf(int lines) const
    {
        if (count() <= lines)
            return m_height;
        const auto last = layout().lineAt(lines - 1);
        return std::min(m_height, static_cast<int>(std::ceil(last.y() + last.height())));
    }
    int endOf(int line) const
    {
        const auto at = layout().lineAt(line);
        return at.textStart() + at.textLength();
    }

private:
    const QTextLayout &layout() const { return *m_document.firstBlock().layout(); }

    QTextDocument m_document;
    int m_height = 0;
};

/// Where lines end although nothing in the text lets them.
QList<int> forcedBreaks(const QString &plain, const Lines &lines)
{
    QList<int> breaks;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, plain);
    for (int line = 0; line + 1 < lines.count(); ++line) {
        const int end = lines.endOf(line);
        finder.setPosition(end);
        if (!finder.isAtBoundary())
            breaks << end;
    }
    return breaks;
}

QString htmlOf(const QString &plain, qsizetype strong, const QList<int> &breaks)
{
    const auto part = [&](qsizetype from, qsizetype to) {
        QString html;
        for (const qsizetype at : breaks) {
            if (at <= from || at > to)
                continue;
            html += plain.mid(from, at - from).toHtmlEscaped() + QStringLiteral("<br>");
            from = at;
        }
        html += plain.mid(from, to - from).toHtmlEscaped();
        return html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    };
    const auto first = part(0, strong);
    return (first.isEmpty() ? QString() : QStringLiteral("<b>%1</b>").arg(first)) + part(strong, plain.size());
}

} // namespace

BarText::BarText(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
}

void BarText::setMessage(const QString &strong, const QString &text)
{
    const auto first = oneBlank(strong);
    const auto rest = oneBlank(text);
    m_plain = first.isEmpty() || rest.isEmpty() ? first + rest : first + QLatin1Char(' ') + rest;
    m_strong = first.size();
    measureAnew();
}

int BarText::naturalWidth() const
{
    if (!m_naturalWidth)
        m_naturalWidth = Lines(m_plain, m_strong, font(), -1).naturalWidth();
    return *m_naturalWidth;
}

BarText::Size BarText::sizeAt(int width) const
{
    width = std::clamp(width, 1, naturalWidth() + 1);
    if (const auto known = m_sizes.find(width); known != m_sizes.end())
        return known->second;
    if (m_sizes.size() >= mostSizes)
        m_sizes.clear();
    const Lines lines(m_plain, m_strong, font(), width);
    return m_sizes[width] = {lines.count(), lines.heightOf(mostLines), lines.height()};
}

int BarText::leastWidth() const
{
    return std::min(naturalWidth(), fontMetrics().averageCharWidth() * leastLetters);
}

void BarText::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    m_hasPlace = true;
    showText();
}

void BarText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measureAnew();
}

void BarText::measureAnew()
{
    m_sizes.clear();
    m_naturalWidth.reset();
    showText();
    updateGeometry(); // a text that is cut may be longer now and look the same
}

void BarText::showText()
{
    auto shown = m_plain;
    QList<int> breaks;
    if (m_hasPlace && width() > 0) {
        Lines whole(m_plain, m_strong, font(), width());
        breaks = forcedBreaks(m_plain, whole);
        if (whole.count() > mostLines) {
            auto kept = m_plain.left(whole.endOf(mostLines - 1)).trimmed();
            for (auto fits = false; !fits && !kept.isEmpty();) {
                const Lines lines(kept + ellipsis, m_strong, font(), width());
                fits = lines.count() <= mostLines;
                if (!fits)
                    kept.chop(1);
            }
            shown = kept + ellipsis;
            breaks = forcedBreaks(shown, Lines(shown, m_strong, font(), width()));
        }
    }
    m_cut = shown != m_plain;
    setToolTip(m_cut ? m_plain : QString());
    const auto html = htmlOf(shown, std::min(m_strong, shown.size()), breaks);
    if (html != QLabel::text())
        setText(html);
}

} // namespace modelcrate
