// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "modelpack/layerkind.h"
#include "ui/widgets/segmentedbar.h"

#include <optional>

namespace modelcrate {

/// What one layer kind takes of a package.
struct LayerTotal {
    LayerKind kind;
    ByteCount bytes;
    std::int64_t files = 0;
    bool operator==(const LayerTotal &) const = default;
};

/// Bytes per layer kind, the largest first, with a legend that names every figure. A click on a part, or Enter on it
/// after choosing with the arrow keys, asks to show that kind only.
class LayerBar : public SegmentedBar {
    Q_OBJECT

public:
    explicit LayerBar(QWidget *parent = nullptr);

    /// In any order; kinds without files are left out.
    void setTotals(QList<LayerTotal> totals);
    const QList<LayerTotal> &totals() const { return m_totals; } ///< as shown
    /// The kind that is shown alone at the moment; the others are muted.
    void setActiveKind(std::optional<LayerKind> kind);
    std::optional<LayerKind> activeKind() const { return m_active; }

Q_SIGNALS:
    void kindClicked(modelcrate::LayerKind kind);

protected:
    void paintFill(QPainter *painter, const QRectF &rect, int item) const override;
    QColor iconColor(int item) const override;
    int focusedItem() const override;
    bool isDimmed(int item) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QList<LayerTotal> m_totals;
    std::optional<LayerKind> m_active;
    int m_current = 0;
    int m_pressed = -1;
    bool m_showsFocus = false;
};

} // namespace modelcrate
