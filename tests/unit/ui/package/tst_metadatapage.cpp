// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/validate.h"
#include "operations/edit.h"
#include "operations/publish.h"
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "support/weights.h"
#include "ui/artifact/fieldspec.h"
#include "ui/package/fieldcheck.h"
#include "ui/package/fieldconflict.h"
#include "ui/package/metadatapage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokenfield.h"

#include <functional>
#include <memory>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

/// A folder with a config.json and a README that says a few things of itself.
void writeModel(const TestDir &dir)
{
    dir.write("qwen/config.json", R"({"model_type":"qwen2","torch_dtype":"bfloat16"})");
    dir.write("qwen/README.md",
              "---\nlicense: apache-2.0\nlanguage:\n- en\n- de\npipeline_tag: text-generation\n---\n"
              "# Qwen support\n\nAnswers questions of customers.\n");
    dir.write("qwen/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
}

struct OpenPage {
    OpenPage() : OpenPage([](Package &) {}) { }
    explicit OpenPage(const std::function<void(Package &)> &change)
    {
        writeModel(services.dir);
        auto opened = openFolder(services.dir / "qwen", {}, TaskContext()).value();
        change(opened.package);
        start(std::move(opened));
    }
    OpenPage(const std::string &folder, const std::function<void(const TestDir &)> &write)
    {
        write(services.dir);
        start(openFolder(services.dir / folder, {}, TaskContext()).value());
    }
    /// The same model, published in the store and opened from there.
    struct Published { };
    explicit OpenPage(Published)
    {
        writeModel(services.dir);
        const TaskContext context;
        const auto place = parseLocation("store:team/qwen:v1").value();
        const auto made = openFolder(services.dir / "qwen", {}, context).value().package;
        static_cast<void>(publish(made, place, {}, services.session, context).value());
        start(openForEdit(place, services.session, context).value());
    }
    void start(OpenedPackage opened)
    {
        document = std::make_unique<PackageDocument>(std::move(opened));
        preview = std::make_unique<PlanPreview>(*document, services.services);
        page = std::make_unique<MetadataPage>(*document, *preview, services.services);
        page->resize(1300, 800);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QLineEdit *line(const char *path) const
    {
        const auto name = QLatin1String(path);
        if (auto *field = find<TokenField>(name))
            return field->findChild<QLineEdit *>(QStringLiteral("tokenEdit"));
        if (auto *combo = find<QComboBox>(name))
            return combo->lineEdit();
        return find<QLineEdit>(name);
    }
    QString notice(const char *path) const
    {
        auto *row = find<QWidget>(QLatin1String(path) + QStringLiteral(".notice"));
        return row->isVisibleTo(page.get()) ? find<QLabel>(QLatin1String(path) + QStringLiteral(".error"))->text()
                                            : QString();
    }
    QString config(const char *path) const
    {
        const auto *value = document->field(path);
        return value ? toQString(dumpJson(*value)) : QString();
    }
    /// Puts the keyboard into a field and types over what is there.
    void type(const char *path, const QString &text) const
    {
        page->focusField(QLatin1String(path));
        auto *edit = line(path);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    Bench services;
    std::unique_ptr<PackageDocument> document;
    std::unique_ptr<PlanPreview> preview;
    std::unique_ptr<MetadataPage> page;
};

void makeEmpty(Package &package)
{
    package.config = {};
    package.detected.clear();
}

} // namespace

class TestMetadataPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void everyFieldHasARow();
    void suggestionsAreValid();
    void checks_data();
    void checks();
    void fillsFromTheFiles();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void triStateLeavesTheKeyOut();
    void scenario23_clearingEverythingIsValid();
    void typingIsOneStep();
    void aTextKeepsItsSpaces();
    void repairIsAStepOfItsOwn();
    void draftsSurvive();
    void caretStays();
    void sourcesThatDisagree();
    void headersAgainstNameAndConfig();
    void leftOutWeightsContradictNobody();
    void saysWhatIsAsPublished();
    void findsFields();
    void foreignValuesStay();
    void unitsAndLanguages();
    void looksRight();
};

void TestMetadataPage::everyFieldHasARow()
{
    for (const auto &field : configFields()) {
        const auto *spec = findFieldSpec(field.path);
        QVERIFY2(spec, std::string(field.path).c_str());
        QVERIFY(!spec->label().isEmpty() && !spec->help().isEmpty());
        QCOMPARE(spec->kind == FieldInputKind::TriState, field.type == ConfigFieldType::Boolean);
        QCOMPARE(isTokenKind(spec->kind) && spec->kind != FieldInputKind::JoinedWords,
                 field.type == ConfigFieldType::StringList || field.type == ConfigFieldType::ModalityList
                     || field.type == ConfigFieldType::LanguageList);
    }
    QCOMPARE(fieldSpecs().size(), configFields().size());
    QCOMPARE(fieldSpecAt("/descriptor/licenses/0"), findFieldSpec("descriptor.licenses"));
    QCOMPARE(fieldSpecAt("/modelfs/diffIds"), nullptr);
}

void TestMetadataPage::suggestionsAreValid()
{
    for (const auto &spec : fieldSpecs()) {
        for (const auto &word : tokenCompletions(spec)) {
            if (isTokenKind(spec.kind))
                QVERIFY2(checkToken(spec, tokenOf(spec, word)).isValid(), qPrintable(word));
            else if (spec.kind != FieldInputKind::ParamSize)
                QVERIFY2(checkField(spec, word).isValid(), qPrintable(word));
        }
    }
}

void TestMetadataPage::checks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("repair");
    const auto add = [](const char *path, const char *typed, bool valid, const char *repair = "") {
        QTest::addRow("%s: %s", path, typed)
            << QString::fromLatin1(path) << QString::fromUtf8(typed) << valid << QString::fromUtf8(repair);
    };
    const char *cutoff = "config.capabilities.knowledgeCutoff";
    add(cutoff, "2025-03", false, "2025-03-31T00:00:00Z");
    add(cutoff, "2025", false, "2025-12-31T00:00:00Z");
    add(cutoff, "2025-03-05", false, "2025-03-05T00:00:00Z");
    add(cutoff, "2025-02-30", false);
    add(cutoff, "soon", false);
    add(cutoff, "2025-03-05T10:20:30+02:00", true);
    add("descriptor.createdAt", "2025-03", false, "2025-03-01T00:00:00Z");
    add("descriptor.createdAt", "2025-03-05 9:20", false, "2025-03-05T09:20:00Z");
    add("descriptor.createdAt", "2025-03-05t09:20:00z", false, "2025-03-05T09:20:00Z");
    add("config.paramSize", "7.65B", false, "7.7B");
    add("config.paramSize", "7615616512", false, "7.6B");
    add("config.paramSize", "7.6B", true);
    add("config.paramSize", "many", false);
    add("config.precision", "bf16", false, "bfloat16");
    add("config.precision", "bfloat16\nint8", true);
    add("config.precision", "float17", false, "float16");
    add("descriptor.licenses", "Apache-2.0", true);
    add("descriptor.licenses", "MIT OR Apache-2.0", true);
    add("descriptor.licenses", "apache 2.0", false, "Apache-2.0");
    add("descriptor.licenses", "Apach-2.0", false, "Apache-2.0");
    add("config.capabilities.languages", "eng", false, "en");
    add("config.capabilities.languages", "German", false, "de");
    add("config.capabilities.languages", "en\nde", true);
    add("config.capabilities.inputTypes", "txt", false, "text");
    add("descriptor.docURL", "example.com/docs", false, "https://example.com/docs");
    add("descriptor.docURL", "https://example.com", true);
    add("descriptor.docURL", "two words", false);
    add("descriptor.datasetsURL", "https://a.example/x,y", true);
    add("config.format", "keras", true);
    add("descriptor.name", "  ", true);
}

