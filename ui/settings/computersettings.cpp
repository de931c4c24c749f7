// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/computersettings.h"

#include "operations/session.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/userprompts.h"

#include <filesystem>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>

namespace modelcrate {

namespace {

constexpr int placeWidth = 420;

ByteCount folderSize(const std::filesystem::path &folder, const TaskContext &context)
{
    ByteCount size;
    std::error_code failure;
    for (auto entry = std::filesystem::recursive_directory_iterator(
             folder, std::filesystem::directory_options::skip_permission_denied, failure);
         entry != std::filesystem::recursive_directory_iterator() && !context.stopRequested();
         entry.increment(failure)) {
        size += fileSize(*entry);
    }
    return size;
}

} // namespace

ByteCount fileSize(const std::filesystem::directory_entry &entry)
{
    std::error_code failure;
    if (!entry.is_regular_file(failure))
        return {};
    const auto size = entry.file_size(failure);
    return failure ? ByteCount() : ByteCount(static_cast<std::int64_t>(size));
}

ComputerSettings::ComputerSettings(Services &services, QWidget *parent)
    : SettingsForm(parent),
      m_services(services),
      m_place(new ElidedLabel),
      m_usualPlace(new QPushButton(tr("&Usual Folder"))),
      m_size(new QLabel),
      m_free(new QPushButton(tr("&Free Unused"))),
      m_outcome(new QLabel)
{
    setObjectName(QStringLiteral("computerSettings"));
    m_place->setObjectName(QStringLiteral("storePlace"));
    m_size->setObjectName(QStringLiteral("storeSize"));
    addHeading(tr("Local store"));
    addField(tr("Folder"), m_place);
    m_place->setMinimumWidth(placeWidth);
    addWide(makePlaceButtons());
    addExplanation(tr("Models that are published to This computer are kept here. Another folder holds from the next "
                      "publish on; what is in the former one stays there. The command line uses the same folder."));
    addField(tr("Size"), m_size);
    addWide(makeFreeButton());
    m_outcome->setObjectName(QStringLiteral("storeOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    addWide(m_outcome);
    connect(&services.settings, &Settings::changed, this, [this] {
        if (isVisible())
            measure();
    });
}

QWidget *ComputerSettings::makePlaceButtons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *change = new QPushButton(tr("&Choose Folder…"));
    change->setObjectName(QStringLiteral("chooseStore"));
    change->setAccessibleName(tr("Choose the folder of the local store"));
    connect(change, &QPushButton::clicked, this, &ComputerSettings::chooseFolder);
    m_usualPlace->setObjectName(QStringLiteral("usualStore"));
    m_usualPlace->setAccessibleName(tr("Keep the local store in its usual folder"));
    connect(m_usualPlace, &QPushButton::clicked, this, [this] { setFolder({}); });
    row->addWidget(change);
    row->addWidget(m_usualPlace);
    row->addStretch(1);
    return box;
}

QWidget *ComputerSettings::makeFreeButton()
{
    m_free->setObjectName(QStringLiteral("freeUnused"));
    m_free->setAccessibleName(tr("Remove what no model in the local store uses"));
    m_free->setToolTip(
        tr("Removes parts that no model uses any more. Parts younger than an hour stay, for transfers that run."));
    connect(m_free, &QPushButton::clicked, this, &ComputerSettings::freeUnused);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_free);
    row->addStretch(1);
    return box;
}

void ComputerSettings::chooseFolder()
{
    m_services.prompts.chooseFolder(this, tr("Folder of the Local Store"), [this](const QString &folder) {
        if (!folder.isEmpty())
            setFolder(toPath(folder));
    });
}

void ComputerSettings::setFolder(const std::filesystem::path &folder)
{
    m_services.jobs.run<bool>(
        this,
        [folder, &session = m_services.session](const TaskContext &context) -> Result<bool> {
            RETURN_IF_ERROR(session.chooseStore(folder, context));
            return true;
        },
        [this](const Result<bool> &chosen) {
            say(chosen ? QString()
                       : errorText(chosen.error()).title + QLatin1Char('\n') + errorText(chosen.error()).cause);
            m_services.settings.announce();
        });
}

void ComputerSettings::freeUnused()
{
    const auto store = m_services.session.localStore();
    if (!store)
        return;
    m_free->setEnabled(false);
    say(tr("Looking for what is not used…"));
    m_services.jobs.run<ByteCount>(
        this,
        [path = store->path()](const TaskContext &context) -> Result<ByteCount> {
            auto freed = LocalStore(path).freeUnused(context);
            if (!freed && freed.error().code() == ErrorCode::NotFound) // nothing was ever kept
                return ByteCount();
            return freed;
        },
        [this](const Result<ByteCount> &freed) {
            m_free->setEnabled(true);
            if (!freed)
                say(errorText(freed.error()).title + QLatin1Char('\n') + errorText(freed.error()).cause);
            else
                say(*freed == ByteCount() ? tr("Everything is in use; nothing was freed.")
                                          : tr("%1 freed.").arg(formatBytes(*freed)));
            measure();
        });
}

void ComputerSettings::say(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

void ComputerSettings::showEvent(QShowEvent *event)
{
    SettingsForm::showEvent(event);
    measure();
}

void ComputerSettings::measure()
{
    const auto store = m_services.session.localStore();
    if (!store) {
        m_place->setText(errorText(store.error()).title);
        m_size->setText(QStringLiteral("—"));
        return;
    }
    m_place->setText(pathText(store->path()));
    m_usualPlace->setEnabled(!m_services.session.settings().storePath().empty());
    m_size->setText(tr("Reading…"));
    if (m_measuring) // perhaps of another folder
        m_measuring->cancel();
    m_measuring = m_services.jobs.run<ByteCount>(
        this,
        [path = store->path()](const TaskContext &context) -> Result<ByteCount> { return folderSize(path, context); },
        [this, number = ++m_measured](Result<ByteCount> size) {
            if (size && number == m_measured)
                m_size->setText(formatBytes(*size));
        });
}

} // namespace modelcrate
