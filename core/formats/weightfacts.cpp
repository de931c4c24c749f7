// SPDX-License-Identifier: Apache-2.0
#include "formats/weightfacts.h"

#include "base/text.h"
#include "io/json.h"
#include "io/unicode.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <map>
#include <optional>
#include <unordered_set>

namespace modelcrate {

namespace {

constexpr std::size_t prefixSize = 512;
constexpr std::uint64_t maxSafetensorsHeader = 100'000'000;
constexpr std::uint64_t maxGgufRead = 256 << 20;
constexpr std::uint64_t maxGgufCount = 1'000'000;
constexpr std::size_t maxShape = 16;
constexpr int maxDepth = 64;
constexpr auto unlimited = std::numeric_limits<std::uint64_t>::max();

std::optional<std::uint64_t> product(std::uint64_t a, std::uint64_t b)
{
    if (a != 0 && b > unlimited / a)
        return std::nullopt;
    return a * b;
}

std::uint64_t saturatingSum(std::uint64_t a, std::uint64_t b) { return b > unlimited - a ? unlimited : a + b; }

/// Cut at a whole character; never more than maxValueBytes.
std::string bounded(std::string_view text)
{
    if (text.size() <= WeightFacts::maxValueBytes)
        return std::string(text);
    auto end = WeightFacts::maxValueBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

enum class TensorRole { Plain, PackedWord, PackedByte, Helper };

/// How quantizers of safetensors call what they write (modelpack.md C2).
TensorRole roleOf(std::string_view name, std::string_view type)
{
    const auto ends = [&](auto... suffixes) { return (name.ends_with(suffixes) || ...); };
    const bool word = type == "I32" || type == "U32";
    if ((word && ends(".qweight", ".weight_packed")) || (type == "U32" && ends(".weight")))
        return TensorRole::PackedWord;
    if (type == "U8" && ends(".weight", ".weight_packed", "_blocks"))
        return TensorRole::PackedByte;
    if (ends(".qzeros", ".scales", ".biases", ".g_idx", ".absmax", ".quant_map", ".nested_absmax", ".nested_quant_map",
             ".SCB", "_scales", "weight_scale", "weight_scale_2", "weight_scale_inv", "weight_global_scale",
             "input_scale", ".weight_shape", ".weight_zero_point", ".weight_g_idx")
        || name.find(".quant_state.") != std::string_view::npos)
        return TensorRole::Helper;
    return TensorRole::Plain;
}

/// Adds up tensors by type.
class TypeSums {
public:
    void add(WeightFacts &facts, TensorFact tensor, std::uint64_t elements, TensorRole role = TensorRole::Plain)
    {
        ++facts.tensorCount;
        facts.parameters = saturatingSum(facts.parameters, elements);
        auto &sum = m_sums[tensor.type];
        ++sum.tensors;
        sum.parameters = saturatingSum(sum.parameters, elements);
        if (role == TensorRole::PackedWord)
            facts.packedWords = saturatingSum(facts.packedWords, elements);
        else if (role == TensorRole::PackedByte)
            facts.packedBytes = saturatingSum(facts.packedBytes, elements);
        else if (role == TensorRole::Plain)
            sum.plain = saturatingSum(sum.plain, elements);
        if (facts.firstTensors.size() < WeightFacts::maxTensors)
            facts.firstTensors.push_back(std::move(tensor));
    }

    void finish(WeightFacts &facts)
    {
        // Names alone are no proof: a file without any quantized type just calls its weights so.
        const bool quantized = facts.packedWords > 0 || facts.packedBytes > 0
            || std::any_of(m_sums.begin(), m_sums.end(),
                           [](const auto &sum) { return sum.first == "I8" || sum.first.starts_with("F8_"); });
        for (auto &[type, sum] : m_sums) {
            sum.type = type;
            if (!quantized)
                sum.plain = sum.parameters;
            facts.types.push_back(sum);
        }
        std::stable_sort(facts.types.begin(), facts.types.end(),
                         [](const TensorTypeFact &a, const TensorTypeFact &b) { return a.parameters > b.parameters; });
    }

private:
    std::map<std::string, TensorTypeFact> m_sums;
};

// --- safetensors -----------------------------------------------------------------------------------------------------

std::optional<std::uint64_t> safetensorsBits(std::string_view type)
{
    static constexpr std::array<std::pair<std::string_view, std::uint64_t>, 22> bits{
        {{"BOOL", 8},    {"U8", 8},      {"I8", 8},      {"F4", 4},          {"F6_E2M3", 6},     {"F6_E3M2", 6},
         {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8}, {"I16", 16},
         {"U16", 16},    {"F16", 16},    {"BF16", 16},   {"I32", 32},        {"U32", 32},        {"F32", 32},
         {"C64", 64},    {"F64", 64},    {"I64", 64},    {"U64", 64}}};
    const auto *found = std::find_if(bits.begin(), bits.end(), [&](const auto &known) { return known.first == type; });
    return found == bits.end() ? std::nullopt : std::optional(found->second);
}

/// Reads the JSON of a header in one pass without building a tree: a tree of a hostile header takes many times its
/// bytes.
class HeaderScanner {
public:
    explicit HeaderScanner(std::string_view text) : m_text(text) { }

    bool failed() const { return m_problem.has_value(); }
    /// Only after a failure.
    const Message &problem() const { return *m_problem; }
    std::size_t at() const { return m_at; }

    void fail(const Message &expected)
    {
        if (!failed())
            m_problem = Message::of("expected %1 at byte %2", expected, m_at + 8);
    }

    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }

    bool take(char wanted)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    void expect(char wanted)
    {
        if (!take(wanted))
            fail(std::string("'") + wanted + "'");
    }

    /// Calls `member` with each name; it must read the value.
    template<typename Member>
    void object(Member &&member)
    {
        expect('{');
        if (failed() || take('}'))
            return;
        do {
            const auto name = string();
            expect(':');
            if (failed())
                return;
            member(name);
        } while (!failed() && take(','));
        expect('}');
    }

    template<typename Element>
    void array(Element &&element)
    {
        expect('[');
        if (failed() || take(']'))
            return;
        do {
            element();
        } while (!failed() && take(','));
        expect(']');
    }

    std::string string()
    {
        std::string out;
        expect('"');
        while (!failed()) {
            if (m_at >= m_text.size()) {
                fail(Message::of("the end of a text"));
                break;
            }
            const char c = m_text[m_at++];
            if (c == '"')
                return out;
            if (static_cast<unsigned char>(c) < 0x20)
                fail(Message::of("no control character"));
            else if (c == '\\')
                escape(out);
            else
                out += c;
        }
        return out;
    }

    std::uint64_t number()
    {
        skipBlanks();
        const auto begin = m_at;
        std::uint64_t value = 0;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9') {
            const auto digit = static_cast<std::uint64_t>(m_text[m_at] - '0');
            if (value > (unlimited - digit) / 10) {
                fail(Message::of("a number below 2^64"));
                return 0;
            }
            value = value * 10 + digit;
            ++m_at;
        }
        const bool more = m_at < m_text.size() && (m_text[m_at] == '.' || m_text[m_at] == 'e' || m_text[m_at] == 'E');
        if (m_at == begin || more || (m_text[begin] == '0' && m_at - begin > 1))
            fail(Message::of("a whole number"));
        return value;
    }

