// SPDX-License-Identifier: Apache-2.0
#include "operations/location.h"

#include "base/text.h"

namespace modelcrate {

namespace {

struct NameParts {
    std::string_view name;
    std::optional<TagName> tag;
    std::optional<Digest> digest;
};

/// NAME[:TAG][@DIGEST]; a colon before the last '/' belongs to the name.
Result<NameParts> splitName(std::string_view text)
{
    NameParts parts;
    if (const auto at = text.rfind('@'); at != std::string_view::npos && text.substr(at + 1).starts_with("sha")) {
        ASSIGN_OR_RETURN(parts.digest, Digest::parse(text.substr(at + 1)));
        text = text.substr(0, at);
    }
    const auto slash = text.rfind('/');
    const auto colon = text.rfind(':');
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash)) {
        ASSIGN_OR_RETURN(parts.tag, TagName::parse(text.substr(colon + 1)));
        text = text.substr(0, colon);
    }
    parts.name = text;
    return parts;
}

std::string withTagAndDigest(std::string text, const std::optional<TagName> &tag, const std::optional<Digest> &digest)
{
    if (tag)
        text += ":" + tag->toString();
    if (digest)
        text += "@" + digest->toString();
    return text;
}

bool looksLikeFolder(std::string_view text)
{
    if (text == "." || text == ".." || text.starts_with("/") || text.starts_with("./") || text.starts_with("../"))
        return true;
    std::error_code ignored;
    return std::filesystem::is_directory(std::filesystem::path(text), ignored);
}

} // namespace

Result<Location> parseLocation(std::string_view text)
{
    if (text.empty())
        return Error(ErrorCode::InvalidReference, Message::of("an empty text is no source and no target"));
    if (text.starts_with("oci:")) {
        ASSIGN_OR_RETURN(const auto parts, splitName(text.substr(4)));
        if (parts.name.empty())
            return Error(ErrorCode::InvalidReference, Message::of("oci: needs the path of an image layout"),
                         "Write oci:PATH[:TAG].");
        return Location(LayoutLocation{std::filesystem::path(parts.name), parts.tag, parts.digest});
    }
    if (text.starts_with("store:")) {
        ASSIGN_OR_RETURN(const auto parts, splitName(text.substr(6)));
        ASSIGN_OR_RETURN(auto repository, RepositoryName::parse(parts.name));
        return Location(StoreLocation{std::move(repository), parts.tag, parts.digest});
    }
    if (text.ends_with(".modelcrate.json"))
        return Location(PackageLocation{std::filesystem::path(text)});
    if (looksLikeFolder(text))
        return Location(FolderLocation{std::filesystem::path(text)});
    auto reference = Reference::parse(text);
    if (reference)
        return Location(std::move(*reference));
    std::error_code ignored;
    if (std::filesystem::is_regular_file(std::filesystem::path(text), ignored))
        return Error(ErrorCode::InvalidReference, Message::of("%1 is a file", escapeForDisplay(text, 300)),
                     "Name the folder it is in, or a package saved as *.modelcrate.json.");
    return std::move(reference).error();
}

Result<Location> parseTarget(std::string_view text)
{
    const bool named = text.starts_with("oci:") || text.starts_with("store:");
    const auto location = named ? parseLocation(text) : [&]() -> Result<Location> {
        ASSIGN_OR_RETURN(auto reference, Reference::parse(text));
        return Location(std::move(reference));
    }();
    if (location && tagOrDigest(*location)
        && (!tagOf(*location) || *tagOrDigest(*location) != tagOf(*location)->toString()))
        return Error(ErrorCode::InvalidReference, Message::of("what is published gets its digest by itself"),
                     "Leave out the digest.");
    return location;
}

std::string toString(const Location &location)
{
    if (const auto *reference = std::get_if<Reference>(&location))
        return reference->toString();
    if (const auto *layout = std::get_if<LayoutLocation>(&location))
        return withTagAndDigest("oci:" + layout->path.string(), layout->tag, layout->digest);
    if (const auto *store = std::get_if<StoreLocation>(&location))
        return withTagAndDigest("store:" + store->repository.toString(), store->tag, store->digest);
    if (const auto *folder = std::get_if<FolderLocation>(&location))
        return folder->path.string();
    return std::get<PackageLocation>(location).path.string();
}

bool isPackageSource(const Location &location)
{
    return std::holds_alternative<FolderLocation>(location) || std::holds_alternative<PackageLocation>(location);
}

namespace {

template<typename Member>
auto memberOf(const Location &location, Member Reference::*inReference, Member LayoutLocation::*inLayout,
              Member StoreLocation::*inStore) -> Member
{
    if (const auto *reference = std::get_if<Reference>(&location))
        return reference->*inReference;
    if (const auto *layout = std::get_if<LayoutLocation>(&location))
        return layout->*inLayout;
    if (const auto *store = std::get_if<StoreLocation>(&location))
        return store->*inStore;
    return std::nullopt;
}

} // namespace

std::optional<TagName> tagOf(const Location &location)
{
    return memberOf(location, &Reference::tag, &LayoutLocation::tag, &StoreLocation::tag);
}

std::optional<Digest> digestOf(const Location &location)
{
    return memberOf(location, &Reference::digest, &LayoutLocation::digest, &StoreLocation::digest);
}

Location withTag(Location location, const TagName &tag)
{
    std::visit(
        [&](auto &place) {
            if constexpr (requires { place.tag; })
                place.tag = tag;
        },
        location);
    return location;
}

Location withDigest(Location location, const Digest &digest)
{
    std::visit(
        [&](auto &place) {
            if constexpr (requires { place.digest; })
                place.digest = digest;
        },
        location);
    return location;
}

Location withoutTag(Location location)
{
    std::visit(
        [](auto &place) {
            if constexpr (requires { place.tag; })
                place.tag.reset();
        },
        location);
    return location;
}

std::optional<std::string> tagOrDigest(const Location &location)
{
    if (const auto digest = digestOf(location))
        return digest->toString();
    const auto tag = tagOf(location);
    return tag ? std::optional(tag->toString()) : std::nullopt;
}

} // namespace modelcrate
