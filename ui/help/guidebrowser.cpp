// SPDX-License-Identifier: Apache-2.0
#include "ui/help/guidebrowser.h"

#include "ui/text/mnemonics.h"
#include "ui/widgets/refusedresource.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

namespace modelcrate {

namespace {

constexpr int readableWidth = 800;
const auto prompt = QStringLiteral("$ ");

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

/// Commands stand out from what they print, and long ones go on in the next line.
void dressCode(const QTextBlock &block)
{
    const auto &theme = Theme::instance();
    QTextBlockFormat format;
    format.setNonBreakableLines(false);
    format.setLeftMargin(metrics::space3);
    format.setTextIndent(-metrics::space3);
    QTextCursor cursor(block);
    cursor.mergeBlockFormat(format);
    QTextCharFormat letters;
    letters.setFont(Theme::font(FontRole::Mono));
    letters.setForeground(theme.color(block.text().startsWith(prompt) ? Role::Text : Role::TextMuted));
    cursor.select(QTextCursor::BlockUnderCursor);
    cursor.mergeCharFormat(letters);
}

/// Lines of code that follow each other, on a ground of their own.
void frameCode(const QTextBlock &first, const QTextBlock &last)
{
    QTextFrameFormat format;
    format.setBackground(Theme::instance().color(Role::Window));
    format.setPadding(metrics::space2);
    QTextCursor cursor(first);
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertFrame(format);
}

/// A frame leaves an empty line beside it, which is as high as a gap should be.
void dressGap(const QTextBlock &block)
{
    QTextBlockFormat format;
    format.setLineHeight(metrics::space1, QTextBlockFormat::FixedHeight);
    format.setTopMargin(0);
    format.setBottomMargin(0);
    QTextCursor(block).mergeBlockFormat(format);
}

void dressHeading(const QTextBlock &block)
{
    const int level = block.blockFormat().headingLevel();
    QTextBlockFormat format;
    format.setTopMargin(level == 1 ? metrics::space2 : level == 2 ? metrics::space5 : metrics::space4);
    format.setBottomMargin(metrics::space1);
    QTextCursor cursor(block);
    cursor.mergeBlockFormat(format);
    QTextCharFormat letters;
    letters.setFont(Theme::font(level == 1 ? FontRole::Title : level == 2 ? FontRole::Heading : FontRole::Strong));
    letters.clearProperty(QTextFormat::FontSizeAdjustment);
    cursor.select(QTextCursor::BlockUnderCursor);
    cursor.mergeCharFormat(letters);
}

} // namespace

GuideBrowser::GuideBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base); // beside the text, too
    setAutoFillBackground(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        const int place = verticalScrollBar()->value();
        setChapter(GuideChapter(m_chapter)); // colours are in the text
        verticalScrollBar()->setValue(place);
    });
}

void GuideBrowser::setChapter(const GuideChapter &chapter)
{
    m_chapter = chapter;
    document()->setDefaultFont(font());
    document()->setDocumentMargin(metrics::space4);
    document()->setMarkdown(m_chapter.markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    dress();
    mark(m_words);
    moveCursor(QTextCursor::Start);
}

void GuideBrowser::dress()
{
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            dressHeading(block);
        else if (isCode(block))
            dressCode(block);
    }
    // From the end, since a frame moves what follows it.
    for (auto last = document()->lastBlock(); last.isValid(); last = last.previous()) {
        if (!isCode(last))
            continue;
        auto first = last;
        while (isCode(first.previous()))
            first = first.previous();
        const int before = first.position() - 1;
        frameCode(first, last);
        last = document()->findBlock(before);
    }
    m_headings.clear();
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            m_headings.append(block.position());
        else if (block.length() == 1 && !isCode(block))
            dressGap(block);
    }
}

void GuideBrowser::showSection(int section)
{
    if (section < 0 || section >= m_headings.size())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(m_headings[section]);
    setTextCursor(cursor);
    const auto top = document()->documentLayout()->blockBoundingRect(cursor.block()).top();
    verticalScrollBar()->setValue(section == 0 ? 0 : static_cast<int>(top) - metrics::space2);
}

void GuideBrowser::mark(const QString &words)
{
    m_words = words;
    QList<ExtraSelection> selections;
    QTextCharFormat format;
    format.setBackground(Theme::instance().color(Role::WarningBg));
    for (const auto &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        for (auto found = document()->find(word); !found.isNull(); found = document()->find(word, found))
            selections.append({found, format});
    }
    setExtraSelections(selections);
}

QString GuideBrowser::commandAt(const QTextCursor &cursor) const
{
    auto block = cursor.block();
    while (isCode(block) && !block.text().startsWith(prompt))
        block = block.previous();
    return isCode(block) ? block.text().mid(prompt.size()) : QString();
}

QVariant GuideBrowser::loadResource(int type, const QUrl &) { return refusedResource(type); }

void GuideBrowser::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The keyboard points at nothing, so it is offered all that are seen.
    auto commands = event->reason() == QContextMenuEvent::Mouse
        ? QStringList{commandAt(cursorForPosition(event->pos()))}
        : shownCommands();
    commands.removeAll(QString());
    auto *before = menu->actions().value(0);
    for (const auto &command : commands) {
        auto *copy = new QAction(tr("Copy Command: %1").arg(escapeMnemonics(command)), menu);
        copy->setObjectName(QStringLiteral("copyGuideCommand"));
        connect(copy, &QAction::triggered, this, [command] { QGuiApplication::clipboard()->setText(command); });
        menu->insertAction(before, copy);
    }
    menu->popup(event->globalPos());
}

QStringList GuideBrowser::shownCommands() const
{
    QStringList commands;
    const auto last = cursorForPosition(viewport()->rect().bottomRight()).block();
    for (auto block = cursorForPosition({0, 0}).block(); block.isValid(); block = block.next()) {
        if (isCode(block) && block.text().startsWith(prompt))
            commands << block.text().mid(prompt.size());
        if (block == last)
            break;
    }
    return commands;
}

void GuideBrowser::resizeEvent(QResizeEvent *event)
{
    // What is read stays at the top while lines break elsewhere.
    const auto top = cursorForPosition({metrics::space4, 1});
    setViewportMargins(metrics::space3, 0, std::max(0, width() - readableWidth), 0);
    QTextBrowser::resizeEvent(event);
    if (verticalScrollBar()->value() > 0)
        verticalScrollBar()->setValue(
            static_cast<int>(document()->documentLayout()->blockBoundingRect(top.block()).top()));
}

} // namespace modelcrate
