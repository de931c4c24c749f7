// SPDX-License-Identifier: Apache-2.0
#include "oci/contentstore.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace modelcrate {

namespace {

/// "sha256-0123…": algorithm and digest cut to the lengths that the specification names.
std::string referrersTag(const Digest &subject)
{
    const auto text = subject.toString();
    const auto colon = text.find(':');
    return cat(text.substr(0, std::min<std::size_t>(colon, 32)), '-', text.substr(colon + 1, 64));
}

} // namespace

Result<TagPage> ContentStore::listTagPage(const std::string &, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto tags, listTags(context));
    return TagPage{std::move(tags), {}};
}

Result<std::vector<Descriptor>> ContentStore::listReferrers(const Digest &subject, const TaskContext &context)
{
    auto stored = fetchManifest(referrersTag(subject), context);
    if (!stored && stored.error().code() == ErrorCode::NotFound)
        return std::vector<Descriptor>();
    if (!stored)
        return std::move(stored).error();
    // Anybody may have pushed something else under that name.
    if (documentKind(stored->bytes, stored->mediaType) != DocumentKind::Index)
        return std::vector<Descriptor>();
    ASSIGN_OR_RETURN(auto index, parseImageIndex(std::move(stored->bytes), stored->mediaType));
    return distinctReferrers(std::move(index.manifests));
}

std::vector<Descriptor> distinctReferrers(std::vector<Descriptor> referrers)
{
    std::set<Digest> seen;
    std::erase_if(referrers, [&](const Descriptor &one) { return !seen.insert(one.digest).second; });
    if (referrers.size() > maxReferrers)
        referrers.erase(referrers.begin() + static_cast<std::ptrdiff_t>(maxReferrers), referrers.end());
    return referrers;
}

Result<ImageManifest> fetchImageManifest(ContentStore &store, const std::string &tagOrDigest,
                                         const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto stored, store.fetchManifest(tagOrDigest, context));
    if (documentKind(stored.bytes, stored.mediaType) != DocumentKind::Index)
        return parseImageManifest(std::move(stored.bytes), stored.mediaType);
    ASSIGN_OR_RETURN(const auto index, parseImageIndex(std::move(stored.bytes), stored.mediaType));
    if (index.manifests.size() == 1) {
        ASSIGN_OR_RETURN(auto child, store.fetchManifest(index.manifests.front().digest.toString(), context));
        return parseImageManifest(std::move(child.bytes), child.mediaType);
    }
    std::vector<std::string> choices;
    for (const auto &manifest : index.manifests)
        choices.push_back(manifest.digest.toString());
    choices.resize(std::min<std::size_t>(choices.size(), 20));
    return Error(ErrorCode::InvalidInput,
                 Message::of("%1 is an index of %2 manifests", tagOrDigest, index.manifests.size()),
                 "Name one of them by digest: " + join(choices, ", "));
}

Result<std::string> fetchBlobBytes(ContentStore &store, const Descriptor &descriptor, ByteCount limit,
                                   const TaskContext &context)
{
    if (descriptor.size > limit)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("%1 has %2 bytes, more than %3", descriptor.digest.toString(), descriptor.size.value(),
                                 limit.value()));
    ASSIGN_OR_RETURN(auto source, store.blob(descriptor)->open({}, std::nullopt, context));
    const auto verified = makeVerifyingSource(std::move(source), descriptor.digest, descriptor.size);
    return readAll(*verified, limit);
}

} // namespace modelcrate