    void skipValue(int depth = 0)
    {
        skipBlanks();
        if (depth > maxDepth || m_at >= m_text.size())
            return fail(Message::of("a value"));
        switch (m_text[m_at]) {
        case '{': return object([&](const std::string &) { skipValue(depth + 1); });
        case '[': return array([&] { skipValue(depth + 1); });
        case '"': static_cast<void>(string()); return;
        default: break;
        }
        const auto end = m_text.find_first_of(",}] \t\r\n", m_at);
        const auto word = m_text.substr(m_at, (end == std::string_view::npos ? m_text.size() : end) - m_at);
        const bool number = !word.empty() && word.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
        if (!number && word != "true" && word != "false" && word != "null")
            return fail(Message::of("a value"));
        m_at += word.size();
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    std::optional<std::uint32_t> hex4()
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
            const auto digit = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f'              ? c - 'a' + 10
                : c >= 'A' && c <= 'F'              ? c - 'A' + 10
                                                    : -1;
            if (digit < 0) {
                fail(Message::of("four hex digits"));
                return std::nullopt;
            }
            value = value * 16 + static_cast<std::uint32_t>(digit);
        }
        return value;
    }

    void escape(std::string &out)
    {
        const char c = m_at < m_text.size() ? m_text[m_at++] : '\0';
        switch (c) {
        case '"':
        case '\\':
        case '/': out += c; return;
        case 'b': out += '\b'; return;
        case 'f': out += '\f'; return;
        case 'n': out += '\n'; return;
        case 'r': out += '\r'; return;
        case 't': out += '\t'; return;
        case 'u': break;
        default: return fail(Message::of("an escape"));
        }
        auto code = hex4();
        if (code && *code >= 0xd800 && *code < 0xdc00 && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            const auto low = hex4();
            if (low && *low >= 0xdc00 && *low < 0xe000)
                code = 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00);
        }
        if (!code)
            return;
        if (*code >= 0xd800 && *code < 0xe000)
            return fail(Message::of("a pair of surrogates"));
        appendUtf8(out, *code);
    }

    static void appendUtf8(std::string &out, std::uint32_t code)
    {
        const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
        if (code < 0x80) {
            byte(code);
        } else if (code < 0x800) {
            byte(0xc0 | (code >> 6));
            byte(0x80 | (code & 0x3f));
        } else if (code < 0x10000) {
            byte(0xe0 | (code >> 12));
            byte(0x80 | ((code >> 6) & 0x3f));
            byte(0x80 | (code & 0x3f));
        } else {
            byte(0xf0 | (code >> 18));
            byte(0x80 | ((code >> 12) & 0x3f));
            byte(0x80 | ((code >> 6) & 0x3f));
            byte(0x80 | (code & 0x3f));
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<Message> m_problem;
};

class SafetensorsReader {
public:
    SafetensorsReader(WeightFacts &facts, std::uint64_t dataSize) : m_facts(facts), m_dataSize(dataSize) { }

    void read(std::string_view header)
    {
        HeaderScanner scanner(header);
        scanner.object([&](const std::string &name) {
            if (!m_names.insert(name).second)
                return scanner.fail(Message::of("a name that was not there before"));
            if (name == "__metadata__")
                readMetadata(scanner);
            else
                readTensor(scanner, name);
        });
        if (!scanner.failed() && !scanner.atEnd())
            scanner.fail(Message::of("the end of the header"));
        if (scanner.failed())
            return problem(scanner.problem());
        m_facts.hasTensors = true;
        checkRanges();
        m_sums.finish(m_facts);
    }

    void problem(Message message) { m_facts.findings.push_back({"MF001", Severity::Error, "", std::move(message)}); }

private:
    struct Range {
        std::uint64_t begin;
        std::uint64_t end;
    };

    void readMetadata(HeaderScanner &scanner)
    {
        scanner.object([&](const std::string &key) {
            auto value = scanner.string();
            if (!scanner.failed() && m_facts.metadata.size() < WeightFacts::maxMetadata)
                m_facts.metadata.emplace_back(bounded(key), bounded(value));
        });
    }

    void readTensor(HeaderScanner &scanner, const std::string &name)
    {
        TensorFact tensor;
        tensor.name = bounded(name);
        std::optional<std::uint64_t> elements = 1;
        std::vector<std::uint64_t> offsets;
        scanner.object([&](const std::string &member) {
            if (member == "dtype") {
                tensor.type = bounded(scanner.string());
            } else if (member == "shape") {
                scanner.array([&] {
                    const auto size = scanner.number();
                    elements = elements ? product(*elements, size) : std::nullopt;
                    if (tensor.shape.size() < maxShape)
                        tensor.shape.push_back(size);
                });
            } else if (member == "data_offsets") {
                scanner.array([&] {
                    offsets.push_back(scanner.number());
                    if (offsets.size() > 2)
                        scanner.fail(Message::of("two offsets"));
                });
            } else {
                scanner.skipValue();
            }
        });
        if (scanner.failed())
            return;
        if (tensor.type.empty() || offsets.size() != 2)
            return scanner.fail(Message::of("dtype, shape and data_offsets"));
        checkTensor(tensor, elements, {offsets[0], offsets[1]});
        const auto role = roleOf(tensor.name, tensor.type);
        m_sums.add(m_facts, std::move(tensor), elements.value_or(0), role);
    }

    /// One sentence for the first of many that are wrong.
    void checkTensor(const TensorFact &tensor, std::optional<std::uint64_t> elements, Range range)
    {
        m_ranges.push_back(range);
        const auto bits = safetensorsBits(tensor.type);
        if (!bits)
            return note(Message::of("the tensor has a type that this program does not know"), tensor.name);
        const auto size = elements ? product(*elements, *bits) : std::nullopt;
        if (!size)
            return note(Message::of("the tensor is larger than any file can be"), tensor.name);
        if (*size % 8 != 0)
            return note(Message::of("the tensor ends within a byte"), tensor.name);
        if (range.end < range.begin || range.end - range.begin != *size / 8)
            note(Message::of("the tensor has a range of bytes that is not the size of its shape"), tensor.name);
    }

    void note(const Message &message, const std::string &tensor)
    {
        if (m_facts.findings.empty())
            m_facts.findings.push_back({"MF001", Severity::Error, tensor, message});
    }

    /// No hole, no overlap, nothing after the last one: else the file may be something else as well.
    void checkRanges()
    {
        std::sort(m_ranges.begin(), m_ranges.end(),
                  [](Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
        std::uint64_t position = 0;
        for (const auto &range : m_ranges) {
            if (range.begin != position || range.end < range.begin)
                return note(Message::of("the tensor ranges leave a hole or overlap"), "");
            position = range.end;
        }
        if (position != m_dataSize && m_facts.findings.empty())
            problem(Message::of("the tensors take %1 bytes, the file holds %2", position, m_dataSize));
    }

    WeightFacts &m_facts;
    std::uint64_t m_dataSize;
    TypeSums m_sums;
    std::vector<Range> m_ranges;
    std::unordered_set<std::string> m_names;
};

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (auto i = bytes.size(); i-- > 0;)
        value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

Result<void> readSafetensors(const Content &content, std::uint64_t fileSize, std::string_view prefix,
                             const TaskContext &context, WeightFacts &facts)
{
    const auto length = littleEndian(prefix.substr(0, 8));
    if (fileSize < 8 || length > fileSize - 8) {
        SafetensorsReader(facts, 0).problem(Message::of("the header is longer than the file"));
        return {};
    }
    facts.headerSize = ByteCount(static_cast<std::int64_t>(8 + length));
    SafetensorsReader reader(facts, fileSize - 8 - length);
    if (length > maxSafetensorsHeader) {
        reader.problem(Message::of("the header has %1 bytes, more than any reader takes", length));
        return {};
    }
    ASSIGN_OR_RETURN(auto source, content.open(8_B, ByteCount(static_cast<std::int64_t>(length)), context));
    ASSIGN_OR_RETURN(const auto header, readAll(*source, ByteCount(static_cast<std::int64_t>(length))));
    facts.bytesRead = facts.headerSize;
    if (!isValidUtf8(header))
        reader.problem(Message::of("the header is not UTF-8"));
    else
        reader.read(header);
    return {};
}

// --- GGUF ------------------------------------------------------------------------------------------------------------

struct GgmlType {
    std::uint32_t id;
    std::string_view name;
    std::uint32_t block;
    std::uint32_t bytes;
};
constexpr std::array<GgmlType, 35> ggmlTypes{
    {{0, "F32", 1, 4},         {1, "F16", 1, 2},         {2, "Q4_0", 32, 18},      {3, "Q4_1", 32, 20},
     {6, "Q5_0", 32, 22},      {7, "Q5_1", 32, 24},      {8, "Q8_0", 32, 34},      {9, "Q8_1", 32, 36},
     {10, "Q2_K", 256, 84},    {11, "Q3_K", 256, 110},   {12, "Q4_K", 256, 144},   {13, "Q5_K", 256, 176},
     {14, "Q6_K", 256, 210},   {15, "Q8_K", 256, 292},   {16, "IQ2_XXS", 256, 66}, {17, "IQ2_XS", 256, 74},
     {18, "IQ3_XXS", 256, 98}, {19, "IQ1_S", 256, 50},   {20, "IQ4_NL", 32, 18},   {21, "IQ3_S", 256, 110},
     {22, "IQ2_S", 256, 82},   {23, "IQ4_XS", 256, 136}, {24, "I8", 1, 1},         {25, "I16", 1, 2},
     {26, "I32", 1, 4},        {27, "I64", 1, 8},        {28, "F64", 1, 8},        {29, "IQ1_M", 256, 56},
     {30, "BF16", 1, 2},       {34, "TQ1_0", 256, 54},   {35, "TQ2_0", 256, 66},   {39, "MXFP4", 32, 17},
     {40, "NVFP4", 64, 36},    {41, "Q1_0", 128, 18},    {42, "Q2_0", 64, 18}}};

/// general.file_type is numbered in another way than the types of tensors.
std::string_view ggufFileType(std::uint64_t number)
{
    static constexpr std::array<std::pair<std::uint64_t, std::string_view>, 36> names{
        {{0, "F32"},     {1, "F16"},     {2, "Q4_0"},       {3, "Q4_1"},    {7, "Q8_0"},     {8, "Q5_0"},
         {9, "Q5_1"},    {10, "Q2_K"},   {11, "Q3_K_S"},    {12, "Q3_K_M"}, {13, "Q3_K_L"},  {14, "Q4_K_S"},
         {15, "Q4_K_M"}, {16, "Q5_K_S"}, {17, "Q5_K_M"},    {18, "Q6_K"},   {19, "IQ2_XXS"}, {20, "IQ2_XS"},
         {21, "Q2_K_S"}, {22, "IQ3_XS"}, {23, "IQ3_XXS"},   {24, "IQ1_S"},  {25, "IQ4_NL"},  {26, "IQ3_S"},
         {27, "IQ3_M"},  {28, "IQ2_S"},  {29, "IQ2_M"},     {30, "IQ4_XS"}, {31, "IQ1_M"},   {32, "BF16"},
         {36, "TQ1_0"},  {37, "TQ2_0"},  {38, "MXFP4_MOE"}, {39, "NVFP4"},  {40, "Q1_0"},    {41, "Q2_0"}}};
    const auto *found = std::find_if(names.begin(), names.end(),
                                     [&](const auto &known) { return known.first == (number & ~std::uint64_t(1024)); });
    return found == names.end() ? std::string_view() : found->second;
}

/// Bytes from front to back with a position; the first thing that is wrong ends it all.
class GgufStream {
public:
    GgufStream(const Content &content, std::uint64_t size, const TaskContext &context)
        : m_content(content),
          m_size(size),
          m_context(context)
    {
    }

    bool ok() const { return !m_problem && !m_error; }
    const std::optional<Message> &problem() const { return m_problem; }
    const std::optional<Error> &error() const { return m_error; }
    std::uint64_t position() const { return m_position; }
    std::uint64_t bytesRead() const { return m_read; }
    std::uint64_t left() const { return m_size - m_position; }

    void fail(const Message &what)
    {
        if (ok())
            m_problem = Message::of("%1 at byte %2", what, m_position);
    }

    std::uint64_t number(std::size_t bytes)
    {
        std::array<char, 8> buffer{};
        read(std::span(buffer).first(bytes));
        return ok() ? littleEndian(std::string_view(buffer.data(), bytes)) : 0;
    }

    /// The text, of which at most maxValueBytes + 4 bytes are kept; the rest is passed over.
    std::string string(std::size_t keep = WeightFacts::maxValueBytes + 4)
    {
        const auto length = number(8);
        if (!ok())
            return {};
        if (length > left()) {
            fail(Message::of("a text is longer than the file"));
            return {};
        }
        std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(length, keep)), '\0');
        read(std::span(text.data(), text.size()));
        skip(length - text.size());
        return text;
    }

    void skip(std::uint64_t bytes)
    {
        if (!ok())
            return;
        if (bytes > left())
            return fail(Message::of("the file ends within its header"));
        const auto buffered = std::min<std::uint64_t>(bytes, m_end - m_begin);
        m_begin += static_cast<std::size_t>(buffered);
        if (bytes > buffered)
            m_source.reset(); // the next read opens where it goes on
        m_position += bytes;
    }

private:
    void read(std::span<char> out)
    {
        while (ok() && !out.empty()) {
            if (m_begin == m_end && !refill())
                return;
            const auto count = std::min(out.size(), m_end - m_begin);
            std::copy_n(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin), count, out.begin());
            m_begin += count;
            m_position += count;
            out = out.subspan(count);
        }
    }

    bool refill()
    {
        if (left() == 0) {
            fail(Message::of("the file ends within its header"));
            return false;
        }
        if (m_read > maxGgufRead) {
            fail(Message::of("the header is larger than this program reads"));
            return false;
        }
        if (auto checked = m_context.check(); !checked)
            m_error = std::move(checked).error();
        if (ok() && !m_source) {
            auto source = m_content.open(ByteCount(static_cast<std::int64_t>(m_position)), std::nullopt, m_context);
            if (source)
                m_source = std::move(*source);
            else
                m_error = std::move(source).error();
        }
        if (!ok())
            return false;
        const auto count = m_source->read(std::as_writable_bytes(std::span(m_buffer)));
        if (!count) {
            m_error = count.error();
            return false;
        }
        if (*count == 0)
            fail(Message::of("the file ends within its header"));
        m_begin = 0;
        m_end = *count;
        m_read += *count;
        return ok();
    }

    const Content &m_content;
    std::uint64_t m_size;
    const TaskContext &m_context;
    std::unique_ptr<ByteSource> m_source;
    std::array<char, 65536> m_buffer{};
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_position = 0;
    std::uint64_t m_read = 0;
    std::optional<Message> m_problem;
    std::optional<Error> m_error;
};

