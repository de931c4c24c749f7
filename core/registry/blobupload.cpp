// SPDX-License-Identifier: Apache-2.0
#include "registry/blobupload.h"

#include "base/log.h"
#include "base/text.h"
#include "http/headers.h"
#include "registry/registryerror.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <iterator>
#include <thread>
#include <vector>

namespace modelcrate {

namespace {

/// Below this a file is read into memory and hashed before anything is sent: one PUT, and none if it is there already.
constexpr ByteCount smallBlob = 1_MiB;
constexpr ByteCount firstChunk = 16_MiB;
constexpr ByteCount smallestChunk = 1_MiB;
constexpr ByteCount largestMinChunk = 1_GiB;
constexpr std::chrono::seconds quickChunk{10};
constexpr std::chrono::seconds slowChunk{20};
constexpr int maxSessions = 6;
/// How often a small blob is looked for after its connection broke.
constexpr int looksAfterABreak = 2;
constexpr std::chrono::milliseconds deleteTimeout{200};
constexpr std::chrono::seconds abandonTimeout{3};

bool isSuccess(int status)
{
    return status >= 200 && status < 300; // ECR answers 201 to PATCH
}

bool saysTooLarge(const HttpResponse &response)
{
    return response.status == 413
        || (response.status == 400
            && toLowerAscii(response.body.substr(0, 4096)).find("too large") != std::string::npos);
}

bool isTransient(const Error &error)
{
    return error.code() == ErrorCode::NetworkFailed || error.code() == ErrorCode::TimedOut;
}

/// A context that stops by itself, for the last words to a registry when the caller has no time any more.
class BriefContext {
public:
    explicit BriefContext(std::chrono::milliseconds limit)
        : m_timer([this, limit](std::stop_token ended) {
              std::mutex mutex;
              std::condition_variable_any condition;
              std::unique_lock lock(mutex);
              condition.wait_for(lock, ended, limit, [] { return false; });
              m_stop.request_stop();
          })
    {
    }
    TaskContext context() const { return TaskContext(m_stop.get_token()); }
    void stop() { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
    std::jthread m_timer;
};

} // namespace

Result<BlobPresence> lookForBlob(RegistryClient &client, const RepositoryName &repository, const Digest &digest,
                                 std::optional<ByteCount> size, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto response,
                     client.send({.method = "HEAD",
                                  .path = cat("/v2/", repository.toString(), "/blobs/", digest.toString()),
                                  .scope = {.repository = repository, .actions = "pull,push"}},
                                 context));
    if (response.status == 401)
        return errorFromResponse(response, Message::of("looking for a blob in %1", repository.toString()));
    if (response.status != 200)
        return response.status == 404 ? BlobPresence::Absent : BlobPresence::Untold;
    const auto length = response.headers.get("Content-Length");
    const auto bytes = length ? parseDecimal(*length) : std::nullopt;
    if (size && bytes && *bytes != size->asUnsigned()) {
        log(LogLevel::Warning, "registry",
            cat(digest.toString(), " is there with ", *bytes, " bytes instead of ", size->value(), "; sending it"));
        return BlobPresence::Absent;
    }
    return BlobPresence::Present;
}

Result<bool> blobExists(RegistryClient &client, const RepositoryName &repository, const Digest &digest,
                        std::optional<ByteCount> size, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto presence, lookForBlob(client, repository, digest, size, context));
    return presence == BlobPresence::Present;
}

void abandonUploads(RegistryClient &client, const RepositoryName &repository, std::span<const ContentPtr> contents,
                    const TaskContext &context)
{
    const Reference target{client.host(), repository};
    std::vector<UploadRecord> left;
    for (const auto &content : contents) {
        auto records = UploadJournal::takeLeft(target, *content);
        std::move(records.begin(), records.end(), std::back_inserter(left));
    }
    if (left.empty())
        return;
    BriefContext brief(abandonTimeout);
    const std::stop_callback onStop(context.stopToken(), [&brief] { brief.stop(); });
    for (const auto &record : left) {
        const auto location = Url::parse(record.location);
        if (!location)
            continue;
        const auto deleted = client.send({.method = "DELETE",
                                          .url = *location,
                                          .role = UrlRole::UploadLocation,
                                          .scope = {.repository = repository, .actions = "pull,push"},
                                          .once = true},
                                         brief.context());
        if (!deleted)
            log(LogLevel::Info, "registry", "an upload is left to be purged: " + deleted.error().message());
    }
}

