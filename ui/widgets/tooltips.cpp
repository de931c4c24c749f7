// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tooltips.h"

#include "ui/widgets/theme.h"

#include <algorithm>

#include <QCursor>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QScreen>
#include <QStyle>
#include <QTextLayout>

namespace modelcrate {

namespace {

constexpr int lettersPerLine = 100; // a digest stays on one line
const auto ellipsis = QStringLiteral("\u2026");
constexpr int pointerHeight = 24; // which Qt leaves between the pointer and a tip above it

int maxTextWidth(const QLabel *tip)
{
    return std::min(tip->fontMetrics().averageCharWidth() * lettersPerLine,
                    tip->screen()->geometry().width() - 2 * metrics::space5);
}

QString trimmedRight(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// The lines of one paragraph, at most `room`; false when there are more.
bool breakParagraph(const QString &text, const QFont &font, int width, int room, QStringList &lines)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        if (room-- == 0)
            return false;
        line.setLineWidth(width);
        lines << trimmedRight(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return true;
}

/// A tip has its place before its lines are broken: one above the pointer grows upwards, and one for which there is no
/// room below goes above.
void keepOffPointer(QLabel *tip, int heightBefore)
{
    const auto screen = tip->screen()->geometry();
    int y = tip->y();
    if (y < QCursor::pos().y())
        y -= tip->height() - heightBefore;
    else if (y + tip->height() > screen.bottom())
        y -= pointerHeight + tip->height();
    tip->move(tip->x(), std::max(y, screen.top()));
}

} // namespace

QString wrappedLines(const QString &text, const QFont &font, int width, int maxLines)
{
    QStringList lines;
    for (const auto &paragraph : QStringView(text).split(QLatin1Char('\n'))) {
        const auto room = maxLines - static_cast<int>(lines.size());
        // No screen shows more of it, and to lay out megabytes takes seconds.
        const auto shown = paragraph.left(static_cast<qsizetype>(room) * width).toString();
        if (room == 0 || !breakParagraph(shown, font, width, room, lines)) {
            lines.last() = QFontMetrics(font).elidedText(lines.last() + ellipsis, Qt::ElideRight, width);
            break;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

bool ToolTips::isTip(const QObject *widget) { return widget->inherits("QTipLabel"); }

void ToolTips::adopt(QLabel *tip)
{
    tip->setTextFormat(Qt::PlainText);
    // Qt gives a tip the size of its text. One pixel more than lines of ours may take shows that they are to be broken.
    const int frame = 2 * (1 + tip->style()->pixelMetric(QStyle::PM_ToolTipLabelFrameWidth, nullptr, tip)) + 2;
    tip->setMaximumSize(maxTextWidth(tip) + frame, tip->fontMetrics().lineSpacing() * (maxLines + 1) + frame);
    tip->installEventFilter(this);
}

bool ToolTips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Resize)
        return QObject::eventFilter(watched, event);
    auto *tip = static_cast<QLabel *>(watched);
    const auto size = tip->size();
    if (size.width() >= tip->maximumWidth() || size.height() >= tip->maximumHeight()) {
        tip->setText(wrappedLines(tip->text(), tip->font(), maxTextWidth(tip), maxLines));
        tip->setWordWrap(false);
        tip->resize(tip->sizeHint());
        if (!tip->isVisible())
            keepOffPointer(tip, size.height());
    }
    return false;
}

} // namespace modelcrate
