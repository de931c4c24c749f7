// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/layerkind.h"
#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPixmap>

namespace modelcrate {

/// An icon of resources/icons by name ("folder-open"), drawn in the colours of the theme as it is when it is painted:
/// `role` normally, TextDisabled when disabled. Icons follow a change of theme by themselves (an engine, not stored
/// pixmaps).
QIcon icon(const QString &name, Role role = Role::Text);
QIcon layerIcon(LayerKind kind);
/// One pixmap, cached by name, size, ratio and colour.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);
QString layerIconName(LayerKind kind); ///< "weight", "config", "doc", "code", "dataset"

} // namespace modelcrate
