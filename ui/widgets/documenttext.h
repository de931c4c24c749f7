// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QTextDocument;

namespace modelcrate {

/// The text of a document that was set or typed as plain text: its lines, as they stand, between '\n'. Unlike
/// QTextDocument::toPlainText() it gives back no-break spaces as what they are. A line that was broken by Shift+Enter
/// is two. Other line ends and separators of a text that was set come back as '\n': who must not change such a text
/// compares.
QString documentText(const QTextDocument &document);

} // namespace modelcrate
