// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/settingsfile.h"

#include "base/result.h"
#include "base/text.h"
#include "ui/text/convert.h"

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include <QSettings>

namespace modelcrate {

namespace {

constexpr std::chrono::milliseconds gathering(100);

SettingsFile::Values valuesOf(const QSettings &file)
{
    SettingsFile::Values values;
    for (const auto &key : file.allKeys())
        values.insert(key, file.value(key));
    return values;
}

} // namespace

struct SettingsFile::Change {
    QString key;
    QVariant value = {};
    bool removesGroup = false;

    bool covers(const QString &other) const
    {
        return other == key || (removesGroup && other.startsWith(key + QLatin1Char('/')));
    }
    void applyTo(Values &values) const
    {
        if (!removesGroup)
            values.insert(key, value);
        else
            values.removeIf([this](const Values::iterator &item) { return covers(item.key()); });
    }
    void applyTo(QSettings &file) const { removesGroup ? file.remove(key) : file.setValue(key, value); }

    /// Takes the place of those that it makes void; the others stay in their order.
    static void append(std::vector<Change> &changes, Change change)
    {
        std::erase_if(changes, [&](const Change &earlier) {
            return change.covers(earlier.key) && (change.removesGroup || !earlier.removesGroup);
        });
        changes.push_back(std::move(change));
    }

    /// All of the file as it is then, with what others wrote.
    static Result<Values> write(const QString &path, const std::vector<Change> &changes)
    {
        QSettings file(path, QSettings::IniFormat);
        for (const auto &change : changes)
            change.applyTo(file);
        file.sync();
        // A file that was no Ini file (FormatError) is one now.
        if (file.status() == QSettings::AccessError)
            // QSettings does not say why: no right, no folder, no space.
            return Error(ErrorCode::FileSystem, Message::of("cannot write %1", escapeForDisplay(toUtf8(path))));
        return valuesOf(file);
    }
};

/// What the GUI thread and the writing one know of each other, all of it under the lock.
struct SettingsFile::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    SettingsFile *owner = nullptr; ///< null: it is gone
    QString path = {};
    std::vector<Change> pending = {};
    std::vector<Change> beingWritten = {};
    std::optional<Result<Values>> outcome = {}; ///< of the last write, until the owner takes it
    bool hasNew = false; ///< something in `pending` was not tried yet
    bool ending = false;
    bool ended = false;
};

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QObject(parent),
      m_path(path),
      m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
    m_shared->path = path;
    // QSettings of one file share a lock that is held while one of them writes: there is none here from now on.
    m_values = valuesOf(QSettings(path, QSettings::IniFormat));
}

SettingsFile::~SettingsFile()
{
    if (!m_thread.joinable())
        return;
    std::unique_lock lock(m_shared->mutex);
    m_shared->owner = nullptr;
    m_shared->ending = true;
    m_shared->wake.notify_all();
    const bool ended = m_shared->wake.wait_for(lock, endLimit, [this] { return m_shared->ended; });
    lock.unlock();
    if (ended) {
        m_thread.join();
        return;
    }
    qWarning("%s is not written: the disk does not answer", qUtf8Printable(m_path));
    m_thread.detach(); // it has its own share of what it uses
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    if (m_values.value(key) != value)
        add({key, value});
}

void SettingsFile::remove(const QString &group) { add({group, {}, true}); }

void SettingsFile::add(Change change)
{
    change.applyTo(m_values);
    if (!m_thread.joinable())
        m_thread = std::thread([shared = m_shared] { run(shared); });
    const std::lock_guard lock(m_shared->mutex);
    Change::append(m_shared->pending, std::move(change));
    m_shared->hasNew = true;
    m_shared->wake.notify_all();
}

void SettingsFile::run(const std::shared_ptr<Shared> &shared)
{
    auto &wake = shared->wake;
    std::unique_lock lock(shared->mutex);
    for (bool last = false; !last;) {
        wake.wait(lock, [&] { return shared->hasNew || shared->ending; });
        wake.wait_for(lock, gathering, [&] { return shared->ending; });
        last = shared->ending;
        shared->hasNew = false;
        shared->beingWritten = std::exchange(shared->pending, {});
        if (shared->beingWritten.empty())
            continue;
        lock.unlock();
        auto outcome = Change::write(shared->path, shared->beingWritten);
        lock.lock();
        auto written = std::exchange(shared->beingWritten, {});
        if (!outcome) {
            for (auto &later : shared->pending)
                Change::append(written, std::move(later));
            shared->pending = std::move(written);
        }
        shared->outcome = std::move(outcome);
        if (shared->owner)
            QMetaObject::invokeMethod(shared->owner, &SettingsFile::takeOutcome, Qt::QueuedConnection);
    }
    shared->ended = true;
    wake.notify_all();
}

void SettingsFile::takeOutcome()
{
    std::unique_lock lock(m_shared->mutex);
    auto outcome = std::exchange(m_shared->outcome, std::nullopt);
    if (!outcome)
        return; // a later one was taken already
    if (outcome->has_value()) {
        m_values = std::move(**outcome);
        for (const auto *changes : {&m_shared->beingWritten, &m_shared->pending}) {
            for (const auto &change : *changes)
                change.applyTo(m_values);
        }
    }
    lock.unlock();
    const bool had = m_failure.has_value();
    m_failure = outcome->has_value() ? std::nullopt : std::optional(outcome->error());
    if (m_failure && !had)
        Q_EMIT failed();
    else if (!m_failure && had)
        Q_EMIT recovered();
}

} // namespace modelcrate
