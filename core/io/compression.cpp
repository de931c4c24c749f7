// SPDX-License-Identifier: Apache-2.0
#include "io/compression.h"

#include "base/text.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include <zlib.h>
#include <zstd.h>

namespace modelcrate {

namespace {

constexpr std::size_t bufferSize = 256 << 10;
constexpr int gzipLevel = 6;
constexpr int zstdLevel = 3;
constexpr int gzipWindow = 15 + 16; ///< with a gzip header
constexpr int maxZstdWindowLog = 27; ///< 128 MiB
constexpr int osUnknown = 255;
constexpr std::uint64_t bombRatio = 1000;
constexpr std::uint64_t bombSize = 1ULL << 30;

/// One direction of one library: turns input into output until the input is used up.
class Codec {
public:
    struct Step {
        std::size_t consumed = 0;
        std::size_t produced = 0;
        bool finished = false; ///< nothing more comes for the input so far (decoding: a member or frame ended)
    };
    virtual ~Codec() = default;
    virtual Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, bool inputEnded) = 0;
};

class GzipEncoder final : public Codec {
public:
    GzipEncoder()
    {
        if (deflateInit2(&m_stream, gzipLevel, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            std::abort();
        m_header.os = osUnknown;
        deflateSetHeader(&m_stream, &m_header);
    }
    ~GzipEncoder() override { deflateEnd(&m_stream); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, bool inputEnded) override
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(input.data()));
        m_stream.avail_in = static_cast<uInt>(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = static_cast<uInt>(output.size());
        const int result = deflate(&m_stream, inputEnded ? Z_FINISH : Z_NO_FLUSH);
        return Step{input.size() - m_stream.avail_in, output.size() - m_stream.avail_out, result == Z_STREAM_END};
    }

private:
    z_stream m_stream{};
    gz_header m_header{};
};

class GzipDecoder final : public Codec {
public:
    GzipDecoder()
    {
        if (inflateInit2(&m_stream, gzipWindow) != Z_OK)
            std::abort();
    }
    ~GzipDecoder() override { inflateEnd(&m_stream); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, bool) override
    {
        if (m_memberEnded && !input.empty()) {
            inflateReset(&m_stream);
            m_memberEnded = false;
        }
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(input.data()));
        m_stream.avail_in = static_cast<uInt>(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = static_cast<uInt>(output.size());
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return Error(ErrorCode::InvalidInput, Message::of("not valid gzip data"));
        m_memberEnded = result == Z_STREAM_END;
        return Step{input.size() - m_stream.avail_in, output.size() - m_stream.avail_out, m_memberEnded};
    }

private:
    z_stream m_stream{};
    bool m_memberEnded = false;
};

class ZstdEncoder final : public Codec {
public:
    ZstdEncoder() : m_context(ZSTD_createCCtx())
    {
        ZSTD_CCtx_setParameter(m_context, ZSTD_c_compressionLevel, zstdLevel);
        ZSTD_CCtx_setParameter(m_context, ZSTD_c_checksumFlag, 1);
    }
    ~ZstdEncoder() override { ZSTD_freeCCtx(m_context); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, bool inputEnded) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const auto rest = ZSTD_compressStream2(m_context, &out, &in, inputEnded ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(rest))
            return Error(ErrorCode::Internal, cat("zstd: ", ZSTD_getErrorName(rest)));
        return Step{in.pos, out.pos, inputEnded && rest == 0};
    }

private:
    ZSTD_CCtx *m_context;
};

class ZstdDecoder final : public Codec {
public:
    ZstdDecoder() : m_context(ZSTD_createDCtx())
    {
        ZSTD_DCtx_setParameter(m_context, ZSTD_d_windowLogMax, maxZstdWindowLog);
    }
    ~ZstdDecoder() override { ZSTD_freeDCtx(m_context); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, bool) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const auto rest = ZSTD_decompressStream(m_context, &out, &in);
        if (ZSTD_isError(rest))
            return Error(ErrorCode::InvalidInput, Message::of("not valid zstd data: %1", ZSTD_getErrorName(rest)));
        return Step{in.pos, out.pos, rest == 0};
    }

private:
    ZSTD_DCtx *m_context;
};

