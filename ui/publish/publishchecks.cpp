// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishchecks.h"

#include "modelpack/publishedpackage.h"
#include "operations/artifacts.h"
#include "operations/details.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageproblems.h"
#include "ui/package/planpreview.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace modelcrate {

namespace {

/// More of a kind are not read one by one.
constexpr std::size_t mostFindings = 12;
constexpr std::size_t mostProposals = 12; ///< each is a row of widgets

} // namespace

PublishChecks::PublishChecks(PackageDocument &document, PlanPreview &preview, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_preview(preview),
      m_services(services)
{
}

void PublishChecks::countReferrers()
{
    const auto *published = m_document.published();
    if (!published || m_referrersOf == published->artifact.manifest.digest)
        return;
    const auto source = parseTarget(published->place());
    if (!source)
        return;
    m_referrersOf = published->artifact.manifest.digest;
    m_referrers.reset();
    m_services.jobs.run<std::size_t>(
        this,
        [source = *source, digest = *m_referrersOf,
         &session = m_services.session](const TaskContext &context) -> Result<std::size_t> {
            ASSIGN_OR_RETURN(const auto referrers, listReferrers(source, digest, session, context));
            return referrers.size();
        },
        [this, digest = *m_referrersOf](Result<std::size_t> count) {
            if (!count || m_referrersOf != digest) // not every registry says
                return;
            m_referrers = *count;
            Q_EMIT referrersCounted();
        });
}

CheckList::Check PublishChecks::referrersCheck(const Digest &edited) const
{
    const auto old = shortDigest(edited);
    if (m_referrers == std::size_t(0))
        return {CheckList::Verdict::Passed,
                tr("Nothing refers to %1").arg(old),
                tr("No signature is left behind."),
                {},
                {},
                QStringLiteral("edit-published.md")};
    const auto count = static_cast<int>(std::min<std::size_t>(m_referrers.value_or(0), maxReferrers));
    return {CheckList::Verdict::Note,
            m_referrers ? tr("%n signature(s) or other artifact(s) stay with %1", nullptr, count).arg(old)
                        : tr("Signatures stay with %1").arg(old),
            tr("What refers to that digest goes on doing so. What is published now has to be signed anew."),
            {},
            {},
            QStringLiteral("edit-published.md")};
}

CheckList::Check PublishChecks::checkFor(const PackageProblem &problem)
{
    CheckList::Check check{problem.severity == Severity::Error         ? CheckList::Verdict::Problem
                               : problem.severity == Severity::Warning ? CheckList::Verdict::Warning
                                                                       : CheckList::Verdict::Note,
                           problem.title, problem.text};
    check.topic = problem.topic;
    if (!problem.field.isEmpty()) {
        check.action = tr("Go to Field");
        check.run = [this, field = problem.field] { Q_EMIT goToFieldRequested(field); };
    } else if (problem.entry) {
        check.action = tr("Show File");
        check.run = [this, entry = *problem.entry] { Q_EMIT goToEntryRequested(entry); };
    }
    return check;
}

std::vector<CheckList::Check> PublishChecks::problems()
{
    std::vector<CheckList::Check> problems;
    for (const auto &problem : packageProblems(m_document, m_preview)) {
        if (problem.severity == Severity::Error)
            problems.push_back(checkFor(problem));
    }
    return problems;
}

void PublishChecks::bundle(const std::string &glob)
{
    // The name is the core's to choose: bundles of the window and of the command line are the same.
    auto package = m_document.state().toPackage();
    applyBundle(package, glob);
    std::vector<std::size_t> entries;
    std::string name;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        if (package.entries[i].included && matchesGlob(glob, package.entries[i].path)) {
            entries.push_back(i);
            name = package.entries[i].bundle;
        }
    }
    m_document.setBundle(entries, name);
}

