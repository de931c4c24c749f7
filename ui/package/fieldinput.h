// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/fieldspec.h"
#include "ui/widgets/painting.h"

#include <memory>

#include <QObject>
#include <QString>

class QWidget;

namespace modelcrate {

/// What a field of the form is typed into, whatever its kind: its text is that of fieldcheck.h. One made for a spec by
/// make(); its widget belongs to the parent that was given.
class FieldInput : public QObject {
    Q_OBJECT

public:
    static FieldInput *make(const FieldSpec &spec, QWidget *parent);

    /// What stands in the row, and what takes the keys.
    virtual QWidget *widget() const = 0;
    virtual QWidget *focusWidget() const { return widget(); }
    virtual QString text() const = 0;
    /// Emits nothing; a caret stays where it is when the text is the same.
    virtual void setText(const QString &text) = 0;
    virtual void setState(FieldState state) { setFieldState(focusWidget(), state); }
    virtual void setPlaceholder(const QString &) { }
    /// Somebody is in the middle of a token: no reason to object yet.
    virtual bool isUnfinished() const { return false; }

Q_SIGNALS:
    void edited(); ///< by the user

protected:
    explicit FieldInput(QWidget *parent);
};

} // namespace modelcrate
