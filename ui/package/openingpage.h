// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/openfolder.h"
#include "ui/artifact/services.h"

#include <filesystem>
#include <memory>

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace modelcrate {

class FoundFilesModel;
class InfoBar;
class Job;
struct PreparedPackage;

/// What a tab shows while a folder or a *.modelcrate.json is opened: files as they are found, how many, how much,
/// Cancel. A published artifact is opened to be edited. Ends with opened() or canceled(); a failure stays, in words,
/// with Retry.
class OpeningPage : public QWidget {
    Q_OBJECT

public:
    /// Starts at once.
    OpeningPage(Services &services, std::filesystem::path path, QWidget *parent = nullptr);
    ~OpeningPage() override;

    /// The artifact that a reference names.
    OpeningPage(Services &services, const QString &reference, QWidget *parent = nullptr);
    void cancel();

Q_SIGNALS:
    /// In a turn of the event loop of its own, with what is to be made of it for each file made already.
    void opened(std::shared_ptr<modelcrate::PreparedPackage> package);
    void canceled();
    void failed(); ///< shown already

private:
    struct Found;
    OpeningPage(Services &services, std::filesystem::path path, const QString &reference, QWidget *parent);
    void start();
    void showFound();
    void finish(Result<std::shared_ptr<PreparedPackage>> result);
    void tellOpened();

    Services &m_services;
    std::filesystem::path m_path;
    QString m_reference; ///< in place of a path
    std::shared_ptr<Found> m_found; ///< filled by the worker
    FoundFilesModel *m_model;
    QLabel *m_title;
    QLabel *m_count;
    QProgressBar *m_bar;
    QTableView *m_list;
    QPushButton *m_cancel;
    InfoBar *m_failure;
    QPointer<Job> m_job;
    std::shared_ptr<PreparedPackage> m_opened; ///< not told yet
    QTimer m_poll;
};

} // namespace modelcrate
