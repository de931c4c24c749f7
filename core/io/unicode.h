// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace modelcrate {

bool isValidUtf8(std::string_view text);
/// NFC with full case folding: equal for names that some file system takes for one. The text must be valid UTF-8;
/// otherwise it comes back as it is.
std::string nfcCaseFold(std::string_view text);
/// NFC alone.
std::string toNfc(std::string_view text);

} // namespace modelcrate
