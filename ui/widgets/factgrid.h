// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

class QGridLayout;

namespace modelcrate {

/// Names and values to read and to copy: in two columns, or each value under its name.
class FactGrid : public QWidget {
    Q_OBJECT

public:
    enum class Shape { Columns, Stacked, Table };
    struct Row {
        QString name;
        QString value;
        bool operator==(const Row &) const = default;
    };

    explicit FactGrid(Shape shape, QWidget *parent = nullptr);
    /// Rows that are the same stay as they are, with what is selected in them.
    void setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeName(const QString &text);
    QWidget *makeValue(const Row &row);
    Shape m_shape;
    std::vector<Row> m_rows;
    QGridLayout *m_layout;
};

} // namespace modelcrate