/// Reads a content forwards, once, and knows its end before a chunk is begun. Opens again only to go back.
class BlobUpload::Reader {
public:
    Reader(ContentPtr content, TaskContext context) : m_content(std::move(content)), m_context(std::move(context)) { }

    Result<void> moveTo(ByteCount position)
    {
        if (m_source && m_position == position)
            return {};
        m_peeked.reset();
        m_source.reset();
        ASSIGN_OR_RETURN(m_source, m_content->open(position, std::nullopt, m_context));
        m_position = position;
        return {};
    }

    Result<std::size_t> read(std::span<std::byte> buffer)
    {
        if (buffer.empty())
            return std::size_t{0};
        if (m_peeked) {
            buffer.front() = *m_peeked;
            m_peeked.reset();
            ASSIGN_OR_RETURN(const auto more, m_source->read(buffer.subspan(1)));
            m_position += ByteCount(static_cast<std::int64_t>(more) + 1);
            return more + 1;
        }
        ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
        m_position += ByteCount(static_cast<std::int64_t>(count));
        return count;
    }

    Result<bool> atEnd()
    {
        const auto size = m_content->size();
        if (m_peeked || (size && m_position < *size))
            return false;
        // Where the end is not known, and to learn that a file has not grown beyond it.
        std::array<std::byte, 1> next{};
        ASSIGN_OR_RETURN(const auto count, m_source->read(next));
        if (count > 0)
            m_peeked = next[0];
        return count == 0;
    }

private:
    ContentPtr m_content;
    TaskContext m_context;
    std::unique_ptr<ByteSource> m_source;
    ByteCount m_position;
    std::optional<std::byte> m_peeked;
};

/// At most `length` bytes from `start` of a reader that outlives it.
class BlobUpload::ChunkContent final : public Content {
public:
    ChunkContent(Reader &reader, ByteCount start, ByteCount length) : m_reader(reader), m_start(start), m_length(length)
    {
    }

    std::optional<ByteCount> size() const override { return std::nullopt; }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return "a chunk"; }
    Result<std::unique_ptr<ByteSource>> open(ByteCount, std::optional<ByteCount>, const TaskContext &) const override
    {
        RETURN_IF_ERROR(m_reader.moveTo(m_start));
        return std::unique_ptr<ByteSource>(std::make_unique<Source>(m_reader, m_length));
    }

private:
    class Source final : public ByteSource {
    public:
        Source(Reader &reader, ByteCount length) : m_reader(reader), m_left(length) { }
        Result<std::size_t> read(std::span<std::byte> buffer) override
        {
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), m_left.asUnsigned()));
            ASSIGN_OR_RETURN(const auto count, m_reader.read(buffer.first(wanted)));
            m_left -= ByteCount(static_cast<std::int64_t>(count));
            return count;
        }

    private:
        Reader &m_reader;
        ByteCount m_left;
    };

    Reader &m_reader;
    ByteCount m_start;
    ByteCount m_length;
};

BlobUpload::BlobUpload(RegistryClient &client, RepositoryName repository, BlobToPush blob, ProgressBoard::Item item,
                       TaskContext context)
    : m_client(client),
      m_repository(std::move(repository)),
      m_blob(std::move(blob)),
      m_item(std::move(item)),
      m_context(std::move(context)),
      m_scope{.repository = m_repository, .actions = "pull,push", .mountFrom = m_blob.mountFrom},
      m_target{client.host(), m_repository},
      m_chunkSize(firstChunk),
      m_minChunk(client.profile().minChunk),
      m_maxChunk(client.profile().maxChunk)
{
}

BlobUpload::~BlobUpload() = default;

