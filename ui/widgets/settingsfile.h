// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include <QMap>
#include <QObject>
#include <QString>
#include <QVariant>

namespace modelcrate {

/// An Ini file of QSettings, held in memory. It is read once, by the constructor; what is set goes to a thread of its
/// own, which gathers it for a tenth of a second and writes it in the order it was set. The file is replaced atomically
/// under QSettings' lock, and keys that another process wrote meanwhile stay, are read back and known from then on.
/// What cannot be written is kept and tried again with the next change and at the end. GUI thread; only constructor and
/// destructor wait for a disk.
class SettingsFile : public QObject {
    Q_OBJECT

public:
    using Values = QMap<QString, QVariant>;
    static constexpr std::chrono::milliseconds endLimit = std::chrono::seconds(5);

    explicit SettingsFile(const QString &path, QObject *parent = nullptr);
    /// Writes what is left; a disk that does not answer is given up after endLimit.
    ~SettingsFile() override;

    const QString &path() const { return m_path; }
    /// Of a type that QSettings stores, or a text that stands for it.
    QVariant value(const QString &key) const { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &group); ///< the key and all below it
    /// Why the last write failed; nothing when it did not.
    const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    /// Once, until a write succeeds again.
    void failed();
    void recovered();

private:
    struct Change;
    struct Shared;
    void add(Change change);
    void takeOutcome();
    static void run(const std::shared_ptr<Shared> &shared);

    QString m_path;
    Values m_values;
    std::optional<Error> m_failure;
    std::shared_ptr<Shared> m_shared; ///< with the thread, which may outlive this one
    std::thread m_thread; ///< begins with the first change
};

} // namespace modelcrate
