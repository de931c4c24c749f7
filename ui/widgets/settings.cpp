// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/settings.h"

#include "modelpack/package.h"
#include "ui/text/convert.h"
#include "ui/widgets/settingsfile.h"

#include <algorithm>

#include <QStandardPaths>

namespace modelcrate {

namespace {

constexpr int maxTargets = 20;
constexpr int maxRecents = 12;
constexpr int maxRegistries = 50;
constexpr int maxRules = 100;
constexpr qsizetype maxPattern = 200;
constexpr int maxCommands = 500;
constexpr int maxKeys = 4;
constexpr qsizetype maxKeyLine = 400;
constexpr int maxParallel = 8;
constexpr qint64 defaultHashAhead = qint64(20) << 30;
// The file is the user's to edit and may be anything: what is longer than this is not ours.
constexpr qsizetype maxText = 4096;
constexpr qsizetype maxState = 256 * 1024;

QString userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/modelcrate/modelcrate.ini");
}

QString themeKey() { return QStringLiteral("look/theme"); }
QString unitsKey() { return QStringLiteral("look/sizeUnits"); }
QString languageKey() { return QStringLiteral("look/language"); }
QString parallelKey() { return QStringLiteral("transfers/parallel"); }
QString rateKey() { return QStringLiteral("transfers/rateLimit"); }
QString tellKey() { return QStringLiteral("transfers/tell"); }
QString hashAheadKey() { return QStringLiteral("packages/hashAhead"); }
QString targetsKey() { return QStringLiteral("recent/targets"); }
QString registriesKey() { return QStringLiteral("registries/hosts"); }
QString kindRulesKey() { return QStringLiteral("rules/kinds"); }
QString ignoreKey() { return QStringLiteral("rules/ignore"); }
QString keysKey() { return QStringLiteral("keys/commands"); }
QString lettersKey() { return QStringLiteral("keys/letters"); }
QString recentGroup() { return QStringLiteral("recent/packages"); }
QString recentKey(int number, const char *part)
{
    return QStringLiteral("%1/%2/%3").arg(recentGroup(), QString::number(number), QLatin1String(part));
}
QString stateKey(const QString &key) { return QStringLiteral("state/") + key; }

QString boundedText(const QVariant &value)
{
    const auto text = value.typeId() == QMetaType::QString ? value.toString() : QString();
    return text.size() <= maxText ? text : QString();
}

qint64 boundedNumber(const QVariant &value, qint64 fallback, qint64 least, qint64 most)
{
    bool isNumber = false;
    const auto number = value.toLongLong(&isNumber);
    return isNumber ? std::clamp(number, least, most) : fallback;
}

/// "user:secret@host/name" is no reference, but may be typed or pasted as one.
QString withoutUserInfo(const QString &reference)
{
    const auto slash = reference.indexOf(
        QLatin1Char('/'),
        reference.indexOf(QLatin1String("://")) < 0 ? 0 : reference.indexOf(QLatin1String("://")) + 3);
    const auto at = reference.lastIndexOf(QLatin1Char('@'), slash < 0 ? -1 : slash);
    return at < 0 || slash < 0 ? reference : reference.mid(at + 1);
}

bool isCommandName(const QString &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
           });
}

bool isChord(const QKeySequence &key)
{
    return key.count() == 1 && key[0].key() != Qt::Key_unknown && !key.toString(QKeySequence::PortableText).isEmpty();
}

/// Nothing when any of it is no key: half of what somebody chose is nobody's choice.
std::optional<QList<QKeySequence>> keysFrom(const QString &text)
{
    if (text.isEmpty())
        return QList<QKeySequence>();
    const auto keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    if (keys.size() > maxKeys || !std::all_of(keys.begin(), keys.end(), isChord))
        return std::nullopt;
    return keys;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent),
      m_file(std::make_unique<SettingsFile>(file.isEmpty() ? userFile() : file))
{
    connect(m_file.get(), &SettingsFile::failed, this, &Settings::writingFailed);
    connect(m_file.get(), &SettingsFile::recovered, this, &Settings::writingRecovered);
    modelcrate::setSizeUnits(sizeUnits());
}

Settings::~Settings() = default;

QString Settings::path() const { return m_file->path(); }

const std::optional<Error> &Settings::failure() const { return m_file->failure(); }

ThemeMode Settings::theme() const
{
    const auto word = boundedText(m_file->value(themeKey()));
    if (word == QLatin1String("light"))
        return ThemeMode::Light;
    return word == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::System;
}

void Settings::setTheme(ThemeMode mode)
{
    m_file->setValue(themeKey(),
                     mode == ThemeMode::Light      ? QStringLiteral("light")
                         : mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                   : QStringLiteral("system"));
    Q_EMIT changed();
}

