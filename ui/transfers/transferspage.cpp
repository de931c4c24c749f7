// SPDX-License-Identifier: Apache-2.0
#include "ui/transfers/transferspage.h"

#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/transfers/transfersdelegate.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int emptyPictureSize = 48;
constexpr int emptyTextWidth = 420;
constexpr std::size_t mostFindings = 100; // in the details; a pull may leave out any number of files
constexpr std::array<qint64, 7> offeredRates{0, 1'000'000, 2'000'000, 5'000'000, 10'000'000, 20'000'000, 50'000'000};

const std::array<const char *, transferCommandCount> commandNames{
    "pauseTransferAction",         "resumeTransferAction",      "retryNowTransferAction", "retryTransferAction",
    "cancelTransferAction",        "moveUpTransferAction",      "moveDownTransferAction", "openFolderTransferAction",
    "copyReferenceTransferAction", "copyDetailsTransferAction", "removeTransferAction"};

QKeySequence keyFor(TransferCommand command)
{
    switch (command) {
    case TransferCommand::MoveUp: return {Qt::ALT | Qt::Key_Up};
    case TransferCommand::MoveDown: return {Qt::ALT | Qt::Key_Down};
    case TransferCommand::Retry: return {Qt::CTRL | Qt::SHIFT | Qt::Key_R}; // without Shift, registries are asked again
    case TransferCommand::CopyReference: return {QKeySequence::Copy};
    case TransferCommand::CopyDetails: return {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    case TransferCommand::Cancel: return {Qt::CTRL | Qt::Key_Backspace};
    case TransferCommand::Remove: return {QKeySequence::Delete};
    case TransferCommand::OpenFolder:
    case TransferCommand::Pause:
    case TransferCommand::Resume:
    case TransferCommand::RetryNow: break;
    }
    return {};
}

QToolButton *buttonFor(QAction *action, const QString &objectName)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setObjectName(objectName);
    button->setAccessibleName(action->text());
    return button;
}

QLabel *plainLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    return label;
}

/// Text in another colour of the theme.
void setTextRole(QWidget *widget, Role role)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(role));
    widget->setPalette(palette);
}

void setGround(QWidget *widget, Role role)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::Window, Theme::instance().color(role));
    widget->setPalette(palette);
    widget->setAutoFillBackground(true);
}

/// Arrow keys pass over the heads.
class TransfersView : public QTableView {
protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        const auto reached = QTableView::moveCursor(action, modifiers);
        const bool up = action == MoveUp || action == MovePrevious || action == MovePageUp || action == MoveLeft;
        for (const int step : {up ? -1 : 1, up ? 1 : -1}) {
            for (auto index = reached; index.isValid(); index = index.siblingAtRow(index.row() + step)) {
                if (!index.data(TransfersModel::HeadRole).toBool())
                    return index;
            }
            if (currentIndex().isValid() && (action == MoveUp || action == MoveDown))
                return currentIndex();
        }
        return reached;
    }
};

} // namespace

