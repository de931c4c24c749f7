// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace modelcrate {

/// A name for the text of a tab, a button or an action, where a single `&` is not shown but underlines what follows.
QString escapeMnemonics(QString name);
/// What is read in such a text.
QString withoutMnemonics(const QString &text);

} // namespace modelcrate
