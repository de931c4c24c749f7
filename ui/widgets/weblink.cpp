// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/weblink.h"

#include "ui/text/convert.h"
#include "ui/widgets/userprompts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::WebLink)
};

} // namespace

void openWebLink(UserPrompts &prompts, QWidget *parent, const QUrl &link)
{
    if (link.scheme() != QLatin1String("https") && link.scheme() != QLatin1String("http"))
        return;
    const auto shown = displayText(link.toString(QUrl::FullyEncoded).toStdString());
    prompts.choose(parent,
                   {.title = Words::tr("Open this link in the browser?"),
                    .text = shown,
                    .buttons = {Words::tr("Open"), Words::tr("Cancel")}},
                   [link](int choice) {
                       if (choice == 0)
                           QDesktopServices::openUrl(link);
                   });
}

} // namespace modelcrate
