// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/refusedresource.h"

#include <QByteArray>
#include <QImage>
#include <QTextDocument>

namespace modelcrate {

QVariant refusedResource(int type)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    // Not a null image either: the layout takes that as none.
    QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
    pixel.fill(Qt::transparent);
    return pixel;
}

} // namespace modelcrate