void TestMetadataPage::checks()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(bool, valid);
    QFETCH(QString, repair);
    const auto *spec = findFieldSpec(toUtf8(path));
    const auto check = checkField(*spec, typed);
    QCOMPARE(check.isValid(), valid);
    QCOMPARE(check.repair, repair);
    if (!repair.isEmpty())
        QVERIFY(checkField(*spec, repair).isValid());
    // What is written comes back as the same text.
    if (valid && !typed.trimmed().isEmpty())
        QCOMPARE(fieldText(*spec, &check.value), typed);
}

// Scenario 20.
void TestMetadataPage::fillsFromTheFiles()
{
    const OpenPage open;
    QCOMPARE(open.line("descriptor.family")->text(), QStringLiteral("qwen2"));
    QCOMPARE(open.find<TokenField>(QStringLiteral("descriptor.licenses"))->tokens(),
             QStringList{QStringLiteral("Apache-2.0")});
    QCOMPARE(open.find<TokenField>(QStringLiteral("config.precision"))->tokens(),
             QStringList{QStringLiteral("bfloat16")});
    QCOMPARE(open.find<QWidget>(QStringLiteral("descriptor.family.source"))->accessibleName(),
             QStringLiteral("config.json"));
    QCOMPARE(open.find<QWidget>(QStringLiteral("descriptor.licenses.source"))->accessibleName(),
             QStringLiteral("README.md"));
    auto *use = open.find<QToolButton>(QStringLiteral("descriptor.family.useDetected"));
    QVERIFY(!use->isVisible());
    open.type("descriptor.family", QStringLiteral("mine"));
    QCOMPARE(open.config("descriptor.family"), QStringLiteral("\"mine\""));
    QCOMPARE(open.find<QWidget>(QStringLiteral("descriptor.family.source"))->accessibleName(), QStringLiteral("you"));
    QVERIFY(use->isVisible());
    // What appears below the source must not push the field away from its label.
    const auto *label = open.find<QWidget>(QStringLiteral("descriptor.family.label"));
    const auto fieldTop = [&] { return open.line("descriptor.family")->mapTo(label->parentWidget(), QPoint()).y(); };
    QVERIFY(waitFor([&] { return std::abs(fieldTop() - label->y()) <= 2; })); // its frame
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(open.config("descriptor.family"), QStringLiteral("\"qwen2\""));
    QCOMPARE(open.line("descriptor.family")->text(), QStringLiteral("qwen2"));
    QVERIFY(!use->isVisible());
    open.document->undoStack().undo();
    QCOMPARE(open.line("descriptor.family")->text(), QStringLiteral("mine"));
}

