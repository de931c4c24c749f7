// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/fileclassifier.h"
#include "modelpack/modctlrules.h"
#include "support/testing.h"

#include <array>
#include <map>
#include <set>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestFileClassifier : public QObject {
    Q_OBJECT

private slots:
    void sortsNames_data();
    void sortsNames();
    void asksTheBytes_data();
    void asksTheBytes();
    void sortsAsModctl_data();
    void sortsAsModctl();
    void classifiesFolders();
    void precisionAndRecall();
    void ownRulesStandAboveTheOthers();
};

void TestFileClassifier::sortsNames_data()
{
    QTest::addColumn<QString>("kind");
    const auto rows = [](const char *kind, std::initializer_list<const char *> names) {
        for (const char *name : names)
            QTest::newRow(name) << kind;
    };
    rows("weight",
         {"model-00001-of-00002.safetensors", "consolidated.00.pth", "model.onnx_data",
          "variables/variables.data-00000-of-00001", "model.gguf.part1of2", "m.keras"});
    rows("config",
         {"config.json", "tokenizer.model", "spiece.model", "vocab.txt", "merges.txt", "chat_template.jinja",
          "templates/x.jinja2", "model.safetensors.index.json", "preprocessor_config.json", "params.yaml",
          "labels.txt"});
    rows("doc",
         {"README.md", "LICENSE", "NOTICE", "COPYING", "LICENSE.txt", "docs/logo.png", "BUILDING.md", "build_notes.md",
          "USE_POLICY.md", "CHANGELOG"});
    rows("code",
         {"run.py", "package.json", "pyproject.toml", "Cargo.toml", "setup.cfg", "requirements.txt",
          "requirements-dev.txt", "CMakeLists.txt", "Makefile", "Dockerfile.cuda", "notebook.ipynb", "license.py",
          "libx.so"});
    rows("dataset",
         {"train.jsonl", "train.parquet", "data.arrow", "train.csv", "x.wav", "x.flac", "x.mp3", "data/训练 café.csv"});
}

void TestFileClassifier::sortsNames()
{
    QFETCH(QString, kind);
    const auto classification = FileClassifier().classify(QTest::currentDataTag(), 1_MiB, "text that says nothing");
    QCOMPARE(QString::fromUtf8(toString(classification.kind).data()), kind);
    QVERIFY(!classification.rule.empty());
    QVERIFY(classification.certainty != Certainty::Guess);
}

void TestFileClassifier::asksTheBytes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *path, const QByteArray &bytes, const char *kind) {
        QTest::newRow(path) << path << bytes << kind;
    };
    row("weights", QByteArray("GGUF\x03\0\0\0\x05\0\0\0\0\0\0\0", 16), "weight");
    row("vocab.gguf", QByteArray("GGUF\x03\0\0\0\0\0\0\0\0\0\0\0", 16), "config");
    row("input_0.pb",
        QByteArray("\x08\x03\x10\x01\x42\x01xJ\x04"
                   "abcd",
                   13),
        "dataset");
    row("graph.pb", QByteArray("\x0a\x10\x0a\x05hello\x12\x05", 11) + "world", "weight");
    row("tool", "#!/bin/sh\nexit 0\n", "code");
    row("tok.model",
        QByteArray("\x0a\x0e\x0a\x05<unk>\x15\0\0\0\0\x18\x02\x0a\x0c\x0a\x03<s>\x15\0\0\0\0\x18\x03\x0a\x0d\x0a\x04</"
                   "s>\x15\0\0\0\0\x18\x03",
                   45),
        "config");
    row("blob.bin", QByteArray("\x01\x02\0\0\x05", 5), "weight");
    row("archive.zip", QByteArray("PK\x03\x04xx"), "dataset");
    row("checkpoint.pt", QByteArray("PK\x03\x04xx"), "weight");
    row("x.dat", QByteArray("\x89PNG\r\n\x1a\n", 8), "doc");
}

void TestFileClassifier::asksTheBytes()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    const auto classification =
        FileClassifier().classify(path.toStdString(), ByteCount(bytes.size()), bytes.toStdString());
    QCOMPARE(QString::fromUtf8(toString(classification.kind).data()), kind);
}

void TestFileClassifier::sortsAsModctl_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qlonglong>("size");
    const auto row = [](const char *name, const char *kind, qlonglong size = 1000) {
        QTest::newRow(name) << kind << size;
    };
    // peers.md B.2: what its lists give for common files, surprises included
    row("train.jsonl", "config");
    row("train.parquet", "weight");
    row("train.csv", "doc");
    row("x.wav", "code");
    row("big.wav", "weight", 128'000'001);
    row("edge.wav", "code", 128'000'000);
    row("NOTICE", "code");
    row("package.json", "config");
    row("BUILDING.md", "code");
    row("requirements.txt", "code");
    row("x.meta", "config");
    row("x.jinja", "code");
    row("chat_template.jinja", "config");
    row("labels.txt", "doc");
    row("vocab.txt", "config");
    row("model.safetensors", "weight");
    row("Tokenizer.Model", "config");
    row("tensor0_1", "weight");
}