Result<Descriptor> BlobUpload::run()
{
    m_item.setActive();
    RETURN_IF_ERROR(settleContent());
    if (m_digest) {
        ASSIGN_OR_RETURN(const bool exists, blobExists(m_client, m_repository, *m_digest, m_size, m_context));
        if (exists && m_size)
            return stored(ItemState::Skipped);
    }
    m_journal = UploadJournal::open(m_target, *m_blob.content);
    ASSIGN_OR_RETURN(const bool wasFinished, wasFinishedBefore());
    if (wasFinished)
        return stored(ItemState::Skipped);
    for (int session = 0; session < maxSessions; ++session) {
        auto outcome = attempt();
        if (!outcome) {
            const auto code = outcome.error().code();
            const bool isKept = m_journal && m_journal->load();
            if (code == ErrorCode::Canceled || (code == ErrorCode::Paused && !isKept))
                deleteSession();
            return std::move(outcome).error();
        }
        if (*outcome == Outcome::Proceed)
            return stored(m_location ? ItemState::Done : ItemState::Mounted);
        log(LogLevel::Info, "registry", "the upload of " + escapeForDisplay(m_blob.name) + " starts again");
        if (m_journal)
            m_journal->remove();
        m_location.reset();
    }
    return Error(ErrorCode::RegistryUnavailable,
                 Message::of("%1 lost the upload of %2 %3 times", m_client.host().toString(),
                             escapeForDisplay(m_blob.name), maxSessions),
                 "Try again later, or with fewer blobs at once.");
}

/// Whether an earlier run sent all of it and ended before it learned that the registry keeps it. The file is read
/// again, since a change within the clock's grain would not show in the journal's name.
Result<bool> BlobUpload::wasFinishedBefore()
{
    const auto record = m_journal && m_hashes && m_size ? m_journal->load() : std::nullopt;
    if (!record || !record->digest)
        return false;
    ASSIGN_OR_RETURN(const bool exists, blobExists(m_client, m_repository, *record->digest, m_size, m_context));
    if (!exists)
        return false;
    m_item.setActivity(ItemActivity::RereadingSent);
    ASSIGN_OR_RETURN(auto digest, hashContent(*m_blob.content, m_context));
    m_item.setActivity(ItemActivity::Moving);
    if (digest != *record->digest)
        return false;
    m_digest = std::move(digest);
    return true;
}

/// Makes known what must be known before the first byte is sent.
Result<void> BlobUpload::settleContent()
{
    m_digest = m_blob.content->digest();
    m_size = m_blob.content->size();
    const auto limit = m_client.profile().maxBlob;
    if (limit && m_size && *m_size > *limit)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("%1 has %2, %3 takes at most %4", escapeForDisplay(m_blob.name), formatIec(*m_size),
                                 m_client.profile().name, formatIec(*limit)),
                     "Split it into smaller shards (for safetensors: max_shard_size), or use another registry.");
    if (!m_digest && m_size && *m_size <= smallBlob) {
        ASSIGN_OR_RETURN(auto bytes, readContent(*m_blob.content, smallBlob, m_context));
        m_digest = Digest::sha256Of(bytes);
        m_blob.content = withKnownDigest(makeMemoryContent(std::move(bytes)), *m_digest);
    }
    if (!m_digest && m_client.profile().monolithicOnly) {
        m_item.setActivity(ItemActivity::Hashing);
        ASSIGN_OR_RETURN(m_digest, hashContent(*m_blob.content, m_context));
        m_item.setActivity(ItemActivity::Moving);
    }
    m_hashes = !m_digest;
    return {};
}

Result<BlobUpload::Outcome> BlobUpload::attempt()
{
    m_reader = std::make_unique<Reader>(m_blob.content, m_context);
    m_hasher = Hasher();
    m_offset = {};
    m_item.setDone({});
    ASSIGN_OR_RETURN(const bool resumed, resumeSession());
    if (!resumed) {
        ASSIGN_OR_RETURN(const bool mounted, startSession());
        if (mounted)
            return Outcome::Proceed;
        const bool inOnePut = m_digest && m_size && (m_client.profile().monolithicOnly || *m_size <= firstChunk);
        if (inOnePut)
            return putWhole();
    }
    ASSIGN_OR_RETURN(const auto sent, sendChunks());
    return sent == Outcome::Proceed ? commit() : Result<Outcome>(sent);
}

