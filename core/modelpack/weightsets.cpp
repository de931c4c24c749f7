// SPDX-License-Identifier: Apache-2.0
#include "modelpack/weightsets.h"

#include "base/parallel.h"
#include "base/text.h"
#include "formats/weightfacts.h"
#include "modelpack/modelconfig.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace modelcrate {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::uint64_t sum(std::uint64_t a, std::uint64_t b)
{
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    return b > most - a ? most : a + b;
}

std::uint64_t times(std::uint64_t a, std::uint64_t b)
{
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    return a != 0 && b > most / a ? most : a * b;
}

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view baseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

struct ShardName {
    std::string set; ///< the path without the numbers
    std::uint64_t number = 0;
    std::uint64_t count = 0; ///< 0: not a shard
};

/// "a/model-00001-of-00004.fp16.safetensors": number 1 of 4.
ShardName shardName(const std::string &path)
{
    const auto middle = path.rfind("-of-");
    if (middle == std::string::npos || middle < path.size() - baseName(path).size())
        return {path};
    auto begin = middle;
    while (begin > 0 && isDigit(path[begin - 1]))
        --begin;
    auto end = middle + 4;
    while (end < path.size() && isDigit(path[end]))
        ++end;
    const auto number = parseDecimal(std::string_view(path).substr(begin, middle - begin));
    const auto count = parseDecimal(std::string_view(path).substr(middle + 4, end - middle - 4));
    if (!number || !count || *count == 0 || begin == 0 || path[begin - 1] != '-')
        return {path};
    return {cat(path.substr(0, begin), "of-", *count, path.substr(end)), *number, *count};
}

/// By name: it belongs to a model, and is none.
bool isSideFile(std::string_view path)
{
    const auto name = toLowerAscii(baseName(path));
    std::string_view rest = name;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("-_. "), rest.size());
        const auto word = rest.substr(0, end);
        if (word == "mmproj" || word == "adapter" || word == "lora" || word == "imatrix")
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

struct WeightSet {
    std::vector<const WeightFile *> files; ///< in the order of paths
    std::set<std::uint64_t> numbers;
    std::uint64_t shards = 0; ///< that there should be; 0 for a single file
    std::int64_t bytes = 0;
    bool isSide = false;

    const std::string &path() const { return files.front()->path; }
    /// Every number once, whether they count from 0 or from 1.
    bool isWhole() const
    {
        return shards == 0
            || (files.size() == shards && numbers.size() == shards
                && *numbers.rbegin() - *numbers.begin() == shards - 1);
    }
    std::ptrdiff_t depth() const { return std::count(path().begin(), path().end(), '/'); }
};

/// The largest first.
bool comesBefore(const WeightSet &a, const WeightSet &b)
{
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path() < b.path();
}

std::vector<WeightSet> setsOf(const std::vector<WeightFile> &files)
{
    std::map<std::string, WeightSet> sets;
    for (const auto &file : files) {
        if (headerFormat(file).empty())
            continue;
        auto name = shardName(file.path);
        auto &set = sets[std::move(name.set)];
        set.files.push_back(&file);
        set.shards = name.count;
        set.numbers.insert(name.number);
        set.bytes += file.identity.size.value();
        set.isSide = isSideFile(file.path);
    }
    std::vector<WeightSet> out;
    out.reserve(sets.size());
    for (auto &[name, set] : sets) {
        std::sort(set.files.begin(), set.files.end(),
                  [](const WeightFile *a, const WeightFile *b) { return a->path < b->path; });
        out.push_back(std::move(set));
    }
    return out;
}

/// What belongs to a model goes, unless there is nothing else.
template<typename Item, typename IsSide>
void dropSideFiles(std::vector<Item> &items, const IsSide &isSide)
{
    if (!std::all_of(items.begin(), items.end(), isSide))
        items.erase(std::remove_if(items.begin(), items.end(), isSide), items.end());
}

