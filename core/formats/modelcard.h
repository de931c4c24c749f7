// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "io/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// A Hugging Face model card: a README.md whose front matter is YAML between two `---` lines (hub rule, modelpack.md
/// C7). Everything in it is untrusted text.
struct ModelCard {
    std::optional<Json> metadata = {}; ///< the front matter as an object; scalars are texts
    std::string title = {}; ///< first `#` heading
    std::string summary = {}; ///< first paragraph of prose, at most 500 characters, without markup
    Findings findings = {}; ///< front matter that is never closed, broken or hostile YAML
};

/// Largest README that is looked at, as Harbor shows them.
inline constexpr std::size_t maxModelCardBytes = 4 << 20;

ModelCard parseModelCard(std::string_view text);
/// A member that is a text or a list of texts, as a list.
std::vector<std::string> cardTexts(const ModelCard &card, std::string_view name);

} // namespace modelcrate
