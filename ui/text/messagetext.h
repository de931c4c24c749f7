// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

#include <QString>

namespace modelcrate {

/// A message of the core in the language of the window: its pattern as the catalogues say it, with its parts in their
/// places. What somebody else wrote stays in its own words, and is shown as redactedText() shows it. Bounded, plain,
/// and a fragment like its English: no capital at its begin, no full stop at its end. Any thread.
QString messageText(const Message &message);

/// Text of a registry, a system or a file as plain text: at most 2000 bytes of it, then "…", and without what looks
/// like a password or a token.
QString redactedText(std::string_view text);

} // namespace modelcrate