void TestMetadataPage::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::newRow("date") << QStringLiteral("config.capabilities.knowledgeCutoff") << QStringLiteral("2025-03");
    QTest::newRow("licence") << QStringLiteral("descriptor.licenses") << QStringLiteral("Apach-2");
    QTest::newRow("size") << QStringLiteral("config.paramSize") << QStringLiteral("7.65");
    QTest::newRow("precision") << QStringLiteral("config.precision") << QStringLiteral("bf16");
    QTest::newRow("address") << QStringLiteral("descriptor.docURL") << QStringLiteral("nowhere");
    QTest::newRow("language") << QStringLiteral("config.capabilities.languages") << QStringLiteral("eng");
}

// Scenario 21.
void TestMetadataPage::saysWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    const OpenPage open(makeEmpty);
    QSignalSpy spy(open.page.get(), &MetadataPage::problemsChanged);
    const auto name = path.toLatin1();
    open.type(name.constData(), typed);
    // An open list of completions has the keys first.
    auto *popup = QApplication::activePopupWidget();
    QTest::keyClick(popup ? popup : open.line(name.constData()), Qt::Key_Tab);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    open.page->activateWindow();
    QTRY_VERIFY(open.page->isActiveWindow());
    QVERIFY(!open.notice(name.constData()).isEmpty());
    QCOMPARE(open.page->problemCount(), 1);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(open.config(name.constData()), QString());
    QVERIFY(open.document->draft(name.constData()));
    open.page->focusField(QStringLiteral("descriptor.name"));
    QVERIFY(!open.line(name.constData())->hasFocus());
    open.page->focusField(open.page->problems().front().field);
    QVERIFY(open.line(name.constData())->hasFocus());
    QCOMPARE(open.line(name.constData())->text(), typed);
}

