// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include "ui/widgets/desktopcolorscheme.h"
#include "ui/widgets/style.h"

#include <array>
#include <cmath>

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

namespace modelcrate {

namespace {

constexpr std::size_t roleCount = static_cast<std::size_t>(Role::MountFill) + 1;

struct LayerRgb {
    QRgb ink;
    QRgb fill;
    QRgb chip;
};

// In the order of Role and of LayerKind.
constexpr std::array<QRgb, roleCount> lightColors{
    0xfff0f2f5, // Window
    0xffffffff, // Surface
    0xfff7f8fa, // Raised
    0xffdcdfe5, // Line
    0xff7e8693, // ControlLine
    0xff191d23, // Text
    0xff545d6a, // TextMuted
    0xff979ea9, // TextDisabled
    0xff1c5fd6, // Accent
    0xff174fb3, // AccentHover
    0xffffffff, // AccentText
    0xff1653bd, // Link
    0xffd9e6fc, // Selection
    0xffe5e8ed, // SelectionInactive
    0xfff1f4f8, // Hover
    0xffe3e6eb, // Track
    0xff1a7440, // Success
    0xffe0f3e7, // SuccessBg
    0xff855400, // Warning
    0xfffcf0d8, // WarningBg
    0xffb3202c, // Danger
    0xfffce6e7, // DangerBg
    0xffe6eefc, // InfoBg
    0xff1c5fd6, // Focus
    0xff858e9c, // ExistsFill
    0xff5d6876, // MountFill
};
constexpr std::array<QRgb, roleCount> darkColors{
    0xff202327, // Window
    0xff17191c, // Surface
    0xff1e2125, // Raised
    0xff33383f, // Line
    0xff6f7884, // ControlLine
    0xffe5e8ec, // Text
    0xffa3abb6, // TextMuted
    0xff6a727d, // TextDisabled
    0xff6ba0fb, // Accent
    0xff8bb5fd, // AccentHover
    0xff0a1a36, // AccentText
    0xff8ab4ff, // Link
    0xff223a60, // Selection
    0xff2c3138, // SelectionInactive
    0xff1f2328, // Hover
    0xff31363d, // Track
    0xff68cb8b, // Success
    0xff163424, // SuccessBg
    0xffe8b64c, // Warning
    0xff3a2d10, // WarningBg
    0xffff8c88, // Danger
    0xff44201f, // DangerBg
    0xff1b2c48, // InfoBg
    0xff6ba0fb, // Focus
    0xff7d8795, // ExistsFill
    0xffb3bcc8, // MountFill
};
constexpr std::array<LayerRgb, allLayerKinds.size()> lightLayers{{
    {0xff0b625e, 0xff3d9d97, 0xffdcf2ef}, // config
    {0xff1f416b, 0xff1f416b, 0xffe4ebf5}, // weight
    {0xff662bc0, 0xffa36cf0, 0xfff0e8fd}, // code
    {0xff7f4b00, 0xffc6832a, 0xfffaecd6}, // doc
    {0xff701222, 0xff701222, 0xfff8e1e4}, // dataset
}};
constexpr std::array<LayerRgb, allLayerKinds.size()> darkLayers{{
    {0xff6aebd5, 0xff6aebd5, 0xff133733}, // config
    {0xffa9c6ea, 0xff5279a6, 0xff22324a}, // weight
    {0xffcfa8ff, 0xffa45cf5, 0xff352450}, // code
    {0xfff2c261, 0xfff2b640, 0xff3c2e12}, // doc
    {0xffff9fa3, 0xffd2434a, 0xff452129}, // dataset
}};

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// MODELCRATE_THEME=light|dark forces a look, for screenshots and tests.
std::optional<bool> forcedDark()
{
    const auto value = qEnvironmentVariable("MODELCRATE_THEME");
    if (value == QLatin1String("dark"))
        return true;
    if (value == QLatin1String("light"))
        return false;
    return std::nullopt;
}

QPalette makePalette(bool dark)
{
    const auto color = [dark](Role role) { return Theme::color(role, dark); };
    QPalette palette;
    const std::initializer_list<std::pair<QPalette::ColorRole, Role>> roles{
        {QPalette::Window, Role::Window},
        {QPalette::WindowText, Role::Text},
        {QPalette::Base, Role::Surface},
        {QPalette::AlternateBase, Role::Raised},
        {QPalette::Button, Role::Surface},
        {QPalette::ButtonText, Role::Text},
        {QPalette::Text, Role::Text},
        {QPalette::BrightText, Role::AccentText},
        {QPalette::PlaceholderText, Role::TextMuted},
        {QPalette::Highlight, Role::Accent},
        {QPalette::HighlightedText, Role::AccentText},
        {QPalette::Link, Role::Link},
        {QPalette::LinkVisited, Role::Link},
        {QPalette::Mid, Role::Line},
        {QPalette::Dark, Role::ControlLine},
        {QPalette::Light, Role::Surface},
        {QPalette::Midlight, Role::Raised},
        {QPalette::Shadow, Role::Line},
        {QPalette::ToolTipBase, Role::Raised},
        {QPalette::ToolTipText, Role::Text},
    };
    for (const auto &[paletteRole, role] : roles)
        palette.setColor(QPalette::All, paletteRole, color(role));
    for (const auto textRole : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, textRole, color(Role::TextDisabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::SelectionInactive));
    return palette;
}

struct FontRecipe {
    double factor;
    QFont::Weight weight;
};

FontRecipe recipeOf(FontRole role)
{
    switch (role) {
    case FontRole::Base: return {1.0, QFont::Normal};
    case FontRole::Strong: return {1.0, QFont::DemiBold};
    case FontRole::Small: return {0.92, QFont::Normal};
    case FontRole::Caption: return {0.85, QFont::Normal};
    case FontRole::Chip: return {0.92, QFont::Medium};
    case FontRole::Section: return {0.92, QFont::DemiBold};
    case FontRole::Heading: return {1.23, QFont::DemiBold};
    case FontRole::Title: return {1.54, QFont::DemiBold};
    case FontRole::Mono: return {0.92, QFont::Normal};
    }
    return {1.0, QFont::Normal};
}

void scale(QFont &font, const QFont &base, double factor)
{
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(base.pixelSize() * factor))));
}

} // namespace

