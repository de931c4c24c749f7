// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/package/manifestcontent.h"
#include "ui/text/numbers.h"

#include <memory>
#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

namespace modelcrate {

class JsonTextView;
class JsonTreeView;
class PackageDocument;

/// What publishing would write, as it is edited: changes against a base, a tree, the manifest's and the config's JSON.
/// Everything is computed on a worker and swapped in, in place; nothing is computed while it is not seen.
class ManifestView : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Changes, Tree, Manifest, Config };

    ManifestView(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~ManifestView() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// What Changes compares with and marks are against: the bytes that were published last. The plan keeps it, so that
    /// all views of the document have the same. A first base selects Changes unless a mode was chosen.
    void setBase(std::string manifest, std::string config, const QString &label);
    /// Selects the layer of an entry in the tree.
    void showEntry(std::size_t entry);
    /// Whether what is seen is of the document's present state.
    bool isCurrent() const;

Q_SIGNALS:
    void entrySelected(std::size_t entry); ///< the file of a layer that was selected in the tree
    void modeChanged();
    void updated(); ///< what is seen is new

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Parts;
    void build();
    void baseChanged();
    void refresh();
    struct Made {
        std::shared_ptr<const ManifestContent> content;
        std::shared_ptr<const std::vector<QStringList>> changeRows;
    };
    void take(Result<Made> made, std::shared_ptr<const PlanSnapshot> snapshot);
    void showContent();
    void showChanges();
    void showDocument(const DocumentContent &content, JsonTextView &text);
    void showSummary();
    void copyAll();
    void copyValue();

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    std::unique_ptr<Parts> m_parts;
    Mode m_mode = Mode::Config;
    bool m_modeChosen = false;
    bool m_hasBase = false;
    std::shared_ptr<const PlanSnapshot> m_snapshot; ///< that the content is of
    std::shared_ptr<const ManifestContent> m_content;
    std::shared_ptr<const std::vector<QStringList>> m_changeRows; ///< of the content
    SizeUnits m_units; ///< that the content is written with
    bool m_running = false;
    bool m_stale = true;
};

} // namespace modelcrate
