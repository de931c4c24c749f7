// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publish/checklist.h"

#include <vector>

#include <QWidget>

class QLabel;

namespace modelcrate {

struct PublishSituation;

/// What becomes of a transfer when the page is closed, the program or the machine ends, or a layer is left half sent at
/// its target. GUI thread.
class InterruptBox : public QWidget {
    Q_OBJECT

public:
    explicit InterruptBox(QWidget *parent = nullptr);

    /// `isKept`: the queue is kept on the disk.
    void refresh(const PublishSituation &now, bool isKept);

    static std::vector<CheckList::Check> factsOf(const PublishSituation &now, bool isKept);

private:
    QLabel *m_heading;
    CheckList *m_facts;
};

} // namespace modelcrate
