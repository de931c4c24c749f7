// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filelist.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QObject>
#include <QString>

namespace modelcrate {

class FileListModel;
class JobRunner;
class PackageDocument;
class PlanPreview;
class Whereabouts;

/// Fills the list of a package's files: the tree of their paths, made on a worker after the entries or what was left
/// out became others, and what is said of each file, from the document, its plan and what is known of places. All that
/// it is given outlives it. GUI thread.
class FileItems : public QObject {
    Q_OBJECT

public:
    /// What the files are told from, and the model that gets them.
    struct Parts {
        PackageDocument &document;
        PlanPreview &preview;
        const Whereabouts &whereabouts;
        JobRunner &jobs;
        FileListModel &model;
    };
    explicit FileItems(const Parts &parts, QObject *parent = nullptr);

    /// The model has the tree of the present entries.
    bool isReady() const { return m_isReady; }
    /// Of the tree that the model got last; null before the first.
    const std::shared_ptr<const std::vector<FileItem>> &items() const { return m_items; }
    /// What is said of each file, anew; the model gets it when something is another. Nothing happens before isReady().
    /// Goes over the entries once: whoever calls it gathers what changes.
    void refresh();
    /// How far the file is that is hashed right now. Follows the hashing by itself; after a refresh() it says so of the
    /// files as they are then.
    void refreshHashing();

Q_SIGNALS:
    void treeChanged(); ///< the model has another one

private:
    void makeTree();
    void takeTree(std::shared_ptr<const FileTree> tree);
    std::shared_ptr<const std::vector<FileItem>> make() const;
    std::uint32_t entryAt(const std::string &path) const;

    Parts m_parts;
    std::shared_ptr<const std::vector<FileItem>> m_items;
    std::map<std::string, QString> m_excluded; ///< what the tree was made with, to see whether it is another one
    int m_generation = 0; ///< of the tree; the newest wins
    bool m_isReady = false;
    std::string m_hashingPath;
    std::uint32_t m_hashingEntry = FileTree::none;
};

} // namespace modelcrate
