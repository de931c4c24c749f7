// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/help/guide.h"

#include <functional>

#include <QWidget>

class QLineEdit;
class QListWidget;
class QToolButton;
class QUrl;

namespace modelcrate {

class GuideBrowser;
class UserPrompts;

/// The guide beside the list of its chapters, which becomes a list of sections while something is searched. Esc leaves,
/// Alt+Left goes back to what was read before. Speaks the language of the program's texts (Translations) and follows a
/// change of it. GUI thread.
class HelpPage : public QWidget {
    Q_OBJECT

public:
    explicit HelpPage(UserPrompts &prompts, QWidget *parent = nullptr);

    /// A chapter ("registries.md"), with or without "#anchor", or an anchor alone ("MP009"). One that is not there
    /// shows the first chapter.
    void showTopic(const QString &topic);
    /// "findings.md#MP009": of what is shown.
    QString topic() const;
    void focusSearch();

Q_SIGNALS:
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeContents();
    QWidget *makeText();
    void retranslate();
    void fillContents();
    void showPlace(Guide::Place place);
    void goBack();
    void escape();
    void follow(const QUrl &link);

    UserPrompts &m_prompts;
    Guide m_guide;
    Guide::Place m_place;
    QList<Guide::Place> m_before; ///< what was read before, the last one last
    QLineEdit *m_search;
    QListWidget *m_contents;
    GuideBrowser *m_browser;
    QToolButton *m_back;
};

} // namespace modelcrate
