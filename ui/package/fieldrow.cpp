// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fieldrow.h"

#include "modelpack/metadatadetector.h"
#include "modelpack/publishedpackage.h"
#include "ui/package/fieldconflict.h"
#include "ui/package/fieldinput.h"
#include "ui/package/fieldnotice.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int sourceWidth = 136;

QString joinedOnOneLine(const QString &text)
{
    return displayText(toUtf8(splitTokens(text).join(QStringLiteral(", "))));
}

QString sourceIconName(const std::string &source)
{
    const auto has = [&](const char *word) { return source.find(word) != std::string::npos; };
    if (has("weight") || has(".safetensors") || has(".gguf"))
        return QStringLiteral("weight");
    if (has("git"))
        return QStringLiteral("git");
    return has("folder") || has("cache path") ? QStringLiteral("folder") : QStringLiteral("file");
}

} // namespace

FieldRow::FieldRow(const FieldSpec &spec, PackageDocument &document, QWidget *parent)
    : QWidget(parent),
      m_spec(spec),
      m_document(document),
      m_input(FieldInput::make(spec, this)),
      m_notice(new FieldNotice(spec.name(), this)),
      m_column(new QVBoxLayout),
      m_sourceIcon(new QLabel(this)),
      m_source(new ElidedLabel({}, Qt::ElideRight, this)),
      m_useDetected(new QToolButton(this)),
      m_restore(new QToolButton(this))
{
    setObjectName(spec.name() + QStringLiteral(".row"));
    auto *label = new QLabel(spec.label(), this);
    label->setObjectName(spec.name() + QStringLiteral(".label"));
    label->setBuddy(m_input->focusWidget());
    label->setToolTip(spec.help());
    label->setWordWrap(true);
    label->setFixedWidth(metrics::formLabel);
    const int height = metrics::rowHeight(metrics::control);
    label->setMinimumHeight(height);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    if (m_input->widget()->maximumWidth() < QWIDGETSIZE_MAX || spec.kind == FieldInputKind::TriState)
        m_column->addWidget(m_input->widget(), 0, Qt::AlignLeft);
    else
        m_column->addWidget(m_input->widget());
    m_column->addWidget(m_notice);

    m_source->setObjectName(spec.name() + QStringLiteral(".source"));
    m_source->setMuted(true);
    m_sourceIcon->setFixedWidth(metrics::iconInline);
    m_useDetected->setObjectName(spec.name() + QStringLiteral(".useDetected"));
    m_useDetected->setText(tr("Use detected"));
    m_restore->setObjectName(spec.name() + QStringLiteral(".restore"));
    m_restore->setText(tr("Restore"));
    for (auto *button : {m_useDetected, m_restore}) {
        button->setAutoRaise(true);
        button->hide();
    }
    auto *sourceLine = new QHBoxLayout;
    sourceLine->setSpacing(metrics::space1 + 2);
    sourceLine->addWidget(m_sourceIcon);
    sourceLine->addWidget(m_source, 1);
    auto *sourceBox = new QWidget(this);
    sourceBox->setFixedWidth(sourceWidth);
    auto *sourceColumn = new QVBoxLayout(sourceBox);
    sourceColumn->setContentsMargins(0, 0, 0, 0);
    sourceColumn->setSpacing(0);
    m_source->setMinimumHeight(height);
    sourceColumn->addLayout(sourceLine);
    sourceColumn->addWidget(m_useDetected, 0, Qt::AlignLeft);
    sourceColumn->addWidget(m_restore, 0, Qt::AlignLeft);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, (metrics::formRow - metrics::control) / 2, 0,
                               (metrics::formRow - metrics::control) / 2);
    layout->setSpacing(metrics::space3);
    layout->addWidget(label, 0, Qt::AlignTop);
    layout->addLayout(m_column, 1);
    layout->setAlignment(m_column, Qt::AlignTop);
    layout->addWidget(sourceBox, 0, Qt::AlignTop);

    setFocusProxy(m_input->focusWidget());
    QList<QWidget *> watched = m_input->widget()->findChildren<QWidget *>();
    watched << m_input->widget();
    for (auto *widget : std::as_const(watched)) {
        if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
            || qobject_cast<QComboBox *>(widget))
            widget->installEventFilter(this);
    }
    connect(m_input, &FieldInput::edited, this, &FieldRow::edited);
    connect(m_notice, &FieldNotice::repairRequested, this,
            [this] { apply(m_repair, tr("repair %1").arg(m_spec.label())); });
    connect(m_useDetected, &QToolButton::clicked, this, [this] {
        const auto detected = m_document.detected(m_spec.path);
        if (!detected.empty())
            apply(fieldText(m_spec, &detected.front().value), tr("use what was detected for %1").arg(m_spec.label()));
    });
    connect(m_restore, &QToolButton::clicked, this, [this] {
        m_document.restoreField(m_spec.path, tr("restore %1").arg(m_spec.label()));
        focusInput();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { refreshSource(m_document.detected(m_spec.path)); });
    refresh(true);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    // Undo is the document's: a line's own would be a second one that knows nothing of the other fields.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (undo || key->matches(QKeySequence::Redo)) {
            if (event->type() == QEvent::KeyPress)
                undo ? m_document.undoStack().undo() : m_document.undoStack().redo();
            event->accept();
            return true;
        }
    }
    // The wheel scrolls the form; only who works in a list turns it.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)
        && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        refreshNotice();
    return QWidget::eventFilter(watched, event);
}

void FieldRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    focusInput();
}

void FieldRow::focusInput() { m_input->focusWidget()->setFocus(Qt::OtherFocusReason); }

void FieldRow::edited()
{
    const auto text = m_input->text();
    auto check = checkField(m_spec, text);
    if (check.isValid())
        m_document.setField(m_spec.path, std::move(check.value));
    else
        m_document.setDraft(m_spec.path, toUtf8(text));
    refresh(); // also when the document did not change: blanks, a token that was refused
}

void FieldRow::apply(const QString &text, const QString &undoText)
{
    auto check = checkField(m_spec, text);
    // A step of its own, so that undo gives back what was typed before.
    if (check.isValid())
        m_document.setField(m_spec.path, std::move(check.value), undoText);
    else
        m_document.setDraft(m_spec.path, toUtf8(text), undoText);
    focusInput();
}

void FieldRow::refresh(bool anew)
{
    const auto *draft = m_document.draft(m_spec.path);
    const auto *value = m_document.field(m_spec.path);
    const auto text = draft ? toQString(*draft) : fieldText(m_spec, value);
    // What is typed may mean the same in other letters (blanks, a token in the line): then it is left as it is.
    const auto typed = m_input->text();
    const bool isDraft = draft != nullptr;
    if (!anew && m_shown && m_shown->typed == typed && m_shown->text == text && m_shown->isDraft == isDraft)
        return;
    bool same = typed == text;
    if (!same && !draft) {
        const auto check = checkField(m_spec, typed);
        same = check.isValid() && (value ? *value == check.value : check.value.isNull());
    }
    if (!same)
        m_input->setText(text);
    m_shown = Shown{same ? typed : m_input->text(), text, isDraft};

    m_error.clear();
    m_repair.clear();
    if (draft) {
        const auto check = checkField(m_spec, text);
        m_error = check.isValid() ? tr("Kept as it was typed, and left out.") : check.error;
        m_repair = check.isValid() ? text : check.repair;
    }
    m_filled = draft || !text.isEmpty();
    const auto detected = m_document.detected(m_spec.path);
    m_hasOrigin = !detected.empty() || m_document.publishedField(m_spec.path);
    m_changed = m_document.isFieldChanged(m_spec.path);
    m_fromFiles = !draft && value
        && std::any_of(detected.begin(), detected.end(), [value](const auto &field) { return field.value == *value; });
    refreshSource(detected);
    refreshConflict(detected);
    refreshNotice();
    Q_EMIT changed();
}

void FieldRow::setRemark(const QString &remark, bool isError)
{
    if (remark == m_remark && isError == m_remarkIsError)
        return;
    m_remark = remark;
    m_remarkIsError = isError;
    refreshNotice();
    Q_EMIT changed();
}

void FieldRow::refreshNotice()
{
    const bool unfinished = !m_error.isEmpty() && m_input->isUnfinished();
    const auto text = unfinished ? QString() : m_error.isEmpty() ? m_remark : m_error;
    const bool isError = !m_error.isEmpty() || m_remarkIsError;
    m_notice->show(isError, text, m_error.isEmpty() || unfinished ? QString() : m_repair);
    m_input->setState(isError && !unfinished ? FieldState::Error
                          : hasWarning()     ? FieldState::Warning
                                             : FieldState::Normal);
    m_input->focusWidget()->setAccessibleDescription(text.isEmpty() ? m_spec.help() : text);
}

void FieldRow::refreshSource(const std::vector<DetectedField> &detected)
{
    m_document.published() ? showPublishedSource() : showDetectedSource(detected);
    for (auto *button : {m_useDetected, m_restore}) {
        auto link = button->palette();
        link.setColor(QPalette::ButtonText, Theme::instance().color(Role::Link));
        button->setPalette(link);
    }
}

void FieldRow::showSource(const QString &text, const QString &tip, const QString &iconName)
{
    m_source->setText(text);
    m_source->setToolTip(tip);
    m_sourceIcon->setVisible(!iconName.isEmpty());
    if (!iconName.isEmpty())
        m_sourceIcon->setPixmap(
            iconPixmap(iconName, metrics::iconInline, Theme::instance().color(Role::TextMuted), devicePixelRatioF()));
}