/// Goes on with the session that the journal names, if it still stands where we left it.
Result<bool> BlobUpload::resumeSession()
{
    const auto record = m_journal ? m_journal->load() : std::nullopt;
    if (!record)
        return false;
    const auto location = Url::parse(record->location);
    // 0 and 1 byte look the same in the registry's answer, so neither is gone on from.
    if (!location || record->offset <= 1_B || (m_size && record->offset > *m_size)) {
        m_journal->remove();
        return false;
    }
    m_location = *location;
    m_offset = record->offset;
    ASSIGN_OR_RETURN(const auto offset, askOffset());
    if (!offset || *offset <= 1_B || (m_size && *offset > *m_size)) {
        m_location.reset();
        m_offset = {};
        m_journal->remove();
        return false;
    }
    if (m_hashes) {
        m_item.setActivity(ItemActivity::RereadingSent);
        m_offset = {};
    }
    RETURN_IF_ERROR(moveTo(*offset));
    m_item.setActivity(ItemActivity::Moving);
    log(LogLevel::Info, "registry",
        cat("going on with ", escapeForDisplay(m_blob.name), " from byte ", m_offset.value()));
    return true;
}

/// True when the registry took the blob from another repository and nothing is to be sent.
Result<bool> BlobUpload::startSession()
{
    auto path = cat("/v2/", m_repository.toString(), "/blobs/uploads/");
    if (m_digest && m_blob.mountFrom && m_blob.mountFrom != m_repository)
        path +=
            cat("?mount=", percentEncode(m_digest->toString()), "&from=", percentEncode(m_blob.mountFrom->toString()));
    ASSIGN_OR_RETURN(auto response,
                     m_client.send({.method = "POST", .path = path, .scope = m_scope}, m_context, &m_item));
    // Some refuse to mount outright; without the wish it works.
    if (path.find('?') != std::string::npos
        && (response.status == 400 || response.status == 404 || response.status == 405)) {
        path.resize(path.find('?'));
        ASSIGN_OR_RETURN(response,
                         m_client.send({.method = "POST", .path = path, .scope = m_scope}, m_context, &m_item));
    }
    if (response.status == 201 && path.find('?') != std::string::npos) {
        ASSIGN_OR_RETURN(const bool exists, blobExists(m_client, m_repository, *m_digest, m_size, m_context));
        if (exists)
            return true;
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 said it mounted %2 but does not have it", m_client.host().toString(),
                                 escapeForDisplay(m_blob.name)));
    }
    if (response.status != 202)
        return errorFromResponse(response,
                                 Message::of("starting the upload of %1 to %2", escapeForDisplay(m_blob.name),
                                             m_target.repositoryPath()));
    RETURN_IF_ERROR(takeLocation(response));
    if (!m_location)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 started an upload without saying where", m_client.host().toString()));
    if (const auto length = response.headers.get("OCI-Chunk-Min-Length")) {
        if (const auto bytes = parseDecimal(*length))
            m_minChunk = std::clamp(ByteCount(static_cast<std::int64_t>(std::min<std::uint64_t>(*bytes, INT64_MAX))),
                                    m_minChunk, largestMinChunk);
    }
    m_maxChunk = std::max(m_maxChunk, m_minChunk);
    m_chunkSize = std::clamp(m_chunkSize, m_minChunk, m_maxChunk);
    return false;
}

Result<BlobUpload::Outcome> BlobUpload::putWhole()
{
    HttpBody body{.content = m_blob.content, .length = m_size};
    ByteCount sent;
    body.onSent = [&](std::span<const std::byte> bytes) {
        const ByteCount count(static_cast<std::int64_t>(bytes.size()));
        sent += count;
        m_item.advance(count);
    };
    body.onRestart = [&] {
        m_item.rewind(sent);
        sent = {};
    };
    auto put = request("PUT");
    put.url = m_location->withQueryParameter("digest", m_digest->toString());
    put.headers.add("Content-Type", "application/octet-stream");
    put.body = std::move(body);
    put.expectContinue = *m_size > smallBlob;
    put.once = true;
    const auto response = m_client.send(put, m_context, &m_item);
    return judgeCommit(response, sent == *m_size ? BodySent::AsFarAsKnown : BodySent::InPart);
}

