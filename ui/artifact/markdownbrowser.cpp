// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/markdownbrowser.h"

#include "ui/widgets/refusedresource.h"
#include "ui/widgets/weblink.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

namespace modelcrate {

QString withoutFrontMatter(const QString &markdown)
{
    static const QRegularExpression start(QStringLiteral("^\\x{feff}?---[ \\t]*\\r?\\n"));
    const auto opened = start.match(markdown);
    if (!opened.hasMatch())
        return markdown;
    static const QRegularExpression end(QStringLiteral("^---[ \\t]*(\\r?\\n|$)"), QRegularExpression::MultilineOption);
    const auto closed = end.match(markdown, opened.capturedEnd());
    return closed.hasMatch() ? markdown.mid(closed.capturedEnd()) : markdown;
}

MarkdownBrowser::MarkdownBrowser(UserPrompts &prompts, QWidget *parent) : QTextBrowser(parent), m_prompts(prompts)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownBrowser::openLink);
}

void MarkdownBrowser::setReadme(const QString &markdown)
{
    m_refused = 0;
    // Raw HTML of a stranger is shown as text, not obeyed.
    document()->setMarkdown(withoutFrontMatter(markdown),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    moveCursor(QTextCursor::Start);
}

int MarkdownBrowser::imageCount() const
{
    int count = 0;
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part)
            count += part.fragment().charFormat().isImageFormat() ? part.fragment().length() : 0;
    }
    return count;
}

QVariant MarkdownBrowser::loadResource(int type, const QUrl &)
{
    ++m_refused;
    return refusedResource(type);
}

void MarkdownBrowser::openLink(const QUrl &link)
{
    if (link.isRelative() && !link.fragment().isEmpty() && link.path().isEmpty()) {
        scrollToAnchor(link.fragment());
        return;
    }
    openWebLink(m_prompts, this, link);
}

} // namespace modelcrate
