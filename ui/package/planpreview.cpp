// SPDX-License-Identifier: Apache-2.0
#include "ui/package/planpreview.h"

#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "modelpack/validate.h"
#include "operations/location.h"
#include "operations/session.h"
#include "ui/jobs/disposal.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/widgets/settings.h"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace modelcrate {

namespace {

/// An edit should show within 100 ms; edits that come faster than this are planned together.
constexpr std::chrono::milliseconds editDelay{20};
/// Small files are hashed by the hundred in a second, and each plan looks at every file.
constexpr std::chrono::milliseconds digestDelay{400};

std::vector<FileToHash> unknownFiles(const PlanSnapshot &snapshot)
{
    std::vector<FileToHash> unknown;
    for (const auto &layer : snapshot.plan.layers) {
        if (layer.digest || !layer.file)
            continue;
        const auto &entry = snapshot.package.entries[layer.entries.front()];
        const auto by = snapshot.package.replaced.find(entry.path);
        const auto file = by == snapshot.package.replaced.end() ? snapshot.package.root / entry.file : by->second.file;
        unknown.push_back({entry.path, file, *layer.file});
    }
    return unknown;
}

std::vector<std::uint32_t> orderOfPaths(const std::vector<PackageEntry> &entries)
{
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return entries[a].path < entries[b].path; });
    return order;
}

/// The zeros that stand for digests not known yet are the same in every layer, which is nothing to be warned of.
bool isOfPendingDigest(const Finding &finding, const ArtifactPlan &plan)
{
    constexpr std::string_view diffIds = "/modelfs/diffIds/";
    if (finding.where.compare(0, diffIds.size(), diffIds) != 0)
        return false;
    const auto layer = parseDecimal(std::string_view(finding.where).substr(diffIds.size()));
    return layer && *layer < plan.layers.size() && !plan.layers[*layer].digest;
}

/// What was wrong with a config before it was edited is worth a word, but is no reason to leave it all as it is.
void forgiveOldErrors(Findings &findings, const Package &package)
{
    if (!package.published)
        return;
    const auto old = validateConfig(package.published->artifact.configBytes);
    for (auto &finding : findings) {
        const bool isOld = std::any_of(old.begin(), old.end(), [&](const Finding &other) {
            return other.id == finding.id && other.where == finding.where && other.message == finding.message;
        });
        if (finding.severity == Severity::Error && isOld)
            finding.severity = Severity::Warning;
    }
}

/// An edit is compared with what is edited.
std::optional<ManifestBase> baseOf(const PackageDocument &document)
{
    const auto *published = document.published();
    if (!published)
        return std::nullopt;
    const auto place = parseTarget(published->place());
    const auto tag = place ? tagOf(*place) : std::nullopt;
    const auto &artifact = published->artifact;
    return ManifestBase{std::make_shared<const ArtifactPlan::Documents>(
                            ArtifactPlan::Documents{artifact.configBytes, artifact.manifest.bytes}),
                        displayText(tag ? tag->toString() : artifact.manifest.digest.shortHex())};
}

} // namespace

std::optional<std::size_t> PlanSnapshot::entryAt(std::string_view path) const
{
    const auto &entries = package.entries;
    const auto found =
        std::lower_bound(byPath.begin(), byPath.end(), path,
                         [&](std::uint32_t at, std::string_view wanted) { return entries[at].path < wanted; });
    return found != byPath.end() && entries[*found].path == path ? std::optional<std::size_t>(*found) : std::nullopt;
}

