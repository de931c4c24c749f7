// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/reference.h"
#include "support/testserver.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace modelcrate::testing {

/// A registry whose every answer a test can change: the distribution API over memory, with a script in front. All
/// repositories are one; names in URLs count for tags only.
class FakeRegistry {
public:
    struct Options {
        /// Like distribution 2.8: a PATCH whose body is cut loses the session; else what came is kept, as distribution
        /// 3 does.
        bool losesCutSessions = false;
        std::string user = {}; ///< not empty: wants this user …
        std::string password = {}; ///< … and password
        bool bearer = false; ///< by token instead of Basic
        int tokenLifeSeconds = 300;
        bool deletesTags = true;
        bool reportsRange = true;
        std::size_t pageSize = 0; ///< tags and repositories a page; 0: all
    };
    /// Answers in place of the registry; nothing lets it answer itself.
    using Script = std::function<std::optional<ServerReply>(const ServerRequest &)>;

    FakeRegistry() : FakeRegistry(Options()) { }
    explicit FakeRegistry(Options options);

    std::string host() const { return m_server.host(); }
    RegistryHost registryHost() const { return RegistryHost::parse(host()).value(); }
    void setScript(Script script);
    /// Cuts the connection of the n-th request from now on whose method is `method` after `bytes` of its body.
    void cutBody(const std::string &method, std::size_t bytes, int times = 1);

    std::string addBlob(const std::string &bytes);
    std::string addManifest(const std::string &bytes, const std::string &mediaType, const std::string &tag = {});
    bool hasBlob(const std::string &digest) const;
    std::string blob(const std::string &digest) const;
    std::string manifest(const std::string &tagOrDigest) const;
    std::set<std::string> tags() const;
    std::size_t openSessions() const;
    /// "PATCH /v2/a/blobs/uploads/1?…" of every request so far.
    std::vector<std::string> requests() const;
    std::size_t count(const std::string &methodAndPathPart) const;
    std::size_t bytesReceived() const;
    std::size_t bytesSent() const;
    /// Values of Authorization that came, each once.
    std::set<std::string> authorizations() const;
    int connections() const { return m_server.connections(); }

private:
    struct Manifest {
        std::string bytes;
        std::string mediaType;
    };
    struct Cut {
        std::string method;
        std::size_t bytes;
        int times;
    };

    ServerReply handle(const ServerRequest &request);
    ServerReply answer(const ServerRequest &request);
    ServerReply answerToken(const ServerRequest &request);
    ServerReply answerBlob(const ServerRequest &request, const std::string &digest);
    ServerReply answerUpload(const ServerRequest &request, const std::string &repository, const std::string &session);
    ServerReply answerManifest(const ServerRequest &request, const std::string &name);
    ServerReply page(const ServerRequest &request, const std::string &member, std::vector<std::string> items) const;
    bool isAllowed(const ServerRequest &request) const;
    ServerReply challenge() const;

    Options m_options;
    mutable std::mutex m_mutex;
    Script m_script;
    std::vector<Cut> m_cuts;
    std::map<std::string, std::string> m_blobs;
    std::map<std::string, Manifest> m_manifests;
    std::map<std::string, std::string> m_tags;
    std::map<std::string, std::string> m_sessions;
    std::set<std::string> m_tokens;
    std::vector<std::string> m_requests;
    std::set<std::string> m_authorizations;
    std::size_t m_received = 0;
    int m_counter = 0;
    TestServer m_server; ///< last: it calls into the others
};

/// 4xx or 5xx with a registry's error body.
ServerReply errorReply(int status, const std::string &code, const std::string &message = {});

} // namespace modelcrate::testing
