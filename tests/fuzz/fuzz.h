// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// A property that every input must have; libFuzzer keeps the input when it does not hold.
#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                        \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

/// Written once per target: hostile bytes in; ends normally or aborts.
void fuzz(std::string_view input);

extern "C" inline __attribute__((used)) int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz(std::string_view(reinterpret_cast<const char *>(data), size));
    return 0;
}
