// SPDX-License-Identifier: Apache-2.0
// Every widget in both themes, at two font sizes and in both directions: nothing may be cut, and what is painted must
// show. With MODELCRATE_PICTURES=DIR the pictures are written there, to be looked at.
#include "ui/text/kindtext.h"
#include "ui/widgets/bytebar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/sectionbox.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokenfield.h"
#include "ui/widgets/tristatefield.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace modelcrate;

namespace {

QTableView *makeTable()
{
    auto *table = new QTableView;
    auto *model = new QStandardItemModel(0, 4, table);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Layer"), QStringLiteral("Size"), QStringLiteral("State")});
    for (const auto kind : allLayerKinds) {
        auto *layer = new QStandardItem(kindText(kind));
        layer->setData(static_cast<int>(kind), layerKindRole);
        auto *size = new QStandardItem(QStringLiteral("3.95 GB"));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *name = new QStandardItem(icon(QStringLiteral("file"), Role::TextMuted),
                                       QStringLiteral("model-0000%1.safetensors").arg(model->rowCount()));
        model->appendRow({name, layer, size,
                          new QStandardItem(icon(QStringLiteral("check"), Role::Success), QStringLiteral("Ready"))});
    }
    auto *mixed = new QStandardItem(QStringLiteral("mixed"));
    mixed->setData(true, outlinedChipRole);
    model->appendRow({new QStandardItem(QStringLiteral("eval")), mixed, new QStandardItem(QStringLiteral("622 MB")),
                      new QStandardItem});
    table->setModel(model);
    table->setItemDelegateForColumn(1, new LayerChipDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->resizeColumnsToContents();
    table->selectRow(1);
    table->setMinimumHeight(150);
    return table;
}

QWidget *makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    auto *tabs = new QTabBar;
    tabs->setProperty("pageTabs", true);
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    for (const auto &text : {QStringLiteral("Files"), QStringLiteral("Metadata"), QStringLiteral("Annotations"),
                             QStringLiteral("Manifest")})
        tabs->addTab(text);
    layout->addWidget(tabs);
    layout->addStretch();
    auto *undo = new QToolButton;
    undo->setAutoRaise(true);
    undo->setIcon(icon(QStringLiteral("undo")));
    layout->addWidget(undo);
    auto *redo = new QToolButton;
    redo->setAutoRaise(true);
    redo->setIcon(icon(QStringLiteral("redo")));
    redo->setEnabled(false);
    layout->addWidget(redo);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(QStringLiteral("Filter files"));
    filter->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    layout->addWidget(filter);
    layout->addWidget(new QPushButton(QStringLiteral("Treemap")));
    auto *publish = new PrimaryButton(QStringLiteral("publish"), QStringLiteral("Publish…"));
    publish->setObjectName(QStringLiteral("publish"));
    layout->addWidget(publish);
    auto *off = new PrimaryButton(QStringLiteral("publish"), QStringLiteral("Publish…"));
    off->setEnabled(false);
    layout->addWidget(off);
    return bar;
}

QWidget *makeDocumentTabs()
{
    auto *tabs = new QTabBar;
    tabs->setTabsClosable(true);
    tabs->setExpanding(false);
    tabs->setDrawBase(false);
    tabs->addTab(icon(QStringLiteral("package")), QStringLiteral("qwen-7b-support"));
    tabs->addTab(icon(QStringLiteral("registry")), QStringLiteral("acme/embed-small:v2"));
    return tabs;
}

QWidget *makeForm()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    auto *name = new QLineEdit(QStringLiteral("qwen-7b-support"));
    form->addRow(QStringLiteral("Name"), name);
    auto *family = new QComboBox;
    family->setEditable(true);
    family->addItems({QStringLiteral("qwen2"), QStringLiteral("llama")});
    form->addRow(QStringLiteral("Family"), family);
    auto *kind = new QComboBox;
    for (const auto each : allLayerKinds)
        kind->addItem(layerIcon(each), kindText(each));
    form->addRow(QStringLiteral("Type"), kind);
    auto *authors = new TokenField;
    authors->setObjectName(QStringLiteral("authors"));
    authors->setPlaceholderText(QStringLiteral("Add…"));
    authors->setTokens({QStringLiteral("Acme ML <ml@acme.example>"), QStringLiteral("Jana Krüger")});
    form->addRow(QStringLiteral("Authors"), authors);
    auto *precision = new TokenField;
    precision->setObjectName(QStringLiteral("precision"));
    precision->setTokens({QStringLiteral("bfloat16")});
    setFieldState(precision, FieldState::Warning);
    form->addRow(QStringLiteral("Precision"), precision);
    auto *cutoff = new QLineEdit(QStringLiteral("2025-03"));
    setFieldState(cutoff, FieldState::Error);
    form->addRow(QStringLiteral("Cutoff"), cutoff);
    auto *count = new QSpinBox;
    count->setRange(1, 8);
    form->addRow(QStringLiteral("At once"), count);
    auto *reasoning = new TriStateField;
    form->addRow(QStringLiteral("Reasoning"), reasoning);
    auto *disabled = new QLineEdit(QStringLiteral("cannot be changed"));
    disabled->setEnabled(false);
    form->addRow(QStringLiteral("Disabled"), disabled);
    auto *checks = new QHBoxLayout;
    auto *checked = new QCheckBox(QStringLiteral("Also move latest"));
    checked->setChecked(true);
    auto *partly = new QCheckBox(QStringLiteral("Partly"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(QStringLiteral("SI"));
    radio->setChecked(true);
    for (QWidget *each : std::initializer_list<QWidget *>{checked, partly, new QCheckBox(QStringLiteral("Off")), radio,
                                                          new QRadioButton(QStringLiteral("IEC"))})
        checks->addWidget(each);
    form->addRow(QStringLiteral("Boxes"), checks);
    auto *progress = new QProgressBar;
    progress->setValue(43);
    form->addRow(QStringLiteral("Progress"), progress);
    return box;
}

QWidget *makeInspector()
{
    auto *section = new SectionBox(QStringLiteral("Layer"), QStringLiteral("layer"));
    section->setBadge(QStringLiteral("3"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    auto *chips = new QHBoxLayout;
    for (const auto kind : allLayerKinds)
        chips->addWidget(new LayerChip(kind));
    chips->addStretch();
    layout->addLayout(chips);
    auto *digest = new ElidedLabel(
        QStringLiteral("sha256:9a752ffa0de599e00974aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabb22fe"));
    digest->setFont(Theme::font(FontRole::Mono));
    layout->addWidget(digest);
    section->setContent(content);
    return section;
}

QWidget *makeGallery()
{
    auto *window = new QWidget;
    window->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(window);
    layout->addWidget(makeDocumentTabs());
    layout->addWidget(makeBar());
    auto *info = new InfoBar;
    info->setMessage(InfoBar::Kind::Info, QStringLiteral("20 files → 20 layers, 15.9 GB."),
                     QStringLiteral("2 need a look. 3 left out: .git, <b>__pycache__</b>, .DS_Store."));
    info->addAction(QStringLiteral("Review 2"), QStringLiteral("review"), [] {});
    info->addAction(QStringLiteral("Hide left-out files"), QStringLiteral("hide"), [] {});
    info->setDismissible(true);
    layout->addWidget(info);
    auto *error = new InfoBar;
    error->setError({QStringLiteral("ghcr.io needs a sign-in"),
                     QStringLiteral("Ghcr.io answered 401 when starting an upload."),
                     QStringLiteral("Sign in, or use another account."),
                     {}});
    layout->addWidget(error);
    auto *layers = new LayerBar;
    layers->setTotals({{LayerKind::Code, ByteCount(24'900), 3},
                       {LayerKind::Weight, ByteCount(15'200'000'000), 5},
                       {LayerKind::Dataset, ByteCount(622'000'000), 2},
                       {LayerKind::WeightConfig, ByteCount(11'500'000), 7},
                       {LayerKind::Doc, ByteCount(27'700), 3}});
    layout->addWidget(layers);
    auto *bytes = new ByteBar;
    bytes->setParts({{BytePart::Sent, ByteCount(2'380'000'000)},
                     {BytePart::Left, ByteCount(3'470'000'000)},
                     {BytePart::ReceivedEarlier, ByteCount(2'200'000'000)},
                     {BytePart::Exists, ByteCount(7'810'000'000)},
                     {BytePart::Mounted, ByteCount(11'500'000)}});
    layout->addWidget(bytes);
    auto *columns = new QHBoxLayout;
    columns->addWidget(makeForm(), 1);
    auto *right = new QVBoxLayout;
    right->addWidget(makeTable());
    right->addWidget(makeInspector());
    right->addStretch();
    columns->addLayout(right, 1);
    layout->addLayout(columns, 1);
    return window;
}

/// Direct and indirect children with text must be as large as they ask for.
QStringList cutTexts(QWidget *window)
{
    QStringList cut;
    for (auto *widget : window->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isText = (button && !button->text().isEmpty()) || qobject_cast<QTabBar *>(widget);
        const auto *label = qobject_cast<QLabel *>(widget);
        if (!widget->isVisible() || (!isText && !label))
            continue;
        const auto wanted =
            label && label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : widget->minimumSizeHint();
        if (widget->width() < wanted.width() || widget->height() < wanted.height())
            cut << QStringLiteral("%1 %2: %3x%4 of %5x%6")
                       .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(wanted.width())
                       .arg(wanted.height());
    }
    return cut;
}

} // namespace

class tst_Gallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_font = QApplication::font(); }
    void cleanup()
    {
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    void everythingFits_data();
    void everythingFits();
    void popupsHaveTheColorsOfTheTheme_data();
    void popupsHaveTheColorsOfTheTheme();

private:
    QFont m_font;
};

void tst_Gallery::everythingFits_data()
{
    QTest::addColumn<ThemeMode>("theme");
    QTest::addColumn<int>("fontSize");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << ThemeMode::Light << 0 << Qt::LeftToRight << QSize(1200, 800);
    QTest::newRow("dark") << ThemeMode::Dark << 0 << Qt::LeftToRight << QSize(1200, 800);
    QTest::newRow("small-large-font") << ThemeMode::Light << 14 << Qt::LeftToRight << QSize(900, 1000);
    QTest::newRow("right-to-left") << ThemeMode::Dark << 0 << Qt::RightToLeft << QSize(1200, 800);
}

void tst_Gallery::everythingFits()
{
    QFETCH(ThemeMode, theme);
    QFETCH(int, fontSize);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QSize, size);
    auto font = m_font;
    if (fontSize > 0)
        font.setPointSize(fontSize);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(direction);
    Theme::instance().apply(theme);
    const std::unique_ptr<QWidget> window(makeGallery());
    window->resize(size);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    window->activateWindow();
    window->findChild<QWidget *>(QStringLiteral("publish"))->setFocus(Qt::TabFocusReason);
    // Heights follow widths in a second round of layout.
    auto *authors = window->findChild<TokenField *>(QStringLiteral("authors"));
    auto *precision = window->findChild<TokenField *>(QStringLiteral("precision"));
    QTRY_VERIFY(authors->geometry().bottom() < precision->geometry().top());
    const auto picture = window->grab();
    const auto folder = qEnvironmentVariable("MODELCRATE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(
            QDir(folder).filePath(QStringLiteral("gallery-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
    const auto cut = cutTexts(window.get()).join(QStringLiteral("; "));
    QVERIFY2(cut.isEmpty(), qPrintable(cut));
    QCOMPARE(picture.toImage().pixelColor(1, 1).rgb(), Theme::instance().color(Role::Window).rgb());
}

void tst_Gallery::popupsHaveTheColorsOfTheTheme_data()
{
    QTest::addColumn<ThemeMode>("theme");
    QTest::newRow("light") << ThemeMode::Light;
    QTest::newRow("dark") << ThemeMode::Dark;
}

void tst_Gallery::popupsHaveTheColorsOfTheTheme()
{
    QFETCH(ThemeMode, theme);
    Theme::instance().apply(theme);
    const auto folder = qEnvironmentVariable("MODELCRATE_PICTURES");
    const auto keep = [&](QWidget *widget, const char *name) {
        const auto file = QStringLiteral("%1-%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag()));
        return folder.isEmpty() || widget->grab().save(QDir(folder).filePath(file));
    };
    QMenu menu;
    menu.addAction(icon(QStringLiteral("folder-open")), QStringLiteral("&Open Folder…"))
        ->setShortcut(QKeySequence::Open);
    auto *current = menu.addAction(QStringLiteral("&Confirm"));
    menu.addSeparator();
    auto *checked = menu.addAction(QStringLiteral("Show Left Out"));
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.addAction(icon(QStringLiteral("delete")), QStringLiteral("Remove"))->setEnabled(false);
    menu.addMenu(QStringLiteral("Layer"))->addAction(QStringLiteral("weight"));
    menu.setActiveAction(current);
    menu.show();
    const auto menuPicture = menu.grab().toImage();
    QVERIFY(keep(&menu, "menu"));
    const auto place = menu.actionGeometry(current);
    QCOMPARE(menuPicture.pixelColor(place.right() - 8, place.center().y()).rgb(),
             Theme::instance().color(Role::Selection).rgb());

    QComboBox combo;
    for (const auto kind : allLayerKinds)
        combo.addItem(layerIcon(kind), kindText(kind));
    combo.show();
    combo.showPopup();
    QTRY_VERIFY(combo.view()->isVisible());
    QVERIFY(keep(combo.view(), "combo"));
    const auto first = combo.view()->visualRect(combo.model()->index(0, 0));
    QCOMPARE(combo.view()->viewport()->grab().toImage().pixelColor(first.right() - 3, first.center().y()).rgb(),
             Theme::instance().color(Role::Selection).rgb());
    combo.hidePopup();
}

QTEST_MAIN(tst_Gallery)
#include "tst_gallery.moc"
