// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishpage.h"

#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "ui/artifact/signinflow.h"
#include "ui/artifact/usecommands.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"
#include "ui/package/planpreview.h"
#include "ui/publish/planside.h"
#include "ui/publish/publishactions.h"
#include "ui/publish/publishbanner.h"
#include "ui/publish/publisheddetails.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishtable.h"
#include "ui/publish/publishtotals.h"
#include "ui/publish/runningside.h"
#include "ui/publish/targetaccount.h"
#include "ui/publish/targetform.h"
#include "ui/publish/targetsuggestions.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <chrono>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// A target is asked once nobody has typed for so long; a package that changes under it a little later.
constexpr std::chrono::milliseconds targetSettles{350};
constexpr std::chrono::milliseconds packageSettles{1200};
constexpr int sidePanelWidth = 320;

/// The target's tag no longer stands for what it did when somebody looked. An edit in place meets nothing else.
bool hasMovedTag(const Transfer &transfer)
{
    if (!transfer.error)
        return false;
    const bool isEdit = transfer.request.kind == TransferRequestRecord::Kind::Edit;
    return isEdit ? transfer.error->code() == ErrorCode::Conflict : isMovedTag(*transfer.error);
}

} // namespace

struct PublishPage::Parts {
    ElidedLabel *title = nullptr;
    QLabel *phase = nullptr;
    QToolButton *showSide = nullptr;
    TargetForm *target = nullptr;
    PublishBanner *banner = nullptr;
    PublishTotals *totals = nullptr;
    PublishTable *table = nullptr;
    PublishedDetails *details = nullptr;
    QStackedWidget *pages = nullptr;
    QWidget *main = nullptr;
    QScrollArea *side = nullptr;
    PlanSide *planSide = nullptr;
    RunningSide *runningSide = nullptr;
    PublishActions *actions = nullptr;
};

PublishPage::PublishPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_preview(preview),
      m_services(services),
      m_planner(m_model, services),
      m_checks(document, preview, services),
      m_adoption(document, preview, services),
      m_parts(std::make_unique<Parts>()),
      m_account(new TargetAccount(services, this))
{
    build();
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &PublishPage::ask);
    connect(&m_preview, &PlanPreview::changed, this, &PublishPage::packageChanged);
    connect(&m_document, &PackageDocument::stateChanged, this, &PublishPage::refresh);
    connect(&m_document, &PackageDocument::factsChanged, this, &PublishPage::refresh);
    connect(&m_services.transfers, &TransferQueue::changed, this, &PublishPage::transferChanged);
    connect(&m_services.transfers, &TransferQueue::progressed, this, &PublishPage::transferChanged);
    connect(&m_services.transfers, &TransferQueue::removed, this, [this](qint64 id) {
        // What is not in the queue cannot be tried again; what was published stays to be seen.
        if (id == m_transfer && m_phase == Phase::Stopped)
            backToPlan();
    });
    connect(&m_services.settings, &Settings::changed, this, &PublishPage::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &PublishPage::refresh);
    connect(&m_planner, &PublishPlanner::rowsChanged, this, [this] {
        if (const auto *now = transfer(); now && m_phase != Phase::Planning)
            m_model.setProgress(*now); // the rows came after what they are to say
        refresh();
    });
    connect(&m_planner, &PublishPlanner::answered, this, [this] {
        if (m_planner.error())
            setUnasked();
        refresh();
        Q_EMIT planned();
    });
    connect(&m_checks, &PublishChecks::goToFieldRequested, this, &PublishPage::goToFieldRequested);
    connect(&m_checks, &PublishChecks::goToEntryRequested, this, &PublishPage::goToEntryRequested);
    connect(&m_checks, &PublishChecks::referrersCounted, this, &PublishPage::refresh);
    connect(m_account, &TargetAccount::found, this,
            [this] { m_parts->target->refresh(situation(transfer()), *m_account); });
    m_parts->target->setSuggestions(targetSuggestions(m_document, m_services.settings));
    setTarget(defaultTarget(m_document, m_services.settings));
}

PublishPage::~PublishPage() = default;

// ---- what it is made of

