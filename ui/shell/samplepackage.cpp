// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/samplepackage.h"

#include "io/file.h"
#include "io/userfolders.h"
#include "ui/text/convert.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace modelcrate {

namespace fs = std::filesystem;

Result<fs::path> makeSamplePackage()
{
    // What resources/sample/make-sample wrote when the program was built.
    const QDir sample(QStringLiteral(":/sample/tiny-model"));
    const auto data = userFolder(UserFolder::Data);
    const auto folder = (data ? *data : fs::temp_directory_path() / "modelcrate") / "sample" / "tiny-model";
    for (QDirIterator files(sample.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return Error(ErrorCode::Internal, toUtf8(file.fileName()) + " is missing in the program");
        const auto bytes = file.readAll();
        const auto target = folder / toPath(sample.relativeFilePath(file.fileName()));
        const bool isScript = bytes.startsWith("#!");
        RETURN_IF_ERROR(makeFolders(target.parent_path()));
        RETURN_IF_ERROR(writeFileAtomically(target, {bytes.constData(), static_cast<std::size_t>(bytes.size())},
                                            isScript ? 0755 : 0644));
    }
    return folder;
}

} // namespace modelcrate