// Scenario 22.
void TestMetadataPage::triStateLeavesTheKeyOut()
{
    const OpenPage open(makeEmpty);
    auto *row = open.find<QWidget>(QStringLiteral("config.capabilities.toolUsage.row"));
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateYes")), Qt::LeftButton);
    QCOMPARE(open.config("config.capabilities.toolUsage"), QStringLiteral("true"));
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateNo")), Qt::LeftButton);
    QCOMPARE(open.config("config.capabilities.toolUsage"), QStringLiteral("false"));
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateNotStated")), Qt::LeftButton);
    QCOMPARE(open.config("config.capabilities.toolUsage"), QString());
    QVERIFY(open.document->state().header->config.toBytes({}).find("toolUsage") == std::string::npos);
}

// Scenario 23.
void TestMetadataPage::scenario23_clearingEverythingIsValid()
{
    const OpenPage open;
    for (const auto &spec : fieldSpecs()) {
        const auto name = std::string(spec.path);
        open.page->focusField(spec.name());
        if (spec.kind == FieldInputKind::TriState) {
            auto *row = open.find<QWidget>(spec.name() + QStringLiteral(".row"));
            QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateNotStated")), Qt::LeftButton);
        } else if (auto *text = open.find<QPlainTextEdit>(spec.name())) {
            text->selectAll();
            QTest::keyClick(text, Qt::Key_Delete);
        } else if (isTokenKind(spec.kind)) {
            auto *field = open.find<TokenField>(spec.name());
            while (!field->tokens().isEmpty())
                QTest::keyClick(open.line(name.c_str()), Qt::Key_Backspace);
        } else {
            open.type(name.c_str(), {});
        }
        QVERIFY2(!open.document->field(spec.path), name.c_str());
        QVERIFY(open.find<QWidget>(spec.name() + QStringLiteral(".row"))->isVisible());
    }
    const std::vector<std::string> diffIds{"sha256:" + std::string(64, 'a')};
    QVERIFY(!hasErrors(validateConfig(open.document->state().header->config.toBytes(diffIds))));
    QCOMPARE(open.page->problemCount(), 0);
}

void TestMetadataPage::aTextKeepsItsSpaces()
{
    const OpenPage open([](Package &package) {
        if (!package.config.set("descriptor.description", "7\u00a0B of\u202fparameters"))
            qFatal("the field takes no text");
    });
    const auto steps = open.document->undoStack().count();
    open.page->focusField(QStringLiteral("descriptor.description"));
    auto *text = open.find<QPlainTextEdit>(QStringLiteral("descriptor.description"));
    text->moveCursor(QTextCursor::End);
    QCOMPARE(open.document->undoStack().count(), steps);
    QTest::keyClicks(text, QStringLiteral(", or so"));
    const auto *value = open.document->field("descriptor.description");
    QVERIFY(value && *value == Json("7\u00a0B of\u202fparameters, or so"));
}

void TestMetadataPage::typingIsOneStep()
{
    const OpenPage open;
    const auto before = open.document->state().header->config.toBytes({});
    open.type("descriptor.version", QStringLiteral("1.3.0"));
    QCOMPARE(open.document->undoStack().count(), 1);
    auto *edit = open.line("descriptor.version");
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit->text(), QString());
    QCOMPARE(open.document->state().header->config.toBytes({}), before);
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->text(), QStringLiteral("1.3.0"));
    QCOMPARE(open.document->undoStack().count(), 1);
}

