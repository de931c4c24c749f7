// SPDX-License-Identifier: Apache-2.0
#include "support/fakeregistry.h"

#include "base/text.h"
#include "io/digest.h"
#include "io/json.h"

#include <algorithm>

namespace modelcrate::testing {

namespace {

bool startsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::string digestOf(std::string_view bytes) { return Digest::sha256Of(bytes).toString(); }

std::string rangeOf(const std::string &session)
{
    return cat("0-", session.empty() ? std::size_t{0} : session.size() - 1);
}

} // namespace

ServerReply errorReply(int status, const std::string &code, const std::string &message)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}},
            .body = dumpJson(JsonObject{{"errors", Json::Array{JsonObject{{"code", code}, {"message", message}}}}})};
}

FakeRegistry::FakeRegistry(Options options)
    : m_options(std::move(options)),
      m_server([this](const ServerRequest &request) { return handle(request); },
               [this](const ServerRequest &request) -> std::optional<std::size_t> {
                   std::lock_guard lock(m_mutex);
                   for (auto &cut : m_cuts) {
                       if (cut.method == request.method && cut.times > 0) {
                           --cut.times;
                           return cut.bytes;
                       }
                   }
                   return std::nullopt;
               })
{
}

void FakeRegistry::setScript(Script script)
{
    std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void FakeRegistry::cutBody(const std::string &method, std::size_t bytes, int times)
{
    std::lock_guard lock(m_mutex);
    m_cuts.push_back({method, bytes, times});
}

std::string FakeRegistry::addBlob(const std::string &bytes)
{
    std::lock_guard lock(m_mutex);
    auto digest = digestOf(bytes);
    m_blobs[digest] = bytes;
    return digest;
}

std::string FakeRegistry::addManifest(const std::string &bytes, const std::string &mediaType, const std::string &tag)
{
    std::lock_guard lock(m_mutex);
    auto digest = digestOf(bytes);
    m_manifests[digest] = {bytes, mediaType};
    if (!tag.empty())
        m_tags[tag] = digest;
    return digest;
}

bool FakeRegistry::hasBlob(const std::string &digest) const
{
    std::lock_guard lock(m_mutex);
    return m_blobs.count(digest) > 0;
}

std::string FakeRegistry::blob(const std::string &digest) const
{
    std::lock_guard lock(m_mutex);
    const auto found = m_blobs.find(digest);
    return found == m_blobs.end() ? std::string() : found->second;
}

std::string FakeRegistry::manifest(const std::string &tagOrDigest) const
{
    std::lock_guard lock(m_mutex);
    const auto tag = m_tags.find(tagOrDigest);
    const auto found = m_manifests.find(tag == m_tags.end() ? tagOrDigest : tag->second);
    return found == m_manifests.end() ? std::string() : found->second.bytes;
}

std::set<std::string> FakeRegistry::tags() const
{
    std::lock_guard lock(m_mutex);
    std::set<std::string> names;
    for (const auto &[tag, digest] : m_tags)
        names.insert(tag);
    return names;
}

std::size_t FakeRegistry::openSessions() const
{
    std::lock_guard lock(m_mutex);
    return m_sessions.size();
}

std::vector<std::string> FakeRegistry::requests() const
{
    std::lock_guard lock(m_mutex);
    return m_requests;
}

std::size_t FakeRegistry::count(const std::string &methodAndPathPart) const
{
    const auto all = requests();
    const auto blank = methodAndPathPart.find(' ');
    const auto method = methodAndPathPart.substr(0, blank);
    const auto part = blank == std::string::npos ? std::string() : methodAndPathPart.substr(blank + 1);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const std::string &request) {
        return startsWith(request, method + " ") && request.find(part) != std::string::npos;
    }));
}

std::size_t FakeRegistry::bytesReceived() const
{
    std::lock_guard lock(m_mutex);
    return m_received;
}

std::size_t FakeRegistry::bytesSent() const { return m_server.bytesSent(); }

std::set<std::string> FakeRegistry::authorizations() const
{
    std::lock_guard lock(m_mutex);
    return m_authorizations;
}

