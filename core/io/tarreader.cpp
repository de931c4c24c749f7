// SPDX-License-Identifier: Apache-2.0
#include "io/tarreader.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace modelcrate {

namespace {

constexpr std::size_t blockSize = 512;
constexpr std::size_t maxMembers = 1'000'000;
constexpr ByteCount maxExtendedSize = 1_MiB;
constexpr unsigned specialBits = 07000;

std::string_view textField(std::string_view block, std::size_t at, std::size_t width)
{
    const auto field = block.substr(at, width);
    return field.substr(0, field.find('\0'));
}

/// Octal digits with blanks or NULs around, or GNU's base-256 for large numbers.
std::optional<std::int64_t> numberField(std::string_view block, std::size_t at, std::size_t width)
{
    auto field = block.substr(at, width);
    if (static_cast<unsigned char>(field.front()) == 0x80) {
        std::uint64_t value = 0;
        for (const char c : field.substr(1)) {
            if (value >> 55 != 0)
                return std::nullopt;
            value = value << 8 | static_cast<unsigned char>(c);
        }
        return static_cast<std::int64_t>(value);
    }
    field = field.substr(0, field.find('\0'));
    field = trim(field);
    std::int64_t value = 0;
    for (const char c : field) {
        if (c < '0' || c > '7' || value >> 59 != 0)
            return std::nullopt;
        value = value * 8 + (c - '0');
    }
    return value;
}

bool checksumFits(std::string_view block)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(block[i]);
    return numberField(block, 148, 8) == sum;
}

bool isZero(std::string_view block)
{
    return std::all_of(block.begin(), block.end(), [](char c) { return c == '\0'; });
}

std::string pathOf(std::string_view block)
{
    const auto name = textField(block, 0, 100);
    const bool isUstar = block.substr(257, 6) == std::string_view("ustar\0", 6);
    const auto prefix = isUstar ? textField(block, 345, 155) : std::string_view();
    return prefix.empty() ? std::string(name) : cat(prefix, '/', name);
}

Message refused(char type, std::string_view path)
{
    const auto name = escapeForDisplay(path, 200);
    switch (type) {
    case '1': return Message::of("\"%1\" is a hard link, which model archives may not hold", name);
    case '2': return Message::of("\"%1\" is a symbolic link, which model archives may not hold", name);
    case '3': return Message::of("\"%1\" is a character device, which model archives may not hold", name);
    case '4': return Message::of("\"%1\" is a block device, which model archives may not hold", name);
    case '6': return Message::of("\"%1\" is a FIFO, which model archives may not hold", name);
    case 'S': return Message::of("\"%1\" is a sparse file, which model archives may not hold", name);
    default: return Message::of("\"%1\" is a member of an unknown type, which model archives may not hold", name);
    }
}

} // namespace

Error TarReader::broken(const Message &what) const
{
    return Error(ErrorCode::InvalidInput, Message::of("tar, offset %1: %2", m_offset.value(), what));
}

Result<std::string> TarReader::readBlock(bool mayEnd)
{
    std::array<std::byte, blockSize> block{};
    ASSIGN_OR_RETURN(const auto count, readFully(m_source, block));
    if (count == 0 && mayEnd)
        return std::string();
    if (count < block.size())
        return broken(Message::of("it ends in the middle of a block"));
    m_offset += ByteCount(static_cast<std::int64_t>(blockSize));
    return std::string(reinterpret_cast<const char *>(block.data()), block.size());
}

Result<std::string> TarReader::readText(ByteCount size)
{
    if (size > maxExtendedSize)
        return broken(Message::of("an extended header is larger than 1 MiB"));
    std::string out(size.asUnsigned(), '\0');
    ASSIGN_OR_RETURN(const auto count, readFully(m_source, std::as_writable_bytes(std::span(out))));
    if (count < out.size())
        return broken(Message::of("it ends in the middle of an extended header"));
    m_offset += size;
    RETURN_IF_ERROR(skip(ByteCount((512 - size.value() % 512) % 512)));
    return out;
}

Result<void> TarReader::skip(ByteCount bytes)
{
    std::vector<std::byte> buffer(std::min<std::uint64_t>(bytes.asUnsigned(), 64 << 10));
    while (bytes.value() > 0) {
        const auto wanted = std::min<std::uint64_t>(bytes.asUnsigned(), buffer.size());
        ASSIGN_OR_RETURN(const auto count, m_source.read(std::span(buffer).first(wanted)));
        if (count == 0)
            return broken(Message::of("it ends in the middle of a member"));
        m_offset += ByteCount(static_cast<std::int64_t>(count));
        bytes -= ByteCount(static_cast<std::int64_t>(count));
    }
    return {};
}

Result<void> TarReader::readExtended(ByteCount size, Extended &extended)
{
    ASSIGN_OR_RETURN(const auto text, readText(size));
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto blank = rest.find(' ');
        const auto length = parseDecimal(rest.substr(0, blank));
        if (blank == std::string_view::npos || !length || *length > rest.size() || *length < blank + 3
            || rest[*length - 1] != '\n')
            return broken(Message::of("an extended header is malformed"));
        const auto record = rest.substr(blank + 1, *length - blank - 2);
        rest.remove_prefix(*length);
        const auto equals = record.find('=');
        if (equals == std::string_view::npos)
            return broken(Message::of("an extended header is malformed"));
        const auto key = record.substr(0, equals);
        const auto value = record.substr(equals + 1);
        if (key == "path") {
            extended.path = std::string(value);
        } else if (key == "size") {
            const auto number = parseDecimal(value);
            if (!number || *number > static_cast<std::uint64_t>(INT64_MAX))
                return broken(Message::of("an extended header has a size that is no number"));
            extended.size = ByteCount(static_cast<std::int64_t>(*number));
        } else if (key == "mtime") {
            if (const auto seconds = parseDecimal(value.substr(0, value.find('.'))); seconds && *seconds < (1ULL << 40))
                extended.mtime = std::chrono::sys_seconds(std::chrono::seconds(*seconds));
        } else if (key.substr(0, 11) == "GNU.sparse.") {
            extended.isSparse = true;
        }
    }
    return {};
}

