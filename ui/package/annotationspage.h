// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QTableView;

namespace modelcrate {

class AnnotationsModel;
class InfoBar;
class PackageDocument;
class PlanPreview;

/// The annotations that a publish writes, the user's to edit and the derived ones to see: F2, Enter or typing edits a
/// cell, Delete removes rows, pasting "key=value" lines or a JSON object adds all of it in one step.
class AnnotationsPage : public QWidget {
    Q_OBJECT

public:
    AnnotationsPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~AnnotationsPage() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void startAdding();
    void continueWithValue(int row);
    void deleteSelected();
    void copySelected() const;
    void paste();
    void refresh();
    std::vector<int> selectedRows() const;

    PackageDocument &m_document;
    AnnotationsModel *m_model;
    QTableView *m_view;
    InfoBar *m_sizeBar;
    InfoBar *m_messageBar;
    QPushButton *m_add;
    QPushButton *m_delete;
    QCheckBox *m_keepTimes;
    QCheckBox *m_ociAnnotations;
};

} // namespace modelcrate
