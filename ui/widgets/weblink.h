// SPDX-License-Identifier: Apache-2.0
#pragma once

class QUrl;
class QWidget;

namespace modelcrate {

class UserPrompts;

/// Asks whether a page of the web may be opened in the browser, and opens it. Other links, of files or programs, do
/// nothing: no text may start them.
void openWebLink(UserPrompts &prompts, QWidget *parent, const QUrl &link);

} // namespace modelcrate
