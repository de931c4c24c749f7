// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

namespace modelcrate {

/// How many transfers run at once and how fast, and whether the desktop tells of their ends. The transfers page has the
/// fields of the former, too; each follows the other. GUI thread.
class TransferSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit TransferSettings(Services &services, QWidget *parent = nullptr);

private:
    QWidget *makeParallel();
    QWidget *makeRate();
    QWidget *makeTell();

    Settings &m_settings;
};

} // namespace modelcrate
