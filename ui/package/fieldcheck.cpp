// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fieldcheck.h"

#include "base/time.h"
#include "formats/license.h"
#include "formats/spdxids.h"
#include "modelpack/modelconfig.h"
#include "modelpack/validate.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace modelcrate {

namespace {

using Kind = FieldInputKind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::MetadataPage)
};

std::string pointerOf(std::string_view path)
{
    std::string pointer = "/" + std::string(path);
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    return pointer;
}

/// Whether the core has nothing to say against a value of a field.
bool isFine(std::string_view path, const Json &value)
{
    ModelConfig config;
    if (!config.set(path, value))
        return false;
    const auto pointer = pointerOf(path);
    const auto findings = validateConfig(config.toBytes({}));
    return std::none_of(findings.begin(), findings.end(),
                        [&](const Finding &finding) { return finding.where.compare(0, pointer.size(), pointer) == 0; });
}

Json::Array jsonTexts(const QStringList &texts)
{
    Json::Array array;
    for (const auto &text : texts)
        array.emplace_back(toUtf8(text));
    return array;
}

/// Edits that turn one word into another, without case; counts no further than `limit`.
int distance(const QString &left, const QString &right, int limit)
{
    const auto a = left.toLower();
    const auto b = right.toLower();
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<int>(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({replaced, row[at] + 1, row[at - 1] + 1});
        }
    }
    return row.back();
}

/// The word that was most likely meant, or empty.
QString nearest(const QString &typed, const QStringList &words)
{
    // Half of a short word is no near miss.
    const int limit = std::min<int>(2, static_cast<int>(typed.size()) / 3);
    QString best;
    int bestDistance = limit + 1;
    for (const auto &word : words) {
        const int away = distance(typed, word, limit);
        if (away < bestDistance) {
            best = word;
            bestDistance = away;
        }
    }
    return best;
}

QStringList licenseIds()
{
    QStringList ids;
    for (const auto id : spdxLicenseIds())
        ids << toQString(id);
    return ids;
}

QString languageName(const QString &code)
{
    const auto language = QLocale::codeToLanguage(code, QLocale::ISO639Part1);
    return language == QLocale::AnyLanguage || language == QLocale::C ? QString() : QLocale::languageToString(language);
}

const QStringList &languageCodes()
{
    static const QStringList codes = [] {
        QStringList found;
        for (char16_t first = u'a'; first <= u'z'; ++first) {
            for (char16_t second = u'a'; second <= u'z'; ++second) {
                const auto code = QString(QChar(first)) + QChar(second);
                if (!languageName(code).isEmpty())
                    found << code;
            }
        }
        return found;
    }();
    return codes;
}

QString languageCode(const QString &typed)
{
    const auto word = typed.trimmed().toLower();
    const auto language = QLocale::codeToLanguage(word);
    if (language != QLocale::AnyLanguage && language != QLocale::C)
        return QLocale::languageToCode(language, QLocale::ISO639Part1);
    for (const auto &code : languageCodes()) {
        if (languageName(code).toLower() == word)
            return code;
    }
    // "en-US", "en_GB", "zh-Hant", and "en English" of a completion.
    static const QRegularExpression withMore(QStringLiteral("^([a-z]{2})[-_ ]"));
    const auto match = withMore.match(word);
    return match.hasMatch() && languageCodes().contains(match.captured(1)) ? match.captured(1) : QString();
}

QString precisionWord(const QString &typed)
{
    static const std::array<std::pair<const char16_t *, const char16_t *>, 12> others{{{u"bf16", u"bfloat16"},
                                                                                       {u"fp16", u"float16"},
                                                                                       {u"f16", u"float16"},
                                                                                       {u"half", u"float16"},
                                                                                       {u"fp32", u"float32"},
                                                                                       {u"f32", u"float32"},
                                                                                       {u"float", u"float32"},
                                                                                       {u"fp64", u"float64"},
                                                                                       {u"f64", u"float64"},
                                                                                       {u"double", u"float64"},
                                                                                       {u"f8_e4m3", u"float8_e4m3"},
                                                                                       {u"f8_e5m2", u"float8_e5m2"}}};
    const auto word = typed.toLower();
    for (const auto &[other, known] : others) {
        if (word == QString::fromUtf16(other))
            return QString::fromUtf16(known);
    }
    return {};
}

QString licenseRepair(const QString &typed)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s_]+"));
    const auto dashed = typed.trimmed().replace(gaps, QStringLiteral("-"));
    const auto spdx = spdxForHubLicense(toUtf8(dashed.toLower()));
    const auto ofHub = spdx ? toQString(*spdx) : QString();
    if (!ofHub.isEmpty() && !ofHub.startsWith(QLatin1String("LicenseRef-")))
        return ofHub;
    const auto ids = licenseIds();
    for (const auto &candidate : {dashed, dashed + QStringLiteral("-only")}) {
        if (const auto at = ids.indexOf(
                QRegularExpression(QRegularExpression::anchoredPattern(QRegularExpression::escape(candidate)),
                                   QRegularExpression::CaseInsensitiveOption));
            at >= 0)
            return ids[at];
    }
    if (const auto near = nearest(dashed, ids); !near.isEmpty())
        return near;
    // A licence that is not on the list has a name of its own.
    return ofHub.isEmpty() ? QStringLiteral("LicenseRef-") + dashed : ofHub;
}

