// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publish/publishmodel.h"

#include <vector>

#include <QTableView>

namespace modelcrate {

/// Rows of a PublishModel: group rows fold by a click, Space or Left and Right; a double click or Enter on a layer goes
/// to its file. A row that does not move has a second line that says why, and "Retry Now", which Enter presses too.
/// Plan and progress have columns of their own.
class PublishTable : public QTableView {
    Q_OBJECT

public:
    explicit PublishTable(PublishModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void entryActivated(std::size_t entry);
    void retryRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(int row);
    void activateRow(int row);
    void placeColumns();
    void placeNotes();
    /// The row whose "Retry Now" is there, or -1.
    int retryAt(const QPoint &position) const;

    PublishModel &m_model;
    std::vector<int> m_tall; ///< rows with a second line
    QString m_pressed; ///< the layer whose button is down: rows move meanwhile
};

} // namespace modelcrate
