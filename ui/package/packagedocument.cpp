// SPDX-License-Identifier: Apache-2.0
#include "ui/package/packagedocument.h"

#include "modelpack/publishedpackage.h"
#include "operations/location.h"
#include "ui/jobs/disposal.h"
#include "ui/text/convert.h"
#include "ui/text/mnemonics.h"

#include <algorithm>
#include <map>

#include <QUndoCommand>
#include <QUuid>

namespace modelcrate {

namespace {

/// Undo steps share what they did not change, so only steps that change entries cost memory by their number: about this
/// much at most.
constexpr std::size_t undoMemory = 128 << 20;
constexpr std::size_t leastUndoSteps = 50;
constexpr int mostUndoSteps = 10'000;
constexpr int mergeTyping = 1;

void putInBundle(EntryState &state, std::uint32_t bundle)
{
    state.bundle = bundle;
    // A bundle is a tar; a file that leaves one is a layer of its own again.
    if (bundle != 0 && state.encoding == LayerEncoding::Raw)
        state.encoding = LayerEncoding::Tar;
    else if (bundle == 0 && state.encoding == LayerEncoding::Tar)
        state.encoding = LayerEncoding::Raw;
}

} // namespace

class PackageDocument::Edit final : public QUndoCommand {
public:
    Edit(PackageDocument &document, PackageState before, PackageState after, const QString &text, int mergeId,
         QString mergeKey)
        : QUndoCommand(text),
          m_document(document),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_mergeId(mergeId),
          m_mergeKey(std::move(mergeKey))
    {
    }

    void undo() override { m_document.adopt(m_before); }
    void redo() override { m_document.adopt(m_after); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const Edit *>(other);
        if (next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        return true;
    }

    /// The edits that a step of the stack begins and ends with: itself, or those of a macro.
    static Edit *first(const QUndoCommand *step)
    {
        while (step->childCount() > 0)
            step = step->child(0);
        return ours(step);
    }
    static Edit *last(const QUndoCommand *step)
    {
        while (step->childCount() > 0)
            step = step->child(step->childCount() - 1);
        return ours(step);
    }
    void setBefore(const PackageState &state) { m_before = state; }
    void setAfter(const PackageState &state) { m_after = state; }
    const PackageState &before() const { return m_before; }
    const PackageState &after() const { return m_after; }

    static bool isForgotten(const QUndoCommand *step) { return step->isObsolete(); }
    /// Lets go of what the step leads to; the stack takes it away when it comes to it.
    static void forget(const QUndoCommand *step)
    {
        const_cast<QUndoCommand *>(step)->setObsolete(true);
        for (int i = 0; i < step->childCount(); ++i)
            forget(step->child(i));
        if (auto *edit = ours(step)) {
            edit->m_before = {};
            edit->m_after = {};
        }
    }

private:
    /// The stack shows its commands only as constants, but they are the document's.
    static Edit *ours(const QUndoCommand *step) { return dynamic_cast<Edit *>(const_cast<QUndoCommand *>(step)); }

    PackageDocument &m_document;
    PackageState m_before;
    PackageState m_after;
    int m_mergeId;
    QString m_mergeKey;
};

PreparedPackage PreparedPackage::of(OpenedPackage opened)
{
    PreparedPackage prepared{PackageState::fromPackage(std::move(opened.package)), std::move(opened.facts),
                             std::move(opened.excluded), {}};
    prepared.facts.resize(prepared.state.size());
    prepared.summary =
        FileSummary::of(prepared.state, prepared.facts, std::vector<bool>(prepared.state.size(), false));
    return prepared;
}

PackageDocument::PackageDocument(OpenedPackage opened, QObject *parent)
    : PackageDocument(PreparedPackage::of(std::move(opened)), parent)
{
}

PackageDocument::PackageDocument(PreparedPackage prepared, QObject *parent)
    : QObject(parent),
      m_state(std::move(prepared.state)),
      m_facts(std::move(prepared.facts)),
      m_summary(std::move(prepared.summary)),
      m_excluded(std::move(prepared.excluded)),
      m_autosaveId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    refreshPublished();
    m_changedOnDisk.resize(m_state.size());
    m_undo.setUndoLimit(mostUndoSteps);
    connect(&m_undo, &QUndoStack::indexChanged, this, &PackageDocument::dropForgotten);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &PackageDocument::savedChanged);
}