/// Those that lie highest.
std::vector<WeightSet> topSets(std::vector<WeightSet> sets)
{
    if (sets.empty())
        return sets;
    const auto top = std::min_element(sets.begin(), sets.end(), [](const WeightSet &a, const WeightSet &b) {
                         return a.depth() < b.depth();
                     })->depth();
    sets.erase(std::remove_if(sets.begin(), sets.end(), [top](const WeightSet &set) { return set.depth() != top; }),
               sets.end());
    std::sort(sets.begin(), sets.end(), comesBefore);
    if (sets.size() > weightlimits::maxSets)
        sets.resize(weightlimits::maxSets);
    return sets;
}

/// The largest of each folder of a pipeline.
std::vector<WeightSet> pipelineParts(std::vector<WeightSet> sets)
{
    std::sort(sets.begin(), sets.end(), comesBefore);
    std::map<std::string_view, WeightSet> parts;
    for (auto &set : sets) {
        if (set.depth() == 1)
            parts.emplace(folderOf(set.path()), std::move(set));
    }
    std::vector<WeightSet> out;
    for (auto &[folder, set] : parts)
        out.push_back(std::move(set));
    return out;
}

/// What is kept of one file's header.
struct FileSummary {
    bool isRead = false;
    std::string_view format;
    std::uint64_t plain = 0;
    std::uint64_t packedWords = 0;
    std::uint64_t packedBytes = 0;
    std::map<std::string, std::uint64_t> types; ///< plain weights of each
    std::string family;
    std::string quantization;
    std::string sizeLabel;
    bool isSide = false;
    std::int64_t bytesRead = 0;
    std::optional<Finding> finding;
};

FileSummary summaryOf(const WeightFile &file, const WeightFacts &facts)
{
    FileSummary out;
    out.bytesRead = facts.bytesRead.value();
    if (!facts.findings.empty()) {
        const auto &broken = facts.findings.front();
        out.finding = Finding{"META005", Severity::Warning, file.path,
                              Message::of("nothing is taken from its header, which is broken: %1", broken.message)};
        return out;
    }
    if (!facts.hasTensors)
        return out;
    out.isRead = true;
    out.format = facts.format == FileFormat::Gguf ? "gguf" : "safetensors";
    out.packedWords = facts.packedWords;
    out.packedBytes = facts.packedBytes;
    for (const auto &type : facts.types) {
        out.plain = sum(out.plain, type.plain);
        out.types[type.type] = type.plain;
    }
    out.family = facts.architecture;
    out.quantization = facts.quantization;
    for (const auto &[key, value] : facts.metadata) {
        if (key == "general.size_label")
            out.sizeLabel = value;
        else if (key == "general.type")
            out.isSide = value != "model";
    }
    return out;
}

/// Reads headers in groups: within one several at a time, and what they took decides before the next.
class HeaderReader {
public:
    HeaderReader(const std::filesystem::path &root, const TaskContext &context) : m_root(root), m_context(context) { }

    /// Nothing when the set is left alone, being more than is read.
    Result<std::optional<std::vector<FileSummary>>> read(const WeightSet &set)
    {
        if (m_files + set.files.size() > weightlimits::maxFiles)
            return std::optional<std::vector<FileSummary>>();
        m_files += set.files.size();
        std::vector<FileSummary> out(set.files.size());
        constexpr std::size_t group = 8;
        for (std::size_t begin = 0; begin < out.size(); begin += group) {
            if (m_bytes > weightlimits::maxHeaderBytes)
                return std::optional<std::vector<FileSummary>>();
            const auto count = std::min(group, out.size() - begin);
            RETURN_IF_ERROR(readGroup(set, begin, count, out));
        }
        return std::optional(std::move(out));
    }

private:
    Result<void> readGroup(const WeightSet &set, std::size_t begin, std::size_t count, std::vector<FileSummary> &out)
    {
        constexpr std::size_t threads = 4;
        RETURN_IF_ERROR(parallelFor(count, threads, m_context, [&](std::size_t at, const TaskContext &inner) {
            return readFile(*set.files[begin + at], out[begin + at], inner);
        }));
        for (std::size_t at = begin; at < begin + count; ++at)
            m_bytes += out[at].bytesRead;
        return {};
    }

