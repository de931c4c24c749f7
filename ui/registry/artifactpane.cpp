// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/artifactpane.h"

#include "operations/listingcache.h"
#include "ui/artifact/signinflow.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

ArtifactPane::ArtifactPane(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("artifactPane"));
    setMinimumWidth(minimumPageWidth);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    // A click on what takes no focus is about this artifact as well.
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTitle());
    m_message = new InfoBar;
    m_message->setObjectName(QStringLiteral("referenceMessage"));
    column->addWidget(m_message);
    m_removal = new TagRemoval(services);
    connect(m_removal, &TagRemoval::removed, this, &ArtifactPane::removed);
    connect(m_removal, &TagRemoval::removingChanged, this, [this] {
        m_close->setEnabled(!m_removal->isRemoving()); // it is answered for what it deletes
        updateActions();
        Q_EMIT shownChanged();
    });
    column->addWidget(m_removal);
    m_page = new ArtifactPage(services);
    connect(m_page, &ArtifactPage::opened, this, &ArtifactPane::showOpened);
    connect(m_page, &ArtifactPage::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        showError(error);
    });
    connect(m_page, &ArtifactPage::pullRequested, this, &ArtifactPane::pullRequested);
    connect(m_page, &ArtifactPage::referenceRequested, this, &ArtifactPane::referenceRequested);
    makeActions();
    column->addWidget(m_page, 1);
    column->addStretch(0);
    clear();
}

QWidget *ArtifactPane::makeTitle()
{
    m_title = new QWidget;
    m_title->setBackgroundRole(QPalette::Window);
    m_title->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_title);
    row->setContentsMargins(metrics::space4, metrics::space1, metrics::space2, metrics::space1);
    row->setSpacing(metrics::space1);
    m_name = new ElidedLabel;
    m_name->setObjectName(QStringLiteral("besideTitle"));
    row->addWidget(m_name, 1);
    m_compareBoth = new QToolButton;
    m_compareBoth->setObjectName(QStringLiteral("besideCompare"));
    m_compareBoth->setIcon(icon(QStringLiteral("compare")));
    m_compareBoth->setText(tr("Compare"));
    m_compareBoth->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_compareBoth->setAutoRaise(true);
    m_compareBoth->setAccessibleName(tr("Compare the two artifacts"));
    m_compareBoth->setToolTip(m_compareBoth->accessibleName());
    connect(m_compareBoth, &QToolButton::clicked, this, &ArtifactPane::compareBothRequested);
    row->addWidget(m_compareBoth);
    m_close = new QToolButton;
    m_close->setObjectName(QStringLiteral("besideClose"));
    m_close->setIcon(icon(QStringLiteral("cancel"), Role::TextMuted));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &ArtifactPane::closeRequested);
    row->addWidget(m_close);
    m_title->hide();
    return m_title;
}

void ArtifactPane::makeActions()
{
    m_edit = new QAction(icon(QStringLiteral("edit")), tr("&Edit…"), this);
    m_edit->setObjectName(QStringLiteral("editArtifactAction"));
    m_edit->setToolTip(tr("Edit the published model"));
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(m_page->reference()); });
    m_deleteTag = new QAction(icon(QStringLiteral("delete")), tr("Delete Tag…"), this);
    m_deleteTag->setObjectName(QStringLiteral("deleteTagAction"));
    connect(m_deleteTag, &QAction::triggered, this, [this] { m_removal->ask(m_page->reference()); });
    m_compare = new QAction(icon(QStringLiteral("compare")), tr("Compare…"), this);
    m_compare->setObjectName(QStringLiteral("compareAction"));
    connect(m_compare, &QAction::triggered, this, &ArtifactPane::compareRequested);
    for (auto *action : {m_edit, m_compare, m_deleteTag})
        m_page->addHeaderAction(action);
}

void ArtifactPane::updateActions()
{
    const auto location = parseTarget(toUtf8(m_page->reference()));
    const bool isReached = m_page->details() && !m_page->memory();
    m_edit->setEnabled(canPull());
    m_compare->setEnabled(isReached && !m_page->details()->isIndex());
    m_deleteTag->setEnabled(isReached && location && tagOf(*location) && !m_removal->isRemoving());
}

