// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/infobar.h"

#include <cstddef>
#include <utility>

namespace modelcrate {

class PackageDocument;
class PlanPreview;

/// Offers to bundle folders while a plan has more layers than registries and tools take, and does it: all that the plan
/// proposes, in one undo step. Document and preview outlive it. GUI thread.
class BundleOffer : public InfoBar {
    Q_OBJECT

public:
    BundleOffer(PackageDocument &document, PlanPreview &preview, QWidget *parent = nullptr);

    void refresh(); ///< after another plan; costs nothing while it says the same

private:
    void bundle();

    PackageDocument &m_document;
    PlanPreview &m_preview;
    std::pair<std::size_t, std::size_t> m_said; ///< layers, folders
};

} // namespace modelcrate