void PublishPage::build()
{
    setAccessibleName(tr("Publish"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_parts->target = new TargetForm(m_services, this);
    connect(m_parts->target, &TargetForm::edited, this, &PublishPage::targetEdited);
    connect(m_parts->target, &TargetForm::signInRequested, this, &PublishPage::signIn);
    layout->addWidget(m_parts->target);
    m_parts->banner = new PublishBanner(this);
    connect(m_parts->banner, &PublishBanner::signInRequested, this, &PublishPage::signIn);
    connect(m_parts->banner, &PublishBanner::askAgainRequested, this, &PublishPage::ask);
    connect(m_parts->banner, &PublishBanner::compareRequested, this, &PublishPage::compare);
    connect(m_parts->banner, &PublishBanner::publishAsNextRequested, this, &PublishPage::publishAsNext);
    connect(m_parts->banner, &PublishBanner::publishOverRequested, this, &PublishPage::publishOver);
    layout->addWidget(m_parts->banner);
    layout->addWidget(buildContent(), 1);
    layout->addWidget(buildActions());
}

QWidget *PublishPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::space3, metrics::space1, metrics::space5, metrics::space1);
    header->setMinimumHeight(metrics::pageBar);
    auto *back = makeTool(header, QStringLiteral("chevron-right"), tr("Back to the Package"), "publishBack");
    back->setIcon({});
    back->setArrowType(isRightToLeft() ? Qt::RightArrow : Qt::LeftArrow);
    connect(back, &QToolButton::clicked, this, &PublishPage::backRequested);
    m_parts->title = new ElidedLabel({}, header);
    m_parts->title->setObjectName(QStringLiteral("publishTitle"));
    m_parts->title->setFont(Theme::font(FontRole::Heading));
    m_parts->title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_parts->title->setMinimumWidth(80);
    m_parts->phase = makeText(header, "publishPhase");
    m_parts->phase->setForegroundRole(QPalette::PlaceholderText);
    m_parts->showSide = new QToolButton(header);
    m_parts->showSide->setObjectName(QStringLiteral("publishShowChecks"));
    m_parts->showSide->setText(tr("Checks"));
    m_parts->showSide->setCheckable(true);
    connect(m_parts->showSide, &QToolButton::toggled, this, &PublishPage::placeSidePanel);
    layout->addWidget(back);
    layout->addWidget(m_parts->title);
    layout->addWidget(m_parts->phase);
    layout->addStretch();
    layout->addWidget(m_parts->showSide);
    return header;
}

QWidget *PublishPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *main = m_parts->main = new QWidget(content);
    main->setBackgroundRole(QPalette::Base);
    main->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parts->totals = new PublishTotals(main);
    connect(m_parts->totals, &PublishTotals::askAgainRequested, this, &PublishPage::ask);
    column->addWidget(m_parts->totals);
    m_parts->pages = new QStackedWidget(main);
    m_parts->table = new PublishTable(m_model, main);
    m_parts->table->setObjectName(QStringLiteral("publishTable"));
    m_parts->table->setAccessibleName(tr("What is published"));
    connect(m_parts->table, &PublishTable::entryActivated, this, &PublishPage::goToEntryRequested);
    connect(m_parts->table, &PublishTable::retryRequested, this, [this](int row) { retry(m_model.remedy(row)); });
    auto *done = new QScrollArea(main);
    done->setFrameShape(QFrame::NoFrame);
    done->setWidgetResizable(true);
    done->setObjectName(QStringLiteral("publishedScroll"));
    done->setFocusPolicy(Qt::NoFocus);
    m_parts->details = new PublishedDetails;
    done->setWidget(m_parts->details);
    m_parts->pages->addWidget(m_parts->table);
    m_parts->pages->addWidget(done);
    column->addWidget(m_parts->pages, 1);
    layout->addWidget(main, 1);
    layout->addWidget(buildSidePanel());
    return content;
}

QWidget *PublishPage::buildSidePanel()
{
    auto *side = m_parts->side = new QScrollArea(this);
    side->setObjectName(QStringLiteral("publishSide"));
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFocusPolicy(Qt::NoFocus);
    m_parts->planSide = new PlanSide;
    connect(m_parts->planSide, &PlanSide::helpRequested, this, &PublishPage::helpRequested);
    m_parts->runningSide = new RunningSide(m_services);
    connect(m_parts->runningSide, &RunningSide::openTransfersRequested, this, &PublishPage::openTransfersRequested);
    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts->planSide);
    layout->addWidget(m_parts->runningSide);
    side->setWidget(panel);
    return side;
}

