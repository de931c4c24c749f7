// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace modelcrate {

class PackageDocument;

/// What can be done with the files of a published artifact that is edited: one that is a layer of its own, and no
/// weight, is replaced by a local file, edited as a text, or put back as it was published. GUI thread.
class PublishedFiles : public QObject {
    Q_OBJECT

public:
    /// `selected`: entries that the actions are about; exactly one makes them possible.
    PublishedFiles(PackageDocument &document, Services &services, std::function<std::vector<std::size_t>()> selected,
                   QWidget *parent);

    const QList<QAction *> &actions() const { return m_actions; }
    void updateActions(); ///< after another selection

Q_SIGNALS:
    void editTextRequested(const QString &path);
    void failed(const QString &title, const QString &text);

private:
    /// The file that is selected, when it can be replaced.
    std::optional<std::string> replaceable() const;
    void replace();
    void take(const std::string &path, const QString &file);

    PackageDocument &m_document;
    Services &m_services;
    std::function<std::vector<std::size_t>()> m_selected;
    QList<QAction *> m_actions;
    QAction *m_replace;
    QAction *m_edit;
    QAction *m_restore;
};

/// Whether a file of the document, which edits a published artifact, can be replaced.
bool canReplace(const PackageDocument &document, std::size_t entry);

} // namespace modelcrate
