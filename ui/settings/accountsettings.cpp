// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/accountsettings.h"

#include "operations/accesscheck.h"
#include "operations/signin.h"
#include "ui/artifact/signinflow.h"
#include "ui/jobs/jobrunner.h"
#include "ui/settings/accesssteps.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/mnemonics.h"
#include "ui/widgets/accountform.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <QApplication>
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int mostWidth = 960;
constexpr int visibleRows = 6;
constexpr int panelWidth = 640;

enum ItemRole { KeyRole = Qt::UserRole, UserRole, PlaceRole };
enum Column { RegistryColumn, UserColumn, SourceColumn, ConnectionColumn };
constexpr int noPlace = -1;

QLabel *heading(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setFont(Theme::font(FontRole::Section));
    return label;
}

QPushButton *button(const QString &text, const char *objectName)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(objectName));
    made->setAccessibleName(withoutMnemonics(text));
    return made;
}

QString placeText(CredentialPlace place, const QString &source)
{
    switch (place) {
    case CredentialPlace::Session: return AccountSettings::tr("This session only");
    case CredentialPlace::Keychain: return AccountSettings::tr("The desktop's keychain");
    case CredentialPlace::Environment: return AccountSettings::tr("The variable %1").arg(source);
    case CredentialPlace::OwnFile:
    case CredentialPlace::OtherFile: break;
    }
    return source;
}

/// A place that signing out may take it from; a key of a namespace belongs to whoever wrote it.
bool canForget(CredentialPlace place, const QString &key)
{
    return place != CredentialPlace::OtherFile && place != CredentialPlace::Environment
        && !key.contains(QLatin1Char('/'));
}

QString connectionText(const RegistrySettings &settings)
{
    if (settings.plainHttp)
        return AccountSettings::tr("Not encrypted");
    return settings.caFile.empty() ? QString() : AccountSettings::tr("Authority of its own");
}

} // namespace

AccountSettings::AccountSettings(Services &services, QWidget *parent) : QScrollArea(parent), m_services(services)
{
    setObjectName(QStringLiteral("accountSettings"));
    auto *page = new QWidget;
    page->setMaximumWidth(mostWidth);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    column->setSpacing(metrics::space3);
    column->addWidget(heading(tr("Accounts")));
    m_message = new InfoBar;
    m_message->setObjectName(QStringLiteral("accountsMessage"));
    m_message->setDismissible(true);
    m_message->hide();
    column->addWidget(m_message);
    column->addWidget(makeTable());
    column->addWidget(makeActions());
    column->addWidget(makeSignIn());
    column->addWidget(makeRegistry());
    column->addStretch(1);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundRole(QPalette::Base);
    setWidget(page);
    setFocusProxy(m_table);
    connect(&services.settings, &Settings::changed, this, [this] {
        if (isVisible())
            reload();
    });
    currentChanged();
}

QWidget *AccountSettings::makeTable()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_model = new QStandardItemModel(this);
    m_model->setHorizontalHeaderLabels({tr("Registry"), tr("User"), tr("Kept in"), tr("Connection")});
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("accountsTable"));
    m_table->setAccessibleName(tr("Accounts of registries"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    const int row = metrics::rowHeight(metrics::listRow);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setFixedHeight(row * (visibleRows + 1));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(SourceColumn, QHeaderView::Stretch);
    const auto follow = [this] { m_table->setPalette(Theme::instance().itemViewPalette()); };
    follow();
    connect(&Theme::instance(), &Theme::changed, this, follow);
    connect(&Theme::instance(), &Theme::changed, this, &AccountSettings::followTheme);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AccountSettings::currentChanged);
    column->addWidget(m_table);
    m_nothing = new QLabel(tr("No accounts are found: neither docker nor podman is signed in to a registry, and no "
                              "registry was used yet. Public models can be pulled without an account; to publish, sign "
                              "in."));
    m_nothing->setObjectName(QStringLiteral("noAccounts"));
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    column->addWidget(m_nothing);
    return box;
}

