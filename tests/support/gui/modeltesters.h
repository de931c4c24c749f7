// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QHeaderView>
#include <QListWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QWidget>

namespace modelcrate::testing {

/// From now on, a mistake of any model that a view in the widget shows ends the test; gone with the widget. Those that
/// Qt's list, table and tree widgets bring are Qt's, and are reset when they are half gone.
inline void testModelsOf(QWidget &widget)
{
    QList<QAbstractItemModel *> models;
    for (const auto *view : widget.findChildren<QAbstractItemView *>()) {
        const bool isQts = qobject_cast<const QListWidget *>(view) || qobject_cast<const QTableWidget *>(view)
            || qobject_cast<const QTreeWidget *>(view) || qobject_cast<const QHeaderView *>(view);
        if (auto *model = view->model(); !isQts && model && !models.contains(model))
            models.append(model);
    }
    for (auto *model : std::as_const(models))
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, &widget);
}

} // namespace modelcrate::testing
