// SPDX-License-Identifier: Apache-2.0
// The page over a real queue. With MODELCRATE_PICTURES=DIR pictures of it are written there, to be looked at.
#include "base/text.h"
#include "modelpack/package.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "support/testing.h"
#include "ui/transfers/transfersdelegate.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/transfers/transferspage.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace modelcrate;
using namespace modelcrate::testing;
using Kind = TransferRequestRecord::Kind;
using State = TransferState;

/// In place of the desktop's file manager.
class UrlCatcher : public QObject {
    Q_OBJECT

public:
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};

class TestTransfersPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatThereIsNothing();
    void sortsIntoSections();
    void saysWhatIsNotEncrypted();
    void theSelectionFollowsItsTransfer();
    void theKeyboardDoesEverything();
    void buttonsInARowTakeClicks();
    void aFailureSaysWhatToDo();
    void copiesReferenceAndDetails();
    void opensTheFolderOfAPull();
    void stallsAreSaid();
    void timeLeftDoesNotFlicker();
    void offersWhatWasInterrupted();
    void bringsTheSettingsToTheQueue();
    void sumsUp();
    void countsOnlyWhatMoves();
    void staysSmoothWithTenThousand();
    void looksRight_data();
    void looksRight();

private:
    void makePage();
    qint64 addHopeless(const QString &title, bool untilFailed = true);
    qint64 addHanging(const QString &title = QStringLiteral("qwen-7b-support"));
    qint64 addPublished();
    bool waitForState(qint64 id, State state)
    {
        return waitFor([&] { return queue().find(id)->state == state; });
    }
    TransferQueue &queue() { return m_services->transfers; }
    QTableView *view() { return m_page->findChild<QTableView *>(QStringLiteral("transfersView")); }
    TransfersModel *model() { return qobject_cast<TransfersModel *>(view()->model()); }
    QAction *action(const char *name) { return m_page->findChild<QAction *>(QLatin1String(name)); }
    QString labelText(const char *name) { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }
    /// The rows as "Waiting" and "  a".
    QStringList shown();
    TransferRequestRecord publishOf(const std::string &folder, const QString &title);

    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<Bench> m_services;
    std::unique_ptr<TransfersPage> m_page;
};

void TestTransfersPage::init()
{
    m_services = std::make_unique<Bench>();
    const auto &dir = m_services->dir;
    qputenv("HOME", dir.path().c_str());
    qputenv("XDG_STATE_HOME", (dir / "state").c_str());
    qputenv("XDG_DATA_HOME", (dir / "data").c_str());
    qputenv("DOCKER_CONFIG", (dir / "docker").c_str());
    m_registry = std::make_unique<FakeRegistry>();
    Theme::instance().apply(ThemeMode::Light);
}

void TestTransfersPage::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_registry.reset();
}

void TestTransfersPage::makePage()
{
    m_page = std::make_unique<TransfersPage>(m_services->services);
    testModelsOf(*m_page);
    m_page->resize(1368, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

qint64 TestTransfersPage::addHopeless(const QString &title, bool untilFailed)
{
    const auto id = queue().add({Kind::Copy, title, {}, "store:none/here:v1", "store:none/there:v1", {}});
    if (untilFailed && !waitForState(id, State::Failed))
        return 0;
    return id;
}

TransferRequestRecord TestTransfersPage::publishOf(const std::string &folder, const QString &title)
{
    const auto package = makePackage(m_services->dir / folder, {}, {}).value();
    return {Kind::Publish, title, freezePackage(package), {}, m_registry->host() + "/acme/" + folder + ":v1.3.0", {}};
}

/// Runs until somebody stops it: the registry takes the first blob's bytes and never answers.
qint64 TestTransfersPage::addHanging(const QString &title)
{
    m_registry->setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "PATCH" || request.method == "PUT" ? std::optional(ServerReply{.hang = true})
                                                                    : std::nullopt;
    });
    makeModelFolder(m_services->dir, "hanging", 3'000'000);
    return queue().add(publishOf("hanging", title));
}

qint64 TestTransfersPage::addPublished()
{
    m_registry->setScript({});
    makeModelFolder(m_services->dir, "done", 2'000'000, 2);
    const auto id = queue().add(publishOf("done", QStringLiteral("embed-small")));
    return waitForState(id, State::Done) ? id : 0;
}

