// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "ui/widgets/infobar.h"

#include <optional>

#include <QPointer>

namespace modelcrate {

/// What went wrong with the window's own work (saving, autosaving, recovering), above the places: one failure at a time,
/// until it is no longer true or the user closes it. Hidden while there is none. GUI thread.
class WindowMessage : public InfoBar {
    Q_OBJECT

public:
    enum class About { Sample, Save, Autosave, Recovery, Settings };

    struct Failure {
        About about;
        Error error;
        QString subject = {}; ///< the file
        int count = 1; ///< of unreadable copies; `subject` is the last one
    };

    explicit WindowMessage(QWidget *parent = nullptr);

    /// In place of what was said before.
    void showFailure(Failure failure);
    void clearFailure(About about, const QString &subject = {}); ///< it is no longer true
    const std::optional<Failure> &failure() const { return m_failure; }
    /// A failure that a window of another language has said already.
    void restore(std::optional<Failure> failure);
    /// Moves the focus to its first button; closing it gives the focus back.
    void goTo();

Q_SIGNALS:
    void said(const QString &line); ///< title, cause and what to do, for a log
    void shownChanged(bool isShown);

private:
    ErrorText failureText() const;
    void refresh();

    std::optional<Failure> m_failure;
    QPointer<QWidget> m_focusBefore;
};

} // namespace modelcrate
