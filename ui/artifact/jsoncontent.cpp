// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/jsoncontent.h"

#include "base/text.h"
#include "modelpack/artifactplan.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::JsonContent)
};

constexpr std::size_t maxDocumentBytes = 256 << 20;
/// A list of so few short values stands on one line.
constexpr std::size_t inlineItems = 6;
constexpr int inlineWidth = 72;

QString pendingText()
{
    // lupdate takes Text::tr() here for one of a class Text.
    return QStringLiteral("sha256:…") + QCoreApplication::translate("modelcrate::JsonContent", " (pending)");
}

QString quoted(const std::string &text)
{
    if (text == pendingDigest)
        return QLatin1Char('"') + pendingText() + QLatin1Char('"');
    return displayText(dumpJson(Json(text)));
}

QString leafText(const Json &value)
{
    if (const auto *text = value.asString())
        return quoted(*text);
    return displayText(dumpJson(value));
}

bool isContainer(const Json &value)
{
    const auto *array = value.asArray();
    const auto *object = value.asObject();
    return (array && !array->empty()) || (object && !object->empty());
}

std::string escapedPointer(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

/// What makes an element of a list the same one in another document: a layer is known by its path.
std::string identityOf(const Json &element, std::size_t index)
{
    if (const auto *annotations = element.find("annotations")) {
        for (const auto key : {modelpack::filepath, modelpack::cnaiFilepath, modelpack::title}) {
            if (const auto &path = annotations->text(key); !path.empty())
                return cat("path:", path);
        }
    }
    return element.isString() ? *element.asString() : cat('#', index);
}

/// All leaves of the base by where they stand, to tell what is new.
class BaseLeaves {
public:
    explicit BaseLeaves(const std::optional<Json> &document)
    {
        if (document)
            add({}, *document);
        m_known = document.has_value();
    }

    bool isNew(const std::string &place, const Json &value) const
    {
        if (!m_known || value == Json(pendingDigest))
            return false;
        const auto found = m_leaves.find(place);
        return found == m_leaves.end() || found->second != leaf(value);
    }

private:
    static std::string leaf(const Json &value) { return dumpJson(value); }

    void add(const std::string &place, const Json &value)
    {
        if (!isContainer(value)) {
            m_leaves.emplace(place, leaf(value));
            return;
        }
        if (const auto *object = value.asObject()) {
            for (const auto &[name, member] : *object)
                add(cat(place, '\n', name), member);
        } else if (const auto *array = value.asArray()) {
            for (std::size_t i = 0; i < array->size(); ++i)
                add(cat(place, '\n', identityOf((*array)[i], i)), (*array)[i]);
        }
    }

    bool m_known = false;
    std::map<std::string, std::string> m_leaves;
};

using Attention = std::set<std::string>;

class NodeWriter {
public:
    NodeWriter(const BaseLeaves &base, const Attention &attention) : m_base(base), m_attention(attention) { }

    std::vector<JsonNode> write(const Json &document)
    {
        if (const auto *object = document.asObject()) {
            for (const auto &[name, member] : *object)
                add(displayText(name), member, cat('/', escapedPointer(name)), cat('\n', name), 0, std::nullopt,
                    name == "layers");
        }
        return std::move(m_nodes);
    }

private:
    void add(const QString &key, const Json &value, const std::string &pointer, const std::string &place, int depth,
             std::optional<std::size_t> layer, bool isLayers)
    {
        const auto index = m_nodes.size();
        m_nodes.push_back(
            {key, {}, depth, 0, isContainer(value), ChangeMark::None, layer, std::hash<std::string>()(pointer)});
        if (m_attention.count(pointer) != 0)
            m_nodes[index].mark = ChangeMark::Attention;
        if (!m_nodes[index].container) {
            m_nodes[index].value = leafText(value);
            if (m_nodes[index].mark == ChangeMark::None && m_base.isNew(place, value))
                m_nodes[index].mark = ChangeMark::Changed;
        } else if (const auto *object = value.asObject()) {
            for (const auto &[name, member] : *object)
                add(displayText(name), member, cat(pointer, '/', escapedPointer(name)), cat(place, '\n', name),
                    depth + 1, layer, false);
        } else if (const auto *array = value.asArray()) {
            for (std::size_t i = 0; i < array->size(); ++i)
                add(QString::number(i), (*array)[i], cat(pointer, '/', i), cat(place, '\n', identityOf((*array)[i], i)),
                    depth + 1, isLayers ? std::optional(i) : layer, false);
        }
        auto &node = m_nodes[index];
        node.end = static_cast<int>(m_nodes.size());
        if (!node.container)
            return;
        node.value = summary(value);
        for (auto i = index + 1; i < m_nodes.size() && node.mark == ChangeMark::None; ++i)
            node.mark = m_nodes[i].mark;
    }

    static QString summary(const Json &value)
    {
        if (const auto *array = value.asArray())
            return Text::tr("%n item(s)", nullptr, static_cast<int>(array->size()));
        const auto &mediaType = value.text("mediaType");
        const auto &digest = value.text("digest");
        if (mediaType.empty() || digest.empty())
            return Text::tr("%n member(s)", nullptr, static_cast<int>(value.asObject()->size()));
        // A descriptor, folded to one line.
        QStringList parts;
        if (const auto *annotations = value.find("annotations")) {
            for (const auto key : {modelpack::filepath, modelpack::title}) {
                if (parts.isEmpty() && !annotations->text(key).empty())
                    parts << displayText(annotations->text(key));
            }
        }
        if (const auto type = parseLayerMediaType(mediaType))
            parts << kindText(type->kind) << encodingText(type->encoding);
        if (const auto *size = value.find("size"); size && size->asInteger())
            parts << formatBytes(ByteCount(*size->asInteger()));
        const auto parsed = Digest::parse(digest);
        parts << (digest == pendingDigest ? pendingText() : parsed ? shortDigest(*parsed) : displayText(digest));
        return parts.join(QStringLiteral(" · "));
    }

    const BaseLeaves &m_base;
    const Attention &m_attention;
    std::vector<JsonNode> m_nodes;
};

/// The document over several lines: two blanks a level, short lists on one line.
class LineWriter {
public:
    LineWriter(const BaseLeaves &base, const Attention &attention, const std::map<std::string, std::string> &leftOut)
        : m_base(base),
          m_attention(attention),
          m_leftOut(leftOut)
    {
    }

    std::vector<JsonLine> write(const Json &document)
    {
        add({}, document, {}, {}, 0, false);
        return std::move(m_lines);
    }

private:
    static QString indent(int depth) { return QString(2 * depth, QLatin1Char(' ')); }

    void push(int depth, const QString &text, ChangeMark mark = ChangeMark::None)
    {
        m_lines.push_back({indent(depth) + text, mark});
    }

    ChangeMark markOf(const std::string &pointer, const std::string &place, const Json &value) const
    {
        if (m_attention.count(pointer) != 0)
            return ChangeMark::Attention;
        return m_base.isNew(place, value) ? ChangeMark::Changed : ChangeMark::None;
    }

    static std::optional<QString> onOneLine(const Json &value)
    {
        const auto *array = value.asArray();
        if (!array || array->size() > inlineItems)
            return std::nullopt;
        QStringList items;
        for (const auto &item : *array) {
            if (isContainer(item))
                return std::nullopt;
            items << leafText(item);
        }
        auto line = QLatin1Char('[') + items.join(QStringLiteral(", ")) + QLatin1Char(']');
        return line.size() <= inlineWidth ? std::optional(line) : std::nullopt;
    }

    ChangeMark markOfItems(const Json::Array &array, const std::string &pointer, const std::string &place) const
    {
        auto mark = m_attention.count(pointer) != 0 ? ChangeMark::Attention : ChangeMark::None;
        for (std::size_t i = 0; i < array.size() && mark == ChangeMark::None; ++i)
            mark = markOf(cat(pointer, '/', i), cat(place, '\n', identityOf(array[i], i)), array[i]);
        return mark;
    }

    void add(const QString &start, const Json &value, const std::string &pointer, const std::string &place, int depth,
             bool comma)
    {
        const auto end = comma ? QStringLiteral(",") : QString();
        const auto *array = value.asArray();
        const auto *object = value.asObject();
        const auto missing = object ? leftOutOf(pointer) : QStringList();
        if (!isContainer(value) && missing.isEmpty()) {
            push(depth, start + leafText(value) + end, markOf(pointer, place, value));
        } else if (array) {
            if (const auto line = onOneLine(value)) {
                push(depth, start + *line + end, markOfItems(*array, pointer, place));
                return;
            }
            push(depth, start + QLatin1Char('['));
            for (std::size_t i = 0; i < array->size(); ++i)
                add({}, (*array)[i], cat(pointer, '/', i), cat(place, '\n', identityOf((*array)[i], i)), depth + 1,
                    i + 1 < array->size());
            push(depth, QLatin1Char(']') + end);
        } else {
            push(depth, start + QLatin1Char('{'));
            std::size_t left = object->size();
            for (const auto &[name, member] : *object)
                add(quoted(name) + QStringLiteral(": "), member, cat(pointer, '/', escapedPointer(name)),
                    cat(place, '\n', name), depth + 1, --left > 0);
            for (const auto &name : missing)
                push(depth + 1, Text::tr("%1 is left out until it is valid").arg(name), ChangeMark::LeftOut);
            push(depth, QLatin1Char('}') + end);
        }
    }

    /// Names of members that would stand in this object, had they a valid value.
    QStringList leftOutOf(const std::string &pointer) const
    {
        QStringList names;
        for (const auto &[path, text] : m_leftOut) {
            const auto dot = path.rfind('.');
            if (dot == std::string::npos)
                continue;
            auto parent = "/" + path.substr(0, dot);
            std::replace(parent.begin(), parent.end(), '.', '/');
            if (parent == pointer)
                names << displayText(path.substr(dot + 1));
        }
        return names;
    }

    const BaseLeaves &m_base;
    const Attention &m_attention;
    const std::map<std::string, std::string> &m_leftOut;
    std::vector<JsonLine> m_lines;
};

std::optional<Json> parsed(const std::string &bytes)
{
    auto json = parseJson(bytes, JsonLimits{.maxBytes = maxDocumentBytes});
    return json ? std::optional(std::move(*json)) : std::nullopt;
}

} // namespace

DocumentContent makeDocumentContent(const std::string &bytes, bool withLines, const DocumentMarks &marks)
{
    DocumentContent content;
    content.size = static_cast<qint64>(bytes.size());
    content.bytes = toQString(bytes);
    content.bytes.replace(toQString(pendingDigest), pendingText());
    const auto document = parsed(bytes);
    if (!document)
        return content;
    const BaseLeaves leaves(marks.base ? parsed(*marks.base) : std::nullopt);
    content.nodes = std::make_shared<const std::vector<JsonNode>>(NodeWriter(leaves, marks.attention).write(*document));
    if (withLines)
        content.lines = LineWriter(leaves, marks.attention, marks.leftOut).write(*document);
    return content;
}

QString valueText(const Json &value)
{
    if (const auto *text = value.asString())
        return displayText(*text);
    if (const auto *array = value.asArray()) {
        QStringList items;
        for (const auto &item : *array)
            items << valueText(item);
        return items.join(QStringLiteral(", "));
    }
    return displayText(dumpJson(value));
}

} // namespace modelcrate