void TestMetadataPage::repairIsAStepOfItsOwn()
{
    const OpenPage open;
    const char *path = "config.capabilities.knowledgeCutoff";
    open.type(path, QStringLiteral("2025-03"));
    auto *repair = open.find<QToolButton>(QLatin1String(path) + QStringLiteral(".repair"));
    QVERIFY(repair->isVisible());
    QCOMPARE(repair->text(), QStringLiteral("Use 2025-03-31T00:00:00Z"));
    QTest::mouseClick(repair, Qt::LeftButton);
    QCOMPARE(open.config(path), QStringLiteral("\"2025-03-31T00:00:00Z\""));
    QCOMPARE(open.notice(path), QString());
    open.document->undoStack().undo();
    QCOMPARE(open.line(path)->text(), QStringLiteral("2025-03"));
    QCOMPARE(open.page->problemCount(), 1);
}

void TestMetadataPage::draftsSurvive()
{
    const OpenPage open([](Package &package) {
        package.config.remove("descriptor.licenses");
        package.drafts["descriptor.licenses"] = "Apache-2.0\nApach-9";
        package.drafts["config.paramSize"] = "7.65B";
    });
    QCOMPARE(open.find<TokenField>(QStringLiteral("descriptor.licenses"))->tokens(),
             QStringList{QStringLiteral("Apache-2.0")});
    QCOMPARE(open.line("descriptor.licenses")->text(), QStringLiteral("Apach-9"));
    QCOMPARE(open.line("config.paramSize")->text(), QStringLiteral("7.65"));
    QCOMPARE(open.page->problemCount(), 2);
    QVERIFY(!open.notice("config.paramSize").isEmpty());
}

void TestMetadataPage::caretStays()
{
    const OpenPage open;
    auto *edit = open.line("descriptor.name");
    open.page->focusField(QStringLiteral("descriptor.name"));
    edit->setCursorPosition(2);
    QTest::keyClicks(edit, QStringLiteral("X"));
    QCOMPARE(edit->cursorPosition(), 3);
    open.document->setField("descriptor.version", Json("9"));
    QCOMPARE(edit->cursorPosition(), 3);
    QCOMPARE(open.line("descriptor.version")->text(), QStringLiteral("9"));
    // A blank at the end does not vanish under the fingers.
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClicks(edit, QStringLiteral(" "));
    QCOMPARE(edit->text(), QStringLiteral("qwXen "));
    QCOMPARE(open.config("descriptor.name"), QStringLiteral("\"qwXen\""));
    QTest::keyClicks(edit, QStringLiteral("two"));
    QCOMPARE(open.config("descriptor.name"), QStringLiteral("\"qwXen two\""));
}

void TestMetadataPage::sourcesThatDisagree()
{
    const OpenPage open([](Package &package) {
        package.detected.push_back({"config.precision", Json("float16"), "config.json: torch_dtype"});
    });
    auto *box = open.find<QWidget>(QStringLiteral("config.precision.conflict"));
    QVERIFY(box && box->isVisible());
    auto *use = open.find<QPushButton>(QStringLiteral("config.precision.use1"));
    QVERIFY(use);
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"float16\""));
    QTRY_VERIFY(open.find<QPushButton>(QStringLiteral("config.precision.use0")));
    QCOMPARE(open.page->problemCount(), 0);
    QCOMPARE(open.document->undoStack().count(), 1);
    // What is there already needs no step.
    Q_EMIT open.page->findChildren<FieldConflict *>().last()->chosen(QStringLiteral("float16"));
    QCOMPARE(open.document->undoStack().count(), 1);
    open.document->undoStack().undo();
    QVERIFY(!open.document->isModified());
}