    Result<void> readFile(const WeightFile &file, FileSummary &out, const TaskContext &context) const
    {
        RETURN_IF_ERROR(context.check());
        const auto facts = readWeightFacts(*makeFileContent(m_root / file.path, file.identity), context);
        if (facts)
            out = summaryOf(file, *facts);
        else if (facts.error().isStop())
            return facts.error();
        else
            out.finding =
                Finding{"META001", Severity::Note, file.path, Message::of("not read: %1", facts.error().wording())};
        return {};
    }

    const std::filesystem::path &m_root;
    const TaskContext &m_context;
    std::size_t m_files = 0;
    std::int64_t m_bytes = 0;
};

/// What several headers come to.
class Totals {
public:
    void add(const WeightSet &set, const std::vector<FileSummary> &files)
    {
        m_isWhole = m_isWhole && set.isWhole();
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (files[i].isRead)
                add(set.files[i]->path, files[i]);
            else
                m_isWhole = false;
        }
    }

    bool isEmpty() const { return m_files == 0; }
    bool isSide() const { return m_isSide; }

    WeightSummary summary(const WeightReading &reading) const
    {
        WeightSummary out;
        out.format = m_first.format;
        out.family = m_first.family;
        out.sizeLabel = m_first.sizeLabel;
        out.source = m_files == 1 ? m_firstPath : cat(m_firstPath, " (+", m_files - 1, ")");
        out.isEstimated = m_packedWords > 0 || m_packedBytes > 0;
        if (m_isWhole) {
            const auto bits = std::clamp(reading.packedBits, 1U, 32U);
            out.parameters = sum(m_plain, sum(times(m_packedWords, 32) / bits, times(m_packedBytes, 2)));
        }
        if (out.format == "gguf")
            describeGguf(out);
        else
            out.precision = precision();
        return out;
    }

private:
    void add(const std::string &path, const FileSummary &file)
    {
        if (m_files++ == 0) {
            m_first = file;
            m_firstPath = path;
        }
        m_isSide = m_isSide || file.isSide;
        m_plain = sum(m_plain, file.plain);
        m_packedWords = sum(m_packedWords, file.packedWords);
        m_packedBytes = sum(m_packedBytes, file.packedBytes);
        for (const auto &[type, plain] : file.types)
            m_types[type] = sum(m_types[type], plain);
    }

    /// Types with more than a hundredth of the weights, most first: the rest are norms and buffers.
    std::string precision() const
    {
        std::vector<std::pair<std::string, std::uint64_t>> types;
        for (const auto &[type, plain] : m_types) {
            const auto word = precisionOfType(type);
            if (plain > m_plain / 100 && isKnownPrecision(word))
                types.emplace_back(word, plain);
        }
        std::stable_sort(types.begin(), types.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        std::vector<std::string> words;
        for (auto &[word, plain] : types)
            words.push_back(std::move(word));
        return join(words, ",");
    }

    /// Blocks of quantized weights are no precision that config.md has a name for.
    void describeGguf(WeightSummary &out) const
    {
        const auto &name = m_first.quantization;
        if (name == "F32" || name == "F16" || name == "BF16")
            out.precision = precisionOfType(name);
        else if (name.find(' ') == std::string::npos) // "type 77" is a number that has no name yet
            out.quantization = name;
        const auto has = [&](std::string_view part) { return out.family.find(part) != std::string::npos; };
        static constexpr std::array<std::string_view, 9> neither{
            "mamba", "jamba", "falcon-h1", "nemotron_h", "hybrid", "plamo2", "lfm2", "wavtokenizer", "kimi-linear"};
        if (has("rwkv"))
            out.architecture = "rnn";
        else if (!out.family.empty() && std::none_of(neither.begin(), neither.end(), has))
            out.architecture = "transformer";
    }

    FileSummary m_first;
    std::string m_firstPath;
    std::size_t m_files = 0;
    bool m_isWhole = true;
    bool m_isSide = false;
    std::uint64_t m_plain = 0;
    std::uint64_t m_packedWords = 0;
    std::uint64_t m_packedBytes = 0;
    std::map<std::string, std::uint64_t> m_types;
};

