// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/factgrid.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace modelcrate {

namespace {

constexpr int nameWidth = 84;

} // namespace

FactGrid::FactGrid(Shape shape, QWidget *parent) : QWidget(parent), m_shape(shape), m_layout(new QGridLayout(this))
{
    const int margin = shape == Shape::Table ? 1 : 0;
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setHorizontalSpacing(metrics::space2);
    m_layout->setVerticalSpacing(shape == Shape::Columns ? metrics::space1 : 2);
    if (shape == Shape::Columns)
        m_layout->setColumnMinimumWidth(0, nameWidth);
    m_layout->setColumnStretch(shape == Shape::Table ? 0 : 1, 1);
}

QWidget *FactGrid::makeName(const QString &text)
{
    if (m_shape == Shape::Columns) {
        auto *label = new QLabel(text, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        return label;
    }
    auto *label = new ElidedLabel(text, this);
    label->setFont(Theme::font(FontRole::Mono));
    label->setMuted(m_shape == Shape::Stacked);
    return label;
}

QWidget *FactGrid::makeValue(const Row &row)
{
    if (m_shape == Shape::Stacked) {
        auto *label = new ElidedLabel(row.value, Qt::ElideRight, this);
        return label;
    }
    auto *label = new QLabel(row.value, this);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (m_shape == Shape::Columns) {
        label->setWordWrap(true);
        label->setAccessibleName(row.name + QLatin1Char(' ') + row.value);
    } else {
        label->setFont(Theme::font(FontRole::Mono));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    return label;
}

void FactGrid::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const auto &row : m_rows) {
        if (m_shape == Shape::Stacked) {
            m_layout->addWidget(makeName(row.name), line++, 0, 1, 2);
            m_layout->addWidget(makeValue(row), line++, 0, 1, 2);
        } else {
            auto *name = makeName(row.name);
            auto *value = makeValue(row);
            m_layout->addWidget(name, line, 0);
            m_layout->addWidget(value, line++, 1);
            if (m_shape == Shape::Table) {
                for (auto *cell : {name, value})
                    cell->setMinimumHeight(metrics::jsonLine);
                name->setContentsMargins(metrics::space2, 0, 0, 0);
                value->setContentsMargins(0, 0, metrics::space2, 0);
            }
        }
    }
    updateGeometry();
    update();
}

void FactGrid::paintEvent(QPaintEvent *)
{
    if (m_shape != Shape::Table || m_rows.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().color(Role::Line), 0));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    for (int row = 1; row < static_cast<int>(m_rows.size()); ++row) {
        const auto top = m_layout->cellRect(row, 0).top() - 1;
        painter.drawLine(0, top, width() - 1, top);
    }
}

} // namespace modelcrate
