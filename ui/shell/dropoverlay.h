// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QMimeData;

namespace modelcrate {

/// Whether something that is dragged can be opened: exactly one local folder, or one `*.modelcrate.json`.
struct DropVerdict {
    QString path; ///< what would be opened; empty when it is refused
    QString reason; ///< why it is refused
    bool isFinal = true; ///< false: the disk was not asked yet
};
/// By what can be told without a look at the disk, which may hang: one local path is taken until the disk says more.
DropVerdict judgeDrop(const QMimeData &data);
/// What the disk says of a path that was taken. For a worker.
DropVerdict judgeOnDisk(const QString &path);

/// Lies over the whole window while something is dragged over it and says what a drop would do, or why it does nothing.
class DropOverlay : public QWidget {
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *window);
    void showVerdict(const DropVerdict &verdict);
    QString text() const { return m_text; }
    const DropVerdict &verdict() const { return m_verdict; } ///< that was shown last

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isAccepted() const { return !m_verdict.path.isEmpty(); }

    QString m_text;
    DropVerdict m_verdict;
};

} // namespace modelcrate
