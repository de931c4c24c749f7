// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"
#include "support/gui/scriptedprompts.h"
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/shell/dropoverlay.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/packagetab.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <memory>

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace modelcrate::testing {

/// The real window over the real core, with a home, a store, a queue and settings of its own.
class WindowFixture {
public:
    explicit WindowFixture(const TestDir &dir) : WindowFixture(dir.path()) { }
    explicit WindowFixture(const std::filesystem::path &dir)
        : session({.authFile = dir / "auth.json",
                   .storePath = dir / "store",
                   .hashCachePath = dir / "hashes.sqlite",
                   .settingsPath = dir / "client.json"}),
          settings(QString::fromStdString((dir / "settings.ini").string())),
          transfers(session, jobs, dir / "transfers.sqlite"),
          services{session, jobs, transfers, settings, prompts}
    {
        Theme::instance().apply(ThemeMode::Light);
        window = std::make_unique<MainWindow>(services, dir / "autosave");
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window does not show");
    }

    /// Drags something over the window, until it knows whether it takes that, and lets it fall; false when it did not
    /// take it.
    bool drop(const QList<QUrl> &urls)
    {
        const auto data = mime(urls);
        const QPoint at(300, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(window.get(), &enter);
        if (!waitFor([this] { return find<DropOverlay>("dropOverlay")->verdict().isFinal; }))
            qFatal("the disk does not say what is dragged");
        QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        move.ignore();
        QCoreApplication::sendEvent(window.get(), &move);
        if (!move.isAccepted()) {
            QDragLeaveEvent leave;
            QCoreApplication::sendEvent(window.get(), &leave);
            return false;
        }
        QDropEvent fall(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &fall);
        return fall.isAccepted();
    }
    bool drop(const std::filesystem::path &path)
    {
        return drop({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
    }

    /// Drops a folder and waits for its tab.
    PackageTab *open(const std::filesystem::path &folder)
    {
        const int before = window->packageCount();
        if (!drop(folder) || !waitFor([&] { return window->packageCount() > before; }))
            return nullptr;
        return window->currentPackage();
    }

    template<typename T>
    T *find(const char *objectName) const
    {
        auto *found = window->findChild<T *>(QLatin1String(objectName));
        if (!found)
            qFatal("no %s in the window", objectName);
        return found;
    }

    static std::unique_ptr<QMimeData> mime(const QList<QUrl> &urls)
    {
        auto data = std::make_unique<QMimeData>();
        data->setUrls(urls);
        return data;
    }

    Session session;
    JobRunner jobs;
    Settings settings;
    TransferQueue transfers;
    ScriptedPrompts prompts;
    Services services;
    std::unique_ptr<MainWindow> window; ///< last: it looks at the others
};

} // namespace modelcrate::testing
