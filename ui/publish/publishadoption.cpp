// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishadoption.h"

#include "operations/artifacts.h"
#include "operations/edit.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"

namespace modelcrate {

namespace {

using SharedDocuments = std::shared_ptr<const ArtifactPlan::Documents>;

} // namespace

PublishAdoption::PublishAdoption(PackageDocument &document, PlanPreview &preview, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_preview(preview),
      m_services(services)
{
}

void PublishAdoption::adopt(const SentPackage &sent, const PublishResult &result, const Location &target)
{
    adoptBase(sent, result, target);
    if (m_document.published() && !std::holds_alternative<LayoutLocation>(target))
        adoptEdit(sent, result, target);
}

void PublishAdoption::adoptBase(const SentPackage &sent, const PublishResult &result, const Location &target)
{
    const auto label = tagOf(target) ? tagText(target) : toQString(result.digest.shortHex());
    if (sent.snapshot && sent.shownDigest == result.digest)
        m_preview.setBase(ManifestBase{{sent.snapshot, &sent.snapshot->documents}, label});
    else // digests were not all known, so what was written is read back
        readBase(target, result.digest, label, [](const Result<void> &) {});
}

void PublishAdoption::adoptEdit(const SentPackage &sent, const PublishResult &result, const Location &target)
{
    ++m_adopting;
    m_services.jobs.run<std::shared_ptr<OpenedPackage>>(
        this,
        [target = withDigest(target, result.digest),
         &session = m_services.session](const TaskContext &context) -> Result<std::shared_ptr<OpenedPackage>> {
            ASSIGN_OR_RETURN(auto opened, openForEdit(target, session, context));
            return std::make_shared<OpenedPackage>(std::move(opened));
        },
        [this, state = sent.state](Result<std::shared_ptr<OpenedPackage>> opened) {
            --m_adopting;
            if (opened)
                m_document.adoptPublished(std::move(**opened), state);
        });
}

void PublishAdoption::compareWith(const Location &target, const Digest &digest, std::function<void(Result<void>)> done)
{
    readBase(target, digest, tagText(target), std::move(done));
}

void PublishAdoption::readBase(const Location &target, const Digest &digest, const QString &label,
                               std::function<void(Result<void>)> done)
{
    m_services.jobs.run<SharedDocuments>(
        this,
        [target, digest, &session = m_services.session](const TaskContext &context) -> Result<SharedDocuments> {
            ASSIGN_OR_RETURN(const auto store, session.openStore(target, false));
            ASSIGN_OR_RETURN(auto artifact, openArtifact(*store, digest.toString(), context));
            return makeDisposed<const ArtifactPlan::Documents>(
                ArtifactPlan::Documents{std::move(artifact.configBytes), std::move(artifact.manifest.bytes)});
        },
        [this, label, done = std::move(done)](Result<SharedDocuments> documents) {
            if (!documents) {
                done(std::move(documents).error());
                return;
            }
            m_preview.setBase(ManifestBase{std::move(*documents), label});
            done({});
        });
}

} // namespace modelcrate
