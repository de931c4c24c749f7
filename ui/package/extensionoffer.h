// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/fileclassifier.h"
#include "ui/package/packagestate.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <QString>
#include <QWidget>

namespace modelcrate {

class InfoBar;
class PackageDocument;
class Settings;

/// What was done to some files could be done to all with the same extension, and to those of later folders: offers both
/// in two bars, which are hidden while there is nothing to offer. The first goes when the edit that it tells of is
/// undone, or the document has other entries; who takes it edits what is not so at that time, in one undo step. Rules
/// go to the settings. Document and settings outlive it. GUI thread; an edit costs two passes over the entries.
class ExtensionOffer : public QWidget {
    Q_OBJECT

public:
    using Entries = std::vector<std::size_t>;

    ExtensionOffer(PackageDocument &document, Settings &settings, QWidget *parent = nullptr);

    // After the edit, each in place of the last offer. `edited`: at least one entry, in any order.
    void kindWasSet(const Entries &edited, LayerKind kind);
    void encodingWasSet(const Entries &edited, LayerEncoding encoding);
    void inclusionWasSet(const Entries &edited, bool isIncluded);

private:
    struct Offer {
        QString what; ///< "doc", "left out"
        std::function<bool(const EntryState &)> differs; ///< whether another file is not so yet
        std::function<void(const Entries &)> edit;
        std::function<void(const std::string &glob)> remember = {}; ///< empty: no rule can say it
        std::function<void(const std::string &glob)> forget = {};
    };
    void make(const Entries &edited, const Offer &offer);
    void offerOthers(std::size_t edited, const std::string &extension, const Offer &offer);
    void offerRule(const std::string &glob, const Offer &offer);
    void remember(const std::string &glob, const Offer &offer);
    static bool canRemember(const std::string &glob, const Offer &offer);
    /// Entries with the extension for which there is something to do.
    Entries othersOf(std::string_view extension, const Offer &offer) const;

    PackageDocument &m_document;
    Settings &m_settings;
    InfoBar *m_sameBar;
    InfoBar *m_ruleBar;
    int m_step = 0; ///< index of the undo stack after the edit that m_sameBar tells of
};

/// ".py" of "eval/run.py"; nothing of ".gitignore" and of what has no dot.
std::string_view extensionOf(std::string_view path);

} // namespace modelcrate
