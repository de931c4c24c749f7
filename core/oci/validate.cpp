// SPDX-License-Identifier: Apache-2.0
#include "oci/validate.h"

#include "base/text.h"
#include "io/digest.h"
#include "oci/manifest.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr JsonLimits documentLimits{static_cast<std::size_t>(maxManifestSize.value()), 64, false};

void addError(Findings &findings, std::string_view id, std::string_view where, Message message)
{
    findings.push_back({std::string(id), Severity::Error, std::string(where), std::move(message)});
}

/// The document, or a finding.
std::optional<Json> parseStrict(std::string_view text, Findings &findings)
{
    auto document = parseJson(text, documentLimits);
    if (!document) {
        addError(findings, "OCI001", "", document.error().wording());
        return std::nullopt;
    }
    if (!document->isObject()) {
        addError(findings, "OCI001", "", Message::of("must be an object, is %1", document->typeName()));
        return std::nullopt;
    }
    return std::move(*document);
}

void checkMediaTypeMember(const Json &value, std::string_view name, std::string_view where, std::string_view id,
                          bool required, Findings &findings)
{
    const auto *member = value.find(name);
    if (!member) {
        if (required)
            addError(findings, id, cat(where, '/', name), Message::of("is missing"));
        return;
    }
    if (!member->asString() || !isMediaType(*member->asString()))
        addError(findings, id, cat(where, '/', name), Message::of("must be a media type by RFC 6838"));
}

void checkAnnotations(const Json &value, std::string_view where, Findings &findings)
{
    const auto *annotations = value.find("annotations");
    if (!annotations)
        return;
    if (!annotations->isObject()) {
        addError(findings, "OCI007", cat(where, "/annotations"), Message::of("must be an object"));
        return;
    }
    for (const auto &[key, member] : *annotations->asObject()) {
        if (!member.isString())
            addError(findings, "OCI007", cat(where, "/annotations/", escapeForDisplay(key, 120)),
                     Message::of("must be a text"));
    }
}

bool isUri(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isSchemeCharacter = [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    };
    const auto scheme = text.substr(0, colon);
    if (!isLetter(scheme.front()) || !std::all_of(scheme.begin(), scheme.end(), isSchemeCharacter))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7f && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
    });
}

void checkUrls(const Json &value, std::string_view where, Findings &findings)
{
    const auto *urls = value.find("urls");
    if (!urls)
        return;
    if (!urls->isArray()) {
        addError(findings, "OCI008", cat(where, "/urls"), Message::of("must be an array"));
        return;
    }
    for (const auto &url : *urls->asArray()) {
        if (!url.asString() || !isUri(*url.asString()))
            addError(findings, "OCI008", cat(where, "/urls"), Message::of("holds what is no URI"));
    }
}

void checkData(const Json &value, std::string_view where, Findings &findings)
{
    const auto *data = value.find("data");
    if (!data)
        return;
    const auto bytes = data->asString() ? base64Decode(*data->asString()) : std::nullopt;
    if (!bytes) {
        addError(findings, "OCI009", cat(where, "/data"),
                 Message::of("must be base64 with padding (RFC 4648 section 4)"));
        return;
    }
    const auto digest = Digest::parse(value.text("digest"));
    const auto *size = value.find("size");
    if (!digest || !size || !size->asInteger())
        return;
    Hasher hasher(digest->algorithm());
    hasher.update(*bytes);
    if (*size->asInteger() != static_cast<std::int64_t>(bytes->size()) || hasher.finish() != *digest)
        addError(findings, "OCI009", cat(where, "/data"),
                 Message::of("does not have the descriptor's digest and size"));
}

void checkSchemaVersion(const Json &document, Findings &findings)
{
    const auto *version = document.find("schemaVersion");
    if (!version || !version->asInteger() || *version->asInteger() != 2)
        addError(findings, "OCI002", "/schemaVersion", Message::of("must be the integer 2"));
}

void checkArray(const Json &document, std::string_view name, bool mayBeEmpty, std::string_view id, Findings &findings)
{
    const auto *member = document.find(name);
    const auto *items = member ? member->asArray() : nullptr;
    if (!items) {
        addError(findings, id, cat('/', name), Message::of("must be an array"));
        return;
    }
    if (items->empty() && !mayBeEmpty)
        addError(findings, id, cat('/', name), Message::of("must hold at least one element"));
    for (std::size_t i = 0; i < items->size(); ++i)
        checkDescriptor((*items)[i], cat('/', name, '/', i), findings);
}