Result<BlobUpload::Outcome> BlobUpload::sendChunks()
{
    while (true) {
        RETURN_IF_ERROR(m_reader->moveTo(m_offset));
        ASSIGN_OR_RETURN(const bool ended, m_reader->atEnd());
        if (ended)
            return Outcome::Proceed;
        RETURN_IF_ERROR(m_context.check());
        ASSIGN_OR_RETURN(const auto outcome, sendChunk());
        if (outcome == Outcome::SessionLost)
            return outcome;
    }
}

Result<BlobUpload::Outcome> BlobUpload::sendChunk()
{
    const auto start = m_offset;
    auto length = m_chunkSize;
    if (m_size)
        length = std::min(length, *m_size - start);
    const auto before = m_hashes ? m_hasher.clone() : Hasher();
    ByteCount sent;
    HttpBody body{.content = std::make_shared<ChunkContent>(*m_reader, start, length)};
    if (!m_client.profile().chunkedEncoding && m_size)
        body.length = length;
    body.endOnPause = true;
    body.onSent = [&](std::span<const std::byte> bytes) {
        if (m_hashes)
            m_hasher.update(bytes);
        sent += ByteCount(static_cast<std::int64_t>(bytes.size()));
        m_item.advance(ByteCount(static_cast<std::int64_t>(bytes.size())));
    };
    body.onRestart = [&] {
        if (m_hashes)
            m_hasher = before.clone();
        m_item.rewind(sent);
        sent = {};
    };
    auto patch = request("PATCH");
    patch.url = m_location;
    patch.headers.add("Content-Type", "application/octet-stream");
    if (body.length)
        patch.headers.add("Content-Range", cat(start.value(), '-', (start + length).value() - 1));
    patch.body = std::move(body);
    patch.once = true;

    const auto began = std::chrono::steady_clock::now();
    const auto response = m_client.send(patch, m_context, &m_item);
    if (response && isSuccess(response->status)) {
        adjustChunkSize(std::chrono::steady_clock::now() - began);
        m_offset = start + sent;
        ASSIGN_OR_RETURN(const auto outcome, afterChunk(*response, start));
        if (outcome == Outcome::Proceed && !response->bodyComplete)
            return Error(ErrorCode::Paused, "paused");
        return outcome;
    }
    if (!response && !isTransient(response.error()))
        return response.error();
    if (m_hashes)
        m_hasher = before.clone();
    m_offset = start;
    return recover(start, response);
}

Result<void> BlobUpload::backOff(int attempt, const Result<HttpResponse> &response)
{
    return m_client.backOff(attempt, m_client.options().retry.maxAttempts, RegistryClient::failureOf(response),
                            m_context, &m_item);
}

/// Takes the new location and compares how far the registry says it got: some append at whatever offset.
Result<BlobUpload::Outcome> BlobUpload::afterChunk(const HttpResponse &response, ByteCount start)
{
    RETURN_IF_ERROR(takeLocation(response));
    if (const auto range = response.headers.get("Range")) {
        const auto last = parseUploadRange(*range);
        if (!last || (m_offset > 1_B && *last + 1 != m_offset.value())) {
            log(LogLevel::Warning, "registry",
                cat("after byte ", m_offset.value(), " the registry says it has ", escapeForDisplay(*range, 60)));
            return Outcome::SessionLost;
        }
    }
    if (m_offset > start)
        m_failures = 0;
    if (m_journal && m_offset > 1_B)
        m_journal->save({m_location->toString(), m_offset});
    return Outcome::Proceed;
}

