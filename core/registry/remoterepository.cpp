// SPDX-License-Identifier: Apache-2.0
#include "registry/remoterepository.h"

#include "base/text.h"
#include "http/headers.h"
#include "io/json.h"
#include "oci/tags.h"
#include "registry/blobupload.h"
#include "registry/registryerror.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace modelcrate {

namespace {

constexpr std::string_view acceptedManifests =
    "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, "
    "application/vnd.docker.distribution.manifest.v2+json, "
    "application/vnd.docker.distribution.manifest.list.v2+json, */*";
constexpr int maxReferrerPages = 100;

std::vector<TagName> validTags(const std::vector<std::string> &names)
{
    std::vector<TagName> tags;
    for (const auto &name : names) {
        if (auto tag = TagName::parse(name))
            tags.push_back(std::move(*tag));
    }
    return tags;
}

std::string contentType(const HttpResponse &response)
{
    const auto value = response.headers.get("Content-Type").value_or("");
    return std::string(trim(std::string_view(value).substr(0, value.find(';'))));
}

Digest digestOf(std::string_view bytes, DigestAlgorithm algorithm)
{
    Hasher hasher(algorithm);
    hasher.update(bytes);
    return hasher.finish();
}

/// What the registry says the bytes are, if it says so in a form we know.
std::optional<Digest> announcedDigest(const HttpResponse &response)
{
    const auto header = response.headers.get("Docker-Content-Digest");
    const auto digest = header ? Digest::parse(*header) : Result<Digest>(Error(ErrorCode::NotFound, {}));
    return digest ? std::optional(*digest) : std::nullopt;
}

/// Bytes of a blob from `position` to `end`, over one connection after another.
class RemoteBlobSource final : public ByteSource {
public:
    RemoteBlobSource(std::shared_ptr<RegistryClient> client, RegistryRequest request, ByteCount position, ByteCount end,
                     ByteCount size, TaskContext context)
        : m_client(std::move(client)),
          m_request(std::move(request)),
          m_position(position),
          m_end(end),
          m_size(size),
          m_context(std::move(context))
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        while (m_position < m_end) {
            if (!m_source)
                RETURN_IF_ERROR(connect());
            auto count = m_source->read(buffer);
            if (count && *count > 0) {
                m_position += ByteCount(static_cast<std::int64_t>(*count));
                m_failures = 0;
                return count;
            }
            if (!count && count.error().code() != ErrorCode::NetworkFailed
                && count.error().code() != ErrorCode::TimedOut)
                return count;
            m_source.reset();
            const auto reason = count ? Message::of("the connection ended early") : count.error().wording();
            if (++m_failures >= m_client->options().retry.maxAttempts)
                return Error(count ? ErrorCode::SizeMismatch : count.error().code(),
                             Message::of("%1 at byte %2 of %3", reason, m_position.value(), m_size.value()));
            RETURN_IF_ERROR(m_client->backOff(m_failures - 1, m_client->options().retry.maxAttempts, {.reason = reason},
                                              m_context, nullptr));
        }
        // Whoever reads to the end is told of bytes beyond it; a server may send more than the descriptor says.
        if (!m_source || m_end != m_size)
            return std::size_t{0};
        const auto beyond = m_source->read(buffer);
        return beyond ? *beyond : std::size_t{0};
    }

private:
    Result<void> connect()
    {
        auto request = m_request;
        const bool wholeBlob = m_position == ByteCount() && m_end == m_size;
        if (!wholeBlob)
            request.headers.add("Range", cat("bytes=", m_position.value(), '-', m_end.value() - 1));
        ASSIGN_OR_RETURN(auto download, m_client->download(request, m_context));
        const auto &response = download.response;
        if (!download.source)
            return errorFromResponse(response, Message::of("reading a blob at %1", response.finalUrl.redacted()));
        if (response.status == 206 && !wholeBlob) {
            const auto header = response.headers.get("Content-Range");
            const auto range = header ? parseContentRange(*header) : std::nullopt;
            if (!range || range->first != m_position.value() || (range->total && *range->total != m_size.value()))
                return Error(ErrorCode::SizeMismatch,
                             Message::of("%1 answered with other bytes than those asked for",
                                         response.finalUrl.redacted()));
        } else if (response.status == 206) {
            return Error(ErrorCode::SizeMismatch,
                         Message::of("%1 answered with a part of the blob", response.finalUrl.redacted()));
        }
        m_source = std::move(download.source);
        if (response.status == 200 && m_position > ByteCount())
            return discard(m_position);
        return {};
    }

