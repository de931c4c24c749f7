// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace modelcrate {

namespace {

class Segment final : public QToolButton {
public:
    explicit Segment(QWidget *parent) : QToolButton(parent)
    {
        setCheckable(true);
        setProperty("paintsFocus", true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    void setEnds(bool first, bool last)
    {
        m_first = first;
        m_last = last;
        update();
    }
    QSize sizeHint() const override
    {
        // As wide as the strong text, so that choosing moves nothing.
        const QFontMetrics strong(Theme::font(FontRole::Strong));
        return {strong.horizontalAdvance(text()) + 2 * metrics::space3, metrics::rowHeight(metrics::control)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto ground = !isEnabled() ? Role::Raised
            : isChecked()                ? Role::Selection
            : underMouse()               ? Role::Hover
                                         : Role::Surface;
        painter.setClipRect(rect());
        // The outer corners are round, the inner ones square: draw a panel that reaches beyond the inner ends.
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const bool roundLeft = mirrored ? m_last : m_first;
        const bool roundRight = mirrored ? m_first : m_last;
        const auto frame = QRectF(rect()).adjusted(roundLeft ? 0 : -metrics::radiusControl - 1, 0,
                                                   roundRight ? 0 : metrics::radiusControl + 1, 0);
        paintPanel(&painter, frame, metrics::radiusControl, theme.color(ground),
                   theme.color(isEnabled() ? Role::ControlLine : Role::Line));
        if (!roundLeft)
            painter.fillRect(QRectF(0, 1, 1, height() - 2), theme.color(Role::Line));
        painter.setFont(Theme::font(isChecked() ? FontRole::Strong : FontRole::Base));
        painter.setPen(theme.color(!isEnabled() ? Role::TextDisabled : isChecked() ? Role::Text : Role::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintPanel(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), metrics::radiusControl - 2, {},
                       theme.color(Role::Focus), 2);
    }

private:
    bool m_first = false;
    bool m_last = false;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent),
      m_layout(new QHBoxLayout(this)),
      m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_group->setExclusive(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT currentChanged(id);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (auto *button : m_group->buttons())
            button->update();
    });
}

QToolButton *SegmentedControl::addSegment(const QString &text, const QString &objectName)
{
    auto *segment = new Segment(this);
    segment->setText(text);
    segment->setObjectName(objectName);
    m_layout->addWidget(segment);
    const QSignalBlocker quiet(m_group);
    m_group->addButton(segment, count());
    if (count() == 1)
        segment->setChecked(true);
    for (int i = 0; i < count(); ++i)
        static_cast<Segment *>(m_group->button(i))->setEnds(i == 0, i + 1 == count());
    setFocusProxy(m_group->checkedButton());
    return segment;
}

int SegmentedControl::count() const { return static_cast<int>(m_group->buttons().size()); }

int SegmentedControl::currentIndex() const { return m_group->checkedId(); }

void SegmentedControl::setCurrentIndex(int index)
{
    const QSignalBlocker quiet(m_group);
    if (auto *button = m_group->button(index)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

} // namespace modelcrate
