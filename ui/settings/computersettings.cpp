// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/computersettings.h"

#include "operations/session.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/settings.h"

#include <filesystem>

#include <QLabel>
#include <QShowEvent>

namespace modelcrate {

namespace {

constexpr int placeWidth = 420;

/// Bytes below a folder; what cannot be read counts nothing.
ByteCount folderSize(const std::filesystem::path &folder, const TaskContext &context)
{
    ByteCount size;
    std::error_code failure;
    for (auto entry = std::filesystem::recursive_directory_iterator(
             folder, std::filesystem::directory_options::skip_permission_denied, failure);
         entry != std::filesystem::recursive_directory_iterator() && !context.stopRequested();
         entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            size += ByteCount(static_cast<std::int64_t>(entry->file_size(ignored)));
    }
    return size;
}

} // namespace

ComputerSettings::ComputerSettings(Services &services, QWidget *parent)
    : SettingsForm(parent),
      m_services(services),
      m_place(new ElidedLabel),
      m_size(new QLabel)
{
    setObjectName(QStringLiteral("computerSettings"));
    m_place->setObjectName(QStringLiteral("storePlace"));
    m_size->setObjectName(QStringLiteral("storeSize"));
    m_size->setTextFormat(Qt::PlainText);
    addHeading(tr("Local store"));
    addField(tr("Folder"), m_place);
    m_place->setMinimumWidth(placeWidth);
    addField(tr("Size"), m_size);
    connect(&services.settings, &Settings::changed, this, [this] {
        if (isVisible())
            measure();
    });
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
    m_size->setText(tr("Reading…"));
    m_services.jobs.run<ByteCount>(
        this,
        [path = store->path()](const TaskContext &context) -> Result<ByteCount> { return folderSize(path, context); },
        [this](Result<ByteCount> size) {
            if (size)
                m_size->setText(formatBytes(*size));
        });
}

} // namespace modelcrate