    /// A server without ranges sends everything; what we have already is read and dropped.
    Result<void> discard(ByteCount count)
    {
        std::vector<std::byte> buffer(1 << 18);
        while (count > ByteCount()) {
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), count.asUnsigned()));
            ASSIGN_OR_RETURN(const auto got, m_source->read(std::span(buffer).first(wanted)));
            if (got == 0)
                return Error(ErrorCode::SizeMismatch,
                             Message::of("the blob is shorter than what was read of it before"));
            count -= ByteCount(static_cast<std::int64_t>(got));
        }
        return {};
    }

    std::shared_ptr<RegistryClient> m_client;
    RegistryRequest m_request;
    ByteCount m_position;
    ByteCount m_end;
    ByteCount m_size;
    TaskContext m_context;
    std::unique_ptr<ByteSource> m_source;
    int m_failures = 0;
};

class RemoteBlob final : public Content {
public:
    RemoteBlob(std::shared_ptr<RegistryClient> client, RegistryRequest request, Descriptor descriptor)
        : m_client(std::move(client)),
          m_request(std::move(request)),
          m_descriptor(std::move(descriptor))
    {
    }

    std::optional<ByteCount> size() const override { return m_descriptor.size; }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return m_descriptor.digest.toString(); }
    std::optional<Digest> digest() const override { return m_descriptor.digest; }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        const auto end = length ? std::min(offset + *length, m_descriptor.size) : m_descriptor.size;
        return std::unique_ptr<ByteSource>(std::make_unique<RemoteBlobSource>(
            m_client, m_request, std::min(offset, end), end, m_descriptor.size, context));
    }

private:
    std::shared_ptr<RegistryClient> m_client;
    RegistryRequest m_request;
    Descriptor m_descriptor;
};

} // namespace

RemoteRepository::RemoteRepository(std::shared_ptr<RegistryClient> client, RepositoryName name)
    : m_client(std::move(client)),
      m_name(std::move(name))
{
}

std::string RemoteRepository::description() const { return m_client->host().toString() + "/" + m_name.toString(); }

AccessScope RemoteRepository::scope(std::string_view actions) const
{
    return {.repository = m_name, .actions = std::string(actions)};
}

std::string RemoteRepository::path(std::string_view kind, std::string_view name) const
{
    return cat("/v2/", m_name.toString(), '/', kind, '/', name);
}

Result<StoredManifest> RemoteRepository::fetchManifest(const std::string &tagOrDigest, const TaskContext &context)
{
    const auto wanted = Digest::parse(tagOrDigest);
    if (!wanted)
        RETURN_IF_ERROR(TagName::parse(tagOrDigest));
    const auto what = description() + (wanted ? "@" : ":") + tagOrDigest;
    RegistryRequest request{
        .path = path("manifests", tagOrDigest), .scope = scope("pull"), .maxResponseBody = maxManifestSize};
    request.headers.add("Accept", std::string(acceptedManifests));
    ASSIGN_OR_RETURN(auto response, m_client->send(request, context));
    if (response.status != 200)
        return errorFromResponse(response, Message::of("asking for %1", what));
    auto type = contentType(response);
    if (type.find("html") != std::string::npos)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 answered with a web page when asked for %2", m_client->host().toString(), what),
                     "Check the name; on a network with a login page, open a browser first.");
    const auto said = announcedDigest(response);
    for (const auto &expected : {wanted ? std::optional(*wanted) : std::nullopt, said}) {
        if (expected && digestOf(response.body, expected->algorithm()) != *expected)
            return Error(ErrorCode::DigestMismatch,
                         Message::of("the manifest of %1 is not %2", what, expected->toString()),
                         "Something between here and the registry changes what it passes on.");
    }
    auto digest = wanted ? *wanted : Digest::sha256Of(response.body);
    return StoredManifest{std::move(response.body), std::move(digest), std::move(type)};
}

Result<std::optional<Digest>> RemoteRepository::resolveTag(const TagName &tag, const TaskContext &context)
{
    RegistryRequest request{.method = "HEAD", .path = path("manifests", tag.toString()), .scope = scope("pull")};
    request.headers.add("Accept", std::string(acceptedManifests));
    ASSIGN_OR_RETURN(const auto response, m_client->send(request, context));
    if (response.status == 404)
        return std::optional<Digest>();
    if (response.status == 200) {
        if (auto digest = announcedDigest(response))
            return digest;
    }
    // HEAD has no text to say why, and some servers no digest.
    auto stored = fetchManifest(tag.toString(), context);
    if (stored)
        return std::optional(stored->digest);
    if (stored.error().code() == ErrorCode::NotFound)
        return std::optional<Digest>();
    return std::move(stored).error();
}

