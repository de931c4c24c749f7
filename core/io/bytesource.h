// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"
#include "io/digest.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace modelcrate {

/// Bytes read once, from front to back. One thread at a time.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills at most `buffer.size()` bytes and returns how many; 0 is the end. May return fewer than asked for.
    virtual Result<std::size_t> read(std::span<std::byte> buffer) = 0;
};

/// Where bytes go, from front to back. One thread at a time.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual Result<void> write(std::span<const std::byte> bytes) = 0;
};

/// Reads until the buffer is full or the source ends; returns the number of bytes.
Result<std::size_t> readFully(ByteSource &source, std::span<std::byte> buffer);
/// Everything, as text; LimitExceeded when there is more than `limit`.
Result<std::string> readAll(ByteSource &source, ByteCount limit);
/// Moves everything, checking `context` once per buffer; returns the number of bytes. `onBytes` may be empty.
Result<ByteCount> copyAll(ByteSource &source, ByteSink &sink, const TaskContext &context,
                          const std::function<void(ByteCount)> &onBytes = {});

/// A source over bytes it owns.
std::unique_ptr<ByteSource> makeStringSource(std::string bytes);
/// A sink that appends to a string which outlives it.
class StringSink final : public ByteSink {
public:
    explicit StringSink(std::string &target) : m_target(target) { }
    Result<void> write(std::span<const std::byte> bytes) override;

private:
    std::string &m_target;
};

/// Passes bytes through and ends well only if they are exactly `size` bytes with `digest`: a longer source is refused
/// at the first byte too many (SizeMismatch), a shorter one or another digest at its end (SizeMismatch,
/// DigestMismatch).
std::unique_ptr<ByteSource> makeVerifyingSource(std::unique_ptr<ByteSource> source, Digest digest, ByteCount size);

} // namespace modelcrate
