// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/jobs/transferqueue.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

#include <QAbstractTableModel>

namespace modelcrate {

/// What becomes of the parts of a package at a target: first as planned, then, in the same rows and columns, as it
/// goes. Flat rows under group rows that fold.
class PublishModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Layer, Kind, Size, Moved, Detail, Rate, Left, ColumnCount };
    enum class Group { Unasked, Upload, Resume, Mount, Exists, Failed, InProgress, Waiting, Done, Last };
    enum DataRole {
        GroupRole = Qt::UserRole, ///< true for a group's row
        FoldedRole, ///< of a group's row
        FractionRole, ///< 0 to 1 while a part is being sent; else invalid
        StoppedRole, ///< true: nothing moves, said in the warning colour
        NoteRole, ///< of a part that is stopped: why and since or until when, for a line of its own; else empty
        FirstNoteRole, ///< of a group's row: "8 layers"
    };

    explicit PublishModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }
    ~PublishModel() override;

    /// All that the rows say of a plan: words for each of a hundred thousand files, so made on a worker.
    class Parts;
    /// `target` says where the registry looked, for the words of each row. Any thread.
    static Parts partsOf(const PublishPlan &plan, const Location &target);
    /// Before a target is known, while it is asked, or when it did not answer: nothing is said of what is to be sent.
    /// `why` stands in each row. Any thread.
    static Parts partsUnasked(const ArtifactPlan &plan, ByteCount configSize, ByteCount manifestSize,
                              const QString &why);
    void setParts(Parts parts);
    void setProgress(const Transfer &transfer);
    bool isRunning() const { return m_running; }
    void toggleFolded(int row);
    bool isGroup(int row) const { return m_rows[static_cast<std::size_t>(row)].part < 0; }
    /// What can be done for a part that does not move: end its wait before another attempt, or, where it stalls, go to
    /// a clean boundary and begin again from there.
    enum class Remedy { None, EndWait, Restart };
    Remedy remedy(int row) const;
    /// Of all parts: EndWait if there is one to end.
    Remedy remedy() const;
    /// Rows with a NoteRole.
    std::vector<int> notedRows() const;
    /// The entry behind a row, to go to it.
    std::optional<std::size_t> entry(int row) const;

    struct Total {
        int parts = 0;
        ByteCount size;
        ByteCount moved; ///< to send as planned, sent as it goes
    };
    Total total(Group group) const;
    /// Where the bytes of all parts are, those of equal layers once. `left` counts down to nothing; what was received
    /// earlier is never counted as sent.
    struct Flow {
        ByteCount sent;
        ByteCount left;
        ByteCount earlier;
        ByteCount exists;
        ByteCount mounted;
        ByteCount unasked; ///< of which nothing is known; in none of the others
        int unsized = 0; ///< layers that are packed while they are sent, and not yet: in none of the sums
        int untold = 0; ///< layers of a plan that the target said nothing about: counted as to be sent
        int uploads = 0, resumes = 0, existing = 0, mounts = 0; ///< layers
        int active = 0, stopped = 0; ///< being sent; of these, not moving
    };
    Flow flow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Part {
        QString name;
        std::optional<LayerKind> kind = {}; ///< nothing: config, manifest, tag
        std::optional<ByteCount> size = {};
        Group group = Group::Upload;
        ByteCount toSend = {};
        ByteCount offset = {}; ///< received earlier
        BlobAction::Kind planned = BlobAction::Kind::Upload;
        bool asked = true; ///< false: neither is known what is to be sent nor whether anything is
        std::optional<ItemState> outcome = {}; ///< as it goes
        ByteCount done = {};
        QString detail = {};
        QString note = {};
        ItemPace pace = {};
        Remedy remedy = Remedy::None;
        bool busy = false; ///< active, but reads before it sends
        bool active = false;
        bool stopped = false;
        bool finished = false;
        bool begun = false;
        std::optional<std::size_t> entry = {};
    };
    /// Of the transfer. What the user paused is no warning.
    enum class Halt { No, Paused, Stopped };
    static Halt haltOf(TransferState state);
    struct Row {
        Group group;
        int part; ///< -1: the group itself
    };
    QString groupText(Group group) const;
    QString detailText(const Part &part) const;
    void computeRows();
    bool applyItem(Part &part, const ProgressSnapshotItem &item, const ItemPace *pace) const;
    static void stopActive(Part &part, const ProgressSnapshotItem &item);
    static void forgetRun(Part &part, const QString &waiting);
    QString movedText(const Part &part) const;
    QVariant groupData(Group group, int column, int role) const;
    QVariant partData(const Part &part, int column, int role) const;
    std::map<Group, Total> totals() const;

    std::vector<Part> m_parts;
    std::vector<Row> m_rows;
    std::map<std::string, std::size_t> m_partOf; ///< by the name that progress reports
    std::vector<std::optional<std::size_t>> m_itemParts; ///< of the items of the progress so far
    std::map<Group, Total> m_totals;
    std::set<Group> m_folded{Group::Exists, Group::Last};
    bool m_running = false;
    Halt m_halt = Halt::No;
};

class PublishModel::Parts {
    friend class PublishModel;
    void addLayers(const ArtifactPlan &plan);
    void addDocuments(ByteCount configSize, ByteCount manifestSize, const std::optional<TagName> &tag);

    std::vector<Part> m_parts;
    std::map<std::string, std::size_t> m_partOf;
};

} // namespace modelcrate
