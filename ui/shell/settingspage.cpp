// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settingspage.h"

#include "operations/session.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <filesystem>

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShowEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr qint64 mebibyte = 1 << 20, gibibyte = 1 << 30;
constexpr int pageWidth = 640;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::font(FontRole::Section));
    return label;
}

QLabel *explanation(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::font(FontRole::Small));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

/// Bytes below a folder; what cannot be read counts nothing.
ByteCount folderSize(const std::filesystem::path &folder, const TaskContext &context)
{
    ByteCount size;
    std::error_code failure;
    for (auto entry = std::filesystem::recursive_directory_iterator(
             folder, std::filesystem::directory_options::skip_permission_denied, failure);
         entry != std::filesystem::recursive_directory_iterator() && !context.stopRequested();
         entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            size += ByteCount(static_cast<std::int64_t>(entry->file_size(ignored)));
    }
    return size;
}

} // namespace

SettingsPage::SettingsPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_storePlace(new ElidedLabel),
      m_storeSize(new QLabel)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto &settings = services.settings;

    auto *theme = new QComboBox;
    theme->setObjectName(QStringLiteral("themeBox"));
    theme->addItem(tr("As the desktop"), static_cast<int>(ThemeMode::System));
    theme->addItem(tr("Light"), static_cast<int>(ThemeMode::Light));
    theme->addItem(tr("Dark"), static_cast<int>(ThemeMode::Dark));
    theme->setCurrentIndex(theme->findData(static_cast<int>(settings.theme())));
    connect(theme, &QComboBox::activated, this, [&settings, theme] {
        settings.setTheme(static_cast<ThemeMode>(theme->currentData().toInt()));
        Theme::instance().apply(settings.theme());
    });

    auto *units = new QComboBox;
    units->setObjectName(QStringLiteral("unitsBox"));
    units->addItem(tr("1 GB is 1000 MB"), static_cast<int>(SizeUnits::Si));
    units->addItem(tr("1 GiB is 1024 MiB"), static_cast<int>(SizeUnits::Iec));
    units->setCurrentIndex(units->findData(static_cast<int>(settings.sizeUnits())));
    connect(units, &QComboBox::activated, this, [this, &settings, units] {
        settings.setSizeUnits(static_cast<SizeUnits>(units->currentData().toInt()));
        measureStore();
    });

    auto *parallel = new QSpinBox;
    parallel->setObjectName(QStringLiteral("parallelBox"));
    parallel->setRange(1, 8);
    parallel->setValue(settings.parallelTransfers());
    connect(parallel, &QSpinBox::valueChanged, this, [&settings](int count) { settings.setParallelTransfers(count); });

    auto *rate = new QSpinBox;
    rate->setObjectName(QStringLiteral("rateBox"));
    rate->setRange(0, 100'000);
    rate->setSuffix(tr(" MiB/s"));
    rate->setSpecialValueText(tr("No limit"));
    rate->setValue(static_cast<int>(settings.rateLimit() / mebibyte));
    connect(rate, &QSpinBox::valueChanged, this, [&settings](int value) { settings.setRateLimit(value * mebibyte); });

    auto *hashing = new QSpinBox;
    hashing->setObjectName(QStringLiteral("hashAheadBox"));
    hashing->setRange(0, 100'000);
    hashing->setSuffix(tr(" GiB"));
    hashing->setSpecialValueText(tr("Off"));
    hashing->setValue(static_cast<int>(settings.hashAheadLimit() / gibibyte));
    connect(hashing, &QSpinBox::valueChanged, this,
            [&settings](int value) { settings.setHashAheadLimit(value * gibibyte); });

    // Another page may change them too.
    connect(&settings, &Settings::changed, this, [&settings, parallel, rate, hashing] {
        parallel->setValue(settings.parallelTransfers());
        rate->setValue(static_cast<int>(settings.rateLimit() / mebibyte));
        hashing->setValue(static_cast<int>(settings.hashAheadLimit() / gibibyte));
    });

    auto *page = new QWidget;
    page->setMaximumWidth(pageWidth);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(metrics::space6, metrics::space5, metrics::space6, metrics::space5);
    form->setHorizontalSpacing(metrics::space5);
    form->setVerticalSpacing(metrics::space3);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeft);
    const auto add = [form](const QString &text, QWidget *field) {
        field->setAccessibleName(text);
        field->setMinimumWidth(200);
        auto *label = new QLabel(text);
        label->setMinimumHeight(field->sizeHint().height());
        label->setBuddy(field);
        form->addRow(label, field);
    };
    form->addRow(heading(tr("Appearance")));
    add(tr("Theme"), theme);
    add(tr("Sizes"), units);
    form->addItem(new QSpacerItem(0, metrics::space3));
    form->addRow(heading(tr("Transfers")));
    add(tr("At the same time"), parallel);
    add(tr("Rate limit"), rate);
    form->addItem(new QSpacerItem(0, metrics::space3));
    form->addRow(heading(tr("Hashing ahead")));
    add(tr("Up to"), hashing);
    form->addRow(explanation(tr("Files are hashed while you look at a package, so that the manifest is exact and "
                                "publishing only sends. Never on "
                                "battery.")));
    form->addItem(new QSpacerItem(0, metrics::space3));
    form->addRow(heading(tr("This computer")));
    m_storePlace->setMinimumWidth(pageWidth * 2 / 3);
    m_storeSize->setTextFormat(Qt::PlainText);
    form->addRow(tr("Folder"), m_storePlace);
    form->addRow(tr("Size"), m_storeSize);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFocusProxy(theme);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    measureStore();
}

void SettingsPage::measureStore()
{
    const auto store = m_services.session.localStore();
    if (!store) {
        m_storePlace->setText(errorText(store.error()).title);
        m_storeSize->setText(QStringLiteral("—"));
        return;
    }
    m_storePlace->setText(pathText(store->path()));
    m_storeSize->setText(tr("Reading…"));
    m_services.jobs.run<ByteCount>(
        this,
        [path = store->path()](const TaskContext &context) -> Result<ByteCount> { return folderSize(path, context); },
        [this](Result<ByteCount> size) {
            if (size)
                m_storeSize->setText(formatBytes(*size));
        });
}

} // namespace modelcrate
