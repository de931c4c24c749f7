// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/transfersettings.h"

#include "ui/widgets/settings.h"

#include <QCheckBox>
#include <QSpinBox>

namespace modelcrate {

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr int mostMebibytes = 100'000;
constexpr int mostParallel = 8;

} // namespace

TransferSettings::TransferSettings(Services &services, QWidget *parent)
    : SettingsForm(parent),
      m_settings(services.settings)
{
    setObjectName(QStringLiteral("transferSettings"));
    auto *parallel = makeParallel();
    addHeading(tr("Transfers"));
    addField(tr("At the same time"), parallel);
    addField(tr("Rate limit"), makeRate());
    addExplanation(tr("The limit is for all transfers together and holds at once, also for those that run."));
    addWide(makeTell());
    addExplanation(tr("Only while no window of Modelcrate has the focus, and only for transfers that took longer than "
                      "half a minute."));
    setFocusProxy(parallel);
}

QWidget *TransferSettings::makeParallel()
{
    auto *box = new QSpinBox;
    box->setObjectName(QStringLiteral("parallelBox"));
    box->setRange(1, mostParallel);
    const auto show = [this, box] { box->setValue(m_settings.parallelTransfers()); };
    show();
    connect(box, &QSpinBox::valueChanged, this, [this](int count) { m_settings.setParallelTransfers(count); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

QWidget *TransferSettings::makeRate()
{
    auto *box = new QSpinBox;
    box->setObjectName(QStringLiteral("rateBox"));
    box->setRange(0, mostMebibytes);
    box->setSuffix(tr(" MiB/s"));
    box->setSpecialValueText(tr("No limit"));
    const auto show = [this, box] { box->setValue(static_cast<int>(m_settings.rateLimit() / mebibyte)); };
    show();
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setRateLimit(value * mebibyte); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

QWidget *TransferSettings::makeTell()
{
    auto *box = new QCheckBox(tr("Notify when long transfers end"));
    box->setObjectName(QStringLiteral("tellBox"));
    box->setAccessibleName(box->text());
    const auto show = [this, box] { box->setChecked(m_settings.tellsOfTransfers()); };
    show();
    connect(box, &QCheckBox::clicked, this, [this](bool tells) { m_settings.setTellsOfTransfers(tells); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

} // namespace modelcrate
