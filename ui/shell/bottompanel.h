// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/package/packageproblems.h"

#include <QDockWidget>

class QAction;
class QListWidget;
class QPlainTextEdit;
class QTabWidget;

namespace modelcrate {

/// What is to be said below the places: the problems of the current package, and Activity, the log of this run (its
/// last 2 000 lines). All text is plain. GUI thread.
class BottomPanel : public QDockWidget {
    Q_OBJECT

public:
    enum class Page { Problems, Activity };

    explicit BottomPanel(QWidget *parent = nullptr);

    /// `package` tells one list from the next and is not used; null: none is open. The same list again leaves what is
    /// selected as it is, and gives false.
    bool showProblems(const QList<PackageProblem> &problems, const QObject *package);
    /// Topic of the guide for the problem that has the focus, or empty.
    QString focusedTopic() const;
    /// "What Does This Mean?" for the selected problem; off where the guide has no answer.
    QAction *explainAction() const { return m_explain; }

    void note(const QString &line); ///< into Activity, with the time
    QString activity() const;
    void setActivity(const QString &text); ///< as activity() gave it

    Page page() const;
    void setPage(Page page); ///< leaves the panel open or closed
    void showPage(Page page); ///< and opens the panel
    void togglePage(Page page); ///< closes the panel if that page is shown

Q_SIGNALS:
    void activated(const modelcrate::PackageProblem &problem);
    void explanationRequested(const QString &topic);

private:
    QWidget *makeProblems();
    QWidget *makeActivity();
    QWidget *makeExplainButton();

    QTabWidget *m_tabs;
    QListWidget *m_list;
    QPlainTextEdit *m_activity;
    QAction *m_explain;
    QList<PackageProblem> m_shown; ///< row by row
    const QObject *m_shownOf = nullptr; ///< only compared
};

} // namespace modelcrate
