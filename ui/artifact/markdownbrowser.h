// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

namespace modelcrate {

class UserPrompts;

/// Markdown from strangers: nothing is loaded, neither from the network nor from disk, raw HTML is shown as text, and a
/// web address is opened only after the user has seen and confirmed it; other links lead nowhere, but for those within
/// the text. GUI thread.
class MarkdownBrowser final : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownBrowser(UserPrompts &prompts, QWidget *parent = nullptr);

    /// What was asked for and refused since the text was set.
    int refusedResources() const { return m_refused; }
    /// Pictures that the text names; none of them is shown.
    int imageCount() const;
    /// Front matter is left out.
    void setReadme(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void styleTables();
    void openLink(const QUrl &link);

    UserPrompts &m_prompts;
    int m_refused = 0;
};

/// Markdown without a YAML front matter.
QString withoutFrontMatter(const QString &markdown);

} // namespace modelcrate