void TestMetadataPage::headersAgainstNameAndConfig()
{
    // What is on many disks: weights converted to half precision, in a folder with a rounded size of another model.
    const std::string folder = "llama-7B-support";
    const OpenPage open(folder, [&](const TestDir &dir) {
        for (const int shard : {1, 2, 3, 4})
            writeSafetensors(dir, cat(folder, "/model-0000", shard, "-of-00004.safetensors"),
                             {{cat("layer.", shard, ".weight"), "F16", 2'007'565'312}});
        dir.write(folder + "/config.json", R"({"model_type":"llama","torch_dtype":"bfloat16"})");
    });
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"8.0B\""));
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"float16\""));
    const auto shards = QStringLiteral("model-00001-of-00004.safetensors (+3)");
    QCOMPARE(open.find<QWidget>(QStringLiteral("config.paramSize.source"))->accessibleName(), shards);
    QVERIFY(!open.find<QWidget>(QStringLiteral("config.format.conflict")));

    auto *box = open.find<QWidget>(QStringLiteral("config.paramSize.conflict"));
    QVERIFY(box && box->isVisible());
    QVERIFY(box->accessibleName().contains(QStringLiteral("Two sources disagree")));
    QStringList words;
    for (const auto *label : box->findChildren<QLabel *>())
        words << label->text();
    for (const auto *label : box->findChildren<ElidedLabel *>())
        words << label->text();
    for (const auto &expected : {QStringLiteral("8.0B"), shards, QStringLiteral("In use"), QStringLiteral("7.0B"),
                                 QStringLiteral("folder name")})
        QVERIFY2(words.contains(expected),
                 qPrintable(expected + QStringLiteral(" in ") + words.join(QLatin1Char(','))));
    QVERIFY(!open.find<QPushButton>(QStringLiteral("config.paramSize.use0")));

    QTest::mouseClick(open.find<QPushButton>(QStringLiteral("config.paramSize.use1")), Qt::LeftButton);
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"7.0B\""));
    QCOMPARE(open.find<QWidget>(QStringLiteral("config.paramSize.source"))->accessibleName(),
             QStringLiteral("folder name"));
    QTest::mouseClick(open.find<QPushButton>(QStringLiteral("config.precision.use1")), Qt::LeftButton);
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"bfloat16\""));
    // Back is one step, and so is the other way.
    open.document->undoStack().undo();
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"float16\""));
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"7.0B\""));
    QTRY_VERIFY(open.find<QPushButton>(QStringLiteral("config.paramSize.use0")));
    QTest::mouseClick(open.find<QPushButton>(QStringLiteral("config.paramSize.use0")), Qt::LeftButton);
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"8.0B\""));
    QCOMPARE(open.page->problemCount(), 0);
}

void TestMetadataPage::leftOutWeightsContradictNobody()
{
    const OpenPage open("m", [](const TestDir &dir) {
        writeSafetensors(dir, "m/model.safetensors", {{"a", "F32", 5'000'000}});
        writeSafetensors(dir, "m/model.fp16.safetensors", {{"a", "F16", 5'000'000}});
    });
    const auto isShown = [&] {
        // A box that is on its way out is hidden first; a new one is shown by its layout later.
        const auto boxes = open.page->findChildren<QWidget *>(QStringLiteral("config.precision.conflict"));
        return std::any_of(boxes.begin(), boxes.end(), [](const QWidget *box) { return !box->isHidden(); });
    };
    QVERIFY(isShown());
    const auto half = open.document->entryAt("model.fp16.safetensors");
    QVERIFY(half);
    open.document->setIncluded({*half}, false);
    QVERIFY(!isShown());
    open.document->undoStack().undo();
    QTRY_VERIFY(isShown());
    // What is in use stays in sight although its file is left out: there is another to take now.
    const auto full = open.document->entryAt("model.safetensors");
    QVERIFY(full);
    open.document->setIncluded({*full}, false);
    QTRY_VERIFY(isShown());
    QTest::mouseClick(open.find<QPushButton>(QStringLiteral("config.precision.use1")), Qt::LeftButton);
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"float16\""));
    QVERIFY(!isShown());
}