class GgufReader {
public:
    GgufReader(GgufStream &stream, WeightFacts &facts) : m_stream(stream), m_facts(facts) { }

    void read()
    {
        m_stream.skip(4);
        const auto version = m_stream.number(4);
        if ((version & 0xffff) == 0)
            return m_stream.fail(Message::of("written for a big-endian machine:"));
        m_facts.version = static_cast<std::uint32_t>(version);
        if (version != 2 && version != 3)
            return m_stream.fail(Message::of("version %1, of which this program knows no layout:", version));
        const auto tensors = m_stream.number(8);
        const auto pairs = m_stream.number(8);
        // The smallest records: a name, dimensions, type and offset; a key, a type and one byte.
        if (tensors > std::min(maxGgufCount, m_stream.left() / 24)
            || pairs > std::min(maxGgufCount, m_stream.left() / 13))
            return m_stream.fail(Message::of("more records than the file has room for:"));
        for (std::uint64_t i = 0; i < pairs && m_stream.ok(); ++i)
            readPair();
        for (std::uint64_t i = 0; i < tensors && m_stream.ok(); ++i)
            readTensor();
        if (!m_stream.ok())
            return;
        const auto padding = (m_alignment - m_stream.position() % m_alignment) % m_alignment;
        m_facts.headerSize = ByteCount(static_cast<std::int64_t>(m_stream.position() + padding));
        m_facts.hasTensors = true;
        if (m_checkOffsets && tensors > 0 && (m_dataEnd > m_stream.left() || padding > m_stream.left() - m_dataEnd))
            m_stream.fail(Message::of("the data of the tensors is cut off: the header ends"));
    }

