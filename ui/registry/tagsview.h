// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QModelIndex;
class QPoint;
class QTableView;

namespace modelcrate {

class ElidedLabel;
class InfoBar;
class TagsModel;

/// The tags of a repository: filter, only models, a row each. Reads the manifests of the rows that are seen. GUI
/// thread.
class TagsView : public QWidget {
    Q_OBJECT

public:
    explicit TagsView(Services &services, QWidget *parent = nullptr);

    /// "registry/repository" or "store:repository".
    void setRepository(const QString &repository);
    QString repository() const;
    /// Marks the row of a reference, as soon as it is listed; chosen() is not emitted.
    void setCurrent(const QString &reference);
    void reload();
    TagsModel &model() { return *m_model; }

Q_SIGNALS:
    void chosen(const QString &reference);
    void besideRequested(const QString &reference); ///< to be shown beside what is seen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void makeTable();
    void showListed();
    void selectCurrent();
    void showStatus();
    void fitColumns();
    void showMenu(const QModelIndex &index, const QPoint &where);
    /// Once per turn of the event loop, however many rows came, went or scrolled.
    void readWhatIsSeenSoon();
    void readWhatIsSeen();

    Services &m_services;
    TagsModel *m_model;
    QSortFilterProxyModel *m_filtered;
    ElidedLabel *m_title;
    QLineEdit *m_filter;
    QCheckBox *m_onlyModels;
    InfoBar *m_message;
    QTableView *m_table;
    QLabel *m_status;
    QString m_current; ///< reference of the row that is marked
    bool m_readingSoon = false;
};

} // namespace modelcrate
