// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/referencetext.h"

#include "ui/text/convert.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace modelcrate {

QString referenceIn(const QString &pasted)
{
    // "docker pull --platform linux/amd64 ghcr.io/a/b:c": what is wanted comes last, options before it.
    static const QRegularExpression command(
        QStringLiteral("^(?:sudo )?(?:docker|podman|oras|modctl|skopeo|modelcrate-cli) .*\\s(\\S+)$"));
    static const QRegularExpression scheme(QStringLiteral("^(?:https?|docker|oci)://"));
    auto text = pasted.simplified();
    if (const auto match = command.match(text); match.hasMatch())
        text = match.captured(1);
    text.remove(scheme);
    while (text.endsWith(QLatin1Char('/')) && !QFileInfo(text).isAbsolute())
        text.chop(1);
    return text;
}

std::optional<Location> artifactPlace(const QString &reference)
{
    const auto text = toUtf8(reference);
    if (auto remote = Reference::parse(text))
        return Location(std::move(*remote));
    // Only these are sure to be no folder, which the disk would be asked for.
    const bool isNamed = reference.startsWith(QLatin1String("oci:")) || reference.startsWith(QLatin1String("store:"));
    auto named = isNamed ? parseLocation(text) : Result<Location>(Error(ErrorCode::InvalidReference, {}));
    return named ? std::optional(std::move(*named)) : std::nullopt;
}

QString modelNameOf(const Location &location)
{
    const auto lastPart = [](const RepositoryName &repository) {
        const auto path = toQString(repository.toString());
        return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    };
    if (const auto *remote = std::get_if<Reference>(&location))
        return lastPart(remote->repository);
    if (const auto *stored = std::get_if<StoreLocation>(&location))
        return lastPart(stored->repository);
    const auto *layout = std::get_if<LayoutLocation>(&location);
    return layout ? pathText(layout->path.filename()) : QString();
}

} // namespace modelcrate
