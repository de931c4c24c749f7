// SPDX-License-Identifier: Apache-2.0
#include "support/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

namespace {

const auto source = QStringLiteral(MODELCRATE_SOURCE_DIR);
const auto guide = source + QStringLiteral("/resources/help");

QString textOf(const QString &path) { return QString::fromStdString(readFile(path.toStdString())); }

/// A command and what the text says that it prints.
struct Command {
    QString line;
    QStringList output;
};

/// Of every ```console block, in order.
QList<Command> commandsOf(const QString &markdown)
{
    QList<Command> commands;
    bool inside = false;
    for (const auto &line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            inside = line == QLatin1String("```console");
        else if (inside && line.startsWith(QLatin1String("$ ")))
            commands.append({line.mid(2), {}});
        else if (inside && !commands.isEmpty())
            commands.last().output.append(line);
    }
    return commands;
}

/// "…" stands for any text, and alone in a line for any lines.
QRegularExpression patternOf(const QStringList &shown)
{
    const QChar ellipsis(0x2026);
    QString pattern;
    for (const auto &line : shown) {
        if (line == QString(ellipsis)) {
            pattern += QLatin1String("(?:.*\n)*");
            continue;
        }
        QStringList parts;
        for (const auto &part : line.split(ellipsis))
            parts << QRegularExpression::escape(part);
        pattern += parts.join(QLatin1String(".*")) + QLatin1Char('\n');
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

/// What the guide takes for granted: a model, a token, registries under the ports that its text uses.
class Desk {
public:
    explicit Desk(const QString &text)
    {
        start(text, QStringLiteral("localhost:5000"), {});
        start(text, QStringLiteral("localhost:5001"), {.htpasswd = true});
        start(text, QStringLiteral("localhost:5002"), {.tls = true});
        m_dir.write("token.txt", DockerRegistry::password);
        m_dir.write("new-readme.md", "# Tiny model\n\nSmaller than ever.\n");
        auto environment = m_cli.environment();
        const auto made = runProgram(
            "python3", {MODELCRATE_SOURCE_DIR "/resources/sample/make-sample", (m_dir / "tiny-model").string()},
            environment);
        if (made.exitCode != 0)
            qFatal("no sample: %s", made.errors.c_str());
    }

    /// As a shell runs it; the output as a terminal shows it when a program prints its result before its messages.
    ProgramResult run(const QString &line) const
    {
        auto environment = m_cli.environment();
        environment.insert(QStringLiteral("PATH"),
                           QStringLiteral(MODELCRATE_BIN_DIR) + QLatin1Char(':')
                               + environment.value(QStringLiteral("PATH")));
        auto result = runProgram(
            "/bin/sh", {"-c", "cd \"$0\" || exit\n" + filled(line).toStdString(), m_dir.path().string()}, environment);
        result.output += result.errors;
        return result;
    }

    QString filled(QString text) const
    {
        for (const auto &[place, registry] : m_registries)
            text.replace(place, QString::fromStdString(registry->host()));
        return text;
    }

private:
    void start(const QString &text, const QString &place, const DockerRegistry::Options &options)
    {
        if (!text.contains(place))
            return;
        m_registries.emplace_back(place, std::make_unique<DockerRegistry>(options));
        if (options.tls)
            m_dir.write("ca.pem", readFile(m_registries.back().second->caFile()));
    }

    Cli m_cli;
    TestDir m_dir;
    std::vector<std::pair<QString, std::unique_ptr<DockerRegistry>>> m_registries;
};

QSet<QString> matches(const QString &text, const QRegularExpression &pattern)
{
    QSet<QString> found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

/// Numbers of findings that stand in the code as texts of their own.
QSet<QString> idsOf(const QString &folder)
{
    static const QRegularExpression literal(QStringLiteral("\"([A-Z]{2,5}[0-9]{3})\""));
    QSet<QString> ids;
    QDirIterator files(source + folder, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        ids += matches(textOf(files.next()), literal);
    return ids;
}

QString sorted(const QSet<QString> &ids)
{
    QStringList list(ids.begin(), ids.end());
    list.sort();
    return list.join(QLatin1Char(' '));
}

/// Folders beside the English chapters.
QStringList translations() { return QDir(guide).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name); }

QStringList chapterNames() { return QDir(guide).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name); }

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsDoWhatIsShown_data();
    void commandsDoWhatIsShown();
    void patternsAreStrict();
    void everyFindingIsExplained();
    void linksLead_data();
    void linksLead();
    void translationsAreComplete();
};

void TestGuide::commandsDoWhatIsShown_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &name : chapterNames())
        QTest::addRow("%s", qPrintable(name)) << guide + QLatin1Char('/') + name;
    QTest::newRow("README") << source + QStringLiteral("/README.md");
}

