// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tristatefield.h"

namespace modelcrate {

namespace {
enum Segment { Yes, No, NotStated };
}

TriStateField::TriStateField(QWidget *parent) : SegmentedControl(parent)
{
    addSegment(tr("Yes"), QStringLiteral("triStateYes"));
    addSegment(tr("No"), QStringLiteral("triStateNo"));
    addSegment(tr("Not stated"), QStringLiteral("triStateNotStated"));
    setCurrentIndex(NotStated);
    connect(this, &SegmentedControl::currentChanged, this, &TriStateField::valueChanged);
}

std::optional<bool> TriStateField::value() const
{
    return currentIndex() == Yes ? std::optional(true) : currentIndex() == No ? std::optional(false) : std::nullopt;
}

void TriStateField::setValue(std::optional<bool> value) { setCurrentIndex(!value ? NotStated : *value ? Yes : No); }

} // namespace modelcrate