PublishActions *PublishPage::buildActions()
{
    auto *actions = m_parts->actions = new PublishActions(m_services.settings, this);
    connect(actions, &PublishActions::copyCommandRequested, this, &PublishPage::copyCommand);
    connect(actions, &PublishActions::saveLayoutRequested, this, &PublishPage::saveLayout);
    connect(actions, &PublishActions::moveTagRequested, this, [this] {
        if (place() == EditPlace::Same)
            publishAsNext();
        else
            publishOver();
    });
    connect(actions, &PublishActions::backToPlanRequested, this, &PublishPage::backToPlan);
    connect(actions, &PublishActions::retryNowRequested, this, [this] { retry(m_model.remedy()); });
    connect(actions, &PublishActions::pauseRequested, this, [this] { m_services.transfers.pause(m_transfer); });
    connect(actions, &PublishActions::cancelRequested, this, [this] { m_services.transfers.cancel(m_transfer); });
    connect(actions, &PublishActions::primaryRequested, this, &PublishPage::primaryClicked);
    return actions;
}

// ---- where to

QString PublishPage::target() const { return m_parts->target->text(); }

void PublishPage::setTarget(const QString &target)
{
    if (m_parts->target->text() == target)
        targetEdited();
    else
        m_parts->target->setText(target);
}

void PublishPage::targetEdited()
{
    m_planner.stop();
    m_planner.forget();
    m_signInError.reset();
    m_note.clear();
    const auto typed = target().trimmed();
    const auto parsed = parseTarget(toUtf8(typed));
    m_target = parsed ? std::optional(*parsed) : std::nullopt;
    m_targetProblem = typed.isEmpty() ? std::nullopt : targetProblem(toUtf8(typed));
    if (m_phase == Phase::Planning) {
        setUnasked();
        if (m_target)
            m_settle.start(targetSettles);
        else
            m_settle.stop();
    }
    m_account->find(m_target);
    refresh();
}

void PublishPage::setUnasked()
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot || !isVisible()) // each edit makes a plan, and a row a file; showEvent() makes those of the last one
        return;
    m_planner.showUnasked(snapshot,
                          m_planner.error() ? tr("Not known: %1 did not say").arg(targetName())
                              : m_target    ? tr("Asking %1…").arg(targetName())
                                            : tr("Known once there is a target"));
}

QString PublishPage::targetName() const { return m_target ? modelcrate::targetName(*m_target) : QString(); }

void PublishPage::packageChanged()
{
    if (m_phase == Phase::Planning) {
        if (!m_planner.plan())
            setUnasked();
        if (m_target && m_preview.snapshot() && !m_settle.isActive())
            m_settle.start(m_planner.plan() || m_planner.isAsking() ? packageSettles : targetSettles);
    }
    if (isVisible())
        m_checks.countReferrers();
    refresh();
}

void PublishPage::ask()
{
    m_settle.stop();
    const auto snapshot = m_preview.snapshot();
    // An unseen page asks nobody; it does so when it is shown.
    if (!m_target || !snapshot || m_phase != Phase::Planning || !isVisible())
        return;
    m_planner.ask(snapshot, *m_target, mountSource(m_document, m_services.settings, *m_target));
    refresh();
}

void PublishPage::signIn()
{
    const auto &place = m_phase == Phase::Planning ? m_target : m_sentTo;
    const auto *reference = place ? std::get_if<Reference>(&*place) : nullptr;
    if (!reference)
        return;
    askAndSignIn(this, m_services, reference->registry, m_account->user(), [this](const Result<SignInResult> &result) {
        if (!result) {
            m_signInError = result.error();
            refresh();
            return;
        }
        m_account->forget();
        m_signInError.reset();
        m_account->find(m_target);
        if (m_phase == Phase::Stopped)
            m_services.transfers.resume(m_transfer);
        else
            ask();
        refresh();
    });
}

QString PublishPage::blockedBecause() const
{
    if (!m_target)
        return m_targetProblem ? m_targetProblem->text : tr("Say where to publish to");
    if (const auto blocked = packageBlocked(); !blocked.isEmpty())
        return blocked;
    if (m_planner.plan())
        return {};
    return m_planner.error() ? tr("%1 has not said what it has").arg(targetName()) : tr("asking %1…").arg(targetName());
}

