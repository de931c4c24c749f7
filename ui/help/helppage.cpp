// SPDX-License-Identifier: Apache-2.0
#include "ui/help/helppage.h"

#include "ui/help/guidebrowser.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/weblink.h"

#include <utility>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int contentsWidth = 260;
constexpr int chapterRole = Qt::UserRole;
constexpr int sectionRole = Qt::UserRole + 1;
constexpr qsizetype mostBefore = 100;

} // namespace

HelpPage::HelpPage(UserPrompts &prompts, QWidget *parent)
    : QWidget(parent),
      m_prompts(prompts),
      m_guide(Translations::current()),
      m_search(new QLineEdit),
      m_contents(new QListWidget),
      m_browser(new GuideBrowser),
      m_back(new QToolButton)
{
    setObjectName(QStringLiteral("helpPage"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeContents());
    splitter->addWidget(makeText());
    splitter->setSizes({contentsWidth, 1000});
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_browser);

    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &HelpPage::escape);
    auto *back =
        new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &HelpPage::goBack);
    retranslate();
    fillContents();
    showPlace({});
}

QWidget *HelpPage::makeContents()
{
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        fillContents();
        m_browser->mark(words);
    });
    auto *down = new QShortcut(QKeySequence(Qt::Key_Down), m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_contents, qOverload<>(&QWidget::setFocus));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (auto *first = m_contents->item(0); first && (first->flags() & Qt::ItemIsEnabled))
            m_contents->setCurrentItem(first);
    });

    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setWordWrap(true);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto applyColors = [this] { m_contents->setPalette(Theme::instance().itemViewPalette()); };
    applyColors();
    connect(&Theme::instance(), &Theme::changed, this, applyColors);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && (item->flags() & Qt::ItemIsEnabled))
            showPlace({item->data(chapterRole).toInt(), item->data(sectionRole).toInt()});
    });

    auto *side = new QWidget;
    side->setMinimumWidth(180);
    side->setMaximumWidth(2 * contentsWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, metrics::space2, 0, 0);
    column->setSpacing(metrics::space2);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::space2, 0, metrics::space2, 0);
    row->setSpacing(metrics::space1);
    m_back->setObjectName(QStringLiteral("helpBack"));
    m_back->setArrowType(isRightToLeft() ? Qt::RightArrow : Qt::LeftArrow);
    m_back->setAutoRaise(true);
    connect(m_back, &QToolButton::clicked, this, &HelpPage::goBack);
    row->addWidget(m_back);
    row->addWidget(m_search, 1);
    column->addLayout(row);
    column->addWidget(m_contents, 1);
    return side;
}

QWidget *HelpPage::makeText()
{
    m_browser->setObjectName(QStringLiteral("helpText"));
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpPage::follow);
    return m_browser;
}

void HelpPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_contents->setAccessibleName(tr("Chapters"));
    m_browser->setAccessibleName(tr("Guide"));
    m_back->setAccessibleName(tr("Back to what was read before"));
    m_back->setToolTip(tr("Back to what was read before (Alt+Left)"));
}

void HelpPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    const auto here = topic();
    m_guide = Guide(Translations::current());
    m_before.clear();
    retranslate();
    fillContents();
    showPlace(m_guide.find(here).value_or(Guide::Place()));
}

void HelpPage::fillContents()
{
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    const auto add = [this](const QString &text, Guide::Place place) {
        auto *item = new QListWidgetItem(text, m_contents);
        item->setData(chapterRole, place.chapter);
        item->setData(sectionRole, place.section);
    };
    if (m_search->text().trimmed().isEmpty()) {
        for (int chapter = 0; chapter < m_guide.chapters().size(); ++chapter)
            add(m_guide.chapters()[chapter].title, {chapter, 0});
        m_contents->setCurrentRow(m_place.chapter);
        return;
    }
    for (const auto &place : m_guide.search(m_search->text()))
        add(m_guide.section(place).title, place);
    if (m_contents->count() == 0)
        (new QListWidgetItem(tr("Nothing in the guide has these words."), m_contents))->setFlags(Qt::NoItemFlags);
}

void HelpPage::showPlace(Guide::Place place)
{
    if (place != m_place && (m_before.isEmpty() || m_before.last() != m_place))
        m_before.append(m_place);
    if (m_before.size() > mostBefore)
        m_before.removeFirst();
    m_back->setEnabled(!m_before.isEmpty());
    m_place = place;
    m_browser->setChapter(m_guide.chapters()[place.chapter]);
    m_browser->showSection(place.section);
    if (m_search->text().trimmed().isEmpty()) {
        const QSignalBlocker quiet(m_contents);
        m_contents->setCurrentRow(place.chapter);
    }
}

void HelpPage::goBack()
{
    if (m_before.isEmpty())
        return;
    m_place = m_before.takeLast(); // nothing to remember: showPlace() sees that it is there already
    showPlace(m_place);
}

void HelpPage::showTopic(const QString &topic)
{
    m_search->clear();
    showPlace(m_guide.find(topic).value_or(Guide::Place()));
}

QString HelpPage::topic() const
{
    const auto &anchor = m_guide.section(m_place).anchor;
    const auto &chapter = m_guide.chapters()[m_place.chapter].name;
    return anchor.isEmpty() ? chapter : chapter + QLatin1Char('#') + anchor;
}

void HelpPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HelpPage::escape()
{
    if (m_search->text().isEmpty())
        Q_EMIT leaveRequested();
    else
        m_search->clear();
}

void HelpPage::follow(const QUrl &link)
{
    if (!link.isRelative()) {
        openWebLink(m_prompts, this, link);
        return;
    }
    const auto target = link.path().isEmpty() ? m_guide.chapters()[m_place.chapter].name : link.path();
    const auto topic = link.fragment().isEmpty() ? target : target + QLatin1Char('#') + link.fragment();
    if (const auto place = m_guide.find(topic))
        showPlace(*place);
}

} // namespace modelcrate
