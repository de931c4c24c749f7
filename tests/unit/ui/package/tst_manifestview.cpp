// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/modeltesters.h"
#include "support/gui/opened.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/artifact/jsontextview.h"
#include "ui/artifact/jsontreeview.h"
#include "ui/package/manifestview.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestManifestView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scenario25_typingShowsSoon();
    void scenario26_thousandsOfLayers();
    void pendingDigestsAreWords();
    void saysThatNothingWasPublishedYet();
    void updatesInPlace();
    void textTakesAnyEdit();
    void treeFoldsAndFollows();
    void copies();
};

namespace {

struct View : Bench {
    View() { settings.setHashAheadLimit(0); }
    void open(const std::string &folder)
    {
        opened = std::make_unique<OpenDocument>(*this, folder);
        view = std::make_unique<ManifestView>(opened->document, opened->preview, services);
        view->resize(700, 500);
        view->show();
        testModelsOf(*view);
    }
    bool ready() const
    {
        return waitFor([this] { return view->isCurrent(); });
    }
    QString label(const char *name) const { return view->findChild<QLabel *>(QLatin1String(name))->text(); }
    JsonTextView *text(const char *name) const { return view->findChild<JsonTextView *>(QLatin1String(name)); }
    JsonTreeView *tree() const { return view->findChild<JsonTreeView *>(QStringLiteral("manifestTree")); }

    std::unique_ptr<OpenDocument> opened;
    std::unique_ptr<ManifestView> view;
};

bool hasLine(const JsonTextView *text, const QString &part, ChangeMark mark)
{
    return std::any_of(text->lines().begin(), text->lines().end(),
                       [&](const JsonLine &line) { return line.mark == mark && line.text.contains(part); });
}

} // namespace

void TestManifestView::initTestCase() { Theme::instance().apply(ThemeMode::Light); }

void TestManifestView::scenario25_typingShowsSoon()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    QVERIFY(v.ready());
    const auto &before = v.opened->preview.snapshot()->documents;
    v.view->setBase(before.manifest, before.config, QStringLiteral("v1"));
    QVERIFY(v.view->mode() == ManifestView::Mode::Changes);
    v.view->setMode(ManifestView::Mode::Config);
    QVERIFY(v.ready());

    QElapsedTimer timer;
    timer.start();
    v.opened->document.setField("descriptor.title", "Typed");
    QVERIFY(waitFor([&] { return v.text("manifestConfigJson")->toPlainText().contains(QStringLiteral("\"Typed\"")); }));
    qInfo("seen after %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(hasLine(v.text("manifestConfigJson"), QStringLiteral("\"Typed\""), ChangeMark::Changed));
    QVERIFY(!hasLine(v.text("manifestConfigJson"), QStringLiteral("\"name\""), ChangeMark::Changed));

    v.view->setMode(ManifestView::Mode::Changes);
    QVERIFY(v.ready());
    QVERIFY(v.label("manifestSentences").startsWith(QStringLiteral("1 field(s) changed: title.")));
    const auto *table = v.view->findChild<QTableView *>(QStringLiteral("manifestChanges"));
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("descriptor.title"));
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("Typed"));

    v.view->setMode(ManifestView::Mode::Config);
    v.opened->document.setDraft("config.capabilities.knowledgeCutoff", "2025-03");
    QVERIFY(waitFor(
        [&] { return hasLine(v.text("manifestConfigJson"), QStringLiteral("knowledgeCutoff"), ChangeMark::LeftOut); }));
}

void TestManifestView::scenario26_thousandsOfLayers()
{
    View v;
    for (int i = 0; i < 5000; ++i)
        v.dir.write(cat("m/part/", i, ".csv"), "1\n");
    v.dir.write("m/README.md", "# m\n");
    v.open("m");
    v.view->setMode(ManifestView::Mode::Manifest);
    StallMeter meter;
    QVERIFY(meter.runUntil([&] { return v.view->isCurrent(); }));
    QVERIFY(v.tree()->isVisible()); // in place of a text that would stall
    // Folded: a line for each layer, not for each of its members.
    QVERIFY(v.tree()->model()->rowCount() > 5000);
    QVERIFY2(v.tree()->model()->rowCount() < 5100, qPrintable(QString::number(v.tree()->model()->rowCount())));
    v.opened->document.setField("descriptor.title", "Typed");
    QVERIFY(meter.runUntil([&] { return v.view->isCurrent(); }));
    qInfo("longest stall %lld ms", static_cast<long long>(meter.longestMs()));
}

