// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

#include <filesystem>

#include <QPointer>

class QLabel;
class QPushButton;

namespace modelcrate {

class ElidedLabel;
class Job;

/// Bytes of a file of a folder that is being read; of what is none, or has gone meanwhile, nothing.
ByteCount fileSize(const std::filesystem::directory_entry &entry);

/// The local store: where it is, how much it holds, and what of it can be freed. GUI thread.
class ComputerSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit ComputerSettings(Services &services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePlaceButtons();
    QWidget *makeFreeButton();
    void measure();
    void chooseFolder();
    void setFolder(const std::filesystem::path &folder);
    void freeUnused();
    void say(const QString &text); ///< below the buttons; empty: nothing

    Services &m_services;
    QPointer<Job> m_measuring;
    int m_measured = 0; ///< number of the last measurement
    ElidedLabel *m_place;
    QPushButton *m_usualPlace;
    QLabel *m_size;
    QPushButton *m_free;
    QLabel *m_outcome;
};

} // namespace modelcrate
