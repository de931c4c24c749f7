// SPDX-License-Identifier: Apache-2.0
#include "modelpack/tarlayer.h"

#include "io/compression.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace modelcrate {

namespace {

constexpr std::size_t tarBlock = 512;
constexpr std::size_t magicOffset = 257;

/// No tar begins with the magic of gzip or zstd: its first bytes are a name, and neither is UTF-8 without control
/// characters.
std::optional<LayerEncoding> encodingOf(std::string_view head)
{
    const auto has = [&](std::size_t at, std::string_view magic) {
        return head.size() >= at + magic.size() && head.substr(at, magic.size()) == magic;
    };
    if (has(0, "\x1f\x8b"))
        return LayerEncoding::TarGzip;
    if (has(0, "\x28\xb5\x2f\xfd"))
        return LayerEncoding::TarZstd;
    if (has(magicOffset, "ustar"))
        return LayerEncoding::Tar;
    return std::nullopt;
}

/// A source whose first bytes were read already.
class ResumedSource final : public ByteSource {
public:
    ResumedSource(std::string head, std::unique_ptr<ByteSource> rest) : m_head(std::move(head)), m_rest(std::move(rest))
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        if (m_position == m_head.size())
            return m_rest->read(buffer);
        const auto count = std::min(buffer.size(), m_head.size() - m_position);
        const auto bytes = std::as_bytes(std::span(m_head)).subspan(m_position, count);
        std::copy(bytes.begin(), bytes.end(), buffer.begin());
        m_position += count;
        return count;
    }

private:
    std::string m_head;
    std::size_t m_position = 0;
    std::unique_ptr<ByteSource> m_rest;
};

} // namespace

Result<OpenedTarLayer> openTarLayer(std::unique_ptr<ByteSource> blob, LayerEncoding declared)
{
    std::string head(tarBlock, '\0');
    ASSIGN_OR_RETURN(const auto count, readFully(*blob, std::as_writable_bytes(std::span(head))));
    head.resize(count);
    const auto encoding = encodingOf(head).value_or(declared);
    OpenedTarLayer opened{std::make_unique<ResumedSource>(std::move(head), std::move(blob)), std::nullopt};
    if (encoding != declared)
        opened.mislabelled = encoding;
    if (encoding == LayerEncoding::TarGzip)
        opened.tar = makeDecompressingSource(std::move(opened.tar), Compression::Gzip);
    else if (encoding == LayerEncoding::TarZstd)
        opened.tar = makeDecompressingSource(std::move(opened.tar), Compression::Zstd);
    return opened;
}

} // namespace modelcrate
