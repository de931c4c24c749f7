// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/bytesource.h"
#include "modelpack/layerkind.h"

#include <memory>
#include <optional>
#include <string>

namespace modelcrate {

/// The tar inside a layer, ready to be read.
struct OpenedTarLayer {
    std::unique_ptr<ByteSource> tar;
    /// What the bytes are, when that is another encoding than the media type says. What is read is the bytes.
    std::optional<LayerEncoding> mislabelled;
};

/// Undoes the compression of a layer that is no raw one. Its first bytes decide between plain, gzip and zstd; where
/// they say nothing the media type does. Nothing else is ever tried: an xz, 7z or rar file is simply no tar.
Result<OpenedTarLayer> openTarLayer(std::unique_ptr<ByteSource> blob, LayerEncoding declared);

} // namespace modelcrate
