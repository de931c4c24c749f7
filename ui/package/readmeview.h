// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/artifact/services.h"

#include <cstddef>
#include <optional>
#include <string>

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace modelcrate {

class InfoBar;
class Job;
class MarkdownBrowser;
class PackageDocument;

/// The README of the package as it will be read, and what Harbor would show of it and of the licence.
class ReadmeView : public QWidget {
    Q_OBJECT

public:
    ReadmeView(PackageDocument &document, Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void updated(); ///< what is seen is of the document's present files

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Wanted {
        std::size_t entry = 0;
        std::string file;
        std::string identity; ///< another one: read anew
        bool operator==(const Wanted &) const = default;
    };
    std::optional<Wanted> findReadme() const;
    std::string identityText(std::size_t entry) const;
    void refresh();
    void take(const Wanted &wanted, Result<std::string> text);
    void showNothing(const QString &title, const QString &text);
    void refreshHarbor();

    PackageDocument &m_document;
    Services &m_services;
    InfoBar *m_harbor;
    InfoBar *m_failure;
    QStackedWidget *m_stack;
    MarkdownBrowser *m_browser;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    QTimer m_delay;
    QPointer<Job> m_job;
    std::optional<Wanted> m_shown;
};

} // namespace modelcrate
