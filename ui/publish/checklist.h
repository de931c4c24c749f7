// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace modelcrate {

/// Checks before a publish: each a sign with a word for it, a title, a line that explains, at most one thing to do, and
/// where the guide says more.
class CheckList : public QWidget {
    Q_OBJECT

public:
    enum class Verdict { Passed, Note, Warning, Problem };
    struct Check {
        Verdict verdict = Verdict::Passed;
        QString title;
        QString text = {};
        QString action = {}; ///< "Go to Field"
        std::function<void()> run = {};
        QString topic = {}; ///< of the guide, which a button beside it asks for; or empty
    };

    explicit CheckList(QWidget *parent = nullptr);
    /// Nothing moves when they are the same as before.
    void setChecks(std::vector<Check> checks);
    const std::vector<Check> &checks() const { return m_checks; }

Q_SIGNALS:
    void helpRequested(const QString &topic);

private:
    QWidget *makeRow(const Check &check, int index);

    QVBoxLayout *m_layout;
    std::vector<Check> m_checks;
};

} // namespace modelcrate
