// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagremoval.h"

#include "operations/artifacts.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <span>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TagRemoval)
};

QString namesText(std::span<const TagName> tags)
{
    constexpr std::size_t mostNamed = 8; // people read so many; the rest is a number
    QStringList names;
    const auto named = std::min(tags.size(), mostNamed);
    for (std::size_t i = 0; i < named; ++i)
        names << toQString(tags[i].toString());
    const int more = static_cast<int>(tags.size() - named);
    if (more > 0)
        names << Words::tr("%n more", nullptr, more);
    return names.join(QStringLiteral(", "));
}

QString sentencesOf(const RemovalPreview &preview)
{
    QStringList sentences;
    if (!preview.knowsOtherTags)
        sentences << Words::tr("There are too many tags to say which others stand for the same artifact.");
    else if (preview.otherTags.empty())
        sentences << Words::tr("It is the only tag of %1: the artifact goes with it.").arg(shortDigest(preview.digest));
    else
        sentences << Words::tr("The same artifact is also called %1. These stay where a tag can be deleted alone; "
                              "otherwise you are asked again.")
                         .arg(namesText(preview.otherTags));
    if (preview.referrers > 0)
        sentences << Words::tr("%n artifact(s) refer to it.", nullptr, static_cast<int>(preview.referrers));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

struct TagRemoval::Outcome {
    ByteCount freed = {};
    /// Nothing was removed, and what the tag stands for now.
    std::optional<Error> conflict = {};
    std::optional<RemovalPreview> now = {};
};

TagRemoval::TagRemoval(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_message(new InfoBar),
      m_question(new QWidget),
      m_prompt(new QLabel),
      m_typed(new QLineEdit),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_remove(new QPushButton(tr("Delete Tag")))
{
    setObjectName(QStringLiteral("tagRemoval"));
    m_message->setObjectName(QStringLiteral("tagRemovalMessage"));
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_typed);
    m_typed->setObjectName(QStringLiteral("tagRemovalField"));
    m_typed->setAccessibleName(tr("The tag, to confirm"));
    m_remove->setObjectName(QStringLiteral("tagRemovalButton"));
    m_cancel->setObjectName(QStringLiteral("tagRemovalCancel"));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_remove);
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space3);
    question->setSpacing(metrics::space2);
    question->addWidget(m_prompt);
    question->addWidget(m_typed);
    question->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_question);
    connect(m_typed, &QLineEdit::textChanged, this, &TagRemoval::updateRemove);
    connect(m_typed, &QLineEdit::returnPressed, m_remove, &QPushButton::click);
    connect(m_remove, &QPushButton::clicked, this, &TagRemoval::remove);
    connect(m_cancel, &QPushButton::clicked, this, &TagRemoval::giveUp);
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
    if (m_removing)
        return;
    m_jobs = std::make_unique<QObject>();
    m_reference = reference;
    m_preview.reset();
    m_moved = false;
    m_conflict.reset();
    m_question->hide();
    m_message->setDismissible(true);
    m_message->show(); // it may have been dismissed
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
                showQuestion(*preview, false);
            else
                m_message->setError(errorText(preview.error()));
        });
}

void TagRemoval::giveUp()
{
    if (m_removing)
        return;
    m_jobs.reset();
    hide();
}

void TagRemoval::showMessage(const QString &strong, const QString &text)
{
    m_message->clearActions();
    m_message->setMessage(InfoBar::Kind::Warning, strong, text);
}

std::optional<TagRemoval::Question> TagRemoval::question() const
{
    if (isHidden() || m_removing)
        return std::nullopt;
    return Question{m_reference, m_preview, m_moved, m_conflict, m_typed->text()};
}

void TagRemoval::restore(const Question &question)
{
    if (!question.preview)
        return ask(question.reference);
    m_jobs = std::make_unique<QObject>();
    m_reference = question.reference;
    m_message->setDismissible(true);
    show();
    showQuestion(*question.preview, question.moved);
    if (question.conflict)
        showRemaining(*question.conflict);
    m_typed->setText(question.typed);
}

