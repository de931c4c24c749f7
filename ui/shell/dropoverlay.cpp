// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/dropoverlay.h"

#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QDragEnterEvent>
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

DropOverlay::DropOverlay(QWidget *window, JobRunner &jobs) : QWidget(window), m_jobs(jobs)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
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

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: enter(*static_cast<QDragEnterEvent *>(event)); return true;
    case QEvent::DragMove: event->setAccepted(isAccepted()); return true;
    case QEvent::DragLeave:
        leave();
        event->accept();
        return true;
    case QEvent::Drop: drop(*static_cast<QDropEvent *>(event)); return true;
    case QEvent::Resize: setGeometry(parentWidget()->rect()); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::enter(QDragEnterEvent &event)
{
    ++m_drag;
    showVerdict(judgeDrop(*event.mimeData()));
    if (!m_verdict.isFinal)
        askDisk();
    // Only a window that takes what enters is told that it leaves, and the reason of a refusal has to go then. The
    // moves that follow at once say that it cannot be dropped.
    event.setDropAction(isAccepted() ? Qt::CopyAction : Qt::IgnoreAction);
    event.accept();
}

void DropOverlay::askDisk()
{
    m_jobs.run<DropVerdict>(
        this, [path = m_verdict.path](const TaskContext &) -> Result<DropVerdict> { return judgeOnDisk(path); },
        [this, drag = m_drag](const Result<DropVerdict> &verdict) {
            // What was dropped or carried away meanwhile is no longer judged: the page that opens it says what it is.
            if (verdict && drag == m_drag)
                showVerdict(*verdict);
        });
}

void DropOverlay::leave()
{
    ++m_drag;
    hide();
}

void DropOverlay::drop(QDropEvent &event)
{
    leave();
    if (isAccepted()) {
        event.acceptProposedAction();
        Q_EMIT dropped(m_verdict.path);
    } else {
        event.ignore();
        Q_EMIT refused(m_verdict.reason);
    }
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