TransfersPage::TransfersPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_model(new TransfersModel(services.transfers, this)),
      m_delegate(new TransfersDelegate(*m_model, this)),
      m_view(new TransfersView),
      m_stack(new QStackedWidget),
      m_summaryLabel(plainLabel(QStringLiteral("transfersSummary"))),
      m_offer(new InfoBar),
      m_notKept(new InfoBar),
      m_details(new QWidget),
      m_detailsTitle(plainLabel(QStringLiteral("transferDetailsTitle"))),
      m_detailsText(plainLabel(QStringLiteral("transferDetailsText"))),
      m_emptyPicture(new QLabel),
      m_parallel(new QSpinBox),
      m_rateLimit(new QComboBox),
      m_pauseOrResume(new QAction(this)),
      m_pauseAll(new QAction(tr("Pause All"), this)),
      m_resumeAll(new QAction(tr("Resume All"), this)),
      m_clear(new QAction(tr("Clear Finished"), this))
{
    setObjectName(QStringLiteral("transfersPage"));
    makeActions();
    m_offer->setObjectName(QStringLiteral("interruptedTransfersBar"));
    m_offer->hide();
    m_notKept->setObjectName(QStringLiteral("transfersNotKeptBar"));
    m_notKept->setMessage(InfoBar::Kind::Warning, tr("Transfers are not kept"),
                          tr("They cannot be written to the disk, so they will be forgotten when the program ends."));
    m_notKept->setDismissible(true);
    m_notKept->hide();

    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeList());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_offer);
    layout->addWidget(m_notKept);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFoot());

    auto &queue = services.transfers;
    connect(m_model, &TransfersModel::rowsAboutToChange, this, [this] { m_rowsMove = true; });
    connect(m_model, &TransfersModel::rowsChanged, this, &TransfersPage::refreshRows);
    connect(m_notKept, &InfoBar::dismissed, this, [this] { m_saidNotKept = true; });
    connect(m_model, &TransfersModel::dataChanged, this, &TransfersPage::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (m_rowsMove) // the view has lost the row that was current; it comes back elsewhere
            return;
        m_selected = index.data(TransfersModel::IdRole).toLongLong();
        refreshDetails();
    });
    connect(&queue, &TransferQueue::loaded, this, &TransfersPage::refreshOffers);
    connect(&queue, &TransferQueue::changed, this, &TransfersPage::refreshOffers);
    connect(&services.settings, &Settings::changed, this, &TransfersPage::applySettings);
    connect(&Theme::instance(), &Theme::changed, this, &TransfersPage::applyLook);
    applySettings();
    applyLook();
    refreshRows();
    refreshOffers();
}

TransfersPage::~TransfersPage() = default;

// --- parts ---------------------------------------------------------------------------------------------------------

QWidget *TransfersPage::makeHead()
{
    auto *head = new QWidget;
    head->setObjectName(QStringLiteral("transfersHead"));
    head->setMinimumHeight(metrics::pageBar);
    auto *title = plainLabel(QStringLiteral("transfersTitle"));
    title->setText(tr("Transfers"));
    title->setFont(Theme::font(FontRole::Heading));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(metrics::space4, 0, metrics::space4, 0);
    layout->setSpacing(metrics::space2);
    layout->addWidget(title);
    layout->addWidget(m_summaryLabel, 1);
    layout->addWidget(buttonFor(m_pauseAll, QStringLiteral("pauseAllTransfersButton")));
    layout->addWidget(buttonFor(m_resumeAll, QStringLiteral("resumeAllTransfersButton")));
    layout->addWidget(buttonFor(m_clear, QStringLiteral("clearFinishedTransfersButton")));
    return head;
}

QWidget *TransfersPage::makeList()
{
    m_view->setObjectName(QStringLiteral("transfersView"));
    m_view->setAccessibleName(tr("Transfers"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setMinimumSectionSize(1);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TransfersPage::showMenu);
    connect(m_delegate, &TransfersDelegate::commandRequested, this, &TransfersPage::perform);

    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeDetails());
    return list;
}

QWidget *TransfersPage::makeEmpty()
{
    auto *empty = new QWidget;
    empty->setObjectName(QStringLiteral("transfersEmpty"));
    auto *title = plainLabel(QStringLiteral("transfersEmptyTitle"));
    title->setText(tr("Nothing is being transferred"));
    title->setFont(Theme::font(FontRole::Heading));
    title->setAlignment(Qt::AlignCenter);
    auto *text = plainLabel(QStringLiteral("transfersEmptyText"));
    text->setText(
        tr("What is published, pulled or copied stands here. It goes on while other pages are open, can be paused, and "
           "comes back after a restart."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text->setFixedWidth(emptyTextWidth);
    m_emptyText = text;
    m_emptyPicture->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(empty);
    layout->setSpacing(metrics::space3);
    layout->addStretch(2);
    layout->addWidget(m_emptyPicture);
    layout->addWidget(title);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return empty;
}

/// What the row has no room for: the whole reason, and every command as a button that the keyboard reaches.
QWidget *TransfersPage::makeDetails()
{
    m_details->setObjectName(QStringLiteral("transferDetails"));
    m_detailsTitle->setFont(Theme::font(FontRole::Strong));
    m_detailsTitle->setWordWrap(true);
    m_detailsText->setWordWrap(true);
    m_detailsText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons);
    for (int i = 0; i < transferCommandCount; ++i) {
        auto *action = m_commands[static_cast<std::size_t>(i)];
        auto *button =
            buttonFor(action, action->objectName().replace(QLatin1String("Action"), QLatin1String("Button")));
        // A command that does not fit the transfer has no button, rather than one that does nothing.
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isEnabled()); });
        button->setVisible(action->isEnabled());
        flow->addWidget(button);
    }
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    layout->setSpacing(metrics::space2);
    layout->addWidget(m_detailsTitle);
    layout->addWidget(m_detailsText);
    layout->addWidget(buttons);
    return m_details;
}

