// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

namespace modelcrate {

/// What a text browser gives for a picture, or another resource of a text (QTextDocument::ResourceType), that it does
/// not load: a transparent pixel, or no bytes. Without an answer QTextDocument would read `file:` and `data:` addresses
/// itself, and its layout a path, in the middle of painting.
QVariant refusedResource(int type);

} // namespace modelcrate
