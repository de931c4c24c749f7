// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"
#include "ui/artifact/services.h"

#include <vector>

#include <QLabel>

namespace modelcrate {

/// Says on a page that the way to a registry it is about is not encrypted, as long as that is so. Follows the settings.
/// GUI thread.
class PlainHttpNote : public QLabel {
    Q_OBJECT

public:
    explicit PlainHttpNote(Services &services, QWidget *parent = nullptr);
    /// What the page is about.
    void setLocations(std::vector<Location> locations);
    /// The same of what users type or paste; what is no location is left out.
    void setReferences(const QStringList &references);

private:
    void refresh();

    Services &m_services;
    std::vector<Location> m_locations;
};

} // namespace modelcrate
