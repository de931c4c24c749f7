// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace modelcrate {

/// Tags as outlined chips in one line; those that have no room are counted ("+3"). All of them are the tooltip and the
/// accessible name.
class TagChips : public QWidget {
    Q_OBJECT

public:
    explicit TagChips(QWidget *parent = nullptr);
    void setTags(const QStringList &tags);
    const QStringList &tags() const { return m_tags; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_tags;
};

} // namespace modelcrate
