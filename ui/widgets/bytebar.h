// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "ui/widgets/segmentedbar.h"

namespace modelcrate {

/// What becomes of the bytes of a publish or a pull.
enum class BytePart { Sent, Left, ReceivedEarlier, Exists, Mounted };

/// Where the bytes of a transfer are: sent, left, received earlier (hatched, not counted as sent), at the target
/// already, mounted. The order is the caller's; so are words, where a plan says "To send" for what it draws as sent.
class ByteBar : public SegmentedBar {
    Q_OBJECT

public:
    struct Part {
        BytePart part;
        ByteCount bytes;
        QString word = {}; ///< empty: "Sent", "Left", "Received earlier", "Exists", "Mounted"
        QString note = {}; ///< "8 uploads and the rest of 1"
    };
    explicit ByteBar(QWidget *parent = nullptr);

    /// Parts of 0 bytes get no segment and no legend, except Sent and Left.
    void setParts(const QList<Part> &parts);
    /// Sent is drawn as a warning while nothing moves.
    void setStalled(bool stalled);

protected:
    void paintFill(QPainter *painter, const QRectF &rect, int item) const override;
    QColor iconColor(int item) const override;

private:
    QList<BytePart> m_parts;
    bool m_stalled = false;
};

} // namespace modelcrate
