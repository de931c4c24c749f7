// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publish/checklist.h"

#include <vector>

#include <QWidget>

class QLabel;
class QToolButton;

namespace modelcrate {

class ElidedLabel;
struct PublishSituation;

/// Beside a plan: what was checked, in which order things are sent, and the digest of the manifest. GUI thread.
class PlanSide : public QWidget {
    Q_OBJECT

public:
    explicit PlanSide(QWidget *parent = nullptr);

    void refresh(const PublishSituation &now, std::vector<CheckList::Check> checks);
    int concerns() const; ///< checks that are warnings or problems

Q_SIGNALS:
    void helpRequested(const QString &topic); ///< of the guide

private:
    CheckList *m_checks;
    QLabel *m_order;
    ElidedLabel *m_digest;
    QToolButton *m_copyDigest;
    QLabel *m_digestNote;
};

} // namespace modelcrate
