// SPDX-License-Identifier: Apache-2.0
#include "io/content.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace modelcrate {

namespace {

/// What tells one state of a file from another: all of it, or all but the times.
enum class Times { Count, Ignored };

FileIdentity stateOf(FileIdentity identity, Times times)
{
    if (times == Times::Ignored)
        identity.mtime = identity.ctime = 0;
    return identity;
}

class FileSource final : public ByteSource {
public:
    FileSource(FileHandle handle, std::filesystem::path path, FileIdentity state, Times times, ByteCount remaining)
        : m_handle(std::move(handle)),
          m_path(std::move(path)),
          m_state(state),
          m_times(times),
          m_remaining(remaining)
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const auto wanted = std::min<std::uint64_t>(buffer.size(), m_remaining.asUnsigned());
        if (wanted == 0) {
            RETURN_IF_ERROR(checkUnchanged());
            return std::size_t{0};
        }
        ssize_t count = 0;
        do
            count = ::read(m_handle.fd(), buffer.data(), wanted);
        while (count < 0 && errno == EINTR);
        if (count < 0)
            return systemError(errno, Message::of("cannot read %1", escapeForDisplay(m_path.native())));
        if (count == 0)
            return changed(Message::of("it became shorter"));
        m_remaining -= ByteCount(count);
        return static_cast<std::size_t>(count);
    }

private:
    Result<void> checkUnchanged() const
    {
        ASSIGN_OR_RETURN(const auto now, identityOf(m_handle, m_path));
        struct ::stat status { };
        if (::stat(m_path.c_str(), &status) != 0)
            return changed(Message::of("it is gone"));
        if (stateOf(now, m_times) != m_state || stateOf(identityOf(status), m_times) != m_state)
            return changed(Message::of("its size, time or inode differ"));
        return {};
    }

    Error changed(const Message &how) const
    {
        return Error(ErrorCode::ContentChanged,
                     Message::of("file %1 changed while it was read: %2", escapeForDisplay(m_path.native()), how),
                     "Wait until nothing writes to the file, then try again.");
    }

    FileHandle m_handle;
    std::filesystem::path m_path;
    FileIdentity m_state;
    Times m_times;
    ByteCount m_remaining;
};

class FileContent final : public Content {
public:
    FileContent(std::filesystem::path path, FileIdentity identity, Times times, std::optional<Digest> digest)
        : m_path(std::move(path)),
          m_state(stateOf(identity, times)),
          m_times(times),
          m_digest(std::move(digest))
    {
    }

    std::optional<ByteCount> size() const override { return m_state.size; }
    std::string fingerprint() const override { return m_state.toString(); }
    std::string description() const override { return m_path.native(); }
    std::optional<Digest> digest() const override { return m_digest; }
    std::optional<std::filesystem::path> localPath() const override { return m_path; }

    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        RETURN_IF_ERROR(context.check());
        ASSIGN_OR_RETURN(auto handle, openRegularFile(m_path));
        ASSIGN_OR_RETURN(const auto identity, identityOf(handle, m_path));
        if (stateOf(identity, m_times) != m_state)
            return Error(ErrorCode::ContentChanged,
                         Message::of("file %1 changed since it was listed", escapeForDisplay(m_path.native())),
                         "Scan the folder again, then try again.");
        const auto start = std::min(offset, m_state.size);
        if (start.value() > 0 && ::lseek(handle.fd(), start.value(), SEEK_SET) < 0)
            return systemError(errno, Message::of("cannot seek in %1", escapeForDisplay(m_path.native())));
        const auto rest = m_state.size - start;
        ::posix_fadvise(handle.fd(), start.value(), 0, POSIX_FADV_SEQUENTIAL);
        return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(std::move(handle), m_path, m_state, m_times,
                                                                        length ? std::min(*length, rest) : rest));
    }

private:
    std::filesystem::path m_path;
    FileIdentity m_state;
    Times m_times;
    std::optional<Digest> m_digest;
};

