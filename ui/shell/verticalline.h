// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace modelcrate {

/// One pixel wide, between parts of the window. Has no parent yet.
QWidget *verticalLine();

} // namespace modelcrate
