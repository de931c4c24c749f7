// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/dropoverlay.h"

#include "ui/text/convert.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace modelcrate {

namespace {

constexpr int pictureSize = 48;

} // namespace

DropVerdict judgeDrop(const QMimeData &data)
{
    const auto urls = data.urls();
    if (urls.isEmpty())
        return {{}, DropOverlay::tr("Drop a folder with a model, not text or a picture.")};
    if (urls.size() > 1)
        return {{}, DropOverlay::tr("One folder at a time: drop the folder that holds the files.")};
    if (!urls.front().isLocalFile())
        return {{}, DropOverlay::tr("This is an address, not a folder of this computer.")};
    return {QDir::cleanPath(urls.front().toLocalFile()), {}, false};
}

DropVerdict judgeOnDisk(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {{}, DropOverlay::tr("This is not there any more.")};
    if (info.isDir() || info.fileName().endsWith(QLatin1String(".modelcrate.json")))
        return {info.absoluteFilePath(), {}};
    return {{}, DropOverlay::tr("This is a single file: drop the folder it lies in.")};
}

DropOverlay::DropOverlay(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showVerdict(const DropVerdict &verdict)
{
    m_verdict = verdict;
    m_text = isAccepted()
        ? tr("Drop to open %1 as a new package").arg(displayText(toUtf8(QFileInfo(verdict.path).fileName())))
        : verdict.reason;
    setAccessibleName(m_text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = theme.color(Role::Surface);
    ground.setAlphaF(0.94F);
    painter.fillRect(rect(), ground);
    const auto color = theme.color(isAccepted() ? Role::Accent : Role::TextMuted);
    QPen pen(color, 2, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), metrics::radiusCard, metrics::radiusCard);
    const auto picture = iconPixmap(isAccepted() ? QStringLiteral("package") : QStringLiteral("exclude"), pictureSize,
                                    color, devicePixelRatioF());
    painter.drawPixmap(rect().center().x() - pictureSize / 2, rect().center().y() - pictureSize - metrics::space3,
                       picture);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(Theme::font(FontRole::Heading));
    painter.drawText(
        QRect(metrics::space7, rect().center().y() + metrics::space2, width() - 2 * metrics::space7, height() / 3),
        static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, m_text);
}

} // namespace modelcrate
