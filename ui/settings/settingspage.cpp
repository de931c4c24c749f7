// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

#include "ui/settings/accountsettings.h"
#include "ui/settings/computersettings.h"
#include "ui/settings/generalsettings.h"
#include "ui/settings/keyboardsettings.h"
#include "ui/settings/rulessettings.h"
#include "ui/settings/transfersettings.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int namesWidth = 176;

QListWidget *makeNames()
{
    auto *names = new QListWidget;
    names->setObjectName(QStringLiteral("settingsSections"));
    names->setMinimumWidth(namesWidth);
    names->setMaximumWidth(2 * namesWidth);
    names->setFrameShape(QFrame::NoFrame);
    names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    names->setPalette(Theme::instance().itemViewPalette());
    return names;
}

} // namespace

SettingsPage::SettingsPage(Services &services, Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent),
      m_names(makeNames()),
      m_sections(new QStackedWidget)
{
    setObjectName(QStringLiteral("settingsPage"));
    m_names->setAccessibleName(tr("Sections of the settings"));
    addSection(Section::General, tr("General"), new GeneralSettings(services));
    addSection(Section::Transfers, tr("Transfers"), new TransferSettings(services));
    addSection(Section::Rules, tr("Files"), new RulesSettings(services));
    addSection(Section::Computer, tr("This computer"), new ComputerSettings(services));
    addSection(Section::Accounts, tr("Accounts"), new AccountSettings(services));
    addSection(Section::Keyboard, tr("Keyboard"), new KeyboardSettings(services, shortcuts));
    connect(m_names, &QListWidget::currentRowChanged, m_sections, &QStackedWidget::setCurrentIndex);
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_names->setPalette(Theme::instance().itemViewPalette()); });
    m_names->setCurrentRow(0);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_names);
    splitter->addWidget(m_sections);
    splitter->setSizes({namesWidth, 1000});
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_names);
}

void SettingsPage::addSection(Section section, const QString &title, QWidget *content)
{
    auto *item = new QListWidgetItem(title, m_names);
    item->setData(Qt::UserRole, static_cast<int>(section));
    item->setSizeHint({namesWidth, metrics::rowHeight(metrics::formRow)});
    m_sections->addWidget(content);
}

void SettingsPage::showSection(Section section)
{
    for (int row = 0; row < m_names->count(); ++row) {
        if (m_names->item(row)->data(Qt::UserRole).toInt() == static_cast<int>(section))
            m_names->setCurrentRow(row);
    }
}

SettingsPage::Section SettingsPage::section() const
{
    return static_cast<Section>(m_names->currentItem()->data(Qt::UserRole).toInt());
}

} // namespace modelcrate
