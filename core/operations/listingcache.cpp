// SPDX-License-Identifier: Apache-2.0
#include "operations/listingcache.h"

#include "base/log.h"
#include "base/time.h"
#include "io/file.h"
#include "io/json.h"
#include "io/userfolders.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::size_t maxNames = 100'000;
constexpr ByteCount maxNamesFile = 32_MiB;

/// Under a new name first: another program may read it right now.
void keep(const std::filesystem::path &file, std::string_view text)
{
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    if (const auto written = writeFileAtomically(file, text); !written)
        log(LogLevel::Debug, "cache", written.error().toString());
}

} // namespace

bool isUnreachable(const Error &error)
{
    return error.code() == ErrorCode::NetworkFailed || error.code() == ErrorCode::TimedOut
        || error.code() == ErrorCode::RegistryUnavailable;
}

std::optional<std::filesystem::path> ListingCache::defaultPath()
{
    const auto folder = userFolder(UserFolder::Cache);
    return folder ? std::optional(*folder / "registries") : std::nullopt;
}

std::filesystem::path ListingCache::placeFolder(const std::string &place) const
{
    return m_folder / "places" / Digest::sha256Of(place).hex();
}

std::filesystem::path ListingCache::tagPath(const std::string &repository, const TagName &tag) const
{
    return placeFolder(repository) / ("tag-" + tag.toString());
}

std::filesystem::path ListingCache::manifestPath(const Digest &digest) const
{
    return m_folder / "manifests" / digest.hex();
}

void ListingCache::keepNames(const std::string &place, const std::vector<std::string> &names) const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    Json::Array array(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), maxNames)));
    keep(placeFolder(place) / "names.json",
         dumpJson(JsonObject{{"place", place}, {"time", formatDateTime(now)}, {"names", std::move(array)}}));
}

void ListingCache::addNames(const std::string &place, const std::vector<std::string> &names) const
{
    auto all = names;
    if (auto known = this->names(place))
        all.insert(all.end(), std::make_move_iterator(known->names.begin()),
                   std::make_move_iterator(known->names.end()));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    keepNames(place, all);
}

std::optional<ListingCache::Names> ListingCache::names(const std::string &place) const
{
    const auto text = readSmallFile(placeFolder(place) / "names.json", maxNamesFile);
    const auto json =
        text ? parseJson(*text, JsonLimits{.maxBytes = std::size_t(32) << 20}) : Result<Json>(text.error());
    if (!json || json->text("place") != place)
        return std::nullopt;
    const auto time = parseDateTime(json->text("time"));
    const auto *list = json->find("names");
    if (!time || !list || !list->asArray())
        return std::nullopt;
    Names names{{}, *time};
    for (const auto &name : *list->asArray()) {
        if (name.asString())
            names.names.push_back(*name.asString());
    }
    return names;
}

void ListingCache::keepManifest(const std::string &repository, const std::optional<TagName> &tag,
                                const StoredManifest &manifest) const
{
    std::error_code ignored;
    if (!std::filesystem::exists(manifestPath(manifest.digest), ignored))
        keep(manifestPath(manifest.digest), manifest.mediaType + "\n" + manifest.bytes);
    if (!tag)
        return;
    const auto file = tagPath(repository, *tag);
    if (digestOf(repository, *tag) != manifest.digest)
        keep(file, manifest.digest.toString());
    else
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now(), ignored);
}

std::optional<std::chrono::sys_seconds> ListingCache::seen(const std::string &repository, const TagName &tag) const
{
    std::error_code failed;
    const auto time = std::filesystem::last_write_time(tagPath(repository, tag), failed);
    if (failed)
        return std::nullopt;
    // That clock has another epoch, and clang 14 knows no way from one to the other.
    const auto age = std::filesystem::file_time_type::clock::now() - time;
    return std::chrono::floor<std::chrono::seconds>(
        std::chrono::system_clock::now() - std::chrono::duration_cast<std::chrono::system_clock::duration>(age));
}

void ListingCache::keepConfig(const Descriptor &config, const std::string &bytes) const
{
    keepManifest({}, std::nullopt, {bytes, config.digest, config.mediaType.toString()});
}

std::optional<std::string> ListingCache::config(const Descriptor &config) const
{
    auto stored = manifest(config.digest);
    return stored ? std::optional(std::move(stored->bytes)) : std::nullopt;
}

std::optional<Digest> ListingCache::digestOf(const std::string &repository, const TagName &tag) const
{
    const auto text = readSmallFile(tagPath(repository, tag), 1_KiB);
    const auto digest = text ? Digest::parse(*text) : Result<Digest>(text.error());
    return digest ? std::optional(*digest) : std::nullopt;
}

std::optional<StoredManifest> ListingCache::manifest(const Digest &digest) const
{
    const auto file = manifestPath(digest);
    const auto text = readSmallFile(file, maxManifestSize + 1_KiB);
    const auto line = text ? text->find('\n') : std::string::npos;
    if (line == std::string::npos)
        return std::nullopt;
    StoredManifest stored{text->substr(line + 1), digest, text->substr(0, line)};
    Hasher hasher(digest.algorithm());
    hasher.update(stored.bytes);
    if (hasher.finish() != digest)
        return std::nullopt;
    // So that prune() knows what is used.
    std::error_code ignored;
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now(), ignored);
    return stored;
}

void ListingCache::prune(ByteCount limit, std::chrono::hours age) const
{
    pruneManifests(limit);
    prunePlaces(age);
}

/// A listing writes the names anew, and a tag that is seen for the first time changes the folder.
void ListingCache::prunePlaces(std::chrono::hours age) const
{
    const auto oldest = std::filesystem::file_time_type::clock::now() - age;
    std::error_code ignored;
    for (const auto &place : std::filesystem::directory_iterator(m_folder / "places", ignored)) {
        std::error_code failed;
        const auto changed = place.last_write_time(failed);
        const auto listed = std::filesystem::last_write_time(place.path() / "names.json", ignored);
        if (!failed && changed < oldest && (ignored || listed < oldest))
            std::filesystem::remove_all(place.path(), ignored);
    }
}

void ListingCache::pruneManifests(ByteCount limit) const
{
    struct Kept {
        std::filesystem::file_time_type used;
        std::filesystem::path path;
        std::int64_t size;
    };
    std::vector<Kept> kept;
    std::int64_t sum = 0;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / "manifests", ignored)) {
        std::error_code failed;
        const auto size = entry.file_size(failed);
        if (failed)
            continue;
        kept.push_back({entry.last_write_time(failed), entry.path(), static_cast<std::int64_t>(size)});
        sum += kept.back().size;
    }
    std::sort(kept.begin(), kept.end(), [](const Kept &a, const Kept &b) { return a.used < b.used; });
    for (const auto &one : kept) {
        if (sum <= limit.value())
            return;
        std::filesystem::remove(one.path, ignored);
        sum -= one.size;
    }
}

} // namespace modelcrate