QWidget *AccountSettings::makeActions()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    m_signInButton = button(tr("Sign &In…"), "accountsSignIn");
    connect(m_signInButton, &QPushButton::clicked, this, &AccountSettings::openSignIn);
    m_signOutButton = button(tr("Sign &Out"), "accountsSignOut");
    connect(m_signOutButton, &QPushButton::clicked, this, &AccountSettings::signOut);
    auto *again = button(tr("&Look Again"), "accountsReload");
    again->setToolTip(tr("Reads Docker's and Podman's files and asks their helpers once more"));
    connect(again, &QPushButton::clicked, this, &AccountSettings::reload);
    for (auto *each : {m_signInButton, m_signOutButton, again})
        row->addWidget(each);
    row->addStretch(1);
    return box;
}

QWidget *AccountSettings::makeSignIn()
{
    m_signInPanel = new QWidget;
    m_signInPanel->setMaximumWidth(panelWidth);
    auto *column = new QVBoxLayout(m_signInPanel);
    column->setContentsMargins(0, metrics::space3, 0, 0);
    column->addWidget(heading(tr("Sign in")));
    m_registryField = new QLineEdit;
    m_registryField->setObjectName(QStringLiteral("signInRegistry"));
    m_registryField->setAccessibleName(tr("Registry to sign in to"));
    m_registryField->setPlaceholderText(QStringLiteral("registry.example.com:5000"));
    column->addWidget(m_registryField);
    m_form = new AccountForm;
    column->addWidget(m_form);
    auto *buttons = new QHBoxLayout;
    m_submit = button(tr("Sign In"), "signInSubmit");
    m_submit->setProperty("primary", true);
    auto *cancel = button(tr("Cancel"), "signInCancel");
    buttons->addWidget(m_submit);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_submit, &QPushButton::clicked, this, &AccountSettings::signIn);
    connect(cancel, &QPushButton::clicked, this, &AccountSettings::closeSignIn);
    connect(m_form, &AccountForm::submitted, this, &AccountSettings::signIn);
    connect(m_form, &AccountForm::changed, this, &AccountSettings::refreshActions);
    connect(m_registryField, &QLineEdit::textChanged, this, &AccountSettings::refreshActions);
    m_signInPanel->hide();
    return m_signInPanel;
}

QWidget *AccountSettings::makeRegistry()
{
    m_registryPanel = new QWidget;
    auto *column = new QVBoxLayout(m_registryPanel);
    column->setContentsMargins(0, metrics::space3, 0, 0);
    column->setSpacing(metrics::space2);
    m_registryTitle = heading();
    column->addWidget(m_registryTitle);

    m_plainHttp = new QCheckBox(tr("Use &plain HTTP: passwords and files are not encrypted on the way"));
    m_plainHttp->setObjectName(QStringLiteral("plainHttpBox"));
    m_plainHttp->setAccessibleName(tr("Use plain HTTP, not encrypted"));
    connect(m_plainHttp, &QCheckBox::clicked, this, [this](bool plain) {
        if (const auto host = currentHost()) {
            auto settings = m_services.session.settings().registry(*host);
            settings.plainHttp = plain;
            choose(settings);
        }
    });
    column->addWidget(m_plainHttp);

    auto *authority = new QHBoxLayout;
    authority->addWidget(new QLabel(tr("Certificate authority:")));
    m_authority = new ElidedLabel;
    m_authority->setObjectName(QStringLiteral("authorityFile"));
    authority->addWidget(m_authority, 1);
    auto *chooseFile = button(tr("&Choose…"), "chooseAuthority");
    chooseFile->setAccessibleName(tr("Choose a file with certificate authorities"));
    connect(chooseFile, &QPushButton::clicked, this, &AccountSettings::chooseAuthority);
    authority->addWidget(chooseFile);
    m_noAuthority = button(tr("&Remove"), "removeAuthority");
    m_noAuthority->setAccessibleName(tr("Trust only the system's certificate authorities"));
    connect(m_noAuthority, &QPushButton::clicked, this, [this] {
        if (const auto host = currentHost()) {
            auto settings = m_services.session.settings().registry(*host);
            settings.caFile.clear();
            choose(settings);
        }
    });
    authority->addWidget(m_noAuthority);
    column->addLayout(authority);

    auto *testRow = new QHBoxLayout;
    m_repository = new QLineEdit;
    m_repository->setObjectName(QStringLiteral("testRepository"));
    m_repository->setAccessibleName(tr("Repository whose rights are tested"));
    m_repository->setPlaceholderText(tr("team/model, to test pull and push too"));
    testRow->addWidget(m_repository, 1);
    m_testButton = button(tr("&Test"), "accountsTest");
    m_testButton->setAccessibleName(tr("Test the way to the registry"));
    connect(m_testButton, &QPushButton::clicked, this, &AccountSettings::test);
    connect(m_repository, &QLineEdit::returnPressed, this, &AccountSettings::test);
    testRow->addWidget(m_testButton);
    column->addLayout(testRow);
    m_steps = new AccessSteps;
    m_steps->hide();
    column->addWidget(m_steps);
    return m_registryPanel;
}

