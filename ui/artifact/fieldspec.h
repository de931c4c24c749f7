// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <QString>
#include <QStringList>

namespace modelcrate {

/// Parts of the metadata form, in order.
enum class FieldSection { Descriptor, Technical, Capabilities };
inline constexpr FieldSection fieldSections[] = {FieldSection::Descriptor, FieldSection::Technical,
                                                 FieldSection::Capabilities};
QString sectionTitle(FieldSection section);
QString sectionHint(FieldSection section); ///< "Who made it and what it is"

/// How a field is typed in.
enum class FieldInputKind {
    Line,
    Text, ///< several lines
    DateTime,
    Url,
    Combo, ///< suggestions, and whatever else
    ParamSize, ///< number and unit
    Names, ///< tokens that may hold commas
    Urls, ///< tokens
    Licenses, ///< tokens
    Words, ///< tokens out of the suggestions, a list
    Languages, ///< tokens
    JoinedWords, ///< tokens out of the suggestions, one text "a,b"
    TriState,
};

enum class FieldWidth { Short, Medium, Full };

/// One row of the form: everything that tells a field from the others. Texts are translated by the functions.
struct FieldSpec {
    std::string_view path; ///< of configFields()
    FieldSection section = FieldSection::Descriptor;
    FieldInputKind kind = FieldInputKind::Line;
    FieldWidth width = FieldWidth::Full;
    bool essential = false; ///< shown when it is empty, too
    const char *labelSource = nullptr;
    const char *helpSource = nullptr;
    std::string_view suggestionWords = {}; ///< separated by blanks
    bool mono = false;

    QString label() const;
    QString help() const; ///< one line: what it is, and how it is written
    QString placeholder() const; ///< in the empty input
    QString name() const; ///< the path
    QStringList suggestions() const;
};

/// Every field of the specification that can be set, in the order of the form.
std::span<const FieldSpec> fieldSpecs();
const FieldSpec *findFieldSpec(std::string_view path);
/// The field that a place means: "config.precision", "/config/precision", "/descriptor/licenses/0"; null for others.
const FieldSpec *fieldSpecAt(std::string_view place);

/// Whether it is a list of chips; its text is its tokens one a line.
bool isTokenKind(FieldInputKind kind);
/// What ends a token when it is typed.
QString tokenSeparators(FieldInputKind kind);

} // namespace modelcrate
