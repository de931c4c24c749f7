// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <vector>

#include <QString>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QListView;
class QScrollArea;
class QSplitter;
class QStandardItemModel;

namespace modelcrate {

class FieldRow;
class PackageDocument;
class PlanPreview;

/// The model config as a form: every field of the specification with an input of its own kind, what the files say
/// beside it, and checks as one types. What is no valid value (yet) is kept as a draft and left out of the config; it
/// counts as a problem.
class MetadataPage : public QWidget {
    Q_OBJECT

public:
    MetadataPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~MetadataPage() override;

    /// Takes the widget that stands beside the form where there is room (metrics::narrow), or when it is asked for.
    void setSidePanel(QWidget *panel);
    QWidget *sidePanel() const { return m_panel; }
    /// In a narrow window: the panel in place of the form.
    void setSidePanelOver(bool over);
    bool hasRoomForSidePanel() const;

    /// Shows only fields with this in their name, help or value; empty: all.
    void setFilter(const QString &text);
    /// Brings a field into sight and puts the keyboard there: "config.precision", or a place in the config's JSON such
    /// as "/descriptor/licenses/0". Nothing for others.
    void focusField(const QString &path);

    struct Problem {
        QString field; ///< for focusField()
        QString label;
        QString text;
        bool operator==(const Problem &) const = default;
    };
    /// Fields that are left out until they are valid, in the order of the form.
    std::vector<Problem> problems() const;
    int problemCount() const;

Q_SIGNALS:
    void problemsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Section;
    QWidget *makeSectionPanel();
    QWidget *makeForm();
    void refreshRows();
    void refreshRemarks();
    void refreshLayers();
    void refreshVisibility();
    void summarize();
    void arrange();
    void applyColors();
    void showSection(int index);

    PackageDocument &m_document;
    PlanPreview &m_preview;
    std::vector<FieldRow *> m_rows;
    std::vector<Section> m_sections;
    QSplitter *m_splitter;
    QFrame *m_sectionPanel = nullptr;
    QStandardItemModel *m_sectionModel = nullptr;
    QListView *m_sectionList = nullptr;
    QComboBox *m_sectionCombo = nullptr;
    QWidget *m_narrowBar = nullptr;
    QCheckBox *m_showEmpty = nullptr;
    QCheckBox *m_showEmptyNarrow = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_layers = nullptr;
    QLabel *m_nothingFound = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_formSide = nullptr;
    QWidget *m_panel = nullptr;
    std::vector<Problem> m_problems;
    QTimer m_summaryDelay;
    QString m_filter;
    bool m_panelOver = false;
    bool m_panelPlaced = false;
};

} // namespace modelcrate