int metrics::rowHeight(int token) { return std::max(token, QFontMetrics(QApplication::font()).height() + 12); }

Theme &Theme::instance()
{
    // Never destroyed: widgets that die late still ask for colours.
    static auto *theme = new Theme;
    return *theme;
}

Theme::Theme() : m_dark(forcedDark().value_or(false)) { }

void Theme::apply(ThemeMode mode)
{
    m_mode = mode;
    if (!m_desktop) {
        // Before a palette of ours hides what the desktop wants.
        m_desktop = new DesktopColorScheme(isDarkPalette(QApplication::palette()), this);
        connect(m_desktop, &DesktopColorScheme::changed, this, [this] { update(); });
        QApplication::setStyle(new Style);
    }
    if (mode == ThemeMode::System && !forcedDark())
        m_desktop->watch();
    update();
}

void Theme::update()
{
    const auto forced = forcedDark();
    const bool dark = forced ? *forced : m_mode == ThemeMode::System ? m_desktop->isDark() : m_mode == ThemeMode::Dark;
    setDark(dark);
}

void Theme::setDark(bool dark)
{
    if (dark == m_dark && m_paletteSet)
        return;
    m_dark = dark;
    m_paletteSet = true;
    QApplication::setPalette(makePalette(dark));
    QApplication::setPalette(itemViewPalette(), "QAbstractItemView");
    Q_EMIT changed();
}

QColor Theme::color(Role role, bool dark)
{
    return QColor::fromRgb((dark ? darkColors : lightColors)[static_cast<std::size_t>(role)]);
}

LayerColors Theme::layer(LayerKind kind, bool dark)
{
    const auto &rgb = (dark ? darkLayers : lightLayers)[static_cast<std::size_t>(kind)];
    return {QColor::fromRgb(rgb.ink), QColor::fromRgb(rgb.fill), QColor::fromRgb(rgb.chip)};
}

QPalette Theme::itemViewPalette() const
{
    auto palette = makePalette(m_dark);
    palette.setColor(QPalette::All, QPalette::Highlight, color(Role::Selection));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Role::SelectionInactive));
    palette.setColor(QPalette::All, QPalette::HighlightedText, color(Role::Text));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, color(Role::TextDisabled));
    return palette;
}

QFont Theme::font(FontRole role)
{
    const auto base = QApplication::font();
    auto font = role == FontRole::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : base;
    const auto recipe = recipeOf(role);
    scale(font, base, recipe.factor);
    font.setWeight(recipe.weight);
    return font;
}

} // namespace modelcrate
