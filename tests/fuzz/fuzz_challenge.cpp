// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "registry/challenge.h"
#include "registry/registryerror.h"
#include "registry/tokensource.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    const auto challenges = parseChallenges({std::string(input)});
    MUST(challenges.size() <= 64);
    for (const auto &challenge : challenges) {
        MUST(!challenge.scheme.empty());
        MUST(challenge.parameters.size() <= 32);
    }
    if (const auto chosen = chooseChallenge(challenges))
        MUST(chosen->scheme == "bearer" || chosen->scheme == "basic");
    if (const auto token = parseTokenAnswer(input))
        MUST(!token->first.empty() && token->second.count() >= 60);
    MUST(parseRegistryErrors(input).size() <= 20);
}