QString tokenRepair(const FieldSpec &spec, const QString &token)
{
    switch (spec.kind) {
    case Kind::Licenses: return licenseRepair(token);
    case Kind::Languages: return languageCode(token);
    case Kind::JoinedWords: {
        const auto known = precisionWord(token);
        return known.isEmpty() ? nearest(token, spec.suggestions()) : known;
    }
    case Kind::Words: return nearest(token, spec.suggestions());
    case Kind::Urls: return token.contains(QLatin1String("://")) ? QString() : QStringLiteral("https://") + token;
    default: return {};
    }
}

QString tokenError(const FieldSpec &spec, const QString &token)
{
    const auto shown = displayText(toUtf8(token.left(80)));
    switch (spec.kind) {
    case Kind::Licenses: return Text::tr("\"%1\" is no SPDX identifier or expression.").arg(shown);
    case Kind::Languages: return Text::tr("\"%1\" is no two-letter ISO 639 code.").arg(shown);
    case Kind::JoinedWords: return Text::tr("\"%1\" is no precision of the specification.").arg(shown);
    case Kind::Words:
        return Text::tr("\"%1\" is none of %2.").arg(shown, spec.suggestions().join(QStringLiteral(", ")));
    case Kind::Urls: return Text::tr("\"%1\" is no web address.").arg(shown);
    default: return Text::tr("This cannot be written.");
    }
}

QString dateTimeRepair(const FieldSpec &spec, const QString &text)
{
    static const QRegularExpression parts(QStringLiteral(
        "^(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:[Tt\\s]+(\\d{1,2}:\\d{2})(:\\d{2})?([.,]\\d+)?\\s*"
        "([Zz]|[+-]\\d{2}:?\\d{2})?)?$"));
    const auto match = parts.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    // A cutoff reaches to the end of what is named, a creation was not before its start.
    const bool toEnd = spec.path == "config.capabilities.knowledgeCutoff";
    const int month = match.captured(2).isEmpty() ? (toEnd ? 12 : 1) : match.captured(2).toInt();
    const int day =
        match.captured(3).isEmpty() ? (toEnd ? QDate(year, month, 1).daysInMonth() : 1) : match.captured(3).toInt();
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    auto time =
        match.captured(4).isEmpty() ? QStringLiteral("00:00") : match.captured(4).rightJustified(5, QLatin1Char('0'));
    time += match.captured(5).isEmpty() ? QStringLiteral(":00") : match.captured(5);
    if (time.endsWith(QLatin1String(":60")))
        time.replace(time.size() - 2, 2, QStringLiteral("59"));
    time += QString(match.captured(6)).replace(QLatin1Char(','), QLatin1Char('.'));
    auto zone = match.captured(7).isEmpty() ? QStringLiteral("Z") : match.captured(7).toUpper();
    if (zone.size() == 5)
        zone.insert(3, QLatin1Char(':'));
    const auto candidate = QStringLiteral("%1-%2-%3T%4%5").arg(match.captured(1), two(month), two(day), time, zone);
    return judgeDateTime(toUtf8(candidate)) == DateTimeVerdict::Valid ? candidate : QString();
}

QString paramSizeRepair(const QString &text)
{
    static const QRegularExpression parts(QStringLiteral("^(\\d{1,9}(?:[.,]\\d+)?)\\s*([KkMmBbTtQq])?[a-zA-Z]*$"));
    auto plain = text.trimmed();
    static const QRegularExpression grouped(QStringLiteral("^\\d{1,3}(?:[ ,_']\\d{3}){1,5}$|^\\d{4,18}$"));
    if (grouped.match(plain).hasMatch()) {
        plain.remove(QRegularExpression(QStringLiteral("\\D")));
        return toQString(formatParamSize(plain.toULongLong()));
    }
    const auto match = parts.match(plain);
    if (!match.hasMatch() || match.captured(2).isEmpty())
        return {};
    const auto number = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    const auto candidate = QString::number(number, 'f', 1) + match.captured(2).toUpper();
    return isParamSize(toUtf8(candidate)) ? candidate : QString();
}

