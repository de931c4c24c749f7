// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/accesscheck.h"

#include <array>
#include <vector>

#include <QWidget>

class QLabel;

namespace modelcrate {

class ElidedLabel;

/// The steps of an access check, each with its tick or cross, its milliseconds and what was found, as they come. GUI
/// thread.
class AccessSteps : public QWidget {
    Q_OBJECT

public:
    explicit AccessSteps(QWidget *parent = nullptr);

    /// None is done yet.
    void start();
    void addStep(const AccessStep &step);
    void showCheck(const AccessCheck &check);

private:
    struct Row {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *time = nullptr;
        ElidedLabel *detail = nullptr;
    };
    static void showStep(const Row &row, const AccessStep &step);
    static void showWaiting(const Row &row, bool isNext);
    void refresh();

    std::array<Row, 6> m_rows;
    std::vector<AccessStep> m_done;
};

} // namespace modelcrate