QStringList TestTransfersPage::shown()
{
    QCoreApplication::processEvents(); // the model gathers changes
    QStringList rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows << (model()->isHead(row) ? sectionText(model()->sectionAt(row))
                                      : QStringLiteral("  ") + transferTitle(*model()->transferAt(row)));
    return rows;
}

void TestTransfersPage::saysThatThereIsNothing()
{
    makePage();
    QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("transfersEmpty"))->isVisible());
    QVERIFY(!view()->isVisible());
    QVERIFY(!action("pauseAllTransfersAction")->isEnabled());
    const auto id = addHopeless(QStringLiteral("a"));
    QVERIFY(waitFor([&] { return view()->isVisible(); }));
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("transfersEmpty"))->isVisible());
    queue().remove(id);
    QVERIFY(waitFor([&] { return !view()->isVisible(); }));
}

void TestTransfersPage::sortsIntoSections()
{
    makePage();
    addHopeless(QStringLiteral("bad"));
    addPublished();
    addHanging(QStringLiteral("runs"));
    addHopeless(QStringLiteral("next"), false);
    const auto paused = addHopeless(QStringLiteral("paused"), false);
    queue().pause(paused);
    const auto canceled = addHopeless(QStringLiteral("canceled"), false);
    queue().cancel(canceled);
    QCOMPARE(shown(),
             QStringList({QStringLiteral("Running"), QStringLiteral("  runs"), QStringLiteral("Waiting"),
                          QStringLiteral("  next"), QStringLiteral("  paused"), QStringLiteral("Failed"),
                          QStringLiteral("  bad"), QStringLiteral("Finished"), QStringLiteral("  canceled"),
                          QStringLiteral("  embed-small")}));
    for (int row = 0; row < model()->rowCount(); ++row)
        QCOMPARE(view()->rowHeight(row), TransfersDelegate::rowHeight(model()->isHead(row)));
    QVERIFY(!model()->flags(model()->index(0, 0)).testFlag(Qt::ItemIsSelectable));
    const auto spoken = model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("Publish, runs, ")), qPrintable(spoken));
    queue().clearFinished();
    QCOMPARE(shown().last(), QStringLiteral("  bad"));
}

void TestTransfersPage::saysWhatIsNotEncrypted()
{
    makePage();
    const auto spoken = [this] { return model()->index(1, 0).data(Qt::AccessibleTextRole).toString(); };
    const auto lan = RegistryHost::parse("registry.lan:5000").value();
    queue().add({Kind::Copy, QStringLiteral("lan"), {}, "store:none/here:v1", "registry.lan:5000/none/there:v1", {}});
    QVERIFY(waitFor([&] { return model()->rowCount() == 2; }));
    QVERIFY(!spoken().contains(QLatin1String("Not encrypted")));
    VERIFY_RESULT(m_services->session.chooseForRegistry(lan, {.plainHttp = true}, TaskContext()));
    QVERIFY2(spoken().contains(QLatin1String("Not encrypted")), qPrintable(spoken()));
}

void TestTransfersPage::theSelectionFollowsItsTransfer()
{
    makePage();
    const auto running = addHanging();
    const auto a = addHopeless(QStringLiteral("a"), false);
    const auto b = addHopeless(QStringLiteral("b"), false);
    QVERIFY(waitFor([&] { return model()->rowOf(b) >= 0; }));
    QVERIFY(m_page->showTransfer(b));
    QCOMPARE(m_page->currentTransfer(), b);
    queue().moveUp(b);
    QVERIFY(waitFor([&] { return model()->rowOf(b) < model()->rowOf(a); }));
    QCOMPARE(view()->currentIndex().row(), model()->rowOf(b));
    queue().cancel(running);
    QVERIFY(waitForState(b, State::Failed));
    QVERIFY(waitForState(a, State::Failed));
    QVERIFY(waitFor([&] { return model()->countIn(TransferSection::Failed) == 2; }));
    QCOMPARE(m_page->currentTransfer(), b);
    QCOMPARE(view()->currentIndex().row(), model()->rowOf(b));
    QVERIFY(view()->selectionModel()->isRowSelected(model()->rowOf(b), {}));
    queue().remove(b);
    QVERIFY(waitFor([&] { return model()->rowOf(b) < 0; }));
    QVERIFY(m_page->currentTransfer() != b);
    QVERIFY(!m_page->showTransfer(b));
}

