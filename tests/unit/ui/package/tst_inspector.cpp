// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "ui/package/inspector.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/sectionbox.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatAFileSaysOfItself();
    void editsOneAndMany();
    void copiesTheDigest();
    void confirmsAGuess();
    void survivesFilesThatGo();
    void staysReadable();
};

namespace {

std::string weights()
{
    std::string header = "{\"__metadata__\":{\"format\":\"pt\"}";
    for (int i = 0; i < 82; ++i)
        header += cat(",\"model.layers.", i, R"(.mlp.down_proj.weight":{"dtype":"BF16","shape":[2,2],"data_offsets":[)",
                      i * 8, ",", (i + 1) * 8, "]}");
    header += "}";
    std::string out;
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>(static_cast<unsigned char>(header.size() >> (8 * i)));
    return out + header + std::string(82 * 8, '\0');
}

void writeSample(const TestDir &dir)
{
    dir.write("model-00001-of-00004.safetensors", weights());
    dir.write("odd.xyz", std::string("\x01\x02\xff\x00zz", 6));
    dir.write("train.py", "print()");
}

class OpenInspector {
public:
    explicit OpenInspector(const std::filesystem::path &folder)
        : document(std::move(openFolder(folder, {}, TaskContext())).value()),
          preview(document, services.services),
          inspector(document, preview, services.services)
    {
        inspector.resize(336, 760);
        inspector.show();
    }
    template<typename T>
    T *find(const char *name)
    {
        return inspector.findChild<T *>(QLatin1String(name));
    }

    Bench services;
    PackageDocument document;
    PlanPreview preview;
    Inspector inspector;
};

QString valueOf(const FactGrid &grid, const QString &name)
{
    for (const auto &row : grid.rows()) {
        if (row.name == name)
            return row.value;
    }
    return {};
}

} // namespace

void TestInspector::showsWhatAFileSaysOfItself()
{
    TestDir dir;
    writeSample(dir);
    OpenInspector open(dir.path());
    open.inspector.showEntries({0});
    auto *grid = open.find<FactGrid>("inspectorFactGrid");
    QVERIFY(waitFor([&] { return valueOf(*grid, QStringLiteral("Tensors")) == QStringLiteral("82"); }));
    QCOMPARE(valueOf(*grid, QStringLiteral("Parameters")), QStringLiteral("328"));
    QCOMPARE(valueOf(*grid, QStringLiteral("Precision")), QStringLiteral("bfloat16 (82 of 82)"));
    QCOMPARE(open.find<FactGrid>("inspectorTensors")->rows().size(), std::size_t(3));
    open.find<QPushButton>("inspectorMoreTensors")->click();
    QCOMPARE(open.find<FactGrid>("inspectorTensors")->rows().size(), std::size_t(82));
    QCOMPARE(open.find<ElidedLabel>("inspectorTitle")->text(), QStringLiteral("model-00001-of-00004.safetensors"));
}

void TestInspector::editsOneAndMany()
{
    TestDir dir;
    writeSample(dir);
    OpenInspector open(dir.path());
    auto *kind = open.find<QComboBox>("inspectorKind");
    open.inspector.showEntries({0, 2});
    QVERIFY(waitFor([&] { return open.find<QLabel>("inspectorWhy")->text() == QStringLiteral("mixed"); }));
    QCOMPARE(kind->currentIndex(), -1);
    QVERIFY(!open.find<SectionBox>("inspectorFacts")->isVisible());
    const auto dataset = kind->findData(static_cast<int>(LayerKind::Dataset));
    Q_EMIT kind->activated(dataset);
    QVERIFY(open.document.state().state(0).kind == LayerKind::Dataset
            && open.document.state().state(2).kind == LayerKind::Dataset);
    QCOMPARE(open.document.undoStack().count(), 1);
    QVERIFY(waitFor([&] { return kind->currentIndex() == dataset; }));
    open.document.undoStack().undo();
    QVERIFY(waitFor([&] { return kind->currentIndex() == -1; }));
    open.inspector.showEntries({});
    QVERIFY(waitFor([&] { return !open.find<SectionBox>("inspectorLayer")->isVisible(); }));
}

void TestInspector::copiesTheDigest()
{
    TestDir dir;
    writeSample(dir);
    OpenInspector open(dir.path());
    open.inspector.showEntries({2});
    auto *digest = open.find<ElidedLabel>("inspectorDigestText");
    if (!open.services.session.hashCache())
        QSKIP("no hash cache on this machine");
    // A file that was just written is not cached, so nothing hashes it ahead: the section says so.
    QVERIFY(
        waitFor([&] { return open.find<SectionBox>("inspectorDigest")->isVisible() && !digest->text().isEmpty(); }));
    open.find<QToolButton>("copyDigest")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), digest->text());
}

void TestInspector::confirmsAGuess()
{
    TestDir dir;
    writeSample(dir);
    OpenInspector open(dir.path());
    open.inspector.showEntries({1});
    auto *confirm = open.find<QPushButton>("inspectorConfirm");
    QVERIFY(waitFor([&] { return confirm->isVisible(); }));
    confirm->click();
    QVERIFY(open.document.needingALook().empty());
    QVERIFY(waitFor([&] { return !confirm->isVisible(); }));
}

void TestInspector::survivesFilesThatGo()
{
    TestDir dir;
    writeSample(dir);
    OpenInspector open(dir.path());
    std::filesystem::remove(dir / "train.py");
    open.inspector.showEntries({2});
    auto *note = open.find<QLabel>("inspectorFactNote");
    QVERIFY(waitFor([&] { return note->isVisible() && !note->text().isEmpty(); }));
    open.document.applyRescan(std::move(rescan(open.document.state().toPackage(), {}, TaskContext())).value());
    QVERIFY(waitFor([&] { return open.find<QLabel>("inspectorSubtitle")->text().contains(QStringLiteral("gone")); }));
}

void TestInspector::staysReadable()
{
    const auto target = qEnvironmentVariable("MODELCRATE_GRABS");
    if (target.isEmpty())
        QSKIP("set MODELCRATE_GRABS to a folder to get pictures");
    TestDir dir;
    writeSample(dir);
    Theme::instance().apply(ThemeMode::Light);
    OpenInspector open(dir.path());
    open.inspector.showEntries({0});
    QVERIFY(waitFor([&] {
        return valueOf(*open.find<FactGrid>("inspectorFactGrid"), QStringLiteral("Tensors")) == QStringLiteral("82")
            && open.preview.isCurrent();
    }));
    QTest::qWait(50);
    open.inspector.grab().save(target + QStringLiteral("/inspector-light.png"));
    Theme::instance().apply(ThemeMode::Dark);
    open.inspector.showEntries({1, 2});
    QVERIFY(waitFor([&] { return open.find<QLabel>("inspectorWhy")->text() == QStringLiteral("mixed"); }));
    open.inspector.grab().save(target + QStringLiteral("/inspector-dark.png"));
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
