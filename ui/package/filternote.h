// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filefilter.h"
#include "ui/artifact/filerows.h"

#include <optional>

#include <QCoreApplication>
#include <QLabel>
#include <QTimer>

namespace modelcrate {

/// What a filter came to, above the list that it is of: how many files it took, or where its mistake is, in the words
/// of the filter with a caret below it. Hidden without a filter. A screen reader is told once the typing has ended. GUI
/// thread.
class FilterNote : public QLabel {
    // No Q_OBJECT: a label that elides is told from others by its class, and this one shows all.
    Q_DECLARE_TR_FUNCTIONS(modelcrate::FilterNote)

public:
    explicit FilterNote(QWidget *parent = nullptr);

    /// `filter` has this problem, or took these rows.
    void refresh(const QString &filter, const std::optional<FileFilter::Problem> &problem, const FileRows &rows);

private:
    void showProblem(const QString &filter, const FileFilter::Problem &problem);
    void showCount(const FileRows &rows);

    QTimer m_announce; ///< typing has ended: tell it
};

} // namespace modelcrate
