// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/queuebox.h"

#include "ui/jobs/transfertext.h"
#include "ui/publish/publishparts.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// "Pull acme/embed-small": what it does, and what it is called.
QString nameOf(const Transfer &transfer)
{
    const auto title = transferTitle(transfer);
    switch (transfer.request.kind) {
    case TransferRequestRecord::Kind::Publish: return QueueBox::tr("Publish %1").arg(title);
    case TransferRequestRecord::Kind::Edit: return QueueBox::tr("Edit %1").arg(title);
    case TransferRequestRecord::Kind::Pull: return QueueBox::tr("Pull %1").arg(title);
    case TransferRequestRecord::Kind::Copy: break;
    }
    return QueueBox::tr("Copy %1").arg(title);
}

/// One that starts by itself when there is room.
bool isInLine(const Transfer &transfer) { return transfer.state == TransferState::Waiting && !transfer.interrupted; }

struct Line {
    int before = 0;
    std::vector<const Transfer *> behind;
};

/// What waits for its turn gets it in the order of the queue, wherever in it those are that run.
Line lineOf(const TransferQueue &queue, const Transfer &own)
{
    Line line;
    bool isPast = own.isRunning();
    for (const auto &other : queue.transfers()) {
        if (other.id == own.id)
            isPast = true;
        else if (other.isRunning())
            line.before += own.isRunning() ? 0 : 1;
        else if (isInLine(other) && isPast)
            line.behind.push_back(&other);
        else if (isInLine(other))
            ++line.before;
    }
    return line;
}

} // namespace

QueueBox::QueueBox(TransferQueue &queue, QWidget *parent) : QWidget(parent), m_queue(queue)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space1);
    layout->addWidget(makeHeading(this, tr("Queue")));
    m_text = makeText(this, "publishQueue");
    m_text->setWordWrap(true);
    layout->addWidget(m_text);
    for (std::size_t i = 0; i < mostNames; ++i) {
        auto *name = new ElidedLabel({}, this);
        name->setObjectName(QStringLiteral("publishQueued%1").arg(i));
        name->setFont(Theme::font(FontRole::Small));
        name->setMuted(true);
        layout->addWidget(name);
        m_names.push_back(name);
    }
    m_more = makeText(this, "publishQueuedMore", FontRole::Small);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_more);
    auto *open = new QPushButton(tr("Open &Transfers"), this);
    open->setObjectName(QStringLiteral("publishOpenTransfers"));
    open->setProperty("compact", true);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &QueueBox::openTransfersRequested);
    layout->addWidget(open, 0, Qt::AlignLeading);
    connect(&queue, &TransferQueue::loaded, this, &QueueBox::refresh);
    connect(&queue, &TransferQueue::added, this, &QueueBox::refresh);
    connect(&queue, &TransferQueue::changed, this, &QueueBox::refresh);
    connect(&queue, &TransferQueue::removed, this, &QueueBox::refresh);
    connect(&queue, &TransferQueue::reordered, this, &QueueBox::refresh);
}

void QueueBox::setTransfer(qint64 id)
{
    if (id == m_transfer)
        return;
    m_transfer = id;
    refresh();
}

void QueueBox::refresh()
{
    const auto *own = m_transfer != 0 ? m_queue.find(m_transfer) : nullptr;
    if (!own)
        return;
    const auto line = lineOf(m_queue, *own);
    const auto behind = line.behind.size();
    QStringList text;
    if (line.before > 0)
        text << tr("%n transfer(s) come before this one.", nullptr, line.before);
    text << (behind > 0 ? tr("%n transfer(s) wait behind this one.", nullptr, static_cast<int>(behind))
                        : tr("No transfer waits behind this one."));
    m_text->setText(text.join(QLatin1Char(' ')));
    for (std::size_t i = 0; i < mostNames; ++i) {
        m_names[i]->setText(i < behind ? nameOf(*line.behind[i]) : QString());
        m_names[i]->setVisible(i < behind);
    }
    const int more = static_cast<int>(behind) - static_cast<int>(mostNames);
    m_more->setText(more > 0 ? tr("and %n more", nullptr, more) : QString());
    m_more->setVisible(more > 0);
}

} // namespace modelcrate

#include "moc_queuebox.cpp"
