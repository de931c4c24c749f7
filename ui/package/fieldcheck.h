// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/json.h"
#include "ui/artifact/fieldspec.h"

#include <optional>

#include <QString>
#include <QStringList>

namespace modelcrate {

// A field's text and its value. Of a list the text is its tokens, one a line; of a yes or no "true" or "false". What is
// valid is what the core says (validateConfig and its parts); here it is put into words, and repaired where one can.

struct FieldCheck {
    Json value = {}; ///< null: empty, or refused
    QString error = {}; ///< why it is refused; empty when it is not
    QString repair = {}; ///< a text that would do, or empty
    bool isValid() const { return error.isEmpty(); }
};

/// Of what somebody typed. Blanks around it do not count.
FieldCheck checkField(const FieldSpec &spec, const QString &text);
/// Of one token of a list.
FieldCheck checkToken(const FieldSpec &spec, const QString &token);
/// The text of a value as it stands in the config, also of one with a wrong type.
QString fieldText(const FieldSpec &spec, const Json *value);
/// What a chip or a list shows for it: "en English".
QString tokenLabel(const FieldSpec &spec, const QString &token);
/// Everything worth offering while a token is typed.
QStringList tokenCompletions(const FieldSpec &spec);
/// The token that a completion or a near miss stands for ("en English", "eng" and "English" are en).
QString tokenOf(const FieldSpec &spec, const QString &typed);
QStringList splitTokens(const QString &text);
QString joinTokens(const QStringList &tokens);

} // namespace modelcrate
