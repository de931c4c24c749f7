// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/fileclassifier.h"
#include "ui/text/numbers.h"
#include "ui/text/translations.h"
#include "ui/widgets/theme.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QStringList>

namespace modelcrate {

class Error;
class SettingsFile;

/// Preferences and window state, kept in the user's settings file (Ini). It is read by the constructor, which waits for
/// the disk: there is one before there is a window, since that is first painted in the theme and the language of the
/// file. Setters take effect at once and are written soon by a thread of the file's own (SettingsFile); they emit
/// changed() (setState does not: windows store theirs while they close). The destructor writes what is left. What the
/// file holds may be anything: values are bounded when they are read. The size units are handed to modelcrate::setSizeUnits() at once; whoever shows the window
/// applies the theme and the language. Never holds a secret: "user:secret@" is cut from references. GUI thread.
class Settings : public QObject {
    Q_OBJECT

public:
    /// `file`: empty for the user's own.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);
    ~Settings() override;

    QString path() const; ///< of the file
    /// Why the last changes are not in the file (yet); they are tried again with the next one.
    const std::optional<Error> &failure() const;

    ThemeMode theme() const;
    void setTheme(ThemeMode mode);
    SizeUnits sizeUnits() const;
    void setSizeUnits(SizeUnits units);
    Language language() const; ///< System when none, or an unknown one, was chosen
    void setLanguage(Language language);
    int parallelTransfers() const; ///< 1 to 8; default 1
    void setParallelTransfers(int count);
    qint64 rateLimit() const; ///< bytes per second, 0: none
    void setRateLimit(qint64 bytesPerSecond);
    bool tellsOfTransfers() const; ///< whether the desktop shows that a long one has ended; default true
    void setTellsOfTransfers(bool tells);
    qint64 hashAheadLimit() const; ///< bytes; default 20 GiB, 0: off
    void setHashAheadLimit(qint64 bytes);

    /// References that were published to or opened, newest first, at most 20.
    QStringList recentTargets() const;
    void addRecentTarget(const QString &reference);

    /// Hosts to browse, in the order added, at most 50.
    QStringList registries() const;
    void addRegistry(const QString &host); ///< changed() only when it is new
    /// With what was published to or opened there among the recent targets. Accounts stay.
    void forgetRegistry(const QString &host);
    /// A choice that the session keeps, not we, has changed: where the store is, how a registry is reached.
    void announce() { Q_EMIT changed(); }

    /// The user's own rules for folders that are opened from now on, the first that matches decides; at most 100, each
    /// glob once.
    std::vector<KindRule> kindRules() const;
    void setKindRules(const std::vector<KindRule> &rules);
    void rememberKind(const KindRule &rule); ///< first, in place of one with the same glob
    /// Further patterns in gitignore syntax of what is left out; at most 100, each once.
    QStringList ignorePatterns() const;
    void setIgnorePatterns(const QStringList &patterns);
    /// Whether a text can be a glob or a pattern here: one line of at most 200 characters that is no comment.
    static bool isPattern(const QString &text);

    /// What the user chose in place of a command's own keys, by the command's name; an empty list: it has none. At most
    /// 500 commands with at most 4 keys, each of one chord; what is no name or no key is left out, and so is what is
    /// said twice of a command.
    using Keys = std::map<QString, QList<QKeySequence>>;
    Keys keys() const;
    void setKeys(const Keys &keys);
    bool lettersAct() const; ///< whether a letter alone may be the key of a command; default true
    void setLettersAct(bool act);

    struct Recent {
        QString path; ///< folder or *.modelcrate.json
        qint64 size = 0;
        QString published; ///< reference of the last publish, or empty
    };
    QList<Recent> recents() const; ///< newest first, at most 12
    void addRecent(const Recent &recent); ///< an empty `published` keeps what is known
    void removeRecent(const QString &path);

    QByteArray state(const QString &key) const; ///< geometry, splitters, columns
    void setState(const QString &key, const QByteArray &state);

Q_SIGNALS:
    void changed();
    void writingFailed(); ///< failure() says why; once, until it succeeds again
    void writingRecovered();

private:
    void writeRecents(const QList<Recent> &recents);
    std::unique_ptr<SettingsFile> m_file;
};

} // namespace modelcrate
