// SPDX-License-Identifier: Apache-2.0
#include "ui/package/bundleoffer.h"

#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"

#include <utility>

namespace modelcrate {

BundleOffer::BundleOffer(PackageDocument &document, PlanPreview &preview, QWidget *parent)
    : InfoBar(parent),
      m_document(document),
      m_preview(preview)
{
    setObjectName(QStringLiteral("bundleBar"));
    hide();
}

void BundleOffer::refresh()
{
    const auto snapshot = m_preview.snapshot();
    const bool isWanted = snapshot && !snapshot->plan.bundleProposals.empty();
    setVisible(isWanted);
    if (!isWanted || std::exchange(m_layers, snapshot->plan.layers.size()) == snapshot->plan.layers.size())
        return;
    clearActions();
    setMessage(Kind::Warning,
               tr("%Ln layers are more than registries and tools take.", nullptr,
                  static_cast<int>(snapshot->plan.layers.size())),
               tr("Small files can share a layer: one tar for each folder."));
    addAction(tr("Bundle %Ln folder(s)", nullptr, static_cast<int>(snapshot->plan.bundleProposals.size())),
              QStringLiteral("bundleProposedButton"), [this] { bundle(); });
}

void BundleOffer::bundle()
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot)
        return;
    std::vector<std::pair<std::string, std::vector<std::size_t>>> bundles;
    for (const auto &proposal : snapshot->plan.bundleProposals) {
        std::vector<std::size_t> entries;
        for (std::size_t i = 0; i < m_document.state().size(); ++i) {
            const auto &state = m_document.state().state(i);
            if (state.included && state.kind != LayerKind::Weight
                && matchesGlob(proposal.glob, m_document.state().entry(i).path))
                entries.push_back(i);
        }
        const auto folder = std::string_view(proposal.glob).substr(0, proposal.glob.rfind('/'));
        bundles.emplace_back(folder.empty() ? "files" : std::string(folder), std::move(entries));
    }
    m_document.setBundles(bundles, tr("bundle folders"));
}

} // namespace modelcrate

#include "moc_bundleoffer.cpp"