SizeUnits Settings::sizeUnits() const
{
    return boundedText(m_file->value(unitsKey())) == QLatin1String("iec") ? SizeUnits::Iec : SizeUnits::Si;
}

void Settings::setSizeUnits(SizeUnits units)
{
    m_file->setValue(unitsKey(), units == SizeUnits::Iec ? QStringLiteral("iec") : QStringLiteral("si"));
    modelcrate::setSizeUnits(units);
    Q_EMIT changed();
}

Language Settings::language() const { return languageFromCode(boundedText(m_file->value(languageKey()))); }

void Settings::setLanguage(Language language)
{
    m_file->setValue(languageKey(), languageCode(language));
    Q_EMIT changed();
}

int Settings::parallelTransfers() const
{
    return static_cast<int>(boundedNumber(m_file->value(parallelKey()), 1, 1, maxParallel));
}

void Settings::setParallelTransfers(int count)
{
    m_file->setValue(parallelKey(), std::clamp(count, 1, maxParallel));
    Q_EMIT changed();
}

qint64 Settings::rateLimit() const
{
    return boundedNumber(m_file->value(rateKey()), 0, 0, std::numeric_limits<qint64>::max());
}

void Settings::setRateLimit(qint64 bytesPerSecond)
{
    m_file->setValue(rateKey(), std::max<qint64>(0, bytesPerSecond));
    Q_EMIT changed();
}

bool Settings::tellsOfTransfers() const { return boundedText(m_file->value(tellKey())) != QLatin1String("no"); }

void Settings::setTellsOfTransfers(bool tells)
{
    m_file->setValue(tellKey(), tells ? QStringLiteral("yes") : QStringLiteral("no"));
    Q_EMIT changed();
}

qint64 Settings::hashAheadLimit() const
{
    return boundedNumber(m_file->value(hashAheadKey()), defaultHashAhead, 0, std::numeric_limits<qint64>::max());
}

void Settings::setHashAheadLimit(qint64 bytes)
{
    m_file->setValue(hashAheadKey(), std::max<qint64>(0, bytes));
    Q_EMIT changed();
}

QStringList Settings::recentTargets() const
{
    QStringList targets;
    for (const auto &target : m_file->value(targetsKey()).toStringList()) {
        if (!target.isEmpty() && target.size() <= maxText && !targets.contains(target) && targets.size() < maxTargets)
            targets << target;
    }
    return targets;
}

void Settings::addRecentTarget(const QString &reference)
{
    const auto target = withoutUserInfo(reference.trimmed());
    if (target.isEmpty() || target.size() > maxText)
        return;
    auto targets = recentTargets();
    targets.removeAll(target);
    targets.prepend(target);
    m_file->setValue(targetsKey(), QStringList(targets.mid(0, maxTargets)));
    Q_EMIT changed();
}

