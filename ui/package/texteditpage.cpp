// SPDX-License-Identifier: Apache-2.0
#include "ui/package/texteditpage.h"

#include "operations/edit.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/documenttext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <chrono>

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr std::chrono::milliseconds typingSettles{500};

/// Shows a text without making an edit of it; false when the widget would not give it back byte by byte: what is no
/// UTF-8, lines that end in another way than '\n', signs that a document takes for something else.
bool showText(QPlainTextEdit &edit, const std::string &bytes)
{
    const auto text = toQString(bytes);
    if (toUtf8(text) != bytes || bytes.find('\0') != std::string::npos)
        return false;
    const QSignalBlocker quiet(edit);
    edit.setPlainText(text);
    edit.document()->setModified(false);
    return documentText(*edit.document()) == text;
}

} // namespace

TextEditPage::TextEditPage(PackageDocument &document, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_services(services),
      m_title(new QLabel(this)),
      m_state(new QLabel(this)),
      m_restore(new QPushButton(tr("Put &Back as Published"), this)),
      m_failure(new InfoBar(this)),
      m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("textEditPage"));
    auto *back = new QToolButton(this);
    back->setObjectName(QStringLiteral("textEditBack"));
    back->setArrowType(isRightToLeft() ? Qt::RightArrow : Qt::LeftArrow);
    back->setAutoRaise(true);
    back->setToolTip(tr("Back to the Package"));
    back->setAccessibleName(back->toolTip());
    connect(back, &QToolButton::clicked, this, &TextEditPage::backRequested);
    m_title->setFont(Theme::font(FontRole::Heading));
    m_title->setObjectName(QStringLiteral("textEditTitle"));
    m_state->setObjectName(QStringLiteral("textEditState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_restore->setObjectName(QStringLiteral("textEditRestore"));
    m_restore->setAutoDefault(false);
    connect(m_restore, &QPushButton::clicked, this, &TextEditPage::restore);
    m_failure->setObjectName(QStringLiteral("textEditFailure"));
    m_failure->hide();
    m_text->setObjectName(QStringLiteral("textEditText"));
    m_text->setEnabled(false); // until there is a file
    m_text->setFont(Theme::font(FontRole::Mono));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(false);
    m_text->document()->setDocumentMargin(metrics::space4);

    auto *header = new QWidget(this);
    header->setMinimumHeight(metrics::pageBar);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(metrics::space3, metrics::space1, metrics::space5, metrics::space1);
    row->setSpacing(metrics::space3);
    row->addWidget(back);
    row->addWidget(m_title);
    row->addWidget(m_state, 1);
    row->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_failure);
    layout->addWidget(m_text, 1);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typingSettles);
    connect(&m_typed, &QTimer::timeout, this, &TextEditPage::commit);
    connect(m_text, &QPlainTextEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_document, &PackageDocument::factsChanged, this, &TextEditPage::documentChanged);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &TextEditPage::backRequested);
}

QString TextEditPage::path() const { return toQString(m_path); }

void TextEditPage::open(const QString &path)
{
    commit();
    m_path = toUtf8(path);
    m_published.reset();
    m_title->setText(displayText(m_path));
    m_text->setEnabled(true);
    m_text->setAccessibleName(tr("Text of %1").arg(displayText(m_path)));
    m_state->setText(tr("Reading…"));
    m_failure->hide();
    m_text->setReadOnly(true);
    showText(*m_text, {});
    m_restore->setEnabled(false);
    if (m_job)
        m_job->cancel();
    m_job = m_services.jobs.run<std::string>(
        this,
        [state = m_document.state(), path = m_path, &session = m_services.session](const TaskContext &context) {
            return readEditedFile(*state.header, path, session, context);
        },
        [this, asked = ++m_asked](Result<std::string> text) {
            if (asked == m_asked)
                take(std::move(text));
        });
}

void TextEditPage::take(Result<std::string> text)
{
    m_state->clear();
    if (text && !showText(*m_text, *text)) {
        showText(*m_text, {});
        text = Error(ErrorCode::Unsupported, Message::of("the file is no plain text"), "Replace it by a file instead.");
    }
    if (!text) {
        m_failure->clearActions();
        m_failure->setError(errorText(text.error()));
        m_failure->addAction(tr("Retry"), QStringLiteral("textEditRetry"), [this] { open(path()); });
        m_failure->show();
        Q_EMIT loaded();
        return;
    }
    m_known = std::move(*text);
    if (!m_document.replacement(m_path))
        m_published = m_known;
    m_text->setReadOnly(false);
    m_text->setFocus();
    documentChanged();
    Q_EMIT loaded();
}

void TextEditPage::commit()
{
    m_typed.stop();
    // What is only looked at stays what it is, whatever the widget makes of it.
    if (m_path.empty() || m_text->isReadOnly() || !m_text->document()->isModified())
        return;
    m_text->document()->setModified(false); // undone from here is an edit as well
    auto text = toUtf8(documentText(*m_text->document()));
    if (text == m_known)
        return;
    m_known = text;
    if (text == m_published) {
        m_document.replaceFile(m_path, std::nullopt);
    } else {
        const ByteCount size(static_cast<std::int64_t>(text.size()));
        m_document.replaceFile(m_path, ReplacedFile{{}, std::move(text), size});
    }
}

void TextEditPage::documentChanged()
{
    if (m_path.empty() || m_text->isReadOnly())
        return;
    const auto *by = m_document.replacement(m_path);
    m_restore->setEnabled(by != nullptr);
    m_state->setText(by ? tr("Changed") : tr("As published"));
    // Undone or redone from elsewhere: what is seen follows.
    const auto now = by ? by->text : m_published;
    if (!by && !m_published)
        return open(path());
    if (now && *now != m_known) {
        m_known = *now;
        showText(*m_text, m_known);
    }
}

void TextEditPage::restore()
{
    m_typed.stop();
    m_document.replaceFile(m_path, std::nullopt);
    documentChanged();
}

void TextEditPage::hideEvent(QHideEvent *event)
{
    commit();
    QWidget::hideEvent(event);
}

} // namespace modelcrate

#include "moc_texteditpage.cpp"