PackageDocument::~PackageDocument()
{
    // A stack that goes says that it is clean now; nobody is to hear that from a document that goes.
    m_undo.disconnect(this);
}

QString PackageDocument::name() const
{
    if (const auto *value = field("descriptor.name"); value && value->asString() && !value->asString()->empty())
        return displayText(*value->asString());
    if (const auto *edited = published()) {
        const auto place = parseTarget(edited->place());
        const auto *reference = place ? std::get_if<Reference>(&*place) : nullptr;
        return displayText(reference ? reference->repository.toString() : edited->place());
    }
    return displayText(root().filename().native());
}

const FileSummary &PackageDocument::summary() const
{
    if (!m_summary)
        m_summary = FileSummary::of(m_state, m_facts, m_changedOnDisk);
    return *m_summary;
}

std::vector<std::size_t> PackageDocument::needingALook() const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        if (needsALook(m_state, i))
            found.push_back(i);
    }
    return found;
}

std::optional<std::size_t> PackageDocument::entryAt(std::string_view path) const
{
    const auto &entries = *m_state.entries;
    const auto found =
        std::find_if(entries.begin(), entries.end(), [path](const PackageEntry &entry) { return entry.path == path; });
    return found == entries.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - entries.begin()));
}

void PackageDocument::setSaved(const QString &file, const PackageState &written)
{
    auto now = m_state;
    now.heardWeights = written.heardWeights; // no file holds them
    m_file = file;
    if (now == written)
        m_undo.setClean();
    else
        m_undo.resetClean(); // a step that was clean before is so by what the file held before
    Q_EMIT savedChanged();
}

void PackageDocument::push(PackageState after, const QString &text, int mergeId, const QString &mergeKey)
{
    const bool entriesDiffer = after.states != m_state.states;
    m_undo.push(new Edit(*this, m_state, std::move(after), text, mergeId, mergeKey));
    if (entriesDiffer)
        forgetOldSteps();
}

/// A stack has a limit for the number of its steps and none for what they hold: steps are forgotten, the oldest first,
/// once all together hold too many states of the entries. One that several steps share counts once.
void PackageDocument::forgetOldSteps()
{
    const auto size = std::max<std::size_t>(1, m_state.size() * sizeof(EntryState));
    const auto most = std::max(leastUndoSteps, undoMemory / size);
    std::size_t held = 0;
    const void *last = nullptr;
    const auto count = [&](const PackageState &state) {
        if (const void *before = std::exchange(last, state.states.get()); before != last)
            ++held;
    };
    for (int at = m_undo.count() - 1; at >= 0 && !Edit::isForgotten(m_undo.command(at)); --at) {
        const auto *step = m_undo.command(at);
        if (held <= most) {
            if (const auto *edit = Edit::last(step))
                count(edit->after());
            if (const auto *edit = Edit::first(step))
                count(edit->before());
        }
        if (held > most)
            Edit::forget(step);
    }
}

/// Steps that are forgotten lie at the bottom of the stack: who comes there is at its beginning.
void PackageDocument::dropForgotten()
{
    while (m_undo.index() > 0 && Edit::isForgotten(m_undo.command(m_undo.index() - 1)))
        m_undo.undo();
}

/// What a step leads to that was made before more files were found. Not kept with the step: steps share their parts,
/// and one after the other they share what this made last.
PackageState PackageDocument::grown(const PackageState &state)
{
    if (state.size() == m_state.size())
        return state;
    if (m_grownFrom != state.states || m_grown.entries != m_state.entries) {
        m_grownFrom = state.states;
        m_grown = state.extended(m_state.entries);
    }
    auto now = state;
    now.entries = m_grown.entries;
    now.states = m_grown.states;
    now.bundles = m_grown.bundles;
    return now;
}

void PackageDocument::adopt(const PackageState &state)
{
    const auto before = std::exchange(m_state, grown(state));
    if (before.states != m_state.states)
        m_summary.reset();
    if (before.states != m_state.states || before.bundles != m_state.bundles)
        Q_EMIT entriesChanged();
    if (before.layerAnnotations != m_state.layerAnnotations
        || before.header->annotations != m_state.header->annotations)
        Q_EMIT annotationsChanged();
    if (before.header != m_state.header) {
        refreshPublished();
        const auto &was = *before.header;
        const auto &is = *m_state.header;
        if (!(was.config == is.config) || was.drafts != is.drafts || was.detected != is.detected)
            Q_EMIT fieldChanged({});
        if (was.keepTimes != is.keepTimes || was.ociAnnotations != is.ociAnnotations)
            Q_EMIT optionsChanged();
        if (was.replaced != is.replaced)
            Q_EMIT factsChanged();
    }
    Q_EMIT stateChanged();
}