bool ArtifactPane::canPull() const
{
    return m_page->details() && !m_page->memory() && m_page->details()->kind == ArtifactKind::ModelPack;
}

void ArtifactPane::clear()
{
    m_asked.clear();
    m_page->clear();
    m_page->hide();
    m_removal->giveUp();
    say(InfoBar::Kind::Info, {}, tr("Choose an artifact, or type a reference above."));
    updateActions();
    showTitle();
    Q_EMIT shownChanged();
}

void ArtifactPane::say(InfoBar::Kind kind, const QString &strong, const QString &text)
{
    m_message->clearActions();
    m_message->setMessage(kind, strong, text);
    m_message->show();
}

void ArtifactPane::open(const QString &reference, Remember remember)
{
    say(InfoBar::Kind::Info, {}, tr("Reading %1…").arg(reference));
    m_asked = reference;
    m_remember = remember;
    showTitle();
    m_page->open(reference);
}

void ArtifactPane::readAgain()
{
    const auto now = view();
    clear();
    if (now.reference.isEmpty())
        return;
    open(now.reference, now.isRead ? Remember::No : Remember::Yes);
    if (now.removal)
        m_removal->restore(*now.removal);
}

ArtifactPane::View ArtifactPane::view() const
{
    return {m_asked, m_remember == Remember::No || m_page->details(), m_page->tab(), m_removal->question()};
}

void ArtifactPane::restore(const View &view)
{
    m_page->setTab(view.tab);
    if (!view.reference.isEmpty())
        open(view.reference, view.isRead ? Remember::No : Remember::Yes);
    if (view.removal)
        m_removal->restore(*view.removal);
}

void ArtifactPane::showOpened()
{
    if (m_remember == Remember::Yes)
        m_services.settings.addRecentTarget(m_asked);
    const auto &findings = m_page->details()->findings;
    m_message->setVisible(!findings.empty());
    if (!findings.empty())
        say(InfoBar::Kind::Warning, {}, findingText(findings.front()));
    if (m_page->memory())
        showAge();
    m_page->show();
    updateActions();
    Q_EMIT opened();
    Q_EMIT shownChanged();
}

/// Of what is remembered, and why it is no more than that.
void ArtifactPane::showAge()
{
    const auto &memory = *m_page->memory();
    const auto age = memory.time.isValid()
        ? tr("Offline, as of %1.").arg(QLocale().toString(memory.time, QLocale::ShortFormat))
        : tr("Offline.");
    say(InfoBar::Kind::Warning, age, errorText(memory.why).cause);
    addRetry();
}

void ArtifactPane::addRetry()
{
    m_message->addAction(tr("Try Again"), QStringLiteral("referenceRetry"), [this] { Q_EMIT refreshRequested(); });
}

void ArtifactPane::showRefused(const Error &error, const QString &asked)
{
    showRefusal(*m_message, error, asked, this, m_services, [this] { Q_EMIT refreshRequested(); });
    m_message->show();
}

void ArtifactPane::showError(const Error &error)
{
    // One that lets nobody in yet is there, and must be found where its authority or an account is chosen.
    const bool isThere = error.code() == ErrorCode::TlsFailed || error.code() == ErrorCode::Unauthorized;
    if (const auto asked = Reference::parse(toUtf8(m_asked)); asked && isThere)
        m_services.settings.addRegistry(toQString(asked->registry.toString()));
    if (error.isStop())
        return;
    showRefused(error, m_asked);
    if (isUnreachable(error))
        addRetry();
}

void ArtifactPane::setBeside(bool isBeside, bool isCurrent, bool offersCompare)
{
    m_title->setVisible(isBeside);
    m_name->setFont(Theme::font(isCurrent ? FontRole::Strong : FontRole::Base));
    m_name->setMuted(!isCurrent);
    m_compareBoth->setVisible(offersCompare);
}

void ArtifactPane::showTitle()
{
    const auto name = m_asked.isEmpty() ? tr("No artifact") : m_asked;
    m_name->setText(name);
    setAccessibleName(name);
    m_close->setAccessibleName(tr("Close %1").arg(name));
    m_close->setToolTip(m_close->accessibleName());
}

} // namespace modelcrate
