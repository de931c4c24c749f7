// SPDX-License-Identifier: Apache-2.0
#include "ui/package/extensionoffer.h"

#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/mnemonics.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"

#include <algorithm>

#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// "*.py"; signs that mean something in a glob are taken as they are.
std::string globOf(std::string_view extension)
{
    std::string glob = "*";
    for (const char c : extension) {
        if (c == '*' || c == '?' || c == '[' || c == '\\')
            glob += '\\';
        glob += c;
    }
    return glob;
}

/// The extension that all of them have; empty when they have several, or none.
std::string_view commonExtension(const PackageState &state, const std::vector<std::size_t> &entries)
{
    const auto extension = extensionOf(state.entry(entries.front()).path);
    const bool isCommon = std::all_of(entries.begin(), entries.end(), [&](std::size_t entry) {
        return extensionOf(state.entry(entry).path) == extension;
    });
    return isCommon ? extension : std::string_view();
}

} // namespace

std::string_view extensionOf(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

ExtensionOffer::ExtensionOffer(PackageDocument &document, Settings &settings, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_settings(settings)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto makeBar = [&](const char *name) {
        auto *bar = new InfoBar(this);
        bar->setObjectName(QLatin1String(name));
        bar->setDismissible(true);
        bar->hide();
        layout->addWidget(bar);
        return bar;
    };
    m_sameBar = makeBar("sameExtensionBar");
    m_ruleBar = makeBar("rememberRuleBar");
    // It counts files.
    connect(&document, &PackageDocument::entriesReset, m_sameBar, &QWidget::hide);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this](int index) {
        if (index < m_step)
            m_sameBar->hide(); // it tells of what was undone
    });
}

// --- what was done ---------------------------------------------------------------------------------------------------

void ExtensionOffer::kindWasSet(const Entries &edited, LayerKind kind)
{
    make(edited,
         {.what = kindText(kind),
          .differs = [kind](const EntryState &state) { return state.kind != kind; },
          .edit = [this, kind](const Entries &others) { m_document.setKind(others, kind); },
          .remember =
              [this, kind](const std::string &glob) {
                  m_settings.rememberKind({glob, kind});
              },
          .forget =
              [this](const std::string &glob) {
                  auto rules = m_settings.kindRules();
                  std::erase_if(rules, [&](const KindRule &rule) { return rule.glob == glob; });
                  m_settings.setKindRules(rules);
              }});
}

void ExtensionOffer::encodingWasSet(const Entries &edited, LayerEncoding encoding)
{
    make(edited,
         {.what = encodingText(encoding),
          .differs = [encoding](const EntryState &state) { return state.encoding != encoding; },
          .edit = [this, encoding](const Entries &others) { m_document.setEncoding(others, encoding); }});
}

void ExtensionOffer::inclusionWasSet(const Entries &edited, bool isIncluded)
{
    Offer offer{.what = isIncluded ? tr("included") : tr("left out"),
                .differs = [isIncluded](const EntryState &state) { return state.included != isIncluded; },
                .edit = [this, isIncluded](const Entries &others) { m_document.setIncluded(others, isIncluded); }};
    // Files are taken in without a rule.
    if (!isIncluded) {
        offer.remember = [this](const std::string &glob) {
            m_settings.setIgnorePatterns(m_settings.ignorePatterns() << toQString(glob));
        };
        offer.forget = [this](const std::string &glob) {
            auto patterns = m_settings.ignorePatterns();
            patterns.removeAll(toQString(glob));
            m_settings.setIgnorePatterns(patterns);
        };
    }
    make(edited, offer);
}

// --- what is offered -------------------------------------------------------------------------------------------------

void ExtensionOffer::make(const Entries &edited, const Offer &offer)
{
    m_sameBar->hide();
    m_ruleBar->hide();
    const std::string extension(commonExtension(m_document.state(), edited));
    if (extension.empty())
        return;
    if (!othersOf(extension, offer).empty())
        offerOthers(edited.size(), extension, offer);
    else if (edited.size() > 1)
        offerRule(globOf(extension), offer);
}

void ExtensionOffer::offerOthers(std::size_t edited, const std::string &extension, const Offer &offer)
{
    const auto &entries = *m_document.state().entries;
    const auto all = std::count_if(entries.begin(), entries.end(),
                                   [&](const PackageEntry &entry) { return extensionOf(entry.path) == extension; });
    const auto glob = globOf(extension);
    m_sameBar->clearActions();
    m_sameBar->setMessage(InfoBar::Kind::Info,
                          tr("%Ln file(s) changed: %1.", nullptr, static_cast<int>(edited)).arg(offer.what));
    m_sameBar->addAction(
        tr("Do this for all %Ln %1 files", nullptr, static_cast<int>(all)).arg(escapeMnemonics(displayText(extension))),
        QStringLiteral("doForAllButton"), [this, extension, offer, glob] {
            m_sameBar->hide();
            // Others may be so by now, and others not any more.
            if (const auto others = othersOf(extension, offer); !others.empty())
                offer.edit(others);
            offerRule(glob, offer);
        });
    if (canRemember(glob, offer))
        m_sameBar->addAction(tr("Remember as a rule"), QStringLiteral("rememberRuleButton"),
                             [this, offer, glob] { remember(glob, offer); });
    m_step = m_document.undoStack().index();
    m_sameBar->show();
}

void ExtensionOffer::offerRule(const std::string &glob, const Offer &offer)
{
    if (!canRemember(glob, offer))
        return;
    m_ruleBar->clearActions();
    m_ruleBar->setMessage(InfoBar::Kind::Info, tr("%1: %2.").arg(displayText(glob), offer.what),
                          tr("The same could be done in every folder that you open."));
    m_ruleBar->addAction(tr("Remember as a rule"), QStringLiteral("rememberThisRuleButton"),
                         [this, offer, glob] { remember(glob, offer); });
    m_ruleBar->show();
}

void ExtensionOffer::remember(const std::string &glob, const Offer &offer)
{
    offer.remember(glob);
    m_ruleBar->clearActions();
    m_ruleBar->setMessage(InfoBar::Kind::Success, tr("Your rule: %1, %2.").arg(displayText(glob), offer.what),
                          tr("It holds for files that are found from now on; the settings list your rules."));
    m_ruleBar->addAction(tr("Forget it"), QStringLiteral("forgetRuleButton"), [this, offer, glob] {
        m_ruleBar->hide();
        offer.forget(glob);
    });
    m_ruleBar->show();
}

bool ExtensionOffer::canRemember(const std::string &glob, const Offer &offer)
{
    return offer.remember && Settings::isPattern(toQString(glob));
}

ExtensionOffer::Entries ExtensionOffer::othersOf(std::string_view extension, const Offer &offer) const
{
    Entries others;
    const auto &state = m_document.state();
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (extensionOf(state.entry(i).path) == extension && offer.differs(state.state(i)))
            others.push_back(i);
    }
    return others;
}

} // namespace modelcrate

#include "moc_extensionoffer.cpp"
