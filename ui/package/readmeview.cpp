// SPDX-License-Identifier: Apache-2.0
#include "ui/package/readmeview.h"

#include "formats/modelcard.h"
#include "io/file.h"
#include "modelpack/publishedpackage.h"
#include "operations/edit.h"
#include "ui/artifact/markdownbrowser.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int readableWidth = 760;
constexpr std::array<std::string_view, 2> readmeNames{"README.md", "README"};
constexpr std::array<std::string_view, 2> licenseNames{"LICENSE", "LICENSE.txt"};
constexpr auto harborLimit = ByteCount(maxModelCardBytes);

/// What Harbor needs to show a document: one of the names, as a doc that is not compressed, and not too large.
enum class Shown { Yes, Missing, Compressed, TooLarge };

template<std::size_t N>
Shown harborShows(const PackageDocument &document, const std::array<std::string_view, N> &names)
{
    auto best = Shown::Missing;
    for (std::size_t i = 0; i < document.state().size(); ++i) {
        const auto &entry = document.state().entry(i);
        const auto &state = document.state().state(i);
        if (!state.included || state.kind != LayerKind::Doc
            || std::find(names.begin(), names.end(), entry.path) == names.end())
            continue;
        const auto &identity = document.facts()[i].identity;
        if (state.encoding != LayerEncoding::Raw && state.encoding != LayerEncoding::Tar)
            best = Shown::Compressed;
        else if (state.bundle == 0 && identity && identity->size > harborLimit)
            best = Shown::TooLarge;
        else if (state.bundle == 0)
            return Shown::Yes;
    }
    return best;
}

} // namespace

