// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/artifact/filelist.h"
#include "ui/artifact/services.h"

#include <memory>
#include <unordered_map>
#include <vector>

#include <QObject>
#include <QString>
#include <QTimer>

namespace modelcrate {

class PlanPreview;
struct PlanSnapshot;

/// What a target of a publish said it has, by digest; made on a worker.
struct TargetHolds {
    QString name; ///< "registry.example.org"
    std::unordered_map<std::string, BlobAction::Kind> byDigest;

    static std::shared_ptr<const TargetHolds> of(const PublishPlan &plan, QString name);
};

/// Where the contents of a package's files lie already, as far as it is known without asking anybody: in this
/// computer's store, and at a target that was asked for a publish anyhow. Looked up on a worker for each plan; nothing
/// is asked over the network. GUI thread.
class Whereabouts : public QObject {
    Q_OBJECT

public:
    Whereabouts(PlanPreview &preview, Services &services, QObject *parent = nullptr);

    /// Of the entries of the plan it was made for; may be of fewer or more than there are now.
    const std::vector<FileItem::Where> &ofEntries() const { return *m_places; }
    /// The target that the places speak of; empty before one was asked.
    QString targetName() const { return m_target ? m_target->name : QString(); }
    void setTarget(std::shared_ptr<const TargetHolds> target);
    /// The store may hold something else now.
    void lookAgain();

Q_SIGNALS:
    void changed();

private:
    using Places = std::shared_ptr<const std::vector<FileItem::Where>>;
    void look();

    PlanPreview &m_preview;
    Services &m_services;
    QTimer m_delay;
    std::shared_ptr<const TargetHolds> m_target;
    Places m_places = std::make_shared<const std::vector<FileItem::Where>>();
    bool m_running = false;
};

} // namespace modelcrate
