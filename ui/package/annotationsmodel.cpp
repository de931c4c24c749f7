// SPDX-License-Identifier: Apache-2.0
#include "ui/package/annotationsmodel.h"

#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/annotationchecks.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <QFont>

namespace modelcrate {

namespace {

bool hasKey(const Annotations &list, std::string_view key)
{
    return std::any_of(list.begin(), list.end(), [key](const auto &one) { return one.first == key; });
}

} // namespace

AnnotationsModel::AnnotationsModel(PackageDocument &document, PlanPreview &preview, JobRunner &jobs, QObject *parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_preview(preview),
      m_jobs(jobs)
{
    connect(&document, &PackageDocument::annotationsChanged, this, &AnnotationsModel::refreshFirstRows);
    connect(&document, &PackageDocument::entriesReset, this, &AnnotationsModel::refreshFirstRows);
    connect(&preview, &PlanPreview::changed, this, &AnnotationsModel::planChanged);
    connect(&Theme::instance(), &Theme::changed, this, &AnnotationsModel::tellAllChanged);
    refreshFirstRows();
    planChanged();
}

void AnnotationsModel::setSeen(bool seen)
{
    m_seen = seen;
    planChanged();
}

bool AnnotationsModel::isCurrent() const { return !m_gathering && m_snapshot == m_preview.snapshot(); }

void AnnotationsModel::tellAllChanged() { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); }

// --- rows ------------------------------------------------------------------------------------------------------------

AnnotationsModel::Rows AnnotationsModel::makeFirstRows() const
{
    Rows rows;
    const auto &own = m_document.annotations();
    for (std::size_t i = 0; i < own.size(); ++i)
        rows.push_back({Kind::Own, 0, i});
    for (const auto &[entry, annotations] : *m_document.state().layerAnnotations) {
        for (std::size_t i = 0; i < annotations.size(); ++i)
            rows.push_back({Kind::OwnLayer, entry, i});
    }
    rows.push_back({Kind::Add, 0, 0});
    if (!m_snapshot)
        return rows;
    const auto &derived = m_snapshot->plan.annotations;
    for (std::size_t i = 0; i < derived.size(); ++i) {
        if (!hasKey(own, derived[i].first) && !hasKey(m_snapshot->package.annotations, derived[i].first))
            rows.push_back({Kind::Derived, 0, i});
    }
    return rows;
}

AnnotationsModel::LayerRows AnnotationsModel::makeLayerRows(const PlanSnapshot *snapshot, const Rows &before)
{
    auto rows = makeDisposed<Rows>();
    const Annotations none;
    for (std::size_t layer = 0; snapshot && layer < snapshot->plan.layers.size(); ++layer) {
        const auto &planned = snapshot->plan.layers[layer];
        const auto &entries = snapshot->package.entries;
        const auto &ofUser = planned.entries.size() == 1 && planned.entries.front() < entries.size()
            ? entries[planned.entries.front()].annotations
            : none;
        for (std::size_t i = 0; i < planned.annotations.size(); ++i) {
            if (!hasKey(ofUser, planned.annotations[i].first))
                rows->push_back({Kind::DerivedLayer, layer, i});
        }
    }
    const auto same = std::mismatch(before.begin(), before.end(), rows->begin(), rows->end()).second - rows->begin();
    return {std::move(rows), static_cast<int>(same)};
}

void AnnotationsModel::refreshFirstRows()
{
    auto rows = makeFirstRows();
    const auto start = std::mismatch(m_firstRows.begin(), m_firstRows.end(), rows.begin(), rows.end()).second;
    const auto rest = std::min(m_firstRows.size(), rows.size()) - static_cast<std::size_t>(start - rows.begin());
    std::size_t tail = 0;
    while (tail < rest && m_firstRows[m_firstRows.size() - 1 - tail] == rows[rows.size() - 1 - tail])
        ++tail;
    const int first = static_cast<int>(start - rows.begin());
    const int lastOld = static_cast<int>(m_firstRows.size() - tail);
    const int lastNew = static_cast<int>(rows.size() - tail);
    // Only what differs comes and goes, so that an editor and the selection stay where they are.
    if (lastOld > first) {
        beginRemoveRows({}, first, lastOld - 1);
        m_firstRows.erase(m_firstRows.begin() + first, m_firstRows.begin() + lastOld);
        endRemoveRows();
    }
    if (lastNew > first) {
        beginInsertRows({}, first, lastNew - 1);
        m_firstRows = std::move(rows);
        endInsertRows();
    }
    m_remarks = 0;
    for (const auto &row : m_firstRows)
        m_remarks += remarkOf(row).isEmpty() ? 0 : 1;
    tellAllChanged();
}

void AnnotationsModel::planChanged()
{
    if (!m_seen || m_gathering || m_snapshot == m_preview.snapshot())
        return;
    m_gathering = true;
    m_jobs.run<LayerRows>(
        this,
        [snapshot = m_preview.snapshot(), before = m_layerRows](const TaskContext &) -> Result<LayerRows> {
            return makeLayerRows(snapshot.get(), *before);
        },
        [this, snapshot = m_preview.snapshot()](Result<LayerRows> made) {
            m_gathering = false;
            if (made)
                takeLayerRows(*made, snapshot);
            planChanged(); // there may be a newer one
        });
}

void AnnotationsModel::takeLayerRows(const LayerRows &made, std::shared_ptr<const PlanSnapshot> snapshot)
{
    const int first = static_cast<int>(m_firstRows.size()) + made.same;
    const int more = static_cast<int>(made.rows->size()) - static_cast<int>(m_layerRows->size());
    if (more < 0)
        beginRemoveRows({}, first, first - more - 1);
    else if (more > 0)
        beginInsertRows({}, first, first + more - 1);
    // The rows point into it, so both change together. The old one goes when nothing points there any more.
    const auto before = std::exchange(m_snapshot, std::move(snapshot));
    m_layerRows = made.rows;
    if (more < 0)
        endRemoveRows();
    else if (more > 0)
        endInsertRows();
    refreshFirstRows();
}

const AnnotationsModel::Row &AnnotationsModel::rowAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return at < m_firstRows.size() ? m_firstRows[at] : (*m_layerRows)[at - m_firstRows.size()];
}