ReadmeView::ReadmeView(PackageDocument &document, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_services(services),
      m_harbor(new InfoBar(this)),
      m_failure(new InfoBar(this)),
      m_stack(new QStackedWidget(this)),
      m_browser(new MarkdownBrowser(services.prompts, this)),
      m_emptyTitle(new QLabel(this)),
      m_emptyText(new QLabel(this))
{
    setObjectName(QStringLiteral("readmeView"));
    m_browser->setObjectName(QStringLiteral("readmeText"));
    m_browser->setAccessibleName(tr("README"));
    m_harbor->setObjectName(QStringLiteral("readmeHarbor"));
    m_failure->setObjectName(QStringLiteral("readmeFailure"));
    m_failure->hide();

    auto *empty = new QWidget(this);
    empty->setObjectName(QStringLiteral("readmeEmpty"));
    m_emptyTitle->setFont(Theme::font(FontRole::Heading));
    m_emptyTitle->setObjectName(QStringLiteral("readmeEmptyTitle"));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(metrics::space7, metrics::space7, metrics::space7, metrics::space7);
    emptyLayout->addStretch();
    emptyLayout->addWidget(m_emptyTitle);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addStretch();

    auto *page = new QWidget(this);
    auto *pageLayout = new QHBoxLayout(page);
    pageLayout->setContentsMargins(metrics::space5, metrics::space3, 0, 0);
    m_browser->setMaximumWidth(readableWidth + metrics::space5);
    pageLayout->addWidget(m_browser, 1);
    pageLayout->addStretch(0);
    m_stack->addWidget(empty);
    m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_harbor);
    layout->addWidget(m_failure);
    layout->addWidget(m_stack, 1);

    const auto applyColors = [this, page] {
        auto ground = page->palette();
        ground.setColor(QPalette::Window, Theme::instance().color(Role::Surface));
        page->setPalette(ground);
        page->setAutoFillBackground(true);
        auto muted = m_emptyText->palette();
        muted.setColor(QPalette::WindowText, Theme::instance().color(Role::TextMuted));
        m_emptyText->setPalette(muted);
    };
    applyColors();
    connect(&Theme::instance(), &Theme::changed, this, [this, applyColors] {
        applyColors();
        m_shown.reset(); // colours of links are in the text
        refresh();
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(0);
    connect(&m_delay, &QTimer::timeout, this, &ReadmeView::refresh);
    for (const auto signal :
         {&PackageDocument::entriesChanged, &PackageDocument::entriesReset, &PackageDocument::factsChanged})
        connect(&document, signal, &m_delay, qOverload<>(&QTimer::start));
    showNothing(tr("Reading\u2026"), {});
}

void ReadmeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

std::optional<ReadmeView::Wanted> ReadmeView::findReadme() const
{
    const auto &state = m_document.state();
    for (const auto name : readmeNames) {
        for (std::size_t i = 0; i < state.size(); ++i) {
            // The path last: states lie close together, and most are of no document.
            if (state.state(i).included && state.state(i).kind == LayerKind::Doc && state.entry(i).path == name
                && m_document.facts()[i].identity)
                return Wanted{i, state.entry(i).file, identityText(i)};
        }
    }
    return std::nullopt;
}

std::string ReadmeView::identityText(std::size_t entry) const
{
    const auto *published = m_document.published();
    if (!published)
        return m_document.facts()[entry].identity->toString();
    const auto *by = m_document.replacement(m_document.state().entry(entry).path);
    if (!by)
        return published->artifact.layers[entry].descriptor.digest.toString();
    return by->text ? *by->text : by->file.native();
}

void ReadmeView::refresh()
{
    // Nothing is read while nobody looks.
    if (!isVisible())
        return;
    refreshHarbor();
    const auto wanted = findReadme();
    if (!wanted) {
        if (m_job)
            m_job->cancel();
        m_shown.reset();
        m_failure->hide();
        showNothing(
            tr("No README in this package"),
            tr("A README.md at the top of the folder tells people what the model is and how to use it. Registries "
               "show it beside the files."));
        Q_EMIT updated();
        return;
    }
    if (m_shown == wanted)
        return;
    m_shown = wanted;
    if (m_job)
        m_job->cancel();
    m_job = m_services.jobs.run<std::string>(
        this,
        [path = m_document.root() / wanted->file, header = m_document.state().header,
         &session = m_services.session](const TaskContext &context) {
            return header->published ? readEditedFile(*header, path.native(), session, context)
                                     : readSmallFile(path, ByteCount(maxModelCardBytes));
        },
        [this, wanted = *wanted](Result<std::string> text) { take(wanted, std::move(text)); });
}

void ReadmeView::take(const Wanted &wanted, Result<std::string> text)
{
    if (m_shown != wanted)
        return; // of an earlier state
    m_failure->setVisible(!text);
    if (!text) {
        m_failure->setError(errorText(text.error()));
        showNothing(tr("The README cannot be shown"), {});
    } else {
        m_browser->setReadme(toQString(*text));
        m_stack->setCurrentIndex(1);
    }
    Q_EMIT updated();
}

void ReadmeView::showNothing(const QString &title, const QString &text)
{
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_stack->setCurrentIndex(0);
}

void ReadmeView::refreshHarbor()
{
    const auto readme = harborShows(m_document, readmeNames);
    const auto license = harborShows(m_document, licenseNames);
    const auto say = [](Shown shown, const QString &yes, const QString &missing, const QString &name) {
        switch (shown) {
        case Shown::Yes: return yes;
        case Shown::Missing: return missing;
        case Shown::Compressed: return tr("not the %1, because it is compressed").arg(name);
        case Shown::TooLarge: return tr("not the %1, because it is larger than %2").arg(name, formatBytes(harborLimit));
        }
        return QString();
    };
    const bool good = readme == Shown::Yes && license == Shown::Yes;
    m_harbor->setMessage(
        good ? InfoBar::Kind::Info : InfoBar::Kind::Warning, tr("Harbor would show:"),
        tr("%1; %2.").arg(
            say(readme, tr("this README"), tr("no README (it has to be named README.md or README)"), tr("README")),
            say(license, tr("the licence"), tr("no licence (it has to be named LICENSE or LICENSE.txt)"),
                tr("licence"))));
}

} // namespace modelcrate
