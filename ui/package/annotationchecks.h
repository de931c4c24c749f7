// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/descriptor.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <QString>

namespace modelcrate {

struct KnownAnnotation {
    std::string_view key;
    const char *meaningSource;
    QString meaning() const; ///< one line
};
/// Keys that image-spec and model-spec define.
std::span<const KnownAnnotation> knownAnnotations();

/// Registries and clients take manifests whose annotations are below this together.
inline constexpr std::size_t maxAnnotationBytes = 64 << 10;
std::size_t annotationBytes(const Annotations &annotations);

/// What is doubtful about one of the user's annotations, as a sentence; empty for nothing.
QString annotationRemark(const Annotations &all, std::size_t index);
/// Whether a text looks like a key or a token of somebody's account.
bool looksLikeSecret(const QString &value);

/// Annotations of a pasted text: a JSON object, or lines "key=value" as one hands them to a command ("--annotation"
/// before them is left out, so are comments and blank lines). Nothing when it is neither.
std::optional<Annotations> parseAnnotations(const QString &text);

} // namespace modelcrate
