// SPDX-License-Identifier: Apache-2.0
#include "ui/text/mnemonics.h"

namespace modelcrate {

QString escapeMnemonics(QString name) { return name.replace(QLatin1Char('&'), QLatin1String("&&")); }

QString withoutMnemonics(const QString &text)
{
    QString words;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && ++i == text.size())
            break;
        words += text[i];
    }
    return words;
}

} // namespace modelcrate
