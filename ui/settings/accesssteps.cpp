// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/accesssteps.h"

#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace modelcrate {

namespace {

constexpr std::array allKinds{AccessStep::Kind::Name,   AccessStep::Kind::Connection, AccessStep::Kind::Registry,
                              AccessStep::Kind::SignIn, AccessStep::Kind::Pull,       AccessStep::Kind::Push};

QString kindText(AccessStep::Kind kind)
{
    switch (kind) {
    case AccessStep::Kind::Name: return AccessSteps::tr("Name");
    case AccessStep::Kind::Connection: return AccessSteps::tr("Connection");
    case AccessStep::Kind::Registry: return AccessSteps::tr("Registry");
    case AccessStep::Kind::SignIn: return AccessSteps::tr("Sign-in");
    case AccessStep::Kind::Pull: return AccessSteps::tr("May pull");
    case AccessStep::Kind::Push: break;
    }
    return AccessSteps::tr("May push");
}

QString outcomeText(AccessStep::Outcome outcome)
{
    switch (outcome) {
    case AccessStep::Outcome::Passed: return AccessSteps::tr("passed");
    case AccessStep::Outcome::Failed: return AccessSteps::tr("failed");
    case AccessStep::Outcome::Skipped: break;
    }
    return AccessSteps::tr("not tried");
}

/// The core's words for what people should understand; addresses and files as they are.
QString detailText(const AccessStep &step)
{
    if (step.error)
        return AccessSteps::tr("%1. %2").arg(errorText(*step.error).title, errorText(*step.error).cause);
    if (step.detail == "plain HTTP, not encrypted")
        return AccessSteps::tr("Plain HTTP, not encrypted");
    if (step.detail == "asks for no sign-in")
        return AccessSteps::tr("Asks for no sign-in");
    if (step.detail == "this session")
        return AccessSteps::tr("This session only");
    if (step.detail == "the desktop's keychain")
        return AccessSteps::tr("The desktop's keychain");
    if (step.detail == "anonymous")
        return AccessSteps::tr("Anonymous");
    if (step.detail == "the registry keeps the empty upload until it expires")
        return AccessSteps::tr("The registry keeps the empty upload until it expires");
    if (step.detail == "no such repository yet")
        return AccessSteps::tr("No such repository yet");
    return displayText(step.detail);
}

} // namespace

AccessSteps::AccessSteps(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("accessSteps"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::space3);
    grid->setVerticalSpacing(metrics::space1);
    grid->setColumnStretch(3, 1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto &row = m_rows.at(i);
        row = {new QLabel, new QLabel(kindText(allKinds.at(i))), new QLabel, new ElidedLabel({}, Qt::ElideRight)};
        row.name->setObjectName(QStringLiteral("accessStep%1").arg(i));
        row.time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.time->setForegroundRole(QPalette::PlaceholderText);
        row.icon->setFixedWidth(metrics::iconList);
        int column = 0;
        for (auto *part : {static_cast<QWidget *>(row.icon), static_cast<QWidget *>(row.name),
                           static_cast<QWidget *>(row.time), static_cast<QWidget *>(row.detail)})
            grid->addWidget(part, static_cast<int>(i), column++);
    }
    connect(&Theme::instance(), &Theme::changed, this, &AccessSteps::refresh);
}

void AccessSteps::start()
{
    m_done.clear();
    refresh();
}

void AccessSteps::addStep(const AccessStep &step)
{
    m_done.push_back(step);
    refresh();
}

void AccessSteps::showCheck(const AccessCheck &check)
{
    m_done = check.steps;
    refresh();
}

void AccessSteps::refresh()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < m_done.size())
            showStep(m_rows.at(i), m_done[i]);
        else
            showWaiting(m_rows.at(i), i == m_done.size());
    }
}

void AccessSteps::showWaiting(const Row &row, bool isNext)
{
    row.icon->setPixmap(isNext ? icon(QStringLiteral("clock"), Role::TextMuted).pixmap(metrics::iconInline)
                               : QPixmap());
    row.time->clear();
    row.detail->setText(isNext ? tr("Trying…") : QString());
    row.detail->setMuted(true);
    row.name->setAccessibleName(isNext ? tr("%1: being tried").arg(row.name->text()) : row.name->text());
}

void AccessSteps::showStep(const Row &row, const AccessStep &step)
{
    const bool skipped = step.outcome == AccessStep::Outcome::Skipped;
    const bool passed = step.outcome == AccessStep::Outcome::Passed;
    const auto image = skipped ? icon(QStringLiteral("minus"), Role::TextMuted)
        : passed               ? icon(QStringLiteral("check"), Role::Success)
                               : icon(QStringLiteral("error"), Role::Danger);
    row.icon->setPixmap(image.pixmap(metrics::iconInline));
    const auto milliseconds = QLocale().toString(static_cast<qlonglong>((step.took.count() + 500) / 1000));
    row.time->setText(skipped ? QString() : tr("%1 ms").arg(milliseconds));
    row.detail->setText(detailText(step));
    row.detail->setMuted(step.outcome != AccessStep::Outcome::Failed);
    row.name->setAccessibleName(
        tr("%1: %2. %3 %4").arg(row.name->text(), outcomeText(step.outcome), row.time->text(), row.detail->text()));
}

} // namespace modelcrate