void TestMetadataPage::saysWhatIsAsPublished()
{
    const OpenPage open{OpenPage::Published{}};
    const auto *source = open.find<ElidedLabel>(QStringLiteral("descriptor.family.source"));
    auto *restore = open.find<QToolButton>(QStringLiteral("descriptor.family.restore"));
    const auto *summary = open.find<QLabel>(QStringLiteral("metadataSummary"));
    QCOMPARE(source->text(), QStringLiteral("as published"));
    QVERIFY(source->toolTip().contains(QStringLiteral("store:team/qwen:v1")));
    QVERIFY(!restore->isVisible());
    QCOMPARE(open.find<ElidedLabel>(QStringLiteral("descriptor.vendor.source"))->text(),
             QStringLiteral("not published"));
    QTRY_VERIFY(summary->text().endsWith(QStringLiteral("0 not as published.")));

    open.type("descriptor.family", QStringLiteral("mine"));
    QCOMPARE(source->text(), QStringLiteral("you"));
    QVERIFY(source->toolTip().isEmpty());
    QVERIFY(restore->isVisible());
    QVERIFY(restore->accessibleName().contains(QStringLiteral("qwen2")));
    QCOMPARE(open.find<ElidedLabel>(QStringLiteral("descriptor.licenses.source"))->text(),
             QStringLiteral("as published"));
    QTRY_VERIFY(summary->text().endsWith(QStringLiteral("1 not as published.")));

    QTest::mouseClick(restore, Qt::LeftButton);
    QCOMPARE(open.config("descriptor.family"), QStringLiteral("\"qwen2\""));
    QCOMPARE(open.line("descriptor.family")->text(), QStringLiteral("qwen2"));
    QCOMPARE(source->text(), QStringLiteral("as published"));
    QVERIFY(!restore->isVisible());
    QCOMPARE(open.document->changes(), std::size_t(0));
    open.document->undoStack().undo(); // a step of its own
    QCOMPARE(open.line("descriptor.family")->text(), QStringLiteral("mine"));
    QCOMPARE(source->text(), QStringLiteral("you"));

    // What was left out in this edit, and what was not there before.
    open.document->setField("descriptor.family", Json());
    QCOMPARE(source->text(), QStringLiteral("left out by you"));
    QVERIFY(restore->isVisible());
    open.type("descriptor.vendor", QStringLiteral("acme"));
    auto *leaveOut = open.find<QToolButton>(QStringLiteral("descriptor.vendor.restore"));
    QTest::mouseClick(leaveOut, Qt::LeftButton);
    QVERIFY(!open.document->field("descriptor.vendor"));
    QVERIFY(!leaveOut->isVisible());
    // A text that is no value yet is a change, too.
    open.document->setDraft("descriptor.createdAt", "soon");
    QCOMPARE(open.find<ElidedLabel>(QStringLiteral("descriptor.createdAt.source"))->text(), QStringLiteral("you"));
    open.document->discardChanges();
    QCOMPARE(source->text(), QStringLiteral("as published"));
}

void TestMetadataPage::findsFields()
{
    const OpenPage open;
    const auto isSeen = [&](const char *path) {
        return open.find<QWidget>(QLatin1String(path) + QStringLiteral(".row"))->isVisible();
    };
    QVERIFY(!isSeen("descriptor.vendor"));
    open.page->setFilter(QStringLiteral("vendor"));
    QVERIFY(isSeen("descriptor.vendor"));
    QVERIFY(!isSeen("descriptor.name"));
    open.page->setFilter(QStringLiteral("no such thing"));
    QVERIFY(open.find<QLabel>(QStringLiteral("metadataNothingFound"))->isVisible());
    open.page->setFilter({});
    QVERIFY(isSeen("descriptor.name"));
    open.find<QCheckBox>(QStringLiteral("showEmptyFields"))->click();
    QVERIFY(isSeen("descriptor.vendor"));
    open.find<QCheckBox>(QStringLiteral("showEmptyFields"))->click();
    QVERIFY(!isSeen("descriptor.vendor"));
    open.page->focusField(QStringLiteral("/descriptor/vendor"));
    QVERIFY(isSeen("descriptor.vendor"));
    QVERIFY(open.line("descriptor.vendor")->hasFocus());
}