std::unique_ptr<Codec> makeEncoder(Compression compression)
{
    if (compression == Compression::Gzip)
        return std::make_unique<GzipEncoder>();
    return std::make_unique<ZstdEncoder>();
}

std::unique_ptr<Codec> makeDecoder(Compression compression)
{
    if (compression == Compression::Gzip)
        return std::make_unique<GzipDecoder>();
    return std::make_unique<ZstdDecoder>();
}

/// Pulls input through a codec. An encoder must finish at the end of its input; a decoder must be between members
/// there.
class CodecSource final : public ByteSource {
public:
    CodecSource(std::unique_ptr<ByteSource> source, std::unique_ptr<Codec> codec, bool decodes)
        : m_source(std::move(source)),
          m_codec(std::move(codec)),
          m_decodes(decodes),
          m_buffer(bufferSize)
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        while (!m_done) {
            RETURN_IF_ERROR(refill());
            if (m_decodes && m_inputEnded && m_input.empty() && m_finished)
                break;
            ASSIGN_OR_RETURN(const auto step, m_codec->step(m_input, buffer, m_inputEnded));
            m_input = m_input.subspan(step.consumed);
            m_consumed += step.consumed;
            m_produced += step.produced;
            m_finished = step.finished;
            if (m_decodes && m_produced > bombSize && m_produced / bombRatio > m_consumed)
                return Error(ErrorCode::LimitExceeded,
                             Message::of("compressed data expands more than %1 times", bombRatio));
            if (!m_decodes && m_finished)
                m_done = true;
            if (step.produced > 0)
                return step.produced;
            if (m_decodes && m_inputEnded && m_input.empty() && !m_finished)
                return Error(ErrorCode::InvalidInput, Message::of("compressed data ends too early"));
        }
        m_done = true;
        return std::size_t{0};
    }

private:
    Result<void> refill()
    {
        if (!m_input.empty() || m_inputEnded)
            return {};
        ASSIGN_OR_RETURN(const auto count, m_source->read(m_buffer));
        m_inputEnded = count == 0;
        m_input = std::span<const std::byte>(m_buffer).first(count);
        return {};
    }

    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<Codec> m_codec;
    bool m_decodes;
    std::vector<std::byte> m_buffer;
    std::span<const std::byte> m_input;
    std::uint64_t m_consumed = 0;
    std::uint64_t m_produced = 0;
    bool m_inputEnded = false;
    bool m_finished = false;
    bool m_done = false;
};

class CompressedContent final : public Content {
public:
    CompressedContent(ContentPtr content, Compression compression)
        : m_content(std::move(content)),
          m_compression(compression)
    {
    }

    std::optional<ByteCount> size() const override { return std::nullopt; }
    std::string fingerprint() const override
    {
        return cat(m_compression == Compression::Gzip ? "gzip:" : "zstd:", m_content->fingerprint());
    }
    std::string description() const override { return m_content->description(); }

    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        if (length)
            return Error(ErrorCode::Internal, "a compressed content is read to its end");
        ASSIGN_OR_RETURN(auto source, m_content->open({}, std::nullopt, context));
        auto out = std::make_unique<CodecSource>(std::move(source), makeEncoder(m_compression), false);
        std::vector<std::byte> buffer(bufferSize);
        while (offset.value() > 0) {
            RETURN_IF_ERROR(context.check());
            const auto wanted = std::min<std::uint64_t>(offset.asUnsigned(), buffer.size());
            ASSIGN_OR_RETURN(const auto count, out->read(std::span(buffer).first(wanted)));
            if (count == 0)
                break;
            offset -= ByteCount(static_cast<std::int64_t>(count));
        }
        return std::unique_ptr<ByteSource>(std::move(out));
    }

private:
    ContentPtr m_content;
    Compression m_compression;
};

} // namespace

ContentPtr makeCompressedContent(ContentPtr content, Compression compression)
{
    return std::make_shared<CompressedContent>(std::move(content), compression);
}

std::unique_ptr<ByteSource> makeDecompressingSource(std::unique_ptr<ByteSource> source, Compression compression)
{
    return std::make_unique<CodecSource>(std::move(source), makeDecoder(compression), true);
}

} // namespace modelcrate
