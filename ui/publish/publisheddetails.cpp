// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publisheddetails.h"

#include "ui/artifact/usecommands.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// Brings the first line of a value to the height of its button.
constexpr int textTop = 6;

} // namespace

PublishedDetails::PublishedDetails(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    m_layout->setSpacing(metrics::space2);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PublishedDetails::setResult(const PublishResult &result, const Location &target)
{
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addValue(tr("Reference"), toQString(toString(target)), QStringLiteral("publishedReference"));
    addValue(tr("Digest"), toQString(result.digest.toString()), QStringLiteral("publishedDigest"));
    auto *sums = new QLabel(
        tr("%n layer(s), %1", nullptr, static_cast<int>(result.layers)).arg(formatBytes(result.totalSize)), this);
    sums->setObjectName(QStringLiteral("publishedSums"));
    m_layout->addWidget(sums);
    auto *heading = new QLabel(tr("How others get it"), this);
    heading->setFont(Theme::font(FontRole::Section));
    heading->setContentsMargins(0, metrics::space3, 0, 0);
    m_layout->addWidget(heading);
    int number = 0;
    for (const auto &command : useCommands(target, result.digest))
        addValue(command.program, toQString(command.text), QStringLiteral("publishedCommand%1").arg(number++));
    m_layout->addStretch();
}

void PublishedDetails::addValue(const QString &title, const QString &value, const QString &objectName)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLabel(title, row);
    name->setMinimumWidth(metrics::formLabel);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    name->setContentsMargins(0, textTop, 0, 0);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new QLabel(value, row);
    text->setObjectName(objectName);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(title, value));
    text->setFont(Theme::font(FontRole::Mono));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setLayoutDirection(Qt::LeftToRight);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setContentsMargins(0, textTop, 0, 0);
    // A long reference is cut at the window's edge, never widens the window; Copy has all of it.
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    text->setToolTip(value);
    auto *copy = new QToolButton(row);
    copy->setObjectName(objectName + QStringLiteral("Copy"));
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy %1").arg(title));
    connect(copy, &QToolButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    layout->addWidget(name);
    layout->addWidget(text, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    m_layout->addWidget(row);
}

} // namespace modelcrate

#include "moc_publisheddetails.cpp"
