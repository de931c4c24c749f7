// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/reference.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace modelcrate {

/// `oci:PATH[:TAG][@DIGEST]`
struct LayoutLocation {
    std::filesystem::path path;
    std::optional<TagName> tag = {};
    std::optional<Digest> digest = {};
};

/// `store:REPOSITORY[:TAG][@DIGEST]`
struct StoreLocation {
    RepositoryName repository;
    std::optional<TagName> tag = {};
    std::optional<Digest> digest = {};
};

struct FolderLocation {
    std::filesystem::path path;
};

/// `*.modelcrate.json`
struct PackageLocation {
    std::filesystem::path path;
};

/// Where an artifact or a package is: what the command line calls SOURCE and TARGET.
using Location = std::variant<Reference, LayoutLocation, StoreLocation, FolderLocation, PackageLocation>;

/// A folder that exists, or a text that begins with `/`, `./`, `../` or is `.`, is a folder; `*.modelcrate.json` is a
/// package; `oci:` and `store:` say what they are; everything else must be a reference with a registry in front.
Result<Location> parseLocation(std::string_view text);
/// Where something may be published to: a registry reference, `oci:` or `store:`, without a digest. Never looks at the
/// disk, so it may be asked at each key that is typed.
Result<Location> parseTarget(std::string_view text);
std::string toString(const Location &location);

/// Whether it is something that is packaged (folder, package file) and not an artifact.
bool isPackageSource(const Location &location);
/// "tag" or "sha256:…", the digest first; nothing when neither is given.
std::optional<std::string> tagOrDigest(const Location &location);
std::optional<TagName> tagOf(const Location &location);
std::optional<Digest> digestOf(const Location &location);
/// The same place under another tag, or fixed to a digest; folders and packages stay as they are.
Location withTag(Location location, const TagName &tag);
Location withDigest(Location location, const Digest &digest);
Location withoutTag(Location location);

} // namespace modelcrate