QString PublishPage::packageBlocked() const
{
    if (!m_problems.empty())
        return m_problems.front().title;
    if (!m_preview.snapshot() || !m_preview.isCurrent())
        return tr("Reading…");
    return {};
}

// ---- what is done

EditPlace PublishPage::place() const
{
    if (!m_document.published() || !m_planner.plan() || !m_target)
        return EditPlace::Other;
    const auto source = parseTarget(m_document.published()->place());
    if (!source || !tagOf(*source) || toString(*source) != toString(*m_target))
        return EditPlace::Other;
    const auto &stands = m_planner.plan()->replaces;
    return !stands || *stands == m_document.published()->artifact.manifest.digest ? EditPlace::Same : EditPlace::Moved;
}

void PublishPage::publishAsNext()
{
    if (!m_target || !m_planner.plan() || !m_planner.plan()->freeTag || !blockedBecause().isEmpty())
        return;
    // Known to be free, so nobody need be asked again.
    m_target = withTag(*m_target, *m_planner.plan()->freeTag);
    m_parts->target->setTextQuietly(toQString(toString(*m_target)));
    publishTo(Location(*m_target), std::nullopt);
}

void PublishPage::publishOver()
{
    if (m_target && m_planner.plan())
        publishTo(Location(*m_target), m_planner.plan()->replaces);
}

void PublishPage::publishTo(const Location &target, const std::optional<Digest> &seen)
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot || m_phase != Phase::Planning || !packageBlocked().isEmpty())
        return;
    m_settle.stop();
    m_planner.beginRun(snapshot, target);
    m_sentTo = target;
    m_sent = {snapshot, m_document.state(), snapshot->digest};
    m_note.clear();
    refreshSide(situation(transfer()));
    TransferRequestRecord request;
    const bool isEdit = m_document.published() != nullptr;
    request.kind = isEdit ? TransferRequestRecord::Kind::Edit : TransferRequestRecord::Kind::Publish;
    request.title = m_document.name();
    request.target = toString(target);
    if (isEdit)
        request.source = seen ? seen->toString() : std::string();
    else if (const auto mountFrom = mountSource(m_document, m_services.settings, target))
        request.source = mountFrom->toString();
    if (!isEdit)
        request.seen = SeenTag{seen};
    m_transfer = m_services.transfers.add(std::move(request), [snapshot] { return freezePackage(snapshot->package); });
    setPhase(Phase::Sending);
    transferChanged(m_transfer);
}

void PublishPage::primaryClicked()
{
    switch (m_phase) {
    case Phase::Planning: {
        if (!m_target || !blockedBecause().isEmpty())
            return;
        if (m_planner.plan() && m_planner.plan()->freeTag && place() != EditPlace::Same)
            publishAsNext();
        else
            publishOver();
        return;
    }
    case Phase::Stopped: m_services.transfers.resume(m_transfer); return;
    case Phase::Published: Q_EMIT backRequested(); return;
    case Phase::Sending: return;
    }
}

/// Whether the folder alone gives what is seen: without edits, those of an earlier run included, and without rules of
/// the user's, which a command does not know.
bool PublishPage::isBareFolder() const
{
    const auto options = packageOptions(m_services.settings);
    return !m_document.published() && m_document.file().isEmpty() && !m_document.isModified()
        && m_document.undoStack().index() == 0 && options.ownRules.empty() && options.scan.exclude.empty();
}

void PublishPage::copyCommand()
{
    if (!m_target)
        return;
    QString source;
    if (!m_document.file().isEmpty() && !m_document.isModified())
        source = m_document.file();
    else if (isBareFolder())
        source = pathText(m_document.root());
    if (source.isEmpty()) {
        m_note = tr("Save the package first: the command names the file that holds your changes.");
    } else {
        QGuiApplication::clipboard()->setText(toQString(publishCommand(toUtf8(source), *m_target)));
        m_note = tr("The command is copied.");
    }
    m_parts->actions->refresh(situation(nullptr), m_note);
}

