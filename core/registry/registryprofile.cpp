// SPDX-License-Identifier: Apache-2.0
#include "registry/registryprofile.h"

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

} // namespace modelcrate