const Annotations &AnnotationsModel::ownOf(std::size_t entry) const
{
    const auto &changed = *m_document.state().layerAnnotations;
    const auto found = changed.find(entry);
    return found == changed.end() ? m_document.state().entry(entry).annotations : found->second;
}

const Annotations &AnnotationsModel::listOf(const Row &row) const
{
    static const Annotations none;
    switch (row.kind) {
    case Kind::Own: return m_document.annotations();
    case Kind::OwnLayer: return row.owner < m_document.state().size() ? ownOf(row.owner) : none;
    case Kind::Derived: return m_snapshot ? m_snapshot->plan.annotations : none;
    case Kind::DerivedLayer:
        return m_snapshot && row.owner < m_snapshot->plan.layers.size() ? m_snapshot->plan.layers[row.owner].annotations
                                                                        : none;
    case Kind::Add: break;
    }
    return none;
}

QString AnnotationsModel::scopeOf(const Row &row) const
{
    switch (row.kind) {
    case Kind::OwnLayer: return displayText(m_document.state().entry(row.owner).path);
    case Kind::DerivedLayer: return displayText(m_snapshot->plan.layers[row.owner].path);
    case Kind::Add: return {};
    default: return tr("Manifest");
    }
}

QString AnnotationsModel::remarkOf(const Row &row) const
{
    if (row.kind != Kind::Own && row.kind != Kind::OwnLayer)
        return {};
    const auto &list = listOf(row);
    return row.index < list.size() ? annotationRemark(list, row.index) : QString();
}

int AnnotationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_firstRows.size() + m_layerRows->size());
}

bool AnnotationsModel::isYours(int row) const
{
    if (row < 0 || row >= rowCount())
        return false;
    const auto kind = rowAt(row).kind;
    return kind == Kind::Own || kind == Kind::OwnLayer;
}

int AnnotationsModel::addRow() const
{
    const auto found =
        std::find_if(m_firstRows.begin(), m_firstRows.end(), [](const Row &row) { return row.kind == Kind::Add; });
    return static_cast<int>(found - m_firstRows.begin());
}

std::size_t AnnotationsModel::totalBytes() const
{
    auto bytes = annotationBytes(m_document.annotations());
    for (const auto &row : m_firstRows) {
        const auto &list = listOf(row);
        if (row.kind == Kind::Derived && row.index < list.size())
            bytes += list[row.index].first.size() + list[row.index].second.size();
    }
    return bytes;
}

QVariant AnnotationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &row = rowAt(index.row());
    const bool isDerived = row.kind == Kind::Derived || row.kind == Kind::DerivedLayer;
    if (role == IsDerivedRole)
        return isDerived;
    if (role == IsAddRole)
        return row.kind == Kind::Add;
    if (role == Qt::ForegroundRole)
        return Theme::instance().color(index.column() == Remark                 ? modelcrate::Role::Warning
                                           : isDerived || row.kind == Kind::Add ? modelcrate::Role::TextMuted
                                                                                : modelcrate::Role::Text);
    if (row.kind == Kind::Add) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return index.column() == Key && isText ? QVariant(tr("Add a key\u2026")) : QVariant();
    }
    const auto &list = listOf(row);
    if (row.index >= list.size())
        return {};
    const auto &[key, value] = list[row.index];
    if (role == Qt::DecorationRole && index.column() == Remark && !remarkOf(row).isEmpty())
        return icon(QStringLiteral("warning"), modelcrate::Role::Warning);
    if (role == Qt::EditRole) {
        if (index.column() == Scope)
            return row.kind == Kind::OwnLayer ? scopeOf(row) : QString();
        return toQString(index.column() == Key ? key : value);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Key: text = displayText(key); break;
    case Value: text = displayText(value); break;
    case Scope: text = scopeOf(row); break;
    case Origin: text = isDerived ? tr("derived") : tr("yours"); break;
    case Remark: text = remarkOf(row); break;
    default: break;
    }
    return role == Qt::ToolTipRole ? text.left(2000) : text;
}