void TestGuide::commandsDoWhatIsShown()
{
    QFETCH(QString, file);
    const auto text = textOf(file);
    const auto commands = commandsOf(text);
    QVERIFY(!commands.isEmpty());
    const Desk desk(text);
    for (const auto &command : commands) {
        const auto result = desk.run(command.line);
        QVERIFY2(result.exitCode == 0,
                 qPrintable(
                     QStringLiteral("%1\nends with %2\n%3")
                         .arg(command.line, QString::number(result.exitCode), QString::fromStdString(result.output))));
        QStringList shown;
        for (const auto &line : command.output)
            shown << desk.filled(line);
        const auto output = QString::fromStdString(result.output);
        QVERIFY2(patternOf(shown).match(output).hasMatch(),
                 qPrintable(QStringLiteral("%1\nprints\n%2\nand not\n%3")
                                .arg(command.line, output, shown.join(QLatin1Char('\n')))));
    }
}

void TestGuide::patternsAreStrict()
{
    const auto fits = [](const QStringList &shown, const char *output) {
        return patternOf(shown).match(QString::fromUtf8(output)).hasMatch();
    };
    QVERIFY(fits({}, ""));
    QVERIFY(!fits({}, "something\n"));
    QVERIFY(fits({QStringLiteral("a (b)")}, "a (b)\n"));
    QVERIFY(!fits({QStringLiteral("a")}, "a\nb\n"));
    QVERIFY(fits({QStringLiteral("sha256:0…: v1")}, "sha256:0123: v1\n"));
    QVERIFY(!fits({QStringLiteral("sha256:0…: v1")}, "sha256:0123\n: v1\n"));
    QVERIFY(fits({QStringLiteral("…"), QStringLiteral("end")}, "one\ntwo\nend\n"));
    QVERIFY(!fits({QStringLiteral("…"), QStringLiteral("end")}, "one\nend\ntwo\n"));
}

void TestGuide::everyFindingIsExplained()
{
    static const QRegularExpression heading(QStringLiteral("^### ([A-Z]{2,5}[0-9]{3}) \\S"),
                                            QRegularExpression::MultilineOption);
    const auto known = idsOf(QStringLiteral("/core")) + idsOf(QStringLiteral("/ui/text"));
    QVERIFY(known.contains(QStringLiteral("MP009")) && known.contains(QStringLiteral("OCI001")));
    QCOMPARE(sorted(matches(textOf(guide + QStringLiteral("/findings.md")), heading)), sorted(known));
}

void TestGuide::linksLead_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("en") << guide;
    const auto languages = translations();
    for (const auto &language : languages)
        QTest::addRow("%s", qPrintable(language)) << guide + QLatin1Char('/') + language;
}

void TestGuide::linksLead()
{
    QFETCH(QString, folder);
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
    for (const auto &name : chapterNames()) {
        const auto text = textOf(folder + QLatin1Char('/') + name);
        for (const auto &target : matches(text, link)) {
            if (target.startsWith(QLatin1String("https://")))
                continue; // of the web: not asked by a test
            const auto chapter = target.section(QLatin1Char('#'), 0, 0);
            const auto anchor = target.section(QLatin1Char('#'), 1);
            const auto path = folder + QLatin1Char('/') + (chapter.isEmpty() ? name : chapter);
            QVERIFY2(QFile::exists(path), qPrintable(name + QStringLiteral(": ") + target));
            QVERIFY2(anchor.isEmpty() || textOf(path).contains(QStringLiteral("<a id=\"%1\">").arg(anchor))
                         || textOf(path).contains(QStringLiteral("### %1 ").arg(anchor)),
                     qPrintable(name + QStringLiteral(": ") + target));
        }
    }
}

/// The same chapters with the same commands and places to go to, in another language.
void TestGuide::translationsAreComplete()
{
    static const QRegularExpression block(QStringLiteral("```console\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression place(QStringLiteral("^(#+ (?:[A-Z]{2,5}[0-9]{3} )?).*?(<a id=\"[^\"]+\"></a>)?$"),
                                          QRegularExpression::MultilineOption);
    const auto blocks = [](const QString &text) {
        QStringList all;
        for (auto match = block.globalMatch(text); match.hasNext();)
            all << match.next().captured(1);
        return all;
    };
    const auto places = [](const QString &text) {
        QStringList all;
        auto plain = text;
        plain.remove(block);
        for (auto match = place.globalMatch(plain); match.hasNext();) {
            const auto found = match.next();
            all << found.captured(1) + found.captured(2);
        }
        return all;
    };
    const auto languages = translations();
    for (const auto &language : languages) {
        const QDir folder(guide + QLatin1Char('/') + language);
        QCOMPARE(folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name), chapterNames());
        for (const auto &name : chapterNames()) {
            const auto english = textOf(guide + QLatin1Char('/') + name);
            const auto translated = textOf(folder.filePath(name));
            QCOMPARE(blocks(translated), blocks(english));
            QCOMPARE(places(translated), places(english));
        }
    }
}

QTEST_GUILESS_MAIN(TestGuide)

#include "tst_guide.moc"
