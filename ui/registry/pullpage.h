// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/extractor.h"
#include "operations/details.h"
#include "ui/artifact/services.h"
#include "ui/jobs/transferqueue.h"
#include "ui/registry/pullmodel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace modelcrate {

class ElidedLabel;
class InfoBar;
class PlainHttpNote;

/// What of an artifact is pulled, where to, and what becomes of files that are there: a tree of kinds and files with
/// their sizes, presets, a folder with its free space, and counts before anything starts. What is started goes to the
/// transfer queue. The disk is looked at on a worker, and very many files are sorted there. GUI thread.
class PullPage : public QWidget {
    Q_OBJECT

public:
    enum class Preset { Everything, Weights, ConfigAndTokenizer, NoDatasets, OwnChoice };

    explicit PullPage(Services &services, QWidget *parent = nullptr);
    ~PullPage() override;

    /// Everything is chosen. For another reference than the last one, a folder beside the last one is suggested, and
    /// what is there is never touched until that is chosen anew.
    void setArtifact(const QString &reference, std::shared_ptr<const ArtifactDetails> details);
    void setFolder(const QString &folder);
    void setPreset(Preset preset);

    /// What is filled in: what a page goes on from that takes this one's place.
    struct Choice {
        QString reference;
        std::shared_ptr<const ArtifactDetails> details;
        Preset preset = Preset::Everything;
        std::vector<bool> chosen; ///< of the layers
        QString folder; ///< as it is typed
        ExistingFiles existing = ExistingFiles::Refuse;
    };
    std::optional<Choice> choice() const; ///< nothing without an artifact
    void restore(const Choice &choice);

Q_SIGNALS:
    /// The transfer is in the queue.
    void started();
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTarget();
    void showArtifact(const QString &reference, std::shared_ptr<const ArtifactDetails> details,
                      std::vector<bool> chosen);
    void fillTree(std::vector<PullModel::Kind> kinds, std::vector<bool> chosen);
    std::vector<bool> chosenBy(Preset preset) const;
    void applyPreset();
    void forgetPreview(); ///< what was looked at, or still is, was for another choice or folder
    void choiceChanged();
    QString suggestedFolder() const;
    bool isAnyChosen() const;
    ExistingFiles existing() const;
    QString folder() const; ///< in full; empty for what is no whole path
    void chooseFolder();
    void lookAtFolder();
    /// What there is, and what is asked for: a list of names that is as long as what is chosen.
    struct Look {
        ExtractPreview preview;
        std::vector<std::string> layers; ///< empty: all
    };
    void showPreview(Result<std::shared_ptr<const Look>> look);
    void showSums();
    QString existingText(const ExtractPreview &preview) const;
    void start();

    Services &m_services;
    QString m_reference;
    std::shared_ptr<const ArtifactDetails> m_details;
    std::unique_ptr<QObject> m_job; ///< owner of the look at the folder
    std::unique_ptr<QObject> m_sorting; ///< owner of the sorting of many files
    std::shared_ptr<const Look> m_look; ///< at the present choice and folder
    QTimer m_delay;

    ElidedLabel *m_title;
    PlainHttpNote *m_plainHttp;
    QPushButton *m_start;
    QComboBox *m_preset;
    QLabel *m_chosen;
    PullModel *m_model;
    QTreeView *m_tree;
    QLineEdit *m_folder;
    QLabel *m_space;
    QComboBox *m_existing;
    QLabel *m_counts;
    InfoBar *m_message;
};

} // namespace modelcrate
