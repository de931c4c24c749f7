// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "formats/hubconfig.h"
#include "formats/license.h"
#include "formats/modelcard.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    const ModelCard card = parseModelCard(input);
    for (const std::string_view name : {"license", "language", "tags"})
        static_cast<void>(cardTexts(card, name));
    static_cast<void>(parseHubConfig(input));
    static_cast<void>(recognizeLicenseText(input));
    static_cast<void>(spdxForHubLicense(input));
}
