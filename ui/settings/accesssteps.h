// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/accesscheck.h"

#include <array>

#include <QWidget>

class QLabel;

namespace modelcrate {

class ElidedLabel;

/// The steps of an access check, each with its tick or cross, its milliseconds and what was found. GUI thread.
class AccessSteps : public QWidget {
    Q_OBJECT

public:
    explicit AccessSteps(QWidget *parent = nullptr);

    void showRunning();
    void showCheck(const AccessCheck &check);

private:
    struct Row {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *time = nullptr;
        ElidedLabel *detail = nullptr;
    };
    void showStep(const Row &row, const AccessStep &step);
    void refresh();

    std::array<Row, 6> m_rows;
    std::optional<AccessCheck> m_check;
};

} // namespace modelcrate