void AccountSettings::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    reload();
}

void AccountSettings::reload()
{
    m_services.jobs.run<CredentialList>(
        this,
        [&session = m_services.session](const TaskContext &context) { return session.credentials().list(context); },
        [this, number = ++m_listed](Result<CredentialList> list) {
            if (number != m_listed) // a helper that is slow to answer must not bring back who has signed out
                return;
            if (list)
                showAccounts(*list);
            else
                showFailure(list.error());
        });
}

void AccountSettings::showAccounts(const CredentialList &list)
{
    const auto before = current();
    m_filling = true; // else the panel below would go and come, and the keyboard's focus with it
    m_model->removeRows(0, m_model->rowCount());
    QStringList named;
    for (const auto &credential : list.found) {
        const auto key = displayText(credential.key);
        addRow({key, displayText(credential.user), credential.place},
               placeText(credential.place, displayText(credential.source)), credential.inUse);
        named.append(key);
    }
    QStringList hosts = m_services.settings.registries();
    for (const auto &[host, settings] : m_services.session.settings().registries())
        hosts.append(toQString(host.toString()));
    hosts.removeDuplicates();
    for (const auto &host : hosts) {
        if (!named.contains(host))
            addRow({host, {}, std::nullopt}, tr("No account"), true);
    }
    int row = 0; // the same registry, at best with the account of the same place
    for (int i = m_model->rowCount() - 1; before && i >= 0; --i) {
        const auto *item = m_model->item(i);
        const bool samePlace = m_model->item(row)->data(KeyRole).toString() == before->key
            && m_model->item(row)->data(PlaceRole).toInt() == placeNumber(*before);
        if (item->data(KeyRole).toString() == before->key && !samePlace)
            row = i;
    }
    m_table->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_table->resizeColumnToContents(RegistryColumn);
    m_table->resizeColumnToContents(UserColumn);
    m_table->resizeColumnToContents(ConnectionColumn);
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_filling = false;
    currentChanged();
    if (!list.failures.empty())
        showFailure(list.failures.front());
}

void AccountSettings::addRow(const Row &row, const QString &source, bool inUse)
{
    const auto host = RegistryHost::parse(toUtf8(row.key.section(QLatin1Char('/'), 0, 0)));
    const auto settings = host ? m_services.session.settings().registry(*host) : RegistrySettings();
    auto *registry = new QStandardItem(row.key);
    registry->setData(row.key, KeyRole);
    registry->setData(row.user, UserRole);
    registry->setData(placeNumber(row), PlaceRole);
    const auto user = !row.place ? QString() : row.user.isEmpty() ? tr("with a token") : row.user;
    auto *connection = new QStandardItem(connectionText(settings));
    if (settings.plainHttp)
        connection->setIcon(icon(QStringLiteral("warning"), Role::Warning));
    auto *where = new QStandardItem(inUse ? source : tr("%1 — not used").arg(source));
    where->setToolTip(inUse ? source : tr("%1 is not used: an account of another place comes before it").arg(source));
    const QList<QStandardItem *> items{registry, new QStandardItem(user), where, connection};
    for (auto *item : items) {
        if (!row.place || !inUse)
            item->setForeground(Theme::instance().color(modelcrate::Role::TextMuted));
    }
    m_model->appendRow(items);
}

