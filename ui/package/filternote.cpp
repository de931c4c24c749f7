// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filternote.h"

#include "ui/text/numbers.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <chrono>

#include <QAccessible>

namespace modelcrate {

namespace {

/// A screen reader should not read a count at each letter.
constexpr std::chrono::milliseconds announceAfter{1000};

} // namespace

FilterNote::FilterNote(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("filterNote"));
    setContentsMargins(metrics::space4, metrics::space1, metrics::space4, metrics::space1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    hide();
    m_announce.setSingleShot(true);
    m_announce.setInterval(announceAfter);
    connect(&m_announce, &QTimer::timeout, this, [this] {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    });
}

void FilterNote::refresh(const QString &filter, const std::optional<FileFilter::Problem> &problem, const FileRows &rows)
{
    if (problem) {
        showProblem(filter, *problem);
        return;
    }
    setVisible(rows.filtered);
    if (rows.filtered)
        showCount(rows);
}

void FilterNote::showProblem(const QString &filter, const FileFilter::Problem &problem)
{
    const auto caret =
        QString(problem.at, QLatin1Char(' ')) + QString(std::max<qsizetype>(1, problem.length), QLatin1Char('^'));
    const auto sentence = problemText(problem);
    setFont(Theme::font(FontRole::Mono));
    setText(filter + QLatin1Char('\n') + caret + QLatin1Char('\n') + sentence);
    setAccessibleName(sentence);
    show();
    m_announce.start();
}

void FilterNote::showCount(const FileRows &rows)
{
    const auto text = tr("%1 of %2 files")
                          .arg(formatCount(static_cast<std::int64_t>(rows.matches)),
                               formatCount(static_cast<std::int64_t>(rows.tree->entryCount())));
    setFont(Theme::font(FontRole::Small));
    setText(text);
    if (accessibleName() != text)
        m_announce.start();
    setAccessibleName(text);
}

} // namespace modelcrate
