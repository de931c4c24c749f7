// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/samplepackage.h"

#include "base/text.h"
#include "io/file.h"

#include <cstdint>
#include <cstdlib>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t rows = 256, columns = 64;

fs::path dataFolder()
{
    if (const char *data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return fs::path(data) / "modelcrate";
    if (const char *home = std::getenv("HOME"); home && *home == '/')
        return fs::path(home) / ".local/share/modelcrate";
    return fs::temp_directory_path() / "modelcrate";
}

/// One float32 tensor in a valid safetensors file; the numbers come from a fixed series.
std::string safetensors()
{
    const auto bytes = rows * columns * 4;
    auto header = cat(R"({"embedding.weight":{"dtype":"F32","shape":[)", rows, ",", columns, R"(],"data_offsets":[0,)", bytes, "]}}");
    header.resize((header.size() + 7) / 8 * 8, ' ');
    std::string out(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        out[i] = static_cast<char>((header.size() >> (8 * i)) & 0xff);
    out += header;
    std::uint32_t series = 1;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        series = series * 1664525U + 1013904223U;
        const std::uint32_t number = 0x3f000000U | (series >> 9); // 0.5 to 1
        for (unsigned shift = 0; shift < 32; shift += 8)
            out += static_cast<char>((number >> shift) & 0xff);
    }
    return out;
}

constexpr std::string_view readme = R"(---
license: apache-2.0
language:
- en
pipeline_tag: feature-extraction
---
# Tiny model

A model that is too small to be of use and just right to try Modelcrate with.
)";

constexpr std::string_view config = R"({"architectures": ["BertModel"], "hidden_size": 64, "model_type": "bert", "torch_dtype": "float32", "vocab_size": 256}
)";

constexpr std::string_view tokenizer = R"({"version": "1.0", "model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "a": 1, "crate": 2, "model": 3}}}
)";

constexpr std::string_view license = R"(SPDX-License-Identifier: Apache-2.0

Licensed under the Apache License, Version 2.0; see https://www.apache.org/licenses/LICENSE-2.0
)";

constexpr std::string_view script = R"(#!/usr/bin/env python3
print("tiny-model says hello")
)";

} // namespace

Result<fs::path> makeSamplePackage()
{
    const auto folder = dataFolder() / "sample/tiny-model";
    RETURN_IF_ERROR(makeFolders(folder / "data"));
    const std::pair<const char *, std::string> files[] = {
        {"model.safetensors", safetensors()},      {"config.json", std::string(config)}, {"tokenizer.json", std::string(tokenizer)},
        {"README.md", std::string(readme)},        {"LICENSE", std::string(license)},    {"run.py", std::string(script)},
        {"data/examples.csv", "text,label\nsmall crate,1\n"},
    };
    for (const auto &[name, bytes] : files)
        RETURN_IF_ERROR(writeFileAtomically(folder / name, bytes));
    return folder;
}

} // namespace modelcrate