void TagRemoval::showQuestion(const RemovalPreview &preview, bool moved)
{
    m_preview = preview;
    m_moved = moved;
    m_conflict.reset();
    showMessage(moved ? tr("%1 was moved meanwhile, and nothing is deleted. Delete it now?").arg(m_reference)
                      : tr("Delete %1?").arg(m_reference),
                sentencesOf(preview));
    m_prompt->setText(tr("Type %1 to delete the tag. This cannot be undone.").arg(tag()));
    m_remove->setText(tr("Delete Tag"));
    m_typed->clear();
    m_question->show();
    updateRemove();
    m_typed->setFocus();
}

/// The registry can remove the artifact only, with all its tags.
void TagRemoval::showRemaining(const Error &conflict)
{
    const bool named = m_preview && m_preview->knowsOtherTags && !m_preview->otherTags.empty();
    m_conflict = conflict;
    showMessage(tr("This registry cannot delete a tag alone."),
                named ? tr("These would go too: %1.").arg(namesText(m_preview->otherTags)) : errorText(conflict).cause);
    m_prompt->setText(tr("Type %1 to delete the artifact with all its tags. This cannot be undone.").arg(tag()));
    m_remove->setText(tr("Delete All Its Tags"));
    m_typed->clear();
    updateRemove();
    m_typed->setFocus();
}

void TagRemoval::updateRemove() { m_remove->setEnabled(!m_removing && m_typed->text() == tag()); }

void TagRemoval::setRemoving(bool removing)
{
    m_removing = removing;
    m_typed->setEnabled(!removing);
    m_cancel->setEnabled(!removing);
    m_message->setDismissible(!removing);
    updateRemove();
    Q_EMIT removingChanged();
}

void TagRemoval::remove()
{
    const auto location = parseTarget(toUtf8(m_reference));
    if (m_removing || !location || !m_preview)
        return;
    setRemoving(true);
    showMessage(tr("Deleting %1…").arg(m_reference), {});
    m_services.jobs.run<Outcome>(
        this,
        [location = *location, seen = m_preview->digest, all = m_conflict.has_value(), &session = m_services.session](
            const TaskContext &context) { return perform(location, seen, all, session, context); },
        [this](Result<Outcome> outcome) {
            setRemoving(false);
            take(std::move(outcome));
        });
}

/// On a worker. Never anything else than was seen; where that is refused, it looks what there is now.
Result<TagRemoval::Outcome> TagRemoval::perform(const Location &location, const Digest &seen, bool allTags,
                                                Session &session, const TaskContext &context)
{
    auto freed = removeTag(withDigest(location, seen), allTags, session, context);
    if (freed)
        return Outcome{.freed = *freed};
    if (freed.error().code() != ErrorCode::Conflict)
        return std::move(freed).error();
    ASSIGN_OR_RETURN(auto now, previewRemoval(location, session, context));
    return Outcome{.conflict = std::move(freed).error(), .now = std::move(now)};
}

void TagRemoval::take(Result<Outcome> outcome)
{
    if (!outcome)
        return showFailure(outcome.error());
    if (outcome->now)
        return takeConflict(std::move(*outcome));
    const auto bytes = outcome->freed > ByteCount() ? formatBytes(outcome->freed) : QString();
    const auto reference = m_reference;
    giveUp();
    Q_EMIT removed(reference, bytes);
}

void TagRemoval::takeConflict(Outcome outcome)
{
    const bool moved = outcome.now->digest != m_preview->digest;
    m_preview = std::move(outcome.now);
    if (moved)
        showQuestion(*m_preview, true);
    else if (m_conflict)
        showFailure(*outcome.conflict);
    else
        showRemaining(*outcome.conflict);
}

void TagRemoval::showFailure(const Error &error)
{
    if (error.httpStatus() == 405)
        m_message->setMessage(InfoBar::Kind::Danger, tr("This registry does not allow deletion."),
                              tr("Whoever runs it has to switch it on. Hosted registries often delete on their web "
                                 "pages only."));
    else
        m_message->setError(errorText(error));
}

void TagRemoval::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        giveUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace modelcrate
