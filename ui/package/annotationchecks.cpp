// SPDX-License-Identifier: Apache-2.0
#include "ui/package/annotationchecks.h"

#include "io/json.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::AnnotationsPage)
};

constexpr std::array known{
    KnownAnnotation{"org.opencontainers.image.created",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "when it was built, by RFC 3339")},
    KnownAnnotation{"org.opencontainers.image.authors",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "people or organizations that answer for it")},
    KnownAnnotation{"org.opencontainers.image.url", QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "its web page")},
    KnownAnnotation{"org.opencontainers.image.documentation",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "where its documentation is")},
    KnownAnnotation{"org.opencontainers.image.source",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "where its sources are")},
    KnownAnnotation{"org.opencontainers.image.version",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "the version of what is packaged")},
    KnownAnnotation{"org.opencontainers.image.revision",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "the commit of its sources")},
    KnownAnnotation{"org.opencontainers.image.vendor",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "who distributes it")},
    KnownAnnotation{"org.opencontainers.image.licenses",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "an SPDX licence expression")},
    KnownAnnotation{"org.opencontainers.image.ref.name",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "the name of a tag in a layout on disk")},
    KnownAnnotation{
        "org.opencontainers.image.title",
        QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "its title for people; of a layer, the file name")},
    KnownAnnotation{"org.opencontainers.image.description",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "what it is, in a few sentences")},
    KnownAnnotation{"org.opencontainers.image.base.digest",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "the digest of what it is built on")},
    KnownAnnotation{"org.opencontainers.image.base.name",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "the reference of what it is built on")},
    KnownAnnotation{"org.cncf.model.filepath",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "of a layer: the path of its file")},
    KnownAnnotation{"org.cncf.model.file.metadata+json",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "of a layer: mode, times and owner of its file")},
    KnownAnnotation{"org.cncf.model.file.mediatype.untested",
                    QT_TRANSLATE_NOOP("modelcrate::AnnotationsPage", "of a layer: its kind is a guess")},
};

bool startsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool isReserved(std::string_view key) { return startsWith(key, "org.opencontainers.") || startsWith(key, "org.cncf."); }

bool isKnown(std::string_view key)
{
    return std::any_of(known.begin(), known.end(), [key](const KnownAnnotation &one) { return one.key == key; });
}

} // namespace

QString KnownAnnotation::meaning() const
{
    return QCoreApplication::translate("modelcrate::AnnotationsPage", meaningSource);
}

std::span<const KnownAnnotation> knownAnnotations() { return known; }

std::size_t annotationBytes(const Annotations &annotations)
{
    std::size_t bytes = 0;
    for (const auto &[key, value] : annotations)
        bytes += key.size() + value.size();
    return bytes;
}

bool looksLikeSecret(const QString &value)
{
    static const QRegularExpression secrets(QStringLiteral(
        "\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|hf_[A-Za-z0-9]{"
        "20,}|sk-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|(AKIA|ASIA)[A-Z0-9]{16}|dckr_pat_[A-Za-z0-"
        "9_-]{20,}|npm_[A-Za-z0-9]{30,}|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.)|-----BEGIN [A-Z "
        "]*PRIVATE KEY-----|://[^/\\s:@]+:[^/\\s@]+@"));
    return secrets.match(value).hasMatch();
}

QString annotationRemark(const Annotations &all, std::size_t index)
{
    const auto &[key, value] = all[index];
    if (key.empty())
        return Text::tr("Has no key");
    if (looksLikeSecret(toQString(value)))
        return Text::tr("This looks like a token: everybody who can read the package will see it");
    const auto same = std::count_if(all.begin(), all.end(), [&](const auto &other) { return other.first == key; });
    if (same > 1)
        return Text::tr("The key is there twice");
    if (isReserved(key) && !isKnown(key))
        return Text::tr("Reserved, and no specification defines this key");
    if (value.empty())
        return Text::tr("Has no value");
    return {};
}

std::optional<Annotations> parseAnnotations(const QString &text)
{
    const auto trimmed = text.trimmed();
    Annotations found;
    if (trimmed.startsWith(QLatin1Char('{'))) {
        const auto json = parseJson(toUtf8(trimmed));
        if (!json || !json->isObject())
            return std::nullopt;
        for (const auto &[key, value] : *json->asObject())
            found.emplace_back(key, value.asString() ? *value.asString() : dumpJson(value));
        return found;
    }
    for (const auto &raw : trimmed.split(QLatin1Char('\n'))) {
        auto line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        static const QRegularExpression option(QStringLiteral("^(--annotation|-a)[ =]\\s*"));
        line.remove(option);
        const auto equals = line.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return std::nullopt;
        found.emplace_back(toUtf8(line.left(equals).trimmed()), toUtf8(line.mid(equals + 1).trimmed()));
    }
    return found.empty() ? std::nullopt : std::optional(found);
}

} // namespace modelcrate
