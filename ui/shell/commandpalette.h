// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QIcon>
#include <QPointer>
#include <QString>

class QLineEdit;
class QListWidget;

namespace modelcrate {

/// Something that can be done or gone to by typing a part of its name.
struct PaletteEntry {
    QString text;
    QString detail; ///< menu, keys, or where it is; searched too
    QIcon icon;
    std::function<void()> run;
};

/// A field over the window with what fits below it: letters narrow the list, arrows choose, Return does it, Escape or a
/// click elsewhere leaves everything as it was. Every word must occur in an entry's text or detail; entries whose text
/// begins with what was typed come first, else the order given stays. Not modal. GUI thread.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void open(std::vector<PaletteEntry> entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &typed);
    void runCurrent();
    void leave();
    void place();

    QLineEdit *m_field;
    QListWidget *m_list;
    std::vector<PaletteEntry> m_entries;
    QIcon m_noIcon; ///< as wide as the others, so that texts stand below each other
    QPointer<QWidget> m_focusBefore;
};

} // namespace modelcrate
