// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishmodel.h"

#include "ui/jobs/disposal.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/text/progresstext.h"
#include "ui/widgets/layerchip.h"

#include <algorithm>
#include <utility>

namespace modelcrate {

namespace {

PublishModel::Group groupOf(BlobAction::Kind kind)
{
    switch (kind) {
    case BlobAction::Kind::Exists:
    case BlobAction::Kind::Same: return PublishModel::Group::Exists;
    case BlobAction::Kind::Mount: return PublishModel::Group::Mount;
    case BlobAction::Kind::Resume: return PublishModel::Group::Resume;
    case BlobAction::Kind::Upload:
    case BlobAction::Kind::Unknown: break;
    }
    return PublishModel::Group::Upload;
}

QString placeText(const Location &target)
{
    if (const auto *reference = std::get_if<Reference>(&target))
        return displayText(reference->repository.toString());
    if (const auto *layout = std::get_if<LayoutLocation>(&target))
        return pathText(layout->path);
    return PublishModel::tr("this computer's store");
}

bool isFigure(int column)
{
    return column == PublishModel::Size || column == PublishModel::Moved || column == PublishModel::Rate
        || column == PublishModel::Left;
}

/// "1.73 GB of 3.86 GB" on the way, else the size.
QString amountText(ByteCount done, ByteCount size, bool underway)
{
    return underway && done < size ? PublishModel::tr("%1 of %2").arg(formatBytes(done), formatBytes(size))
                                   : formatBytes(size);
}

} // namespace

QString PublishModel::groupText(Group group) const
{
    switch (group) {
    case Group::Unasked: return tr("Not checked");
    case Group::Upload: return tr("Upload");
    case Group::Resume: return tr("Resume");
    case Group::Mount: return tr("Mount");
    case Group::Exists: return tr("Exists");
    case Group::Failed: return m_halt == Halt::Paused ? tr("Paused") : tr("Stopped");
    case Group::InProgress: return tr("In progress");
    case Group::Waiting: return m_halt == Halt::No ? tr("Waiting") : tr("Not sent yet");
    case Group::Done: return tr("Done");
    case Group::Last: return tr("Upload last");
    }
    return {};
}

PublishModel::~PublishModel() { dispose(std::move(m_parts), std::move(m_partOf)); }

void PublishModel::Parts::addLayers(const ArtifactPlan &plan)
{
    m_parts.reserve(plan.layers.size() + 3);
    for (const auto &layer : plan.layers) {
        m_partOf.emplace(layer.path, m_parts.size());
        m_parts.push_back({.name = displayText(layer.path),
                           .kind = layer.kind,
                           .size = layer.size,
                           .toSend = layer.size.value_or(ByteCount()),
                           .entry = layer.entries.front()});
    }
}

void PublishModel::Parts::addDocuments(ByteCount configSize, ByteCount manifestSize, const std::optional<TagName> &tag)
{
    const auto add = [&](const QString &name, const char *item, ByteCount size) {
        m_partOf.emplace(item, m_parts.size());
        m_parts.push_back({.name = name, .size = size, .group = Group::Last, .toSend = size});
    };
    add(PublishModel::tr("Config"), "config", configSize);
    add(PublishModel::tr("Manifest"), "manifest", manifestSize);
    if (tag)
        m_parts.push_back({.name = PublishModel::tr("Tag %1").arg(displayText(tag->toString())), .group = Group::Last});
}

PublishModel::Parts PublishModel::partsUnasked(const ArtifactPlan &plan, ByteCount configSize, ByteCount manifestSize,
                                               const QString &why)
{
    Parts made;
    made.addLayers(plan);
    for (auto &part : made.m_parts) {
        part.group = Group::Unasked;
        part.planned = BlobAction::Kind::Unknown;
        part.asked = false;
        part.detail = why;
    }
    made.addDocuments(configSize, manifestSize, std::nullopt);
    return made;
}

PublishModel::Parts PublishModel::partsOf(const PublishPlan &plan, const Location &target)
{
    Parts made;
    made.addLayers(plan.artifact);
    const auto place = placeText(target);
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        auto &part = made.m_parts[i];
        const auto &action = plan.actions[i];
        part.group = groupOf(action.kind);
        part.planned = action.kind;
        switch (action.kind) {
        case BlobAction::Kind::Upload:
            part.detail = plan.artifact.layers[i].published
                ? tr("Not in %1 yet: %2 copied from where it is published")
                      .arg(place, formatBytes(part.size.value_or(ByteCount())))
                : tr("Not in %1 yet").arg(place);
            break;
        case BlobAction::Kind::Unknown:
            part.detail = !part.size              ? tr("Packed while it is sent, then checked")
                : !plan.artifact.layers[i].digest ? tr("Checked at upload: not hashed yet")
                                                  : tr("Checked at upload: %1 did not say").arg(place);
            break;
        case BlobAction::Kind::Exists:
            part.detail = tr("Found in %1").arg(place);
            part.toSend = {};
            break;
        case BlobAction::Kind::Mount:
            part.detail = action.mountFrom
                ? tr("Found in %1; falls back to upload").arg(displayText(action.mountFrom->toString()))
                : tr("In another repository; falls back to upload");
            part.toSend = {};
            break;
        case BlobAction::Kind::Resume:
            part.offset = action.offset;
            part.toSend = part.size.value_or(ByteCount()) - action.offset;
            part.detail = tr("%1 already received").arg(formatBytes(action.offset));
            break;
        case BlobAction::Kind::Same:
            part.detail = tr("Same bytes as %1").arg(displayText(plan.artifact.layers[action.sameAs].path));
            part.toSend = {};
            break;
        }
    }
    made.addDocuments(plan.configSize, plan.manifestSize, tagOf(target));
    return made;
}

