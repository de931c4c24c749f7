// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/artifact/services.h"

#include <cstddef>
#include <optional>
#include <string>

#include <QPointer>
#include <QTextBrowser>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace modelcrate {

class InfoBar;
class Job;
class PackageDocument;

/// Markdown from strangers: nothing is loaded, neither from the network nor from disk, and no link is followed by
/// itself.
class MarkdownBrowser final : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownBrowser(QWidget *parent = nullptr);

    /// What was asked for and refused since the text was set.
    int refusedResources() const { return m_refused; }
    /// Front matter is left out.
    void setReadme(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    int m_refused = 0;
};

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
    void refresh();
    void take(const Wanted &wanted, Result<std::string> text);
    void showNothing(const QString &title, const QString &text);
    void refreshHarbor();
    void openLink(const QUrl &link);

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

/// Markdown without a YAML front matter.
QString withoutFrontMatter(const QString &markdown);

} // namespace modelcrate
