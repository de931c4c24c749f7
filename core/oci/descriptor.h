// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "io/digest.h"
#include "io/json.h"
#include "oci/mediatype.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace modelcrate {

/// Annotations in the order in which they stand (order is part of a manifest's bytes).
using Annotations = std::vector<std::pair<std::string, std::string>>;
/// The value, or null.
const std::string *findAnnotation(const Annotations &annotations, std::string_view key);
void setAnnotation(Annotations &annotations, std::string_view key, std::string value);

/// Text to text, in order; empty for a missing member. InvalidInput for anything else.
Result<Annotations> parseAnnotations(const Json *value);

/// A reference to content by type, digest and size (image-spec descriptor.md). `document` keeps the JSON object it was
/// read from, unknown members included, so that writing it again gives the same members in the same order.
struct Descriptor {
    MediaType mediaType;
    Digest digest;
    ByteCount size;
    Annotations annotations = {};
    std::optional<std::string> artifactType = {};
    std::optional<Json> document = {};

    /// Compares what it refers to: media type, digest, size.
    bool refersToSame(const Descriptor &other) const
    {
        return mediaType == other.mediaType && digest == other.digest && size == other.size;
    }
};

/// Reads a descriptor; InvalidInput names the member that is wrong. A digest of an algorithm other than sha256 and
/// sha512 is Unsupported. An inline `data` member must have the right digest and size.
Result<Descriptor> parseDescriptor(const Json &value);
/// Its document when it has one, else mediaType, digest, size, artifactType, annotations in this order.
Json toJson(const Descriptor &descriptor);

} // namespace modelcrate