class MemoryContent final : public Content {
public:
    explicit MemoryContent(std::string bytes) : m_bytes(std::move(bytes)), m_digest(Digest::sha256Of(m_bytes)) { }

    std::optional<ByteCount> size() const override { return ByteCount(static_cast<std::int64_t>(m_bytes.size())); }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return m_digest.toString(); }
    std::optional<Digest> digest() const override { return m_digest; }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &) const override
    {
        const auto start = std::min<std::size_t>(offset.asUnsigned(), m_bytes.size());
        return makeStringSource(m_bytes.substr(start, length ? length->asUnsigned() : std::string::npos));
    }

private:
    std::string m_bytes;
    Digest m_digest;
};

class KnownContent final : public Content {
public:
    KnownContent(ContentPtr content, Digest digest) : m_content(std::move(content)), m_digest(std::move(digest)) { }

    std::optional<ByteCount> size() const override { return m_content->size(); }
    std::string fingerprint() const override { return m_content->fingerprint(); }
    std::string description() const override { return m_content->description(); }
    std::optional<Digest> digest() const override { return m_digest; }
    std::optional<std::filesystem::path> localPath() const override { return m_content->localPath(); }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        return m_content->open(offset, length, context);
    }

private:
    ContentPtr m_content;
    Digest m_digest;
};

/// Hashes what is written to it.
class HashingSink final : public ByteSink {
public:
    Result<void> write(std::span<const std::byte> bytes) override
    {
        hasher.update(bytes);
        return {};
    }
    Hasher hasher;
};

} // namespace

Result<ContentPtr> openFileContent(const std::filesystem::path &path, std::optional<Digest> knownDigest)
{
    ASSIGN_OR_RETURN(const auto identity, identityOf(path));
    return makeFileContent(path, identity, std::move(knownDigest));
}

ContentPtr makeFileContent(const std::filesystem::path &path, const FileIdentity &identity,
                           std::optional<Digest> knownDigest)
{
    return std::make_shared<FileContent>(path, identity, Times::Count, std::move(knownDigest));
}

Result<ContentPtr> openBlobFileContent(const std::filesystem::path &path)
{
    ASSIGN_OR_RETURN(const auto identity, identityOf(path));
    return std::make_shared<FileContent>(path, identity, Times::Ignored, std::nullopt);
}

ContentPtr makeMemoryContent(std::string bytes) { return std::make_shared<MemoryContent>(std::move(bytes)); }

ContentPtr withKnownDigest(ContentPtr content, Digest digest)
{
    return std::make_shared<KnownContent>(std::move(content), std::move(digest));
}

Result<std::string> readPrefix(const Content &content, std::size_t count, const TaskContext &context)
{
    const ByteCount length(static_cast<std::int64_t>(count));
    ASSIGN_OR_RETURN(const auto source, content.open({}, length, context));
    std::vector<std::byte> buffer(count);
    ASSIGN_OR_RETURN(const auto filled, readFully(*source, buffer));
    return std::string(reinterpret_cast<const char *>(buffer.data()), filled);
}

Result<std::string> readContent(const Content &content, ByteCount limit, const TaskContext &context)
{
    if (content.size() && *content.size() > limit)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("%1 has %2 bytes, more than %3", escapeForDisplay(content.description()),
                                 content.size()->value(), limit.value()));
    ASSIGN_OR_RETURN(const auto source, content.open({}, std::nullopt, context));
    return readAll(*source, limit);
}

Result<Digest> hashContent(const Content &content, const TaskContext &context,
                           const std::function<void(ByteCount)> &onBytes)
{
    ASSIGN_OR_RETURN(const auto source, content.open({}, std::nullopt, context));
    HashingSink sink;
    ASSIGN_OR_RETURN(const auto total, copyAll(*source, sink, context, onBytes));
    static_cast<void>(total);
    return sink.hasher.finish();
}

} // namespace modelcrate
