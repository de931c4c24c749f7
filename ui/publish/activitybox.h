// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QWidget>

class QPlainTextEdit;

namespace modelcrate {

class TransferLog;

/// What happened in a transfer: a line an event, the newest first, to read and to select. GUI thread.
class ActivityBox : public QWidget {
    Q_OBJECT

public:
    explicit ActivityBox(QWidget *parent = nullptr);

    /// Nothing moves while there is nothing new; new lines leave a selection where it is.
    void refresh(const TransferLog &log);

private:
    QPlainTextEdit *m_text;
    qint64 m_transfer = 0;
    std::uint64_t m_shown = 0; ///< so many events of the log are there, or were
};

} // namespace modelcrate