void PublishModel::setParts(Parts parts)
{
    beginResetModel();
    dispose(std::exchange(m_parts, std::move(parts.m_parts)), std::exchange(m_partOf, std::move(parts.m_partOf)));
    m_itemParts.clear();
    m_running = false;
    m_halt = Halt::No;
    computeRows();
    endResetModel();
}

/// What an active part says when nothing of it moves.
void PublishModel::stopActive(Part &part, const ProgressSnapshotItem &item)
{
    if (item.wait) {
        part.note = waitText(*item.wait);
        part.remedy = item.wait->canSkip ? Remedy::EndWait : Remedy::None;
    } else if (part.pace.stalledFor) {
        part.note = stallText(*part.pace.stalledFor);
        part.remedy = Remedy::Restart;
    }
    part.stopped = !part.note.isEmpty();
}

bool PublishModel::applyItem(Part &part, const ProgressSnapshotItem &item, const ItemPace *pace) const
{
    // Most of a hundred thousand parts wait or are done; they are passed over ten times a second.
    const bool isSized = part.size || item.total == ByteCount();
    if (part.outcome == item.state && item.state != ItemState::Active && part.done == item.done && isSized)
        return false;
    const auto before = [&part] {
        return std::tuple(part.group, part.done, part.detail, part.active, part.note, part.remedy, part.pace.rate,
                          part.pace.timeLeft);
    };
    const auto was = before();
    const bool isLayer = part.kind.has_value();
    part.pace = pace ? *pace : ItemPace();
    part.note.clear();
    part.remedy = Remedy::None;
    part.busy = false;
    part.done = item.done;
    part.outcome = item.state;
    part.begun = part.begun || item.state == ItemState::Active || item.done > ByteCount();
    part.active = item.state == ItemState::Active;
    part.stopped = false;
    part.finished =
        item.state == ItemState::Skipped || item.state == ItemState::Mounted || item.state == ItemState::Done;
    if (item.total > ByteCount() && !part.size)
        part.size = item.total;
    switch (item.state) {
    case ItemState::Waiting:
        part.group = isLayer ? Group::Waiting : Group::Last;
        part.detail = tr("Waiting");
        break;
    case ItemState::Active:
        part.group = isLayer ? Group::InProgress : Group::Last;
        part.busy = !item.wait && item.activity != ItemActivity::Moving;
        part.detail = activityText(item.activity);
        stopActive(part, item);
        break;
    case ItemState::Skipped:
        part.group = isLayer ? Group::Done : Group::Last;
        part.detail = tr("Exists");
        break;
    case ItemState::Mounted:
        part.group = isLayer ? Group::Done : Group::Last;
        part.detail = tr("Mounted");
        break;
    case ItemState::Done:
        part.group = isLayer ? Group::Done : Group::Last;
        part.detail = tr("Uploaded");
        break;
    case ItemState::Failed:
        // The queue ends all that is left, also what it had not come to.
        part.group = !isLayer ? Group::Last : part.begun ? Group::Failed : Group::Waiting;
        part.stopped = part.begun;
        break;
    }
    return was != before();
}

void PublishModel::forgetRun(Part &part, const QString &waiting)
{
    part.group = part.kind ? Group::Waiting : Group::Last;
    part.detail = waiting;
    part.note.clear();
    part.pace = {};
    part.remedy = Remedy::None;
    part.done = {};
    part.outcome.reset();
    part.active = part.busy = part.stopped = part.finished = part.begun = false;
}

PublishModel::Halt PublishModel::haltOf(TransferState state)
{
    switch (state) {
    case TransferState::Paused: return Halt::Paused;
    case TransferState::Failed:
    case TransferState::Canceled: return Halt::Stopped;
    case TransferState::Waiting:
    case TransferState::Running:
    case TransferState::Pausing:
    case TransferState::Canceling:
    case TransferState::Done: break;
    }
    return Halt::No;
}

