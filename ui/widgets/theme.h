// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/layerkind.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace modelcrate {

class DesktopColorScheme;

enum class ThemeMode { System, Light, Dark };

/// Colours by role (look/tokens.json). No widget names a colour of its own.
enum class Role {
    Window,
    Surface,
    Raised,
    Line,
    ControlLine,
    Text,
    TextMuted,
    TextDisabled,
    Accent,
    AccentHover,
    AccentText,
    Link,
    Selection,
    SelectionInactive,
    Hover,
    Track,
    Success,
    SuccessBg,
    Warning,
    WarningBg,
    Danger,
    DangerBg,
    InfoBg,
    Focus,
    ExistsFill,
    MountFill,
};

struct LayerColors {
    QColor ink; ///< text and glyph
    QColor fill; ///< bars
    QColor chip; ///< ground of a chip
};

enum class FontRole { Base, Strong, Small, Caption, Chip, Section, Heading, Title, Mono };

/// Lengths in logical pixels.
namespace metrics {
inline constexpr int space1 = 4, space2 = 8, space3 = 12, space4 = 16, space5 = 24, space6 = 32, space7 = 48;
inline constexpr int radiusChip = 4, radiusControl = 5, radiusCard = 6;
inline constexpr int listRow = 28, formRow = 32, recentRow = 44, transferRow = 52, jsonLine = 20;
inline constexpr int control = 28, controlSmall = 24, chip = 20, pageBar = 44, banner = 40, actionBar = 52,
                     bottomStrip = 28, documentTabs = 36;
inline constexpr int rail = 72, inspector = 336, inspectorMin = 280, formLabel = 124, manifestPreview = 472;
inline constexpr int iconInline = 14, iconList = 16, iconRail = 20, chevron = 12;
/// Below this width side panels become toggles.
inline constexpr int narrow = 1100;
/// max(token, font height + 12), so a larger font grows rows.
int rowHeight(int token);
} // namespace metrics

/// The look of the program: palette, role and layer colours, fonts. One for the program; GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    static Theme &instance();

    /// Sets style and palette of the application and follows the desktop (portal, else the palette's lightness) in
    /// System.
    void apply(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }

    QColor color(Role role) const { return color(role, m_dark); }
    static QColor color(Role role, bool dark);
    LayerColors layer(LayerKind kind) const { return layer(kind, m_dark); }
    static LayerColors layer(LayerKind kind, bool dark);
    /// Of item views: selection is a tone, its text keeps its colour.
    QPalette itemViewPalette() const;
    static QFont font(FontRole role);

Q_SIGNALS:
    void changed(); ///< repaint: colours and icons are others now

private:
    Theme();
    void update();
    void setDark(bool dark);
    ThemeMode m_mode = ThemeMode::System;
    DesktopColorScheme *m_desktop = nullptr;
    bool m_dark = false;
    bool m_paletteSet = false;
};

} // namespace modelcrate
