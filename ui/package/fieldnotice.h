// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace modelcrate {

/// A sentence under a field with a sign before it and a repair behind it.
class FieldNotice : public QWidget {
    Q_OBJECT

public:
    explicit FieldNotice(const QString &field, QWidget *parent = nullptr);

    /// Hides itself when `text` is empty.
    void show(bool isError, const QString &text, const QString &repair);
    QString text() const;

Q_SIGNALS:
    void repairRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintAnew();

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_repair;
    bool m_isError = true;
    bool m_painting = false;
};

} // namespace modelcrate
