// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/content.h"
#include "io/file.h"
#include "oci/reference.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// What is known of an upload that was not finished: enough to go on in another run.
struct UploadRecord {
    std::string location; ///< of the session, absolute; may hold a signed state, so the file is 0600
    ByteCount offset; ///< bytes the registry has acknowledged
    /// Of a content that was hashed while it was sent; set once all of it arrived, so before the registry is told to
    /// keep it: whoever is killed between that and its answer need not send the blob again.
    std::optional<Digest> digest = {};
};

/// The journal of one upload: a file under $XDG_STATE_HOME/modelcrate/uploads, named by target and content, locked
/// while the upload runs, so that a second program which sends the same blob starts its own session. It never fails:
/// without a place to write, or with a broken file, there is simply nothing to go on from. One thread at a time.
class UploadJournal {
public:
    /// Null when another upload holds it or nothing can be kept. A content without fingerprint and digest has none. One
    /// that was begun before the digest was known is found by the fingerprint.
    static std::unique_ptr<UploadJournal> open(const Reference &target, const Content &content);
    /// Removes what uploads of a content left that nobody holds now, and says what they were. Usually one.
    static std::vector<UploadRecord> takeLeft(const Reference &target, const Content &content);
    /// The record of a blob whose digest is known, without a lock: for a plan.
    static std::optional<UploadRecord> peek(const Reference &target, const Digest &digest);

    std::optional<UploadRecord> load() const;
    void save(const UploadRecord &record) const;
    void remove() const;

private:
    UploadJournal(std::filesystem::path file, std::string identity, FileLock lock);
    static std::unique_ptr<UploadJournal> openFile(const std::filesystem::path &file, std::string identity);
    std::filesystem::path m_file;
    std::string m_identity;
    FileLock m_lock;
};

} // namespace modelcrate
