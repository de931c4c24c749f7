// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/activitybox.h"

#include "ui/publish/publishparts.h"
#include "ui/publish/transferlog.h"
#include "ui/widgets/theme.h"

#include <utility>

#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextCursor>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int leastLines = 6;

/// Those of the newest `count` events, newest first.
QString linesOf(const TransferLog &log, std::size_t count)
{
    QStringList lines;
    const auto &events = log.events();
    for (auto event = events.rbegin(); event != events.rend() && count > 0; ++event, --count)
        lines << eventText(*event);
    return lines.join(QLatin1Char('\n'));
}

void keepFirstLines(QTextDocument &document, int count)
{
    if (document.blockCount() <= count)
        return;
    const auto last = document.findBlockByNumber(count - 1);
    QTextCursor cursor(last);
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

} // namespace

ActivityBox::ActivityBox(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space1);
    layout->addWidget(makeHeading(this, tr("Activity")));
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("publishActivity"));
    m_text->setAccessibleName(tr("What happened in this transfer"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(Theme::font(FontRole::Mono));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setMinimumHeight(leastLines * m_text->fontMetrics().lineSpacing() + metrics::space2);
    layout->addWidget(m_text, 1);
}

void ActivityBox::refresh(const TransferLog &log)
{
    const bool isAnother = log.transfer() != std::exchange(m_transfer, log.transfer());
    if (!isAnother && log.count() == m_shown)
        return;
    const auto kept = log.events().size();
    const auto fresh = log.count() - std::exchange(m_shown, log.count());
    if (isAnother || fresh >= kept || m_text->document()->isEmpty()) {
        m_text->setPlainText(linesOf(log, kept));
        return;
    }
    QTextCursor cursor(m_text->document());
    cursor.insertText(linesOf(log, static_cast<std::size_t>(fresh)) + QLatin1Char('\n'));
    keepFirstLines(*m_text->document(), static_cast<int>(TransferLog::mostEvents));
}

} // namespace modelcrate

#include "moc_activitybox.cpp"
