// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>
#include <QWidget>

class QMimeData;

namespace modelcrate {

/// Whether something that is dragged can be opened: exactly one local folder, or one `*.modelcrate.json`.
struct DropVerdict {
    QString path; ///< what would be opened; empty when it is refused
    QString reason; ///< why it is refused
};
DropVerdict judgeDrop(const QMimeData &data);

/// Lies over the whole window while something is dragged over it and says what a drop would do, or why it does nothing.
class DropOverlay : public QWidget {
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *window);
    void showVerdict(const DropVerdict &verdict);
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    bool m_accepted = false;
};

} // namespace modelcrate
