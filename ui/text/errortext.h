// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/finding.h"

#include <QString>

namespace modelcrate {

/// A failure in the user's words. `title` never says "Error"; `details` is the technical text to copy, without secrets.
struct ErrorText {
    QString title; ///< "ghcr.io needs a sign-in"
    QString cause; ///< why, one or two sentences
    QString action; ///< what to do; never empty
    QString details; ///< message in English, context chain, HTTP status, registry errors
};
ErrorText errorText(const Error &error);

/// A finding as a sentence; falls back to its message alone for ids without a headline.
QString findingText(const Finding &finding);

} // namespace modelcrate
