// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filefilter.h"

#include "base/text.h"
#include "modelpack/glob.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

namespace modelcrate {

namespace {

std::string foldedAscii(std::string_view text)
{
    std::string out(text);
    for (auto &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool containsFolded(std::string_view text, std::string_view folded)
{
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
    return std::search(text.begin(), text.end(), folded.begin(), folded.end(), same) != text.end();
}

bool isGlob(std::string_view word) { return word.find_first_of("*?") != std::string_view::npos; }

/// A glob without a slash is one for the name.
bool pathMatches(std::string_view word, std::string_view path)
{
    if (!isGlob(word))
        return containsFolded(path, word);
    const auto name = path.substr(path.rfind('/') + 1);
    return globMatches(word, foldedAscii(word.find('/') == std::string_view::npos ? name : path));
}

std::string_view extensionOf(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

std::string_view stateWord(FileState state)
{
    switch (state) {
    case FileState::Gone: return "gone";
    case FileState::Changed: return "changed";
    case FileState::NeedsALook: return "look";
    case FileState::Waiting: return "waiting";
    case FileState::Ready: return "ready";
    case FileState::LeftOut: return "out";
    }
    return "ready";
}

bool isOf(std::string_view word, const FileItem &item)
{
    if (word == "guess")
        return item.needsALook;
    if (word == "pickle")
        return item.cautious;
    if (word == "new")
        return item.digest == FileItem::Digest::Known && item.where < FileItem::Where::Store;
    return item.included;
}

/// "1.5G", ">=10Ki"
std::optional<double> parseSize(const QString &text)
{
    static const struct {
        const char *suffix;
        double factor;
    } units[] = {{"kib", 1024.0},
                 {"mib", 1048576.0},
                 {"gib", 1073741824.0},
                 {"tib", 1099511627776.0},
                 {"ki", 1024.0},
                 {"mi", 1048576.0},
                 {"gi", 1073741824.0},
                 {"ti", 1099511627776.0},
                 {"kb", 1e3},
                 {"mb", 1e6},
                 {"gb", 1e9},
                 {"tb", 1e12},
                 {"k", 1e3},
                 {"m", 1e6},
                 {"g", 1e9},
                 {"t", 1e12},
                 {"b", 1.0}};
    auto number = text.toLower();
    double factor = 1;
    for (const auto &unit : units) {
        if (number.endsWith(QLatin1String(unit.suffix))) {
            number.chop(static_cast<qsizetype>(qstrlen(unit.suffix)));
            factor = unit.factor;
            break;
        }
    }
    bool ok = false;
    const auto value = number.toDouble(&ok);
    const auto bytes = value * factor;
    if (!ok || !std::isfinite(bytes) || bytes < 0 || bytes > 9e18)
        return std::nullopt;
    return bytes;
}

struct Key {
    const char *name;
    const char *values; ///< null: any text
};
constexpr Key keys[] = {{"path", nullptr},
                        {"layer", "config weight code doc dataset"},
                        {"size", nullptr},
                        {"ext", nullptr},
                        {"state", "ready waiting look changed gone out"},
                        {"packaging", "raw tar tar+gzip tar+zstd bundle"},
                        {"is", "guess pickle new included"}};

} // namespace

class FileFilterParser {
public:
    explicit FileFilterParser(const QString &text) : m_text(text) { }

    std::variant<FileFilter, FileFilter::Problem> parse()
    {
        FileFilter filter;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            FileFilter::Term term;
            if (auto problem = readToken(term))
                return *problem;
            filter.m_terms.push_back(std::move(term));
        }
        return filter;
    }

private:
    using Reason = FileFilter::Problem::Reason;
    using Field = FileFilter::Term::Field;

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    FileFilter::Problem problem(Reason reason, const QString &expected = {}) const
    {
        return {reason, m_begin, m_at - m_begin, m_text.mid(m_begin, m_at - m_begin), expected};
    }

    /// Text up to a blank outside of quotes, without the quotes.
    std::optional<QString> readWord()
    {
        QString word;
        bool quoted = false;
        for (; m_at < m_text.size() && (quoted || !m_text[m_at].isSpace()); ++m_at) {
            if (m_text[m_at] == QLatin1Char('"'))
                quoted = !quoted;
            else
                word.append(m_text[m_at]);
        }
        if (quoted)
            return std::nullopt;
        return word;
    }

    std::optional<FileFilter::Problem> readToken(FileFilter::Term &term)
    {
        m_begin = m_at;
        if (m_text[m_at] == QLatin1Char('-') && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            term.negated = true;
            ++m_at;
        }
        const bool startsQuoted = m_text[m_at] == QLatin1Char('"');
        const auto word = readWord();
        if (!word)
            return problem(Reason::OpenQuote);
        const auto colon = word->indexOf(QLatin1Char(':'));
        if (startsQuoted || colon < 0) {
            term.words = {foldedAscii(toUtf8(*word))};
            return word->isEmpty() ? std::optional(problem(Reason::NoValue)) : std::nullopt;
        }
        return readPair(term, word->left(colon).toLower(), word->mid(colon + 1));
    }

    std::optional<FileFilter::Problem> readPair(FileFilter::Term &term, const QString &name, const QString &value)
    {
        const auto *key = std::find_if(std::begin(keys), std::end(keys),
                                       [&](const Key &known) { return name == QLatin1String(known.name); });
        if (key == std::end(keys))
            return problem(Reason::UnknownKey, QStringLiteral("layer: size: ext: state: packaging: is: path:"));
        term.field = static_cast<Field>(key - std::begin(keys));
        if (value.isEmpty())
            return problem(Reason::NoValue);
        if (term.field == Field::Size)
            return readSize(term, value);
        if (term.field == Field::Path) {
            term.words = {foldedAscii(toUtf8(value))};
            return std::nullopt;
        }
        const auto known = key->values ? QString::fromLatin1(key->values).split(QLatin1Char(' ')) : QStringList();
        for (auto word : value.toLower().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            if (term.field == Field::Extension && word.startsWith(QLatin1Char('.')))
                word.remove(0, 1);
            if (key->values && !known.contains(word))
                return problem(Reason::UnknownValue, known.join(QStringLiteral(", ")));
            term.words.push_back(foldedAscii(toUtf8(word)));
        }
        return term.words.empty() ? std::optional(problem(Reason::NoValue)) : std::nullopt;
    }

    std::optional<FileFilter::Problem> readSize(FileFilter::Term &term, const QString &value)
    {
        using Comparison = FileFilter::Comparison;
        static const std::pair<const char *, Comparison> signs[] = {{">=", Comparison::GreaterOrEqual},
                                                                    {"<=", Comparison::LessOrEqual},
                                                                    {">", Comparison::Greater},
                                                                    {"<", Comparison::Less},
                                                                    {"=", Comparison::Equal}};
        auto number = value;
        for (const auto &[sign, comparison] : signs) {
            if (value.startsWith(QLatin1String(sign))) {
                number.remove(0, static_cast<qsizetype>(qstrlen(sign)));
                term.comparison = comparison;
                break;
            }
        }
        const auto size = parseSize(number);
        if (!size)
            return problem(Reason::BadSize);
        term.size = ByteCount(static_cast<std::int64_t>(*size));
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
};

std::variant<FileFilter, FileFilter::Problem> FileFilter::parse(const QString &text)
{
    return FileFilterParser(text).parse();
}

bool FileFilter::holds(const Term &term, std::string_view path, const FileItem *item)
{
    const auto any = [&](auto &&fits) { return std::any_of(term.words.begin(), term.words.end(), fits); };
    switch (term.field) {
    case Term::Field::Path: return any([&](const std::string &word) { return pathMatches(word, path); });
    case Term::Field::Extension: {
        const auto extension = foldedAscii(extensionOf(path));
        return any([&](const std::string &word) { return word == extension; });
    }
    case Term::Field::Layer: return item && any([&](const std::string &word) { return word == toString(item->kind); });
    case Term::Field::State: {
        const auto state = stateWord(item ? stateOf(*item) : FileState::LeftOut);
        return any([&](const std::string &word) { return word == state; });
    }
    case Term::Field::Packaging:
        return item && any([&](const std::string &word) {
                   return word == "bundle" ? item->bundled : word == toString(item->encoding);
               });
    case Term::Field::Is: return item && any([&](const std::string &word) { return isOf(word, *item); });
    case Term::Field::Size: break;
    }
    if (!item)
        return false;
    switch (term.comparison) {
    case Comparison::Less: return item->size < term.size;
    case Comparison::LessOrEqual: return item->size <= term.size;
    case Comparison::Equal: return item->size == term.size;
    case Comparison::GreaterOrEqual: return item->size >= term.size;
    case Comparison::Greater: return item->size > term.size;
    }
    return false;
}

bool FileFilter::matches(std::string_view path, const FileItem &item) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return holds(term, path, &item) != term.negated; });
}

bool FileFilter::matchesLeftOut(std::string_view path) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return holds(term, path, nullptr) != term.negated; });
}

QString problemText(const FileFilter::Problem &problem)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("modelcrate::FileFilter", source); };
    switch (problem.reason) {
    case FileFilter::Problem::Reason::UnknownKey:
        return text(QT_TRANSLATE_NOOP("modelcrate::FileFilter", "“%1” is not understood here: %2"))
            .arg(problem.token, problem.expected);
    case FileFilter::Problem::Reason::UnknownValue:
        return text(QT_TRANSLATE_NOOP("modelcrate::FileFilter", "“%1” names none of: %2"))
            .arg(problem.token, problem.expected);
    case FileFilter::Problem::Reason::BadSize:
        return text(QT_TRANSLATE_NOOP("modelcrate::FileFilter", "“%1” holds no size such as >1G or <=500k"))
            .arg(problem.token);
    case FileFilter::Problem::Reason::NoValue:
        return text(QT_TRANSLATE_NOOP("modelcrate::FileFilter", "“%1” needs something after it")).arg(problem.token);
    case FileFilter::Problem::Reason::OpenQuote:
        return text(QT_TRANSLATE_NOOP("modelcrate::FileFilter", "%1: the quotation mark is not closed"))
            .arg(problem.token);
    }
    return {};
}

} // namespace modelcrate
