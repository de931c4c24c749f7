// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/help/guide.h"

#include <QTextBrowser>

namespace modelcrate {

/// A chapter of the guide as it is read. Loads nothing and follows no link by itself (anchorClicked). Colours follow
/// the theme. Its menu copies commands without their prompt: the one under the mouse, or by keyboard one of those that
/// are seen.
class GuideBrowser final : public QTextBrowser {
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    void setChapter(const GuideChapter &chapter);
    /// Brings a heading to the top; 0 is the chapter's own.
    void showSection(int section);
    /// Marks each of the words, separated by blanks; nothing for no words.
    void mark(const QString &words);
    /// The command at a place of the text; empty when there is none.
    QString commandAt(const QTextCursor &cursor) const;
    QStringList shownCommands() const;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();

    GuideChapter m_chapter;
    QString m_words;
    QList<int> m_headings; ///< positions, section by section
};

} // namespace modelcrate
