// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/bytesource.h"
#include "io/file.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace modelcrate {

/// Something that can be read more than once and from any offset: a file, a part of a tar made on the fly, a blob in
/// a store. A retry, a resume and a peek at a header are all an open(). Thread-safe; opened sources are independent
/// and may outlive the content only where an implementation says so.
class Content {
public:
    virtual ~Content() = default;
    /// Exact size, or nothing when it is known only at the end (compressed on the fly).
    virtual std::optional<ByteCount> size() const = 0;
    /// Changes when the bytes may have changed. Empty when it can never change.
    virtual std::string fingerprint() const = 0;
    /// What it is, for messages: a path, a digest.
    virtual std::string description() const = 0;
    /// The digest, when it is known without reading.
    virtual std::optional<Digest> digest() const { return std::nullopt; }
    /// Bytes from `offset` to `offset + length`, or to the end when `length` is empty.
    virtual Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                                     const TaskContext &context) const = 0;
    /// A regular file with exactly these bytes, when there is one: lets a store reflink.
    virtual std::optional<std::filesystem::path> localPath() const { return std::nullopt; }
};

using ContentPtr = std::shared_ptr<const Content>;

/// A regular file, opened without following a final FIFO or device. Size and fingerprint are taken when it is made;
/// a source reports ContentChanged, naming the file, as soon as a read or its end shows that the file is not that
/// one any more (size, mtime, ctime, inode, device). `knownDigest` comes from a cache, for exactly this fingerprint.
Result<ContentPtr> openFileContent(const std::filesystem::path &path, std::optional<Digest> knownDigest = std::nullopt);
/// The same for a file that was looked at already; ContentChanged at open() if it is not that state any more.
ContentPtr makeFileContent(const std::filesystem::path &path, const FileIdentity &identity,
                           std::optional<Digest> knownDigest = std::nullopt);
/// A file whose name stands for its bytes, so that whoever reads all of it can check them. Its times are no part of its
/// state: a store gives a blob a new one to keep it, and that must end no reading.
Result<ContentPtr> openBlobFileContent(const std::filesystem::path &path);
/// Bytes in memory.
ContentPtr makeMemoryContent(std::string bytes);
/// The same content with a digest that is known now.
ContentPtr withKnownDigest(ContentPtr content, Digest digest);

/// First bytes, at most `count`; fewer when the content is shorter.
Result<std::string> readPrefix(const Content &content, std::size_t count, const TaskContext &context);
/// All bytes; LimitExceeded before anything large is allocated.
Result<std::string> readContent(const Content &content, ByteCount limit, const TaskContext &context);
/// Reads everything once. Advances nothing; checks the context per buffer.
Result<Digest> hashContent(const Content &content, const TaskContext &context,
                           const std::function<void(ByteCount)> &onBytes = {});

} // namespace modelcrate
