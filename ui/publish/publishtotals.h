// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/bytebar.h"

#include <QList>
#include <QWidget>

class QLabel;
class QToolButton;

namespace modelcrate {

struct PublishSituation;

/// The sums of a publish over a bar: what is to be sent, as far as the target said what it has; then how much was sent,
/// and how fast. GUI thread.
class PublishTotals : public QWidget {
    Q_OBJECT

public:
    explicit PublishTotals(QWidget *parent = nullptr);

    void refresh(const PublishSituation &now);

Q_SIGNALS:
    void askAgainRequested();

private:
    QList<ByteBar::Part> refreshPlan(const PublishSituation &now);
    QList<ByteBar::Part> refreshTransfer(const PublishSituation &now);

    QLabel *m_sum;
    QLabel *m_sumNote;
    QLabel *m_rate;
    QToolButton *m_askAgain;
    ByteBar *m_bar;
};

} // namespace modelcrate
