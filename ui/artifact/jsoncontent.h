// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/json.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QString>

namespace modelcrate {

/// What a line or node has to say beside its text.
enum class ChangeMark : char {
    None,
    Changed, ///< '+': new or other than in the base
    Attention, ///< '!': a finding is about it
    LeftOut, ///< '!': stands for something that is not in the document because it is not valid yet
};

/// One line of a document written for reading.
struct JsonLine {
    QString text;
    ChangeMark mark = ChangeMark::None;
    bool operator==(const JsonLine &) const = default;
};

/// A member or element of a document, in the order of the document.
struct JsonNode {
    QString key; ///< name or index
    QString value; ///< of a leaf; a summary of a container
    int depth = 0;
    int end = 0; ///< index of the first node after this one's subtree
    bool container = false;
    ChangeMark mark = ChangeMark::None; ///< a container has that of the first of its members that has one
    std::optional<std::size_t> layer = {}; ///< index in `layers`, for everything within a layer
    std::size_t place = 0; ///< hash of the keys down to here: the same place in another state of the document
};

/// A document in the shapes that the views show.
struct DocumentContent {
    QString bytes; ///< as it is written; pending digests as words
    std::shared_ptr<const std::vector<JsonNode>> nodes = std::make_shared<std::vector<JsonNode>>();
    std::vector<JsonLine> lines;
    qint64 size = 0;
};
/// Highlighting the text of more layers would stall (desktop.md 2.8), so the tree takes its place.
inline constexpr std::size_t maxLineLayers = 100;

/// What is marked in a document.
struct DocumentMarks {
    const std::string *base = nullptr; ///< bytes of a document to compare with
    std::set<std::string> attention = {}; ///< JSON pointers that findings are about
    std::map<std::string, std::string> leftOut = {}; ///< dotted paths of what stands in no document yet
};

/// Never fails: of bytes that are no JSON there are the bytes alone. Takes long for many layers: on a worker.
DocumentContent makeDocumentContent(const std::string &bytes, bool withLines, const DocumentMarks &marks = {});

/// A value in one line: text without quotes, lists with commas.
QString valueText(const Json &value);

} // namespace modelcrate
