// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/userprompts.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::DialogPrompts)
};

/// "md" of "Markdown (*.md);;JSON (*.json)".
QString firstSuffix(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\(\\*\\.([^ )*?]+)"));
    return pattern.match(filter).captured(1);
}

/// Shows a file dialog and answers once: the first selected path, or nothing.
void openFileDialog(QFileDialog *dialog, std::function<void(QString)> answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
        const auto files = result == QDialog::Accepted ? dialog->selectedFiles() : QStringList();
        answer(files.value(0));
    });
    dialog->open();
}

/// The form of a sign-in in a dialog.
class AccountDialog final : public QDialog {
public:
    AccountDialog(QWidget *parent, const AccountQuestion &question) : QDialog(parent)
    {
        setWindowTitle(Text::tr("Sign in to %1").arg(question.registry));
        setObjectName(QStringLiteral("accountDialog"));
        m_form->setQuestion(question);
        auto *explanation =
            new QLabel(Text::tr("Use an access token in place of the password where the registry offers one."));
        explanation->setWordWrap(true);
        explanation->setFont(Theme::font(FontRole::Small));
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
        m_signIn = buttons->addButton(Text::tr("&Sign In"), QDialogButtonBox::AcceptRole);
        m_signIn->setObjectName(QStringLiteral("accountSignIn"));
        m_signIn->setProperty("primary", true);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        connect(m_form, &AccountForm::changed, this, [this] { updateButton(); });
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(metrics::space4, metrics::space4, metrics::space4, metrics::space4);
        layout->setSpacing(metrics::space3);
        // No minimum width of its own, which would be instead of what the form needs.
        layout->addStrut(QFontMetrics(font()).averageCharWidth() * 60);
        layout->addWidget(explanation);
        layout->addWidget(m_form);
        layout->addWidget(buttons);
        m_signIn->setDefault(true); // only now it has a dialog to be the default of
        updateButton();
        m_form->focusFirst();
    }
    UserPrompts::Account account() const { return m_form->account(); }

private:
    void updateButton() { m_signIn->setEnabled(m_form->isComplete()); }

    AccountForm *m_form = new AccountForm(this);
    QPushButton *m_signIn = nullptr;
};

} // namespace

void DialogPrompts::chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                                   std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestion,
                                   const QString &filter, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // The dialog must know the whole name, or it would ask about another file than the one that is replaced.
    dialog->setDefaultSuffix(firstSuffix(filter));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString &chosen) { dialog->setDefaultSuffix(firstSuffix(chosen)); });
    dialog->selectFile(suggestion);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("choiceDialog"));
    box->setWindowTitle(QCoreApplication::applicationName());
    box->setTextFormat(Qt::PlainText);
    box->setText(choice.title);
    box->setInformativeText(choice.text);
    // The format above is the title's only.
    if (auto *text = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_informativelabel")))
        text->setTextFormat(Qt::PlainText);
    if (auto *title = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label")))
        title->setFont(Theme::font(FontRole::Strong));
    QList<QAbstractButton *> buttons;
    for (int i = 0; i < choice.buttons.size(); ++i) {
        const bool givesUp = i + 1 == choice.buttons.size();
        const auto role = givesUp     ? QMessageBox::RejectRole
            : i == choice.destructive ? QMessageBox::DestructiveRole
                                      : QMessageBox::AcceptRole;
        auto *button = box->addButton(choice.buttons.at(i), role);
        button->setObjectName(QStringLiteral("choiceButton%1").arg(i));
        buttons << button;
        if (givesUp) {
            box->setDefaultButton(button);
            box->setEscapeButton(button);
        }
    }
    QObject::connect(box, &QDialog::finished, box, [box, buttons, answer = std::move(answer)](int) {
        const auto index = static_cast<int>(buttons.indexOf(box->clickedButton()));
        answer(index < 0 ? static_cast<int>(buttons.size()) - 1 : index);
    });
    box->open();
}

void DialogPrompts::askAccount(QWidget *parent, const AccountQuestion &question,
                               std::function<void(std::optional<Account>)> answer)
{
    auto *dialog = new AccountDialog(parent, question);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(dialog->account()) : std::nullopt);
    });
    dialog->open();
}

} // namespace modelcrate
