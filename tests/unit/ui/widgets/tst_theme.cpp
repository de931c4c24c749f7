// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <cmath>

using namespace modelcrate;

namespace {

/// WCAG 2.
double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

int colored(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto pixel = image.pixelColor(x, y);
            count += pixel.alpha() > 200 && std::abs(pixel.red() - color.red()) < 8
                && std::abs(pixel.green() - color.green()) < 8 && std::abs(pixel.blue() - color.blue()) < 8;
        }
    }
    return count;
}

/// Mean column of what is painted.
double weightOfX(const QImage &image)
{
    double weight = 0;
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            weight += qAlpha(image.pixel(x, y));
            sum += static_cast<double>(qAlpha(image.pixel(x, y))) * x;
        }
    }
    return sum / weight;
}

QStringList iconNames()
{
    QStringList names;
    for (const auto &file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names << file.chopped(4);
    return names;
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { Theme::instance().apply(ThemeMode::Light); }
    void contrastIsEnough_data();
    void contrastIsEnough();
    void applyingChangesPaletteAndSays();
    void viewsKeepTheColorOfTheirText();
    void rowsGrowWithTheFont();
    void fontsFollowTheSystems();
    void theEnvironmentForcesALook();
    void everyIconLoads_data();
    void everyIconLoads();
    void iconsFollowTheTheme();
    void iconsAreSharp();
    void iconsThatPointAreMirrored();
    void anUnknownIconIsEmpty();
};

void tst_Theme::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    constexpr double text = 4.5;
    constexpr double graphics = 3;
    struct Pairs {
        const char *name;
        Role front;
        QList<Role> grounds;
        double least;
    };
    const QList<Role> plain{Role::Surface, Role::Window, Role::Raised, Role::Hover};
    const QList<Pairs> pairs{
        {"text", Role::Text,
         plain
             + QList<Role>{Role::Selection, Role::SelectionInactive, Role::InfoBg, Role::SuccessBg, Role::WarningBg,
                           Role::DangerBg, Role::Track},
         text},
        {"muted", Role::TextMuted, plain + QList<Role>{Role::Selection, Role::SelectionInactive}, text},
        {"link", Role::Link, {Role::Surface, Role::Window, Role::Selection}, text},
        {"accent text", Role::AccentText, {Role::Accent, Role::AccentHover}, text},
        {"success", Role::Success, {Role::Surface, Role::Window, Role::Selection, Role::SuccessBg}, text},
        {"warning", Role::Warning, {Role::Surface, Role::Window, Role::Selection, Role::WarningBg}, text},
        {"danger", Role::Danger, {Role::Surface, Role::Window, Role::Selection, Role::DangerBg}, text},
        {"info mark", Role::Accent, {Role::InfoBg, Role::Surface}, graphics},
        {"border", Role::ControlLine, {Role::Surface, Role::Window}, graphics},
        {"focus", Role::Focus, {Role::Surface, Role::Window, Role::Selection}, graphics},
        {"exists", Role::ExistsFill, {Role::Surface}, graphics},
        {"mount", Role::MountFill, {Role::Surface}, graphics},
    };
    for (const bool dark : {false, true}) {
        const auto row = [&](const char *name, int number, const QColor &front, const QColor &ground, double least) {
            QTest::addRow("%s %s %d", dark ? "dark" : "light", name, number) << front << ground << least;
        };
        for (const auto &pair : pairs) {
            int number = 0;
            for (const auto ground : pair.grounds)
                row(pair.name, number++, Theme::color(pair.front, dark), Theme::color(ground, dark), pair.least);
        }
        for (const auto kind : allLayerKinds) {
            const auto colors = Theme::layer(kind, dark);
            const auto name =
                QByteArray("layer ") + QByteArray(toString(kind).data(), static_cast<qsizetype>(toString(kind).size()));
            row((name + " ink on chip").constData(), 0, colors.ink, colors.chip, text);
            for (const auto ground : {Role::Surface, Role::Raised, Role::Selection})
                row((name + " ink").constData(), static_cast<int>(ground), colors.ink, Theme::color(ground, dark),
                    text);
            row((name + " fill").constData(), 0, colors.fill, Theme::color(Role::Surface, dark), graphics);
        }
    }
}

void tst_Theme::contrastIsEnough()
{
    QFETCH(QColor, front);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY2(contrast(front, ground) >= least, qPrintable(QString::number(contrast(front, ground))));
}

void tst_Theme::applyingChangesPaletteAndSays()
{
    QSignalSpy changed(&Theme::instance(), &Theme::changed);
    Theme::instance().apply(ThemeMode::Dark);
    QVERIFY(Theme::instance().isDark());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::color(Role::Window, true));
    Theme::instance().apply(ThemeMode::Dark);
    QCOMPARE(changed.count(), 1);
    Theme::instance().apply(ThemeMode::System);
    QCOMPARE(Theme::instance().mode(), ThemeMode::System);
}

