// SPDX-License-Identifier: Apache-2.0
#include "io/bytesource.h"

#include "base/text.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace modelcrate {

namespace {

constexpr std::size_t copyBufferSize = 256 << 10;

class StringSource final : public ByteSource {
public:
    explicit StringSource(std::string bytes) : m_bytes(std::move(bytes)) { }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const auto count = std::min(buffer.size(), m_bytes.size() - m_position);
        std::memcpy(buffer.data(), m_bytes.data() + m_position, count);
        m_position += count;
        return count;
    }

private:
    std::string m_bytes;
    std::size_t m_position = 0;
};

class VerifyingSource final : public ByteSource {
public:
    VerifyingSource(std::unique_ptr<ByteSource> source, Digest digest, ByteCount size)
        : m_source(std::move(source)),
          m_expected(std::move(digest)),
          m_size(size),
          m_hasher(m_expected.algorithm())
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
        if (count == 0 && !buffer.empty()) {
            RETURN_IF_ERROR(verifyEnd());
            return count;
        }
        m_hasher.update(buffer.first(count));
        if (m_hasher.hashed() > m_size)
            return Error(ErrorCode::SizeMismatch,
                         Message::of("content of %1 is longer than %2 bytes", m_expected.toString(), m_size.value()));
        return count;
    }

private:
    Result<void> verifyEnd()
    {
        if (m_verified)
            return {};
        if (m_hasher.hashed() != m_size)
            return Error(ErrorCode::SizeMismatch,
                         Message::of("content of %1 ends after %2 of %3 bytes", m_expected.toString(),
                                     m_hasher.hashed().value(), m_size.value()));
        const auto actual = m_hasher.finish();
        if (actual != m_expected)
            return Error(ErrorCode::DigestMismatch,
                         Message::of("content has digest %1, expected %2", actual.toString(), m_expected.toString()));
        m_verified = true;
        return {};
    }

    std::unique_ptr<ByteSource> m_source;
    Digest m_expected;
    ByteCount m_size;
    Hasher m_hasher;
    bool m_verified = false;
};

} // namespace

Result<std::size_t> readFully(ByteSource &source, std::span<std::byte> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        ASSIGN_OR_RETURN(const auto count, source.read(buffer.subspan(filled)));
        if (count == 0)
            break;
        filled += count;
    }
    return filled;
}

Result<std::string> readAll(ByteSource &source, ByteCount limit)
{
    std::string out;
    std::vector<std::byte> buffer(64 << 10);
    for (;;) {
        ASSIGN_OR_RETURN(const auto count, source.read(buffer));
        if (count == 0)
            return out;
        if (out.size() + count > limit.asUnsigned())
            return Error(ErrorCode::LimitExceeded, Message::of("content is larger than %1 bytes", limit.value()));
        out.append(reinterpret_cast<const char *>(buffer.data()), count);
    }
}

Result<ByteCount> copyAll(ByteSource &source, ByteSink &sink, const TaskContext &context,
                          const std::function<void(ByteCount)> &onBytes)
{
    std::vector<std::byte> buffer(copyBufferSize);
    ByteCount total;
    for (;;) {
        RETURN_IF_ERROR(context.check());
        ASSIGN_OR_RETURN(const auto count, source.read(buffer));
        if (count == 0)
            return total;
        RETURN_IF_ERROR(sink.write(std::span(buffer).first(count)));
        const ByteCount moved(static_cast<std::int64_t>(count));
        total += moved;
        if (onBytes)
            onBytes(moved);
        if (context.rateLimiter().limited())
            RETURN_IF_ERROR(context.sleepFor(context.rateLimiter().book(moved)));
    }
}

std::unique_ptr<ByteSource> makeStringSource(std::string bytes)
{
    return std::make_unique<StringSource>(std::move(bytes));
}

Result<void> StringSink::write(std::span<const std::byte> bytes)
{
    m_target.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return {};
}

std::unique_ptr<ByteSource> makeVerifyingSource(std::unique_ptr<ByteSource> source, Digest digest, ByteCount size)
{
    return std::make_unique<VerifyingSource>(std::move(source), std::move(digest), size);
}

} // namespace modelcrate
