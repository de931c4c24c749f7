// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/targettext.h"

#include "ui/text/convert.h"

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TargetText)
};

} // namespace

bool isRegistry(const Location &location) { return std::holds_alternative<Reference>(location); }

QString hostText(const Location &location)
{
    const auto *reference = std::get_if<Reference>(&location);
    return reference ? toQString(reference->registry.toString()) : QString();
}

QString tagText(const Location &location)
{
    const auto tag = tagOf(location);
    return tag ? displayText(tag->toString()) : QString();
}

QString targetName(const Location &location)
{
    if (isRegistry(location))
        return hostText(location);
    return std::holds_alternative<StoreLocation>(location) ? Words::tr("this computer") : Words::tr("the folder");
}

} // namespace modelcrate
