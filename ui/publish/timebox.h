// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QWidget>

class QLabel;

namespace modelcrate {

struct PublishSituation;

/// How long a transfer still takes, and on which condition. GUI thread.
class TimeBox : public QWidget {
    Q_OBJECT

public:
    explicit TimeBox(QWidget *parent = nullptr);

    /// Figures that go up and down cannot be read: while the transfer stays in its state, the words change once a
    /// second at most.
    void refresh(const PublishSituation &now);

    struct Words {
        QString text; ///< "About 6 min left at 9.6 MB/s, if the 2 stopped layers start again."
        QString note; ///< without those; of what nobody knows; or empty
    };
    static Words wordsFor(const PublishSituation &now);

private:
    QLabel *m_text;
    QLabel *m_note;
    QElapsedTimer m_said;
    int m_state = -1; ///< that the words are of
    bool m_counts = false; ///< a time is said, anew each second; that one is known or no longer is said at once
};

} // namespace modelcrate
