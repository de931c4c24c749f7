// SPDX-License-Identifier: Apache-2.0
#include "ui/text/translations.h"

#include <array>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace modelcrate {

namespace {

struct Known {
    Language language;
    const char *code;
    QLocale::Language locale;
};

constexpr std::array<Known, 3> known{{{Language::English, "en", QLocale::English},
                                      {Language::SimplifiedChinese, "zh_CN", QLocale::Chinese},
                                      {Language::German, "de", QLocale::German}}};

const Known &knownOf(Language language)
{
    for (const auto &one : known) {
        if (one.language == language)
            return one;
    }
    return known.front();
}

/// What numbers and dates look like: Austrian ones for an Austrian who reads German, whoever chose the German.
QLocale localeFor(const Known &shown, Language chosen)
{
    const auto system = QLocale::system();
    if (chosen == Language::System || system.language() == shown.locale)
        return system;
    return QLocale(QLatin1String(shown.code));
}

Language currentLanguage = Language::English; // GUI thread

} // namespace

QString languageCode(Language language)
{
    return language == Language::System ? QStringLiteral("system") : QLatin1String(knownOf(language).code);
}

Language languageFromCode(const QString &code)
{
    for (const auto &one : known) {
        if (code == QLatin1String(one.code))
            return one.language;
    }
    return Language::System;
}

Language bestLanguage(const QStringList &wishes)
{
    for (const auto &wish : wishes) {
        const QLocale locale(QString(wish).replace(QLatin1Char('-'), QLatin1Char('_')));
        for (const auto &one : known) {
            if (locale.language() == one.locale
                && (one.locale != QLocale::Chinese || locale.script() == QLocale::SimplifiedHanScript))
                return one.language;
        }
    }
    return Language::English;
}

Translations::Translations() = default;

Translations::~Translations()
{
    removeAll();
    currentLanguage = Language::English;
    QLocale::setDefault(QLocale::system());
}

void Translations::use(Language language)
{
    const auto wanted = language == Language::System ? bestLanguage(QLocale::system().uiLanguages()) : language;
    const auto &shown = knownOf(wanted);
    QLocale::setDefault(localeFor(shown, language));
    if (wanted == m_shown)
        return;
    removeAll();
    m_shown = wanted;
    currentLanguage = wanted;
    const auto code = QLatin1String(shown.code);
    if (wanted != Language::English)
        install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("modelcrate_") + code, QStringLiteral(":/translations"));
}

Language Translations::current() { return currentLanguage; }

/// One that is not there is done without.
void Translations::install(const QString &catalogue, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(catalogue, folder) && QCoreApplication::installTranslator(translator.get()))
        m_installed.push_back(std::move(translator));
}

void Translations::removeAll()
{
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

} // namespace modelcrate
