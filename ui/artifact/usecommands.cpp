// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/usecommands.h"

#include "base/text.h"

#include <algorithm>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::UseCommands)
};

bool isPlain(char c)
{
    constexpr std::string_view others = "@%+=:,./-_";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || others.find(c) != std::string_view::npos;
}

/// These tools ask for TLS unless told otherwise; a registry on this machine rarely has it.
bool isLoopback(const RegistryHost &host)
{
    const auto text = host.toString();
    return text.rfind("localhost", 0) == 0 || text.rfind("127.", 0) == 0 || text.rfind("[::1]", 0) == 0;
}

std::vector<UseCommand> forRegistry(const Reference &reference, const Digest &digest)
{
    const auto name = reference.toString();
    const bool plain = isLoopback(reference.registry);
    const auto pinned =
        cat(reference.registry.toString(), '/', reference.repository.toString(), '@', digest.toString());
    return {{QStringLiteral("modelcrate-cli"), cat("modelcrate-cli pull ", name, " ./model")},
            {QStringLiteral("modctl"), cat("modctl pull ", plain ? "--plain-http " : "", name)},
            {QStringLiteral("oras"), cat("oras pull ", plain ? "--plain-http " : "", "-o ./model ", name)},
            {QStringLiteral("skopeo"),
             cat("skopeo copy ", plain ? "--src-tls-verify=false " : "", "docker://", name, " oci:./model-layout")},
            {Text::tr("Kubernetes"),
             cat("volumes:\n- name: model\n  image:\n    reference: ", pinned, "\n    pullPolicy: IfNotPresent")}};
}

} // namespace

std::string shellQuoted(const std::string &word)
{
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + "'";
}

std::string publishCommand(const std::string &source, const Location &target)
{
    const auto *verb = std::holds_alternative<Reference>(target) ? "push" : "build";
    return cat("modelcrate-cli ", verb, ' ', shellQuoted(source), ' ', shellQuoted(toString(target)));
}

std::vector<UseCommand> useCommands(const Location &published, const Digest &digest)
{
    if (const auto *reference = std::get_if<Reference>(&published))
        return forRegistry(*reference, digest);
    const auto name = shellQuoted(toString(published));
    std::vector<UseCommand> commands{{QStringLiteral("modelcrate-cli"), cat("modelcrate-cli pull ", name, " ./model")}};
    if (const auto *layout = std::get_if<LayoutLocation>(&published)) {
        const auto place = shellQuoted(layout->path.string()
                                       + (layout->tag ? ":" + layout->tag->toString() : "@" + digest.toString()));
        commands.push_back({QStringLiteral("oras"), cat("oras pull --oci-layout -o ./model ", place)});
        commands.push_back({QStringLiteral("skopeo"), cat("skopeo inspect --raw ", name)});
    } else {
        commands.push_back(
            {Text::tr("To a registry"), cat("modelcrate-cli copy ", name, " registry.example/team/model:v1")});
    }
    return commands;
}

} // namespace modelcrate
