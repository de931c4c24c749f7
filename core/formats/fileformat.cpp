// SPDX-License-Identifier: Apache-2.0
#include "formats/fileformat.h"

#include "base/text.h"
#include "io/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace modelcrate {

namespace {

using namespace std::string_view_literals;

bool holds(std::string_view bytes, std::string_view magic, std::size_t offset)
{
    return bytes.size() >= offset && bytes.substr(offset).starts_with(magic);
}

unsigned byteAt(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

/// A length in 8 bytes, little endian, then (after blanks) the JSON header.
bool looksLikeSafetensors(std::string_view bytes, std::uint64_t fileSize)
{
    constexpr std::uint64_t maxHeader = 100'000'000;
    if (bytes.size() < 9 || fileSize < 10)
        return false;
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = (length << 8) | byteAt(bytes, i);
    const auto header = bytes.substr(8);
    const auto first = header.find_first_not_of(" \t\r\n");
    return length >= 2 && length <= std::min(maxHeader, fileSize - 8) && first != std::string_view::npos
        && header[first] == '{';
}

/// Top-level fields of a protobuf message as far as the bytes go.
class ProtobufReader {
public:
    explicit ProtobufReader(std::string_view bytes) : m_bytes(bytes) { }

    struct Field {
        std::uint64_t number = 0;
        unsigned wireType = 0;
        std::uint64_t value = 0; ///< of a varint, or the length
        std::string_view data = {};
    };

    bool ended() const { return m_position >= m_bytes.size(); }
    /// Nothing when the bytes are no field; a field that is cut off by the end of the prefix still counts.
    std::optional<Field> next()
    {
        const auto tag = varint();
        if (!tag)
            return std::nullopt;
        Field field{*tag >> 3, static_cast<unsigned>(*tag & 7), 0, {}};
        if (field.wireType == 5 || field.wireType == 1) {
            m_position += field.wireType == 5 ? 4 : 8;
            return field;
        }
        const auto value = field.wireType == 0 || field.wireType == 2 ? varint() : std::nullopt;
        if (!value || field.number == 0)
            return std::nullopt;
        field.value = *value;
        if (field.wireType == 2) {
            const auto available = m_bytes.size() - m_position;
            field.data =
                m_bytes.substr(m_position, static_cast<std::size_t>(std::min<std::uint64_t>(*value, available)));
            m_position = *value > available ? m_bytes.size() : m_position + static_cast<std::size_t>(*value);
        }
        return field;
    }

private:
    std::optional<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && m_position < m_bytes.size(); shift += 7) {
            const auto byte = byteAt(m_bytes, m_position++);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0)
                return value;
        }
        return std::nullopt;
    }

    std::string_view m_bytes;
    std::size_t m_position = 0;
};

/// onnx.ModelProto: ir_version first, then producer, opset or graph.
bool looksLikeOnnxModel(std::string_view bytes, std::uint64_t fileSize)
{
    constexpr std::uint64_t newestIrVersion = 100;
    ProtobufReader reader(bytes);
    const auto version = reader.next();
    if (!version || version->number != 1 || version->wireType != 0 || version->value == 0
        || version->value > newestIrVersion)
        return false;
    bool sawModelField = false;
    while (!reader.ended()) {
        const auto field = reader.next();
        if (!field)
            break; // cut off inside a tag
        const bool isText = field->number == 2 || field->number == 3 || field->number == 4 || field->number == 6;
        const bool isMessage = field->number == 7 || field->number == 8 || field->number == 14 || field->number == 20
            || field->number == 25;
        const bool isVersion = field->number == 5 && field->wireType == 0;
        if (!isVersion && (field->wireType != 2 || field->value > fileSize || !(isText || isMessage)))
            return false;
        sawModelField = sawModelField || isMessage || field->number == 2;
    }
    return sawModelField;
}

/// onnx.TensorProto, the form of ONNX test inputs: dims, data type, then data and a name.
bool looksLikeOnnxTensor(std::string_view bytes, std::uint64_t fileSize)
{
    constexpr std::uint64_t largestDataType = 30;
    ProtobufReader reader(bytes);
    bool sawType = false;
    while (!reader.ended()) {
        const auto field = reader.next();
        if (!field)
            break;
        if (field->number == 1 && (field->wireType == 0 || field->wireType == 2) && !sawType)
            continue; // a dimension
        if (field->number == 2 && field->wireType == 0 && field->value >= 1 && field->value <= largestDataType
            && !sawType) {
            sawType = true;
            continue;
        }
        const bool isData =
            sawType && field->wireType == 2 && field->number >= 4 && field->number <= 12 && field->value <= fileSize;
        if (!isData)
            return false;
    }
    return sawType;
}

/// sentencepiece.ModelProto: pieces (text, score) from the first byte on.
bool looksLikeSentencePiece(std::string_view bytes)
{
    ProtobufReader reader(bytes);
    int pieces = 0;
    while (!reader.ended() && pieces < 3) {
        const auto field = reader.next();
        if (!field || field->number != 1 || field->wireType != 2 || field->value > 4096
            || field->data.size() != field->value)
            return false;
        ProtobufReader piece(field->data);
        const auto text = piece.next();
        const auto score = piece.ended() ? std::nullopt : piece.next();
        if (!text || text->number != 1 || text->wireType != 2 || text->data.empty() || !score || score->number != 2
            || score->wireType != 5)
            return false;
        ++pieces;
    }
    return pieces == 3;
}

bool looksLikeText(std::string_view bytes, std::uint64_t fileSize)
{
    // The prefix may end inside a letter.
    auto whole = bytes;
    for (int cut = 0; cut < 4 && bytes.size() < fileSize && !isValidUtf8(whole); ++cut)
        whole.remove_suffix(1);
    return isValidUtf8(whole) && std::none_of(whole.begin(), whole.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\x1b';
           });
}