    void finish()
    {
        m_sums.finish(m_facts);
        if (m_facts.quantization.empty() && !m_facts.types.empty())
            m_facts.quantization = m_facts.types.front().type;
    }

private:
    static std::uint64_t sizeOf(std::uint64_t type)
    {
        static constexpr std::array<std::uint64_t, 13> sizes{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
        return type < sizes.size() ? sizes[type] : 0;
    }

    void readPair()
    {
        const auto key = m_stream.string(65536);
        const auto type = m_stream.number(4);
        if (!m_stream.ok())
            return;
        if (key.empty() || key.size() > 65535 || !m_keys.insert(key).second)
            return m_stream.fail(Message::of("a key that is empty, too long or there already:"));
        auto value = readValue(key, type);
        if (m_stream.ok() && m_facts.metadata.size() < WeightFacts::maxMetadata)
            m_facts.metadata.emplace_back(bounded(key), std::move(value));
    }

    std::string readValue(const std::string &key, std::uint64_t type)
    {
        if (type == 8) {
            auto text = m_stream.string();
            if (!isValidUtf8(text))
                text = escapeForDisplay(text);
            text = bounded(text);
            if (key == "general.architecture")
                m_facts.architecture = text;
            return text;
        }
        if (type == 9)
            return readArray();
        if (sizeOf(type) == 0) {
            m_stream.fail(Message::of("a value of unknown type"));
            return {};
        }
        const auto raw = m_stream.number(static_cast<std::size_t>(sizeOf(type)));
        if (key == "general.file_type")
            m_facts.quantization = ggufFileType(raw);
        if (key == "general.alignment")
            setAlignment(type, raw);
        return numberText(type, raw);
    }

    void setAlignment(std::uint64_t type, std::uint64_t raw)
    {
        if (type != 4 || raw == 0 || (raw & (raw - 1)) != 0)
            return m_stream.fail(Message::of("an alignment that is no power of two:"));
        m_alignment = raw;
    }

    static std::string numberText(std::uint64_t type, std::uint64_t raw)
    {
        switch (type) {
        case 1: return cat(static_cast<int>(static_cast<std::int8_t>(raw)));
        case 3: return cat(static_cast<std::int16_t>(raw));
        case 5: return cat(static_cast<std::int32_t>(raw));
        case 11: return cat(static_cast<std::int64_t>(raw));
        case 6: return dumpJson(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw))));
        case 12: return dumpJson(std::bit_cast<double>(raw));
        case 7: return raw != 0 ? "true" : "false";
        default: return cat(raw);
        }
    }

    /// Tokenizers have a hundred thousand texts: passed over, only their number is told.
    std::string readArray()
    {
        const auto type = m_stream.number(4);
        const auto count = m_stream.number(8);
        if (!m_stream.ok())
            return {};
        if (type == 8) {
            if (count > m_stream.left() / 8) {
                m_stream.fail(Message::of("an array longer than the file"));
                return {};
            }
            for (std::uint64_t i = 0; i < count && m_stream.ok(); ++i)
                static_cast<void>(m_stream.string(0));
            return cat("[", count, " texts]");
        }
        const auto size = product(count, sizeOf(type));
        if (sizeOf(type) == 0 || !size || *size > m_stream.left())
            m_stream.fail(Message::of("an array of unknown type or longer than the file"));
        else
            m_stream.skip(*size);
        return cat("[", count, " numbers]");
    }

    void readTensor()
    {
        TensorFact tensor;
        const auto name = m_stream.string(65);
        const auto dimensions = m_stream.number(4);
        if (!m_stream.ok())
            return;
        if (name.size() >= 64 || !m_names.insert(name).second || dimensions > 4)
            return m_stream.fail(
                Message::of("a tensor whose name is too long or there already, or with more than 4 dimensions:"));
        tensor.name = isValidUtf8(name) ? name : escapeForDisplay(name);
        std::optional<std::uint64_t> elements = 1;
        for (std::uint64_t i = 0; i < dimensions; ++i) {
            tensor.shape.push_back(m_stream.number(8));
            elements = elements ? product(*elements, tensor.shape.back()) : std::nullopt;
        }
        const auto type = m_stream.number(4);
        const auto offset = m_stream.number(8);
        if (!m_stream.ok())
            return;
        if (!elements || *elements >= unlimited / 2)
            return m_stream.fail(Message::of("a tensor larger than any file:"));
        checkTensor(tensor, type, offset, *elements);
        if (m_stream.ok())
            m_sums.add(m_facts, std::move(tensor), *elements);
    }

    void checkTensor(TensorFact &tensor, std::uint64_t type, std::uint64_t offset, std::uint64_t elements)
    {
        const auto *known = std::find_if(ggmlTypes.begin(), ggmlTypes.end(),
                                         [&](const GgmlType &candidate) { return candidate.id == type; });
        if (known == ggmlTypes.end()) {
            // Removed numbers never come back; higher ones are newer than this program.
            if (type <= 42)
                return m_stream.fail(Message::of("a tensor of a type that does not exist any more:"));
            tensor.type = cat("type ", type);
            m_checkOffsets = false;
            return;
        }
        tensor.type = std::string(known->name);
        if (!m_checkOffsets)
            return;
        const auto first = tensor.shape.empty() ? 1 : tensor.shape.front();
        if (first % known->block != 0)
            return m_stream.fail(Message::of("a tensor whose rows are no whole blocks:"));
        const auto bytes = product(elements / known->block, known->bytes);
        if (!bytes || offset != m_nextOffset)
            return m_stream.fail(Message::of("a tensor that does not begin where the one before ends:"));
        m_dataEnd = saturatingSum(offset, *bytes);
        m_nextOffset =
            m_dataEnd > unlimited - m_alignment ? unlimited : (m_dataEnd + m_alignment - 1) / m_alignment * m_alignment;
    }

    GgufStream &m_stream;
    WeightFacts &m_facts;
    TypeSums m_sums;
    std::unordered_set<std::string> m_keys;
    std::unordered_set<std::string> m_names;
    std::uint64_t m_alignment = 32;
    std::uint64_t m_nextOffset = 0;
    std::uint64_t m_dataEnd = 0;
    bool m_checkOffsets = true;
};

