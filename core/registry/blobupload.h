// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"
#include "registry/registryclient.h"
#include "registry/uploadjournal.h"

#include <span>

namespace modelcrate {

/// What a registry says of a blob to a HEAD: Present with the right size; Absent for 404 and for another size, since it
/// has to be sent either way; Untold for every other answer. 401 is an error.
enum class BlobPresence { Present, Absent, Untold };
Result<BlobPresence> lookForBlob(RegistryClient &client, const RepositoryName &repository, const Digest &digest,
                                 std::optional<ByteCount> size, const TaskContext &context);
/// Whether it is certain that nothing need be sent: Present.
Result<bool> blobExists(RegistryClient &client, const RepositoryName &repository, const Digest &digest,
                        std::optional<ByteCount> size, const TaskContext &context);

/// Gives up what uploads of `contents` into a repository left behind: removes their journals, then asks the registry to
/// delete their sessions, which takes 3 s at most for all of them and may fail; registries purge what is left. Uploads
/// that run keep theirs. Ends early with the context.
void abandonUploads(RegistryClient &client, const RepositoryName &repository, std::span<const ContentPtr> contents,
                    const TaskContext &context);

/// One blob on its way into a repository (registry.md 2.3). Skipped when it is there, mounted where another repository
/// has it; a small one goes in one PUT, a larger one in clean chunks that a journal remembers, so that a cut connection
/// costs one chunk where the registry can tell how far it got, and a pause costs nothing. Content whose digest is
/// unknown is hashed while it is sent. A cancel deletes session and journal within 250 ms, as does a pause with nothing
/// to go on from; any other failure keeps them. Used once, by one thread.
class BlobUpload {
public:
    BlobUpload(RegistryClient &client, RepositoryName repository, BlobToPush blob, ProgressBoard::Item item,
               TaskContext context);
    ~BlobUpload();
    Result<Descriptor> run();

private:
    class Reader;
    class ChunkContent;
    enum class Outcome { Proceed, SessionLost };
    /// The blob's bytes when the registry is told to keep it: acknowledged before, with the request as far as libcurl
    /// took them, or not all of them.
    enum class BodySent { Before, AsFarAsKnown, InPart };

    Result<void> settleContent();
    Result<bool> wasFinishedBefore();
    Result<Outcome> attempt();
    Result<bool> resumeSession();
    Result<bool> startSession();
    Result<Outcome> putWhole();
    Result<Outcome> sendChunks();
    Result<Outcome> sendChunk();
    Result<Outcome> afterChunk(const HttpResponse &response, ByteCount start);
    Result<Outcome> recover(ByteCount start, const Result<HttpResponse> &response);
    Result<void> backOff(int attempt, const Result<HttpResponse> &response);
    Result<Outcome> commit();
    Result<Outcome> sendCommit();
    Result<Outcome> judgeCommit(const Result<HttpResponse> &response, BodySent sent);
    Result<std::optional<ByteCount>> askOffset();
    Result<void> moveTo(ByteCount offset);
    Result<void> takeLocation(const HttpResponse &response);
    void adjustChunkSize(std::chrono::steady_clock::duration took);
    void deleteSession();
    Error mismatch() const;
    Message finishing() const;
    Result<Descriptor> stored(ItemState state);
    RegistryRequest request(std::string method) const;

    RegistryClient &m_client;
    RepositoryName m_repository;
    BlobToPush m_blob;
    ProgressBoard::Item m_item;
    TaskContext m_context;
    AccessScope m_scope;
    Reference m_target;

    std::optional<Digest> m_digest;
    std::optional<ByteCount> m_size;
    bool m_hashes = false; ///< the digest comes from what is sent
    Hasher m_hasher; ///< over the bytes up to m_offset
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<UploadJournal> m_journal;
    std::optional<Url> m_location;
    ByteCount m_offset; ///< acknowledged by the registry
    ByteCount m_chunkSize;
    ByteCount m_minChunk;
    ByteCount m_maxChunk;
    int m_failures = 0; ///< without progress
    int m_mismatches = 0;
};

} // namespace modelcrate
