// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageproblems.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"

#include <memory>

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace modelcrate {

class FilesPage;
class Inspector;
class MetadataPage;
class TextEditPage;

/// One open package: its pages under a page bar, the inspector beside them, and the publish page in their place. Owns
/// the document and its plan. GUI thread.
class PackageTab : public QWidget {
    Q_OBJECT

public:
    enum class Page { Files, Metadata, AnnotationList, Manifest, Readme };

    /// All of a tab but its widgets: another one that is made of it shows the same.
    struct Content {
        std::unique_ptr<PackageDocument> document;
        std::unique_ptr<PlanPreview> preview = {}; ///< null: is made
        Page page = Page::Files;
        bool isPublishShown = false;
        bool isInspectorWanted = true;
        QString filter = {};
        std::vector<std::size_t> selection = {}; ///< entries
        PublishPage::Handover publish = {};
    };

    PackageTab(std::unique_ptr<PackageDocument> document, Services &services, QWidget *parent = nullptr);
    PackageTab(Content content, Services &services, QWidget *parent = nullptr);
    ~PackageTab() override;

    /// The tab can only be deleted then, before the content is used or goes.
    Content takeContent();

    PackageDocument &document() { return *m_document; }
    const PackageDocument &document() const { return *m_document; }
    PlanPreview &preview() { return *m_preview; }
    FilesPage &filesPage() { return *m_files; }
    PublishPage &publishPage() { return *m_publish; }

    void showPage(Page page);
    Page page() const;
    void showPublish();
    void showPackage(); ///< back from the publish page
    bool isPublishShown() const;
    /// A file of a published artifact, as a text to be changed.
    void editText(const QString &path);
    /// What stands in an open editor becomes an edit now: before the package is saved, closed or taken elsewhere.
    void commitTyping();
    void discardChanges(); ///< of a published artifact, in one undo step
    void focusFilter();
    /// On the files page, to which it goes.
    void toggleTreemap();
    void setInspectorShown(bool shown);
    bool isInspectorShown() const;

    QList<PackageProblem> problems() const;
    /// Shows the field or the file that a problem is about.
    void goTo(const PackageProblem &problem);
    /// "20 layers · 15.9 GB", and what is still to hash.
    QString totalsText() const;
    /// Of the guide, about what is shown.
    QString helpTopic() const;

Q_SIGNALS:
    void changed(); ///< title, unsaved mark, problems or totals
    void openTransfersRequested();
    void pageChanged();
    void helpRequested(const QString &topic); ///< of the guide

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restore(Content content);
    QWidget *makePageBar();
    void filterEdited(const QString &text);
    void addChanges(QBoxLayout *row, QWidget *bar);
    void refreshBar();
    void refreshChanges();
    void placeBar();
    void placeInspector();

    std::unique_ptr<PackageDocument> m_document;
    std::unique_ptr<PlanPreview> m_preview;
    QStackedWidget *m_stack; ///< package, publish
    QTabBar *m_tabs;
    QLineEdit *m_filter;
    QToolButton *m_undoButton;
    QToolButton *m_redoButton;
    QToolButton *m_inspectorButton;
    QPushButton *m_publishButton;
    QSplitter *m_splitter;
    QStackedWidget *m_pages;
    FilesPage *m_files;
    MetadataPage *m_metadata;
    Inspector *m_inspector;
    PublishPage *m_publish;
    TextEditPage *m_textEdit;
    QLabel *m_changes = nullptr; ///< of a published artifact
    QPushButton *m_discard = nullptr;
    bool m_inspectorWanted = true;
    bool m_narrow = false;
};

} // namespace modelcrate
