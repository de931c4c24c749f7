// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int widestPalette = 560, tallestPalette = 420, marginAround = 48;
/// More than this is not looked through, it is typed for.
constexpr int mostShown = 200;

bool fits(const PaletteEntry &entry, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return entry.text.contains(word, Qt::CaseInsensitive) || entry.detail.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

CommandPalette::CommandPalette(QWidget *window) : QFrame(window), m_field(new QLineEdit), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("commandPalette"));
    QPixmap nothing(metrics::iconList, metrics::iconList);
    nothing.fill(Qt::transparent);
    m_noIcon = QIcon(nothing);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space2, metrics::space2, metrics::space2, metrics::space2);
    column->setSpacing(metrics::space2);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Command, package or registry"));
    m_field->setPlaceholderText(tr("Type a command, a package or a registry"));
    m_field->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    m_list->setTextElideMode(Qt::ElideMiddle);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_entries = std::move(entries);
    m_field->clear();
    narrow({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const auto room = parentWidget()->size();
    const int width = std::min(widestPalette, room.width() - 2 * marginAround);
    const int height = std::min(tallestPalette, room.height() - 2 * marginAround);
    setGeometry((room.width() - width) / 2, marginAround, width, height);
}

void CommandPalette::narrow(const QString &typed)
{
    const auto words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        if (fits(m_entries[static_cast<std::size_t>(i)], words))
            found.push_back(i);
    }
    std::stable_partition(found.begin(), found.end(), [&](int i) {
        return m_entries[static_cast<std::size_t>(i)].text.startsWith(typed.trimmed(), Qt::CaseInsensitive);
    });
    m_list->clear();
    for (const int i : found) {
        if (m_list->count() == mostShown)
            break;
        const auto &entry = m_entries[static_cast<std::size_t>(i)];
        const auto text = entry.detail.isEmpty() ? entry.text : QStringLiteral("%1 — %2").arg(entry.text, entry.detail);
        auto *item = new QListWidgetItem(entry.icon.isNull() ? m_noIcon : entry.icon, text, m_list);
        item->setData(Qt::UserRole, i);
        item->setToolTip(text);
    }
    if (found.empty()) {
        auto *nothing = new QListWidgetItem(tr("Nothing fits"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
        nothing->setData(Qt::UserRole, -1);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const auto *item = m_list->currentItem();
    const int index = item ? item->data(Qt::UserRole).toInt() : -1;
    if (index < 0)
        return;
    const auto run = m_entries[static_cast<std::size_t>(index)].run;
    leave();
    run();
}

void CommandPalette::leave()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        m_focusBefore.clear(); // the keys are somewhere else already
        hide();
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape: leave(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    default: return false;
    }
}

} // namespace modelcrate
