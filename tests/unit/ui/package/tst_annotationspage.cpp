// SPDX-License-Identifier: Apache-2.0
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/waiting.h"
#include "ui/package/annotationchecks.h"
#include "ui/package/annotationsmodel.h"
#include "ui/package/annotationspage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

struct OpenPage {
    OpenPage()
    {
        services.dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
        services.dir.write("m/README.md", "# Model\n\nSays things.\n");
        document = std::make_unique<PackageDocument>(openFolder(services.dir / "m", {}, TaskContext()).value());
        preview = std::make_unique<PlanPreview>(*document, services.services);
        page = std::make_unique<AnnotationsPage>(*document, *preview, services.services);
        view = page->findChild<QTableView *>(QStringLiteral("annotationsTable"));
        model = qobject_cast<AnnotationsModel *>(view->model());
        testModelsOf(*page);
        page->resize(1200, 700);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        view->setFocus();
        QVERIFY(waitFor([this] { return isCurrent(); }));
    }
    bool isCurrent() const { return preview->isCurrent() && model->isCurrent(); }
    QString text(int row, int column) const { return model->index(row, column).data().toString(); }
    QLineEdit *editor(const char *name) const { return view->findChild<QLineEdit *>(QLatin1String(name)); }
    void paste(const QString &lines) const
    {
        QGuiApplication::clipboard()->setText(lines);
        QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
    }

    Bench services;
    std::unique_ptr<PackageDocument> document;
    std::unique_ptr<PlanPreview> preview;
    std::unique_ptr<AnnotationsPage> page;
    QTableView *view = nullptr;
    AnnotationsModel *model = nullptr;
};

} // namespace

class TestAnnotationsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void reads_data();
    void reads();
    void remarks();
    void showsDerivedOnes();
    void addsByTyping();
    void pastesInOneStep();
    void movesToALayer();
    void deletes();
    void switches();
    void warnsOfSize();
    void looksRight();
};

void TestAnnotationsPage::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("lines") << QStringLiteral("a=1\n\n# no\nb = 2=3\n") << 2;
    QTest::newRow("options") << QStringLiteral("--annotation a=1\n-a b=2") << 2;
    QTest::newRow("json") << QStringLiteral("{\"a\":\"1\",\"b\":{\"c\":2}}") << 2;
    QTest::newRow("broken json") << QStringLiteral("{\"a\":") << -1;
    QTest::newRow("prose") << QStringLiteral("hello there") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestAnnotationsPage::reads()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const auto found = parseAnnotations(text);
    QCOMPARE(found ? static_cast<int>(found->size()) : -1, count);
    if (found)
        QCOMPARE(found->front(), (std::pair<std::string, std::string>("a", "1")));
}

// Scenario 24, the warnings.
void TestAnnotationsPage::remarks()
{
    const Annotations list{{"a", "1"},
                           {"b", "1"},
                           {"b", "2"},
                           {"org.opencontainers.image.licence", "MIT"},
                           {"org.opencontainers.image.licenses", "MIT"},
                           {"empty", ""},
                           {"", "x"},
                           {"token", "hf_" + std::string(34, 'x')}};
    const std::vector<bool> doubtful{false, true, true, true, false, true, true, true};
    for (std::size_t i = 0; i < list.size(); ++i)
        QCOMPARE(!annotationRemark(list, i).isEmpty(), bool(doubtful[i]));
    QVERIFY(!looksLikeSecret(QStringLiteral("sha256:") + QString(64, QLatin1Char('a'))));
    QVERIFY(!looksLikeSecret(QStringLiteral("https://example.com/sk-learn")));
}

void TestAnnotationsPage::showsDerivedOnes()
{
    const OpenPage open;
    QCOMPARE(open.model->addRow(), 0);
    QVERIFY(open.model->rowCount() > 1);
    QVERIFY(open.model->index(1, 0).data(AnnotationsModel::IsDerivedRole).toBool());
    QCOMPARE(open.text(1, AnnotationsModel::Origin), QStringLiteral("derived"));
    QVERIFY(!open.model->isYours(1));
    // Writing over a derived one makes it the user's.
    int row = -1;
    for (int i = 0; i < open.model->rowCount(); ++i) {
        if (open.text(i, AnnotationsModel::Key) == QLatin1String("org.opencontainers.image.title")
            && open.text(i, AnnotationsModel::Scope) == QLatin1String("Manifest"))
            row = i;
    }
    QVERIFY(row > 0);
    QVERIFY(open.model->setData(open.model->index(row, AnnotationsModel::Value), QStringLiteral("Mine")));
    QCOMPARE(open.text(0, AnnotationsModel::Value), QStringLiteral("Mine"));
    QVERIFY(waitFor([&] { return open.preview->isCurrent(); }));
    int times = 0;
    for (int i = 0; i < open.model->rowCount(); ++i)
        times += open.text(i, AnnotationsModel::Key) == QLatin1String("org.opencontainers.image.title")
                && open.text(i, AnnotationsModel::Scope) == QLatin1String("Manifest")
            ? 1
            : 0;
    QCOMPARE(times, 1);
}

