// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include <QLabel>

namespace modelcrate {

/// The plain text of an InfoBar, its first part strong: it wraps, also within a word that is wider than it, and shows
/// four lines at most; the whole text is the tool tip then. Blanks are shown as one.
class BarText : public QLabel {
    Q_OBJECT

public:
    static constexpr int mostLines = 4;

    explicit BarText(QWidget *parent = nullptr);

    void setMessage(const QString &strong, const QString &text);

    /// Of a text that is so wide.
    struct Size {
        int lines = 0; ///< of all of it
        int height = 0; ///< of what is shown
        int fullHeight = 0;
    };
    Size sizeAt(int width) const;
    int naturalWidth() const; ///< of the widest line when none is broken
    /// Less is not worth reading.
    int leastWidth() const;
    bool isCut() const { return m_cut; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measureAnew();
    void showText();

    QString m_plain;
    qsizetype m_strong = 0; ///< so many letters of it
    mutable std::optional<int> m_naturalWidth; ///< measured when it is asked for: most bars are never seen
    mutable std::map<int, Size> m_sizes; ///< by width; a layout asks for the same few again and again
    bool m_hasPlace = false;
    bool m_cut = false;
};

} // namespace modelcrate
