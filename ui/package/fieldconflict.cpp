// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fieldconflict.h"

#include "ui/package/fieldcheck.h"
#include "ui/text/convert.h"
#include "ui/text/mnemonics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace modelcrate {

namespace {

constexpr int gap = 4; ///< to the field above

QString oneLine(const QString &text) { return displayText(toUtf8(splitTokens(text).join(QStringLiteral(", ")))); }

QString headerText(int sources)
{
    return sources == 2 ? FieldConflict::tr("Two sources disagree")
                        : FieldConflict::tr("%1 sources disagree").arg(sources);
}

} // namespace

QString sourceText(const std::string &source)
{
    const auto text = displayText(source);
    if (text == QLatin1String("folder name"))
        return FieldConflict::tr("folder name");
    if (text == QLatin1String("weight files by size"))
        return FieldConflict::tr("weight files by size");
    if (text == QLatin1String("Hugging Face cache path"))
        return FieldConflict::tr("Hugging Face cache path");
    const std::pair<QLatin1String, QString> parts[] = {
        {QLatin1String(": estimated from packed weights"), FieldConflict::tr("%1: estimated from packed weights")},
        {QLatin1String(": first heading"), FieldConflict::tr("%1: first heading")},
        {QLatin1String(": first paragraph"), FieldConflict::tr("%1: first paragraph")},
        {QLatin1String(": text"), FieldConflict::tr("%1: text")}};
    for (const auto &[ending, sentence] : parts) {
        if (text.endsWith(ending))
            return sentence.arg(text.chopped(ending.size()));
    }
    return text;
}

std::vector<DetectedField> distinctValues(const std::vector<DetectedField> &sources)
{
    std::vector<DetectedField> distinct;
    for (const auto &source : sources) {
        if (std::none_of(distinct.begin(), distinct.end(),
                         [&](const auto &seen) { return seen.value == source.value; }))
            distinct.push_back(source);
    }
    return distinct;
}

FieldConflict::FieldConflict(const FieldSpec &spec, const std::vector<DetectedField> &sources, const QString &current,
                             QWidget *parent)
    : QWidget(parent),
      m_headerHeight(metrics::rowHeight(metrics::listRow)),
      m_header(headerText(static_cast<int>(sources.size())))
{
    setObjectName(spec.name() + QStringLiteral(".conflict"));
    setAccessibleName(tr("%1: %2").arg(spec.label(), m_header));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(metrics::space3 + metrics::iconList, gap + m_headerHeight, metrics::space2,
                               metrics::space1);
    layout->setHorizontalSpacing(metrics::space4);
    layout->setVerticalSpacing(metrics::space1);
    layout->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &source : sources) {
        const auto text = fieldText(spec, &source.value);
        auto *value = new ElidedLabel(oneLine(text), Qt::ElideRight, this);
        value->setFont(Theme::font(FontRole::Mono));
        value->setMaximumWidth(200);
        layout->addWidget(value, row, 0);
        auto *evidence = new ElidedLabel(sourceText(source.source), Qt::ElideMiddle, this);
        evidence->setMuted(true);
        layout->addWidget(evidence, row, 1);
        layout->setRowMinimumHeight(row, metrics::rowHeight(metrics::listRow));
        if (text == current) {
            auto *inUse = new QLabel(tr("In use"), this);
            inUse->setFont(Theme::font(FontRole::Strong));
            layout->addWidget(inUse, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        } else {
            const auto shown = oneLine(text);
            auto *use =
                new QPushButton(shown.size() > 24 ? tr("Use this") : tr("Use %1").arg(escapeMnemonics(shown)), this);
            use->setProperty("compact", true);
            use->setObjectName(QStringLiteral("%1.use%2").arg(spec.name()).arg(row));
            use->setAccessibleName(tr("Use %1 for %2").arg(shown, spec.label()));
            connect(use, &QPushButton::clicked, this, [this, text] { Q_EMIT chosen(text); });
            layout->addWidget(use, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        }
        ++row;
    }
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FieldConflict::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    paintPanel(&painter, rect().adjusted(0, gap, 0, 0), metrics::radiusControl, theme.color(Role::Surface),
               theme.color(Role::Warning));
    const QRect header(1, gap + 1, width() - 2, m_headerHeight - 2);
    painter.fillRect(header, theme.color(Role::WarningBg));
    auto place = header.adjusted(metrics::space2, 0, -metrics::space2, 0);
    const QRect iconPlace(place.left(), place.center().y() - metrics::iconInline / 2, metrics::iconInline,
                          metrics::iconInline);
    painter.drawPixmap(
        QStyle::visualRect(layoutDirection(), rect(), iconPlace),
        iconPixmap(QStringLiteral("warning"), metrics::iconInline, theme.color(Role::Warning), devicePixelRatioF()));
    place.setLeft(iconPlace.right() + metrics::space2);
    painter.setPen(theme.color(Role::Warning));
    painter.setFont(Theme::font(FontRole::Strong));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignVCenter | Qt::AlignLeft, m_header);
}

} // namespace modelcrate