void PublishModel::setProgress(const Transfer &transfer)
{
    const auto &items = transfer.progress.items;
    bool moved = !m_running; // a row goes to another group
    if (!m_running || items.size() < m_itemParts.size()) {
        // A run, or the next one of the same transfer, begins: nothing is known of any part yet.
        m_running = true;
        m_itemParts.clear();
        const auto waiting = tr("Waiting");
        for (auto &part : m_parts)
            forgetRun(part, waiting);
        moved = true;
    }
    for (auto i = m_itemParts.size(); i < items.size(); ++i) {
        const auto found = m_partOf.find(items[i].name);
        m_itemParts.push_back(found == m_partOf.end() ? std::nullopt : std::optional(found->second));
    }
    bool changed = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!m_itemParts[i])
            continue;
        auto &part = m_parts[*m_itemParts[i]];
        const auto group = part.group;
        const auto pace = transfer.paces.find(i);
        changed = applyItem(part, items[i], pace == transfer.paces.end() ? nullptr : &pace->second) || changed;
        moved = moved || group != part.group;
    }
    const auto halt = haltOf(transfer.state);
    changed = std::exchange(m_halt, halt) != halt || changed;
    if (transfer.state == TransferState::Done) {
        // Manifest and tag have no bytes to report; a layer with the bytes of another one was not sent again.
        for (auto &part : m_parts) {
            if (std::exchange(part.finished, true))
                continue;
            part.detail = part.group == Group::Last ? tr("Uploaded") : tr("Same bytes as another layer");
            part.group = part.group == Group::Last ? Group::Last : Group::Done;
            part.active = part.stopped = false;
            if (!part.outcome)
                part.outcome = part.kind ? ItemState::Skipped : ItemState::Done;
            moved = true;
        }
    }
    if (moved) {
        beginResetModel();
        computeRows();
        endResetModel();
    } else if (changed) {
        m_totals = totals();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

std::map<PublishModel::Group, PublishModel::Total> PublishModel::totals() const
{
    std::map<Group, Total> sums;
    for (const auto &part : m_parts) {
        auto &sum = sums[part.group];
        ++sum.parts;
        sum.size += part.size.value_or(ByteCount());
        sum.moved += m_running ? part.done : part.toSend;
    }
    return sums;
}

void PublishModel::computeRows()
{
    m_totals = totals();
    m_rows.clear();
    for (const auto &[group, sum] : m_totals) {
        m_rows.push_back({group, -1});
        if (m_folded.count(group) != 0)
            continue;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_parts[i].group == group)
                m_rows.push_back({group, static_cast<int>(i)});
        }
    }
}

void PublishModel::toggleFolded(int row)
{
    const auto group = m_rows[static_cast<std::size_t>(row)].group;
    beginResetModel();
    if (m_folded.erase(group) == 0)
        m_folded.insert(group);
    computeRows();
    endResetModel();
}

PublishModel::Remedy PublishModel::remedy(int row) const
{
    const auto part = m_rows[static_cast<std::size_t>(row)].part;
    return part < 0 ? Remedy::None : m_parts[static_cast<std::size_t>(part)].remedy;
}

PublishModel::Remedy PublishModel::remedy() const
{
    auto found = Remedy::None;
    for (const auto &part : m_parts) {
        if (part.remedy == Remedy::EndWait)
            return Remedy::EndWait;
        if (part.remedy != Remedy::None)
            found = part.remedy;
    }
    return found;
}

std::vector<int> PublishModel::notedRows() const
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto part = m_rows[i].part;
        if (part >= 0 && !m_parts[static_cast<std::size_t>(part)].note.isEmpty())
            rows.push_back(static_cast<int>(i));
    }
    return rows;
}

std::optional<std::size_t> PublishModel::entry(int row) const
{
    const auto part = m_rows[static_cast<std::size_t>(row)].part;
    return part < 0 ? std::nullopt : m_parts[static_cast<std::size_t>(part)].entry;
}

PublishModel::Total PublishModel::total(Group group) const
{
    const auto found = m_totals.find(group);
    return found == m_totals.end() ? Total() : found->second;
}

