// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/bottompanel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTime>
#include <QToolButton>

namespace modelcrate {

namespace {

constexpr int mostActivityLines = 2000;

QIcon markOf(Severity severity)
{
    return severity == Severity::Error ? icon(QStringLiteral("error"), Role::Danger)
                                       : icon(QStringLiteral("warning"), Role::Warning);
}

} // namespace

BottomPanel::BottomPanel(QWidget *parent) : QDockWidget(tr("Problems and Activity"), parent)
{
    setObjectName(QStringLiteral("bottomPanel"));
    setFeatures(QDockWidget::DockWidgetClosable);
    setAllowedAreas(Qt::BottomDockWidgetArea);
    setTitleBarWidget(new QWidget(this)); // its tabs say what it is
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("panelTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Problems and Activity"));
    m_tabs->tabBar()->setAccessibleName(tr("Problems and Activity"));
    m_tabs->addTab(makeProblems(), tr("Problems"));
    m_tabs->addTab(makeActivity(), tr("Activity"));
    auto *explain = makeExplainButton();
    m_tabs->setCornerWidget(explain);
    connect(m_tabs, &QTabWidget::currentChanged, explain, [explain](int page) { explain->setVisible(page == 0); });
    setWidget(m_tabs);
}

QWidget *BottomPanel::makeProblems()
{
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("problemsList"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const int row = m_list->row(item); row < m_shown.size())
            Q_EMIT activated(m_shown[row]);
    });
    m_explain = new QAction(icon(QStringLiteral("help")), tr("What Does This &Mean?"), this);
    m_explain->setObjectName(QStringLiteral("explainProblemAction"));
    m_explain->setShortcut(QKeySequence(tr("Shift+F1")));
    connect(m_explain, &QAction::triggered, this, [this] {
        const int row = m_list->currentRow();
        if (row >= 0 && row < m_shown.size())
            Q_EMIT explanationRequested(m_shown[row].topic);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_explain->setEnabled(row >= 0 && row < m_shown.size() && !m_shown[row].topic.isEmpty());
    });
    m_list->addAction(m_explain);
    return m_list;
}

QWidget *BottomPanel::makeActivity()
{
    m_activity = new QPlainTextEdit;
    m_activity->setObjectName(QStringLiteral("activityText"));
    m_activity->setAccessibleName(tr("Activity"));
    m_activity->setReadOnly(true);
    m_activity->setMaximumBlockCount(mostActivityLines);
    m_activity->setFrameShape(QFrame::NoFrame);
    return m_activity;
}

QWidget *BottomPanel::makeExplainButton()
{
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("explainProblemButton"));
    button->setDefaultAction(m_explain);
    button->setAccessibleName(tr("What does this mean?"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

bool BottomPanel::showProblems(const QList<PackageProblem> &problems, const QObject *package)
{
    // Hashing ahead tells of itself ten times a second; the list and its selection stay while nothing is different.
    if (problems == m_shown && package == m_shownOf && m_list->count() > 0)
        return false;
    m_shown = problems;
    m_shownOf = package;
    m_list->clear();
    m_explain->setEnabled(false);
    for (const auto &problem : problems) {
        auto text = problem.text.isEmpty() ? problem.title : tr("%1: %2").arg(problem.title, problem.text);
        // The number of a finding, which the command line and the guide name too; other topics are no numbers.
        if (!problem.topic.isEmpty() && problem.topic.back().isDigit())
            text += QStringLiteral("  ") + problem.topic;
        new QListWidgetItem(markOf(problem.severity), text, m_list);
    }
    if (problems.isEmpty()) {
        auto *nothing = new QListWidgetItem(
            package ? tr("Nothing stands in the way of a publish.") : tr("No package is open."), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    return true;
}

QString BottomPanel::focusedTopic() const
{
    return m_explain->isEnabled() && m_list->hasFocus() ? m_shown[m_list->currentRow()].topic : QString();
}

void BottomPanel::note(const QString &line)
{
    m_activity->appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss ")) + line);
}

QString BottomPanel::activity() const { return m_activity->toPlainText(); }

void BottomPanel::setActivity(const QString &text) { m_activity->setPlainText(text); }

BottomPanel::Page BottomPanel::page() const { return static_cast<Page>(m_tabs->currentIndex()); }

void BottomPanel::setPage(Page page) { m_tabs->setCurrentIndex(static_cast<int>(page)); }

void BottomPanel::showPage(Page page)
{
    setPage(page);
    show();
}

void BottomPanel::togglePage(Page page)
{
    const bool close = isVisible() && this->page() == page;
    setPage(page);
    setVisible(!close);
}

} // namespace modelcrate
