// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filecommands.h"

#include "ui/package/filespage.h"
#include "ui/package/publishedfiles.h"
#include "ui/text/kindtext.h"
#include "ui/text/mnemonics.h"

namespace modelcrate {

namespace {

struct FileCommand {
    const char *name;
    QString text;
    QKeySequence key;
};

/// What the pages make; a test holds both to each other.
std::vector<FileCommand> pageCommands()
{
    return {
        {"chooseLayer", FilesPage::tr("Choose the &Layer…"), Qt::Key_L},
        {"confirmLayer", FilesPage::tr("&Confirm the Layer"), Qt::CTRL | Qt::Key_Return},
        {"toggleIncluded", FilesPage::tr("Lea&ve Out"), Qt::Key_Space},
        {"bundle", FilesPage::tr("&Bundle into One Layer"), Qt::CTRL | Qt::Key_B},
        {"unbundle", FilesPage::tr("&Take Out of the Bundle"), Qt::CTRL | Qt::SHIFT | Qt::Key_B},
        {"selectSameExtension", FilesPage::tr("Select All with the Same &Extension"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_E},
        {"reviewNext", FilesPage::tr("Go to the Next That &Needs a Look"), Qt::Key_F8},
        {"copyPaths", FilesPage::tr("Cop&y Path"), Qt::CTRL | Qt::SHIFT | Qt::Key_C},
        {"showLeftOut", FilesPage::tr("&Show Left-Out Files"), {}},
        {"expandAll", FilesPage::tr("E&xpand All Folders"), {}},
        {"collapseAll", FilesPage::tr("C&ollapse All Folders"), {}},
        {"rescan", FilesPage::tr("&Rescan the Folder"), Qt::Key_F5},
        {"editFileText", PublishedFiles::tr("&Edit as Text"), Qt::Key_F2},
        {"replaceFile", PublishedFiles::tr("&Replace by a File…"), Qt::CTRL | Qt::SHIFT | Qt::Key_R},
        {"restoreFile", PublishedFiles::tr("Put &Back as Published"), {}},
    };
}

} // namespace

std::vector<Shortcuts::Command> fileCommands(const QString &group)
{
    std::vector<Shortcuts::Command> commands;
    const auto add = [&](const QString &name, const QString &text, const QKeySequence &key) {
        commands.push_back({.name = name,
                            .text = withoutMnemonics(text),
                            .group = group,
                            .own = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key},
                            .isWindowWide = false});
    };
    for (const auto &command : pageCommands())
        add(QLatin1String(command.name), command.text, command.key);
    for (const auto encoding :
         {LayerEncoding::Raw, LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd})
        add(QStringLiteral("setPackaging-%1").arg(QLatin1String(toString(encoding).data())),
            FilesPage::tr("Packa&ging") + QStringLiteral(" › ") + encodingText(encoding), {});
    return commands;
}

} // namespace modelcrate
