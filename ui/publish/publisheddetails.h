// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"

#include <QWidget>

class QVBoxLayout;

namespace modelcrate {

/// What was published: reference and digest to copy, and how others get it.
class PublishedDetails : public QWidget {
    Q_OBJECT

public:
    explicit PublishedDetails(QWidget *parent = nullptr);
    void setResult(const PublishResult &result, const Location &target);

private:
    void addValue(const QString &title, const QString &value, const QString &objectName);

    QVBoxLayout *m_layout;
};

} // namespace modelcrate