/// An item keeps a colour, not the role it was chosen for.
void AccountSettings::followTheme()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            auto *item = m_model->item(row, column);
            if (item && item->foreground().style() != Qt::NoBrush)
                item->setForeground(Theme::instance().color(modelcrate::Role::TextMuted));
        }
    }
}

int AccountSettings::placeNumber(const Row &row) { return row.place ? static_cast<int>(*row.place) : noPlace; }

std::optional<AccountSettings::Row> AccountSettings::current() const
{
    const auto *item = m_model->item(m_table->currentIndex().row());
    if (!item)
        return std::nullopt;
    const int place = item->data(PlaceRole).toInt();
    return Row{item->data(KeyRole).toString(), item->data(UserRole).toString(),
               place == noPlace ? std::nullopt : std::optional(static_cast<CredentialPlace>(place))};
}

std::optional<RegistryHost> AccountSettings::currentHost() const
{
    const auto row = current();
    const auto host =
        row ? RegistryHost::parse(toUtf8(row->key.section(QLatin1Char('/'), 0, 0))) : RegistryHost::parse({});
    return host ? std::optional(*host) : std::nullopt;
}

void AccountSettings::currentChanged()
{
    if (m_filling)
        return;
    const auto host = currentHost();
    m_registryPanel->setVisible(host.has_value());
    if (host) {
        const auto name = toQString(host->toString());
        const auto settings = m_services.session.settings().registry(*host);
        if (m_registryTitle->text() != name) {
            m_registryTitle->setText(name);
            m_repository->setText(usedRepository(name));
            m_steps->hide();
            ++m_tested;
            m_testButton->setEnabled(true);
        }
        m_plainHttp->setChecked(settings.plainHttp);
        m_authority->setText(settings.caFile.empty() ? tr("those of the system") : pathText(settings.caFile));
        m_authority->setMuted(settings.caFile.empty());
        m_noAuthority->setEnabled(!settings.caFile.empty());
    }
    refreshActions();
}

void AccountSettings::refreshActions()
{
    const auto row = current();
    const bool hasAccount = row && row->place;
    m_signOutButton->setEnabled(hasAccount && canForget(*row->place, row->key));
    m_signOutButton->setToolTip(!hasAccount || m_signOutButton->isEnabled()
                                    ? QString()
                                    : tr("Another program keeps this account: sign out there"));
    m_submit->setEnabled(!m_signingIn && m_form->isComplete() && !m_registryField->text().trimmed().isEmpty());
    m_submit->setText(m_signingIn ? tr("Signing in…") : tr("Sign In"));
}

void AccountSettings::showFailure(const Error &error)
{
    m_message->setError(errorText(error));
    m_message->show();
}

QString AccountSettings::usedRepository(const QString &host) const
{
    for (const auto &target : m_services.settings.recentTargets()) {
        const auto reference = Reference::parse(toUtf8(target));
        if (reference && toQString(reference->registry.toString()) == host)
            return toQString(reference->repository.toString());
    }
    return {};
}

// --- signing in and out --------------------------------------------------------------------------------------------

void AccountSettings::openSignIn()
{
    findKeychain(this, m_services, [this](bool hasKeychain) {
        const auto row = current();
        const auto host = currentHost();
        m_registryField->setText(host ? toQString(host->toString()) : QString());
        m_form->setQuestion({m_registryField->text(), row ? row->user : QString(), hasKeychain});
        m_signInPanel->show();
        if (host)
            m_form->focusFirst();
        else
            m_registryField->setFocus(Qt::OtherFocusReason);
        refreshActions();
        ensureWidgetVisible(m_submit);
    });
}

void AccountSettings::closeSignIn()
{
    m_form->clearSecret();
    m_signInPanel->hide();
    m_signInButton->setFocus(Qt::OtherFocusReason);
}