QWidget *TransfersPage::makeFoot()
{
    auto *foot = new QWidget;
    foot->setObjectName(QStringLiteral("transfersFoot"));
    foot->setMinimumHeight(metrics::pageBar);
    m_parallel->setObjectName(QStringLiteral("parallelTransfersField"));
    m_parallel->setRange(1, 8);
    m_rateLimit->setObjectName(QStringLiteral("rateLimitField"));
    auto *parallelLabel = new QLabel(tr("At &once:"));
    parallelLabel->setBuddy(m_parallel);
    m_parallel->setAccessibleName(tr("Transfers at once"));
    auto *rateLabel = new QLabel(tr("&Limit:"));
    rateLabel->setBuddy(m_rateLimit);
    m_rateLimit->setAccessibleName(tr("Limit of all transfers together"));
    connect(m_parallel, &QSpinBox::valueChanged, this,
            [this](int count) { m_services.settings.setParallelTransfers(count); });
    connect(m_rateLimit, &QComboBox::activated, this,
            [this](int index) { m_services.settings.setRateLimit(m_rateLimit->itemData(index).toLongLong()); });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(metrics::space4, 0, metrics::space4, 0);
    layout->setSpacing(metrics::space2);
    layout->addWidget(parallelLabel);
    layout->addWidget(m_parallel);
    layout->addSpacing(metrics::space4);
    layout->addWidget(rateLabel);
    layout->addWidget(m_rateLimit);
    layout->addStretch(1);
    return foot;
}

void TransfersPage::makeActions()
{
    for (int i = 0; i < transferCommandCount; ++i) {
        const auto command = static_cast<TransferCommand>(i);
        auto *action = new QAction(commandText(command), this);
        action->setObjectName(QLatin1String(commandNames[static_cast<std::size_t>(i)]));
        if (const auto name = commandIcon(command); !name.isEmpty())
            action->setIcon(icon(name));
        action->setShortcut(keyFor(command));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setEnabled(false);
        connect(action, &QAction::triggered, this, [this, command] { perform(currentTransfer(), command); });
        m_commands[static_cast<std::size_t>(i)] = action;
        addAction(action);
    }
    m_pauseOrResume->setObjectName(QStringLiteral("pauseOrResumeTransferAction"));
    m_pauseOrResume->setText(tr("Pause or Resume"));
    m_pauseOrResume->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_P), QKeySequence(Qt::Key_Space)});
    m_pauseOrResume->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_pauseOrResume, &QAction::triggered, this, [this] {
        for (const auto command : {TransferCommand::Pause, TransferCommand::Resume, TransferCommand::Retry}) {
            if (m_commands[static_cast<std::size_t>(command)]->isEnabled())
                return perform(currentTransfer(), command);
        }
    });
    // Space belongs to whichever control has the focus; only in the list it is ours.
    m_view->addAction(m_pauseOrResume);
    m_pauseAll->setObjectName(QStringLiteral("pauseAllTransfersAction"));
    m_pauseAll->setIcon(icon(QStringLiteral("pause")));
    m_resumeAll->setObjectName(QStringLiteral("resumeAllTransfersAction"));
    m_resumeAll->setIcon(icon(QStringLiteral("resume")));
    m_clear->setObjectName(QStringLiteral("clearFinishedTransfersAction"));
    auto &queue = m_services.transfers;
    connect(m_pauseAll, &QAction::triggered, &queue, &TransferQueue::pauseAll);
    connect(m_resumeAll, &QAction::triggered, &queue, &TransferQueue::resumeAll);
    connect(m_clear, &QAction::triggered, &queue, &TransferQueue::clearFinished);
}

