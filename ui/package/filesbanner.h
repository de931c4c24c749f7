// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/infobar.h"

#include <cstddef>

namespace modelcrate {

class PackageDocument;

/// The files of a package in one sentence: how many make how many layers, what needs a look, what is left out; of an
/// edited artifact what was published and what takes its place. Whoever dismisses it does not see it again. GUI thread.
class FilesBanner : public InfoBar {
    Q_OBJECT

public:
    explicit FilesBanner(QWidget *parent = nullptr);

    /// Goes over the entries once. `showsLeftOut`: whether the list has what is left out, which its button changes.
    /// Nothing moves while it says the same: who stands on a button keeps the focus.
    void refresh(const PackageDocument &document, bool showsLeftOut);

Q_SIGNALS:
    void reviewRequested(); ///< of what needs a look
    void leftOutToggled(); ///< show what is left out, or hide it

private:
    struct Content {
        QString strong;
        QString text;
        int toReview = 0;
        bool isAnyLeftOut = false;
    };
    static Content ofFolder(const PackageDocument &document);
    static Content ofPublished(const PackageDocument &document);

    bool m_isDismissed = false;
    QString m_said; ///< all that it says now
};

} // namespace modelcrate
