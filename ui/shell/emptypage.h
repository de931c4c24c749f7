// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <map>

#include <QWidget>

class QListView;
class QPushButton;
class QStandardItemModel;

namespace modelcrate {

/// What a window without packages shows: an invitation to drop a folder, three ways to begin, and what was open before.
/// Whether recent folders still exist is looked at on a worker. GUI thread.
class EmptyPage : public QWidget {
    Q_OBJECT

public:
    explicit EmptyPage(Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void openFolderRequested();
    void browseRequested();
    void sampleRequested();
    void openRequested(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Picture;
    QWidget *makeButtons();
    QWidget *makeRecents();
    void refreshRecents();
    void showRecents();
    void activate(const QModelIndex &index);
    void removeCurrent();

    Services &m_services;
    Picture *m_picture;
    QPushButton *m_openFolder;
    QWidget *m_recentPart;
    QListView *m_recentList;
    QStandardItemModel *m_recents;
    std::map<QString, bool> m_exists; ///< as far as known
};

} // namespace modelcrate
