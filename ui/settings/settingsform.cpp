// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsform.h"

#include "ui/text/mnemonics.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QLabel>

namespace modelcrate {

namespace {

constexpr int formWidth = 640;
constexpr int fieldWidth = 200;

} // namespace

SettingsForm::SettingsForm(QWidget *parent) : QScrollArea(parent)
{
    auto *page = new QWidget;
    page->setMaximumWidth(formWidth);
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    m_form->setHorizontalSpacing(metrics::space5);
    m_form->setVerticalSpacing(metrics::space3);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_form->setLabelAlignment(Qt::AlignLeft);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundRole(QPalette::Base);
    setWidget(page);
}

void SettingsForm::addHeading(const QString &text)
{
    if (m_form->rowCount() > 0)
        m_form->addItem(new QSpacerItem(0, metrics::space3));
    auto *label = new QLabel(text);
    label->setFont(Theme::font(FontRole::Section));
    m_form->addRow(label);
}

void SettingsForm::addField(const QString &label, QWidget *field)
{
    auto *name = new QLabel(label);
    name->setMinimumHeight(field->sizeHint().height());
    name->setBuddy(field);
    field->setAccessibleName(withoutMnemonics(label));
    field->setMinimumWidth(fieldWidth);
    m_form->addRow(name, field);
}

void SettingsForm::addExplanation(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::font(FontRole::Small));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    m_form->addRow(label);
}

void SettingsForm::addWide(QWidget *widget) { m_form->addRow(widget); }

} // namespace modelcrate
