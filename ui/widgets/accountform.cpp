// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/accountform.h"

#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace modelcrate {

namespace {

constexpr int fieldWidth = 280;

QLabel *note()
{
    auto *label = new QLabel;
    label->setFont(Theme::font(FontRole::Small));
    label->setWordWrap(true);
    return label;
}

} // namespace

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent),
      m_user(new QLineEdit),
      m_secret(new QLineEdit),
      m_place(new QComboBox),
      m_placeNote(note()),
      m_error(note())
{
    setObjectName(QStringLiteral("accountForm"));
    m_user->setObjectName(QStringLiteral("accountUser"));
    m_user->setAccessibleName(tr("User"));
    m_secret->setObjectName(QStringLiteral("accountSecret"));
    m_secret->setAccessibleName(tr("Password or token"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setToolTip(tr("Use an access token in place of the password where the registry offers one."));
    m_place->setObjectName(QStringLiteral("accountPlace"));
    m_place->setAccessibleName(tr("Where the password is kept"));
    m_placeNote->setForegroundRole(QPalette::PlaceholderText);
    m_error->setObjectName(QStringLiteral("accountError"));
    m_error->setAccessibleName(tr("Why the sign-in failed"));
    for (auto *field :
         {static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_place)})
        field->setMinimumWidth(fieldWidth);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::space4);
    form->setVerticalSpacing(metrics::space2);
    form->setLabelAlignment(Qt::AlignLeft);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Password or token"), m_secret);
    form->addRow(tr("&Keep it"), m_place);
    form->addRow(QString(), m_placeNote);
    form->addRow(m_error);

    for (auto *field : {m_user, m_secret}) {
        connect(field, &QLineEdit::textChanged, this, &AccountForm::changed);
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (isComplete())
                Q_EMIT submitted();
        });
    }
    connect(m_place, &QComboBox::currentIndexChanged, this, &AccountForm::explainPlace);
    const auto follow = [this] {
        auto colors = m_error->palette();
        // On a ground of Base a label takes its ink from Text.
        for (const auto role : {QPalette::WindowText, QPalette::Text})
            colors.setColor(role, Theme::instance().color(Role::Danger));
        m_error->setPalette(colors);
    };
    follow();
    connect(&Theme::instance(), &Theme::changed, this, follow);
    setQuestion({});
}

void AccountForm::setQuestion(const AccountQuestion &question)
{
    m_user->setText(question.user);
    m_secret->clear();
    m_place->clear();
    if (question.hasKeychain)
        m_place->addItem(tr("In the desktop's keychain"), static_cast<int>(CredentialPlace::Keychain));
    m_place->addItem(tr("For this session only"), static_cast<int>(CredentialPlace::Session));
    m_place->addItem(tr("Where Docker keeps it"), static_cast<int>(CredentialPlace::OwnFile));
    explainPlace();
    setError({});
}

/// A choice that leaves a password readable on the disk must say so.
void AccountForm::explainPlace()
{
    switch (static_cast<CredentialPlace>(m_place->currentData().toInt())) {
    case CredentialPlace::Keychain: m_placeNote->setText(tr("Encrypted; for Modelcrate's window.")); break;
    case CredentialPlace::OwnFile:
        m_placeNote->setText(tr("For docker, podman and modelcrate-cli too. Not encrypted, unless Docker has a "
                                "credential helper."));
        break;
    default: m_placeNote->setText(tr("Nothing is written; the password is forgotten when Modelcrate ends.")); break;
    }
}

Account AccountForm::account() const
{
    return {m_user->text().trimmed(), m_secret->text(), static_cast<CredentialPlace>(m_place->currentData().toInt())};
}

bool AccountForm::isComplete() const { return !m_user->text().trimmed().isEmpty() && !m_secret->text().isEmpty(); }

void AccountForm::setError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void AccountForm::clearSecret() { m_secret->clear(); }

void AccountForm::focusFirst() { (m_user->text().isEmpty() ? m_user : m_secret)->setFocus(Qt::OtherFocusReason); }

} // namespace modelcrate
