// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace modelcrate {

/// The one accented button of a page. The style draws every QPushButton with the property "primary" like this; this
/// class also gives its icon the colour that is read on the accent. (Other properties of a QPushButton that the style
/// knows: "compact", 24 pixels high; flat, without a border.)
class PrimaryButton : public QPushButton {
    Q_OBJECT

public:
    explicit PrimaryButton(const QString &text = {}, QWidget *parent = nullptr);
    /// `iconName` of resources/icons.
    PrimaryButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);
};

} // namespace modelcrate
