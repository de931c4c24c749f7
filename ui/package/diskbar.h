// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/infobar.h"

#include <cstddef>

namespace modelcrate {

class PackageDocument;

/// Says that the folder is not any more as the package knows it, and offers to look at it again; gone when it is. GUI
/// thread.
class DiskBar : public InfoBar {
    Q_OBJECT

public:
    explicit DiskBar(QWidget *parent = nullptr);

    /// Goes over the entries once. `newFiles`: how many a rescan would add.
    void refresh(const PackageDocument &document, std::size_t newFiles);

Q_SIGNALS:
    void rescanRequested();

private:
    std::size_t m_changed = 0; ///< as it says
    std::size_t m_newFiles = 0; ///< likewise
};

} // namespace modelcrate
