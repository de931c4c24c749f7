// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace modelcrate {

/// Whether the desktop wants dark windows: org.freedesktop.appearance color-scheme of the settings portal, followed
/// while the program runs; what `fallback` says where there is no portal or it has no opinion. Never blocks: the bus is
/// joined on a thread of its own, since a bus that hangs would hold up the first window, and the question is asked
/// asynchronously.
class DesktopColorScheme : public QObject {
    Q_OBJECT

public:
    explicit DesktopColorScheme(bool fallback, QObject *parent = nullptr);
    ~DesktopColorScheme() override;
    Q_DISABLE_COPY_MOVE(DesktopColorScheme)

    /// Starts to ask and to listen; once is enough.
    void watch();
    bool isDark() const { return m_scheme == noPreference ? m_fallback : m_scheme == preferDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    // Values of the portal's color-scheme.
    static constexpr unsigned noPreference = 0, preferDark = 1;

    void ask();
    void follow();
    void setScheme(unsigned scheme);
    QString m_busName;
    bool m_fallback;
    bool m_watching = false;
    unsigned m_scheme = noPreference;
};

} // namespace modelcrate