void TestFileClassifier::sortsAsModctl()
{
    QFETCH(QString, kind);
    QFETCH(qlonglong, size);
    const FileClassifier classifier(RuleSet::Modctl);
    const auto classification = classifier.classifyByName(QTest::currentDataTag(), ByteCount(size));
    QVERIFY(classification.has_value());
    QCOMPARE(QString::fromUtf8(toString(classification->kind).data()), kind);
    QVERIFY(classifier.skips("a/.git/x") && classifier.skips("__pycache__/x.py") && classifier.skips("x.pyc")
            && classifier.skips("Modelfile"));
    QVERIFY(!classifier.skips("a/b.py"));
}

void TestFileClassifier::classifiesFolders()
{
    TestDir dir;
    dir.write("model.bin", std::string("PK\x03\x04", 4));
    dir.write("pointer.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:x\nsize 1\n");
    dir.write("x.py", "print(1)");
    auto scan = scanFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(scan);
    std::filesystem::remove(dir / "model.bin"); // vanishes between
    const auto folder = classifyFolder(std::move(*scan), FileClassifier(), TaskContext());
    VERIFY_RESULT(folder);
    QCOMPARE(folder->files.size(), std::size_t(2));
    QVERIFY(folder->files[0].classification.format == FileFormat::GitLfsPointer);
    QVERIFY(folder->excluded.back().reason == ExcludeReason::Vanished);
}

namespace {

struct Row {
    std::string path;
    ByteCount size;
    std::string first;
    std::string kind;
};

std::vector<Row> judgedNames(const std::filesystem::path &file)
{
    std::vector<Row> rows;
    const auto text = readFile(file);
    for (const auto line : split(text, '\n')) {
        const auto columns = split(line, '\t');
        if (columns.size() < 4 || columns[0] == "path")
            continue;
        rows.push_back({std::string(columns[0]), ByteCount(static_cast<std::int64_t>(*parseDecimal(columns[1]))),
                        QByteArray::fromHex(QByteArray(columns[2].data(), static_cast<qsizetype>(columns[2].size())))
                            .toStdString(),
                        std::string(columns[3])});
    }
    return rows;
}

} // namespace

void TestFileClassifier::precisionAndRecall()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    const auto rows = judgedNames(*vectors / "filenames.tsv");
    QVERIFY(rows.size() > 300);
    for (const auto rules : {RuleSet::Modelcrate, RuleSet::Modctl}) {
        // The folder as it was, so that what is left out counts too.
        TestDir dir;
        for (const auto &row : rows)
            dir.write(row.path, "");
        auto scan = scanFolder(dir.path(), {.useDefaultPatterns = rules == RuleSet::Modelcrate}, TaskContext());
        VERIFY_RESULT(scan);
        std::set<std::string> offered;
        for (const auto &file : scan->files)
            offered.insert(file.path);
        const FileClassifier classifier(rules);
        std::map<std::string, std::array<int, 3>> counts; // right, given, wanted
        int right = 0;
        for (const auto &row : rows) {
            std::string kind = "exclude";
            if (offered.count(row.path) > 0 && !classifier.skips(row.path))
                kind = toString(classifier.classify(row.path, row.size, row.first).kind);
            ++counts[kind][1];
            ++counts[row.kind][2];
            counts[kind][0] += kind == row.kind ? 1 : 0;
            right += kind == row.kind ? 1 : 0;
        }
        const char *name = rules == RuleSet::Modelcrate ? "modelcrate" : "modctl";
        for (const auto &[kind, count] : counts)
            qInfo("%-10s %-8s precision %.3f  recall %.3f  (%d names)", name, kind.c_str(),
                  count[1] ? double(count[0]) / count[1] : 0.0, count[2] ? double(count[0]) / count[2] : 0.0, count[2]);
        qInfo("%-10s accuracy %.3f", name, double(right) / double(rows.size()));
        if (rules == RuleSet::Modelcrate)
            QVERIFY(double(right) / double(rows.size()) > 0.9);
    }
}

void TestFileClassifier::ownRulesStandAboveTheOthers()
{
    const FileClassifier classifier(
        RuleSet::Modelcrate, {{"docs/**", LayerKind::Doc}, {"*.py", LayerKind::Dataset}, {"*.bin", LayerKind::Code}});
    const auto own = classifier.classifyByName("docs/conf.py", 10_B);
    QVERIFY(own && own->kind == LayerKind::Doc); // the first that matches
    QCOMPARE(own->rule, std::string("user:docs/**"));
    QVERIFY(own->certainty == Certainty::Certain);
    QVERIFY(classifier.classifyByName("a/b.py", 10_B)->kind == LayerKind::Dataset);
    QVERIFY(classifier.classifyByName("b.sh", 10_B)->kind == LayerKind::Code);
    // What a name does not settle is looked into all the same: the caution for a pickle must not get lost.
    QVERIFY(!classifier.classifyByName("pytorch_x.bin", 10_B));
    const auto pickle = classifier.classify("x.bin", 6_B, std::string("\x80\x02", 2) + "}q.");
    QVERIFY(pickle.kind == LayerKind::Code && pickle.format == FileFormat::Pickle);
    QCOMPARE(pickle.rule, std::string("user:*.bin"));
}

QTEST_GUILESS_MAIN(TestFileClassifier)
#include "tst_fileclassifier.moc"
