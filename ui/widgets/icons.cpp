// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtMath>

namespace modelcrate {

namespace {

Q_LOGGING_CATEGORY(iconLog, "modelcrate.icons")

const QByteArray &svgOf(const QString &name)
{
    static QHash<QString, QByteArray> known;
    auto found = known.find(name);
    if (found == known.end()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qCWarning(iconLog) << "no icon" << name;
        found = known.insert(name, file.isOpen() ? file.readAll() : QByteArray());
    }
    return found.value();
}

/// Icons that point along the line of reading.
bool isDirectional(const QString &name)
{
    return name == QLatin1String("chevron-right") || name == QLatin1String("undo") || name == QLatin1String("redo")
        || name == QLatin1String("external");
}

QPixmap render(const QString &name, int size, const QColor &color, qreal ratio, bool mirrored)
{
    QPixmap pixmap(QSize(qCeil(size * ratio), qCeil(size * ratio)));
    pixmap.fill(Qt::transparent);
    // Qt SVG does not bind currentColor to a palette.
    auto svg = svgOf(name);
    svg.replace(QByteArrayLiteral("currentColor"), color.name().toLatin1());
    QSvgRenderer renderer(svg);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        if (mirrored) {
            painter.translate(pixmap.width(), 0);
            painter.scale(-1, 1);
        }
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(pixmap.rect()));
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

/// Asks the theme for its colour whenever it paints.
class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role) { }
    ThemeIconEngine(QString name, LayerKind kind) : m_name(std::move(name)), m_role(Role::Text), m_kind(kind) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        if (size <= 0)
            return;
        const QRect square(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size);
        painter->drawPixmap(square, iconPixmap(m_name, size, color(mode), painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    /// `size` is in device pixels already.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        auto pixmap = iconPixmap(m_name, std::min(size.width(), size.height()), color(mode), 1.0);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }
    QString key() const override { return QStringLiteral("modelcrate"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return svgOf(m_name).isEmpty(); }
    QIconEngine *clone() const override { return new ThemeIconEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const auto &theme = Theme::instance();
        if (mode == QIcon::Disabled)
            return theme.color(Role::TextDisabled);
        return m_kind ? theme.layer(*m_kind).ink : theme.color(m_role);
    }

    QString m_name;
    Role m_role;
    std::optional<LayerKind> m_kind;
};

} // namespace

QIcon icon(const QString &name, Role role) { return QIcon(new ThemeIconEngine(name, role)); }

QIcon layerIcon(LayerKind kind) { return QIcon(new ThemeIconEngine(layerIconName(kind), kind)); }

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    if (size <= 0)
        return {};
    const bool mirrored = isDirectional(name) && QGuiApplication::isRightToLeft();
    const auto key = QStringLiteral("modelcrate/%1/%2/%3/%4/%5")
                         .arg(name, QString::number(size), QString::number(devicePixelRatio),
                              color.name(QColor::HexArgb), QString::number(mirrored));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, size, color, devicePixelRatio, mirrored);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QString layerIconName(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Weight: return QStringLiteral("weight");
    case LayerKind::WeightConfig: return QStringLiteral("config");
    case LayerKind::Doc: return QStringLiteral("doc");
    case LayerKind::Code: return QStringLiteral("code");
    case LayerKind::Dataset: return QStringLiteral("dataset");
    }
    return {};
}

} // namespace modelcrate