void TestTransfersPage::theKeyboardDoesEverything()
{
    makePage();
    const auto running = addHanging();
    const auto a = addHopeless(QStringLiteral("a"), false);
    const auto b = addHopeless(QStringLiteral("b"), false);
    QVERIFY(waitFor([&] { return model()->rowOf(b) >= 0; }));
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    view()->setFocus();
    view()->setCurrentIndex(model()->index(model()->rowOf(a), 0));
    // Heads are passed over by the arrow keys.
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(m_page->currentTransfer(), running);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(m_page->currentTransfer(), a);

    QTest::keyClick(view(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(waitFor([&] { return model()->rowOf(a) > model()->rowOf(b); }));
    QTest::keyClick(view(), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(waitFor([&] { return model()->rowOf(a) < model()->rowOf(b); }));
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(queue().find(a)->state == State::Paused);
    QCoreApplication::processEvents();
    QTest::keyClick(view(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(queue().find(a)->state == State::Waiting);
    QCoreApplication::processEvents();
    QTest::keyClick(view(), Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(queue().find(a)->state == State::Canceled);
    QVERIFY(waitFor([&] { return action("removeTransferAction")->isEnabled(); }));
    QCOMPARE(m_page->currentTransfer(), a);
    QTest::keyClick(view(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(queue().find(a)->state == State::Waiting);
    queue().cancel(a);
    QCoreApplication::processEvents();
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(!queue().find(a));
    QVERIFY(queue().find(b));
}

void TestTransfersPage::buttonsInARowTakeClicks()
{
    makePage();
    const auto running = addHanging();
    QVERIFY(waitFor([&] { return model()->rowOf(running) >= 0; }));
    const auto click = [&](int place) {
        QStyleOptionViewItem option;
        option.rect = view()->visualRect(model()->index(model()->rowOf(running), 0));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                          TransfersDelegate::buttonRect(option, place).center());
    };
    click(1); // pause, before cancel
    QVERIFY(queue().find(running)->state == State::Pausing);
    QVERIFY(waitForState(running, State::Paused));
    QVERIFY(waitFor([&] { return model()->countIn(TransferSection::Waiting) == 1; }));
    click(1);
    QVERIFY(queue().find(running)->state == State::Running);
    QVERIFY(waitFor([&] { return model()->countIn(TransferSection::Running) == 1; }));
    click(0);
    QVERIFY(waitForState(running, State::Canceled));
}

void TestTransfersPage::aFailureSaysWhatToDo()
{
    makePage();
    m_registry->setScript(
        [](const ServerRequest &) -> std::optional<ServerReply> { return errorReply(403, "DENIED", "read only"); });
    makeModelFolder(m_services->dir, "model");
    const auto id = queue().add(publishOf("model", QStringLiteral("model")));
    QVERIFY(waitForState(id, State::Failed));
    QVERIFY(waitFor([&] { return model()->rowOf(id) >= 0; }));
    m_page->showTransfer(id);
    const auto error = errorText(*queue().find(id)->error);
    QCOMPARE(labelText("transferDetailsTitle"), error.title);
    QVERIFY(labelText("transferDetailsText").contains(error.action));
    auto *retry = m_page->findChild<QToolButton *>(QStringLiteral("retryTransferButton"));
    QVERIFY(retry->isVisible());
    QVERIFY(!m_page->findChild<QToolButton *>(QStringLiteral("pauseTransferButton"))->isVisible());
    m_registry->setScript({});
    retry->click();
    QVERIFY(waitForState(id, State::Done));
}

void TestTransfersPage::copiesReferenceAndDetails()
{
    makePage();
    const auto id = addPublished();
    QVERIFY(waitFor([&] { return model()->rowOf(id) >= 0; }));
    m_page->showTransfer(id);
    action("copyReferenceTransferAction")->trigger();
    const auto digest = QString::fromStdString(queue().find(id)->published->digest.toString());
    QCOMPARE(QApplication::clipboard()->text(),
             QString::fromStdString(m_registry->host()) + QStringLiteral("/acme/done:v1.3.0@") + digest);
    action("copyDetailsTransferAction")->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(digest));
    const auto failed = addHopeless(QStringLiteral("bad"));
    m_page->showTransfer(failed);
    QVERIFY(waitFor([&] { return m_page->currentTransfer() == failed && action("retryTransferAction")->isEnabled(); }));
    QVERIFY(!action("copyReferenceTransferAction")->isEnabled());
    action("copyDetailsTransferAction")->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("none/here")));
}

void TestTransfersPage::opensTheFolderOfAPull()
{
    makePage();
    const auto published = addPublished();
    const auto folder = m_services->dir / "pulled";
    const auto id =
        queue().add({Kind::Pull, QStringLiteral("m"), {}, queue().find(published)->request.target, folder.string()});
    QVERIFY(waitForState(id, State::Done));
    m_page->showTransfer(id);
    UrlCatcher catcher;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &catcher, "open");
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(QStringLiteral("openFolderTransferButton")), Qt::LeftButton);
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(catcher.opened.toLocalFile(), QString::fromStdString(folder.string()));
    // What was published has none.
    m_page->showTransfer(published);
    QVERIFY(!m_page->findChild<QAbstractButton *>(QStringLiteral("openFolderTransferButton"))->isVisible());
}

void TestTransfersPage::stallsAreSaid()
{
    makePage();
    const auto id = addHanging();
    QVERIFY(waitFor([&] { return queue().find(id)->stalledFor.has_value(); }));
    const auto &transfer = *queue().find(id);
    QCOMPARE(transferRate(transfer), QStringLiteral("0 B/s"));
    const auto state = transferState(transfer);
    QVERIFY(state.tone == TransferStateText::Tone::Warning);
    QVERIFY2(state.text.startsWith(QStringLiteral("Stalled. No data for 5")), qPrintable(state.text));
    QVERIFY(rowCommandsFor(transfer).front() == TransferCommand::RetryNow);
    QVERIFY(summarize(queue()).stalled);
    QVERIFY2(labelText("transfersSummary").contains(QStringLiteral("stalled")),
             qPrintable(labelText("transfersSummary")));
}

/// The page of a publish, its row here and the strip below say the same: a layer that the registry has is no part of
/// it.
void TestTransfersPage::countsOnlyWhatMoves()
{
    ProgressBoard board;
    auto sending = board.add("new", ByteCount(8'000'000));
    auto there = board.add("there", ByteCount(92'000'000));
    sending.setActive();
    sending.advance(ByteCount(2'000'000));
    there.finish(ItemState::Skipped);
    Transfer transfer;
    transfer.state = State::Running;
    transfer.progress = board.snapshot();
    QCOMPARE(transferAmount(transfer), QStringLiteral("2.00 MB of 8.00 MB"));
    QCOMPARE(formatPercent(transfer.progress.sent(), transfer.progress.toSend()), QStringLiteral("25%"));
}

void TestTransfersPage::timeLeftDoesNotFlicker()
{
    makePage();
    makeModelFolder(m_services->dir, "slow", 6'000'000);
    m_services->settings.setRateLimit(1'000'000);
    const auto id = queue().add(publishOf("slow", QStringLiteral("slow")));
    QVERIFY(waitFor(
        [&] { return queue().find(id)->timeLeft.has_value() && !model()->timeLeftText(*queue().find(id)).isEmpty(); }));
    // The text is looked at far more often than it may change.
    int changes = 0;
    auto text = model()->timeLeftText(*queue().find(id));
    QElapsedTimer timer;
    timer.start();
    const auto watch = connect(&queue(), &TransferQueue::progressed, this, [&] {
        const auto now = model()->timeLeftText(*queue().find(id));
        changes += now != text ? 1 : 0;
        text = now;
    });
    QVERIFY(waitFor([&] { return timer.elapsed() > 2500 || queue().find(id)->isFinished(); }));
    disconnect(watch);
    QVERIFY2(changes <= 3, qPrintable(QString::number(changes)));
}

void TestTransfersPage::offersWhatWasInterrupted()
{
    // What ran when another run of the program ended.
    const auto file = m_services->dir / "earlier.sqlite";
    {
        Bench earlier;
        TransferQueue before(earlier.session, earlier.jobs, file);
        before.setParallel(1);
        makeModelFolder(earlier.dir, "hanging", 3'000'000);
        m_registry->setScript(
            [](const ServerRequest &) -> std::optional<ServerReply> { return ServerReply{.hang = true}; });
        before.add({Kind::Publish,
                    QStringLiteral("a"),
                    freezePackage(makePackage(earlier.dir / "hanging", {}, {}).value()),
                    {},
                    m_registry->host() + "/acme/a:v1",
                    {}});
        before.add({Kind::Copy, QStringLiteral("b"), {}, "store:none/here:v1", "store:none/there:v1", {}});
    }
    TransferQueue after(m_services->session, m_services->jobs, file);
    Services services{m_services->session, m_services->jobs, after, m_services->settings, m_services->prompts};
    TransfersPage page(services);
    page.show();
    auto *offer = page.findChild<InfoBar *>(QStringLiteral("interruptedTransfersBar"));
    QVERIFY(waitFor([&] { return offer->isVisible(); }));
    QVERIFY2(offer->text().contains(QLatin1Char('2')), qPrintable(offer->text()));
    QCOMPARE(after.active(), 0);
    m_registry->setScript(
        [](const ServerRequest &) -> std::optional<ServerReply> { return errorReply(404, "NAME_UNKNOWN"); });
    page.findChild<QAbstractButton *>(QStringLiteral("resumeInterruptedTransfersButton"))->click();
    QVERIFY(!offer->isVisible());
    QVERIFY(waitFor([&] { return after.active() == 0; }));
    QCOMPARE(after.interrupted(), 0);
}

void TestTransfersPage::bringsTheSettingsToTheQueue()
{
    makePage();
    addHanging();
    const auto second = queue().add(publishOf("hanging", QStringLiteral("second")));
    QVERIFY(queue().find(second)->state == State::Waiting);
    auto *parallel = m_page->findChild<QSpinBox *>(QStringLiteral("parallelTransfersField"));
    parallel->setValue(2);
    QCOMPARE(m_services->settings.parallelTransfers(), 2);
    QVERIFY(queue().find(second)->state == State::Running);
    m_services->settings.setRateLimit(1'234'000);
    auto *limit = m_page->findChild<QComboBox *>(QStringLiteral("rateLimitField"));
    QCOMPARE(limit->currentData().toLongLong(), 1'234'000);
    limit->setCurrentIndex(0);
    Q_EMIT limit->activated(0);
    QCOMPARE(m_services->settings.rateLimit(), 0);
}

void TestTransfersPage::sumsUp()
{
    makePage();
    QSignalSpy changed(m_page.get(), &TransfersPage::summaryChanged);
    QVERIFY(summarize(queue()) == TransfersSummary());
    QCOMPARE(summarize(queue()).text(), QString());
    const auto id = addHanging();
    addHopeless(QStringLiteral("next"), false);
    QVERIFY(waitFor([&] { return summarize(queue()).total > ByteCount(); }));
    const auto summary = summarize(queue());
    QCOMPARE(summary.running, 1);
    QCOMPARE(summary.waiting, 1);
    QCOMPARE(summary.active(), 2);
    QCOMPARE(summary.text(), QStringLiteral("1 running, 1 waiting"));
    QVERIFY(summary.percentText().endsWith(QLatin1Char('%')));
    QVERIFY(waitFor([&] { return changed.count() > 0; }));
    queue().cancel(id);
    QVERIFY(waitFor([&] { return queue().active() == 0; }));
    QCOMPARE(summarize(queue()).failed, 1);
    TransfersSummary figures{.running = 1,
                             .done = ByteCount(40),
                             .total = ByteCount(100),
                             .rate = 1.0,
                             .timeLeft = std::chrono::seconds(60)};
    QCOMPARE(figures.progressText(), QStringLiteral("40%, about 1 min left"));
}

void TestTransfersPage::staysSmoothWithTenThousand()
{
    constexpr int count = 10'000;
    addHanging();
    for (int i = 0; i < count; ++i)
        addHopeless(QString::number(i), false);
    const auto ids = [&] {
        std::vector<qint64> all;
        for (const auto &transfer : queue().transfers())
            all.push_back(transfer.id);
        return all;
    }();
    QElapsedTimer timer;
    timer.start();
    m_page = std::make_unique<TransfersPage>(m_services->services);
    m_page->resize(1368, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    qInfo("shown after %lld ms", static_cast<long long>(timer.restart()));
    QCOMPARE(model()->rowCount(), count + 3);
    // Each of these is one act of the user and one turn of the event loop.
    qint64 longest = 0;
    const auto act = [&](const char *what, const std::function<void()> &function) {
        timer.restart();
        function();
        QCoreApplication::processEvents();
        m_page->grab();
        qInfo("%s: %lld ms", what, static_cast<long long>(timer.elapsed()));
        longest = std::max(longest, timer.elapsed());
    };
    m_page->grab();
    act("scroll", [&] { view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum() / 2); });
    act("select", [&] { m_page->showTransfer(ids[5000]); });
    act("move", [&] { queue().moveUp(ids[5000]); });
    act("cancel one", [&] { queue().cancel(ids[5000]); });
    act("progress", [&] { Q_EMIT queue().progressed(ids[0]); });
    QVERIFY2(longest < 500,
             qPrintable(QString::number(longest))); // a debug build under load; with a grab of the whole page
    queue().clearFinished();
    QVERIFY(waitFor([&] { return model()->rowCount() == count + 2; }));
}

void TestTransfersPage::looksRight_data()
{
    QTest::addColumn<ThemeMode>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << ThemeMode::Light << QSize(1368, 840) << Qt::LeftToRight;
    QTest::newRow("dark") << ThemeMode::Dark << QSize(1368, 840) << Qt::LeftToRight;
    QTest::newRow("narrow") << ThemeMode::Light << QSize(640, 560) << Qt::LeftToRight;
    QTest::newRow("mirrored") << ThemeMode::Light << QSize(1000, 640) << Qt::RightToLeft;
    QTest::newRow("empty") << ThemeMode::Light << QSize(1368, 840) << Qt::LeftToRight;
}

void TestTransfersPage::looksRight()
{
    QFETCH(const ThemeMode, theme);
    QFETCH(const QSize, size);
    QFETCH(const Qt::LayoutDirection, direction);
    Theme::instance().apply(theme);
    makePage();
    m_page->setLayoutDirection(direction);
    m_page->resize(size);
    if (qstrcmp(QTest::currentDataTag(), "empty") != 0) {
        addPublished();
        const auto failed = addHopeless(QStringLiteral("whisper-tiny-de"));
        m_services->settings.setParallelTransfers(2);
        addHanging();
        QVERIFY(waitFor([&] { return summarize(queue()).stalled; }));
        m_registry->setScript({});
        makeModelFolder(m_services->dir, "running", 30'000'000, 3);
        m_services->settings.setRateLimit(10'000'000);
        const auto running = queue().add(publishOf("running", QStringLiteral("qwen-7b-chat")));
        const auto paused = queue().add({Kind::Pull,
                                         QStringLiteral("acme/embed-small"),
                                         {},
                                         "ghcr.io/acme/embed-small:v2",
                                         "/home/me/models/embed-small",
                                         {}});
        queue().pause(paused);
        addHopeless(QStringLiteral("next"), false);
        QVERIFY(waitFor([&] { return queue().find(running)->rate.has_value(); }));
        m_page->showTransfer(failed);
        // Heights follow widths in a second round of layout.
        const auto *text = m_page->findChild<QLabel *>(QStringLiteral("transferDetailsText"));
        QVERIFY(waitFor([&] { return text->isVisible() && text->height() >= text->heightForWidth(text->width()); }));
    }
    const auto picture = m_page->grab();
    const auto folder = qEnvironmentVariable("MODELCRATE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(
            QDir(folder).filePath(QStringLiteral("transfers-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
    QCOMPARE(picture.toImage().pixelColor(1, 1).rgb(), Theme::instance().color(Role::Window).rgb());
}

QTEST_MAIN(TestTransfersPage)
#include "tst_transferspage.moc"
