// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/translations.h"

#include <optional>

#include <QList>
#include <QString>

namespace modelcrate {

/// A heading of a chapter with what stands below it, until the next heading.
struct GuideSection {
    QString anchor; ///< the number of a finding ("MP009"), or the id that stands in the heading; may be empty
    QString title;
    QString text; ///< plain, to be searched
};

struct GuideChapter {
    QString name; ///< "findings.md"
    QString title;
    QString markdown; ///< without the ids of headings
    QList<GuideSection> sections; ///< heading by heading; the first is the chapter itself
};

/// The guide that is in the program (resources/help): its chapters in the order in which they are read, in one
/// language. A chapter that has not been translated is English. A value.
class Guide {
public:
    explicit Guide(Language language);

    const QList<GuideChapter> &chapters() const { return m_chapters; }

    struct Place {
        int chapter = 0;
        int section = 0;
        bool operator==(const Place &) const = default;
    };
    /// Where a topic is explained: a chapter with or without "#anchor", or an anchor alone.
    std::optional<Place> find(const QString &topic) const;
    const GuideSection &section(Place place) const { return m_chapters[place.chapter].sections[place.section]; }
    /// Sections that hold every word of `words`, those with all of them in their title first.
    QList<Place> search(const QString &words) const;

private:
    QList<GuideChapter> m_chapters;
};

} // namespace modelcrate
