// SPDX-License-Identifier: Apache-2.0
#include "support/weights.h"

#include "base/text.h"

#include <filesystem>

namespace modelcrate::testing {

namespace {

std::uint64_t bytesOf(const TestTensor &tensor)
{
    const auto &type = tensor.type;
    if (type == "U8" || type == "I8" || type == "F8_E4M3")
        return tensor.elements;
    return tensor.elements * (type == "F16" || type == "BF16" ? 2 : type == "I64" ? 8 : 4);
}

} // namespace

std::string littleEndian(std::uint64_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return out;
}

std::string lengthAndText(std::string_view text) { return littleEndian(text.size(), 8) + std::string(text); }

void writeSafetensors(const TestDir &dir, const std::string &path, const std::vector<TestTensor> &tensors)
{
    std::string header = "{";
    std::uint64_t end = 0;
    for (const auto &tensor : tensors) {
        header += cat(header.size() > 1 ? "," : "", "\"", tensor.name, "\":{\"dtype\":\"", tensor.type,
                      "\",\"shape\":[", tensor.elements, "],\"data_offsets\":[", end, ",", end + bytesOf(tensor), "]}");
        end += bytesOf(tensor);
    }
    header += "}";
    dir.write(path, littleEndian(header.size(), 8) + header);
    std::filesystem::resize_file(dir / path, 8 + header.size() + end);
}

void writeGguf(const TestDir &dir, const std::string &path, const TestGguf &gguf)
{
    auto out = std::string("GGUF") + littleEndian(3, 4) + littleEndian(gguf.tensors.size(), 8)
        + littleEndian(2 + gguf.texts.size(), 8);
    out += lengthAndText("general.architecture") + littleEndian(8, 4) + lengthAndText(gguf.architecture);
    out += lengthAndText("general.file_type") + littleEndian(4, 4) + littleEndian(gguf.fileType, 4);
    for (const auto &[key, value] : gguf.texts)
        out += lengthAndText(key) + littleEndian(8, 4) + lengthAndText(value);
    std::uint64_t end = 0;
    for (const auto &tensor : gguf.tensors) {
        const bool isQuantized = tensor.type == "Q4_K";
        out += lengthAndText(tensor.name) + littleEndian(1, 4) + littleEndian(tensor.elements, 8);
        out += littleEndian(isQuantized ? 12 : tensor.type == "F16" ? 1 : 0, 4) + littleEndian(end, 8);
        end += isQuantized ? tensor.elements / 256 * 144 : bytesOf(tensor);
        end = (end + 31) / 32 * 32;
    }
    out += std::string((32 - out.size() % 32) % 32, '\0');
    dir.write(path, out);
    std::filesystem::resize_file(dir / path, out.size() + end);
}

} // namespace modelcrate::testing
