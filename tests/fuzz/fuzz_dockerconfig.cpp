// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "registry/credentialhelper.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    const auto file = parseAuthFile(input);
    if (!file)
        return;
    for (const auto &[key, credential] : file->auths)
        MUST(!credential.user.empty() || !credential.secret.empty());
    for (const auto &[registry, helper] : file->helpers) {
        const auto named = CredentialHelper::named(helper);
        MUST(!named || helper.find('/') == std::string::npos);
    }
}
