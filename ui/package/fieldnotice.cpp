// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fieldnotice.h"

#include "ui/text/mnemonics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace modelcrate {

FieldNotice::FieldNotice(const QString &field, QWidget *parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_repair(new QToolButton(this))
{
    setObjectName(field + QStringLiteral(".notice"));
    m_text->setObjectName(field + QStringLiteral(".error"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_repair->setObjectName(field + QStringLiteral(".repair"));
    m_repair->setAutoRaise(true);
    m_repair->setFocusPolicy(Qt::StrongFocus);
    // One height, so that sign, words and repair stand on one line.
    const int height = metrics::rowHeight(metrics::chip);
    m_icon->setFixedHeight(height);
    m_text->setMinimumHeight(height);
    m_repair->setFixedHeight(height);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, metrics::space1, 0, 0);
    layout->setSpacing(metrics::space2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text);
    layout->addWidget(m_repair, 0, Qt::AlignTop);
    layout->addStretch(1);
    connect(m_repair, &QToolButton::clicked, this, &FieldNotice::repairRequested);
    connect(&Theme::instance(), &Theme::changed, this, &FieldNotice::paintAnew);
    setVisible(false);
}

void FieldNotice::show(bool isError, const QString &text, const QString &repair)
{
    m_isError = isError;
    m_text->setText(text);
    // A label that wraps would rather be narrow and high; one line is better while there is room.
    m_text->setMinimumWidth(std::min(m_text->fontMetrics().horizontalAdvance(text) + 2, 280));
    m_repair->setText(tr("Use %1").arg(escapeMnemonics(repair.size() > 40 ? repair.left(39) + QChar(0x2026) : repair)));
    m_repair->setVisible(!repair.isEmpty());
    setVisible(!text.isEmpty());
    paintAnew();
}

QString FieldNotice::text() const { return m_text->text(); }

void FieldNotice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_painting)
        paintAnew();
}

void FieldNotice::paintAnew()
{
    m_painting = true;
    const auto &theme = Theme::instance();
    const auto ink = theme.color(m_isError ? Role::Danger : Role::Warning);
    m_icon->setPixmap(iconPixmap(m_isError ? QStringLiteral("error") : QStringLiteral("warning"), metrics::iconInline,
                                 ink, devicePixelRatioF()));
    auto colors = m_text->palette();
    colors.setColor(QPalette::WindowText, ink);
    m_text->setPalette(colors);
    auto link = m_repair->palette();
    link.setColor(QPalette::ButtonText, theme.color(Role::Link));
    link.setColor(QPalette::WindowText, theme.color(Role::Link));
    m_repair->setPalette(link);
    m_painting = false;
}

} // namespace modelcrate
