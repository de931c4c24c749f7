// SPDX-License-Identifier: Apache-2.0
#include "ui/text/englishplurals.h"

#include <QLatin1String>
#include <QString>

namespace modelcrate {

namespace {

struct Forms {
    QLatin1String source, one, many;
};

/// In this order: a verb is found by the noun before it.
constexpr Forms forms[] = {
    {QLatin1String("need(s)"), QLatin1String("needs"), QLatin1String("need")},
    {QLatin1String("(s) are "), QLatin1String(" is "), QLatin1String("s are ")},
    {QLatin1String("(s) differ "), QLatin1String(" differs "), QLatin1String("s differ ")},
    {QLatin1String("(s)"), QLatin1String(""), QLatin1String("s")},
};

} // namespace

QString EnglishPlurals::translate(const char *, const char *source, const char *, int n) const
{
    if (n < 0)
        return {};
    auto text = QString::fromUtf8(source);
    if (!text.contains(QLatin1String("(s)")))
        return {};
    for (const auto &form : forms)
        text.replace(form.source, n == 1 ? form.one : form.many);
    return text;
}

} // namespace modelcrate
