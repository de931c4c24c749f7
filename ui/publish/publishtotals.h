// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/bytebar.h"

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace modelcrate {

struct PublishSituation;
struct Transfer;

/// The sums of a publish over a bar: what is to be sent, as far as the target said what it has; then how much was sent,
/// and how fast. The time left changes once a second at most. GUI thread.
class PublishTotals : public QWidget {
    Q_OBJECT

public:
    explicit PublishTotals(QWidget *parent = nullptr);

    void refresh(const PublishSituation &now);

Q_SIGNALS:
    void askAgainRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    QList<ByteBar::Part> refreshPlan(const PublishSituation &now);
    QList<ByteBar::Part> refreshTransfer(const PublishSituation &now);
    QString rateText(const Transfer &transfer);

    QBoxLayout *m_sums; ///< one line, or two where there is no room
    QLabel *m_sum;
    QLabel *m_sumNote;
    QLabel *m_rate;
    QToolButton *m_askAgain;
    ByteBar *m_bar;
    QString m_timeLeft; ///< as it was said last
    QElapsedTimer m_timeSaid;
};

} // namespace modelcrate
