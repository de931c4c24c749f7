// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/settings.h"

#include "modelpack/package.h"
#include "ui/text/convert.h"

#include <algorithm>

#include <QStandardPaths>

namespace modelcrate {

namespace {

constexpr int maxTargets = 20;
constexpr int maxRecents = 12;
constexpr int maxRegistries = 50;
constexpr int maxRules = 100;
constexpr qsizetype maxPattern = 200;
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
QString hashAheadKey() { return QStringLiteral("packages/hashAhead"); }
QString targetsKey() { return QStringLiteral("recent/targets"); }
QString registriesKey() { return QStringLiteral("registries/hosts"); }
QString kindRulesKey() { return QStringLiteral("rules/kinds"); }
QString ignoreKey() { return QStringLiteral("rules/ignore"); }
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

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent),
      m_settings(file.isEmpty() ? userFile() : file, QSettings::IniFormat)
{
    modelcrate::setSizeUnits(sizeUnits());
}

ThemeMode Settings::theme() const
{
    const auto word = boundedText(m_settings.value(themeKey()));
    if (word == QLatin1String("light"))
        return ThemeMode::Light;
    return word == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::System;
}

void Settings::setTheme(ThemeMode mode)
{
    m_settings.setValue(themeKey(),
                        mode == ThemeMode::Light      ? QStringLiteral("light")
                            : mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                      : QStringLiteral("system"));
    Q_EMIT changed();
}

SizeUnits Settings::sizeUnits() const
{
    return boundedText(m_settings.value(unitsKey())) == QLatin1String("iec") ? SizeUnits::Iec : SizeUnits::Si;
}

void Settings::setSizeUnits(SizeUnits units)
{
    m_settings.setValue(unitsKey(), units == SizeUnits::Iec ? QStringLiteral("iec") : QStringLiteral("si"));
    modelcrate::setSizeUnits(units);
    Q_EMIT changed();
}

Language Settings::language() const { return languageFromCode(boundedText(m_settings.value(languageKey()))); }

void Settings::setLanguage(Language language)
{
    m_settings.setValue(languageKey(), languageCode(language));
    Q_EMIT changed();
}

int Settings::parallelTransfers() const
{
    return static_cast<int>(boundedNumber(m_settings.value(parallelKey()), 1, 1, maxParallel));
}

void Settings::setParallelTransfers(int count)
{
    m_settings.setValue(parallelKey(), std::clamp(count, 1, maxParallel));
    Q_EMIT changed();
}

qint64 Settings::rateLimit() const
{
    return boundedNumber(m_settings.value(rateKey()), 0, 0, std::numeric_limits<qint64>::max());
}

void Settings::setRateLimit(qint64 bytesPerSecond)
{
    m_settings.setValue(rateKey(), std::max<qint64>(0, bytesPerSecond));
    Q_EMIT changed();
}

qint64 Settings::hashAheadLimit() const
{
    return boundedNumber(m_settings.value(hashAheadKey()), defaultHashAhead, 0, std::numeric_limits<qint64>::max());
}

void Settings::setHashAheadLimit(qint64 bytes)
{
    m_settings.setValue(hashAheadKey(), std::max<qint64>(0, bytes));
    Q_EMIT changed();
}

QStringList Settings::recentTargets() const
{
    QStringList targets;
    for (const auto &target : m_settings.value(targetsKey()).toStringList()) {
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
    m_settings.setValue(targetsKey(), QStringList(targets.mid(0, maxTargets)));
    Q_EMIT changed();
}

QStringList Settings::registries() const
{
    QStringList hosts;
    for (const auto &host : m_settings.value(registriesKey()).toStringList().mid(0, maxRegistries)) {
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
    m_settings.setValue(registriesKey(), hosts);
    Q_EMIT changed();
}

void Settings::forgetRegistry(const QString &host)
{
    auto hosts = registries();
    hosts.removeAll(host);
    m_settings.setValue(registriesKey(), hosts);
    auto targets = recentTargets();
    targets.erase(std::remove_if(targets.begin(), targets.end(),
                                 [&](const QString &target) { return target.startsWith(host + QLatin1Char('/')); }),
                  targets.end());
    m_settings.setValue(targetsKey(), targets);
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
    const auto lines = m_settings.value(kindRulesKey()).toStringList().mid(0, maxRules);
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
    m_settings.setValue(kindRulesKey(), lines);
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
    const auto lines = m_settings.value(ignoreKey()).toStringList().mid(0, maxRules);
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
    m_settings.setValue(ignoreKey(), kept);
    Q_EMIT changed();
}

QList<Settings::Recent> Settings::recents() const
{
    QList<Recent> recents;
    for (int number = 1; number <= maxRecents; ++number) {
        const auto path = boundedText(m_settings.value(recentKey(number, "path")));
        const bool known =
            std::any_of(recents.begin(), recents.end(), [&](const Recent &recent) { return recent.path == path; });
        if (path.isEmpty() || known)
            continue;
        recents.append(
            {path, boundedNumber(m_settings.value(recentKey(number, "size")), 0, 0, std::numeric_limits<qint64>::max()),
             boundedText(m_settings.value(recentKey(number, "published")))});
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
    m_settings.remove(recentGroup());
    for (int i = 0; i < std::min<int>(maxRecents, static_cast<int>(recents.size())); ++i) {
        const auto &recent = recents.at(i);
        m_settings.setValue(recentKey(i + 1, "path"), recent.path);
        m_settings.setValue(recentKey(i + 1, "size"), recent.size);
        if (!recent.published.isEmpty())
            m_settings.setValue(recentKey(i + 1, "published"), recent.published);
    }
    Q_EMIT changed();
}

QByteArray Settings::state(const QString &key) const
{
    const auto value = m_settings.value(stateKey(key));
    const auto state = value.typeId() == QMetaType::QByteArray || value.typeId() == QMetaType::QString
        ? value.toByteArray()
        : QByteArray();
    return state.size() <= maxState ? state : QByteArray();
}

void Settings::setState(const QString &key, const QByteArray &state) { m_settings.setValue(stateKey(key), state); }

} // namespace modelcrate
