// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"
#include "ui/artifact/services.h"

#include <optional>
#include <vector>

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace modelcrate {

class ElidedLabel;
class PlainHttpNote;
class TargetAccount;
struct PublishSituation;
struct TargetSuggestion;

/// Where to, across the page: a field while it is planned, later the reference to copy. Beneath it whether that is a
/// target and its tag is free, whether the way is unencrypted, and with which account. GUI thread.
class TargetForm : public QWidget {
    Q_OBJECT

public:
    TargetForm(Services &services, QWidget *parent = nullptr);

    QString text() const; ///< as it is typed
    /// edited() follows when it is another text.
    void setText(const QString &text);
    /// Without edited().
    void setTextQuietly(const QString &text);
    /// What can be chosen; the text stays.
    void setSuggestions(const std::vector<TargetSuggestion> &suggestions);
    void refresh(const PublishSituation &now, const TargetAccount &account);

Q_SIGNALS:
    void edited();
    void signInRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNote(const PublishSituation &now);

    QComboBox *m_target;
    ElidedLabel *m_sentTo;
    QToolButton *m_copyTarget;
    QBoxLayout *m_notes; ///< one beneath the other where there is no room beside each other
    QLabel *m_validity;
    PlainHttpNote *m_plainHttp;
    QLabel *m_account;
    QPushButton *m_signIn;
};

} // namespace modelcrate
