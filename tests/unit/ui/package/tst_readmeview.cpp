// SPDX-License-Identifier: Apache-2.0
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "ui/artifact/markdownbrowser.h"
#include "ui/package/packagedocument.h"
#include "ui/package/readmeview.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

struct OpenView {
    explicit OpenView(const Files &files)
    {
        services.dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
        for (const auto &[name, text] : files)
            services.dir.write("m/" + name, text);
        document = std::make_unique<PackageDocument>(openFolder(services.dir / "m", {}, TaskContext()).value());
        view = std::make_unique<ReadmeView>(*document, services.services);
        QSignalSpy spy(view.get(), &ReadmeView::updated);
        view->resize(900, 600);
        view->show();
        QVERIFY(waitFor([&] { return !spy.isEmpty(); }));
    }
    MarkdownBrowser *browser() const { return view->findChild<MarkdownBrowser *>(QStringLiteral("readmeText")); }
    InfoBar *harbor() const { return view->findChild<InfoBar *>(QStringLiteral("readmeHarbor")); }
    std::size_t entry(const std::string &path) const
    {
        for (std::size_t i = 0; i < document->state().size(); ++i) {
            if (document->state().entry(i).path == path)
                return i;
        }
        return 0;
    }

    Bench services;
    std::unique_ptr<PackageDocument> document;
    std::unique_ptr<ReadmeView> view;
};

} // namespace

class TestReadmeView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void hidesFrontMatter();
    void loadsNothing();
    void asksAboutLinks();
    void saysThatThereIsNone();
    void refusesWhatIsTooLarge();
    void saysWhatHarborShows();
};

void TestReadmeView::hidesFrontMatter()
{
    QCOMPARE(withoutFrontMatter(QStringLiteral("---\na: 1\n---\n# T\n")), QStringLiteral("# T\n"));
    QCOMPARE(withoutFrontMatter(QStringLiteral("---\r\na: 1\r\n---\r\n# T")), QStringLiteral("# T"));
    QCOMPARE(withoutFrontMatter(QStringLiteral("---\nnever closed")), QStringLiteral("---\nnever closed"));
    QCOMPARE(withoutFrontMatter(QStringLiteral("# T\n---\nx\n---\n")), QStringLiteral("# T\n---\nx\n---\n"));
    const OpenView open(Files{{"README.md", "---\nlicense: mit\n---\n# Model\n\nSays things.\n"}});
    QVERIFY(open.browser()->isVisible());
    QVERIFY(open.browser()->toPlainText().startsWith(QLatin1String("Model")));
    QVERIFY(!open.browser()->toPlainText().contains(QLatin1String("license")));
}

void TestReadmeView::loadsNothing()
{
    const OpenView open(
        Files{{"README.md",
               "# A\n\n![x](https://example.com/a.png) ![y](file:///etc/passwd)\n\n<script>alert(1)</script>"
               "<img src=\"https://example.com/b.png\">\n"}});
    open.browser()->grab();
    QVERIFY(open.browser()->refusedResources() > 0);
    QVERIFY(!open.browser()->toPlainText().contains(QLatin1String("root:")));
}

void TestReadmeView::asksAboutLinks()
{
    OpenView open(Files{{"README.md", "[site](https://example.com/x) [run](file:///bin/sh)\n"}});
    open.services.prompts.answerChoice(1);
    Q_EMIT open.browser()->anchorClicked(QUrl(QStringLiteral("https://example.com/x")));
    QVERIFY(waitFor([&] { return !open.services.prompts.hasAnswersLeft(); }));
    QCOMPARE(open.services.prompts.questions().size(), 1);
    QCOMPARE(open.services.prompts.questions().first().text, QStringLiteral("https://example.com/x"));
    Q_EMIT open.browser()->anchorClicked(QUrl(QStringLiteral("file:///bin/sh")));
    Q_EMIT open.browser()->anchorClicked(QUrl(QStringLiteral("javascript:alert(1)")));
    QCOMPARE(open.services.prompts.questions().size(), 1);
}

void TestReadmeView::saysThatThereIsNone()
{
    const OpenView open(Files{});
    QVERIFY(open.view->findChild<QWidget *>(QStringLiteral("readmeEmpty"))->isVisible());
    QVERIFY(open.harbor()->text().contains(QLatin1String("no README")));
}

void TestReadmeView::refusesWhatIsTooLarge()
{
    const OpenView open(Files{{"README.md", std::string((4 << 20) + 1, 'x')}});
    QVERIFY(open.view->findChild<QWidget *>(QStringLiteral("readmeFailure"))->isVisible());
    QVERIFY(open.harbor()->text().contains(QLatin1String("larger")));
}

void TestReadmeView::saysWhatHarborShows()
{
    const OpenView open(Files{{"README.md", "# A\n"}, {"LICENSE", "Apache License\nVersion 2.0, January 2004\n"}});
    QCOMPARE(open.harbor()->kind(), InfoBar::Kind::Info);
    open.document->setEncoding({open.entry("README.md")}, LayerEncoding::TarZstd);
    QVERIFY(waitFor([&] { return open.harbor()->kind() == InfoBar::Kind::Warning; }));
    QVERIFY(open.harbor()->text().contains(QLatin1String("compressed")));
    open.document->undoStack().undo();
    QVERIFY(waitFor([&] { return open.harbor()->kind() == InfoBar::Kind::Info; }));
    open.document->setIncluded({open.entry("README.md")}, false);
    QVERIFY(waitFor([&] { return open.view->findChild<QWidget *>(QStringLiteral("readmeEmpty"))->isVisible(); }));
}

QTEST_MAIN(TestReadmeView)
#include "tst_readmeview.moc"