void FieldRow::showDetectedSource(const std::vector<DetectedField> &detected)
{
    const auto *value = m_document.field(m_spec.path);
    const bool hasDraft = m_document.draft(m_spec.path) != nullptr;
    const auto used = std::find_if(detected.begin(), detected.end(),
                                   [value](const auto &field) { return value && field.value == *value; });
    const bool fromFile = used != detected.end() && !hasDraft;
    if (fromFile) {
        const auto words = sourceText(used->source);
        // The file is enough here; where in it stands in the tip.
        const auto colon = words.indexOf(QLatin1String(": "));
        showSource(colon > 0 ? words.left(colon) : words, words, sourceIconName(used->source));
    } else if (value || hasDraft) {
        showSource(tr("you"), {}, QStringLiteral("edit"));
    } else {
        showSource(detected.empty() ? tr("Nothing detected") : tr("left out by you"), {}, {});
    }
    m_useDetected->setVisible(!fromFile && !detected.empty());
    if (!detected.empty()) {
        const auto shown = shownValue(detected.front().value);
        m_useDetected->setToolTip(tr("%1 (%2)").arg(shown, sourceText(detected.front().source)));
        m_useDetected->setAccessibleName(tr("Use the detected %1: %2").arg(m_spec.label(), shown));
    }
}

/// In an edit of what is published the files say nothing: a field is as it was published, or was changed since.
void FieldRow::showPublishedSource()
{
    const auto *was = m_document.publishedField(m_spec.path);
    const bool isFilled = m_document.field(m_spec.path) || m_document.draft(m_spec.path);
    if (!m_document.isFieldChanged(m_spec.path))
        showSource(was ? tr("as published") : tr("not published"),
                   was ? tr("As published: %1").arg(displayText(m_document.published()->place())) : QString(),
                   was ? QStringLiteral("registry") : QString());
    else
        showSource(isFilled ? tr("you") : tr("left out by you"), {}, isFilled ? QStringLiteral("edit") : QString());
    m_restore->setVisible(m_document.isFieldChanged(m_spec.path));
    m_restore->setToolTip(was ? tr("%1 (as published)").arg(shownValue(*was)) : tr("Leave it out, as published"));
    m_restore->setAccessibleName(was ? tr("Restore the published %1: %2").arg(m_spec.label(), shownValue(*was))
                                     : tr("Leave out %1, as published").arg(m_spec.label()));
}

QString FieldRow::shownValue(const Json &value) const { return joinedOnOneLine(fieldText(m_spec, &value)).left(200); }

void FieldRow::refreshSources()
{
    const bool before = m_conflict;
    refreshConflict(m_document.detected(m_spec.path));
    if (m_conflict == before)
        return;
    refreshNotice();
    Q_EMIT changed();
}

/// Weights that are left out by now contradict nobody, unless what they say is in use.
bool FieldRow::counts(const DetectedField &source) const
{
    const auto *value = m_document.field(m_spec.path);
    if (value && source.value == *value)
        return true;
    const auto entry = m_document.entryAt(fileOfSource(source.source));
    if (!entry)
        return true;
    const auto &state = m_document.state().state(*entry);
    return state.included || state.kind != LayerKind::Weight;
}

void FieldRow::refreshConflict(const std::vector<DetectedField> &detected)
{
    auto distinct = distinctValues(detected);
    if (distinct.size() > 1)
        distinct.erase(std::remove_if(distinct.begin(), distinct.end(),
                                      [this](const DetectedField &source) { return !counts(source); }),
                       distinct.end());
    m_conflict = distinct.size() > 1;
    if (!m_conflict)
        distinct.clear();
    const auto current = fieldText(m_spec, m_document.field(m_spec.path));
    if (distinct == m_conflictShown && current == m_conflictValue)
        return;
    if (m_conflictBox) {
        m_conflictBox->hide();
        m_conflictBox->deleteLater(); // its own button may have asked
    }
    m_conflictBox = nullptr;
    m_conflictShown = distinct;
    m_conflictValue = current;
    if (distinct.empty())
        return;
    auto *box = new FieldConflict(m_spec, distinct, current, this);
    connect(box, &FieldConflict::chosen, this,
            [this](const QString &text) { apply(text, tr("choose %1").arg(m_spec.label())); });
    m_column->addWidget(box);
    m_conflictBox = box;
}

bool FieldRow::matches(const QString &filter) const
{
    const auto wanted = filter.trimmed();
    const auto has = [&](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); };
    return wanted.isEmpty() || has(m_spec.label()) || has(m_spec.name()) || has(m_spec.help()) || has(m_input->text());
}

} // namespace modelcrate
