// SPDX-License-Identifier: Apache-2.0
#include "ui/package/publishedfiles.h"

#include "io/file.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/userprompts.h"

#include <QAction>
#include <QKeySequence>
#include <QPointer>
#include <QWidget>

namespace modelcrate {

bool canReplace(const PackageDocument &document, std::size_t entry)
{
    const auto &state = document.state().state(entry);
    return document.published() && state.kind != LayerKind::Weight && state.encoding == LayerEncoding::Raw;
}

PublishedFiles::PublishedFiles(PackageDocument &document, Services &services,
                               std::function<std::vector<std::size_t>()> selected, QWidget *parent)
    : QObject(parent),
      m_document(document),
      m_services(services),
      m_selected(std::move(selected))
{
    const auto make = [&](const QString &text, const char *name, const char *iconName, const QKeySequence &keys) {
        auto *action = new QAction(icon(QLatin1String(iconName)), text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions.append(action);
        return action;
    };
    m_edit = make(tr("&Edit as Text"), "editFileText", "edit", QKeySequence(Qt::Key_F2));
    m_replace = make(tr("&Replace by a File…"), "replaceFile", "swap", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_restore = make(tr("Put &Back as Published"), "restoreFile", "undo", {});
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const auto path = replaceable())
            Q_EMIT editTextRequested(toQString(*path));
    });
    connect(m_replace, &QAction::triggered, this, &PublishedFiles::replace);
    connect(m_restore, &QAction::triggered, this, [this] {
        if (const auto path = replaceable())
            m_document.replaceFile(*path, std::nullopt);
    });
    connect(&document, &PackageDocument::factsChanged, this, &PublishedFiles::updateActions);
    updateActions();
}

std::optional<std::string> PublishedFiles::replaceable() const
{
    const auto entries = m_selected();
    if (entries.size() != 1 || !canReplace(m_document, entries.front()))
        return std::nullopt;
    return m_document.state().entry(entries.front()).path;
}

void PublishedFiles::updateActions()
{
    const auto path = replaceable();
    m_edit->setEnabled(path.has_value());
    m_replace->setEnabled(path.has_value());
    m_restore->setEnabled(path && m_document.replacement(*path));
}

void PublishedFiles::replace()
{
    const auto path = replaceable();
    if (!path)
        return;
    m_services.prompts.chooseOpenFile(qobject_cast<QWidget *>(parent()), tr("Replace %1").arg(displayText(*path)),
                                      tr("All files (*)"),
                                      [this, self = QPointer(this), path = *path](const QString &file) {
                                          if (self && !file.isEmpty())
                                              take(path, file);
                                      });
}

void PublishedFiles::take(const std::string &path, const QString &file)
{
    m_services.jobs.run<ReplacedFile>(
        this,
        [file = toPath(file)](const TaskContext &) -> Result<ReplacedFile> {
            const auto absolute = std::filesystem::absolute(file);
            ASSIGN_OR_RETURN(const auto identity, identityOf(absolute));
            return ReplacedFile{absolute, std::nullopt, identity.size};
        },
        [this, path](Result<ReplacedFile> by) {
            if (by) {
                m_document.replaceFile(path, std::move(*by));
            } else {
                const auto text = errorText(by.error());
                Q_EMIT failed(text.title, text.cause);
            }
        });
}

} // namespace modelcrate

#include "moc_publishedfiles.cpp"
