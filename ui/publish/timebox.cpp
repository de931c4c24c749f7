// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/timebox.h"

#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/text/numbers.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr qint64 sameWordsMs = 1000;

/// What is left of a running transfer, and which part of it does not move now.
struct Rest {
    ByteCount left;
    ByteCount stopped;
    int stoppedLayers = 0;
};

Rest restOf(const Transfer &transfer)
{
    Rest rest;
    const auto &items = transfer.progress.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto &item = items[i];
        if (item.state != ItemState::Active && item.state != ItemState::Waiting)
            continue;
        const auto left = std::max(item.total - item.done, ByteCount()); // one that is packed has no total yet
        rest.left += left;
        const auto pace = transfer.paces.find(i);
        const bool stalls = pace != transfer.paces.end() && pace->second.stalledFor;
        if (item.state == ItemState::Active && (item.wait || stalls)) {
            rest.stopped += left;
            ++rest.stoppedLayers;
        }
    }
    return rest;
}

QString durationOf(ByteCount bytes, double rate)
{
    const auto seconds = static_cast<std::int64_t>(static_cast<double>(bytes.value()) / rate);
    return formatDuration(std::chrono::seconds(seconds + 1));
}

TimeBox::Words wordsWhileRunning(const Transfer &transfer)
{
    const auto rest = restOf(transfer);
    if (!transfer.rate || !transfer.timeLeft) {
        if (transfer.stalledFor || rest.stoppedLayers > 0)
            return {TimeBox::tr("Not known while nothing moves. %1 are left.").arg(formatBytes(rest.left)), {}};
        return {TimeBox::tr("Known once something is sent."), {}};
    }
    const auto duration = formatDuration(*transfer.timeLeft);
    const auto rate = formatRate(*transfer.rate);
    if (rest.stoppedLayers == 0)
        return {TimeBox::tr("About %1 left at %2.").arg(duration, rate), {}};
    const auto others = rest.left - rest.stopped;
    return {TimeBox::tr("About %1 left at %2, if the %n stopped layer(s) start again.", nullptr, rest.stoppedLayers)
                .arg(duration, rate),
            others > ByteCount()
                ? TimeBox::tr("Without the %n stopped layer(s): about %1.", nullptr, rest.stoppedLayers)
                      .arg(durationOf(others, *transfer.rate))
                : TimeBox::tr("Nothing else is left to be sent.")};
}

} // namespace

TimeBox::TimeBox(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space1);
    m_text = makeText(this, "publishTime");
    m_text->setWordWrap(true);
    m_note = makeText(this, "publishTimeNote", FontRole::Small);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    layout->addWidget(makeHeading(this, tr("Time")));
    layout->addWidget(m_text);
    layout->addWidget(m_note);
}

TimeBox::Words TimeBox::wordsFor(const PublishSituation &now)
{
    const auto *transfer = now.transfer;
    if (!transfer)
        return {};
    Words words;
    switch (transfer->state) {
    case TransferState::Waiting: return {tr("Known once it is its turn."), {}};
    case TransferState::Pausing: return {tr("It is about to pause."), {}};
    case TransferState::Canceling: return {tr("It is about to end."), {}};
    case TransferState::Paused:
        words.text = tr("Nothing is sent until it is resumed. %1 are left.").arg(formatBytes(now.flow.left));
        break;
    case TransferState::Running: words = wordsWhileRunning(*transfer); break;
    case TransferState::Canceled:
    case TransferState::Failed:
    case TransferState::Done: return {};
    }
    if (now.flow.unsized > 0) {
        const auto more = tr("%n layer(s) of unknown size come on top.", nullptr, now.flow.unsized);
        words.note = words.note.isEmpty() ? more : QStringLiteral("%1\n%2").arg(words.note, more);
    }
    return words;
}

void TimeBox::refresh(const PublishSituation &now)
{
    const int state = now.transfer ? static_cast<int>(now.transfer->state) : -1;
    const bool counts = now.transfer && now.transfer->timeLeft;
    if (state == m_state && counts == m_counts && m_said.isValid() && m_said.elapsed() < sameWordsMs)
        return;
    m_counts = counts;
    const auto words = wordsFor(now);
    const bool isNew = state != std::exchange(m_state, state) || words.text != m_text->text()
        || words.note != m_note->text();
    if (!isNew)
        return;
    m_text->setText(words.text);
    m_note->setText(words.note);
    m_note->setVisible(!words.note.isEmpty());
    m_said.start();
}

} // namespace modelcrate

#include "moc_timebox.cpp"
