// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/checklist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

struct Sign {
    QString iconName;
    Role role;
    QString word; ///< for who does not see the sign
};

Sign signOf(CheckList::Verdict verdict)
{
    switch (verdict) {
    case CheckList::Verdict::Passed: return {QStringLiteral("check"), Role::Success, CheckList::tr("Passed")};
    case CheckList::Verdict::Note: return {QStringLiteral("info"), Role::Accent, CheckList::tr("Note")};
    case CheckList::Verdict::Warning: return {QStringLiteral("warning"), Role::Warning, CheckList::tr("Warning")};
    case CheckList::Verdict::Problem: return {QStringLiteral("error"), Role::Danger, CheckList::tr("Problem")};
    }
    return {};
}

QLabel *makeLabel(const QString &text, FontRole font, Role role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    // A name of one long word is cut, and in the tool tip; it must not make the panel wider than what is seen of it.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setToolTip(text);
    label->setFont(Theme::font(font));
    const auto follow = [label, role] {
        auto palette = label->palette();
        palette.setColor(QPalette::WindowText, Theme::instance().color(role));
        label->setPalette(palette);
    };
    QObject::connect(&Theme::instance(), &Theme::changed, label, follow);
    follow();
    return label;
}

} // namespace

CheckList::CheckList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space3);
}

void CheckList::setChecks(std::vector<Check> checks)
{
    const auto same = [](const Check &a, const Check &b) {
        return a.verdict == b.verdict && a.title == b.title && a.text == b.text && a.action == b.action
            && a.topic == b.topic;
    };
    const bool unchanged = std::equal(m_checks.begin(), m_checks.end(), checks.begin(), checks.end(), same);
    m_checks = std::move(checks); // what the actions do may be new
    if (unchanged)
        return;
    while (auto *item = m_layout->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // its own button may be what led here
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_checks.size(); ++i)
        m_layout->addWidget(makeRow(m_checks[i], static_cast<int>(i)));
}

QWidget *CheckList::makeRow(const Check &check, int index)
{
    const auto sign = signOf(check.verdict);
    auto *row = new QWidget(this);
    row->setAccessibleName(QStringLiteral("%1: %2").arg(sign.word, check.title));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    auto *mark = new QLabel(row);
    mark->setPixmap(icon(sign.iconName, sign.role).pixmap(QSize(metrics::iconList, metrics::iconList)));
    mark->setAlignment(Qt::AlignTop);
    mark->setAccessibleName(sign.word);
    mark->setToolTip(sign.word);
    QObject::connect(&Theme::instance(), &Theme::changed, mark, [mark, sign] {
        mark->setPixmap(icon(sign.iconName, sign.role).pixmap(QSize(metrics::iconList, metrics::iconList)));
    });
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(check.title, FontRole::Base, Role::Text, row));
    if (!check.text.isEmpty())
        texts->addWidget(makeLabel(check.text, FontRole::Small, Role::TextMuted, row));
    if (!check.action.isEmpty()) {
        auto *button = new QPushButton(check.action, row);
        button->setObjectName(QStringLiteral("publishCheckAction%1").arg(index));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(check.action, check.title));
        button->setProperty("compact", true);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, index] {
            if (const auto at = static_cast<std::size_t>(index); at < m_checks.size() && m_checks[at].run) {
                const auto run = m_checks[at].run; // it may replace the checks
                run();
            }
        });
        texts->addWidget(button, 0, Qt::AlignLeading);
    }
    layout->addLayout(texts, 1);
    if (!check.topic.isEmpty()) {
        auto *help = new QToolButton(row);
        help->setObjectName(QStringLiteral("publishCheckHelp%1").arg(index));
        help->setIcon(icon(QStringLiteral("help"), Role::TextMuted));
        help->setToolTip(tr("What does this mean?"));
        help->setAccessibleName(QStringLiteral("%1 %2").arg(tr("What does this mean?"), check.title));
        help->setAutoRaise(true);
        connect(help, &QToolButton::clicked, this, [this, topic = check.topic] { Q_EMIT helpRequested(topic); });
        layout->addWidget(help, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace modelcrate

#include "moc_checklist.cpp"
