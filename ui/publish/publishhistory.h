// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QObject>
#include <QString>

namespace modelcrate {

struct Transfer;

/// Remembers what is published in the settings, whether or not a page still watches: target and folder among the recent
/// ones, and how fast the upload was. One a window, made before its pages. GUI thread.
class PublishHistory : public QObject {
public:
    explicit PublishHistory(Services &services, QObject *parent = nullptr);

    /// Of the last upload to a registry, in bytes a second; 0 when there was none.
    static double uploadRate(const Settings &settings, const QString &host);

private:
    void remember(const Transfer &transfer);

    Services &m_services;
};

} // namespace modelcrate
