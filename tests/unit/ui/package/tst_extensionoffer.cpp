// SPDX-License-Identifier: Apache-2.0
#include "support/testing.h"
#include "ui/package/extensionoffer.h"
#include "ui/package/packagedocument.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestExtensionOffer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void anExtensionIsTheLastSuffix();
    void doesTheSameForTheOthers();
    void severalExtensionsOfferNothing();
    void oneFileThatIsTheOnlyOneOffersNothing();
    void onlySomeEditsCanBeARule();
    void aRuleTakesSignsOfAGlobAsTheyAre();
    void anUndoneEditIsNotOffered();
};

namespace {

/// A document of files that are on no disk, and the offers about it.
struct Offered {
    explicit Offered(const std::vector<std::string> &paths) : document(opened(paths)) { }

    static OpenedPackage opened(const std::vector<std::string> &paths)
    {
        OpenedPackage opened;
        opened.package.root = "/models/m";
        for (const auto &path : paths) {
            opened.package.entries.push_back({.path = path, .file = path, .rule = "name:x"});
            opened.facts.push_back({.identity = FileIdentity{.inode = opened.facts.size() + 1, .size = 1_B}});
        }
        return opened;
    }
    bool isShown(const char *name) const { return !offer.findChild<InfoBar *>(QLatin1String(name))->isHidden(); }
    /// The last one: those of earlier offers go with the next turn of the event loop.
    QAbstractButton *button(const char *name) const
    {
        const auto all = offer.findChildren<QAbstractButton *>(QLatin1String(name));
        return all.isEmpty() ? nullptr : all.last();
    }
    LayerKind kind(std::size_t entry) const { return document.state().state(entry).kind; }

    TestDir dir;
    Settings settings{QString::fromStdString((dir / "settings.ini").string())};
    PackageDocument document;
    ExtensionOffer offer{document, settings};
};

} // namespace

void TestExtensionOffer::anExtensionIsTheLastSuffix()
{
    QVERIFY(extensionOf("eval/run.py") == ".py");
    QVERIFY(extensionOf("a.tar.gz") == ".gz");
    QVERIFY(extensionOf("v1.2/LICENSE").empty());
    QVERIFY(extensionOf("docs/.gitignore").empty());
    QVERIFY(extensionOf("").empty());
}

void TestExtensionOffer::doesTheSameForTheOthers()
{
    Offered open({"a.py", "b.py", "c.txt", "sub/d.py"});
    QVERIFY(!open.isShown("sameExtensionBar") && !open.isShown("rememberRuleBar"));
    open.document.setKind({0}, LayerKind::Doc);
    open.offer.kindWasSet({0}, LayerKind::Doc);
    QVERIFY(open.isShown("sameExtensionBar"));
    open.button("doForAllButton")->click();
    QVERIFY(!open.isShown("sameExtensionBar"));
    QVERIFY(open.kind(1) == LayerKind::Doc && open.kind(3) == LayerKind::Doc);
    QVERIFY(open.kind(2) == LayerKind::Code);
    QCOMPARE(open.document.undoStack().count(), 2);
    QVERIFY(open.isShown("rememberRuleBar"));
    open.button("rememberThisRuleButton")->click();
    const std::vector<KindRule> rule{{"*.py", LayerKind::Doc}};
    QVERIFY(open.settings.kindRules() == rule);
    open.button("forgetRuleButton")->click();
    QVERIFY(open.settings.kindRules().empty());
}

void TestExtensionOffer::severalExtensionsOfferNothing()
{
    Offered open({"a.py", "b.py", "c.txt", "Makefile", "LICENSE"});
    open.document.setKind({0, 2}, LayerKind::Doc);
    open.offer.kindWasSet({0, 2}, LayerKind::Doc);
    QVERIFY(!open.isShown("sameExtensionBar") && !open.isShown("rememberRuleBar"));
    open.document.setKind({3}, LayerKind::Doc);
    open.offer.kindWasSet({3}, LayerKind::Doc); // has none
    QVERIFY(!open.isShown("sameExtensionBar") && !open.isShown("rememberRuleBar"));
}

void TestExtensionOffer::oneFileThatIsTheOnlyOneOffersNothing()
{
    Offered open({"a.py", "b.txt", "c.txt"});
    open.document.setKind({0}, LayerKind::Doc);
    open.offer.kindWasSet({0}, LayerKind::Doc);
    QVERIFY(!open.isShown("sameExtensionBar") && !open.isShown("rememberRuleBar"));
    // All of them at once look like a rule.
    open.document.setKind({1, 2}, LayerKind::Doc);
    open.offer.kindWasSet({1, 2}, LayerKind::Doc);
    QVERIFY(!open.isShown("sameExtensionBar") && open.isShown("rememberRuleBar"));
}

void TestExtensionOffer::onlySomeEditsCanBeARule()
{
    Offered open({"a.py", "b.py"});
    open.document.setEncoding({0}, LayerEncoding::TarZstd);
    open.offer.encodingWasSet({0}, LayerEncoding::TarZstd);
    QVERIFY(open.isShown("sameExtensionBar"));
    QVERIFY(!open.button("rememberRuleButton"));
    open.button("doForAllButton")->click();
    QVERIFY(open.document.state().state(1).encoding == LayerEncoding::TarZstd);
    QVERIFY(!open.isShown("rememberRuleBar"));

    open.document.setIncluded({0}, false);
    open.offer.inclusionWasSet({0}, false);
    open.button("rememberRuleButton")->click();
    QCOMPARE(open.settings.ignorePatterns(), QStringList(QStringLiteral("*.py")));
    QVERIFY(open.document.state().state(1).included); // a rule is for later folders
}

void TestExtensionOffer::aRuleTakesSignsOfAGlobAsTheyAre()
{
    Offered open({"a.[x]", "b.[x]"});
    open.document.setKind({0}, LayerKind::Doc);
    open.offer.kindWasSet({0}, LayerKind::Doc);
    open.button("rememberRuleButton")->click();
    const std::vector<KindRule> rule{{"*.\\[x]", LayerKind::Doc}};
    QVERIFY(open.settings.kindRules() == rule);
}

void TestExtensionOffer::anUndoneEditIsNotOffered()
{
    Offered open({"a.py", "b.py"});
    open.document.setKind({0}, LayerKind::Doc);
    open.offer.kindWasSet({0}, LayerKind::Doc);
    open.document.setKind({0}, LayerKind::Dataset); // a later edit leaves it
    open.document.undoStack().undo();
    QVERIFY(open.isShown("sameExtensionBar"));
    open.document.undoStack().undo();
    QVERIFY(!open.isShown("sameExtensionBar"));
}

QTEST_MAIN(TestExtensionOffer)
#include "tst_extensionoffer.moc"