ServerReply FakeRegistry::handle(const ServerRequest &request)
{
    Script script;
    {
        std::lock_guard lock(m_mutex);
        m_requests.push_back(request.method + " " + request.target);
        m_received += request.body.size();
        if (const auto value = request.header("authorization"); !value.empty())
            m_authorizations.insert(value);
        script = m_script;
    }
    if (script) {
        if (auto reply = script(request))
            return *reply;
    }
    std::lock_guard lock(m_mutex);
    return answer(request);
}

bool FakeRegistry::isAllowed(const ServerRequest &request) const
{
    if (m_options.user.empty() && !m_options.bearer)
        return true;
    const auto value = request.header("authorization");
    if (!m_options.bearer)
        return value == "Basic " + base64Encode(m_options.user + ":" + m_options.password);
    return startsWith(value, "Bearer ") && m_tokens.count(value.substr(7)) > 0;
}

ServerReply FakeRegistry::challenge() const
{
    auto reply = errorReply(401, "UNAUTHORIZED", "authentication required");
    reply.headers.emplace_back("WWW-Authenticate",
                               m_options.bearer ? cat("Bearer realm=\"", m_server.url(), "/token\",service=\"fake\"")
                                                : std::string("Basic realm=\"fake\""));
    return reply;
}

ServerReply FakeRegistry::answerToken(const ServerRequest &request)
{
    if (!m_options.user.empty()
        && request.header("authorization") != "Basic " + base64Encode(m_options.user + ":" + m_options.password))
        return errorReply(401, "UNAUTHORIZED");
    auto token = cat("token-", ++m_counter);
    m_tokens.insert(token);
    return {.headers = {{"Content-Type", "application/json"}},
            .body = dumpJson(JsonObject{{"token", token}, {"expires_in", m_options.tokenLifeSeconds}})};
}

ServerReply FakeRegistry::answer(const ServerRequest &request)
{
    const auto path = request.path();
    if (path == "/token")
        return answerToken(request);
    if (!isAllowed(request))
        return challenge();
    if (path == "/v2/")
        return {.headers = {{"Docker-Distribution-Api-Version", "registry/2.0"}, {"Content-Type", "application/json"}},
                .body = "{}"};
    if (path == "/v2/_catalog")
        return page(request, "repositories", {"a/one", "a/two", "b"});
    for (const std::string_view kind : {"/blobs/uploads/", "/blobs/", "/manifests/", "/tags/list"}) {
        const auto at = path.find(kind);
        if (at == std::string::npos || !startsWith(path, "/v2/"))
            continue;
        const auto repository = path.substr(4, at - 4);
        const auto name = path.substr(at + kind.size());
        if (kind == "/blobs/uploads/")
            return answerUpload(request, repository, name);
        if (kind == "/blobs/")
            return answerBlob(request, name);
        if (kind == "/manifests/")
            return answerManifest(request, name);
        std::vector<std::string> names;
        for (const auto &[tag, digest] : m_tags)
            names.push_back(tag);
        return page(request, "tags", std::move(names));
    }
    return errorReply(404, "NAME_UNKNOWN");
}

ServerReply FakeRegistry::page(const ServerRequest &request, const std::string &member,
                               std::vector<std::string> items) const
{
    const auto last = request.query("last").value_or("");
    std::erase_if(items, [&](const std::string &item) { return item <= last; });
    ServerReply reply{.headers = {{"Content-Type", "application/json"}}};
    if (m_options.pageSize > 0 && items.size() > m_options.pageSize) {
        items.resize(m_options.pageSize);
        reply.headers.emplace_back("Link",
                                   cat("<", request.path(), "?last=", percentEncode(items.back()), ">; rel=\"next\""));
    }
    reply.body = dumpJson(JsonObject{{"name", "any"}, {member, Json::Array(items.begin(), items.end())}});
    return reply;
}

