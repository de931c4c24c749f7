// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/fileclassifier.h"

#include <cstddef>
#include <functional>
#include <vector>

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QModelIndex;
class QString;
class QWidget;

namespace modelcrate {

class ExtensionOffer;
class FileListModel;
class FileListView;
class FolderRescan;
class PackageDocument;
class Settings;

/// What can be done with the files of a package by keyboard and menu: edits of those that are selected in its list,
/// each one undo step, also of a hundred thousand files; ways through the list; a rescan. Edits never fail. Layers that
/// are published stay what they are: of an edited artifact only the ways through the list are there. GUI thread.
class FileActions : public QObject {
    Q_OBJECT

public:
    using Entries = std::vector<std::size_t>;
    /// What the actions work on, all of which outlives them.
    struct Parts {
        PackageDocument &document;
        Settings &settings;
        FileListModel &model;
        FileListView &view;
        FolderRescan &rescan;
        ExtensionOffer &offer; ///< is told of edits that could be done to more files
        std::function<Entries()> selected; ///< each once, in order, and in the document
    };
    /// `page` gets the menus, and should get the actions(): their shortcuts hold within it. It is for the page to keep
    /// bare keys to the list.
    FileActions(const Parts &parts, QWidget *page);

    /// As a menu has them, separators between groups.
    const QList<QAction *> &actions() const { return m_actions; }
    /// "Layer" with its kinds, and "Packaging".
    QMenu *kindMenu() const { return m_kindMenu; }
    QMenu *packagingMenu() const { return m_packagingMenu; }
    QAction *showLeftOut() const { return m_showLeftOut; } ///< remembered
    void refresh(); ///< after another selection, or an edit

public Q_SLOTS:
    void reviewNext(); ///< one after the other, round and round, in the order of the package

Q_SIGNALS:
    void entryWanted(std::size_t entry); ///< show it, whatever hides it now

private:
    void makeKindMenu(QWidget *page);
    void makePackagingMenu(QWidget *page);
    void makeActions();
    void makeListActions();
    void keepWaysThroughTheList();
    QAction *add(const QString &text, const char *name, const QKeySequence &shortcut, void (FileActions::*slot)());
    void addSeparator();

    void setKind(LayerKind kind);
    void setEncoding(LayerEncoding encoding);
    void toggleIncluded();
    void include(const QModelIndex &row);
    void confirm();
    void bundle();
    void unbundle();
    void selectSameExtension();
    void showKindMenu();
    void copyPaths();
    void rescan();

    Parts m_parts;
    QMenu *m_kindMenu = nullptr;
    QMenu *m_packagingMenu = nullptr;
    QList<QAction *> m_actions;
    QList<QAction *> m_ofSelection; ///< need one
    QAction *m_toggleIncluded = nullptr;
    QAction *m_showLeftOut = nullptr;
    QAction *m_rescan = nullptr;
    std::size_t m_reviewed = 0; ///< entries up to that one
};

} // namespace modelcrate