PublishModel::Flow PublishModel::flow() const
{
    Flow flow;
    for (const auto &part : m_parts) {
        const auto size = part.size.value_or(ByteCount());
        const auto state = part.outcome.value_or(ItemState::Waiting);
        const bool exists =
            state == ItemState::Skipped || (state == ItemState::Waiting && part.planned == BlobAction::Kind::Exists);
        const bool mounts =
            state == ItemState::Mounted || (state == ItemState::Waiting && part.planned == BlobAction::Kind::Mount);
        flow.active += part.active ? 1 : 0;
        flow.unsized += part.kind && !part.size && !part.finished ? 1 : 0;
        if (!part.asked && !m_running) {
            flow.unasked += size;
            continue;
        }
        if (part.planned == BlobAction::Kind::Same)
            continue;
        flow.untold += part.kind && part.planned == BlobAction::Kind::Unknown ? 1 : 0;
        flow.stopped += part.active && part.stopped ? 1 : 0;
        if (exists) {
            flow.exists += size;
            flow.existing += part.kind ? 1 : 0;
        } else if (mounts) {
            flow.mounted += size;
            flow.mounts += part.kind ? 1 : 0;
        } else {
            const auto done = state == ItemState::Done ? size
                : state == ItemState::Waiting          ? part.offset
                                                       : std::max(part.done, part.offset);
            flow.earlier += part.offset;
            flow.sent += done - part.offset;
            flow.left += size - done;
            if (part.kind)
                ++(part.offset > ByteCount() ? flow.resumes : flow.uploads);
        }
    }
    return flow;
}

int PublishModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PublishModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PublishModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && isFigure(index.column()))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.part < 0)
        return groupData(row.group, index.column(), role);
    return partData(m_parts[static_cast<std::size_t>(row.part)], index.column(), role);
}

QVariant PublishModel::groupData(Group group, int column, int role) const
{
    const auto sum = total(group);
    switch (role) {
    case GroupRole: return true;
    case FoldedRole: return m_folded.count(group) != 0;
    case FirstNoteRole:
        return group == Group::Last ? tr("config, manifest, tag") : tr("%n layer(s)", nullptr, sum.parts);
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (column) {
    case Layer: return groupText(group);
    case Size: return formatBytes(sum.size);
    case Moved:
        if (group == Group::Unasked)
            return QStringLiteral("—");
        return m_running ? amountText(sum.moved, sum.size, sum.moved > ByteCount()) : formatBytes(sum.moved);
    case Detail: return group == Group::Last ? tr("A failure before this leaves no broken tag") : QString();
    default: return {};
    }
}

QString PublishModel::detailText(const Part &part) const
{
    if (part.outcome == ItemState::Failed)
        return !part.begun ? tr("Not sent yet") : m_halt == Halt::Paused ? tr("Paused") : tr("Stopped");
    return part.active && !part.busy && part.size ? formatPercent(part.done, *part.size) : part.detail;
}

QString PublishModel::movedText(const Part &part) const
{
    if (!m_running)
        return formatBytes(part.toSend);
    const bool halted = part.outcome == ItemState::Failed && part.begun;
    return amountText(part.done, part.size.value_or(ByteCount()), part.active || halted);
}

QVariant PublishModel::partData(const Part &part, int column, int role) const
{
    switch (role) {
    case GroupRole: return false;
    case StoppedRole: return part.stopped && (part.active || m_halt != Halt::Paused);
    case NoteRole:
    case Qt::AccessibleDescriptionRole: return part.note;
    case FractionRole:
        if (!part.active || part.busy || !part.size || *part.size == ByteCount())
            return {};
        return static_cast<double>(part.done.value()) / static_cast<double>(part.size->value());
    case layerKindRole: return column == Kind && part.kind ? QVariant(static_cast<int>(*part.kind)) : QVariant();
    case Qt::ToolTipRole:
        return column == Layer ? part.name : column == Detail && part.note.isEmpty() ? detailText(part) : part.note;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (column) {
    case Layer: return part.name;
    case Kind: return part.kind ? kindText(*part.kind) : QString();
    case Size: return part.size ? formatBytes(*part.size) : part.kind ? QStringLiteral("—") : QString();
    case Moved:
        if (!part.size && !part.kind)
            return {};
        if (!part.asked && !m_running)
            return QStringLiteral("—");
        return movedText(part);
    case Detail: return detailText(part);
    case Rate:
        if (part.stopped && part.active)
            return formatRate(0);
        if (!part.active || part.busy)
            return {};
        return part.pace.rate ? formatRate(*part.pace.rate) : QStringLiteral("—");
    case Left: return part.pace.timeLeft ? formatDuration(*part.pace.timeLeft) : QString();
    default: return {};
    }
}

QVariant PublishModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Layer: return tr("Layer");
    case Kind: return tr("Kind");
    case Size: return tr("Size");
    case Moved: return m_running ? tr("Amount") : tr("To send");
    case Detail: return m_running ? tr("Progress") : tr("Why");
    case Rate: return tr("Rate");
    default: return tr("Time left");
    }
}

} // namespace modelcrate

#include "moc_publishmodel.cpp"