void checkPlatforms(const Json &document, Findings &findings)
{
    const auto *member = document.find("manifests");
    const auto *items = member ? member->asArray() : nullptr;
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const auto *platform = (*items)[i].find("platform");
        if (!platform)
            continue;
        for (const std::string_view name : {"architecture", "os"}) {
            if (!platform->find(name) || !platform->find(name)->isString())
                addError(findings, "OCI011", cat("/manifests/", i, "/platform/", name), Message::of("must be a text"));
        }
    }
}

void checkAmbiguity(const Json &document, Findings &findings)
{
    if (document.find("manifests") && (document.find("layers") || document.find("config")))
        addError(findings, "OCI013", "", Message::of("is manifest and index at once"));
}

void checkOwnMediaType(const Json &document, std::string_view expected, Findings &findings)
{
    const auto *mediaType = document.find("mediaType");
    if (mediaType && (!mediaType->asString() || *mediaType->asString() != expected))
        addError(findings, "OCI003", "/mediaType", Message::of("must be %1", expected));
}

void checkSubject(const Json &document, Findings &findings)
{
    if (const auto *subject = document.find("subject"))
        checkDescriptor(*subject, "/subject", findings);
}

} // namespace

void checkDescriptor(const Json &value, std::string_view where, Findings &findings)
{
    if (!value.isObject()) {
        addError(findings, "OCI004", where, Message::of("must be a descriptor"));
        return;
    }
    checkMediaTypeMember(value, "mediaType", where, "OCI003", true, findings);
    checkMediaTypeMember(value, "artifactType", where, "OCI014", false, findings);
    const auto *digest = value.find("digest");
    if (!digest || !digest->asString() || !isDigestGrammar(*digest->asString()))
        addError(findings, "OCI005", cat(where, "/digest"),
                 Message::of("must be algorithm:encoded, for sha256 with 64 lower-case hex digits"));
    const auto *size = value.find("size");
    if (!size || !size->asInteger() || *size->asInteger() < 0)
        addError(findings, "OCI006", cat(where, "/size"), Message::of("must be an integer that is not negative"));
    checkAnnotations(value, where, findings);
    checkUrls(value, where, findings);
    checkData(value, where, findings);
}

Findings validateOciManifest(std::string_view text)
{
    Findings findings;
    const auto document = parseStrict(text, findings);
    if (!document)
        return findings;
    checkSchemaVersion(*document, findings);
    checkOwnMediaType(*document, mediatypes::imageManifest, findings);
    checkAmbiguity(*document, findings);
    checkMediaTypeMember(*document, "artifactType", "", "OCI014", false, findings);
    if (const auto *config = document->find("config"))
        checkDescriptor(*config, "/config", findings);
    else
        addError(findings, "OCI004", "/config", Message::of("is missing"));
    checkArray(*document, "layers", false, "OCI010", findings);
    checkSubject(*document, findings);
    checkAnnotations(*document, "", findings);
    return findings;
}

Findings validateOciIndex(std::string_view text)
{
    Findings findings;
    const auto document = parseStrict(text, findings);
    if (!document)
        return findings;
    checkSchemaVersion(*document, findings);
    checkOwnMediaType(*document, mediatypes::imageIndex, findings);
    checkAmbiguity(*document, findings);
    checkMediaTypeMember(*document, "artifactType", "", "OCI014", false, findings);
    checkArray(*document, "manifests", true, "OCI010", findings);
    checkPlatforms(*document, findings);
    checkSubject(*document, findings);
    checkAnnotations(*document, "", findings);
    return findings;
}

Findings validateOciDescriptor(std::string_view text)
{
    Findings findings;
    if (const auto document = parseStrict(text, findings))
        checkDescriptor(*document, "", findings);
    return findings;
}

Findings validateOciLayoutFile(std::string_view text)
{
    Findings findings;
    const auto document = parseStrict(text, findings);
    if (document && document->text("imageLayoutVersion") != "1.0.0")
        addError(findings, "OCI012", "/imageLayoutVersion", Message::of("must be \"1.0.0\""));
    return findings;
}

} // namespace modelcrate