// Scenario 24, the completer.
void TestAnnotationsPage::addsByTyping()
{
    const OpenPage open;
    QTest::mouseClick(open.page->findChild<QPushButton *>(QStringLiteral("addAnnotation")), Qt::LeftButton);
    auto *key = open.editor("annotationKey");
    QVERIFY(key && key->completer());
    key->completer()->setCompletionPrefix(QStringLiteral("licenses"));
    QCOMPARE(key->completer()->completionCount(), 1);
    QCOMPARE(key->completer()->currentCompletion(), QStringLiteral("org.opencontainers.image.licenses"));
    QVERIFY(key->completer()->currentIndex().data().toString().contains(QLatin1String("SPDX")));
    QTest::keyClicks(key, QStringLiteral("team"));
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_COMPARE(open.document->annotations(), (Annotations{{"team", ""}}));
    QCOMPARE(open.text(0, AnnotationsModel::Remark), QStringLiteral("Has no value"));
    // The value is asked for next.
    QTRY_VERIFY(open.editor("annotationValue"));
    QTest::keyClicks(open.editor("annotationValue"), QStringLiteral("support"));
    QTest::keyClick(open.editor("annotationValue"), Qt::Key_Return);
    QTRY_COMPARE(open.document->annotations(), (Annotations{{"team", "support"}}));
    QCOMPARE(open.model->remarkCount(), 0);
    open.page->activateWindow(); // the list of completions was the active one
    QTRY_VERIFY(open.view->hasFocus());
    QTest::keyClick(open.view, Qt::Key_F2);
    QTRY_VERIFY(open.editor("annotationValue"));
    QTest::keyClick(open.editor("annotationValue"), Qt::Key_Escape);
    open.document->undoStack().undo();
    open.document->undoStack().undo();
    QCOMPARE(open.document->annotations(), Annotations());
    QCOMPARE(open.model->addRow(), 0);
}

// Scenario 24, pasting.
void TestAnnotationsPage::pastesInOneStep()
{
    const OpenPage open;
    QStringList lines;
    for (int i = 0; i < 20; ++i)
        lines << QStringLiteral("example.key%1=value %1").arg(i);
    open.paste(lines.join(QLatin1Char('\n')));
    QCOMPARE(open.model->addRow(), 20);
    QCOMPARE(open.document->undoStack().count(), 1);
    open.document->undoStack().undo();
    QCOMPARE(open.model->addRow(), 0);
    open.paste(QStringLiteral("no annotations at all"));
    // Text that is neither goes into the current cell, if there is one; more lines of it are refused.
    open.paste(QStringLiteral("two\nlines"));
    QVERIFY(open.page->findChild<QWidget *>(QStringLiteral("annotationsMessage"))->isVisible());
}

void TestAnnotationsPage::movesToALayer()
{
    const OpenPage open;
    open.model->add({{"note", "big"}});
    QVERIFY(open.model->setData(open.model->index(0, AnnotationsModel::Scope), QStringLiteral("model.safetensors")));
    QCOMPARE(open.document->annotations(), Annotations());
    QCOMPARE(open.text(0, AnnotationsModel::Scope), QStringLiteral("model.safetensors"));
    QVERIFY(open.model->isYours(0));
    QVERIFY(!open.model->setData(open.model->index(0, AnnotationsModel::Scope), QStringLiteral("nowhere")));
    QVERIFY(open.page->findChild<QWidget *>(QStringLiteral("annotationsMessage"))->isVisible());
    open.document->undoStack().undo();
    QCOMPARE(open.document->annotations(), (Annotations{{"note", "big"}}));
    open.document->undoStack().undo();
    QCOMPARE(open.document->annotations(), Annotations());
}

void TestAnnotationsPage::deletes()
{
    const OpenPage open;
    open.model->add({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    open.view->selectionModel()->select(QItemSelection(open.model->index(0, 0), open.model->index(1, 0)),
                                        QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(open.view, Qt::Key_Delete);
    QCOMPARE(open.document->annotations(), (Annotations{{"c", "3"}}));
    open.document->undoStack().undo();
    QCOMPARE(open.document->annotations().size(), std::size_t(3));
}

void TestAnnotationsPage::switches()
{
    const OpenPage open;
    auto *oci = open.page->findChild<QCheckBox *>(QStringLiteral("ociAnnotations"));
    QVERIFY(oci->isChecked());
    oci->click();
    QVERIFY(!open.document->state().header->ociAnnotations);
    open.page->findChild<QCheckBox *>(QStringLiteral("keepTimes"))->click();
    QVERIFY(open.document->state().header->keepTimes);
    open.document->undoStack().undo();
    open.document->undoStack().undo();
    QVERIFY(oci->isChecked());
}

void TestAnnotationsPage::warnsOfSize()
{
    const OpenPage open;
    auto *bar = open.page->findChild<QWidget *>(QStringLiteral("annotationsSize"));
    QVERIFY(!bar->isVisible());
    open.model->add({{"big", std::string(maxAnnotationBytes, 'x')}});
    QVERIFY(bar->isVisible());
}

void TestAnnotationsPage::looksRight()
{
    const auto folder = qEnvironmentVariable("MODELCRATE_GRABS");
    if (folder.isEmpty())
        QSKIP("set MODELCRATE_GRABS to a folder to get pictures");
    const OpenPage open;
    open.model->add({{"com.example.team", "\u6587\u6863"}, {"org.opencontainers.image.licence", "MIT"}, {"empty", ""}});
    QVERIFY(waitFor([&] { return open.preview->isCurrent(); }));
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme::instance().apply(mode);
        QTest::qWait(20);
        open.page->grab().save(folder
                               + (mode == ThemeMode::Dark ? QStringLiteral("/annotations-dark.png")
                                                          : QStringLiteral("/annotations-light.png")));
    }
    Theme::instance().apply(ThemeMode::Light);
}

QTEST_MAIN(TestAnnotationsPage)
#include "tst_annotationspage.moc"