void tst_Theme::viewsKeepTheColorOfTheirText()
{
    QTreeView view;
    QPushButton button;
    view.ensurePolished();
    button.ensurePolished();
    QCOMPARE(view.palette().color(QPalette::Active, QPalette::Highlight), Theme::color(Role::Selection, false));
    QCOMPARE(view.palette().color(QPalette::Inactive, QPalette::Highlight),
             Theme::color(Role::SelectionInactive, false));
    QCOMPARE(view.palette().color(QPalette::HighlightedText), Theme::color(Role::Text, false));
    QCOMPARE(button.palette().color(QPalette::Highlight), Theme::color(Role::Accent, false));
}

void tst_Theme::rowsGrowWithTheFont()
{
    const auto font = QApplication::font();
    QCOMPARE(metrics::rowHeight(1000), 1000);
    auto large = font;
    large.setPointSize(24);
    QApplication::setFont(large);
    QVERIFY(metrics::rowHeight(metrics::listRow) >= QFontMetrics(large).height() + 12);
    QApplication::setFont(font);
}

void tst_Theme::fontsFollowTheSystems()
{
    const auto base = QApplication::font();
    QCOMPARE(Theme::font(FontRole::Base).pointSizeF(), base.pointSizeF());
    QVERIFY(Theme::font(FontRole::Title).pointSizeF() > base.pointSizeF() * 1.5);
    QCOMPARE(Theme::font(FontRole::Strong).weight(), QFont::DemiBold);
    auto pixels = base;
    pixels.setPixelSize(20);
    QApplication::setFont(pixels);
    QCOMPARE(Theme::font(FontRole::Heading).pixelSize(), 25);
    QApplication::setFont(base);
}

void tst_Theme::theEnvironmentForcesALook()
{
    qputenv("MODELCRATE_THEME", "dark");
    Theme::instance().apply(ThemeMode::Light);
    QVERIFY(Theme::instance().isDark());
    qputenv("MODELCRATE_THEME", "nonsense");
    Theme::instance().apply(ThemeMode::Light);
    QVERIFY(!Theme::instance().isDark());
    qunsetenv("MODELCRATE_THEME");
}

void tst_Theme::everyIconLoads_data()
{
    QTest::addColumn<QString>("name");
    QVERIFY(iconNames().size() >= 50);
    for (const auto &name : iconNames())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_Theme::everyIconLoads()
{
    QFETCH(QString, name);
    QVERIFY(!icon(name).isNull());
    const auto image = iconPixmap(name, 32, QColor(0xff, 0x00, 0x80), 1.0).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    int painted = 0;
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x)
            painted += qAlpha(image.pixel(x, y)) > 128;
    }
    QVERIFY2(painted > 10, qPrintable(name));
    if (name != QLatin1String("modelcrate"))
        QVERIFY2(colored(image, QColor(0xff, 0x00, 0x80)) > 5, qPrintable(name));
}

void tst_Theme::iconsFollowTheTheme()
{
    const auto file = icon(QStringLiteral("file"));
    const auto layer = layerIcon(LayerKind::Code);
    const auto enabled = [&] { return file.pixmap(32).toImage(); };
    QVERIFY(colored(enabled(), Theme::color(Role::Text, false)) > 10);
    QVERIFY(colored(file.pixmap(32, QIcon::Disabled).toImage(), Theme::color(Role::TextDisabled, false)) > 10);
    QVERIFY(colored(layer.pixmap(32).toImage(), Theme::layer(LayerKind::Code, false).ink) > 10);
    Theme::instance().apply(ThemeMode::Dark);
    QVERIFY(colored(enabled(), Theme::color(Role::Text, true)) > 10);
    QVERIFY(colored(layer.pixmap(32).toImage(), Theme::layer(LayerKind::Code, true).ink) > 10);
}

void tst_Theme::iconsAreSharp()
{
    const auto pixmap = icon(QStringLiteral("folder")).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QCOMPARE(iconPixmap(QStringLiteral("folder"), 16, Qt::black, 1.25).size(), QSize(20, 20));
}

void tst_Theme::iconsThatPointAreMirrored()
{
    const auto image = [](const char *name) { return iconPixmap(QLatin1String(name), 16, Qt::black, 1.0).toImage(); };
    const auto chevron = image("chevron-right");
    const auto search = image("search");
    QApplication::setLayoutDirection(Qt::RightToLeft);
    // Antialiasing falls a little otherwise, the weight does not.
    QVERIFY(image("chevron-right") != chevron);
    QVERIFY(std::abs(weightOfX(image("chevron-right")) + weightOfX(chevron) - 15) < 0.5);
    QCOMPARE(image("search"), search);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_Theme::anUnknownIconIsEmpty()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no icon")));
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    QVERIFY(iconPixmap(QStringLiteral("file"), 0, Qt::black, 1.0).isNull());
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
