// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/openfolder.h"
#include "ui/package/filesummary.h"
#include "ui/package/packagestate.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace modelcrate {

/// What a document begins with. Made on a worker: it has a part for each file.
struct PreparedPackage {
    PackageState state;
    std::vector<FileFacts> facts;
    std::vector<ExcludedPath> excluded;
    FileSummary summary;

    static PreparedPackage of(OpenedPackage opened);
};

/// The document behind a package tab: the package, what is known of its files, undo, and the file it is saved in. Every
/// edit is one undo step; steps of typing in one field merge. Edits never fail: a text that is not yet a valid value is
/// kept as a draft beside the field (Package::drafts), so nothing typed is lost. Reads no file; GUI thread.
class PackageDocument : public QObject {
    Q_OBJECT

public:
    explicit PackageDocument(PreparedPackage prepared, QObject *parent = nullptr);
    explicit PackageDocument(OpenedPackage opened, QObject *parent = nullptr);
    ~PackageDocument() override;

    const PackageState &state() const { return m_state; }
    /// Parallel to the entries: identity, size and format as last looked at; a vanished file has no identity.
    const std::vector<FileFacts> &facts() const { return m_facts; }
    const std::vector<ExcludedPath> &excluded() const { return m_excluded; }
    const std::filesystem::path &root() const { return m_state.header->root; }
    QString name() const; ///< descriptor.name, else the folder's
    /// Counted when it is asked for the first time after an edit.
    const FileSummary &summary() const;
    ByteCount includedSize() const { return summary().size; }
    std::size_t includedCount() const { return summary().included; }
    /// Index of the first entry with a path; looks through all of them. Who looks up many asks PlanSnapshot.
    std::optional<std::size_t> entryAt(std::string_view path) const;
    /// Entries whose kind is a guess that nobody confirmed.
    std::vector<std::size_t> needingALook() const;

    QUndoStack &undoStack() { return m_undo; }
    bool isModified() const { return !m_undo.isClean(); }
    /// Where it is saved; empty: nowhere yet.
    QString file() const { return m_file; }
    void setSaved(const QString &file) { setSaved(file, m_state); }
    /// The file holds `written`, a state that this document had: what was changed since is not saved.
    void setSaved(const QString &file, const PackageState &written);
    QString autosaveId() const { return m_autosaveId; } ///< unique, stable for the life of the document
    void setAutosaveId(const QString &id) { m_autosaveId = id; }

    /// Not null: a published artifact is edited. Its entries stay as they are: edits of them are not made, but for
    /// replaceFile().
    const PublishedArtifact *published() const { return m_state.header->published.get(); }
    /// Fields, annotations and files that are not as they were published.
    std::size_t changes() const { return m_changes; }
    const ReplacedFile *replacement(std::string_view path) const;
    /// What a field held when it was published; null when it was left out, or nothing published is edited.
    const Json *publishedField(std::string_view path) const;
    /// Whether a field, or a draft of it, is not as it was published; false when nothing published is edited.
    bool isFieldChanged(std::string_view path) const;

    // Edits. Indexes in any order; an edit that changes nothing makes no step.
    void setKind(const std::vector<std::size_t> &entries, LayerKind kind);
    void setEncoding(const std::vector<std::size_t> &entries, LayerEncoding encoding);
    void setIncluded(const std::vector<std::size_t> &entries, bool included);
    void confirm(const std::vector<std::size_t> &entries); ///< the guess is right
    void setBundle(const std::vector<std::size_t> &entries, const std::string &bundle); ///< "" takes it away
    /// Several bundles in one step that is called `text`.
    void setBundles(const std::vector<std::pair<std::string, std::vector<std::size_t>>> &wanted, const QString &text);
    void setLayerAnnotations(std::size_t entry, Annotations annotations);
    /// A valid value, or null to leave the key out; drops the field's draft. `step` names a step of its own, which does
    /// not merge with what is typed.
    void setField(std::string_view path, Json value, const QString &step = {});
    /// A text that is no valid value (yet): the key is left out, the text is kept.
    void setDraft(std::string_view path, const std::string &text, const QString &step = {});
    /// Of an edit: the field as it was published; drops its draft.
    void restoreField(std::string_view path, const QString &step);
    const std::string *draft(std::string_view path) const;
    const Json *field(std::string_view path) const { return m_state.header->config.find(path); }
    /// What the files say, best source first.
    std::vector<DetectedField> detected(std::string_view path) const;
    void setAnnotations(Annotations annotations); ///< of the manifest
    const Annotations &annotations() const { return m_state.header->annotations; }
    void setKeepTimes(bool keep);
    void setOciAnnotations(bool write);

    /// Of an edit: what takes the place of a file that is a layer of its own; nothing: as it was published.
    void replaceFile(const std::string &path, std::optional<ReplacedFile> by);
    /// Of an edit: everything as it was published, in one step.
    void discardChanges();
    /// What was edited is published now as `published`, sent from the state `sent`: what was changed since stays a
    /// change. Not an undo step; clears the stack.
    void adoptPublished(OpenedPackage published, const PackageState &sent);

    /// After a rescan: facts of files that are still there, new files appended as entries, vanished ones marked. What
    /// is known of the disk is no undo step; that new files are in the package is one. Every step before it stays: in
    /// what it leads to, files that came later are known and left out.
    void applyRescan(OpenedPackage rescanned);
    /// How many rescans were taken: who looked at files before the last one knows less than facts() say.
    int rescans() const { return m_rescans; }
    /// What the files say once other weights are in the package (findMetadata() of `weights`): a part of the edit that
    /// changed them, so it is undone with it, and no step of its own. Nothing happens when they are others again.
    void applyMetadata(FoundMetadata found, const std::vector<std::uint32_t> &weights);
    /// Marks files that the watcher saw changing, until the next rescan.
    void setChangedOnDisk(const std::vector<std::size_t> &entries);
    bool isChangedOnDisk(std::size_t entry) const;

Q_SIGNALS:
    void entriesChanged(); ///< kinds, encodings, inclusion, bundles: read them anew
    void entriesReset(); ///< other entries now
    void factsChanged(); ///< sizes, changed-on-disk marks
    void fieldChanged(const QString &path); ///< config field or its draft; "" for many
    void annotationsChanged(); ///< of the manifest or a layer
    void optionsChanged();
    void stateChanged(); ///< after any of the above that changes the package
    void savedChanged(); ///< file() or isModified()

private:
    class Edit;
    void push(PackageState after, const QString &text, int mergeId = -1, const QString &mergeKey = {});
    void forgetOldSteps();
    void dropForgotten();
    void adopt(const PackageState &state);
    PackageState grown(const PackageState &state);
    void amend(const PackageState &state);
    void refreshPublished();
    void editStates(const std::vector<std::size_t> &entries, const QString &text,
                    const std::function<void(EntryState &)> &change);
    void editHeader(const QString &text, const std::function<void(Package &)> &change, const QString &mergeKey = {});

    PackageState m_state;
    std::vector<FileFacts> m_facts;
    std::size_t m_changes = 0;
    std::vector<bool> m_changedOnDisk;
    mutable std::optional<FileSummary> m_summary; ///< nothing: of what was before
    std::vector<ExcludedPath> m_excluded;
    QUndoStack m_undo;
    QString m_file;
    QString m_autosaveId;
    int m_rescans = 0;
    PackageState m_grown; ///< the last that grown() made, and what of
    std::shared_ptr<const std::vector<EntryState>> m_grownFrom;
};

} // namespace modelcrate
