// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace modelcrate {

/// Whether a text is an identifier of the SPDX License List; case does not matter (SPDX 2.3 annex D).
bool isSpdxLicenseId(std::string_view id);
bool isSpdxExceptionId(std::string_view id);
/// All identifiers, ordered without case: for completion.
std::span<const std::string_view> spdxLicenseIds();

} // namespace modelcrate
