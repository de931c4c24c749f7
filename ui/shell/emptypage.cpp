// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/emptypage.h"

#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QShowEvent>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QSvgRenderer>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int columnWidth = 760;
constexpr int pathRole = Qt::UserRole, sizeRole = Qt::UserRole + 1, publishedRole = Qt::UserRole + 2,
              missingRole = Qt::UserRole + 3;
/// Below these heights the drawing and then the space around it go.
constexpr int roomForPicture = 560;

QString homePath(const QString &path)
{
    const auto home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

/// Two lines a row: name and folder, size, where it was published.
class RecentDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, metrics::rowHeight(metrics::recentRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &theme = Theme::instance();
        painter->save();
        const auto rect = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(
                rect, theme.color(option.state & QStyle::State_Active ? Role::Selection : Role::SelectionInactive));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, theme.color(Role::Hover));
        if (index.row() > 0) {
            painter->setPen(QPen(theme.color(Role::Line), 0));
            painter->drawLine(rect.topLeft(), rect.topRight());
        }
        const int middle = rect.center().y();
        const auto pixmap = iconPixmap(QStringLiteral("package"), metrics::iconRail, theme.color(Role::TextMuted),
                                       painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.left() + metrics::space4, middle - metrics::iconRail / 2, pixmap);

        const int left = rect.left() + metrics::space7 + metrics::space1;
        const auto remove = removeRect(rect);
        const int right = remove.left() - metrics::space2;
        const int published = right - rect.width() * 38 / 100;
        const int size = published - metrics::space3 - 100;
        const bool missing = index.data(missingRole).toBool();
        drawText(painter, {left, rect.top() + 3, size - left, rect.height() / 2 - 2}, index.data().toString(),
                 Theme::font(FontRole::Base), theme.color(Role::Text), Qt::AlignLeft | Qt::AlignBottom);
        drawText(painter, {left, middle + 1, size - left, rect.height() / 2 - 3},
                 homePath(index.data(pathRole).toString()), Theme::font(FontRole::Caption),
                 theme.color(Role::TextMuted), Qt::AlignLeft | Qt::AlignTop);
        if (missing) {
            const auto cross = iconPixmap(QStringLiteral("cancel"), metrics::iconList, theme.color(Role::Text),
                                          painter->device()->devicePixelRatioF());
            painter->drawPixmap(remove.center().x() - metrics::iconList / 2, middle - metrics::iconList / 2, cross);
        }
        const auto amount = missing ? tr("Not found") : index.data(sizeRole).toString();
        drawText(painter, {size, rect.top(), 100, rect.height()}, amount, Theme::font(FontRole::Small),
                 theme.color(missing ? Role::Warning : Role::TextMuted), Qt::AlignRight | Qt::AlignVCenter);
        const auto reference = index.data(publishedRole).toString();
        drawText(painter, {published, rect.top(), right - published, rect.height()},
                 reference.isEmpty() ? tr("Not published") : reference, Theme::font(FontRole::Small),
                 theme.color(Role::TextMuted), Qt::AlignLeft | Qt::AlignVCenter);
        painter->restore();
    }

    /// The cross of a folder that is gone. By keyboard it is Delete, for any row.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        if (index.data(missingRole).toBool() && event->type() == QEvent::MouseButtonRelease
            && removeRect(option.rect).contains(static_cast<QMouseEvent *>(event)->position().toPoint())) {
            Q_EMIT removeClicked(index.data(pathRole).toString());
            return true;
        }
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }

Q_SIGNALS:
    void removeClicked(const QString &path);

private:
    static QRect removeRect(const QRect &row)
    {
        return {row.right() - metrics::space7, row.top(), metrics::space7, row.height()};
    }

    static void drawText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                         const QColor &color, Qt::Alignment alignment)
    {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(rect, static_cast<int>(alignment),
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
    }
};

} // namespace

/// The illustration, element by element in colours of roles.
class EmptyPage::Picture final : public QWidget {
public:
    explicit Picture(QWidget *parent) : QWidget(parent)
    {
        QFile file(QStringLiteral(":/icons/drop.svg"));
        if (file.open(QIODevice::ReadOnly))
            m_svg = file.readAll();
        setFixedSize(192, 144);
        connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::instance();
        const std::pair<const char *, QColor> elements[] = {
            {"folder", theme.color(Role::TextMuted)},
            {"arrow", theme.color(Role::Accent)},
            {"crate", theme.color(Role::TextMuted)},
            {"slat-weight", theme.layer(LayerKind::Weight).fill},
            {"slat-config", theme.layer(LayerKind::WeightConfig).fill},
            {"slat-doc", theme.layer(LayerKind::Doc).fill},
            {"slat-code", theme.layer(LayerKind::Code).fill},
            {"slat-dataset", theme.layer(LayerKind::Dataset).fill},
        };
        QPainter painter(this);
        for (const auto &[id, color] : elements) {
            auto bytes = m_svg;
            bytes.replace("currentColor", color.name().toLatin1());
            QSvgRenderer renderer(bytes);
            const auto name = QLatin1String(id);
            renderer.render(&painter, name, renderer.transformForElement(name).mapRect(renderer.boundsOnElement(name)));
        }
    }

private:
    QByteArray m_svg;
};

