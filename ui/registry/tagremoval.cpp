// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagremoval.h"

#include "operations/artifacts.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TagRemoval)
};

/// People read so many names; the rest is a number.
constexpr std::size_t mostNamed = 8;

QString namesText(const std::vector<TagName> &tags)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(tags.size(), mostNamed); ++i)
        names << toQString(tags[i].toString());
    if (tags.size() > mostNamed)
        names << Text::tr("%n more", nullptr, static_cast<int>(tags.size() - mostNamed));
    return names.join(QStringLiteral(", "));
}

} // namespace

TagRemoval::TagRemoval(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_message(new InfoBar),
      m_question(new QWidget),
      m_prompt(new QLabel),
      m_typed(new QLineEdit),
      m_remove(new QPushButton(tr("Delete Tag")))
{
    setObjectName(QStringLiteral("tagRemoval"));
    m_message->setObjectName(QStringLiteral("tagRemovalMessage"));
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_typed);
    m_typed->setObjectName(QStringLiteral("tagRemovalField"));
    m_typed->setAccessibleName(tr("The tag, to confirm"));
    m_remove->setObjectName(QStringLiteral("tagRemovalButton"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("tagRemovalCancel"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_typed, 1);
    row->addWidget(cancel);
    row->addWidget(m_remove);
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space3);
    question->setSpacing(metrics::space2);
    question->addWidget(m_prompt);
    question->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_question);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(m_typed, &QLineEdit::returnPressed, m_remove, &QPushButton::click);
    connect(m_remove, &QPushButton::clicked, this, &TagRemoval::remove);
    connect(cancel, &QPushButton::clicked, this, &TagRemoval::giveUp);
    connect(m_message, &InfoBar::dismissed, this, &TagRemoval::giveUp);
    hide();
}

TagRemoval::~TagRemoval() = default;

QString TagRemoval::tag() const
{
    const auto location = parseTarget(toUtf8(m_reference));
    const auto name = location ? tagOf(*location) : std::nullopt;
    return name ? toQString(name->toString()) : QString();
}

void TagRemoval::ask(const QString &reference)
{
    m_jobs = std::make_unique<QObject>();
    m_reference = reference;
    m_preview.reset();
    m_allTags = false;
    m_question->hide();
    m_message->setDismissible(true);
    showMessage(tr("Looking what else %1 stands for…").arg(tag()), {});
    show();
    m_services.jobs.run<RemovalPreview>(
        m_jobs.get(),
        [text = toUtf8(reference),
         &session = m_services.session](const TaskContext &context) -> Result<RemovalPreview> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(text));
            return previewRemoval(location, session, context);
        },
        [this](Result<RemovalPreview> preview) {
            if (preview)
                showQuestion(*preview);
            else
                m_message->setError(errorText(preview.error()));
        });
}

void TagRemoval::giveUp()
{
    m_jobs.reset();
    hide();
}

void TagRemoval::showMessage(const QString &strong, const QString &text)
{
    m_message->clearActions();
    m_message->setMessage(InfoBar::Kind::Warning, strong, text);
}

void TagRemoval::showQuestion(const RemovalPreview &preview)
{
    m_preview = preview;
    QStringList sentences;
    if (!preview.knowsOtherTags)
        sentences << tr("There are too many tags to say which others stand for the same artifact.");
    else if (preview.otherTags.empty())
        sentences << tr("It is the only tag of %1: the artifact goes with it.").arg(shortDigest(preview.digest));
    else
        sentences << tr("The same artifact is also called %1. These stay where a tag can be deleted alone; otherwise "
                        "you are asked again.")
                         .arg(namesText(preview.otherTags));
    if (preview.referrers > 0)
        sentences << tr("%n artifact(s) refer to it.", nullptr, static_cast<int>(preview.referrers));
    showMessage(tr("Delete %1?").arg(m_reference), sentences.join(QLatin1Char(' ')));
    m_prompt->setText(tr("Type %1 to delete the tag. This cannot be undone.").arg(tag()));
    m_remove->setText(tr("Delete Tag"));
    m_typed->clear();
    m_question->show();
    setBusy(false);
    m_typed->setFocus();
}

/// The registry can remove the artifact only, with all its tags.
void TagRemoval::showRemaining(const Error &conflict)
{
    const bool named = m_preview && m_preview->knowsOtherTags && !m_preview->otherTags.empty();
    m_allTags = true;
    showMessage(tr("This registry cannot delete a tag alone."),
                named ? tr("These would go too: %1.").arg(namesText(m_preview->otherTags)) : errorText(conflict).cause);
    m_prompt->setText(tr("Type %1 to delete the artifact with all its tags. This cannot be undone.").arg(tag()));
    m_remove->setText(tr("Delete All Its Tags"));
    m_typed->clear();
    setBusy(false);
    m_typed->setFocus();
}

void TagRemoval::setBusy(bool busy)
{
    m_typed->setEnabled(!busy);
    m_remove->setEnabled(!busy && m_typed->text() == tag());
}

void TagRemoval::remove()
{
    setBusy(true);
    m_services.jobs.run<ByteCount>(
        this,
        [text = toUtf8(m_reference), all = m_allTags,
         &session = m_services.session](const TaskContext &context) -> Result<ByteCount> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(text));
            return removeTag(location, all, session, context);
        },
        [this](Result<ByteCount> freed) { take(std::move(freed)); });
}

void TagRemoval::take(Result<ByteCount> freed)
{
    if (freed) {
        const auto bytes = *freed > ByteCount() ? formatBytes(*freed) : QString();
        giveUp();
        Q_EMIT removed(m_reference, bytes);
        return;
    }
    if (freed.error().code() == ErrorCode::Conflict && !m_allTags) {
        showRemaining(freed.error());
        return;
    }
    if (freed.error().httpStatus() == 405)
        m_message->setMessage(InfoBar::Kind::Danger, tr("This registry does not allow deletion."),
                              tr("Whoever runs it has to switch it on. Hosted registries often delete on their web "
                                 "pages only."));
    else
        m_message->setError(errorText(freed.error()));
    setBusy(false);
}

void TagRemoval::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        giveUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace modelcrate