QStringList Settings::registries() const
{
    QStringList hosts;
    for (const auto &host : m_file->value(registriesKey()).toStringList().mid(0, maxRegistries)) {
        if (!host.isEmpty() && host.size() <= maxText && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

void Settings::addRegistry(const QString &host)
{
    auto hosts = registries();
    if (host.isEmpty() || host.size() > maxText || hosts.contains(host) || hosts.size() >= maxRegistries)
        return;
    hosts.append(host);
    m_file->setValue(registriesKey(), hosts);
    Q_EMIT changed();
}

void Settings::forgetRegistry(const QString &host)
{
    auto hosts = registries();
    hosts.removeAll(host);
    m_file->setValue(registriesKey(), hosts);
    auto targets = recentTargets();
    targets.erase(std::remove_if(targets.begin(), targets.end(),
                                 [&](const QString &target) { return target.startsWith(host + QLatin1Char('/')); }),
                  targets.end());
    m_file->setValue(targetsKey(), targets);
    Q_EMIT changed();
}

bool Settings::isPattern(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= maxPattern && !text.startsWith(QLatin1Char('#'))
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

std::vector<KindRule> Settings::kindRules() const
{
    std::vector<KindRule> rules;
    const auto lines = m_file->value(kindRulesKey()).toStringList().mid(0, maxRules);
    for (const auto &line : lines) {
        // "GLOB=KIND", as the command line's --layer takes it.
        const auto rule = line.size() > 2 * maxPattern ? Result<LayerOverride>(Error(ErrorCode::LimitExceeded, {}))
                                                       : parseLayerOverride(toUtf8(line));
        if (!rule || rule->encoding || !isPattern(toQString(rule->glob)))
            continue;
        const bool known = std::any_of(rules.begin(), rules.end(),
                                       [&](const KindRule &earlier) { return earlier.glob == rule->glob; });
        if (!known)
            rules.push_back({rule->glob, rule->kind});
    }
    return rules;
}

void Settings::setKindRules(const std::vector<KindRule> &rules)
{
    QStringList lines;
    for (const auto &rule : rules) {
        if (isPattern(toQString(rule.glob)) && lines.size() < maxRules)
            lines.append(toQString(rule.glob) + QLatin1Char('=') + QLatin1String(toString(rule.kind).data()));
    }
    m_file->setValue(kindRulesKey(), lines);
    Q_EMIT changed();
}

void Settings::rememberKind(const KindRule &rule)
{
    auto rules = kindRules();
    std::erase_if(rules, [&](const KindRule &known) { return known.glob == rule.glob; });
    rules.insert(rules.begin(), rule);
    setKindRules(rules);
}

QStringList Settings::ignorePatterns() const
{
    QStringList patterns;
    const auto lines = m_file->value(ignoreKey()).toStringList().mid(0, maxRules);
    for (const auto &line : lines) {
        if (isPattern(line) && !patterns.contains(line))
            patterns.append(line);
    }
    return patterns;
}

void Settings::setIgnorePatterns(const QStringList &patterns)
{
    QStringList kept;
    for (const auto &pattern : patterns) {
        if (isPattern(pattern) && !kept.contains(pattern) && kept.size() < maxRules)
            kept.append(pattern);
    }
    m_file->setValue(ignoreKey(), kept);
    Q_EMIT changed();
}

Settings::Keys Settings::keys() const
{
    Keys all;
    const auto lines = m_file->value(keysKey()).toStringList().mid(0, maxCommands);
    for (const auto &line : lines) {
        // "openFolderAction=Ctrl+O; F3": no name has a '=', a key may be one.
        const auto end = line.indexOf(QLatin1Char('='));
        const auto name = line.left(std::max<qsizetype>(end, 0));
        const auto keys = line.size() <= maxKeyLine ? keysFrom(line.mid(end + 1)) : std::nullopt;
        if (isCommandName(name) && keys)
            all.try_emplace(name, *keys);
    }
    return all;
}

void Settings::setKeys(const Keys &keys)
{
    QStringList lines;
    for (const auto &[name, chosen] : keys) {
        const auto text = QKeySequence::listToString(chosen, QKeySequence::PortableText);
        if (isCommandName(name) && keysFrom(text) && lines.size() < maxCommands)
            lines.append(name + QLatin1Char('=') + text);
    }
    m_file->setValue(keysKey(), lines);
    Q_EMIT changed();
}

bool Settings::lettersAct() const { return boundedText(m_file->value(lettersKey())) != QLatin1String("no"); }

void Settings::setLettersAct(bool act)
{
    m_file->setValue(lettersKey(), act ? QStringLiteral("yes") : QStringLiteral("no"));
    Q_EMIT changed();
}

QList<Settings::Recent> Settings::recents() const
{
    QList<Recent> recents;
    for (int number = 1; number <= maxRecents; ++number) {
        const auto path = boundedText(m_file->value(recentKey(number, "path")));
        const bool known =
            std::any_of(recents.begin(), recents.end(), [&](const Recent &recent) { return recent.path == path; });
        if (path.isEmpty() || known)
            continue;
        recents.append(
            {path, boundedNumber(m_file->value(recentKey(number, "size")), 0, 0, std::numeric_limits<qint64>::max()),
             boundedText(m_file->value(recentKey(number, "published")))});
    }
    return recents;
}

void Settings::addRecent(const Recent &recent)
{
    if (recent.path.isEmpty() || recent.path.size() > maxText)
        return;
    auto entry = recent;
    entry.published = withoutUserInfo(entry.published);
    QList<Recent> all;
    for (const auto &known : recents()) {
        if (known.path != recent.path)
            all.append(known);
        else if (entry.published.isEmpty())
            entry.published = known.published;
    }
    all.prepend(entry);
    writeRecents(all);
}

void Settings::removeRecent(const QString &path)
{
    auto all = recents();
    all.removeIf([&](const Recent &recent) { return recent.path == path; });
    writeRecents(all);
}

void Settings::writeRecents(const QList<Recent> &recents)
{
    m_file->remove(recentGroup());
    for (int i = 0; i < std::min<int>(maxRecents, static_cast<int>(recents.size())); ++i) {
        const auto &recent = recents.at(i);
        m_file->setValue(recentKey(i + 1, "path"), recent.path);
        m_file->setValue(recentKey(i + 1, "size"), recent.size);
        if (!recent.published.isEmpty())
            m_file->setValue(recentKey(i + 1, "published"), recent.published);
    }
    Q_EMIT changed();
}

QByteArray Settings::state(const QString &key) const
{
    const auto value = m_file->value(stateKey(key));
    const auto state = value.typeId() == QMetaType::QByteArray || value.typeId() == QMetaType::QString
        ? value.toByteArray()
        : QByteArray();
    return state.size() <= maxState ? state : QByteArray();
}

void Settings::setState(const QString &key, const QByteArray &state) { m_file->setValue(stateKey(key), state); }

} // namespace modelcrate