/// Takes a state that belongs to no step of its own: the steps on both sides of the present lead to it from now on.
void PackageDocument::amend(const PackageState &state)
{
    const auto at = m_undo.index();
    if (auto *done = at > 0 ? Edit::last(m_undo.command(at - 1)) : nullptr)
        done->setAfter(state);
    if (auto *undone = at < m_undo.count() ? Edit::first(m_undo.command(at)) : nullptr)
        undone->setBefore(state);
    if (state.header == m_state.header) {
        m_state = state; // nothing that anybody shows
        return;
    }
    if (m_undo.isClean())
        m_undo.resetClean(); // what was saved is not what is shown
    adopt(state);
}

void PackageDocument::refreshPublished()
{
    const auto &header = *m_state.header;
    if (!header.published)
        return;
    const auto &layers = header.published->artifact.layers;
    m_summary.reset();
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const auto found = header.replaced.find(m_state.entry(i).path);
        m_facts[i].identity.emplace();
        m_facts[i].identity->size = found == header.replaced.end() ? layers[i].descriptor.size : found->second.size;
    }
    m_changes = countChanges(header);
}

const ReplacedFile *PackageDocument::replacement(std::string_view path) const
{
    const auto found = m_state.header->replaced.find(std::string(path));
    return found == m_state.header->replaced.end() ? nullptr : &found->second;
}

const Json *PackageDocument::publishedField(std::string_view path) const
{
    return published() ? published()->artifact.config.find(path) : nullptr;
}

bool PackageDocument::isFieldChanged(std::string_view path) const
{
    if (!published())
        return false;
    const auto *was = publishedField(path);
    const auto *is = field(path);
    return draft(path) || (was && is ? !(*was == *is) : was != is);
}

void PackageDocument::restoreField(std::string_view path, const QString &step)
{
    if (!published())
        return;
    const auto *was = publishedField(path);
    setField(path, was ? *was : Json(), step);
}

void PackageDocument::replaceFile(const std::string &path, std::optional<ReplacedFile> by)
{
    if (!published() || !findRawLayer(published()->artifact, path))
        return;
    const bool typed = by && by->text;
    editHeader((by ? tr("replace %1") : tr("restore %1")).arg(escapeMnemonics(displayText(path))),
               [&](Package &package) {
                   if (by)
                       package.replaced[path] = std::move(*by);
                   else
                       package.replaced.erase(path);
               },
               typed ? QStringLiteral("file/") + toQString(path) : QString());
}

void PackageDocument::discardChanges()
{
    if (!published())
        return;
    auto fresh = makePublishedPackage(published()->source, published()->artifact);
    if (!fresh)
        return; // it was one when it was opened
    editHeader(tr("discard all changes"), [&](Package &package) {
        package.config = std::move(fresh->config);
        package.annotations = std::move(fresh->annotations);
        package.ociAnnotations = fresh->ociAnnotations;
        package.replaced.clear();
        package.drafts.clear();
    });
}

void PackageDocument::adoptPublished(OpenedPackage opened, const PackageState &sent)
{
    const bool unchanged = m_state == sent;
    auto now = PackageState::fromPackage(std::move(opened.package));
    if (!unchanged) {
        auto header = std::make_shared<Package>(*m_state.header);
        header->published = now.header->published;
        std::erase_if(header->replaced, [&](const auto &item) {
            const auto was = sent.header->replaced.find(item.first);
            return was != sent.header->replaced.end() && was->second == item.second;
        });
        now.header = std::move(header);
    }
    m_state = std::move(now);
    m_facts.assign(m_state.size(), {});
    m_changedOnDisk.assign(m_state.size(), false);
    m_summary.reset();
    refreshPublished();
    m_undo.clear(); // its steps lead to what was published before
    if (!unchanged || !m_file.isEmpty()) // the file says what was edited before
        m_undo.resetClean();
    Q_EMIT entriesReset();
    Q_EMIT factsChanged();
    Q_EMIT fieldChanged({});
    Q_EMIT annotationsChanged();
    Q_EMIT stateChanged();
    Q_EMIT savedChanged();
}