/// After a chunk that failed on its way: how much arrived, and on from there.
Result<BlobUpload::Outcome> BlobUpload::recover(ByteCount start, const Result<HttpResponse> &response)
{
    m_item.setDone(start);
    if (response && saysTooLarge(*response)) {
        if (m_chunkSize <= smallestChunk)
            return errorFromResponse(*response, Message::of("sending a chunk of 1 MiB"));
        m_maxChunk = std::max(smallestChunk, m_chunkSize - ByteCount(m_chunkSize.value() / 2));
        m_chunkSize = m_maxChunk;
    } else if (response && !isRetryableStatus(response->status) && response->status != 416 && response->status != 404) {
        return errorFromResponse(*response, Message::of("sending %1", escapeForDisplay(m_blob.name)));
    } else {
        if (++m_failures >= m_client.options().retry.maxAttempts)
            return response ? errorFromResponse(*response, Message::of("sending %1", escapeForDisplay(m_blob.name)))
                            : Error(ErrorCode::NetworkFailed, response.error().wording(), "Run it again to go on.");
        m_chunkSize = std::max(m_minChunk, ByteCount(m_chunkSize.value() / 2));
        if (!response || isRetryableStatus(response->status))
            RETURN_IF_ERROR(backOff(m_failures - 1, response));
    }
    if (response && response->status == 404)
        return Outcome::SessionLost;
    ASSIGN_OR_RETURN(const auto offset, askOffset());
    if (!offset || *offset < start)
        return Outcome::SessionLost;
    const bool progressed = *offset > start;
    RETURN_IF_ERROR(moveTo(*offset));
    if (progressed)
        m_failures = 0;
    return Outcome::Proceed;
}

/// The offset of the session by its status; nothing when it is lost or cannot be told.
Result<std::optional<ByteCount>> BlobUpload::askOffset()
{
    auto get = request("GET");
    get.url = m_location;
    ASSIGN_OR_RETURN(const auto response, m_client.send(get, m_context, &m_item));
    const auto range = response.headers.get("Range");
    const auto last = range ? parseUploadRange(*range) : std::nullopt;
    if (!isSuccess(response.status) || !last)
        return std::optional<ByteCount>();
    RETURN_IF_ERROR(takeLocation(response));
    // "0-0" is said of nothing and of one byte: only where nothing was acknowledged it is safe to take it for nothing.
    if (*last == 0)
        return m_offset == ByteCount() ? std::optional<ByteCount>() : std::optional(ByteCount(0));
    return std::optional(ByteCount(*last + 1));
}

/// Goes on at an offset ahead of m_offset, hashing what lies between when the digest comes from what is read.
Result<void> BlobUpload::moveTo(ByteCount offset)
{
    if (m_hashes && offset > m_offset) {
        ASSIGN_OR_RETURN(auto source, m_blob.content->open(m_offset, offset - m_offset, m_context));
        std::vector<std::byte> buffer(1 << 20);
        auto left = offset - m_offset;
        while (left > ByteCount()) {
            RETURN_IF_ERROR(m_context.check());
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), left.asUnsigned()));
            ASSIGN_OR_RETURN(const auto count, source->read(std::span(buffer).first(wanted)));
            if (count == 0)
                return Error(ErrorCode::ContentChanged,
                             Message::of("%1 is shorter than it was", m_blob.content->description()));
            m_hasher.update(std::span(buffer).first(count));
            left -= ByteCount(static_cast<std::int64_t>(count));
        }
    }
    m_offset = offset;
    m_item.setDone(offset);
    return {};
}

Result<BlobUpload::Outcome> BlobUpload::commit()
{
    if (m_hashes) {
        m_digest = m_hasher.finish();
        m_size = m_offset;
        if (m_journal && m_location)
            m_journal->save({m_location->toString(), m_offset, m_digest});
    }
    return sendCommit();
}

Result<BlobUpload::Outcome> BlobUpload::sendCommit()
{
    auto put = request("PUT");
    put.url = m_location->withQueryParameter("digest", m_digest->toString());
    put.once = true;
    return judgeCommit(m_client.send(put, m_context, &m_item), BodySent::Before);
}

