// SPDX-License-Identifier: Apache-2.0
#include "ui/package/packageproblems.h"

#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"

#include <algorithm>

#include <QCoreApplication>

namespace modelcrate {

namespace {

/// More findings are counted only: a hundred thousand files may have one each, and nobody reads so many.
constexpr std::size_t mostFindings = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::PackageProblems)
};

/// "descriptor.createdAt" of the JSON pointer of a finding about the config.
QString fieldOf(const std::string &pointer)
{
    if (pointer.empty() || pointer.front() != '/')
        return {};
    auto path = toQString(pointer).mid(1);
    path.replace(QLatin1Char('/'), QLatin1Char('.'));
    // An element of a list is repaired where the list is.
    const auto dot = path.lastIndexOf(QLatin1Char('.'));
    bool number = false;
    path.mid(dot + 1).toInt(&number);
    return number && dot > 0 ? path.left(dot) : path;
}

void addDrafts(QList<PackageProblem> &problems, const PackageDocument &document)
{
    for (const auto &[path, text] : document.state().header->drafts) {
        const auto field = toQString(path);
        problems.append({Severity::Error,
                         Words::tr("%1 is not valid yet").arg(field.section(QLatin1Char('.'), -1)),
                         displayText(text),
                         field,
                         {},
                         QStringLiteral("draft")});
    }
}

/// Returns whether a file is gone.
bool addFiles(QList<PackageProblem> &problems, const PackageDocument &document)
{
    const auto &summary = document.summary();
    const auto add = [&](Severity severity, const FileSummary::Files &files, const QString &title,
                         const QString &topic) {
        if (files.count > 0)
            problems.append(
                {severity, title, displayText(document.state().entry(files.first).path), {}, files.first, topic});
    };
    add(Severity::Error, summary.gone,
        Words::tr("%n file(s) are gone: leave them out, or look at the folder again", nullptr,
                  static_cast<int>(summary.gone.count)),
        QStringLiteral("gone"));
    add(Severity::Error, summary.changedOnDisk,
        Words::tr("%n file(s) changed on disk: look at the folder again", nullptr,
                  static_cast<int>(summary.changedOnDisk.count)),
        QStringLiteral("changed"));
    add(Severity::Warning, summary.guesses,
        Words::tr("%n file(s) are sorted by a guess: please have a look", nullptr,
                  static_cast<int>(summary.guesses.count)),
        QStringLiteral("guess"));
    return summary.gone.count > 0;
}

void addFindings(QList<PackageProblem> &problems, const PlanSnapshot &snapshot, bool goneIsSaid)
{
    std::size_t shown = 0;
    PackageProblem rest{Severity::Warning, {}};
    int more = 0;
    for (const auto &finding : snapshot.plan.findings) {
        if (finding.severity == Severity::Note || (finding.id == "PLAN001" && goneIsSaid))
            continue;
        if (++shown <= mostFindings) {
            problems.append(problemFor(finding, snapshot));
        } else {
            ++more;
            rest.severity = std::max(rest.severity, finding.severity);
        }
    }
    if (more > 0) {
        rest.title = Words::tr("%n more problem(s)", nullptr, more);
        problems.append(rest);
    }
}

} // namespace

PackageProblem problemFor(const Finding &finding, const PlanSnapshot &snapshot)
{
    PackageProblem problem{finding.severity, findingText(finding)};
    problem.field = fieldOf(finding.where);
    if (problem.field.isEmpty())
        problem.entry = snapshot.entryAt(finding.where);
    problem.topic = toQString(finding.id);
    problem.text = problem.field.isEmpty() ? displayText(finding.where) : problem.field;
    return problem;
}

QList<PackageProblem> packageProblems(const PackageDocument &document, const PlanPreview &preview)
{
    QList<PackageProblem> problems;
    if (const auto &error = preview.error())
        problems.append({Severity::Error, errorText(*error).title, errorText(*error).cause});
    addDrafts(problems, document);
    const bool gone = addFiles(problems, document);
    if (const auto snapshot = preview.snapshot())
        addFindings(problems, *snapshot, gone);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const PackageProblem &a, const PackageProblem &b) { return a.severity > b.severity; });
    return problems;
}

} // namespace modelcrate