QVariant AnnotationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key: return tr("Key");
    case Value: return tr("Value");
    case Scope: return tr("On");
    case Origin: return tr("From");
    case Remark: return tr("Remark");
    default: return {};
    }
}

Qt::ItemFlags AnnotationsModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || index.row() >= rowCount())
        return flags;
    const auto kind = rowAt(index.row()).kind;
    const bool editable = kind == Kind::Add           ? index.column() == Key
        : kind == Kind::Own || kind == Kind::OwnLayer ? index.column() <= Scope
                                                      : kind == Kind::Derived && index.column() == Value;
    return editable ? flags | Qt::ItemIsEditable : flags;
}

void AnnotationsModel::setList(const Row &row, Annotations list)
{
    if (row.kind == Kind::OwnLayer)
        m_document.setLayerAnnotations(row.owner, std::move(list));
    else
        m_document.setAnnotations(std::move(list));
}

bool AnnotationsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const auto row = rowAt(index.row());
    const auto text = value.toString();
    if (index.column() == Scope)
        return setScope(row, text);
    if (row.kind == Kind::Add) {
        if (text.trimmed().isEmpty())
            return false;
        auto list = m_document.annotations();
        list.emplace_back(toUtf8(text.trimmed()), std::string());
        const auto added = static_cast<int>(list.size()) - 1;
        m_document.setAnnotations(std::move(list));
        Q_EMIT keyAdded(added);
        return true;
    }
    if (row.kind == Kind::Derived) {
        // The user's own comes before a derived one.
        auto list = m_document.annotations();
        list.emplace_back(listOf(row)[row.index].first, toUtf8(text));
        m_document.setAnnotations(std::move(list));
        return true;
    }
    auto list = listOf(row);
    if (index.column() == Key)
        list[row.index].first = toUtf8(text.trimmed());
    else
        list[row.index].second = toUtf8(text);
    setList(row, std::move(list));
    return true;
}

bool AnnotationsModel::setScope(const Row &row, const QString &path)
{
    const auto wanted = toUtf8(path.trimmed());
    const auto &state = m_document.state();
    std::optional<std::size_t> entry;
    for (std::size_t i = 0; i < state.size() && !wanted.empty() && !entry; ++i) {
        if (state.entry(i).path == wanted)
            entry = i;
    }
    if (!wanted.empty() && !entry && path.trimmed() != tr("Manifest")) {
        Q_EMIT refused(tr("No file of this package is called \"%1\".").arg(displayText(wanted)));
        return false;
    }
    if (row.kind == Kind::OwnLayer ? entry == row.owner : !entry)
        return true;
    auto from = listOf(row);
    auto moved = from[row.index];
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(row.index));
    auto to = entry ? ownOf(*entry) : m_document.annotations();
    to.push_back(std::move(moved));
    m_document.undoStack().beginMacro(tr("move an annotation"));
    setList(row, std::move(from));
    setList(entry ? Row{Kind::OwnLayer, *entry, 0} : Row{Kind::Own, 0, 0}, std::move(to));
    m_document.undoStack().endMacro();
    return true;
}

void AnnotationsModel::add(const Annotations &annotations)
{
    auto list = m_document.annotations();
    for (const auto &[key, value] : annotations) {
        const auto &wanted = key;
        const auto same =
            std::find_if(list.begin(), list.end(), [&wanted](const auto &one) { return one.first == wanted; });
        if (same == list.end())
            list.emplace_back(key, value);
        else
            same->second = value;
    }
    m_document.setAnnotations(std::move(list));
}

void AnnotationsModel::remove(const std::vector<int> &rows)
{
    std::set<std::size_t> ofManifest;
    std::map<std::size_t, std::set<std::size_t>> ofLayers;
    for (const int row : rows) {
        if (!isYours(row))
            continue;
        const auto &which = rowAt(row);
        (which.kind == Kind::Own ? ofManifest : ofLayers[which.owner]).insert(which.index);
    }
    if (ofManifest.empty() && ofLayers.empty())
        return;
    const auto without = [](const Annotations &list, const std::set<std::size_t> &gone) {
        Annotations kept;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!gone.count(i))
                kept.push_back(list[i]);
        }
        return kept;
    };
    m_document.undoStack().beginMacro(tr("delete annotations"));
    if (!ofManifest.empty())
        m_document.setAnnotations(without(m_document.annotations(), ofManifest));
    for (const auto &[entry, gone] : ofLayers)
        m_document.setLayerAnnotations(entry, without(ownOf(entry), gone));
    m_document.undoStack().endMacro();
}

} // namespace modelcrate