Result<TarMember> TarReader::memberFrom(const std::string &block, const Extended &extended)
{
    const auto name = extended.path.value_or(pathOf(block));
    const char type = block[156];
    const bool isFolder = type == '5';
    if (extended.isSparse)
        return broken(refused('S', name));
    if (!isFolder && type != '0' && type != '\0' && type != '7')
        return broken(refused(type, name));
    auto size = numberField(block, 124, 12);
    if (extended.size)
        size = extended.size->value();
    const auto mode = numberField(block, 100, 8);
    if (!size || *size < 0 || !mode)
        return broken(Message::of("the header of \"%1\" holds a number that is none", escapeForDisplay(name, 200)));
    ASSIGN_OR_RETURN(auto path, ContainedPath::parse(name));
    const auto seconds = numberField(block, 136, 12).value_or(0);
    return TarMember{std::move(path), isFolder, isFolder ? ByteCount() : ByteCount(*size),
                     static_cast<unsigned>(*mode) & 07777U,
                     extended.mtime.value_or(std::chrono::sys_seconds(std::chrono::seconds(seconds)))};
}

Result<std::optional<TarMember>> TarReader::next()
{
    if (m_ended)
        return std::optional<TarMember>();
    RETURN_IF_ERROR(skip(m_remaining + m_padding));
    m_remaining = m_padding = {};

    Extended extended;
    for (;;) {
        ASSIGN_OR_RETURN(const auto block, readBlock(false).withContext("looking for the next member"));
        if (isZero(block)) {
            ASSIGN_OR_RETURN(const auto second, readBlock(true));
            if (!second.empty() && !isZero(second))
                return broken(Message::of("a single zero block stands between members"));
            m_ended = true;
            return std::optional<TarMember>();
        }
        if (!checksumFits(block))
            return broken(Message::of("the checksum of a header is wrong"));
        const auto size = ByteCount(numberField(block, 124, 12).value_or(0));
        switch (block[156]) {
        case 'x': RETURN_IF_ERROR(readExtended(size, extended)); continue;
        case 'g': {
            // Comments of git archive and the like; a path or size for all members would be nonsense.
            Extended ignored;
            RETURN_IF_ERROR(readExtended(size, ignored));
            continue;
        }
        case 'L': {
            ASSIGN_OR_RETURN(auto name, readText(size));
            name.erase(std::min(name.find('\0'), name.size()));
            extended.path = std::move(name);
            continue;
        }
        default: break;
        }
        // A folder entry for the root says nothing.
        if (const auto name = extended.path.value_or(pathOf(block));
            block[156] == '5' && (name == "./" || name == ".")) {
            extended = {};
            continue;
        }
        if (++m_members > maxMembers)
            return Error(ErrorCode::LimitExceeded, Message::of("tar holds more than 1 000 000 members"));
        ASSIGN_OR_RETURN(auto member, memberFrom(block, extended));
        if (!member.isFolder) {
            if (const auto finding = m_names.add(member.path.toString());
                finding && finding->severity == Severity::Error)
                return Error(ErrorCode::UnsafePath,
                             Message::of("tar: \"%1\": %2", member.path.toString(), finding->message));
        }
        m_remaining = member.size;
        m_padding = ByteCount((512 - member.size.value() % 512) % 512);
        return std::optional(std::move(member));
    }
}

Result<std::size_t> TarReader::readData(std::span<std::byte> buffer)
{
    const auto wanted = std::min<std::uint64_t>(buffer.size(), m_remaining.asUnsigned());
    if (wanted == 0)
        return std::size_t{0};
    ASSIGN_OR_RETURN(const auto count, m_source.read(buffer.first(wanted)));
    if (count == 0)
        return broken(Message::of("it ends in the middle of a member"));
    m_offset += ByteCount(static_cast<std::int64_t>(count));
    m_remaining -= ByteCount(static_cast<std::int64_t>(count));
    return count;
}

Result<ByteCount> TarReader::drain()
{
    ByteCount notZero;
    std::vector<std::byte> buffer(64 << 10);
    for (;;) {
        ASSIGN_OR_RETURN(const auto count, m_source.read(buffer));
        if (count == 0)
            return notZero;
        notZero += ByteCount(std::count_if(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(count),
                                           [](std::byte byte) { return byte != std::byte{0}; }));
    }
}

Findings checkTar(ByteSource &source)
{
    Findings findings;
    const auto add = [&](Severity severity, std::string where, const Message &message) {
        findings.push_back({"MP030", severity, std::move(where), message});
    };
    TarReader reader(source);
    for (;;) {
        const auto member = reader.next();
        if (!member) {
            add(Severity::Error, "tar", member.error().wording());
            return findings;
        }
        if (!*member)
            break;
        const auto &path = (*member)->path.toString();
        if (((*member)->mode & specialBits) != 0)
            add(Severity::Warning, path, Message::of("setuid, setgid or sticky bit; it is dropped on extraction"));
        if (const auto issue = portabilityIssue(path))
            add(Severity::Warning, path, *issue);
    }
    const auto trailing = reader.drain();
    if (!trailing)
        add(Severity::Error, "tar", trailing.error().wording());
    else if (trailing->value() > 0)
        add(Severity::Warning, "tar",
            Message::of("data after the end of the archive: part of the digest, but of no file"));
    return findings;
}

} // namespace modelcrate
