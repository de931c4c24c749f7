// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/weightfacts.h"
#include "ui/artifact/services.h"

#include <optional>
#include <vector>

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace modelcrate {

class ElidedLabel;
class FactGrid;
class Job;
class PackageDocument;
class PlanPreview;
class SectionBox;

/// Everything about the selected files, and the same edits as the list: layer and packaging, for one file or for many
/// at once. What a weight file says of itself is read from its header on a worker.
class Inspector : public QScrollArea {
    Q_OBJECT

public:
    Inspector(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~Inspector() override;

    /// Indexes of the document's entries, each once; none shows the package as a whole.
    void showEntries(const std::vector<std::size_t> &entries);
    const std::vector<std::size_t> &entries() const { return m_entries; }
    QSize sizeHint() const override;

private:
    void makeHeader(QWidget *parent);
    QWidget *makeLayerSection();
    QWidget *makeFactsSection();
    QWidget *makeDigestSection();
    void scheduleRefresh();
    void refresh();
    void refreshHeader();
    void refreshLayer();
    void refreshWhy();
    void refreshDigest();
    void refreshAnnotations();
    void refreshWhere();
    void readFacts();
    void showFacts();
    std::optional<std::size_t> single() const;

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    std::vector<std::size_t> m_entries;
    QTimer m_refresh;
    QTimer m_readDelay;
    QPointer<Job> m_reading;
    std::optional<WeightFacts> m_facts;
    std::optional<QString> m_factsProblem;
    int m_factsGeneration = 0;
    bool m_allTensors = false;

    QLabel *m_icon = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    SectionBox *m_layerBox;
    SectionBox *m_factsBox;
    SectionBox *m_digestBox;
    SectionBox *m_annotationsBox;
    SectionBox *m_whereBox;
    QComboBox *m_kind = nullptr;
    QComboBox *m_encoding = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_confirm = nullptr;
    FactGrid *m_factGrid = nullptr;
    FactGrid *m_tensorGrid = nullptr;
    QLabel *m_factNote = nullptr;
    QPushButton *m_moreTensors = nullptr;
    ElidedLabel *m_digest = nullptr;
    QToolButton *m_copyDigest = nullptr;
    QLabel *m_digestNote = nullptr;
    FactGrid *m_annotationGrid = nullptr;
    FactGrid *m_whereGrid = nullptr;
};

} // namespace modelcrate
