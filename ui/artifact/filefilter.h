// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filelist.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <QString>

namespace modelcrate {

/// What is typed into the filter field, as a condition on files. Tokens are parted by blanks, all must hold, `-` in
/// front negates, quotes keep blanks together:
///
///     words                the path holds them (ASCII without case); with * or ? they are a glob
///     path:ckpt            the same
///     layer:weight,code    config weight code doc dataset
///     size:>1G             > >= < <= = and a number with k M G T (powers of 1000) or Ki Mi Gi Ti
///     ext:py,md            the last suffix
///     state:changed        ready waiting look changed gone out
///     packaging:tar        raw tar tar+gzip tar+zstd bundle
///     is:guess             guess pickle new included
class FileFilter {
public:
    struct Problem {
        enum class Reason { UnknownKey, UnknownValue, BadSize, NoValue, OpenQuote };
        Reason reason;
        qsizetype at = 0; ///< of the wrong token, in characters
        qsizetype length = 0;
        QString token;
        QString expected; ///< what would have been understood, for UnknownKey and UnknownValue
    };

    FileFilter() = default; ///< takes everything
    static std::variant<FileFilter, Problem> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    bool matches(std::string_view path, const FileItem &item) const;
    /// For what was left out: only words, path: and ext: can hold, and state:out.
    bool matchesLeftOut(std::string_view path) const;

private:
    friend class FileFilterParser;
    enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };
    struct Term {
        enum class Field { Path, Layer, Size, Extension, State, Packaging, Is } field = Field::Path;
        bool negated = false;
        std::vector<std::string> words = {}; ///< folded; any of them
        Comparison comparison = Comparison::Equal;
        ByteCount size = {};
    };
    static bool holds(const Term &term, std::string_view path, const FileItem *item);
    std::vector<Term> m_terms;
};

/// The problem as a sentence: "There is no layer "wieght": config, weight, code, doc or dataset."
QString problemText(const FileFilter::Problem &problem);

} // namespace modelcrate