ServerReply FakeRegistry::answerBlob(const ServerRequest &request, const std::string &digest)
{
    const auto found = m_blobs.find(digest);
    if (found == m_blobs.end())
        return errorReply(404, "BLOB_UNKNOWN");
    ServerReply reply{.headers = {{"Docker-Content-Digest", digest}, {"Content-Type", "application/octet-stream"}},
                      .body = found->second};
    const auto range = request.header("range");
    if (!startsWith(range, "bytes="))
        return reply;
    const auto ends = split(std::string_view(range).substr(6), '-');
    const auto first = parseDecimal(ends[0]).value_or(0);
    const auto last = std::min<std::uint64_t>(parseDecimal(ends[1]).value_or(UINT64_MAX), found->second.size() - 1);
    if (first > last)
        return {.status = 416};
    reply.status = 206;
    reply.headers.emplace_back("Content-Range", cat("bytes ", first, '-', last, '/', found->second.size()));
    reply.body = found->second.substr(first, last - first + 1);
    return reply;
}

ServerReply FakeRegistry::answerUpload(const ServerRequest &request, const std::string &repository,
                                       const std::string &session)
{
    const auto base = cat("/v2/", repository, "/blobs/uploads/");
    if (request.method == "POST") {
        const auto mount = request.query("mount");
        if (mount && request.query("from") && m_blobs.count(*mount) > 0)
            return {.status = 201,
                    .headers = {{"Location", cat("/v2/", repository, "/blobs/", *mount)},
                                {"Docker-Content-Digest", *mount}}};
        const auto id = std::to_string(++m_counter);
        m_sessions[id];
        return {.status = 202, .headers = {{"Location", cat(base, id, "?_state=", m_counter)}, {"Range", "0-0"}}};
    }
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return errorReply(404, "BLOB_UPLOAD_UNKNOWN");
    auto &bytes = found->second;
    const auto location = [&] {
        return std::pair<std::string, std::string>("Location", cat(base, session, "?_state=", ++m_counter));
    };
    if (request.method == "DELETE") {
        m_sessions.erase(found);
        return {.status = 204};
    }
    if (request.method == "GET")
        return {.status = 204, .headers = {location(), {"Range", rangeOf(bytes)}}};
    if (!request.bodyComplete && (m_options.losesCutSessions || request.method == "PUT")) {
        m_sessions.erase(found);
        return errorReply(404, "BLOB_UPLOAD_INVALID");
    }
    bytes += request.body;
    if (request.method == "PATCH") {
        ServerReply reply{.status = 202, .headers = {location()}};
        if (m_options.reportsRange)
            reply.headers.emplace_back("Range", rangeOf(bytes));
        return reply;
    }
    const auto digest = request.query("digest").value_or("");
    if (digestOf(bytes) != digest)
        return errorReply(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
    m_blobs[digest] = bytes;
    m_sessions.erase(found);
    return {.status = 201,
            .headers = {{"Docker-Content-Digest", digest}, {"Location", cat("/v2/", repository, "/blobs/", digest)}}};
}

ServerReply FakeRegistry::answerManifest(const ServerRequest &request, const std::string &name)
{
    if (request.method == "PUT") {
        const auto digest = digestOf(request.body);
        m_manifests[digest] = {request.body, request.header("content-type")};
        if (!startsWith(name, "sha256:"))
            m_tags[name] = digest;
        return {.status = 201, .headers = {{"Docker-Content-Digest", digest}}};
    }
    const auto tag = m_tags.find(name);
    const auto digest = tag == m_tags.end() ? name : tag->second;
    const auto found = m_manifests.find(digest);
    if (found == m_manifests.end())
        return errorReply(404, "MANIFEST_UNKNOWN");
    if (request.method == "DELETE") {
        if (tag != m_tags.end()) {
            if (!m_options.deletesTags)
                return errorReply(400, "DIGEST_INVALID");
            m_tags.erase(tag);
            return {.status = 202};
        }
        std::erase_if(m_tags, [&](const auto &pair) { return pair.second == digest; });
        m_manifests.erase(found);
        return {.status = 202};
    }
    return {.headers = {{"Docker-Content-Digest", digest}, {"Content-Type", found->second.mediaType}},
            .body = found->second.bytes};
}

} // namespace modelcrate::testing