ContentPtr RemoteRepository::blob(const Descriptor &descriptor)
{
    RegistryRequest request{.path = path("blobs", descriptor.digest.toString()), .scope = scope("pull")};
    return std::make_shared<RemoteBlob>(m_client, std::move(request), descriptor);
}

Result<BlobProbe> RemoteRepository::probe(const Descriptor &descriptor, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto presence, lookForBlob(*m_client, m_name, descriptor.digest, descriptor.size, context));
    if (presence == BlobPresence::Present)
        return BlobProbe{BlobProbe::State::Exists};
    if (presence == BlobPresence::Untold)
        return BlobProbe{BlobProbe::State::Unknown};
    if (const auto record = UploadJournal::peek({m_client->host(), m_name}, descriptor.digest))
        return BlobProbe{.state = BlobProbe::State::Resumable, .offset = record->offset};
    return BlobProbe{BlobProbe::State::Absent};
}

Result<Descriptor> RemoteRepository::pushBlob(const BlobToPush &blob, ProgressBoard::Item item,
                                              const TaskContext &context)
{
    return BlobUpload(*m_client, m_name, blob, std::move(item), context).run();
}

Result<Digest> RemoteRepository::pushManifest(const std::string &bytes, std::string_view mediaType,
                                              const std::optional<TagName> &tag, const TaskContext &context)
{
    if (bytes.size() > maxManifestSize.asUnsigned())
        return Error(ErrorCode::LimitExceeded,
                     Message::of("the manifest has %1 bytes, registries take at most 4 MiB", bytes.size()));
    auto digest = Digest::sha256Of(bytes);
    const auto name = tag ? tag->toString() : digest.toString();
    RegistryRequest request{
        .method = "PUT", .path = path("manifests", name), .scope = scope("pull,push"), .smallBody = bytes};
    request.headers.add("Content-Type", std::string(mediaType));
    ASSIGN_OR_RETURN(const auto response, m_client->send(request, context));
    if (response.status < 200 || response.status > 299)
        return errorFromResponse(response, Message::of("storing %1", cat(description(), tag ? ":" : "@", name)));
    const auto said = announcedDigest(response);
    if (said && said->algorithm() == digest.algorithm() && *said != digest)
        return Error(ErrorCode::DigestMismatch,
                     Message::of("%1 stored the manifest as %2 instead of %3", m_client->host().toString(),
                                 said->toString(), digest.toString()));
    if (!said) {
        // A server that answers 200 to everything could fake success.
        ASSIGN_OR_RETURN(const auto stored, fetchManifest(name, context));
        if (stored.digest != digest)
            return Error(ErrorCode::DigestMismatch,
                         Message::of("%1 does not give back the manifest it was sent", m_client->host().toString()));
    }
    return digest;
}

Result<std::vector<TagName>> RemoteRepository::listTags(const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto names,
                     m_client->collectPages(path("tags", "list?n=1000"), scope("pull"), "tags",
                                            Message::of("listing the tags of %1", description()), context));
    return validTags(names);
}

Result<TagPage> RemoteRepository::listTagPage(const std::string &next, const TaskContext &context)
{
    RegistryRequest request{.path = path("tags", "list?n=100"), .scope = scope("pull")};
    if (!next.empty()) {
        ASSIGN_OR_RETURN(const auto url, Url::parse(next));
        request = RegistryClient::nextPage(url, scope("pull"));
    }
    const auto action = Message::of("listing the tags of %1", description());
    ASSIGN_OR_RETURN(const auto page, m_client->fetchPage(request, action, context));
    ASSIGN_OR_RETURN(const auto names, m_client->namesIn(page.response, "tags", action));
    return TagPage{validTags(names), page.next ? page.next->toString() : std::string()};
}

Result<std::vector<Descriptor>> RemoteRepository::listReferrers(const Digest &subject, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto answered, askForReferrers(subject, context));
    if (answered)
        return distinctReferrers(std::move(*answered));
    return ContentStore::listReferrers(subject, context);
}

