// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sectionbox.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/settings.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPointer>
#include <QStyle>
#include <QVBoxLayout>

namespace modelcrate {

/// The line to click: chevron, title, figure. Its accessible name says whether the section is open, since Qt Widgets
/// have no "expanded" state for a button.
class SectionHeader final : public QAbstractButton {
public:
    explicit SectionHeader(QWidget *parent) : QAbstractButton(parent)
    {
        setObjectName(QStringLiteral("sectionHeader"));
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }
    void setBadge(const QString &badge)
    {
        m_badge = badge;
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics font(Theme::font(FontRole::Section));
        return {metrics::chevron + 3 * metrics::space2 + font.horizontalAdvance(text())
                    + font.horizontalAdvance(m_badge) + 2 * metrics::space2,
                metrics::rowHeight(metrics::listRow)};
    }
    QSize minimumSizeHint() const override { return {metrics::space7, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::instance();
        QPainter painter(this);
        if (underMouse() && isEnabled())
            paintPanel(&painter, rect(), metrics::radiusChip, theme.color(Role::Hover), {});
        const auto place = [this](const QRect &logical) {
            return QStyle::visualRect(layoutDirection(), rect(), logical);
        };
        const auto chevron = isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        const QRect mark(metrics::space1 / 2, (height() - metrics::chevron) / 2, metrics::chevron, metrics::chevron);
        painter.drawPixmap(place(mark),
                           iconPixmap(chevron, metrics::chevron, theme.color(Role::Text), devicePixelRatioF()));
        painter.setFont(Theme::font(FontRole::Section));
        painter.setPen(theme.color(isEnabled() ? Role::Text : Role::TextDisabled));
        const int left = mark.right() + metrics::space2;
        const auto badgeWidth = m_badge.isEmpty()
            ? 0
            : painter.fontMetrics().horizontalAdvance(m_badge) + metrics::space2 + metrics::space1;
        const int room = width() - left - badgeWidth - metrics::space2;
        const auto title = painter.fontMetrics().elidedText(text(), Qt::ElideRight, room);
        const int titleWidth = painter.fontMetrics().horizontalAdvance(title);
        painter.drawText(place(QRect(left, 0, titleWidth + 1, height())),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
        if (!m_badge.isEmpty()) {
            const int badgeHeight = painter.fontMetrics().height() + 2;
            const auto badge = place(QRect(left + titleWidth + metrics::space2, (height() - badgeHeight) / 2,
                                           std::max(badgeWidth, badgeHeight), badgeHeight));
            paintPanel(&painter, badge, badgeHeight / 2.0, theme.color(Role::Track), {});
            painter.drawText(badge, Qt::AlignCenter, m_badge);
        }
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintPanel(&painter, rect(), metrics::radiusChip, {}, theme.color(Role::Focus), 2);
    }

private:
    QString m_badge;
};

SectionBox::SectionBox(const QString &title, const QString &key, Settings *settings, QWidget *parent)
    : QWidget(parent),
      m_key(key),
      m_settings(settings),
      m_header(new SectionHeader(this)),
      m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("section_") + key);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space1);
    m_layout->addWidget(m_header);
    if (m_settings && !m_key.isEmpty())
        m_expanded = m_settings->state(QStringLiteral("section/") + m_key) != QByteArrayLiteral("closed");
    m_header->setChecked(m_expanded);
    setTitle(title);
    connect(m_header, &QAbstractButton::toggled, this, &SectionBox::setExpanded);
    connect(&Theme::instance(), &Theme::changed, m_header, qOverload<>(&QWidget::update));
}

void SectionBox::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    if (!content)
        return;
    m_layout->addWidget(content);
    content->setVisible(m_expanded);
}

void SectionBox::setTitle(const QString &title)
{
    m_header->setText(title);
    //: accessible name of the header of a section that folds
    m_header->setAccessibleName((m_expanded ? tr("%1, open") : tr("%1, closed")).arg(title));
    m_header->updateGeometry();
}

void SectionBox::setBadge(const QString &badge) { m_header->setBadge(badge); }

void SectionBox::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    m_header->setChecked(expanded);
    setTitle(m_header->text());
    if (m_content)
        m_content->setVisible(expanded);
    remember();
    Q_EMIT expandedChanged(expanded);
}

void SectionBox::remember()
{
    if (m_settings && !m_key.isEmpty())
        m_settings->setState(QStringLiteral("section/") + m_key,
                             m_expanded ? QByteArrayLiteral("open") : QByteArrayLiteral("closed"));
}

} // namespace modelcrate