void AccountSettings::signIn()
{
    if (m_signingIn)
        return;
    const auto host = RegistryHost::parse(toUtf8(m_registryField->text().trimmed()));
    if (!host) {
        m_form->setError(errorText(host.error()).title + QLatin1Char('\n') + errorText(host.error()).cause);
        return;
    }
    m_signingIn = true;
    m_form->setError({});
    refreshActions();
    signInWith(this, m_services, *host, m_form->account(),
               [this, name = toQString(host->toString())](const Result<SignInResult> &result) {
                   m_signingIn = false;
                   if (!result) {
                       const auto text = errorText(result.error());
                       const bool refused = result.error().code() == ErrorCode::Unauthorized;
                       m_form->setError(
                           (refused ? tr("The registry does not take this user and password.") : text.title)
                           + QLatin1Char('\n') + text.cause);
                       refreshActions();
                       QTimer::singleShot(0, this, [this] { ensureWidgetVisible(m_submit); }); // once it is laid out
                       return;
                   }
                   closeSignIn();
                   m_message->setMessage(InfoBar::Kind::Success, tr("Signed in to %1.").arg(name),
                                         result->verified ? QString()
                                                          : tr("It asks nobody for a password here, so the password "
                                                               "was not tested."));
                   m_message->clearActions();
                   m_message->show();
                   m_services.settings.addRegistry(name);
                   reload();
               });
}

void AccountSettings::signOut()
{
    const auto row = current();
    const auto host = currentHost();
    if (!row || !row->place || !host)
        return;
    m_services.jobs.run<std::string>(
        this,
        [registry = *host, place = *row->place, &session = m_services.session](const TaskContext &context) {
            return modelcrate::signOut(registry, place, session, context);
        },
        [this, name = row->key](const Result<std::string> &where) {
            if (where) {
                m_message->setMessage(InfoBar::Kind::Success, tr("Signed out of %1.").arg(name));
                m_message->clearActions();
                m_message->show();
                m_services.settings.addRegistry(name); // it stays in the list
            } else {
                showFailure(where.error());
            }
            reload();
        });
}

// --- a registry ----------------------------------------------------------------------------------------------------

void AccountSettings::choose(const RegistrySettings &settings)
{
    const auto host = currentHost();
    if (!host)
        return;
    m_services.jobs.run<bool>(
        this,
        [registry = *host, settings, &session = m_services.session](const TaskContext &context) -> Result<bool> {
            RETURN_IF_ERROR(session.chooseForRegistry(registry, settings, context));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done)
                showFailure(done.error());
            m_steps->hide(); // it was another way
            currentChanged();
            m_services.settings.announce();
        });
}

void AccountSettings::chooseAuthority()
{
    const auto host = currentHost();
    if (!host)
        return;
    m_services.prompts.chooseOpenFile(this, tr("Certificate Authority of %1").arg(toQString(host->toString())),
                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                                      [this, registry = *host](const QString &file) {
                                          if (file.isEmpty())
                                              return;
                                          auto settings = m_services.session.settings().registry(registry);
                                          settings.caFile = toPath(file);
                                          choose(settings);
                                      });
}

void AccountSettings::test()
{
    const auto host = currentHost();
    if (!host)
        return;
    AccessCheckOptions options;
    if (const auto text = m_repository->text().trimmed(); !text.isEmpty()) {
        const auto repository = RepositoryName::parse(toUtf8(text));
        if (!repository)
            return showFailure(repository.error());
        options.repository = *repository;
    }
    m_steps->start();
    m_steps->show();
    m_testButton->setEnabled(false);
    // Each as soon as it is there: of a registry that does not answer, at least its name is known at once.
    options.onStep = [page = QPointer<AccountSettings>(this), number = ++m_tested](const AccessStep &step) {
        QMetaObject::invokeMethod(
            qApp,
            [page, number, step] {
                if (page && page->m_tested == number)
                    page->m_steps->addStep(step);
            },
            Qt::QueuedConnection);
    };
    m_services.jobs.run<AccessCheck>(
        this,
        [registry = *host, options, &session = m_services.session](const TaskContext &context) {
            return checkAccess(registry, options, session, context);
        },
        [this, number = m_tested](const Result<AccessCheck> &check) {
            if (number != m_tested)
                return;
            m_testButton->setEnabled(true);
            if (check)
                m_steps->showCheck(*check);
            else
                showFailure(check.error());
            ensureWidgetVisible(m_steps);
        });
}

} // namespace modelcrate
