// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/errortext.h"

#include <functional>

#include <QFrame>

class QLabel;
class QToolButton;
class QAbstractButton;

namespace modelcrate {

class BarText;
class FlowLayout;

/// A sentence across a page with what can be done about it: never a dialog, stays until it is dismissed or no longer
/// true. Text is plain, whatever it quotes; its first part may be strong. It is as high as its width asks for: the text
/// wraps (bartext.h says how much of it is shown), and in a narrow bar the buttons stand below it. A screen reader
/// announces it when it appears or changes.
class InfoBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Success, Warning, Danger };

    explicit InfoBar(QWidget *parent = nullptr);

    void setMessage(Kind kind, const QString &strong, const QString &text = {});
    /// Title, cause and what to do, with "Copy Details" as an action.
    void setError(const ErrorText &error);
    /// Another icon than the kind's own.
    void setIconName(const QString &name);
    Kind kind() const { return m_kind; }
    QString text() const; ///< all of it, plain

    /// Buttons stand at the end in the order added; the first is outlined, the others are flat. The bar owns them.
    QAbstractButton *addAction(const QString &text, const QString &objectName, std::function<void()> triggered);
    void clearActions();
    void setDismissible(bool dismissible);

Q_SIGNALS:
    /// The user closed it; the bar has hidden itself.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void announce();

    Kind m_kind = Kind::Info;
    QString m_strong;
    QString m_text;
    QString m_iconName;
    QLabel *m_icon;
    BarText *m_label;
    QWidget *m_actions;
    FlowLayout *m_actionLayout;
    QToolButton *m_dismiss;
    QList<QAbstractButton *> m_buttons;
};

} // namespace modelcrate
