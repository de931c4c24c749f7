// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace modelcrate {

class SectionHeader;
class Settings;

/// A titled section that folds. Whether it is open is remembered under `key` when there are settings.
class SectionBox : public QWidget {
    Q_OBJECT

public:
    SectionBox(const QString &title, const QString &key, Settings *settings = nullptr, QWidget *parent = nullptr);

    /// Takes the widget; a former one is deleted.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }
    void setTitle(const QString &title);
    /// A small figure beside the title ("3"); empty: none.
    void setBadge(const QString &badge);
    bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    void remember();

    QString m_key;
    Settings *m_settings;
    SectionHeader *m_header;
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
    bool m_expanded = true;
};

} // namespace modelcrate
