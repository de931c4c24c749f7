// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/planside.h"

#include "ui/package/planpreview.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// A long one would make the panel wider than what is seen of it.
QString shortTag(const QString &tag)
{
    constexpr qsizetype longest = 28;
    constexpr qsizetype end = 12;
    return tag.size() <= longest ? tag : tag.left(longest - end) + QChar(0x2026) + tag.right(end);
}

} // namespace

PlanSide::PlanSide(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space4, metrics::space4, metrics::space4, metrics::space4);
    layout->setSpacing(metrics::space3);
    layout->addWidget(makeHeading(this, tr("Checks")));
    m_checks = new CheckList(this);
    m_checks->setObjectName(QStringLiteral("publishChecks"));
    connect(m_checks, &CheckList::helpRequested, this, &PlanSide::helpRequested);
    layout->addWidget(m_checks);
    layout->addWidget(makeHeading(this, tr("Order")));
    m_order = makeText(this, "publishOrder");
    layout->addWidget(m_order);
    layout->addWidget(makeHeading(this, tr("Manifest digest")));
    auto *line = new QHBoxLayout;
    m_digest = new ElidedLabel({}, this);
    m_digest->setObjectName(QStringLiteral("publishDigest"));
    m_digest->setFont(Theme::font(FontRole::Mono));
    m_copyDigest = makeTool(this, QStringLiteral("copy"), tr("Copy the Digest"), "publishCopyDigest");
    connect(m_copyDigest, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_digest->text()); });
    line->addWidget(m_digest, 1);
    line->addWidget(m_copyDigest);
    layout->addLayout(line);
    m_digestNote = makeText(this, "publishDigestNote", FontRole::Small);
    m_digestNote->setForegroundRole(QPalette::PlaceholderText);
    m_digestNote->setWordWrap(true);
    layout->addWidget(m_digestNote);
    layout->addStretch();
}

void PlanSide::refresh(const PublishSituation &now, std::vector<CheckList::Check> checks)
{
    m_checks->setChecks(std::move(checks));
    const auto tag = now.target ? tagText(*now.target) : QString();
    QStringList order{tr("1  Layers"), tr("2  Config"), tr("3  Manifest")};
    if (!tag.isEmpty())
        order << tr("4  Tag %1").arg(shortTag(tag));
    m_order->setText(order.join(QLatin1Char('\n')));
    m_order->setToolTip(tag);
    const bool exact = now.snapshot && now.snapshot->digest;
    m_digest->setText(exact ? toQString(now.snapshot->digest->toString()) : tr("not known yet"));
    m_copyDigest->setEnabled(exact);
    m_digestNote->setText(exact ? tr("Known before sending. The registry must answer with the same.")
                                : tr("Files that are not hashed yet are hashed while they are sent."));
}

int PlanSide::concerns() const
{
    const auto &checks = m_checks->checks();
    return static_cast<int>(std::count_if(checks.begin(), checks.end(), [](const auto &check) {
        return check.verdict == CheckList::Verdict::Warning || check.verdict == CheckList::Verdict::Problem;
    }));
}

} // namespace modelcrate

#include "moc_planside.cpp"
