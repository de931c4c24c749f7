// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QWidget>

class QLabel;

namespace modelcrate {

class ElidedLabel;

/// Preferences. Each takes effect at once; there is no OK. GUI thread.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(Services &services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void measureStore();

    Services &m_services;
    ElidedLabel *m_storePlace;
    QLabel *m_storeSize;
};

} // namespace modelcrate
