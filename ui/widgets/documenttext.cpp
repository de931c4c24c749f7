// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/documenttext.h"

#include <QTextBlock>
#include <QTextDocument>

namespace modelcrate {

QString documentText(const QTextDocument &document)
{
    QString text;
    text.reserve(document.characterCount());
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        if (block != document.begin())
            text += QLatin1Char('\n');
        text += block.text();
    }
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    return text;
}

} // namespace modelcrate