void PackageDocument::editStates(const std::vector<std::size_t> &entries, const QString &text,
                                 const std::function<void(EntryState &)> &change)
{
    if (published())
        return;
    auto states = makeDisposed<std::vector<EntryState>>(*m_state.states);
    for (const auto index : entries)
        change(states->at(index));
    if (*states == *m_state.states)
        return;
    auto after = m_state;
    after.states = std::move(states);
    push(std::move(after), text);
}

void PackageDocument::editHeader(const QString &text, const std::function<void(Package &)> &change,
                                 const QString &mergeKey)
{
    auto header = std::make_shared<Package>(*m_state.header);
    change(*header);
    if (*header == *m_state.header)
        return;
    auto after = m_state;
    after.header = std::move(header);
    push(std::move(after), text, mergeKey.isEmpty() ? -1 : mergeTyping, mergeKey);
}

void PackageDocument::setKind(const std::vector<std::size_t> &entries, LayerKind kind)
{
    editStates(entries, tr("change the layer of %n file(s)", nullptr, static_cast<int>(entries.size())),
               [kind](EntryState &state) {
                   state.kind = kind;
                   state.certainty = Certainty::Certain;
                   state.chosen = true;
               });
}

void PackageDocument::setEncoding(const std::vector<std::size_t> &entries, LayerEncoding encoding)
{
    editStates(entries, tr("change the packaging of %n file(s)", nullptr, static_cast<int>(entries.size())),
               [encoding](EntryState &state) { state.encoding = encoding; });
}

void PackageDocument::setIncluded(const std::vector<std::size_t> &entries, bool included)
{
    const auto count = static_cast<int>(entries.size());
    editStates(entries,
               included ? tr("include %n file(s)", nullptr, count) : tr("leave out %n file(s)", nullptr, count),
               [included](EntryState &state) { state.included = included; });
}

void PackageDocument::confirm(const std::vector<std::size_t> &entries)
{
    editStates(entries, tr("confirm %n file(s)", nullptr, static_cast<int>(entries.size())), [](EntryState &state) {
        state.certainty = Certainty::Certain;
        state.chosen = true;
    });
}

void PackageDocument::setBundle(const std::vector<std::size_t> &entries, const std::string &bundle)
{
    setBundles({{bundle, entries}}, tr("bundle %n file(s)", nullptr, static_cast<int>(entries.size())));
}

void PackageDocument::setBundles(const std::vector<std::pair<std::string, std::vector<std::size_t>>> &wanted,
                                 const QString &text)
{
    if (published())
        return;
    auto after = m_state;
    auto bundles = std::make_shared<std::vector<std::string>>(*m_state.bundles);
    auto states = makeDisposed<std::vector<EntryState>>(*m_state.states);
    for (const auto &[bundle, entries] : wanted) {
        auto name = std::find(bundles->begin(), bundles->end(), bundle);
        if (name == bundles->end())
            name = bundles->insert(bundles->end(), bundle);
        const auto index = static_cast<std::uint32_t>(name - bundles->begin());
        for (const auto entry : entries)
            putInBundle(states->at(entry), index);
    }
    if (*states == *m_state.states)
        return;
    after.states = std::move(states);
    if (bundles->size() != m_state.bundles->size())
        after.bundles = std::move(bundles);
    push(std::move(after), text);
}

void PackageDocument::setLayerAnnotations(std::size_t entry, Annotations annotations)
{
    if (published())
        return;
    const auto known = m_state.layerAnnotations->find(entry);
    const auto &present = known != m_state.layerAnnotations->end() ? known->second : m_state.entry(entry).annotations;
    if (present == annotations)
        return;
    auto all = std::make_shared<std::map<std::size_t, Annotations>>(*m_state.layerAnnotations);
    (*all)[entry] = std::move(annotations);
    auto after = m_state;
    after.layerAnnotations = std::move(all);
    push(std::move(after), tr("change annotations of a layer"));
}

void PackageDocument::setField(std::string_view path, Json value, const QString &step)
{
    const std::string key(path);
    editHeader(
        step.isEmpty() ? tr("change %1").arg(toQString(path)) : step,
        [&](Package &package) {
            // A value of the wrong type is a bug of the form; the field then keeps what it had.
            static_cast<void>(package.config.set(key, std::move(value)));
            package.drafts.erase(key);
        },
        step.isEmpty() ? toQString(path) : QString());
}

