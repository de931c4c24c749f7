// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/generalsettings.h"

#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QSpinBox>

namespace modelcrate {

namespace {

constexpr qint64 gibibyte = 1 << 30;
constexpr int mostGibibytes = 100'000;

} // namespace

GeneralSettings::GeneralSettings(Services &services, QWidget *parent)
    : SettingsForm(parent),
      m_settings(services.settings)
{
    setObjectName(QStringLiteral("generalSettings"));
    addHeading(tr("Appearance"));
    auto *theme = makeTheme();
    addField(tr("Theme"), theme);
    addField(tr("Language"), makeLanguage());
    addField(tr("Sizes"), makeUnits());
    addHeading(tr("Hashing ahead"));
    addField(tr("Up to"), makeHashAhead());
    addExplanation(tr("Files are hashed while you look at a package, so that the manifest is exact and publishing only "
                      "sends. Never on battery."));
    setFocusProxy(theme);
}

QWidget *GeneralSettings::makeTheme()
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("themeBox"));
    box->addItem(tr("As the desktop"), static_cast<int>(ThemeMode::System));
    box->addItem(tr("Light"), static_cast<int>(ThemeMode::Light));
    box->addItem(tr("Dark"), static_cast<int>(ThemeMode::Dark));
    box->setCurrentIndex(box->findData(static_cast<int>(m_settings.theme())));
    connect(box, &QComboBox::activated, this, [this, box] {
        m_settings.setTheme(static_cast<ThemeMode>(box->currentData().toInt()));
        Theme::instance().apply(m_settings.theme());
    });
    return box;
}

/// Each language in its own words: who cannot read the one that is shown finds theirs.
QWidget *GeneralSettings::makeLanguage()
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("languageBox"));
    box->addItem(tr("As the desktop"), static_cast<int>(Language::System));
    box->addItem(QStringLiteral("English"), static_cast<int>(Language::English));
    box->addItem(QStringLiteral("Deutsch"), static_cast<int>(Language::German));
    box->addItem(QStringLiteral("简体中文"), static_cast<int>(Language::SimplifiedChinese));
    box->setCurrentIndex(box->findData(static_cast<int>(m_settings.language())));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_settings.setLanguage(static_cast<Language>(box->currentData().toInt())); });
    return box;
}

QWidget *GeneralSettings::makeUnits()
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("unitsBox"));
    box->addItem(tr("1 GB is 1000 MB"), static_cast<int>(SizeUnits::Si));
    box->addItem(tr("1 GiB is 1024 MiB"), static_cast<int>(SizeUnits::Iec));
    box->setCurrentIndex(box->findData(static_cast<int>(m_settings.sizeUnits())));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_settings.setSizeUnits(static_cast<SizeUnits>(box->currentData().toInt())); });
    return box;
}

QWidget *GeneralSettings::makeHashAhead()
{
    auto *box = new QSpinBox;
    box->setObjectName(QStringLiteral("hashAheadBox"));
    box->setRange(0, mostGibibytes);
    box->setSuffix(tr(" GiB"));
    box->setSpecialValueText(tr("Off"));
    const auto show = [this, box] { box->setValue(static_cast<int>(m_settings.hashAheadLimit() / gibibyte)); };
    show();
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setHashAheadLimit(value * gibibyte); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

} // namespace modelcrate
