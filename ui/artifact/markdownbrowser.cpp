// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/markdownbrowser.h"

#include "ui/widgets/refusedresource.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/weblink.h"

#include <algorithm>

#include <QEvent>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

namespace modelcrate {

namespace {

// A stranger's text may have any number of them; those after keep Qt's look.
constexpr qsizetype mostTables = 100;
constexpr int mostColumns = 100;

} // namespace

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
    styleTables();
    moveCursor(QTextCursor::Start);
}

/// Qt draws two lines around each cell, and puts the words of the first row at different heights.
void MarkdownBrowser::styleTables()
{
    QTextTableFormat lines;
    lines.setBorder(1);
    lines.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    lines.setBorderBrush(palette().color(QPalette::Mid));
    lines.setBorderCollapse(true);
    lines.setCellPadding(metrics::space1);
    lines.setCellSpacing(0);
    QTextBlockFormat evenly;
    evenly.setTopMargin(0);
    evenly.setBottomMargin(0);
    QTextCursor edit(document()); // one new layout for all
    edit.beginEditBlock();
    const auto frames = document()->rootFrame()->childFrames();
    for (auto *frame : frames.first(std::min(frames.size(), mostTables))) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.merge(lines);
        table->setFormat(format);
        // It begins with a line that nobody has written.
        auto first = table->cellAt(0, 0).firstCursorPosition();
        if (first.block().text().isEmpty() && first.block() != table->cellAt(0, 0).lastCursorPosition().block())
            first.deleteChar();
        for (int column = 0; column < std::min(table->columns(), mostColumns); ++column)
            table->cellAt(0, column).firstCursorPosition().mergeBlockFormat(evenly);
    }
    edit.endEditBlock();
}

void MarkdownBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        styleTables();
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