void PublishPage::saveLayout()
{
    m_services.prompts.chooseFolder(this, tr("Save as OCI Layout"),
                                    [this, page = QPointer(this)](const QString &folder) {
                                        if (!page || folder.isEmpty())
                                            return;
                                        const auto tag = m_target ? tagOf(*m_target) : std::nullopt;
                                        LayoutLocation layout{toPath(folder)};
                                        layout.tag = tag ? tag : std::optional(suggestTag(""));
                                        const Location target = layout;
                                        if (!m_target)
                                            setTarget(toQString(toString(target)));
                                        publishTo(target, std::nullopt);
                                    });
}

const Transfer *PublishPage::transfer() const { return m_transfer ? m_services.transfers.find(m_transfer) : nullptr; }

void PublishPage::transferChanged(qint64 id)
{
    if (id != m_transfer || id == 0 || m_phase == Phase::Published)
        return;
    const auto *now = transfer();
    if (!now) // removed from the queue by hand
        return;
    m_log.observe(*now);
    m_model.setProgress(*now);
    switch (now->state) {
    case TransferState::Waiting:
    case TransferState::Running:
    case TransferState::Pausing:
    case TransferState::Canceling: setPhase(Phase::Sending); break;
    case TransferState::Paused:
    case TransferState::Canceled: setPhase(Phase::Stopped); break;
    case TransferState::Failed:
        // Somebody moved the tag: what is there now is looked at, and the user chooses anew.
        if (hasMovedTag(*now)) {
            // Once the queue has told everybody.
            QTimer::singleShot(0, this, [this, refused = m_transfer] { m_services.transfers.remove(refused); });
            backToPlan();
            setTarget(toQString(toString(*m_sentTo))); // a layout was chosen for this one time
            m_note = tr("%1 came to stand for something else meanwhile. Nothing was overwritten.")
                         .arg(tagText(*m_sentTo));
            refresh();
        } else {
            setPhase(Phase::Stopped);
        }
        break;
    case TransferState::Done: finished(*now); break;
    }
}

void PublishPage::retry(PublishModel::Remedy remedy)
{
    if (remedy == PublishModel::Remedy::EndWait)
        m_services.transfers.retryNow(m_transfer);
    else if (remedy == PublishModel::Remedy::Restart)
        m_services.transfers.restart(m_transfer);
}

void PublishPage::finished(const Transfer &transfer)
{
    if (!transfer.published)
        return;
    const auto result = *transfer.published;
    m_parts->details->setResult(result, *m_sentTo);
    m_adoption.adopt(m_sent, result, *m_sentTo);
    m_sent = {.shownDigest = m_sent.shownDigest, .publishedDigest = result.digest}; // a snapshot has a part for each file
    m_parts->target->setSuggestions(targetSuggestions(m_document, m_services.settings));
    setPhase(Phase::Published);
}

void PublishPage::compare()
{
    if (!m_target || !m_planner.plan() || !m_planner.plan()->replaces)
        return;
    m_adoption.compareWith(*m_target, *m_planner.plan()->replaces, [this, tag = tagText(*m_target)](Result<void> read) {
        if (read) {
            m_note.clear();
            Q_EMIT compareRequested();
        } else {
            m_note = tr("%1 cannot be compared. %2").arg(tag, errorText(read.error()).cause);
        }
        m_parts->actions->refresh(situation(transfer()), m_note);
    });
}

void PublishPage::backToPlan()
{
    m_transfer = 0;
    m_sent = {};
    setPhase(Phase::Planning);
    targetEdited();
}

PublishPage::Handover PublishPage::handOver()
{
    if (m_phase == Phase::Planning)
        return {.target = target()};
    return {target(), m_phase, m_planner.handOver(), m_transfer, m_sentTo, m_sent, m_log};
}

void PublishPage::takeOver(Handover handover)
{
    setTarget(handover.target);
    m_transfer = handover.transfer;
    const auto *now = transfer();
    if (handover.phase == Phase::Planning || !now) { // or it was removed from the queue
        m_transfer = 0;
        return;
    }
    m_sentTo = std::move(handover.sentTo);
    m_sent = std::move(handover.sent);
    m_planner.takeOver(std::move(handover.plan), m_sent.snapshot, *m_sentTo);
    m_log = std::move(handover.log);
    m_model.setProgress(*now);
    refreshSide(situation(transfer()));
    if (handover.phase == Phase::Published && now->published)
        m_parts->details->setResult(*now->published, *m_sentTo);
    setPhase(handover.phase);
    transferChanged(m_transfer);
}

// ---- what is seen

