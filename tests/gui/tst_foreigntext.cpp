// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/gui/tooltip.h"
#include "support/gui/windowfixture.h"
#include "support/watchedpipe.h"
#include "ui/artifact/filelistview.h"
#include "ui/registry/registriespage.h"
#include "ui/text/convert.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabBar>
#include <QTest>
#include <QToolTip>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

/// The tip of a place of a widget, as the mouse gets it; nothing unless it is plain.
QString plainTip(QWidget &widget, const QPoint &place)
{
    QToolTip::hideText();
    if (!waitFor([] { return !shownTip(); }))
        return {};
    QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &event);
    auto *tip = shownTip();
    if (!tip || tip->textFormat() != Qt::PlainText)
        return {};
    tip->grab();
    return tip->text().remove(QLatin1Char('\n'));
}

/// Of the cell that holds the text, wherever it is in the view; nothing without one that is plain.
QString plainTipOf(QAbstractItemView &view, const QString &text)
{
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const auto index = view.model()->index(row, column);
            if (!index.data().toString().contains(text))
                continue;
            // A page that was not seen before has its size a moment later.
            QString tip;
            static_cast<void>(waitFor(
                [&] {
                    view.scrollTo(index);
                    tip = plainTip(*view.viewport(), view.visualRect(index).center());
                    return !tip.isEmpty();
                },
                5000));
            return tip;
        }
    }
    return {};
}

} // namespace

/// What strangers call things, all over the window: shown as it is, and not obeyed.
class TestForeignText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tipsOfAnArtifactArePlain();
    void tipsOfAPackageArePlain();
    void namesKeepTheirAmpersand();
};

void TestForeignText::tipsOfAnArtifactArePlain()
{
    const TestDir dir;
    WatchedPipe pipe(dir / "pipe");
    const auto picture = cat("<img src=\"", (dir / "pipe").string(), "\">");
    dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    dir.write("m/<h1>notes.md", "# n\n");
    WindowFixture fixture(dir);
    const TaskContext context;
    auto made = makePackage(dir / "m", {}, context).value();
    setAnnotation(made.annotations, "com.acme.picture", picture);
    QVERIFY(publish(made, parseLocation("store:team/m:v1").value(), {}, fixture.session, context));
    fixture.window->showPlace(MainWindow::Place::Registries);
    fixture.window->registriesPage().open(QStringLiteral("store:team/m:v1"));
    QVERIFY(waitFor([&] { return fixture.window->registriesPage().canPull(); }));

    auto *tabs = fixture.find<QTabBar>("artifactTabs");
    tabs->setCurrentIndex(1);
    QCOMPARE(plainTipOf(*fixture.find<QAbstractItemView>("layerTable"), QStringLiteral("<h1>")),
             QStringLiteral("<h1>notes.md"));
    tabs->setCurrentIndex(3);
    auto tip = plainTipOf(*fixture.find<QAbstractItemView>("artifactAnnotations"), QStringLiteral("<img"));
    QVERIFY2(tip.startsWith(QLatin1String("<img src=")), qPrintable(tip));
    tabs->setCurrentIndex(4);
    auto *tree = fixture.find<QAbstractItemView>("artifactTree");
    fixture.find<QAbstractButton>("documentsTree")->click();
    QVERIFY(waitFor([&] { return tree->isVisible() && tree->model()->rowCount() > 3; }));
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        if (tree->model()->index(row, 0).data().toString() == QLatin1String("annotations")) {
            tree->setCurrentIndex(tree->model()->index(row, 0));
            QTest::keyClick(tree, Qt::Key_Right);
        }
    }
    tip = plainTipOf(*tree, QStringLiteral("<img"));
    QVERIFY2(tip.contains(QLatin1String("<img src=")), qPrintable(tip));
    QVERIFY(!pipe.wasRead());
}

void TestForeignText::tipsOfAPackageArePlain()
{
    const TestDir dir;
    dir.write("<h1>m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    dir.write("<h1>m/<b>notes.md", "# n\n");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "<h1>m");
    QVERIFY(package);
    auto *files = package->findChild<FileListView *>();
    QVERIFY(files && waitFor([&] { return files->model()->rowCount() == 2; }));
    QCOMPARE(plainTipOf(*files, QStringLiteral("<b>")), QStringLiteral("<b>notes.md"));
    auto *tabs = fixture.find<QTabBar>("documentTabs");
    const auto tip = plainTip(*tabs, tabs->tabRect(0).center());
    QVERIFY2(tip.endsWith(QLatin1String("<h1>m")), qPrintable(tip));
}

void TestForeignText::namesKeepTheirAmpersand()
{
    const TestDir dir;
    dir.write("R&D/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    for (const char *name : {"one", "two", "three"})
        dir.write(cat("R&D/", name, ".a&b"), name);
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "R&D");
    QVERIFY(package);
    // As Qt writes an ampersand that is one.
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->tabText(0), QStringLiteral("R&&D"));
    fixture.window->action(QStringLiteral("commandPaletteAction"))->trigger();
    fixture.find<QLineEdit>("paletteField")->setText(QStringLiteral("R&D"));
    auto *palette = fixture.find<QListWidget>("paletteList");
    QVERIFY(palette->count() > 0);
    QVERIFY2(palette->item(0)->text().contains(QLatin1String("R&D")), qPrintable(palette->item(0)->text()));
}

QTEST_MAIN(TestForeignText)

#include "tst_foreigntext.moc"
