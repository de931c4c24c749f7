// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QFormLayout;

namespace modelcrate {

/// A section of the settings page: headings, rows of a label and a field, and explanations below them; scrolls when it
/// is too small. What derives from it connects its fields so that each takes effect at once. GUI thread.
class SettingsForm : public QScrollArea {
    Q_OBJECT

public:
    explicit SettingsForm(QWidget *parent = nullptr);

protected:
    void addHeading(const QString &text);
    /// `label` is also the field's accessible name, and its mnemonic, if any, leads to it.
    void addField(const QString &label, QWidget *field);
    /// Wraps; small and muted.
    void addExplanation(const QString &text);
    /// Over the whole width.
    void addWide(QWidget *widget);

private:
    QFormLayout *m_form;
};

} // namespace modelcrate
