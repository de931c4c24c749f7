// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

class QLabel;

namespace modelcrate {

class ElidedLabel;

/// The local store: where it is and how much it holds. GUI thread.
class ComputerSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit ComputerSettings(Services &services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void measure();

    Services &m_services;
    ElidedLabel *m_place;
    QLabel *m_size;
};

} // namespace modelcrate