void TestManifestView::pendingDigestsAreWords()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    QVERIFY(v.ready());
    v.view->setMode(ManifestView::Mode::Manifest);
    const auto json = v.text("manifestJson")->toPlainText();
    QVERIFY(json.contains(QStringLiteral("\"sha256:… (pending)\"")));
    QVERIFY(!json.contains(QString(64, QLatin1Char('0'))));
    QVERIFY(v.label("manifestSummary").contains(QStringLiteral("pending")));
    QVERIFY(v.label("manifestSizes").startsWith(QStringLiteral("Config ")));
}

void TestManifestView::saysThatNothingWasPublishedYet()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    QVERIFY(v.ready());
    v.view->setMode(ManifestView::Mode::Changes);
    QVERIFY(v.label("manifestSentences").startsWith(QStringLiteral("Nothing of this package was published yet")));
    v.view->setBase("{", "{", QStringLiteral("broken"));
    QVERIFY(v.ready());
    QVERIFY(!v.label("manifestSentences").isEmpty());
}

void TestManifestView::updatesInPlace()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    v.view->resize(700, 200);
    QVERIFY(v.ready());
    v.view->setMode(ManifestView::Mode::Manifest);
    auto *text = v.text("manifestJson");
    text->verticalScrollBar()->setValue(20);
    v.opened->document.setAnnotations({{"org.example.note", "hello"}});
    QVERIFY(waitFor([&] { return text->toPlainText().contains(QStringLiteral("org.example.note")); }));
    QCOMPARE(text->verticalScrollBar()->value(), 20);
}

void TestManifestView::textTakesAnyEdit()
{
    JsonTextView view;
    const auto lines = [](const QString &text) {
        std::vector<JsonLine> result;
        for (const auto &line : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            result.push_back({line, ChangeMark::None});
        return result;
    };
    for (const char *step : {"a b c", "a b c d", "x a b c d", "x b c d", "x b c", "b", "a b", "a", "a a a", "a a", "q",
                             "q r s", "q s", "r s"}) {
        const auto now = QString::fromLatin1(step);
        view.setLines(lines(now));
        QCOMPARE(view.toPlainText(), QString(now).replace(QLatin1Char(' '), QLatin1Char('\n')));
    }
}

void TestManifestView::treeFoldsAndFollows()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    QVERIFY(v.ready());
    v.view->setMode(ManifestView::Mode::Tree);
    auto *tree = v.tree();
    QSignalSpy selected(v.view.get(), &ManifestView::entrySelected);
    const auto readme = v.opened->entry("README.md");
    v.view->showEntry(readme);
    QCOMPARE(selected.count(), 0); // what was asked for is not told back
    const int row = tree->currentIndex().row();
    QVERIFY(tree->tree().node(row).value.startsWith(QStringLiteral("README.md")));
    const int rows = tree->model()->rowCount();
    QTest::keyClick(tree, Qt::Key_Right);
    QVERIFY(tree->model()->rowCount() > rows);
    v.opened->document.setField("descriptor.title", "Typed");
    QVERIFY(v.ready());
    QVERIFY(tree->tree().isUnfolded(row)); // stays
    QTest::keyClick(tree, Qt::Key_Left);
    QCOMPARE(tree->model()->rowCount(), rows);
    tree->setCurrentIndex(tree->model()->index(row - 1, 0));
    QCOMPARE(selected.count(), 1);
}

void TestManifestView::copies()
{
    View v;
    makeModelFolder(v.dir, "m");
    v.open("m");
    QVERIFY(v.ready());
    v.view->setMode(ManifestView::Mode::Config);
    QTest::mouseClick(v.view->findChild<QAbstractButton *>(QStringLiteral("manifestCopyAll")), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("{\"descriptor\":{")));
    v.view->setMode(ManifestView::Mode::Tree);
    v.tree()->setCurrentIndex(v.tree()->model()->index(1, 0));
    QTest::mouseClick(v.view->findChild<QAbstractButton *>(QStringLiteral("manifestCopyValue")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("application/vnd.oci.image.manifest.v1+json"));
}

QTEST_MAIN(TestManifestView)
#include "tst_manifestview.moc"