EmptyPage::EmptyPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_picture(new Picture(this)),
      m_recents(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("emptyPage"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *title = new QLabel(tr("Drop a model folder here"), this);
    title->setFont(Theme::font(FontRole::Title));
    title->setAlignment(Qt::AlignCenter);
    auto *sentence =
        new QLabel(tr("Modelcrate sorts the files into layers. Nothing is uploaded until you publish."), this);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);

    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(metrics::space3);
    layout->addStretch(1);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::space3);
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addSpacing(metrics::space2);
    layout->addWidget(makeButtons());
    layout->addSpacing(metrics::space6);
    layout->addWidget(makeRecents());
    layout->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);
    setFocusProxy(m_openFolder);
    connect(&services.settings, &Settings::changed, this, &EmptyPage::refreshRecents);
    refreshRecents();
}

QWidget *EmptyPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space3);
    row->addStretch(1);
    const auto add = [&](const QString &text, const char *iconName, const char *objectName, Role role,
                         void (EmptyPage::*signal)()) {
        auto *button = new QPushButton(icon(QLatin1String(iconName), role), text, buttons);
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
        return button;
    };
    m_openFolder =
        add(tr("Open Folder…"), "folder", "openFolderButton", Role::AccentText, &EmptyPage::openFolderRequested);
    m_openFolder->setProperty("primary", true);
    m_openFolder->setDefault(true);
    add(tr("Browse a Registry…"), "registry", "browseButton", Role::Text, &EmptyPage::browseRequested);
    add(tr("Try a Sample Package"), "package", "sampleButton", Role::Text, &EmptyPage::sampleRequested);
    row->addStretch(1);
    return buttons;
}

QWidget *EmptyPage::makeRecents()
{
    m_recentPart = new QWidget(this);
    auto *layout = new QVBoxLayout(m_recentPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    auto *title = new QLabel(tr("Recent"), m_recentPart);
    title->setFont(Theme::font(FontRole::Section));
    layout->addWidget(title);

    m_recentList = new QListView(m_recentPart);
    m_recentList->setObjectName(QStringLiteral("recentList"));
    m_recentList->setAccessibleName(tr("Recent packages"));
    m_recentList->setModel(m_recents);
    auto *delegate = new RecentDelegate(m_recentList);
    // Queued: the list still works with the row that is to go.
    connect(
        delegate, &RecentDelegate::removeClicked, this,
        [this](const QString &path) { m_services.settings.removeRecent(path); }, Qt::QueuedConnection);
    m_recentList->setItemDelegate(delegate);
    m_recentList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recentList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_recentList->setMouseTracking(true);
    m_recentList->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_recentList, &QListView::activated, this, &EmptyPage::activate);
    auto *remove = new QAction(icon(QStringLiteral("cancel")), tr("Remove from the List"), m_recentList);
    remove->setObjectName(QStringLiteral("removeRecentAction"));
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &EmptyPage::removeCurrent);
    m_recentList->addAction(remove);
    layout->addWidget(m_recentList);
    return m_recentPart;
}

void EmptyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshRecents();
}

void EmptyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(event->size().height() >= roomForPicture || m_recents->rowCount() == 0);
}

void EmptyPage::refreshRecents()
{
    showRecents();
    std::vector<QString> paths;
    for (const auto &recent : m_services.settings.recents())
        paths.push_back(recent.path);
    if (paths.empty() || !isVisible())
        return;
    // A folder on a sleeping disk or a lost share may take long to say that it is there.
    m_services.jobs.run<std::map<QString, bool>>(
        this,
        [paths](const TaskContext &) -> Result<std::map<QString, bool>> {
            std::map<QString, bool> exists;
            for (const auto &path : paths)
                exists[path] = !QDir::isAbsolutePath(path) || QFileInfo::exists(path); // a registry is not asked
            return exists;
        },
        [this](Result<std::map<QString, bool>> exists) {
            if (!exists || *exists == m_exists)
                return;
            m_exists = std::move(*exists);
            showRecents();
        });
}

void EmptyPage::showRecents()
{
    const auto current = m_recentList->currentIndex().row();
    m_recents->clear();
    for (const auto &recent : m_services.settings.recents()) {
        const auto known = m_exists.find(recent.path);
        const bool missing = known != m_exists.end() && !known->second;
        auto *item = new QStandardItem(displayText(toUtf8(QFileInfo(recent.path).fileName())));
        item->setData(recent.path, pathRole);
        item->setData(recent.size > 0 ? formatBytes(ByteCount(recent.size)) : QString(), sizeRole);
        item->setData(recent.published, publishedRole);
        item->setData(missing, missingRole);
        item->setToolTip(recent.path);
        item->setData(missing ? tr("%1, %2, not found").arg(item->text(), recent.path)
                              : tr("%1, %2").arg(item->text(), recent.path),
                      Qt::AccessibleTextRole);
        m_recents->appendRow(item);
    }
    const int rows = m_recents->rowCount();
    m_recentPart->setVisible(rows > 0);
    m_recentList->setFixedHeight(std::min(rows, 5) * metrics::rowHeight(metrics::recentRow)
                                 + 2 * m_recentList->frameWidth());
    if (current >= 0 && rows > 0)
        m_recentList->setCurrentIndex(m_recents->index(std::min(current, rows - 1), 0));
}

void EmptyPage::activate(const QModelIndex &index)
{
    if (!index.data(missingRole).toBool())
        Q_EMIT openRequested(index.data(pathRole).toString());
}

void EmptyPage::removeCurrent()
{
    const auto path = m_recentList->currentIndex().data(pathRole).toString();
    if (!path.isEmpty())
        m_services.settings.removeRecent(path);
}

} // namespace modelcrate

#include "emptypage.moc"
