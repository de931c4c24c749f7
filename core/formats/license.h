// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// SPDX expression for a licence id of the Hugging Face hub ("apache-2.0" gives Apache-2.0, "llama3" gives
/// LicenseRef-llama3); nothing for families without a version (gpl, bsd, cc) and for "unknown" (modelpack.md D3).
std::optional<std::string> spdxForHubLicense(std::string_view hubId);

/// SPDX id of a licence file's text, by an SPDX-License-Identifier line or by the words that only that licence has;
/// nothing when it is none of the well-known ones.
std::optional<std::string> recognizeLicenseText(std::string_view text);

/// Whether a text is an SPDX licence expression (SPDX 2.3 annex D): identifiers of the list or LicenseRef-…, with
/// AND, OR, WITH, + and parentheses. At most 4096 bytes and 32 parentheses deep.
bool isSpdxExpression(std::string_view text);

} // namespace modelcrate