void PublishPage::setPhase(Phase phase)
{
    const bool changed = phase != m_phase;
    m_phase = phase;
    refresh();
    if (changed)
        Q_EMIT phaseChanged();
}

void PublishPage::refresh()
{
    const auto *now = transfer();
    if (m_phase == Phase::Planning)
        m_problems = m_checks.problems();
    if (isVisible() || !std::exchange(m_wasRefreshed, true)) // else showEvent() does it
        refreshWidgets(now);
}

void PublishPage::refreshWidgets(const Transfer *now)
{
    const auto seen = situation(now);
    refreshHeader(now);
    m_parts->target->refresh(seen, *m_account);
    m_parts->totals->refresh(seen);
    m_parts->banner->refresh(seen);
    refreshSide(seen);
    m_parts->actions->refresh(seen, m_note);
    m_parts->pages->setCurrentIndex(m_phase == Phase::Published ? 1 : 0);
}

PublishSituation PublishPage::situation(const Transfer *transfer) const
{
    const auto *edited = m_document.published();
    return {.phase = m_phase,
            .snapshot = m_preview.snapshot(),
            .edited = edited ? std::optional(edited->artifact.manifest.digest) : std::nullopt,
            .problems = &m_problems,
            .packageBlocked = packageBlocked(),
            .blocked = blockedBecause(),
            .typed = target().trimmed(),
            .target = m_target,
            .targetProblem = m_targetProblem,
            .asksSoon = m_settle.isActive(),
            .isAsking = m_planner.isAsking(),
            .plannedAt = m_planner.plannedAt(),
            .plan = m_planner.plan() ? &*m_planner.plan() : nullptr,
            .planError = m_planner.error() ? &*m_planner.error() : nullptr,
            .signInError = m_signInError ? &*m_signInError : nullptr,
            .place = place(),
            .sentTo = m_sentTo,
            .shownDigest = m_sent.shownDigest,
            .publishedDigest = m_sent.publishedDigest,
            .transfer = transfer,
            .flow = m_model.flow(),
            .remedy = m_model.remedy()};
}

void PublishPage::refreshHeader(const Transfer *now)
{
    m_parts->title->setText(tr("Publish %1").arg(displayText(toUtf8(m_document.name()))));
    m_parts->phase->setText(m_phase == Phase::Planning        ? tr("Plan")
                                : m_phase == Phase::Published ? tr("Published")
                                : m_phase == Phase::Sending   ? now && now->state == TransferState::Waiting
                                      ? tr("Waiting for its turn")
                                      : tr("Sending")
                                : now && now->state == TransferState::Paused   ? tr("Paused")
                                : now && now->state == TransferState::Canceled ? tr("Cancelled")
                                                                               : tr("Stopped"));
}

void PublishPage::refreshSide(const PublishSituation &now)
{
    const bool isTransfer = m_phase == Phase::Sending || m_phase == Phase::Stopped;
    m_parts->planSide->setVisible(!isTransfer);
    m_parts->runningSide->setVisible(isTransfer);
    if (isTransfer)
        m_parts->runningSide->refresh(now, m_log);
    else if (m_phase == Phase::Planning) // what was published stays beside it
        m_parts->planSide->refresh(now, m_checks.all(m_problems, m_target));
    const int concerns = m_parts->planSide->concerns();
    m_parts->showSide->setText(isTransfer         ? tr("Time and Activity")
                                   : concerns > 0 ? tr("Checks (%1)").arg(QString::number(concerns))
                                                  : tr("Checks"));
}

void PublishPage::placeSidePanel()
{
    const bool narrow = width() < metrics::narrow;
    const bool shown = !narrow || m_parts->showSide->isChecked();
    m_parts->showSide->setVisible(narrow);
    m_parts->side->setVisible(shown);
    m_parts->main->setVisible(!narrow || !shown);
    if (narrow) {
        m_parts->side->setMinimumWidth(0);
        m_parts->side->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_parts->side->setFixedWidth(sidePanelWidth);
    }
}

void PublishPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSidePanel();
}

void PublishPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeSidePanel();
    if (m_phase == Phase::Planning && !m_planner.plan())
        setUnasked();
    m_checks.countReferrers();
    refresh();
    if (m_phase == Phase::Planning && m_target)
        m_settle.start(0);
}

} // namespace modelcrate

#include "moc_publishpage.cpp"
