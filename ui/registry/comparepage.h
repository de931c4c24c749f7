// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/registry/comparereport.h"

#include <map>
#include <memory>
#include <optional>
#include <set>

#include <QString>
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
class CompareModel;
class PlainHttpNote;

/// Two artifacts beside each other, whatever names them: a tag, a digest, a layout, the local store, a folder or a
/// package that was not published yet. What they share, which fields and layers differ; kinds of change are shown or
/// hidden; it is exported as Markdown or JSON. Reads and writes on a worker. Of very many fields it shows the first
/// thousands, and says so. GUI thread.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(Services &services, QWidget *parent = nullptr);
    ~ComparePage() override;

    /// `after` may be empty: then its field has the focus.
    void compare(const QString &before, const QString &after);
    void swap();
    /// Null until there is one.
    const Comparison *comparison() const { return m_comparison.get(); }
    /// What is filled in and shown: what a page goes on from that takes this one's place.
    struct View {
        QString before; ///< as they are typed
        QString after;
        std::set<LayerChange::State> hidden = {};
        std::shared_ptr<const Comparison> comparison = {}; ///< null while there is none
        bool isReading = false;
    };
    View view() const;
    void restore(const View &view);
    bool isWriting() const { return m_writing > 0; } ///< the export
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
    void fillFields(const QString &before, const QString &after);
    void sayWhatToDo();
    void start();
    void take(Result<std::shared_ptr<const Comparison>> comparison);
    void present(std::shared_ptr<const Comparison> comparison);
    void showSummary();
    void showMembers();
    void showLayers();
    void applyToggles();
    void write(const QString &path);

    Services &m_services;
    std::unique_ptr<QObject> m_job;
    std::shared_ptr<const Comparison> m_comparison;
    bool m_reading = false;
    int m_writing = 0;

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
    CompareModel *m_layers;
    QTableView *m_layerTable;
};

} // namespace modelcrate
