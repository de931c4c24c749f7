// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/modelconfig.h"
#include "ui/artifact/fieldspec.h"

#include <string>
#include <vector>

#include <QString>
#include <QWidget>

namespace modelcrate {

/// A DetectedField's source in the user's language; names of files and members stay.
QString sourceText(const std::string &source);

/// Sources of one field that disagree: each value with its evidence, which of them is in use, and a button for the
/// others.
class FieldConflict : public QWidget {
    Q_OBJECT

public:
    /// `current`: the text of the value that is in use.
    FieldConflict(const FieldSpec &spec, const std::vector<DetectedField> &sources, const QString &current,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_headerHeight;
    QString m_header;
};

/// One for each value, in the order of the sources; a single one means that nobody disagrees.
std::vector<DetectedField> distinctValues(const std::vector<DetectedField> &sources);

} // namespace modelcrate
