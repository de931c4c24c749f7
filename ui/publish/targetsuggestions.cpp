// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/targetsuggestions.h"

#include "modelpack/publishedpackage.h"
#include "operations/publish.h"
#include "ui/package/packagedocument.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/widgets/settings.h"

#include <algorithm>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TargetSuggestions)
};

const std::string *versionOf(const PackageDocument &document)
{
    const auto *version = document.field("descriptor.version");
    return version ? version->asString() : nullptr;
}

StoreLocation localTarget(const PackageDocument &document)
{
    const auto *version = versionOf(document);
    return {suggestRepositoryName(toUtf8(document.name())), suggestTag(version ? *version : "")};
}

QString text(const Location &location) { return toQString(toString(location)); }

} // namespace

QString defaultTarget(const PackageDocument &document, const Settings &settings)
{
    if (const auto *published = document.published()) {
        const auto edited = parseTarget(published->place());
        if (edited)
            return text(tagOf(*edited) ? *edited : withTag(*edited, suggestTag("")));
    }
    const auto local = localTarget(document);
    const auto &tag = *local.tag;
    const auto root = pathText(document.root());
    for (const auto &recent : settings.recents()) {
        if (recent.path != root || recent.published.isEmpty())
            continue;
        if (const auto last = parseTarget(toUtf8(recent.published)))
            return text(withTag(*last, document.field("descriptor.version") ? tag : tagOf(*last).value_or(tag)));
    }
    for (const auto &recent : settings.recentTargets()) {
        const auto last = parseTarget(toUtf8(recent));
        if (!last)
            continue;
        const auto *reference = std::get_if<Reference>(&*last);
        if (!reference)
            break;
        // Another package goes beside the last one.
        const auto &path = reference->repository.toString();
        const auto slash = path.rfind('/');
        const auto beside = RepositoryName::parse((slash == std::string::npos ? "" : path.substr(0, slash + 1))
                                                  + local.repository.toString());
        if (beside) {
            auto here = *reference;
            here.repository = *beside;
            here.tag = tag;
            here.digest.reset();
            return toQString(here.toString());
        }
    }
    return text(local);
}

std::vector<TargetSuggestion> targetSuggestions(const PackageDocument &document, const Settings &settings)
{
    std::vector<TargetSuggestion> suggestions;
    for (const auto &recent : settings.recentTargets()) {
        if (const auto location = parseTarget(toUtf8(recent)))
            suggestions.push_back(
                {recent, isRegistry(*location) ? QStringLiteral("registry") : QStringLiteral("folder"), {}});
    }
    const auto local = text(localTarget(document));
    const bool isThere = std::any_of(suggestions.begin(), suggestions.end(),
                                     [&](const auto &suggestion) { return suggestion.text == local; });
    if (!isThere)
        suggestions.push_back({local, QStringLiteral("package"), Words::tr("This computer")});
    return suggestions;
}

std::optional<RepositoryName> mountSource(const PackageDocument &document, const Settings &settings,
                                          const Location &target)
{
    const auto *reference = std::get_if<Reference>(&target);
    if (!reference || document.published())
        return std::nullopt;
    for (const auto &recent : settings.recentTargets()) {
        const auto location = parseTarget(toUtf8(recent));
        const auto *other = location ? std::get_if<Reference>(&*location) : nullptr;
        if (other && other->registry == reference->registry && other->repository != reference->repository)
            return other->repository;
    }
    return std::nullopt;
}

} // namespace modelcrate
