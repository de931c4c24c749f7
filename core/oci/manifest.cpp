// SPDX-License-Identifier: Apache-2.0
#include "oci/manifest.h"

#include "base/text.h"

namespace modelcrate {

namespace {

constexpr JsonLimits documentLimits{static_cast<std::size_t>(maxManifestSize.value()), 64, false};

Result<std::optional<std::string>> optionalText(const Json &document, std::string_view name)
{
    const auto *member = document.find(name);
    if (!member)
        return std::optional<std::string>();
    if (!member->isString())
        return Error(ErrorCode::InvalidInput, Message::of("%1 must be a text", cat('/', name)));
    return std::optional(*member->asString());
}

Result<Json> parseDocument(std::string_view bytes, std::optional<std::string_view> contentType)
{
    ASSIGN_OR_RETURN(auto document, parseJson(bytes, documentLimits));
    if (!document.isObject())
        return Error(ErrorCode::InvalidInput, Message::of("a manifest must be a JSON object"));
    const auto *version = document.find("schemaVersion");
    if (!version || !version->asInteger() || *version->asInteger() != 2)
        return Error(ErrorCode::InvalidInput, Message::of("/schemaVersion must be 2"));
    // One text must never be a manifest to one program and an index to another (CVE-2021-41190).
    if (document.find("manifests") && (document.find("layers") || document.find("config")))
        return Error(ErrorCode::InvalidInput, Message::of("the document is manifest and index at once"));
    ASSIGN_OR_RETURN(const auto mediaType, optionalText(document, "mediaType"));
    if (contentType && mediaType && *mediaType != trim(contentType->substr(0, contentType->find(';'))))
        return Error(ErrorCode::InvalidInput,
                     Message::of("the registry calls it %1, the document %2", escapeForDisplay(*contentType, 160),
                                 escapeForDisplay(*mediaType, 160)));
    return document;
}

Result<std::vector<Descriptor>> parseDescriptors(const Json &document, std::string_view name)
{
    const auto *member = document.find(name);
    const auto *items = member ? member->asArray() : nullptr;
    if (!items)
        return Error(ErrorCode::InvalidInput, Message::of("%1 must be an array", cat('/', name)));
    std::vector<Descriptor> out;
    out.reserve(items->size());
    for (const auto &item : *items) {
        ASSIGN_OR_RETURN(auto descriptor, parseDescriptor(item).withContext(cat("reading /", name, '/', out.size())));
        out.push_back(std::move(descriptor));
    }
    return out;
}

} // namespace

Result<ImageManifest> parseImageManifest(std::string bytes, std::optional<std::string_view> contentType)
{
    ASSIGN_OR_RETURN(auto document, parseDocument(bytes, contentType));
    ASSIGN_OR_RETURN(auto mediaType, optionalText(document, "mediaType"));
    if (mediaType && *mediaType != mediatypes::imageManifest && *mediaType != mediatypes::dockerManifest)
        return Error(ErrorCode::InvalidInput,
                     Message::of("not an image manifest but %1", escapeForDisplay(*mediaType, 160)));
    ASSIGN_OR_RETURN(auto artifactType, optionalText(document, "artifactType"));
    const auto *configMember = document.find("config");
    if (!configMember)
        return Error(ErrorCode::InvalidInput, Message::of("%1 is missing", "/config"));
    ASSIGN_OR_RETURN(auto config, parseDescriptor(*configMember).withContext("reading /config"));
    ASSIGN_OR_RETURN(auto layers, parseDescriptors(document, "layers"));
    std::optional<Descriptor> subject;
    if (const auto *member = document.find("subject")) {
        ASSIGN_OR_RETURN(subject, parseDescriptor(*member).withContext("reading /subject"));
    }
    ASSIGN_OR_RETURN(auto annotations, parseAnnotations(document.find("annotations")));
    auto digest = Digest::sha256Of(bytes);
    return ImageManifest{std::move(bytes),        std::move(digest),      std::move(mediaType),
                         std::move(artifactType), std::move(config),      std::move(layers),
                         std::move(subject),      std::move(annotations), std::move(document)};
}

Result<ImageIndex> parseImageIndex(std::string bytes, std::optional<std::string_view> contentType)
{
    ASSIGN_OR_RETURN(auto document, parseDocument(bytes, contentType));
    ASSIGN_OR_RETURN(auto mediaType, optionalText(document, "mediaType"));
    if (mediaType && *mediaType != mediatypes::imageIndex && *mediaType != mediatypes::dockerManifestList)
        return Error(ErrorCode::InvalidInput,
                     Message::of("not an image index but %1", escapeForDisplay(*mediaType, 160)));
    ASSIGN_OR_RETURN(auto artifactType, optionalText(document, "artifactType"));
    ASSIGN_OR_RETURN(auto manifests, parseDescriptors(document, "manifests"));
    ASSIGN_OR_RETURN(auto annotations, parseAnnotations(document.find("annotations")));
    auto digest = Digest::sha256Of(bytes);
    return ImageIndex{std::move(bytes),     std::move(digest),      std::move(mediaType), std::move(artifactType),
                      std::move(manifests), std::move(annotations), std::move(document)};
}

DocumentKind documentKind(std::string_view bytes, std::optional<std::string_view> contentType)
{
    const auto byType = [](std::string_view type) {
        if (type == mediatypes::imageManifest || type == mediatypes::dockerManifest)
            return DocumentKind::Manifest;
        if (type == mediatypes::imageIndex || type == mediatypes::dockerManifestList)
            return DocumentKind::Index;
        return DocumentKind::Other;
    };
    const auto document = parseJson(bytes, documentLimits);
    if (!document || !document->isObject())
        return DocumentKind::Other;
    if (const auto &own = document->text("mediaType"); !own.empty())
        return byType(own);
    if (contentType && byType(*contentType) != DocumentKind::Other)
        return byType(*contentType);
    if (document->find("manifests"))
        return DocumentKind::Index;
    return document->find("layers") && document->find("config") ? DocumentKind::Manifest : DocumentKind::Other;
}

} // namespace modelcrate
