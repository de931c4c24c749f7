// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

namespace modelcrate {

/// How many transfers run at once and how fast. The transfers page has the same fields; each follows the other. GUI
/// thread.
class TransferSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit TransferSettings(Services &services, QWidget *parent = nullptr);

private:
    QWidget *makeParallel();
    QWidget *makeRate();

    Settings &m_settings;
};

} // namespace modelcrate