QList<QAction *> TransfersPage::actions() const
{
    QList<QAction *> all(m_commands.begin(), m_commands.end());
    all << m_pauseAll << m_resumeAll << m_clear;
    return all;
}

// --- acting --------------------------------------------------------------------------------------------------------

void TransfersPage::showMenu(const QPoint &position)
{
    const auto index = m_view->indexAt(position);
    if (!index.isValid() || m_model->isHead(index.row()))
        return;
    m_view->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("transferMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto *action : m_commands) {
        if (action->isEnabled())
            menu->addAction(action);
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void TransfersPage::perform(qint64 id, TransferCommand command)
{
    auto &queue = m_services.transfers;
    const auto *transfer = queue.find(id);
    if (!transfer)
        return;
    switch (command) {
    case TransferCommand::Pause: return queue.pause(id);
    case TransferCommand::Resume:
    case TransferCommand::Retry: return queue.resume(id);
    case TransferCommand::RetryNow: return queue.retryNow(id);
    case TransferCommand::Cancel: return queue.cancel(id);
    case TransferCommand::MoveUp: return queue.moveUp(id);
    case TransferCommand::MoveDown: return queue.moveDown(id);
    case TransferCommand::OpenFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(transfer->request.target)));
        return;
    case TransferCommand::CopyReference: return QApplication::clipboard()->setText(transferReference(*transfer));
    case TransferCommand::CopyDetails: return QApplication::clipboard()->setText(transferDetails(*transfer));
    case TransferCommand::Remove: return queue.remove(id);
    }
}

bool TransfersPage::showTransfer(qint64 id)
{
    if (!m_services.transfers.find(id))
        return false;
    m_selected = id;
    const auto row = m_model->rowOf(id); // it may have none yet; then refreshRows() selects it
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row, 0));
        m_view->scrollTo(m_model->index(row, 0));
    }
    return true;
}

qint64 TransfersPage::currentTransfer() const
{
    const auto *transfer = current();
    return transfer ? transfer->id : 0;
}

const Transfer *TransfersPage::current() const { return m_services.transfers.find(m_selected); }

// --- showing -------------------------------------------------------------------------------------------------------

/// Rows have moved: heads are lower than rows, and the selection follows its transfer.
void TransfersPage::refreshRows()
{
    auto *header = m_view->verticalHeader();
    header->setDefaultSectionSize(TransfersDelegate::rowHeight(false));
    for (int row = 0; row < m_model->rowCount();) {
        if (header->sectionSize(row) != TransfersDelegate::rowHeight(true))
            header->resizeSection(row, TransfersDelegate::rowHeight(true));
        const auto rows = m_model->countIn(m_model->sectionAt(row));
        for (int inside = row + 1; inside <= row + rows; ++inside) {
            if (header->sectionSize(inside) != TransfersDelegate::rowHeight(false))
                header->resizeSection(inside, TransfersDelegate::rowHeight(false));
        }
        row += rows + 1;
    }
    if (const auto row = m_model->rowOf(m_selected); row < 0)
        m_selected = m_view->currentIndex().data(TransfersModel::IdRole).toLongLong();
    else if (m_view->currentIndex().row() != row)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_rowsMove = false;
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    refresh();
}

void TransfersPage::refresh()
{
    const auto summary = summarize(m_services.transfers);
    if (summary != m_summary) {
        m_summary = summary;
        QStringList parts{summary.text(), summary.progressText(), summary.rate ? formatRate(*summary.rate) : QString()};
        parts.removeAll(QString());
        m_summaryLabel->setText(parts.join(QStringLiteral(" · ")));
        Q_EMIT summaryChanged(m_summary);
    }
    m_pauseAll->setEnabled(summary.active() > 0);
    m_resumeAll->setEnabled(m_model->countIn(TransferSection::Waiting) > summary.waiting);
    m_clear->setEnabled(m_model->countIn(TransferSection::Finished) > 0);
    refreshDetails();
}

