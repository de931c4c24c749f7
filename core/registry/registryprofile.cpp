// SPDX-License-Identifier: Apache-2.0
#include "registry/registryprofile.h"

#include "base/text.h"
#include "io/json.h"
#include "registry/challenge.h"

namespace modelcrate {

namespace {

bool isUnder(std::string_view host, std::string_view domain)
{
    return host == domain
        || (host.size() > domain.size() && host.substr(host.size() - domain.size()) == domain
            && host[host.size() - domain.size() - 1] == '.');
}

constexpr ByteCount gigabytes(std::int64_t count) { return ByteCount(count * 1'000'000'000); }

} // namespace

RegistryProfile profileFor(const RegistryHost &host)
{
    const auto name = host.host();
    if (name == "docker.io")
        return {.name = "Docker Hub", .apiHost = "registry-1.docker.io", .listsRepositories = false};
    if (name == "ghcr.io")
        return {.name = "GitHub Container Registry", .maxBlob = gigabytes(10), .listsRepositories = false};
    if (name == "public.ecr.aws")
        return {.name = "Amazon ECR Public",
                .maxBlob = ByteCount(10'000LL << 20),
                .chunkedEncoding = false,
                .listsRepositories = false};
    if (isUnder(name, "amazonaws.com"))
        return {.name = "Amazon ECR", .maxBlob = ByteCount(52'000LL << 20), .chunkedEncoding = false};
    if (isUnder(name, "pkg.dev") || isUnder(name, "gcr.io"))
        return {.name = "Google Artifact Registry", .monolithicOnly = true};
    if (isUnder(name, "azurecr.io"))
        return {.name = "Azure Container Registry", .maxBlob = 200_GiB};
    if (name == "quay.io")
        return {.name = "Quay", .maxBlob = 20_GiB};
    // Its catalog is for administrators, of which the hosted one has none among its users.
    if (name == "registry.gitlab.com")
        return {.name = "GitLab Container Registry", .listsRepositories = false};
    if (isUnder(name, "jfrog.io"))
        return {.name = "JFrog Artifactory"};
    return {};
}

std::string_view toString(RegistrySoftware software)
{
    switch (software) {
    case RegistrySoftware::Unknown: break;
    case RegistrySoftware::Distribution: return "Distribution";
    case RegistrySoftware::Gitea: return "Gitea";
    case RegistrySoftware::GitLab: return "GitLab Container Registry";
    case RegistrySoftware::Harbor: return "Harbor";
    case RegistrySoftware::Artifactory: return "JFrog Artifactory";
    case RegistrySoftware::Nexus: return "Nexus Repository";
    case RegistrySoftware::Zot: return "zot";
    }
    return "OCI registry";
}

RegistrySoftware softwareOf(const HttpHeaders &answer)
{
    for (const auto &challenge : parseChallenges(answer.all("WWW-Authenticate"))) {
        const auto realm = challenge.parameter("realm");
        const auto service = challenge.parameter("service");
        // Its catalog wants Basic, and says "harbor" there.
        if (service == "harbor-registry" || realm == "harbor" || realm == "harbor-registry")
            return RegistrySoftware::Harbor;
        if (service == "container_registry") // Gitea borrowed GitLab's name for it
            return realm.find("/jwt/auth") != std::string_view::npos ? RegistrySoftware::GitLab
                                                                     : RegistrySoftware::Gitea;
    }
    if (answer.get("Gitlab-Container-Registry-Version"))
        return RegistrySoftware::GitLab;
    if (answer.get("X-JFrog-Version") || answer.get("X-Artifactory-Id"))
        return RegistrySoftware::Artifactory;
    if (answer.get("Server").value_or("").find("Nexus/") == 0)
        return RegistrySoftware::Nexus;
    return answer.get("Docker-Distribution-Api-Version") ? RegistrySoftware::Distribution : RegistrySoftware::Unknown;
}

RegistrySoftware softwareOfExtensions(std::string_view json)
{
    const auto document = parseJson(json);
    const auto *extensions = document ? document->find("extensions") : nullptr;
    if (!extensions || !extensions->asArray())
        return RegistrySoftware::Unknown;
    for (const auto &extension : *extensions->asArray()) {
        if (extension.text("name") == "_zot")
            return RegistrySoftware::Zot;
    }
    return RegistrySoftware::Unknown;
}

} // namespace modelcrate
