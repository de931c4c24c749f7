// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QLocale>
#include <QString>
#include <QStringList>

class QTranslator;

namespace modelcrate {

/// What one can choose; System is the desktop's.
enum class Language { System, English, SimplifiedChinese, German };

/// "system", "en", "zh_CN", "de": in the settings' file and in the names of catalogues.
QString languageCode(Language language);
Language languageFromCode(const QString &code); ///< System for every other text

/// The first of `wishes` (BCP 47 or POSIX names, best first, as QLocale::uiLanguages() gives them) that there are texts
/// for; English when there is none. Traditional Chinese is not answered with simplified characters.
Language bestLanguage(const QStringList &wishes);

/// The texts of the program and of Qt's own widgets, and with them numbers and dates (QLocale's default). A catalogue
/// of ours is in the resources (translations/); Qt's lie where Qt was installed, and without them its few words stay
/// English. English has a catalogue too: its plurals. GUI thread; one for the program.
class Translations {
public:
    Translations();
    ~Translations(); ///< texts are the sources again, numbers and dates the system's
    Q_DISABLE_COPY_MOVE(Translations)

    /// From now on. Each window is told by one QEvent::LanguageChange once control is back in the event loop, and there
    /// is none when nothing changes.
    void use(Language language);
    Language shown() const { return m_shown; } ///< never System
    static Language current(); ///< what the program's one shows; English without one, never System

private:
    void install(const QString &catalogue, const QString &folder);
    void removeAll();

    std::vector<std::unique_ptr<QTranslator>> m_installed;
    Language m_shown = Language::System; ///< System: nothing was chosen yet
};

} // namespace modelcrate
