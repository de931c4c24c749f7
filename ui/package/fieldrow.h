// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/modelconfig.h"
#include "ui/artifact/fieldspec.h"
#include "ui/package/fieldcheck.h"

#include <optional>
#include <vector>

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace modelcrate {

class ElidedLabel;
class FieldInput;
class FieldNotice;
class PackageDocument;

/// One field of the metadata form: label, input, and who said it (the files, whoever published what is edited, or you),
/// with what gives that back; below the input what is wrong with a repair, what the specification finds unusual, and
/// sources that disagree. Edits go to the document as they are typed; what comes
/// back from there is shown without disturbing who types.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(const FieldSpec &spec, PackageDocument &document, QWidget *parent = nullptr);

    const FieldSpec &spec() const { return m_spec; }
    /// Shows the document's present value.
    /// `anew`: also when it is as it was (what was detected is other).
    void refresh(bool anew = false);
    /// What files say may count no more, or again: some were left out or taken in.
    void refreshSources();
    /// Why the field is left out or the value must not stay; empty when it may.
    QString error() const { return m_error.isEmpty() && m_remarkIsError ? m_remark : m_error; }
    /// What the specification says against the value that stands in the config; empty for nothing.
    void setRemark(const QString &remark, bool isError);
    /// Something to look at that does not stop a publish.
    bool hasWarning() const { return error().isEmpty() && (!m_remark.isEmpty() || m_conflict); }
    bool isFilled() const { return m_filled; } ///< has a value or a text that is none yet
    /// Stays in sight although it is empty, for one of these reasons; else it may be hidden.
    bool isWorthShowing() const { return m_spec.essential || m_filled || m_kept || m_hasOrigin; }
    void setKept(bool kept) { m_kept = kept; }
    bool isFromFiles() const { return m_fromFiles; }
    bool isChanged() const { return m_changed; } ///< since it was published
    bool matches(const QString &filter) const;
    void focusInput();

Q_SIGNALS:
    void changed(); ///< error, warning or filled

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void edited();
    void apply(const QString &text, const QString &undoText);
    void refreshSource(const std::vector<DetectedField> &detected);
    void showSource(const QString &text, const QString &tip, const QString &iconName);
    void showDetectedSource(const std::vector<DetectedField> &detected);
    void showPublishedSource();
    QString shownValue(const Json &value) const;
    void refreshConflict(const std::vector<DetectedField> &detected);
    bool counts(const DetectedField &source) const;
    void refreshNotice();

    const FieldSpec &m_spec;
    PackageDocument &m_document;
    FieldInput *m_input;
    FieldNotice *m_notice;
    QWidget *m_conflictBox = nullptr;
    std::vector<DetectedField> m_conflictShown;
    QString m_conflictValue;
    QVBoxLayout *m_column;
    QLabel *m_sourceIcon;
    ElidedLabel *m_source;
    QToolButton *m_useDetected;
    QToolButton *m_restore; ///< what was published
    QString m_error;
    QString m_repair;
    QString m_remark;
    bool m_remarkIsError = false;
    struct Shown {
        QString typed;
        QString text;
        bool isDraft = false;
    };
    std::optional<Shown> m_shown; ///< what the last refresh was of
    bool m_conflict = false;
    bool m_filled = false;
    bool m_fromFiles = false;
    bool m_changed = false;
    bool m_hasOrigin = false; ///< a value that was detected or published
    bool m_kept = false;
};

} // namespace modelcrate
