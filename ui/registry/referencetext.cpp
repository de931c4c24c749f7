// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/referencetext.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace modelcrate {

QString referenceIn(const QString &pasted)
{
    // "docker pull --platform linux/amd64 ghcr.io/a/b:c": what is wanted comes last, options before it.
    static const QRegularExpression command(
        QStringLiteral("^(?:sudo )?(?:docker|podman|oras|modctl|skopeo|modelcrate-cli) .*\\s(\\S+)$"));
    static const QRegularExpression scheme(QStringLiteral("^(?:https?|docker|oci)://"));
    auto text = pasted.simplified();
    if (const auto match = command.match(text); match.hasMatch())
        text = match.captured(1);
    text.remove(scheme);
    while (text.endsWith(QLatin1Char('/')) && !QFileInfo(text).isAbsolute())
        text.chop(1);
    return text;
}

} // namespace modelcrate
