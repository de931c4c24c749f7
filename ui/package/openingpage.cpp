// SPDX-License-Identifier: Apache-2.0
#include "ui/package/openingpage.h"

#include "operations/edit.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/foundfilesmodel.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <chrono>
#include <iterator>
#include <mutex>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// The first rows come within 200 ms; more often than this nobody can read.
constexpr std::chrono::milliseconds showEvery{100};

bool isPackageFile(const std::filesystem::path &path)
{
    std::error_code failure;
    return path.native().ends_with(".json") && !std::filesystem::is_directory(path, failure);
}

Result<OpenedPackage> openPublished(const std::string &reference, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(reference));
    return openForEdit(source, session, context);
}

} // namespace

/// The worker's side: batches that were not shown yet.
struct OpeningPage::Found {
    std::mutex mutex;
    std::vector<ScannedFile> files;

    void add(std::vector<ScannedFile> batch)
    {
        const std::lock_guard lock(mutex);
        files.insert(files.end(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
    }
    std::vector<ScannedFile> take()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(files, {});
    }
};

OpeningPage::OpeningPage(Services &services, std::filesystem::path path, QWidget *parent)
    : OpeningPage(services, std::move(path), {}, parent)
{
}

OpeningPage::OpeningPage(Services &services, const QString &reference, QWidget *parent)
    : OpeningPage(services, {}, reference, parent)
{
}

OpeningPage::OpeningPage(Services &services, std::filesystem::path path, const QString &reference, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_path(std::move(path)),
      m_reference(reference)
{
    setObjectName(QStringLiteral("openingPage"));
    m_failure = new InfoBar(this);
    m_failure->setObjectName(QStringLiteral("openingFailure"));
    m_failure->hide();

    m_title = new QLabel(this);
    m_title->setFont(Theme::font(FontRole::Strong));
    m_title->setText(
        tr("Opening %1").arg(m_reference.isEmpty() ? displayText(m_path.filename().string()) : m_reference));
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("openingCount"));
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("Opening"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancelOpening"));
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPage::cancel);

    m_model = new FoundFilesModel(this);
    m_list = new QTableView(this);
    m_list->setObjectName(QStringLiteral("foundFiles"));
    m_list->setAccessibleName(tr("Files found so far"));
    m_list->setModel(m_model);
    m_list->setShowGrid(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setTabKeyNavigation(false);
    const auto applyLook = [this] { m_list->setPalette(Theme::instance().itemViewPalette()); };
    connect(&Theme::instance(), &Theme::changed, this, applyLook);
    applyLook();
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->setColumnWidth(1, 120);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    head->setSpacing(metrics::space3);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_bar);
    head->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_failure);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addStretch(); // without the list

    m_poll.setInterval(showEvery);
    connect(&m_poll, &QTimer::timeout, this, &OpeningPage::showFound);
    start();
}

OpeningPage::~OpeningPage() = default;

void OpeningPage::start()
{
    m_failure->hide();
    m_list->show();
    m_title->show();
    m_bar->show();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_model->clear();
    m_found = std::make_shared<Found>();
    m_count->setText(tr("Looking…"));
    m_poll.start();
    using Opened = std::shared_ptr<PreparedPackage>;
    m_job = m_services.jobs.run<Opened>(
        this,
        [path = m_path, reference = toUtf8(m_reference), found = m_found, options = packageOptions(m_services.settings),
         &session = m_services.session](const TaskContext &context) -> Result<Opened> {
            auto result = !reference.empty() ? openPublished(reference, session, context)
                : isPackageFile(path)        ? openPackageFile(path, context)
                                             : openFolder(path, options, context, [&](std::vector<ScannedFile> files) {
                                            found->add(std::move(files));
                                        });
            if (!result)
                return std::move(result).error();
            return makeDisposed<PreparedPackage>(PreparedPackage::of(std::move(*result)));
        },
        [this](Result<Opened> result) { finish(std::move(result)); });
}

void OpeningPage::cancel()
{
    if (m_job) {
        m_cancel->setEnabled(false);
        m_job->cancel();
    } else {
        m_opened.reset();
        Q_EMIT canceled();
    }
}

void OpeningPage::showFound()
{
    m_model->append(m_found->take());
    if (const auto count = m_model->rowCount(); count > 0)
        m_count->setText(tr("%1 files, %2").arg(formatCount(count), formatBytes(m_model->totalSize())));
}

void OpeningPage::finish(Result<std::shared_ptr<PreparedPackage>> result)
{
    m_poll.stop();
    m_job.clear();
    showFound();
    m_bar->hide();
    if (result) {
        // The last rows are work enough for one handler; a tab is another.
        m_opened = std::move(*result);
        QMetaObject::invokeMethod(this, &OpeningPage::tellOpened, Qt::QueuedConnection);
        return;
    }
    if (result.error().isStop()) {
        Q_EMIT canceled();
        return;
    }
    // Nothing is opened any more; what was not, says the failure.
    m_count->clear();
    m_title->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setEnabled(true);
    m_failure->clearActions();
    m_failure->setError(errorText(result.error()));
    m_failure->addAction(tr("Retry"), QStringLiteral("retryOpening"), [this] { start(); });
    m_failure->show();
    m_list->setVisible(m_model->rowCount() > 0); // an empty list beside a failure says nothing
    Q_EMIT failed();
}

void OpeningPage::tellOpened()
{
    if (m_opened) // nobody has given it up meanwhile
        Q_EMIT opened(std::exchange(m_opened, nullptr));
}

} // namespace modelcrate

#include "moc_openingpage.cpp"
