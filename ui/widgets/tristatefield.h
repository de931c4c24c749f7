// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/segmentedcontrol.h"

#include <optional>

namespace modelcrate {

/// Yes, No or Not stated; the last is an answer as good as the others and always in sight.
class TriStateField : public SegmentedControl {
    Q_OBJECT

public:
    explicit TriStateField(QWidget *parent = nullptr);

    std::optional<bool> value() const;
    /// Emits nothing.
    void setValue(std::optional<bool> value);

Q_SIGNALS:
    /// By the user.
    void valueChanged();
};

} // namespace modelcrate
