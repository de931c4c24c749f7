// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace modelcrate {

/// One of a few, all in sight: joined buttons of which one is down. The arrow keys move, Tab leaves.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// The first one added is current until another is chosen.
    QToolButton *addSegment(const QString &text, const QString &objectName);
    int count() const;
    int currentIndex() const;
    /// Emits nothing.
    void setCurrentIndex(int index);

Q_SIGNALS:
    /// Chosen by the user.
    void currentChanged(int index);

private:
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace modelcrate
