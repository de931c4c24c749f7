// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QDragEnterEvent;
class QDropEvent;
class QMimeData;

namespace modelcrate {

class JobRunner;

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

/// Takes what is dropped on a window. Lies over the whole of it while something is dragged over it and says what a drop
/// would do, or why it does nothing. What is dropped before the disk has answered is taken: who opens it says what it
/// is. GUI thread.
class DropOverlay : public QWidget {
    Q_OBJECT

public:
    /// Makes the window accept drops, and handles those of its events itself.
    DropOverlay(QWidget *window, JobRunner &jobs);
    void showVerdict(const DropVerdict &verdict);
    QString text() const { return m_text; }
    const DropVerdict &verdict() const { return m_verdict; } ///< that was shown last

Q_SIGNALS:
    void dropped(const QString &path);
    void refused(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isAccepted() const { return !m_verdict.path.isEmpty(); }
    void enter(QDragEnterEvent &event);
    void askDisk();
    void leave();
    void drop(QDropEvent &event);

    JobRunner &m_jobs;
    QString m_text;
    DropVerdict m_verdict; ///< on what is over the window
    int m_drag = 0; ///< number of the drag that the verdict is on
};

} // namespace modelcrate
