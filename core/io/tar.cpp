// SPDX-License-Identifier: Apache-2.0
#include "io/tar.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

namespace modelcrate {

namespace {

constexpr std::size_t blockSize = 512;
constexpr std::int64_t maxUstarSize = 0777'7777'7777; ///< eleven octal digits
constexpr unsigned folderMode = 0755;

using Block = std::array<char, blockSize>;

std::string zeros(std::size_t count) { return std::string(count, '\0'); }
std::size_t paddingAfter(std::uint64_t size) { return (blockSize - size % blockSize) % blockSize; }

template<std::size_t width>
void putOctal(Block &block, std::size_t at, std::uint64_t value)
{
    // Digits, then NUL: what GNU tar and Go write (libarchive ends with a blank).
    for (std::size_t i = width - 1; i-- > 0; value >>= 3)
        block[at + i] = static_cast<char>('0' + (value & 7));
    block[at + width - 1] = '\0';
}

void putText(Block &block, std::size_t at, std::string_view text)
{
    // Not memcpy: it may not get the null pointer of an empty view.
    std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at));
}

/// ustar splits a long path at a '/' into prefix (155) and name (100).
std::optional<std::pair<std::string_view, std::string_view>> splitUstarPath(std::string_view path)
{
    constexpr std::size_t nameSize = 100, prefixSize = 155;
    if (path.size() <= nameSize)
        return std::pair(std::string_view(), path);
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const auto rest = path.size() - slash - 1;
        if (slash <= prefixSize && slash > 0 && rest <= nameSize && rest > 0)
            return std::pair(path.substr(0, slash), path.substr(slash + 1));
    }
    return std::nullopt;
}

std::string headerBlock(std::string_view prefix, std::string_view name, char type, std::uint64_t size, unsigned mode,
                        std::uint64_t mtime)
{
    Block block{};
    putText(block, 0, name);
    putOctal<8>(block, 100, mode);
    putOctal<8>(block, 108, 0);
    putOctal<8>(block, 116, 0);
    putOctal<12>(block, 124, size);
    putOctal<12>(block, 136, mtime);
    putText(block, 148, "        ");
    block[156] = type;
    putText(block, 257,
            std::string_view("ustar\0"
                             "00",
                             8));
    putOctal<8>(block, 329, 0);
    putOctal<8>(block, 337, 0);
    putText(block, 345, prefix);
    unsigned sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    putOctal<7>(block, 148, sum);
    block[155] = ' ';
    return std::string(block.data(), block.size());
}

/// "LENGTH key=value\n", where LENGTH counts itself.
std::string paxRecord(std::string_view key, std::string_view value)
{
    const auto rest = key.size() + value.size() + 3;
    auto length = rest + 1;
    while (std::to_string(length).size() + rest != length)
        length = std::to_string(length).size() + rest;
    return cat(length, ' ', key, '=', value, '\n');
}

/// One run of bytes in the tar: text of ours, or a file's content.
struct Piece {
    ByteCount start;
    ByteCount size;
    std::string text;
    ContentPtr content;
};

struct Pieces {
    std::vector<Piece> list;
    ByteCount size;
    std::string fingerprint;
};

class TarSource final : public ByteSource {
public:
    TarSource(std::shared_ptr<const Pieces> pieces, ByteCount offset, ByteCount end, TaskContext context)
        : m_pieces(std::move(pieces)),
          m_offset(offset),
          m_end(end),
          m_context(std::move(context))
    {
        const auto after = std::upper_bound(m_pieces->list.begin(), m_pieces->list.end(), offset,
                                            [](ByteCount at, const Piece &piece) { return at < piece.start; });
        m_index = static_cast<std::size_t>(after - m_pieces->list.begin());
        m_index -= m_index > 0 ? 1 : 0;
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        while (m_index < m_pieces->list.size() && (m_offset < m_end || m_source)) {
            const auto &piece = m_pieces->list[m_index];
            ASSIGN_OR_RETURN(const auto count, readPiece(piece, buffer));
            m_offset += ByteCount(static_cast<std::int64_t>(count));
            if (count > 0)
                return count;
            m_source.reset();
            ++m_index;
        }
        return std::size_t{0};
    }

private:
    Result<std::size_t> readPiece(const Piece &piece, std::span<std::byte> buffer)
    {
        const auto within = m_offset - piece.start;
        const auto wanted = std::min({buffer.size(), static_cast<std::size_t>((piece.size - within).asUnsigned()),
                                      static_cast<std::size_t>((m_end - m_offset).asUnsigned())});
        if (!piece.content) {
            std::memcpy(buffer.data(), piece.text.data() + within.value(), wanted);
            return wanted;
        }
        if (!m_source) {
            ASSIGN_OR_RETURN(m_source, piece.content->open(within, std::nullopt, m_context));
        }
        // At the piece's end one more read lets the file say whether it changed.
        if (wanted == 0 && within < piece.size)
            return std::size_t{0};
        std::array<std::byte, 1> probe{};
        ASSIGN_OR_RETURN(const auto count,
                         m_source->read(wanted > 0 ? buffer.first(wanted) : std::span<std::byte>(probe)));
        if (wanted == 0 && count > 0)
            return Error(ErrorCode::ContentChanged,
                         Message::of("%1 grew while it was read", escapeForDisplay(piece.content->description())));
        if (wanted > 0 && count == 0)
            return Error(ErrorCode::ContentChanged,
                         Message::of("%1 became shorter while it was read",
                                     escapeForDisplay(piece.content->description())));
        return wanted > 0 ? count : 0;
    }

