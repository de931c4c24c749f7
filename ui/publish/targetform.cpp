// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/targetform.h"

#include "ui/artifact/plainhttpnote.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/targetaccount.h"
#include "ui/publish/targetsuggestions.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

TargetForm::TargetForm(Services &services, QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    layout->setSpacing(metrics::space1);
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("&To"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumWidth(metrics::space5);
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("publishTarget"));
    m_target->setAccessibleName(tr("Where to publish"));
    m_target->setEditable(true);
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(24);
    m_target->lineEdit()->setPlaceholderText(tr("registry.example/team/model:v1"));
    m_target->lineEdit()->setLayoutDirection(Qt::LeftToRight);
    label->setBuddy(m_target);
    connect(m_target, &QComboBox::editTextChanged, this, &TargetForm::edited);
    m_sentTo = new ElidedLabel({}, this);
    m_sentTo->setObjectName(QStringLiteral("publishSentTo"));
    m_copyTarget = makeTool(this, QStringLiteral("copy"), tr("Copy the Reference"), "publishCopyTarget");
    connect(m_copyTarget, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_sentTo->text()); });
    line->addWidget(label);
    line->addWidget(m_target, 1);
    line->addWidget(m_sentTo, 1);
    line->addWidget(m_copyTarget);
    m_notes = new QHBoxLayout;
    m_validity = makeText(this, "publishValidity", FontRole::Small);
    m_validity->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_plainHttp = new PlainHttpNote(services);
    m_plainHttp->setObjectName(QStringLiteral("publishPlainHttp"));
    m_account = makeText(this, "publishAccount", FontRole::Small);
    m_account->setForegroundRole(QPalette::PlaceholderText);
    m_signIn = new QPushButton(tr("Sign &In…"), this);
    m_signIn->setObjectName(QStringLiteral("publishSignIn"));
    m_signIn->setProperty("compact", true);
    connect(m_signIn, &QPushButton::clicked, this, &TargetForm::signInRequested);
    m_validity->setWordWrap(true);
    auto *access = new QHBoxLayout;
    access->addWidget(m_plainHttp);
    access->addWidget(m_account, 1);
    access->addWidget(m_signIn);
    m_notes->addWidget(m_validity, 1);
    m_notes->addLayout(access);
    layout->addLayout(line);
    layout->addLayout(m_notes);
}

void TargetForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < metrics::narrow;
    m_notes->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_account->setWordWrap(isNarrow); // it has the line to itself
}

QString TargetForm::text() const { return m_target->currentText(); }

void TargetForm::setText(const QString &text) { m_target->setEditText(text); }

void TargetForm::setTextQuietly(const QString &text)
{
    const QSignalBlocker quiet(m_target);
    m_target->setEditText(text);
}

void TargetForm::setSuggestions(const std::vector<TargetSuggestion> &suggestions)
{
    const QSignalBlocker quiet(m_target);
    const auto typed = text();
    m_target->clear();
    for (const auto &suggestion : suggestions) {
        m_target->addItem(icon(suggestion.iconName), suggestion.text);
        if (!suggestion.note.isEmpty())
            m_target->setItemData(m_target->count() - 1, suggestion.note, Qt::ToolTipRole);
    }
    m_target->setEditText(typed);
}

void TargetForm::refresh(const PublishSituation &now, const TargetAccount &account)
{
    const bool planning = now.phase == PublishPhase::Planning;
    m_target->setVisible(planning);
    m_sentTo->setVisible(!planning);
    m_copyTarget->setVisible(!planning);
    m_sentTo->setText(now.sentTo ? toQString(toString(*now.sentTo)) : QString());
    showNote(now);
    m_account->setText(account.text());
    m_account->setToolTip(account.source());
    const auto &place = planning ? now.target : now.sentTo;
    m_plainHttp->setLocations(place ? std::vector<Location>{*place} : std::vector<Location>());
    m_signIn->setVisible(planning && account.canSignIn());
}

void TargetForm::showNote(const PublishSituation &now)
{
    QString note;
    QString details;
    auto role = Role::TextMuted;
    if (now.phase != PublishPhase::Planning) {
        const auto tag = now.sentTo ? tagText(*now.sentTo) : QString();
        if (now.phase != PublishPhase::Published && !tag.isEmpty())
            note = tr("The tag is written last. Until then nobody sees %1.").arg(tag);
    } else if (now.targetProblem) {
        note = now.targetProblem->text;
        details = now.targetProblem->details;
        role = Role::Danger;
    } else if (!now.target) {
        note = tr("A registry, or store: for this computer, or oci: for a folder");
    } else if (!tagOf(*now.target)) {
        note = tr("Without a tag it is found by its digest only");
        role = Role::Warning;
    } else if (now.place == EditPlace::Same && now.plan->replaces) {
        note = tr("%1 is corrected in place").arg(tagText(*now.target));
    } else if (now.plan && now.plan->replaces) {
        note = tr("%1 is taken").arg(tagText(*now.target));
        role = Role::Warning;
    } else if (now.plan) {
        note = tr("%1 is free").arg(tagText(*now.target));
        role = Role::Success;
    } else if (now.planError) {
        note = tr("Whether %1 is free is not known").arg(tagText(*now.target));
        role = Role::Warning;
    } else if (now.isAsking || now.asksSoon) {
        note = tr("Asking…");
    }
    m_validity->setText(note);
    m_validity->setToolTip(details.isEmpty() ? note : QStringLiteral("%1\n%2").arg(note, details));
    setRole(m_validity, role);
}

} // namespace modelcrate

#include "moc_targetform.cpp"
