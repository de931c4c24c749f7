// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/accountform.h"

#include <functional>
#include <optional>

#include <QString>
#include <QStringList>

class QWidget;

namespace modelcrate {

/// The few questions that leave the page: files and folders, and a choice before something is lost. Never blocks: the
/// answer comes to a callback, since nested event loops are not used. Tests answer through ScriptedPrompts
/// (tests/support).
class UserPrompts {
public:
    virtual ~UserPrompts() = default;
    /// Empty when the user gave up.
    virtual void chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer) = 0;
    virtual void chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                                std::function<void(QString)> answer) = 0;
    /// A name without a suffix gets that of the chosen filter, before it is asked whether a file is replaced.
    virtual void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                                std::function<void(QString)> answer) = 0;
    struct Choice {
        QString title;
        QString text;
        QStringList buttons; ///< the last one gives up and is the default
        int destructive = -1; ///< index of a button that loses something
    };
    /// Index of the button; the last one for Esc.
    virtual void choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer) = 0;
    using Account = modelcrate::Account;
    virtual void askAccount(QWidget *parent, const AccountQuestion &question,
                            std::function<void(std::optional<Account>)> answer) = 0;
};

/// Real dialogs, opened with open().
class DialogPrompts final : public UserPrompts {
public:
    void chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer) override;
    void chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                        std::function<void(QString)> answer) override;
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                        std::function<void(QString)> answer) override;
    void choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer) override;
    void askAccount(QWidget *parent, const AccountQuestion &question,
                    std::function<void(std::optional<Account>)> answer) override;
};

} // namespace modelcrate