void tellFindings(std::vector<FileSummary> &files, Findings &findings)
{
    for (auto &file : files) {
        if (file.finding)
            findings.push_back(std::move(*file.finding));
    }
}

Finding notLookedInto(const WeightSet &set)
{
    return {"META006", Severity::Note, set.path(),
            Message::of("the headers of %1 weight files were not read: there are more than this program reads",
                        set.files.size())};
}

} // namespace

std::string_view headerFormat(const WeightFile &file)
{
    if (file.format == FileFormat::Safetensors)
        return "safetensors";
    if (file.format == FileFormat::Gguf)
        return "gguf";
    if (file.format != FileFormat::Unknown)
        return {};
    const auto path = toLowerAscii(file.path);
    return path.ends_with(".safetensors") ? "safetensors" : path.ends_with(".gguf") ? "gguf" : "";
}

Result<WeightEvidence> readWeightSets(const std::filesystem::path &root, const std::vector<WeightFile> &files,
                                      const WeightReading &reading, const TaskContext &context)
{
    auto all = setsOf(files);
    dropSideFiles(all, [](const WeightSet &set) { return set.isSide; });
    const bool hasTop = std::any_of(all.begin(), all.end(), [](const WeightSet &set) { return set.depth() == 0; });
    const bool isPipeline = reading.hasModelIndex && !hasTop;
    const auto sets = isPipeline ? pipelineParts(std::move(all)) : topSets(std::move(all));

    WeightEvidence out;
    HeaderReader headers(root, context);
    std::vector<Totals> totals(isPipeline ? 1 : 0);
    bool isComplete = true;
    for (const auto &set : sets) {
        ASSIGN_OR_RETURN(auto summaries, headers.read(set));
        if (!summaries) {
            out.findings.push_back(notLookedInto(set));
            isComplete = false;
            continue;
        }
        if (!isPipeline)
            totals.emplace_back();
        totals.back().add(set, *summaries);
        tellFindings(*summaries, out.findings);
    }
    totals.erase(std::remove_if(totals.begin(), totals.end(), [](const Totals &one) { return one.isEmpty(); }),
                 totals.end());
    dropSideFiles(totals, [](const Totals &one) { return one.isSide(); });
    for (const auto &one : totals) {
        out.sets.push_back(one.summary(reading));
        if (isPipeline && !isComplete)
            out.sets.back().parameters = 0;
    }
    return out;
}

bool NamedSize::agreesWith(std::uint64_t counted) const
{
    return (counted > parameters ? counted - parameters : parameters - counted) < step;
}

namespace {

/// "7B", "1.5b", "135M": the whole word, at most two digits after the point.
NamedSize sizeOfWord(std::string_view word, char unit)
{
    if (word.empty() || toLowerAscii(word.substr(word.size() - 1)) != std::string_view(&unit, 1))
        return {};
    word.remove_suffix(1);
    const auto point = word.find('.');
    const auto whole = parseDecimal(word.substr(0, point));
    const auto digits = point == std::string_view::npos ? std::string_view() : word.substr(point + 1);
    const auto fraction = digits.empty() ? std::optional<std::uint64_t>(0) : parseDecimal(digits);
    const bool isPlain = point == std::string_view::npos || (!digits.empty() && digits.size() <= 2);
    if (!whole || !fraction || !isPlain || *whole > 9999)
        return {};
    NamedSize size;
    size.step = unit == 'b' ? 1'000'000'000 : 1'000'000;
    size.parameters = *whole * size.step;
    for (std::size_t i = 0; i < digits.size(); ++i)
        size.step /= 10;
    size.parameters += *fraction * size.step;
    return size;
}

} // namespace

NamedSize sizeInName(std::string_view name)
{
    for (const char unit : {'b', 'm'}) {
        std::size_t begin = 0;
        while (begin < name.size()) {
            const auto end = std::min(name.find_first_of("-_ :()", begin), name.size());
            if (const auto size = sizeOfWord(name.substr(begin, end - begin), unit); size.parameters > 0)
                return size;
            begin = end + 1;
        }
    }
    return {};
}

} // namespace modelcrate
