// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publish/publishmodel.h"

#include <QTableView>

namespace modelcrate {

/// Rows of a PublishModel: group rows fold by a click, Space or Left and Right; a double click or Enter on a layer goes
/// to its file.
class PublishTable : public QTableView {
    Q_OBJECT

public:
    explicit PublishTable(PublishModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void entryActivated(std::size_t entry);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(int row);
    void activateRow(int row);

    PublishModel &m_model;
};

} // namespace modelcrate
