// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filesbanner.h"

#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"

#include <set>
#include <utility>

#include <QStringList>

namespace modelcrate {

namespace {

constexpr std::size_t namesShown = 3;

std::string_view nameOf(std::string_view path)
{
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return path.substr(path.rfind('/') + 1);
}

/// How many layers the included entries make: a bundle is one for each kind in it.
std::size_t layerCount(const PackageState &state)
{
    std::size_t layers = 0;
    std::set<std::pair<std::uint32_t, LayerKind>> bundles;
    for (const auto &entry : *state.states) {
        if (!entry.included)
            continue;
        if (entry.bundle == 0)
            ++layers;
        else
            bundles.insert({entry.bundle, entry.kind});
    }
    return layers + bundles.size();
}

/// What is not in the package: left out by the scan, or by the user.
struct LeftOut {
    std::size_t count = 0;
    QStringList names; ///< of the first

    static LeftOut of(const PackageDocument &document);
    void add(std::string_view path);
};

LeftOut LeftOut::of(const PackageDocument &document)
{
    LeftOut leftOut;
    for (const auto &excluded : document.excluded())
        leftOut.add(excluded.path);
    const auto &state = document.state();
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (!state.state(i).included)
            leftOut.add(state.entry(i).path);
    }
    return leftOut;
}

void LeftOut::add(std::string_view path)
{
    if (count++ < namesShown)
        names.append(displayText(nameOf(path)));
}

} // namespace

FilesBanner::FilesBanner(QWidget *parent) : InfoBar(parent)
{
    setObjectName(QStringLiteral("filesBanner"));
    setDismissible(true);
    hide();
    connect(this, &InfoBar::dismissed, this, [this] { m_isDismissed = true; });
}

void FilesBanner::refresh(const PackageDocument &document, bool showsLeftOut)
{
    const auto content = document.published() ? ofPublished(document) : ofFolder(document);
    setVisible(!m_isDismissed);
    const auto said = content.strong + content.text + (showsLeftOut ? QLatin1Char('+') : QLatin1Char('-'));
    if (std::exchange(m_said, said) == said)
        return;
    clearActions();
    setMessage(Kind::Info, content.strong, content.text);
    if (content.toReview > 0)
        addAction(tr("Review %Ln", nullptr, content.toReview), QStringLiteral("reviewButton"),
                  [this] { Q_EMIT reviewRequested(); });
    if (content.isAnyLeftOut)
        addAction(showsLeftOut ? tr("Hide left-out files") : tr("Show left-out files"),
                  QStringLiteral("showLeftOutButton"), [this] { Q_EMIT leftOutToggled(); });
}

FilesBanner::Content FilesBanner::ofFolder(const PackageDocument &document)
{
    Content content;
    content.strong = tr("%1 → %2, %3.")
                         .arg(tr("%Ln file(s)", nullptr, static_cast<int>(document.includedCount())),
                              tr("%Ln layer(s)", nullptr, static_cast<int>(layerCount(document.state()))),
                              formatBytes(document.includedSize()));
    content.toReview = static_cast<int>(document.summary().guesses.count);
    QStringList parts;
    if (content.toReview > 0)
        parts.append(tr("%Ln need(s) a look.", nullptr, content.toReview));
    const auto leftOut = LeftOut::of(document);
    content.isAnyLeftOut = leftOut.count > 0;
    if (content.isAnyLeftOut)
        parts.append(tr("%Ln left out: %1", nullptr, static_cast<int>(leftOut.count)).arg(leftOut.names.join(tr(", ")))
                     + (leftOut.count > namesShown ? tr(", …") : tr(".")));
    content.text = parts.join(QLatin1Char(' '));
    return content;
}

FilesBanner::Content FilesBanner::ofPublished(const PackageDocument &document)
{
    const auto replaced = static_cast<int>(document.state().header->replaced.size());
    return {.strong = tr("%n layer(s), %1, as published.", nullptr, static_cast<int>(document.state().size()))
                          .arg(formatBytes(document.includedSize())),
            .text = replaced > 0 ? tr("%n file(s) replaced.", nullptr, replaced)
                                 : tr("Documents, code and configuration can be replaced; weights stay.")};
}

} // namespace modelcrate

#include "moc_filesbanner.cpp"