PlanPreview::PlanPreview(PackageDocument &document, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services),
      m_hashAhead(services.session, services.jobs)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(editDelay);
    m_digestDelay.setSingleShot(true);
    m_digestDelay.setInterval(digestDelay);
    connect(&m_delay, &QTimer::timeout, this, &PlanPreview::refresh);
    connect(&m_digestDelay, &QTimer::timeout, this, &PlanPreview::refresh);
    connect(&document, &PackageDocument::stateChanged, this, &PlanPreview::documentChanged);
    connect(&document, &PackageDocument::entriesReset, this, &PlanPreview::documentChanged);
    connect(&document, &PackageDocument::factsChanged, this, &PlanPreview::documentChanged);
    connect(&m_hashAhead, &HashAhead::hashed, this, &PlanPreview::digestsChanged);
    const auto setLimit = [this] { m_hashAhead.setLimit(ByteCount(m_services.settings.hashAheadLimit())); };
    connect(&services.settings, &Settings::changed, this, setLimit);
    setLimit();
    m_base = baseOf(document);
    ++m_generation;
    refresh();
}

PlanPreview::~PlanPreview() = default;

bool PlanPreview::isCurrent() const { return m_shown == m_generation; }

void PlanPreview::setBase(std::optional<ManifestBase> base)
{
    m_base = std::move(base);
    Q_EMIT baseChanged();
}

void PlanPreview::documentChanged()
{
    ++m_generation;
    m_stale = true;
    // Not begun anew by each edit: who types fast must not wait for the end to see something.
    if (!m_delay.isActive())
        m_delay.start();
}

void PlanPreview::digestsChanged()
{
    m_stale = true;
    if (!m_digestDelay.isActive())
        m_digestDelay.start();
}

void PlanPreview::refresh()
{
    if (m_running) // take() sees that it is stale
        return;
    m_delay.stop();
    m_digestDelay.stop();
    m_running = true;
    m_stale = false;
    m_services.jobs.run<Made>(
        this,
        [state = m_document.state(), &session = m_services.session](const TaskContext &context) {
            return make(state, session.hashCache(), context);
        },
        [this, generation = m_generation](Result<Made> result) { take(std::move(result), generation); });
}

Result<PlanPreview::Made> PlanPreview::make(const PackageState &state, HashCache *cache, const TaskContext &context)
{
    const auto snapshot = makeDisposed<PlanSnapshot>();
    snapshot->package = state.toPackage();
    ASSIGN_OR_RETURN(snapshot->plan, makePlan(snapshot->package, cache, context));
    auto &plan = snapshot->plan;
    snapshot->documents = plan.preview();
    snapshot->exact = plan.isExact();
    if (snapshot->exact)
        snapshot->digest = Digest::sha256Of(snapshot->documents.manifest);
    auto ofConfig = validateConfig(snapshot->documents.config);
    std::erase_if(ofConfig, [&](const Finding &finding) { return isOfPendingDigest(finding, plan); });
    forgiveOldErrors(ofConfig, snapshot->package);
    plan.findings.insert(plan.findings.end(), ofConfig.begin(), ofConfig.end());

    // Two hundred findings are looked up each time the plan changes; one after the other through a hundred thousand
    // paths would take a second.
    snapshot->byPath = orderOfPaths(snapshot->package.entries);
    snapshot->layerOfEntry.resize(snapshot->package.entries.size());
    for (std::size_t layer = 0; layer < plan.layers.size(); ++layer) {
        for (const auto entry : plan.layers[layer].entries)
            snapshot->layerOfEntry[entry] = layer;
    }
    auto unknown = unknownFiles(*snapshot);
    return Made{snapshot, std::move(unknown)};
}

void PlanPreview::take(Result<Made> result, int generation)
{
    m_running = false;
    m_shown = generation;
    m_error.reset();
    if (result) {
        m_snapshot = std::move(result->snapshot);
        // Digests that became known need no new list: hashing is under way with the one it has.
        if (std::exchange(m_fed, generation) != generation)
            m_hashAhead.setFiles(std::move(result->unknown));
        else
            dispose(std::move(result->unknown));
    } else {
        m_snapshot.reset();
        m_error = std::move(result).error();
        m_fed = 0;
        m_hashAhead.setFiles({});
    }
    if (m_stale && !m_delay.isActive() && !m_digestDelay.isActive())
        refresh();
    Q_EMIT changed();
}

} // namespace modelcrate

#include "moc_planpreview.cpp"
