// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace modelcrate {

/// What two artifacts are made of, as two bars on one scale with one legend: bytes that are the same, changed, added,
/// removed. The accessible name holds every figure.
class CompareBars : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        QString nameBefore;
        QString nameAfter;
        ByteCount sameBefore; ///< of layers that both have, whatever they are called
        ByteCount sameAfter;
        ByteCount changedBefore;
        ByteCount changedAfter;
        ByteCount added;
        ByteCount removed;
        ByteCount unknown = {}; ///< of both: the same or not, once it is hashed
    };

    explicit CompareBars(QWidget *parent = nullptr);
    void setParts(const Parts &parts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, int top, const QString &name, const QList<ByteCount> &amounts, ByteCount scale);
    void paintLegend(QPainter &painter, int top);
    int lineHeight() const;

    Parts m_parts;
};

} // namespace modelcrate
