// SPDX-License-Identifier: Apache-2.0
#include "ui/package/diskbar.h"

#include "ui/package/packagedocument.h"

#include <QStringList>

namespace modelcrate {

namespace {

/// What is in the package and not as it was looked at.
std::size_t changedFiles(const PackageDocument &document)
{
    std::size_t changed = 0;
    for (std::size_t i = 0; i < document.state().size(); ++i)
        changed += document.isChangedOnDisk(i) && document.state().state(i).included ? 1 : 0;
    return changed;
}

} // namespace

DiskBar::DiskBar(QWidget *parent) : InfoBar(parent)
{
    setObjectName(QStringLiteral("changedOnDiskBar"));
    hide();
}

void DiskBar::refresh(const PackageDocument &document, std::size_t newFiles)
{
    const auto changed = changedFiles(document);
    setVisible(changed + newFiles > 0);
    const bool saysSo = changed == m_changed && newFiles == m_newFiles;
    m_changed = changed;
    m_newFiles = newFiles;
    if (saysSo || changed + newFiles == 0)
        return;
    QStringList parts;
    if (changed > 0)
        parts.append(tr("%Ln file(s) changed on disk.", nullptr, static_cast<int>(changed)));
    if (newFiles > 0)
        parts.append(tr("%Ln new file(s) in the folder.", nullptr, static_cast<int>(newFiles)));
    clearActions();
    setMessage(Kind::Warning, parts.join(QLatin1Char(' ')), tr("A rescan takes the folder as it is now."));
    addAction(tr("Rescan"), QStringLiteral("rescanButton"), [this] { Q_EMIT rescanRequested(); });
}

} // namespace modelcrate

#include "moc_diskbar.cpp"
