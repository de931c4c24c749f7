// SPDX-License-Identifier: Apache-2.0
#include "ui/help/guide.h"

#include <algorithm>
#include <array>

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

namespace modelcrate {

namespace {

constexpr std::array names{"index.md", "first-publish.md", "edit-published.md", "registries.md", "findings.md"};

QString textOf(const QString &folder, const QString &name)
{
    for (const auto &place : {folder, QString()}) {
        QFile file(QStringLiteral(":/help/") + (place.isEmpty() ? QString() : place + QLatin1Char('/')) + name);
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

/// Marks of markdown that are no text.
QString plain(QString line)
{
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    line.replace(link, QStringLiteral("\\1"));
    return line.remove(QLatin1Char('`')).remove(QStringLiteral("**"));
}

GuideSection sectionOf(const QRegularExpressionMatch &heading)
{
    static const QRegularExpression finding(QStringLiteral("^[A-Z]{2,5}[0-9]{3}(?= )"));
    GuideSection section{heading.captured(3), plain(heading.captured(2)), {}};
    if (section.anchor.isEmpty())
        section.anchor = finding.match(section.title).captured();
    return section;
}

GuideChapter chapterOf(const QString &name, const QString &text)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,3}) (.*?)(?: <a id=\"([^\"]+)\"></a>)?$"));
    GuideChapter chapter{name, {}, {}, {}};
    QStringList lines;
    bool isCode = false;
    for (const auto &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            isCode = !isCode;
        const auto match = isCode ? QRegularExpressionMatch() : heading.match(line);
        if (match.hasMatch()) {
            chapter.sections.append(sectionOf(match));
            lines << match.captured(1) + QLatin1Char(' ') + match.captured(2);
        } else {
            if (!chapter.sections.isEmpty())
                chapter.sections.last().text += plain(line) + QLatin1Char('\n');
            lines << line;
        }
    }
    chapter.markdown = lines.join(QLatin1Char('\n'));
    if (!chapter.sections.isEmpty())
        chapter.title = chapter.sections.first().title;
    return chapter;
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

Guide::Guide(Language language)
{
    // The English texts lie beside the folders of the others.
    const auto folder = languageCode(language);
    for (const auto *name : names) {
        const auto file = QLatin1String(name);
        if (auto chapter = chapterOf(file, textOf(folder, file)); !chapter.sections.isEmpty())
            m_chapters.append(std::move(chapter));
    }
}

std::optional<Guide::Place> Guide::find(const QString &topic) const
{
    const bool isChapter = topic.section(QLatin1Char('#'), 0, 0).endsWith(QLatin1String(".md"));
    const auto wanted = isChapter ? topic.section(QLatin1Char('#'), 0, 0) : QString();
    const auto anchor = isChapter ? topic.section(QLatin1Char('#'), 1) : topic;
    for (int chapter = 0; chapter < m_chapters.size(); ++chapter) {
        const auto &[name, title, markdown, sections] = m_chapters[chapter];
        if (isChapter && name != wanted)
            continue;
        if (isChapter && anchor.isEmpty())
            return Place{chapter, 0};
        for (int section = 0; section < sections.size(); ++section) {
            if (!anchor.isEmpty() && sections[section].anchor == anchor)
                return Place{chapter, section};
        }
    }
    return std::nullopt;
}

QList<Guide::Place> Guide::search(const QString &words) const
{
    const auto wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<Place> inTitles;
    QList<Place> inTexts;
    for (int chapter = 0; chapter < m_chapters.size() && !wanted.isEmpty(); ++chapter) {
        const auto &sections = m_chapters[chapter].sections;
        for (int section = 0; section < sections.size(); ++section) {
            const auto &[anchor, title, text] = sections[section];
            if (holdsAll(title, wanted))
                inTitles.append({chapter, section});
            else if (holdsAll(title + QLatin1Char('\n') + text, wanted))
                inTexts.append({chapter, section});
        }
    }
    return inTitles + inTexts;
}

} // namespace modelcrate