void TransfersPage::refreshDetails()
{
    const auto *transfer = current();
    m_details->setVisible(transfer != nullptr);
    const auto commands = transfer ? commandsFor(*transfer) : std::vector<TransferCommand>();
    for (int i = 0; i < transferCommandCount; ++i) {
        const bool fits =
            std::find(commands.begin(), commands.end(), static_cast<TransferCommand>(i)) != commands.end();
        m_commands[static_cast<std::size_t>(i)]->setEnabled(fits);
    }
    if (!transfer)
        return;
    QStringList lines;
    if (!transfer->request.source.empty())
        lines << tr("From %1").arg(displayText(transfer->request.source));
    lines << tr("To %1").arg(transferTarget(*transfer));
    if (transfer->published)
        lines << toQString(transfer->published->digest.toString());
    auto title = transferTitle(*transfer);
    if (transfer->error) {
        const auto error = errorText(*transfer->error);
        title = error.title;
        lines << error.cause << error.action;
    } else {
        lines << transferState(*transfer).text;
    }
    const auto named = std::min(transfer->findings.size(), mostFindings);
    for (std::size_t i = 0; i < named; ++i) {
        const auto &finding = transfer->findings[i];
        lines << (finding.where.empty() ? findingText(finding)
                                        : tr("%1: %2").arg(displayText(finding.where), findingText(finding)));
    }
    if (named < transfer->findings.size())
        lines << tr("and %n more", nullptr, static_cast<int>(transfer->findings.size() - named));
    lines.removeAll(QString());
    m_detailsTitle->setText(title);
    m_detailsText->setText(lines.join(QLatin1Char('\n')));
}

/// What stands above the list until it is no longer so.
void TransfersPage::refreshOffers()
{
    auto &queue = m_services.transfers;
    const auto interrupted = queue.interrupted();
    if (interrupted != m_offered) {
        m_offered = interrupted;
        m_offer->setVisible(interrupted > 0);
        m_offer->setMessage(InfoBar::Kind::Info, tr("%n transfers were interrupted", nullptr, interrupted),
                            tr("They go on from where they were."));
        m_offer->clearActions();
        m_offer->addAction(tr("Resume"), QStringLiteral("resumeInterruptedTransfersButton"),
                           [this] { m_services.transfers.resumeInterrupted(); });
    }
    m_notKept->setVisible(queue.isLoaded() && !queue.isPersistent() && !m_saidNotKept);
}

void TransfersPage::applySettings()
{
    const auto &settings = m_services.settings;
    m_services.transfers.setParallel(settings.parallelTransfers());
    m_services.transfers.setRateLimit(ByteCount(settings.rateLimit()));

    const QSignalBlocker quietly(m_parallel);
    m_parallel->setValue(settings.parallelTransfers());
    m_rateLimit->clear();
    std::vector<qint64> rates(offeredRates.begin(), offeredRates.end());
    if (std::find(rates.begin(), rates.end(), settings.rateLimit()) == rates.end())
        rates.push_back(settings.rateLimit());
    for (const auto rate : rates)
        m_rateLimit->addItem(rate == 0 ? tr("No limit") : formatRate(static_cast<double>(rate)), rate);
    m_rateLimit->setCurrentIndex(m_rateLimit->findData(settings.rateLimit()));
}

void TransfersPage::applyLook()
{
    m_view->setPalette(Theme::instance().itemViewPalette());
    setTextRole(m_summaryLabel, Role::TextMuted);
    setTextRole(m_detailsText, Role::TextMuted);
    setGround(m_details, Role::Raised);
    m_emptyPicture->setPixmap(iconPixmap(QStringLiteral("transfers"), emptyPictureSize,
                                         Theme::instance().color(Role::TextMuted), devicePixelRatioF()));
    // A layout that centres a text gives it one line, whatever it needs.
    m_emptyText->setMinimumHeight(m_emptyText->heightForWidth(emptyTextWidth));
    m_view->viewport()->update();
}

void TransfersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyLook();
        refreshRows();
    }
}

} // namespace modelcrate