Result<BlobUpload::Outcome> BlobUpload::judgeCommit(const Result<HttpResponse> &response, BodySent sent)
{
    if (response && isSuccess(response->status)) {
        const auto header = response->headers.get("Docker-Content-Digest");
        const auto said = header ? Digest::parse(*header) : Result<Digest>(*m_digest);
        if (said && said->algorithm() == m_digest->algorithm() && *said != *m_digest)
            return Error(ErrorCode::DigestMismatch,
                         Message::of("%1 stored %2 as %3 instead of %4", m_client.host().toString(),
                                     escapeForDisplay(m_blob.name), said->toString(), m_digest->toString()));
        return Outcome::Proceed;
    }
    if (!response && !isTransient(response.error()))
        return response.error();
    if (response && response->status == 400) {
        const auto error = errorFromResponse(*response, finishing());
        if (error.code() != ErrorCode::DigestMismatch)
            return error;
        if (++m_mismatches > 1)
            return mismatch();
        // Perhaps only what was remembered of a local file is wrong: send once more and hash on the way.
        if (!m_blob.content->fingerprint().empty() && !m_client.profile().monolithicOnly) {
            m_hashes = true;
            m_digest.reset();
        }
        return Outcome::SessionLost;
    }
    if (response && !isRetryableStatus(response->status) && response->status != 404 && response->status != 416)
        return errorFromResponse(*response, finishing());

    // The answer is lost or late, the commit may go on: look for the blob before sending it again.
    const bool mayBeUnderway =
        (!response || response->status == 504 || response->status == 502 || response->status == 408)
        && sent != BodySent::InPart;
    // A connection that breaks under a body takes it along, mostly: what was handed to the system need not have left
    // it. If the registry got these few bytes all the same, it keeps them in a moment. To wait minutes for them costs
    // more than to send them again.
    const bool broke =
        !response && response.error().code() == ErrorCode::NetworkFailed && sent == BodySent::AsFarAsKnown;
    const int looks = !mayBeUnderway ? 1 : broke ? looksAfterABreak : m_client.options().retry.maxAttempts + 1;
    const auto deadline = std::chrono::steady_clock::now() + m_client.options().commitTimeout;
    if (++m_failures >= m_client.options().retry.maxAttempts)
        return response ? errorFromResponse(*response, finishing()) : response.error();
    for (int look = 0;; ++look) {
        RETURN_IF_ERROR(backOff(m_failures - 1 + look, response));
        ASSIGN_OR_RETURN(const bool exists, blobExists(m_client, m_repository, *m_digest, m_size, m_context));
        if (exists)
            return Outcome::Proceed;
        // The session still takes questions, so nothing was committed.
        ASSIGN_OR_RETURN(const auto offset, askOffset());
        if (offset && m_size && *offset == *m_size)
            return sendCommit();
        if (look + 1 >= looks || std::chrono::steady_clock::now() >= deadline)
            return Outcome::SessionLost;
    }
}

Result<void> BlobUpload::takeLocation(const HttpResponse &response)
{
    if (const auto location = response.headers.get("Location")) {
        ASSIGN_OR_RETURN(m_location, response.finalUrl.resolve(*location));
    }
    return {};
}

void BlobUpload::adjustChunkSize(std::chrono::steady_clock::duration took)
{
    if (took < quickChunk)
        m_chunkSize = std::min(m_maxChunk, m_chunkSize + m_chunkSize);
    else if (took > slowChunk)
        m_chunkSize = std::max(m_minChunk, ByteCount(m_chunkSize.value() / 2));
}

void BlobUpload::deleteSession()
{
    if (m_journal)
        m_journal->remove();
    if (!m_location)
        return;
    auto remove = request("DELETE");
    remove.url = m_location;
    remove.once = true;
    const BriefContext brief(deleteTimeout);
    // Best effort: the registry purges what is left behind.
    static_cast<void>(m_client.send(remove, brief.context()));
}

/// What is asked for at the end, in errors.
Message BlobUpload::finishing() const { return Message::of("finishing %1", escapeForDisplay(m_blob.name)); }

Error BlobUpload::mismatch() const
{
    return Error(ErrorCode::DigestMismatch,
                 Message::of("%1 says that what arrived of %2 is not %3", m_client.host().toString(),
                             escapeForDisplay(m_blob.name), m_digest->toString()),
                 "Check the file and the disk it is on; a proxy on the way may change what it passes on.");
}

Result<Descriptor> BlobUpload::stored(ItemState state)
{
    if (m_journal)
        m_journal->remove();
    m_item.setTotal(*m_size);
    m_item.finish(state);
    return Descriptor{m_blob.mediaType, *m_digest, *m_size};
}

RegistryRequest BlobUpload::request(std::string method) const
{
    return {.method = std::move(method), .role = UrlRole::UploadLocation, .scope = m_scope};
}

} // namespace modelcrate