FieldCheck checkOneText(const FieldSpec &spec, const QString &text)
{
    FieldCheck check;
    check.value = Json(toUtf8(text));
    // Of free text everything goes; what the core finds unusual is said by the page.
    const bool isStrict = spec.kind == Kind::DateTime || spec.kind == Kind::Url || spec.kind == Kind::ParamSize;
    if (!isStrict || isFine(spec.path, check.value))
        return check;
    check.value = {};
    switch (spec.kind) {
    case Kind::DateTime:
        check.error = judgeDateTime(toUtf8(text)) == DateTimeVerdict::Odd
            ? Text::tr("Many programs cannot read this time.")
            : Text::tr("Needs a full date and time.");
        check.repair = dateTimeRepair(spec, text);
        break;
    case Kind::Url:
        check.error = Text::tr("Needs a whole web address.");
        if (const auto candidate = QStringLiteral("https://") + text; !text.contains(QLatin1Char(':'))
            && text.contains(QLatin1Char('.')) && isFine(spec.path, Json(toUtf8(candidate))))
            check.repair = candidate;
        break;
    default:
        check.error = Text::tr("Needs a number with at most one decimal, and K, M, B, T or Q.");
        check.repair = paramSizeRepair(text);
        break;
    }
    return check;
}

FieldCheck checkTokens(const FieldSpec &spec, const QStringList &tokens)
{
    QStringList repaired;
    FieldCheck result;
    for (const auto &token : tokens) {
        const auto check = checkToken(spec, token);
        if (!check.isValid() && result.isValid())
            result.error = check.error;
        repaired << (check.isValid() ? token : check.repair);
    }
    if (!result.isValid()) {
        if (!repaired.contains(QString())) {
            repaired.removeDuplicates();
            result.repair = joinTokens(repaired);
        }
        return result;
    }
    if (spec.kind == Kind::JoinedWords)
        result.value = tokens.isEmpty() ? Json() : Json(toUtf8(tokens.join(QLatin1Char(','))));
    else
        result.value = tokens.isEmpty() ? Json() : Json(jsonTexts(tokens));
    return result;
}

} // namespace

QStringList splitTokens(const QString &text)
{
    QStringList tokens;
    for (const auto &part : text.split(QLatin1Char('\n'))) {
        if (const auto token = part.trimmed(); !token.isEmpty())
            tokens << token;
    }
    return tokens;
}

QString joinTokens(const QStringList &tokens) { return tokens.join(QLatin1Char('\n')); }

FieldCheck checkToken(const FieldSpec &spec, const QString &token)
{
    FieldCheck check;
    const auto value = toUtf8(token);
    const bool isFineToken = spec.kind == Kind::Names ? true
        : spec.kind == Kind::JoinedWords              ? isKnownPrecision(value)
        : spec.kind == Kind::Licenses                 ? isSpdxExpression(value)
        // The core checks addresses one by one; those of datasets are held to the same.
        : spec.kind == Kind::Urls ? isFine("descriptor.docURL", Json(value))
                                  : isFine(spec.path, Json(jsonTexts({token})));
    if (isFineToken)
        return check;
    check.error = tokenError(spec, token);
    const auto repair = tokenRepair(spec, token);
    if (!repair.isEmpty() && repair != token && checkToken(spec, repair).isValid())
        check.repair = repair;
    return check;
}

FieldCheck checkField(const FieldSpec &spec, const QString &text)
{
    if (isTokenKind(spec.kind))
        return checkTokens(spec, splitTokens(text));
    const auto trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (spec.kind == Kind::TriState)
        return {.value = Json(trimmed == QLatin1String("true"))};
    return checkOneText(spec, trimmed);
}

QString fieldText(const FieldSpec &spec, const Json *value)
{
    if (!value || value->isNull())
        return {};
    if (const auto *flag = value->asBool())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *text = value->asString()) {
        if (spec.kind != Kind::JoinedWords)
            return toQString(*text);
        return joinTokens(splitTokens(toQString(*text).replace(QLatin1Char(','), QLatin1Char('\n'))));
    }
    if (const auto *items = value->asArray(); items && isTokenKind(spec.kind)) {
        QStringList tokens;
        for (const auto &item : *items)
            tokens << (item.asString() ? toQString(*item.asString()) : toQString(dumpJson(item)));
        return joinTokens(tokens);
    }
    return toQString(dumpJson(*value));
}

QString tokenLabel(const FieldSpec &spec, const QString &token)
{
    if (spec.kind == Kind::Languages) {
        if (const auto name = languageName(token); !name.isEmpty())
            return QStringLiteral("%1 %2").arg(token, name);
    }
    return displayText(toUtf8(token));
}

QStringList tokenCompletions(const FieldSpec &spec)
{
    if (spec.kind == Kind::Licenses)
        return licenseIds();
    if (spec.kind != Kind::Languages)
        return spec.suggestions();
    QStringList labels;
    for (const auto &code : languageCodes())
        labels << tokenLabel(spec, code);
    return labels;
}

QString tokenOf(const FieldSpec &spec, const QString &typed)
{
    if (spec.kind != Kind::Languages || checkToken(spec, typed).isValid())
        return typed;
    for (const auto &code : languageCodes()) {
        if (typed == tokenLabel(spec, code) || typed.compare(languageName(code), Qt::CaseInsensitive) == 0)
            return code;
    }
    return typed;
}

} // namespace modelcrate