Result<std::optional<std::vector<Descriptor>>> RemoteRepository::askForReferrers(const Digest &subject,
                                                                                 const TaskContext &context)
{
    std::vector<Descriptor> referrers;
    std::set<std::string> visited;
    RegistryRequest request{.path = path("referrers", subject.toString()), .scope = scope("pull")};
    request.headers.add("Accept", std::string(mediatypes::imageIndex));
    for (int number = 0; number < maxReferrerPages; ++number) {
        auto page = m_client->fetchPage(request, Message::of("asking what refers to %1", description()), context);
        if (!page) {
            // Registries without it answer with 404, 405 or whatever their front end says to a path it does not know.
            const auto code = page.error().code();
            if (number == 0 && (code == ErrorCode::NotFound || code == ErrorCode::RegistryRejected))
                return std::optional<std::vector<Descriptor>>();
            return std::move(page).error();
        }
        // Some answer 200 with a web page.
        if (contentType(page->response) != mediatypes::imageIndex)
            return std::optional<std::vector<Descriptor>>();
        ASSIGN_OR_RETURN(auto index, parseImageIndex(std::move(page->response.body)));
        std::move(index.manifests.begin(), index.manifests.end(), std::back_inserter(referrers));
        if (referrers.size() >= maxReferrers || !page->next || !visited.insert(page->next->toString()).second)
            break;
        request = RegistryClient::nextPage(*page->next, scope("pull"));
    }
    return std::optional(std::move(referrers));
}

Result<std::vector<std::string>> RemoteRepository::otherTags(const TagName &tag, const Digest &digest,
                                                             const TaskContext &context)
{
    auto tags = otherTagsOf(*this, tag, digest, context);
    if (!tags && tags.error().code() == ErrorCode::LimitExceeded)
        return Error(ErrorCode::Conflict,
                     Message::of("%1, so nobody can tell which others would go with %2", tags.error().wording(),
                                 tag.toString()),
                     "Say --all-tags to remove every tag of this digest.");
    if (!tags)
        return std::move(tags).error();
    std::vector<std::string> names;
    for (const auto &other : *tags)
        names.push_back(other.toString());
    return names;
}

Result<void> RemoteRepository::deleteByDigest(const Digest &digest, const TaskContext &context)
{
    ASSIGN_OR_RETURN(
        const auto response,
        m_client->send(
            {.method = "DELETE", .path = path("manifests", digest.toString()), .scope = scope("pull,push,delete")},
            context));
    if (response.status == 405) {
        Error error(ErrorCode::RegistryRejected,
                    Message::of("%1 does not allow to delete", m_client->host().toString()),
                    "Deleting must be switched on at the registry (storage.delete.enabled).");
        error.setHttpStatus(405);
        return error;
    }
    if (response.status < 200 || response.status > 299)
        return errorFromResponse(response, Message::of("removing %1", description() + "@" + digest.toString()));
    return {};
}

Result<void> RemoteRepository::removeTag(const TagName &tag, const std::optional<Digest> &seen, bool allTags,
                                         const TaskContext &context)
{
    const auto resolve = [&](const std::optional<Digest> &expected) -> Result<Digest> {
        ASSIGN_OR_RETURN(const auto now, resolveTag(tag, context));
        return removableDigest(*this, tag, now, expected);
    };
    ASSIGN_OR_RETURN(const auto digest, resolve(seen));
    if (allTags)
        return deleteByDigest(digest, context);
    // Looked up before anything is deleted: some registries take the manifest, and with it every tag, for one tag.
    ASSIGN_OR_RETURN(const auto others, otherTags(tag, digest, context));
    // That asks about each tag, which takes its time, and a tag is deleted whatever it stands for by then.
    RETURN_IF_ERROR(resolve(digest));
    ASSIGN_OR_RETURN(
        const auto response,
        m_client->send(
            {.method = "DELETE", .path = path("manifests", tag.toString()), .scope = scope("pull,push,delete")},
            context));
    if (response.status >= 200 && response.status <= 299)
        return {};
    if (response.status == 401 || response.status == 403 || response.status >= 500)
        return errorFromResponse(response, Message::of("removing %1", description() + ":" + tag.toString()));
    if (!others.empty())
        return Error(ErrorCode::Conflict,
                     Message::of("%1 can only delete %2 with all its tags: %3 would go too",
                                 m_client->host().toString(), digest.toString(), join(others, ", ")),
                     "Say --all-tags to remove them all.");
    return deleteByDigest(digest, context);
}

} // namespace modelcrate
