// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace modelcrate {

class PrimaryButton;
class Settings;
struct PublishSituation;

/// The bar at the foot of a publish page: how long it takes or what goes on, and what can be done now. The one primary
/// button says what it does: "Publish v1.3.0". Where there is no room, the others lose their icons, then go into a
/// menu. GUI thread.
class PublishActions : public QWidget {
    Q_OBJECT

public:
    PublishActions(const Settings &settings, QWidget *parent = nullptr);

    /// `note`: what the last thing done came to, in place of the estimate; or empty.
    void refresh(const PublishSituation &now, const QString &note);
    QSize minimumSizeHint() const override; ///< with all that can in the menu

Q_SIGNALS:
    void copyCommandRequested();
    void saveLayoutRequested();
    void moveTagRequested(); ///< or, of an edit that is in place, the next tag
    void backToPlanRequested();
    void retryNowRequested();
    void pauseRequested();
    void cancelRequested();
    void primaryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Action {
        QPushButton *button;
        QString iconName; ///< or empty
        QAction *entry; ///< of the menu, in place of the button
        bool isWanted = false;
    };
    void want(const QPushButton *button, bool isWanted, bool isEnabled = true);
    void place(); ///< nothing moves while the same is wanted in the same width
    void setIcons(bool hasIcons);
    int neededWidth() const; ///< of what is wanted and not in the menu
    QPushButton *add(const QString &text, const QString &iconName, const char *name,
                     void (PublishActions::*requested)());
    void refreshPrimary(const PublishSituation &now);
    void setPrimary(const QString &iconName, const QString &text, bool isEnabled = true, const QString &tip = {});
    QString estimate(const PublishSituation &now) const;
    static QString progress(const PublishSituation &now);

    const Settings &m_settings;
    std::vector<Action> m_actions; ///< as they stand, the primary is none of them
    bool m_hasIcons = true;
    QString m_placed; ///< what the bar was laid out for
    QToolButton *m_more;
    QLabel *m_estimate;
    QPushButton *m_copyCommand;
    QPushButton *m_saveLayout;
    QPushButton *m_moveTag;
    QPushButton *m_backToPlan;
    QPushButton *m_retryNow;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    PrimaryButton *m_primary;
};

} // namespace modelcrate
