// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "io/digest.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// Repository path inside a registry: `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/…)*` (distribution-spec, "Pulling
/// manifests").
class RepositoryName {
public:
    static Result<RepositoryName> parse(std::string_view text);
    const std::string &toString() const { return m_text; }
    auto operator<=>(const RepositoryName &) const = default;

private:
    explicit RepositoryName(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

/// `[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}`
class TagName {
public:
    static Result<TagName> parse(std::string_view text);
    const std::string &toString() const { return m_text; }
    auto operator<=>(const TagName &) const = default;

private:
    explicit TagName(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

/// `host[:port]` of a registry; the host is a DNS name, an IPv4 address or a bracketed IPv6 address.
class RegistryHost {
public:
    static Result<RegistryHost> parse(std::string_view text);
    /// As written, lower case.
    const std::string &toString() const { return m_text; }
    /// Without port and brackets.
    std::string host() const;
    std::optional<int> port() const;
    /// localhost, 127.0.0.0/8 or ::1, as a literal (never a name that merely begins like one).
    bool isLoopback() const;
    auto operator<=>(const RegistryHost &) const = default;

private:
    explicit RegistryHost(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

/// Where an artifact is: `host[:port]/repository[:tag][@digest]`. `docker.io`, `index.docker.io` and
/// `registry-1.docker.io` are one registry, written docker.io, where a repository of one component gets `library/`.
/// Without tag and digest the tag is absent (no silent "latest").
struct Reference {
    RegistryHost registry;
    RepositoryName repository;
    std::optional<TagName> tag = {};
    std::optional<Digest> digest = {};

    /// InvalidReference says which part is wrong and what is expected.
    static Result<Reference> parse(std::string_view text);
    std::string toString() const;
    /// `host/repository`
    std::string repositoryPath() const;
    bool operator==(const Reference &) const = default;
};

} // namespace modelcrate
