// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/package/packageproblems.h"

#include <QList>
#include <QStatusBar>

class QLabel;
class QToolButton;

namespace modelcrate {

/// The line below everything: three buttons that count problems and transfers and open what they are about, and the
/// totals of what is shown. Only says what it is told. GUI thread.
class BottomStrip : public QStatusBar {
    Q_OBJECT

public:
    explicit BottomStrip(QWidget *parent = nullptr);

    void showProblems(const QList<PackageProblem> &problems); ///< errors first
    /// How many are not finished, and how far they are: empty, or as TransfersSummary::progressText() has it.
    void showTransfers(int count, const QString &progress);
    void showTotals(const QString &text);

Q_SIGNALS:
    void problemsRequested();
    void transfersRequested();
    void activityRequested();

private:
    QToolButton *m_problems;
    QToolButton *m_transfers;
    QLabel *m_totals;
};

} // namespace modelcrate