    std::shared_ptr<const Pieces> m_pieces;
    ByteCount m_offset;
    ByteCount m_end;
    TaskContext m_context;
    std::size_t m_index = 0;
    std::unique_ptr<ByteSource> m_source;
};

class TarContent final : public Content {
public:
    explicit TarContent(std::shared_ptr<const Pieces> pieces) : m_pieces(std::move(pieces)) { }

    std::optional<ByteCount> size() const override { return m_pieces->size; }
    std::string fingerprint() const override { return m_pieces->fingerprint; }
    std::string description() const override { return "tar"; }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        const auto end = length ? std::min(m_pieces->size, offset + *length) : m_pieces->size;
        return std::unique_ptr<ByteSource>(std::make_unique<TarSource>(m_pieces, std::min(offset, end), end, context));
    }

private:
    std::shared_ptr<const Pieces> m_pieces;
};

class TarBuilder {
public:
    void addText(std::string text)
    {
        const ByteCount size(static_cast<std::int64_t>(text.size()));
        // Headers and padding between files become one piece.
        if (!m_pieces.list.empty() && !m_pieces.list.back().content) {
            m_pieces.list.back().text += text;
            m_pieces.list.back().size += size;
        } else {
            m_pieces.list.push_back({m_pieces.size, size, std::move(text), nullptr});
        }
        m_pieces.size += size;
    }

    void addParents(std::string_view path, std::chrono::sys_seconds mtime)
    {
        for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
            const auto folder = path.substr(0, slash);
            if (m_folders.emplace(folder).second)
                addText(tarHeader(folder, true, {}, folderMode, mtime));
        }
    }

    Result<void> add(const TarEntry &entry)
    {
        const auto size = entry.content->size();
        if (!size)
            return Error(ErrorCode::InvalidInput,
                         Message::of("the size of %1 is not known, so no tar can hold it",
                                     escapeForDisplay(entry.path)));
        addParents(entry.path, {});
        addText(tarHeader(entry.path, false, *size, entry.mode, entry.mtime));
        if (size->value() > 0) {
            m_pieces.list.push_back({m_pieces.size, *size, {}, entry.content});
            m_pieces.size += *size;
        }
        addText(zeros(paddingAfter(size->asUnsigned())));
        m_pieces.fingerprint += cat(entry.path, '=', entry.content->fingerprint(), ';');
        return {};
    }

    ContentPtr finish()
    {
        addText(zeros(2 * blockSize));
        m_pieces.fingerprint = "tar:" + Digest::sha256Of(m_pieces.fingerprint).hex();
        return std::make_shared<TarContent>(std::make_shared<const Pieces>(std::move(m_pieces)));
    }

private:
    Pieces m_pieces;
    std::set<std::string, std::less<>> m_folders;
};

} // namespace

std::string tarHeader(std::string_view path, bool isFolder, ByteCount size, unsigned mode,
                      std::chrono::sys_seconds mtime)
{
    const auto name = std::string(path) + (isFolder ? "/" : "");
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, mtime.time_since_epoch().count()));
    const auto parts = splitUstarPath(name);
    const bool sizeFits = size.value() <= maxUstarSize;
    const auto type = isFolder ? '5' : '0';
    if (parts && sizeFits)
        return headerBlock(parts->first, parts->second, type, size.asUnsigned(), mode, seconds);

    std::string records;
    if (!parts)
        records += paxRecord("path", name);
    if (!sizeFits)
        records += paxRecord("size", std::to_string(size.value()));
    std::string out = headerBlock({}, "pax_header", 'x', records.size(), 0644, 0);
    const auto padding = paddingAfter(records.size());
    out += records + zeros(padding);
    const auto shortName = parts ? *parts : std::pair(std::string_view(), std::string_view(name).substr(0, 100));
    out += headerBlock(shortName.first, shortName.second, type, sizeFits ? size.asUnsigned() : 0, mode, seconds);
    return out;
}

Result<ContentPtr> makeTarContent(std::vector<TarEntry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const TarEntry &a, const TarEntry &b) { return a.path < b.path; });
    TarBuilder builder;
    for (const auto &entry : entries)
        RETURN_IF_ERROR(builder.add(entry));
    return builder.finish();
}

} // namespace modelcrate
