// SPDX-License-Identifier: Apache-2.0
#include "desktop/unattended.h"

#include "ui/jobs/transferqueue.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/packagetab.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"

#include <chrono>
#include <cstdio>

#include <QCoreApplication>
#include <QPixmap>
#include <QPushButton>

namespace modelcrate {

using namespace std::chrono_literals;

UnattendedRun::UnattendedRun(MainWindow &window, Services &services, QString target, QString picture)
    : m_window(window),
      m_services(services),
      m_target(std::move(target)),
      m_picture(std::move(picture))
{
    connect(&window, &MainWindow::packageOpened, this, &UnattendedRun::watch);
    connect(&window, &MainWindow::openFailed, this,
            [this](const QString &path) { fail(tr("%1 cannot be opened").arg(path)); });
    connect(&services.transfers, &TransferQueue::changed, this, &UnattendedRun::finished);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { fail(tr("it takes longer than ten minutes")); });
    m_limit.start(10min);
}

void UnattendedRun::watch()
{
    auto &page = m_window.currentPackage()->publishPage();
    connect(&page, &PublishPage::planned, this, &UnattendedRun::planned);
    m_window.currentPackage()->showPublish();
    if (!m_target.isEmpty())
        page.setTarget(m_target);
}

void UnattendedRun::planned()
{
    auto &page = m_window.currentPackage()->publishPage();
    if (m_started || !page.plan())
        return;
    if (const auto why = page.blockedBecause(); !why.isEmpty())
        return fail(why);
    m_started = true;
    // As a user would: by the button that names the tag.
    if (auto *button = page.findChild<QPushButton *>(QStringLiteral("publishPrimary")))
        button->click();
    else
        fail(tr("the page has no Publish button"));
}

void UnattendedRun::finished(qint64 id)
{
    const auto *transfer = m_services.transfers.find(id);
    if (!m_started || !transfer || !transfer->isFinished())
        return;
    if (transfer->state != TransferState::Done)
        return fail(transfer->error
                        ? errorText(*transfer->error).title + QLatin1Char(' ') + errorText(*transfer->error).details
                        : tr("cancelled"));
    std::printf("published: %s\ndigest: %s\n", transfer->published->target.c_str(),
                transfer->published->digest.toString().c_str());
    m_window.currentPackage()->showPage(PackageTab::Page::Files);
    // Digests of files that are two seconds old are remembered only after that; a picture need not say "Waiting".
    connect(&m_window.currentPackage()->preview(), &PlanPreview::changed, this, &UnattendedRun::settled);
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &UnattendedRun::savePicture);
    m_settle.start(10s);
    settled();
}

void UnattendedRun::settled()
{
    const auto snapshot = m_window.currentPackage()->preview().snapshot();
    // The rows are computed on a worker and painted after that.
    if (snapshot && snapshot->exact)
        m_settle.start(1s);
}

void UnattendedRun::savePicture()
{
    if (!m_picture.isEmpty()) {
        if (!m_window.grab().save(m_picture))
            return fail(tr("the picture cannot be written to %1").arg(m_picture));
        std::printf("picture: %s\n", toUtf8(m_picture).c_str());
    }
    std::fflush(stdout);
    QCoreApplication::exit(0);
}

void UnattendedRun::fail(const QString &why)
{
    std::fprintf(stderr, "modelcrate: %s\n", toUtf8(why).c_str());
    QCoreApplication::exit(1);
}

} // namespace modelcrate