Result<void> readGguf(const Content &content, std::uint64_t fileSize, const TaskContext &context, WeightFacts &facts)
{
    const auto stream =
        std::make_unique<GgufStream>(content, fileSize, context); // 64 KiB of buffer: not on a worker's stack
    GgufReader reader(*stream, facts);
    reader.read();
    if (stream->error())
        return *stream->error();
    facts.bytesRead = ByteCount(static_cast<std::int64_t>(stream->bytesRead()));
    if (stream->problem())
        facts.findings.push_back({"MF002", Severity::Error, "", *stream->problem()});
    reader.finish();
    return {};
}

} // namespace

std::string_view precisionOfType(std::string_view tensorType)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> words{{{"BOOL", "bool"},
                                                                                          {"U8", "uint8"},
                                                                                          {"I8", "int8"},
                                                                                          {"F8_E5M2", "float8_e5m2"},
                                                                                          {"F8_E4M3", "float8_e4m3"},
                                                                                          {"I16", "int16"},
                                                                                          {"U16", "uint16"},
                                                                                          {"F16", "float16"},
                                                                                          {"BF16", "bfloat16"},
                                                                                          {"I32", "int32"},
                                                                                          {"U32", "uint32"},
                                                                                          {"F32", "float32"},
                                                                                          {"C64", "complex64"},
                                                                                          {"F64", "float64"},
                                                                                          {"I64", "int64"},
                                                                                          {"U64", "uint64"}}};
    const auto *found =
        std::find_if(words.begin(), words.end(), [&](const auto &word) { return word.first == tensorType; });
    return found == words.end() ? tensorType : found->second;
}

Result<WeightFacts> readWeightFacts(const Content &content, const TaskContext &context)
{
    WeightFacts facts;
    ASSIGN_OR_RETURN(const auto prefix, readPrefix(content, prefixSize, context));
    const auto size = content.size();
    if (!size)
        return facts;
    facts.format = detectFormat(prefix, size->asUnsigned());
    if (facts.format == FileFormat::Safetensors)
        RETURN_IF_ERROR(readSafetensors(content, size->asUnsigned(), prefix, context, facts));
    else if (facts.format == FileFormat::Gguf)
        RETURN_IF_ERROR(readGguf(content, size->asUnsigned(), context, facts));
    return facts;
}

} // namespace modelcrate