void PackageDocument::setDraft(std::string_view path, const std::string &text, const QString &step)
{
    const std::string key(path);
    editHeader(
        step.isEmpty() ? tr("change %1").arg(toQString(path)) : step,
        [&](Package &package) {
            package.config.remove(key);
            package.drafts[key] = text;
        },
        step.isEmpty() ? toQString(path) : QString());
}

const std::string *PackageDocument::draft(std::string_view path) const
{
    const auto found = m_state.header->drafts.find(std::string(path));
    return found == m_state.header->drafts.end() ? nullptr : &found->second;
}

std::vector<DetectedField> PackageDocument::detected(std::string_view path) const
{
    std::vector<DetectedField> found;
    for (const auto &field : m_state.header->detected) {
        if (field.path == path)
            found.push_back(field);
    }
    return found;
}

void PackageDocument::setAnnotations(Annotations annotations)
{
    editHeader(tr("change annotations"), [&](Package &package) { package.annotations = std::move(annotations); });
}

void PackageDocument::setKeepTimes(bool keep)
{
    if (published())
        return;
    editHeader(keep ? tr("keep file times") : tr("leave out file times"),
               [keep](Package &package) { package.keepTimes = keep; });
}

void PackageDocument::setOciAnnotations(bool write)
{
    editHeader(write ? tr("write OCI annotations") : tr("leave out OCI annotations"),
               [write](Package &package) { package.ociAnnotations = write; });
}

void PackageDocument::applyRescan(OpenedPackage rescanned)
{
    const auto known = m_state.size();
    auto &entries = rescanned.package.entries;
    // A rescan gives the entries that it was given in their order: nothing to look up among a hundred thousand then.
    const bool inOrder = entries.size() >= known
        && std::equal(m_state.entries->begin(), m_state.entries->end(), entries.begin(),
                      [](const PackageEntry &a, const PackageEntry &b) { return a.path == b.path; });
    std::vector<FileFacts> facts;
    std::vector<PackageEntry> all;
    if (inOrder) {
        facts = std::move(rescanned.facts);
        all = std::move(entries);
    } else {
        std::map<std::string_view, std::size_t> indexOfPath;
        for (std::size_t i = 0; i < known; ++i)
            indexOfPath.emplace(m_state.entry(i).path, i);
        facts.resize(known);
        all = *m_state.entries;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (const auto found = indexOfPath.find(entries[i].path); found != indexOfPath.end()) {
                facts[found->second] = std::move(rescanned.facts[i]);
            } else {
                all.push_back(std::move(entries[i]));
                facts.push_back(std::move(rescanned.facts[i]));
            }
        }
    }
    for (const auto weight : m_state.weights()) {
        if (facts[weight].identity != m_facts[weight].identity)
            m_state.heardWeights.reset();
    }
    m_facts = std::move(facts);
    m_summary.reset();
    m_excluded = std::move(rescanned.excluded);
    dispose(std::move(rescanned));
    ++m_rescans;
    if (all.size() == known) {
        dispose(std::move(all));
        m_changedOnDisk.assign(known, false);
        m_summary.reset();
        Q_EMIT factsChanged();
        Q_EMIT stateChanged();
        return;
    }
    m_state = m_state.extended(std::move(all));
    m_changedOnDisk.assign(m_state.size(), false);
    m_summary.reset();
    Q_EMIT entriesReset();
    Q_EMIT factsChanged();
    std::vector<std::size_t> added;
    for (auto i = known; i < m_state.size(); ++i) {
        if (m_state.entry(i).included)
            added.push_back(i);
    }
    if (added.empty())
        Q_EMIT stateChanged();
    else
        setIncluded(added, true);
}

void PackageDocument::applyMetadata(FoundMetadata found, const std::vector<std::uint32_t> &weights)
{
    if (weights != m_state.weights())
        return;
    auto state = m_state;
    state.heardWeights = std::make_shared<const std::vector<std::uint32_t>>(weights);
    auto header = std::make_shared<Package>(*m_state.header);
    adoptMetadata(*header, std::move(found));
    if (!(*header == *m_state.header))
        state.header = std::move(header);
    amend(state);
}

void PackageDocument::setChangedOnDisk(const std::vector<std::size_t> &entries)
{
    for (const auto entry : entries)
        m_changedOnDisk.at(entry) = true;
    m_summary.reset();
    Q_EMIT factsChanged();
}

bool PackageDocument::isChangedOnDisk(std::size_t entry) const { return m_changedOnDisk[entry]; }

} // namespace modelcrate
