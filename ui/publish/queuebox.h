// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transferqueue.h"

#include <vector>

#include <QString>
#include <QWidget>

class QLabel;

namespace modelcrate {

class ElidedLabel;

/// What waits behind a transfer, and what it waits for itself. Follows the queue. GUI thread.
class QueueBox : public QWidget {
    Q_OBJECT

public:
    explicit QueueBox(TransferQueue &queue, QWidget *parent = nullptr);

    void setTransfer(qint64 id); ///< 0: none

Q_SIGNALS:
    void openTransfersRequested();

private:
    void refresh();

    static constexpr std::size_t mostNames = 4;
    TransferQueue &m_queue;
    qint64 m_transfer = 0;
    QLabel *m_text;
    std::vector<ElidedLabel *> m_names; ///< mostNames
    QLabel *m_more;
};

} // namespace modelcrate
