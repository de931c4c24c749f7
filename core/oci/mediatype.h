// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace modelcrate {

/// A media type by RFC 6838 section 4.2: `type/subtype`, each name 1 to 127 characters and alphanumeric at its start.
/// Compared as a whole string; suffixes such as +gzip are never taken off.
class MediaType {
public:
    static Result<MediaType> parse(std::string_view text);
    const std::string &toString() const { return m_text; }
    bool operator==(const MediaType &) const = default;
    bool operator==(std::string_view text) const { return m_text == text; }
    auto operator<=>(const MediaType &) const = default;

private:
    explicit MediaType(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

bool isMediaType(std::string_view text);

namespace mediatypes {
inline constexpr std::string_view imageManifest = "application/vnd.oci.image.manifest.v1+json";
inline constexpr std::string_view imageIndex = "application/vnd.oci.image.index.v1+json";
inline constexpr std::string_view emptyConfig = "application/vnd.oci.empty.v1+json";
inline constexpr std::string_view dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
inline constexpr std::string_view dockerManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";
} // namespace mediatypes

} // namespace modelcrate
