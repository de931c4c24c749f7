// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/registry/comparereport.h"

#include <map>
#include <memory>
#include <optional>

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStandardItemModel;
class QTableView;
class QToolButton;

namespace modelcrate {

class CompareBars;
class InfoBar;
class LayerStateFilter;
class PlainHttpNote;

/// Two artifacts beside each other, whatever names them: a tag, a digest, a layout, the local store, a folder or a
/// package that was not published yet. What they share, which fields and layers differ; kinds of change are shown or
/// hidden; it is exported as Markdown or JSON. Reads on a worker. GUI thread.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(Services &services, QWidget *parent = nullptr);
    ~ComparePage() override;

    /// `after` may be empty: then its field has the focus.
    void compare(const QString &before, const QString &after);
    void swap();
    /// Null until there is one.
    const Comparison *comparison() const { return m_comparison ? &*m_comparison : nullptr; }
    /// Puts the comparison into a file that is asked for; *.json is JSON, everything else Markdown.
    void exportFile();

Q_SIGNALS:
    void compared(); ///< comparison(), or a message why there is none
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSummary();
    QWidget *makeMembers();
    QWidget *makeLayers();
    QComboBox *makeField(const QString &accessibleName, const char *objectName);
    void start();
    void take(Result<Comparison> comparison);
    void showSummary();
    void showMembers();
    void showLayers();
    void applyToggles();
    void write(const QString &path);

    Services &m_services;
    std::unique_ptr<QObject> m_job;
    std::optional<Comparison> m_comparison;

    QComboBox *m_before;
    QComboBox *m_after;
    PlainHttpNote *m_plainHttp;
    QPushButton *m_export;
    InfoBar *m_message;
    QWidget *m_result;
    QLabel *m_shared;
    QLabel *m_notShared;
    CompareBars *m_bars;
    QLabel *m_memberTitle;
    QStandardItemModel *m_members;
    QTableView *m_memberTable;
    std::map<LayerChange::State, QToolButton *> m_toggles;
    QStandardItemModel *m_layers;
    LayerStateFilter *m_filtered;
    QTableView *m_layerTable;
};

} // namespace modelcrate
