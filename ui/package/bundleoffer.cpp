// SPDX-License-Identifier: Apache-2.0
#include "ui/package/bundleoffer.h"

#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace modelcrate {

namespace {

/// "docs" of "docs/a/b.md"; empty for a file at the top.
std::string_view topFolderOf(std::string_view path)
{
    const auto end = path.find('/');
    return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

} // namespace

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
    const auto folders = snapshot ? snapshot->plan.bundleProposals.size() : 0;
    setVisible(folders > 0);
    if (folders == 0)
        return;
    const auto layers = snapshot->plan.layers.size();
    if (const std::pair said(layers, folders); std::exchange(m_said, said) == said)
        return;
    clearActions();
    setMessage(Kind::Warning,
               tr("%Ln layers are more than registries and tools take.", nullptr, static_cast<int>(layers)),
               tr("Small files can share a layer: one tar for each folder."));
    addAction(tr("Bundle %Ln folder(s)", nullptr, static_cast<int>(folders)), QStringLiteral("bundleProposedButton"),
              [this] { bundle(); });
}

void BundleOffer::bundle()
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot)
        return;
    std::vector<std::pair<std::string, std::vector<std::size_t>>> bundles;
    std::map<std::string, std::size_t, std::less<>> bundleOf; ///< by top folder
    for (const auto &proposal : snapshot->plan.bundleProposals) {
        const auto folder = proposal.glob.substr(0, proposal.glob.rfind('/'));
        bundleOf.emplace(folder, bundles.size());
        bundles.emplace_back(folder.empty() ? "files" : folder, std::vector<std::size_t>());
    }
    const auto &document = m_document.state();
    for (std::size_t i = 0; i < document.size(); ++i) {
        if (!document.state(i).included || document.state(i).kind == LayerKind::Weight)
            continue;
        if (const auto found = bundleOf.find(topFolderOf(document.entry(i).path)); found != bundleOf.end())
            bundles[found->second].second.push_back(i);
    }
    m_document.setBundles(bundles, tr("bundle folders"));
}

} // namespace modelcrate

#include "moc_bundleoffer.cpp"
