// SPDX-License-Identifier: Apache-2.0
#include "oci/descriptor.h"

#include "base/text.h"

#include <algorithm>

namespace modelcrate {

const std::string *findAnnotation(const Annotations &annotations, std::string_view key)
{
    const auto found =
        std::find_if(annotations.begin(), annotations.end(), [&](const auto &pair) { return pair.first == key; });
    return found == annotations.end() ? nullptr : &found->second;
}

void setAnnotation(Annotations &annotations, std::string_view key, std::string value)
{
    const auto found =
        std::find_if(annotations.begin(), annotations.end(), [&](const auto &pair) { return pair.first == key; });
    if (found == annotations.end())
        annotations.emplace_back(std::string(key), std::move(value));
    else
        found->second = std::move(value);
}

Result<Annotations> parseAnnotations(const Json *value)
{
    Annotations annotations;
    if (!value)
        return annotations;
    const auto *object = value->asObject();
    if (!object)
        return Error(ErrorCode::InvalidInput, Message::of("annotations must be an object"));
    for (const auto &[key, member] : *object) {
        const auto *text = member.asString();
        if (!text)
            return Error(ErrorCode::InvalidInput,
                         Message::of("annotation \"%1\" must be a text", escapeForDisplay(key, 120)));
        annotations.emplace_back(key, *text);
    }
    return annotations;
}

namespace {

Result<void> checkInlineData(const Json &value, const Digest &digest, ByteCount size)
{
    const auto *data = value.find("data");
    if (!data)
        return {};
    const auto bytes = data->asString() ? base64Decode(*data->asString()) : std::nullopt;
    if (!bytes)
        return Error(ErrorCode::InvalidInput, Message::of("data of a descriptor is not base64"));
    Hasher hasher(digest.algorithm());
    hasher.update(*bytes);
    if (bytes->size() != size.asUnsigned() || hasher.finish() != digest)
        return Error(ErrorCode::DigestMismatch,
                     Message::of("data of a descriptor does not have digest %1", digest.toString()));
    return {};
}

} // namespace

Result<Descriptor> parseDescriptor(const Json &value)
{
    if (!value.isObject())
        return Error(ErrorCode::InvalidInput, Message::of("a descriptor must be an object"));
    ASSIGN_OR_RETURN(auto mediaType, MediaType::parse(value.text("mediaType")));
    const auto &digestText = value.text("digest");
    auto digest = Digest::parse(digestText);
    if (!digest && isDigestGrammar(digestText))
        return Error(ErrorCode::Unsupported,
                     Message::of("digest algorithm of %1 is not sha256 or sha512", escapeForDisplay(digestText, 160)));
    if (!digest)
        return std::move(digest).error();
    const auto *sizeMember = value.find("size");
    const auto *size = sizeMember ? sizeMember->asInteger() : nullptr;
    if (!size || *size < 0)
        return Error(ErrorCode::InvalidInput,
                     Message::of("size of %1 must be an integer that is not negative", digestText));
    Descriptor descriptor{std::move(mediaType), std::move(*digest), ByteCount(*size)};
    ASSIGN_OR_RETURN(descriptor.annotations, parseAnnotations(value.find("annotations")));
    if (const auto *artifactType = value.find("artifactType")) {
        if (!artifactType->isString())
            return Error(ErrorCode::InvalidInput, Message::of("artifactType of a descriptor must be a text"));
        descriptor.artifactType = *artifactType->asString();
    }
    RETURN_IF_ERROR(checkInlineData(value, descriptor.digest, descriptor.size));
    descriptor.document = value;
    return descriptor;
}

Json toJson(const Descriptor &descriptor)
{
    if (descriptor.document)
        return *descriptor.document;
    JsonObject out{{"mediaType", descriptor.mediaType.toString()},
                   {"digest", descriptor.digest.toString()},
                   {"size", descriptor.size.value()}};
    if (descriptor.artifactType)
        out.set("artifactType", *descriptor.artifactType);
    if (!descriptor.annotations.empty()) {
        JsonObject annotations;
        for (const auto &[key, value] : descriptor.annotations)
            annotations.append(key, value);
        out.set("annotations", std::move(annotations));
    }
    return out;
}

} // namespace modelcrate
