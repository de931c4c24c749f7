// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "io/json.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    JsonLimits lenient;
    lenient.allowNonFinite = true;
    static_cast<void>(parseJson(input, lenient));

    const auto value = parseJson(input);
    if (!value)
        return;
    const std::string bytes = dumpJson(*value);
    const auto again = parseJson(bytes);
    MUST(again.has_value());
    MUST(*again == *value);
    MUST(dumpJson(*again) == bytes);
    const auto pretty = parseJson(dumpJsonPretty(*value));
    MUST(pretty.has_value() && *pretty == *value);
}
