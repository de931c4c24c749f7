// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "http/url.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

// Parsers of header fields that registries send. Pure; hostile input gives nothing, never a crash.

/// `Range` of an upload answer: "0-4" or "bytes=0-4" gives the last byte, 4. Another start than 0 gives nothing.
std::optional<std::int64_t> parseUploadRange(std::string_view value);

struct ContentRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::optional<std::int64_t> total; ///< nothing for "*"
};
/// "bytes 0-4/10"
std::optional<ContentRange> parseContentRange(std::string_view value);

/// Target of the first link with rel="next" (RFC 8288), as written.
std::optional<std::string> parseNextLink(const std::vector<std::string> &values);

/// Text of Warning: 299 - "…" (distribution-spec, "Warnings"), at most 4096 bytes.
std::optional<std::string> parseWarning(std::string_view value);

} // namespace modelcrate