void TestMetadataPage::foreignValuesStay()
{
    // What another tool wrote is kept and remarked on, not dropped.
    const OpenPage open([](Package &package) {
        auto document = package.config.document();
        document.asObject()->find("descriptor")->asObject()->set("licenses", Json::Array{"Llama 3 community"});
        document.asObject()->find("descriptor")->asObject()->set("name", 5);
        package.config = ModelConfig(std::move(document));
    });
    QVERIFY(!open.notice("descriptor.licenses").isEmpty());
    QVERIFY(!open.notice("descriptor.name").isEmpty());
    open.type("descriptor.version", QStringLiteral("2"));
    QCOMPARE(open.config("descriptor.licenses"), QStringLiteral("[\"Llama 3 community\"]"));
    QCOMPARE(open.config("descriptor.name"), QStringLiteral("5"));
    QCOMPARE(open.page->problemCount(), 1);
}

void TestMetadataPage::unitsAndLanguages()
{
    const OpenPage open(makeEmpty);
    open.type("config.paramSize", QStringLiteral("7.6"));
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"7.6B\""));
    open.type("config.paramSize", QStringLiteral("350M"));
    QCOMPARE(open.config("config.paramSize"), QStringLiteral("\"350M\""));
    QTest::keyClick(open.line("config.paramSize"), Qt::Key_Tab);
    QCOMPARE(open.line("config.paramSize")->text(), QStringLiteral("350"));
    QCOMPARE(open.find<QComboBox>(QStringLiteral("config.paramSize.unit"))->currentText(), QStringLiteral("M"));
    open.type("config.capabilities.languages", QStringLiteral("en,zh,German"));
    QTest::keyClick(open.line("config.capabilities.languages"), Qt::Key_Return);
    QCOMPARE(open.config("config.capabilities.languages"), QStringLiteral("[\"en\",\"zh\",\"de\"]"));
    open.type("config.precision", QStringLiteral("bfloat16,int8,"));
    QCOMPARE(open.config("config.precision"), QStringLiteral("\"bfloat16,int8\""));
    open.page->focusField(QStringLiteral("descriptor.createdAt"));
    QTest::mouseClick(open.find<QToolButton>(QStringLiteral("descriptor.createdAt.now")), Qt::LeftButton);
    QVERIFY(open.document->field("descriptor.createdAt"));
}

void TestMetadataPage::looksRight()
{
    const auto folder = qEnvironmentVariable("MODELCRATE_GRABS");
    if (folder.isEmpty())
        QSKIP("set MODELCRATE_GRABS to a folder to get pictures");
    const OpenPage open([](Package &package) {
        package.detected.push_back({"config.precision", Json("float16"), "config.json: torch_dtype"});
        static_cast<void>(
            package.config.set("descriptor.authors", Json::Array{"Acme ML <ml@acme.example>", "Jana Kr\u00fcger"}));
        static_cast<void>(package.config.set("descriptor.vendor", Json("\u963f\u91cc\u4e91\u901a\u4e49\u5343\u95ee")));
        static_cast<void>(package.config.set("descriptor.revision", Json(std::string(90, 'a'))));
        static_cast<void>(package.config.set("config.capabilities.toolUsage", Json(true)));
        static_cast<void>(package.config.set("config.paramSize", Json("7.6B")));
        package.drafts["config.capabilities.knowledgeCutoff"] = "2025-03";
    });
    auto *panel = new QWidget;
    open.page->setSidePanel(panel);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme::instance().apply(mode);
        const auto name = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        open.page->resize(1368, 820);
        QTest::qWait(50);
        open.page->grab().save(folder + QStringLiteral("/metadata-%1.png").arg(name));
        open.page->resize(828, 520);
        QTest::qWait(50);
        open.page->grab().save(folder + QStringLiteral("/metadata-narrow-%1.png").arg(name));
    }
    Theme::instance().apply(ThemeMode::Light);
}

QTEST_MAIN(TestMetadataPage)
#include "tst_metadatapage.moc"
