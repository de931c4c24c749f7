// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace modelcrate {

/// What the first bytes of a file say it is.
enum class FileFormat {
    Unknown,
    Empty,
    Safetensors,
    Gguf,
    Ggml,
    Pickle,
    Zip,
    Onnx,
    Hdf5,
    Parquet,
    Arrow,
    Tflite,
    ExecuTorch,
    Numpy,
    Tar,
    Gzip,
    Zstd,
    SevenZip,
    OnnxTensor,
    SentencePiece,
    Sqlite,
    Pdf,
    Image,
    Audio,
    Video,
    Elf,
    Html,
    Json,
    Text,
    GitLfsPointer,
};

/// "safetensors", "gguf", …
std::string_view toString(FileFormat format);

/// Format from the first bytes (512 suffice) and the file's size; the name is not looked at (modelpack.md C1).
FileFormat detectFormat(std::string_view firstBytes, std::uint64_t fileSize);

} // namespace modelcrate