struct Magic {
    FileFormat format;
    std::string_view bytes;
    std::size_t offset = 0;
};

constexpr std::array magics{
    Magic{FileFormat::GitLfsPointer, "version https://git-lfs.github.com/spec/"sv},
    Magic{FileFormat::Gguf, "GGUF"sv},
    Magic{FileFormat::Zip, "PK\x03\x04"sv},
    Magic{FileFormat::Zip, "PK\x05\x06"sv},
    Magic{FileFormat::Hdf5, "\x89HDF\r\n\x1a\n"sv},
    Magic{FileFormat::Numpy, "\x93NUMPY"sv},
    Magic{FileFormat::Tflite, "TFL3"sv, 4},
    Magic{FileFormat::ExecuTorch, "ET12"sv, 4},
    Magic{FileFormat::Parquet, "PAR1"sv},
    Magic{FileFormat::Arrow, "ARROW1"sv},
    Magic{FileFormat::Arrow, "FEA1"sv},
    Magic{FileFormat::Sqlite, "SQLite format 3\0"sv},
    Magic{FileFormat::Gzip, "\x1f\x8b"sv},
    Magic{FileFormat::Zstd, "\x28\xb5\x2f\xfd"sv},
    Magic{FileFormat::SevenZip, "7z\xbc\xaf\x27\x1c"sv},
    Magic{FileFormat::Tar, "ustar"sv, 257},
    Magic{FileFormat::Pdf, "%PDF-"sv},
    Magic{FileFormat::Elf,
          "\x7f"
          "ELF"sv},
    Magic{FileFormat::Image, "\x89PNG\r\n\x1a\n"sv},
    Magic{FileFormat::Image, "\xff\xd8\xff"sv},
    Magic{FileFormat::Image, "GIF8"sv},
    Magic{FileFormat::Image, "WEBP"sv, 8},
    Magic{FileFormat::Audio, "WAVE"sv, 8},
    Magic{FileFormat::Audio, "fLaC"sv},
    Magic{FileFormat::Audio, "OggS"sv},
    Magic{FileFormat::Audio, "ID3"sv},
    Magic{FileFormat::Video, "ftyp"sv, 4},
    Magic{FileFormat::Video, "\x1a\x45\xdf\xa3"sv},
    // Little-endian words as they stand in the file.
    Magic{FileFormat::Ggml, "lmgg"sv},
    Magic{FileFormat::Ggml, "fmgg"sv},
    Magic{FileFormat::Ggml, "tjgg"sv},
    Magic{FileFormat::Ggml, "algg"sv},
};

} // namespace

std::string_view toString(FileFormat format)
{
    switch (format) {
    case FileFormat::Unknown: return "unknown";
    case FileFormat::Empty: return "empty";
    case FileFormat::Safetensors: return "safetensors";
    case FileFormat::Gguf: return "gguf";
    case FileFormat::Ggml: return "ggml";
    case FileFormat::Pickle: return "pickle";
    case FileFormat::Zip: return "zip";
    case FileFormat::Onnx: return "onnx";
    case FileFormat::Hdf5: return "hdf5";
    case FileFormat::Parquet: return "parquet";
    case FileFormat::Arrow: return "arrow";
    case FileFormat::Tflite: return "tflite";
    case FileFormat::ExecuTorch: return "executorch";
    case FileFormat::Numpy: return "numpy";
    case FileFormat::Tar: return "tar";
    case FileFormat::Gzip: return "gzip";
    case FileFormat::Zstd: return "zstd";
    case FileFormat::SevenZip: return "7z";
    case FileFormat::OnnxTensor: return "onnx-tensor";
    case FileFormat::SentencePiece: return "sentencepiece";
    case FileFormat::Sqlite: return "sqlite";
    case FileFormat::Pdf: return "pdf";
    case FileFormat::Image: return "image";
    case FileFormat::Audio: return "audio";
    case FileFormat::Video: return "video";
    case FileFormat::Elf: return "elf";
    case FileFormat::Html: return "html";
    case FileFormat::Json: return "json";
    case FileFormat::Text: return "text";
    case FileFormat::GitLfsPointer: return "git-lfs-pointer";
    }
    return "unknown";
}

FileFormat detectFormat(std::string_view bytes, std::uint64_t fileSize)
{
    if (fileSize == 0)
        return FileFormat::Empty;
    if (looksLikeSafetensors(bytes, fileSize))
        return FileFormat::Safetensors;
    for (const auto &magic : magics) {
        if (holds(bytes, magic.bytes, magic.offset))
            return magic.format;
    }
    if (bytes.size() >= 2 && byteAt(bytes, 0) == 0x80 && byteAt(bytes, 1) <= 5)
        return FileFormat::Pickle;
    if (looksLikeText(bytes, fileSize)) {
        const auto first = bytes.find_first_not_of(" \t\r\n");
        const auto start = first == std::string_view::npos ? std::string_view() : bytes.substr(first);
        const auto lower = toLowerAscii(start.substr(0, 15));
        if (lower.starts_with("<!doctype html") || lower.starts_with("<html"))
            return FileFormat::Html;
        return !start.empty() && (start.front() == '{' || start.front() == '[') ? FileFormat::Json : FileFormat::Text;
    }
    if (looksLikeSentencePiece(bytes))
        return FileFormat::SentencePiece;
    if (looksLikeOnnxModel(bytes, fileSize))
        return FileFormat::Onnx;
    if (looksLikeOnnxTensor(bytes, fileSize))
        return FileFormat::OnnxTensor;
    return FileFormat::Unknown;
}

} // namespace modelcrate
