// SPDX-License-Identifier: Apache-2.0
#include "support/weights.h"

#include "base/text.h"

#include <filesystem>

namespace modelcrate::testing {

namespace {

std::string little(std::uint64_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return out;
}

std::string text(std::string_view value) { return little(value.size(), 8) + std::string(value); }

std::uint64_t bytesOf(const TestTensor &tensor)
{
    const auto &type = tensor.type;
    if (type == "U8" || type == "I8" || type == "F8_E4M3")
        return tensor.elements;
    return tensor.elements * (type == "F16" || type == "BF16" ? 2 : type == "I64" ? 8 : 4);
}

} // namespace

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
    dir.write(path, little(header.size(), 8) + header);
    std::filesystem::resize_file(dir / path, 8 + header.size() + end);
}

void writeGguf(const TestDir &dir, const std::string &path, const TestGguf &gguf)
{
    auto out = std::string("GGUF") + little(3, 4) + little(gguf.tensors.size(), 8) + little(2 + gguf.texts.size(), 8);
    out += text("general.architecture") + little(8, 4) + text(gguf.architecture);
    out += text("general.file_type") + little(4, 4) + little(gguf.fileType, 4);
    for (const auto &[key, value] : gguf.texts)
        out += text(key) + little(8, 4) + text(value);
    std::uint64_t end = 0;
    for (const auto &tensor : gguf.tensors) {
        const bool isQuantized = tensor.type == "Q4_K";
        out += text(tensor.name) + little(1, 4) + little(tensor.elements, 8);
        out += little(isQuantized ? 12 : tensor.type == "F16" ? 1 : 0, 4) + little(end, 8);
        end += isQuantized ? tensor.elements / 256 * 144 : bytesOf(tensor);
        end = (end + 31) / 32 * 32;
    }
    out += std::string((32 - out.size() % 32) % 32, '\0');
    dir.write(path, out);
    std::filesystem::resize_file(dir / path, out.size() + end);
}

} // namespace modelcrate::testing
