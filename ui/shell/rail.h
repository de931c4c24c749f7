// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace modelcrate {

class RailButton;

/// The window's edge with its places, an icon over a word each; one is current. `Place` numbers are the rows of the
/// window's stack. GUI thread.
class Rail : public QWidget {
    Q_OBJECT

public:
    enum class Place { Packages, Registries, Transfers, Help, Settings };

    explicit Rail(QWidget *parent = nullptr);

    void setCurrent(Place place);
    /// How many there are of what the place is about; 0 shows none.
    void setBadge(Place place, int count);

Q_SIGNALS:
    void chosen(modelcrate::Rail::Place place); ///< by the user; the current one too

private:
    void addPlace(Place place, const QString &text, const char *iconName, const char *objectName);
    QList<RailButton *> m_buttons; ///< by place
};

} // namespace modelcrate
