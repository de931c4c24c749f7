// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/artifact/services.h"

#include <optional>
#include <string>

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace modelcrate {

class InfoBar;
class Job;
class PackageDocument;

/// One file of a published artifact as a plain text that can be changed: README, LICENSE, code. It is read when it is
/// opened, a few megabytes at most. What is typed becomes an edit of the document half a second later, or when the page
/// is left, so that undo, autosave and the manifest know of it. GUI thread.
class TextEditPage : public QWidget {
    Q_OBJECT

public:
    TextEditPage(PackageDocument &document, Services &services, QWidget *parent = nullptr);

    void open(const QString &path);
    QString path() const;
    void commit(); ///< what was typed is an edit now

Q_SIGNALS:
    void backRequested();
    void loaded(); ///< the text is there, or why it is not

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void take(Result<std::string> text);
    void documentChanged();
    void restore();

    PackageDocument &m_document;
    Services &m_services;
    QLabel *m_title;
    QLabel *m_state;
    QPushButton *m_restore;
    InfoBar *m_failure;
    QPlainTextEdit *m_text;
    QTimer m_typed;
    QPointer<Job> m_job;
    std::string m_path;
    std::optional<std::string> m_published; ///< as it was published, when that was read
    std::string m_known; ///< what the document says
    int m_asked = 0;
};

} // namespace modelcrate
