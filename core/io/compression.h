// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/content.h"

namespace modelcrate {

enum class Compression { Gzip, Zstd };

/// Compresses while it is read, so its size and digest are known only at the end. The bytes depend on the content and
/// the library's version alone: fixed level, gzip without time and name. Opening at an offset compresses again from the
/// start and discards.
ContentPtr makeCompressedContent(ContentPtr content, Compression compression);

/// Undoes compression: several gzip members, several zstd frames and skippable ones, windows up to 128 MiB. Truncated
/// or broken input is InvalidInput; more than 1 GiB out of less than a thousandth of it is LimitExceeded.
std::unique_ptr<ByteSource> makeDecompressingSource(std::unique_ptr<ByteSource> source, Compression compression);

} // namespace modelcrate
