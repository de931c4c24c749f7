// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/plainhttpnote.h"

#include "operations/session.h"
#include "ui/text/convert.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QStringList>

namespace modelcrate {

PlainHttpNote::PlainHttpNote(Services &services, QWidget *parent) : QLabel(parent), m_services(services)
{
    setText(tr("Not encrypted: plain HTTP"));
    setFont(Theme::font(FontRole::Small));
    hide();
    connect(&services.settings, &Settings::changed, this, &PlainHttpNote::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &PlainHttpNote::refresh);
    refresh();
}

void PlainHttpNote::setLocations(std::vector<Location> locations)
{
    m_locations = std::move(locations);
    refresh();
}

void PlainHttpNote::setReferences(const QStringList &references)
{
    std::vector<Location> locations;
    for (const auto &text : references) {
        if (auto location = parseTarget(toUtf8(text)))
            locations.push_back(std::move(*location));
        else if (auto pinned = Reference::parse(toUtf8(text)))
            locations.emplace_back(std::move(*pinned));
    }
    setLocations(std::move(locations));
}

void PlainHttpNote::refresh()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, Theme::instance().color(Role::Warning));
    setPalette(colors);
    setVisible(std::any_of(m_locations.begin(), m_locations.end(),
                           [this](const Location &location) { return m_services.session.usesPlainHttp(location); }));
}

} // namespace modelcrate
