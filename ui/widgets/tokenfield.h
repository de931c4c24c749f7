// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLabel;

namespace modelcrate {

class FlowLayout;
class Token;
class TokenEdit;

/// A list of short texts as chips, with a line to add more. Enter, Tab and the separators add what is typed, Backspace
/// in the empty line takes the last chip away, the arrow keys walk over the chips and Delete removes the one marked.
/// Pasting a list adds all of it. A text that the check refuses stays in the line as it was typed, with the reason in
/// errorText(); it is never lost.
class TokenField : public QWidget {
    Q_OBJECT

public:
    explicit TokenField(QWidget *parent = nullptr);

    QStringList tokens() const;
    /// Emits nothing and keeps what is in the line. Tokens that the check refuses are shown as wrong, not dropped.
    void setTokens(const QStringList &tokens);
    /// What is typed and not yet a token.
    QString pendingText() const;
    void setPendingText(const QString &text);

    /// Why a text is no token; nothing when it is one. Checked when it is added.
    using Check = std::function<std::optional<QString>(const QString &)>;
    void setCheck(Check check);
    /// The token that a text stands for ("en" for "en English" of the completions); asked before the check.
    void setNormalization(std::function<QString(const QString &)> tokenOf);
    /// What a chip shows for a token ("en" as "en English"); the token stays what it is.
    void setLabels(std::function<QString(const QString &)> label);
    /// Characters that end a token when typed or pasted; ",;\n\t" at first. Take the comma out for names of people.
    void setSeparators(const QString &separators);
    void setCompletions(const QStringList &completions);
    void setPlaceholderText(const QString &text);
    void setReadOnly(bool readOnly);

    /// Why the text in the line was refused; empty when it was not.
    QString errorText() const { return m_error; }

    /// The field keeps its height to this by itself, so layouts need not ask.
    bool hasHeightForWidth() const override { return false; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the user.
    void tokensChanged();
    /// The text in the line, or whether it was refused, changed.
    void pendingChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);
    /// Turns what separators end into tokens; `isPasted`: the rest as well.
    void splitPending(bool isPasted);
    /// Adds what is in the line if it is a token; true if the line is empty afterwards.
    bool commitPending();
    bool tryAdd(const QString &typed);
    void append(const QString &text);
    void remove(int index);
    void mark(int index);
    void setError(const QString &error);
    void updateNames();
    void adjustHeight();
    /// After chips came or went.
    void settle();

    FlowLayout *m_layout;
    QLabel *m_more;
    TokenEdit *m_edit;
    QList<Token *> m_tokens;
    QStringList m_beyond; ///< kept, but too many to show one by one
    Check m_check;
    std::function<QString(const QString &)> m_label;
    std::function<QString(const QString &)> m_tokenOf;
    QString m_separators = QStringLiteral(",;\n\t");
    QString m_error;
    QString m_placeholder;
    qsizetype m_lineLength = 0; ///< before the present edit
    int m_marked = -1;
    bool m_readOnly = false;
    bool m_isLoading = false;
};

} // namespace modelcrate
