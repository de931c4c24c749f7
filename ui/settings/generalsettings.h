// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

namespace modelcrate {

/// How the program looks and what it does unasked: theme, language, units of sizes, hashing ahead. GUI thread.
class GeneralSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit GeneralSettings(Services &services, QWidget *parent = nullptr);

private:
    QWidget *makeTheme();
    QWidget *makeLanguage();
    QWidget *makeUnits();
    QWidget *makeHashAhead();

    Settings &m_settings;
};

} // namespace modelcrate
