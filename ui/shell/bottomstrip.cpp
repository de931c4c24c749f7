// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/bottomstrip.h"

#include "ui/shell/verticalline.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QToolButton>

namespace modelcrate {

namespace {

void setName(QToolButton &button, const QString &text)
{
    button.setText(text);
    button.setAccessibleName(text);
}

QToolButton *stripButton(const QString &text, const char *objectName)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
    setName(*button, text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFont(Theme::font(FontRole::Small));
    return button;
}

} // namespace

BottomStrip::BottomStrip(QWidget *parent)
    : QStatusBar(parent),
      m_problems(stripButton(tr("Problems"), "problemsButton")),
      m_transfers(stripButton(tr("Transfers"), "transfersButton")),
      m_totals(new QLabel)
{
    setObjectName(QStringLiteral("bottomStrip"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its texts do not make the window wider
    setSizeGripEnabled(false);
    auto *activity = stripButton(tr("Activity"), "activityButton");
    m_transfers->setIcon(icon(QStringLiteral("transfers"), Role::TextMuted));
    for (auto *button : {m_problems, m_transfers, activity}) {
        if (button != m_problems)
            addWidget(verticalLine());
        addWidget(button);
    }
    connect(m_problems, &QToolButton::clicked, this, &BottomStrip::problemsRequested);
    connect(m_transfers, &QToolButton::clicked, this, &BottomStrip::transfersRequested);
    connect(activity, &QToolButton::clicked, this, &BottomStrip::activityRequested);
    m_totals->setObjectName(QStringLiteral("totalsLabel"));
    m_totals->setFont(Theme::font(FontRole::Small));
    m_totals->setForegroundRole(QPalette::PlaceholderText);
    m_totals->setContentsMargins(0, 0, metrics::space4, 0);
    addPermanentWidget(m_totals);
}

void BottomStrip::showProblems(const QList<PackageProblem> &problems)
{
    const bool errors = !problems.isEmpty() && problems.front().severity == Severity::Error;
    m_problems->setIcon(problems.isEmpty() ? icon(QStringLiteral("check"), Role::Success)
                            : errors       ? icon(QStringLiteral("error"), Role::Danger)
                                           : icon(QStringLiteral("warning"), Role::Warning));
    setName(*m_problems, tr("Problems %1").arg(formatCount(problems.size())));
}

void BottomStrip::showTransfers(int count, const QString &progress)
{
    auto text = count > 0 ? tr("Transfers %1").arg(formatCount(count)) : tr("Transfers");
    if (!progress.isEmpty())
        text += QStringLiteral("   ") + progress;
    setName(*m_transfers, text);
}

void BottomStrip::showTotals(const QString &text) { m_totals->setText(text); }

} // namespace modelcrate
