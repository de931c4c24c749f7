// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// Scheme, host and port: what a credential belongs to. Host in lower case, IPv6 without brackets, port always set.
struct Origin {
    std::string scheme;
    std::string host;
    int port = 0;

    bool operator==(const Origin &) const = default;
    std::string toString() const; ///< "https://host:port"
};

/// An absolute http or https URL without user info and fragment. The query is kept word for word: it may be signed.
class Url {
public:
    /// InvalidInput for other schemes, user info, an empty host, blanks or control characters, a port out of range.
    static Result<Url> parse(std::string_view text);
    /// Resolves a Location or Link target against this URL: absolute, //host, /path, path or ?query. A fragment is
    /// dropped. At most 16 KiB.
    Result<Url> resolve(std::string_view reference) const;

    const Origin &origin() const { return m_origin; }
    const std::string &path() const { return m_path; } ///< begins with '/'
    const std::string &query() const { return m_query; } ///< without '?'
    bool isHttps() const { return m_origin.scheme == "https"; }
    std::string toString() const;
    /// Adds `name=value`, percent-encoded, unless the query has that name already; then it is replaced.
    Url withQueryParameter(std::string_view name, std::string_view value) const;
    /// For messages and logs.
    std::string redacted() const;
    bool operator==(const Url &) const = default;

private:
    Origin m_origin;
    std::string m_path = "/";
    std::string m_query;
};

/// A literal IP address or name that is loopback, private, link-local, unspecified, carrier-grade NAT or v4-mapped to
/// one of these; "localhost" too. For names nothing is looked up.
bool isLoopbackHost(std::string_view host);
bool isPrivateAddress(std::string_view ipLiteral);

} // namespace modelcrate