std::vector<CheckList::Check> PublishChecks::bundleChecks()
{
    std::vector<CheckList::Check> checks;
    const auto snapshot = m_preview.snapshot();
    if (!snapshot)
        return checks;
    const auto &proposals = snapshot->plan.bundleProposals;
    for (std::size_t i = 0; i < std::min(mostProposals, proposals.size()); ++i) {
        const auto &proposal = proposals[i];
        checks.push_back({CheckList::Verdict::Note,
                          tr("%n small file(s) of %1 could be one layer", nullptr, static_cast<int>(proposal.files))
                              .arg(displayText(proposal.glob)),
                          tr("One tar instead of a layer a file"), tr("Bundle %1").arg(displayText(proposal.glob)),
                          [this, glob = proposal.glob] { bundle(glob); }, QStringLiteral("MP060")});
    }
    if (proposals.size() > mostProposals)
        checks.push_back(
            {CheckList::Verdict::Note,
             tr("%n more folder(s) of small files", nullptr, static_cast<int>(proposals.size() - mostProposals)),
             tr("Files can bundle all of them in one step"),
             {},
             {}});
    return checks;
}

/// The file on the disk keeps its name.
void PublishChecks::renameInArtifact(std::size_t entry, const std::string &name)
{
    const auto found = m_document.state().layerAnnotations->find(entry);
    auto annotations = found == m_document.state().layerAnnotations->end()
        ? m_document.state().entry(entry).annotations
        : found->second;
    setAnnotation(annotations, modelpack::filepath, name);
    setAnnotation(annotations, modelpack::title, name);
    m_document.setLayerAnnotations(entry, std::move(annotations));
}

CheckList::Check PublishChecks::renameCheck(const Finding &finding)
{
    CheckList::Check check{CheckList::Verdict::Warning,
                           finding.id == "SHOW002" ? tr("Harbor will not show the licence")
                                                   : tr("Harbor will not show the README"),
                           {},
                           {},
                           {},
                           toQString(finding.id)};
    const auto file = displayText(finding.where);
    const auto rename = finding.data.find("rename");
    if (rename == finding.data.end()) {
        check.text = finding.data.count("encoding") != 0 ? tr("%1 is packed with compression.").arg(file)
                                                         : tr("%1 is larger than 4 MiB.").arg(file);
        return check;
    }
    const auto name = rename->second;
    check.text = tr("The file is called %1; Harbor looks for %2.").arg(file, displayText(name));
    const auto entry = m_document.entryAt(finding.where);
    if (!entry || m_document.entryAt(name) || m_document.published())
        return check;
    check.action = tr("Rename in Artifact");
    check.run = [this, entry = *entry, name] { renameInArtifact(entry, name); };
    return check;
}

std::vector<CheckList::Check> PublishChecks::all(const std::vector<CheckList::Check> &problems,
                                                 const std::optional<Location> &target)
{
    auto checks = problems;
    const auto snapshot = m_preview.snapshot();
    if (!snapshot)
        return checks;
    if (checks.empty())
        checks.push_back({CheckList::Verdict::Passed, tr("Valid ModelPack"), tr("No rule is broken")});
    const auto proposals = bundleChecks();
    checks.insert(checks.end(), proposals.begin(), proposals.end());
    const ByteCount manifest(static_cast<std::int64_t>(snapshot->documents.manifest.size()));
    if (proposals.empty())
        checks.push_back({CheckList::Verdict::Passed, tr("Manifest %1").arg(formatBytes(manifest)),
                          tr("Registries may stop at 4 MiB")});
    if (const auto *published = m_document.published())
        checks.push_back(referrersCheck(published->artifact.manifest.digest));
    if (!target || isRegistry(*target)) {
        for (const auto &finding : checkWhatRegistriesShow(snapshot->plan))
            checks.push_back(renameCheck(finding));
    }
    std::size_t more = 0;
    std::size_t shown = 0;
    for (const auto &finding : snapshot->plan.findings) {
        // Too large a manifest is said by the proposals.
        if (finding.severity == Severity::Error || finding.id == "MP060")
            continue;
        if (++shown <= mostFindings)
            checks.push_back(checkFor(problemFor(finding, *snapshot)));
        else
            ++more;
    }
    if (more > 0)
        checks.push_back(
            {CheckList::Verdict::Note, tr("%n more remark(s)", nullptr, static_cast<int>(more)), {}, {}, {}});
    return checks;
}

} // namespace modelcrate

#include "moc_publishchecks.cpp"
