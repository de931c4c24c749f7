// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/details.h"
#include "ui/artifact/services.h"

#include <memory>
#include <vector>

#include <QScrollArea>
#include <QTableView>
#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QVBoxLayout;

namespace modelcrate {

class InfoBar;
class JsonTextView;
class JsonTreeView;
class MarkdownBrowser;
class SegmentedControl;

// The pages of ArtifactPage. All on the GUI thread. Of what is very much they show the first thousands, and say so.

/// Values that are many are as one text too much for a label.
QString shortened(const QString &text);

/// The README, or that there is none.
class ArtifactOverview : public QWidget {
    Q_OBJECT

public:
    explicit ArtifactOverview(UserPrompts &prompts, QWidget *parent = nullptr);

    void showReadme(const QString &markdown);
    void showReading();
    /// `text` may be empty.
    void showNothing(const QString &title, const QString &text);

private:
    InfoBar *m_images;
    QStackedWidget *m_stack;
    MarkdownBrowser *m_browser;
    QString m_markdown;
    QLabel *m_title;
    QLabel *m_text;
};

/// A table whose cells can be copied: Ctrl+C takes the value of the current row.
class CopyTable : public QTableView {
    Q_OBJECT

public:
    /// `valueColumn` is what Ctrl+C copies.
    explicit CopyTable(int valueColumn, QWidget *parent = nullptr);
    /// Writes the sizes in the units that are chosen now.
    void writeSizes();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copy() const;
    int m_valueColumn;
};

/// A row a layer: file, kind, size, packaging, digest; sorted by a click on the header.
class ArtifactFiles : public CopyTable {
    Q_OBJECT

public:
    enum Column { File, Layer, Size, Packaging, Digest, ColumnCount };

    explicit ArtifactFiles(QWidget *parent = nullptr);
    void setLayers(const std::vector<ArtifactLayer> &layers);
    /// Of an index: the manifests it names.
    void setManifests(const std::vector<Descriptor> &manifests);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

/// The config as a form to read: known fields with their names, then what else there is.
class ArtifactMetadata : public QScrollArea {
    Q_OBJECT

public:
    explicit ArtifactMetadata(QWidget *parent = nullptr);
    void setConfig(const ArtifactDetails &details);
    /// Nobody has read the config when it could be.
    void showUnknown();
};

class ArtifactAnnotations : public CopyTable {
    Q_OBJECT

public:
    explicit ArtifactAnnotations(QWidget *parent = nullptr);
    void setAnnotations(const Annotations &annotations);

private:
    QStandardItemModel *m_model;
};

/// Manifest and config as a tree and as text, made on a worker when they are first seen.
class DocumentsView : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Tree, Manifest, Config };

    explicit DocumentsView(Services &services, QWidget *parent = nullptr);
    ~DocumentsView() override;
    /// `knowsConfig`: an empty config is what the artifact has, not what could not be read.
    void setDocuments(std::shared_ptr<const ArtifactDetails> details, bool knowsConfig = true);
    void setMode(Mode mode);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Contents;
    void refresh();
    void showContents();
    QString emptyText(Mode mode) const;
    void copyAll() const;

    Services &m_services;
    std::shared_ptr<const ArtifactDetails> m_details;
    bool m_knowsConfig = true;
    std::shared_ptr<const Contents> m_contents;
    std::unique_ptr<QObject> m_job;
    SegmentedControl *m_modes;
    QStackedWidget *m_pages;
    JsonTreeView *m_tree;
    JsonTextView *m_text;
    QLabel *m_message;
};

/// What refers to the artifact; Enter or a double click asks to open one.
class ArtifactReferrers : public CopyTable {
    Q_OBJECT

public:
    explicit ArtifactReferrers(QWidget *parent = nullptr);
    void setReferrers(const std::vector<Descriptor> &referrers);

Q_SIGNALS:
    void chosen(const QString &digest);

private:
    QStandardItemModel *m_model;
};

/// "cosign signature" for the artifact type of a referrer, or the type itself.
QString referrerTypeText(const Descriptor &referrer);

} // namespace modelcrate
