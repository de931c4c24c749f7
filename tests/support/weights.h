// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/testing.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace modelcrate::testing {

/// So many bytes of a number, the lowest first; and a text as GGUF has it, with its length before it.
std::string littleEndian(std::uint64_t value, int bytes);
std::string lengthAndText(std::string_view text);

struct TestTensor {
    std::string name;
    std::string type; ///< "BF16", "U8" …; for GGUF "F32", "F16", "Q4_K"
    std::uint64_t elements = 0;
};

/// Files with a true header and a hole in place of the weights, so a model of any size takes a block of the disk.
void writeSafetensors(const TestDir &dir, const std::string &path, const std::vector<TestTensor> &tensors);

struct TestGguf {
    std::string architecture = "llama";
    std::uint32_t fileType = 15; ///< Q4_K_M
    std::vector<std::pair<std::string, std::string>> texts = {}; ///< further keys
    std::vector<TestTensor> tensors = {};
};
void writeGguf(const TestDir &dir, const std::string &path, const TestGguf &gguf);

} // namespace modelcrate::testing
