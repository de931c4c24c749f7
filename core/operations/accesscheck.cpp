// SPDX-License-Identifier: Apache-2.0
#include "operations/accesscheck.h"

#include "base/text.h"
#include "registry/registryerror.h"

#include <array>

namespace modelcrate {

namespace {

using Clock = std::chrono::steady_clock;
using Kind = AccessStep::Kind;
using Outcome = AccessStep::Outcome;

constexpr std::array allKinds{Kind::Name, Kind::Connection, Kind::Registry, Kind::SignIn, Kind::Pull, Kind::Push};

std::chrono::microseconds since(Clock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

/// Collects the steps of one check and tells of each.
class Check {
public:
    Check(std::shared_ptr<RegistryClient> client, const AccessCheckOptions &options, const TaskContext &context)
        : m_client(std::move(client)),
          m_options(options),
          m_context(context)
    {
    }

    Result<AccessCheck> run()
    {
        RETURN_IF_ERROR(reach());
        RETURN_IF_ERROR(timed(Kind::SignIn, [this] { return signIn(); }));
        if (m_options.repository) {
            RETURN_IF_ERROR(timed(Kind::Pull, [this] { return pull(); }));
            RETURN_IF_ERROR(timed(Kind::Push, [this] { return push(); }));
        }
        while (m_check.steps.size() < allKinds.size())
            add({next()});
        return std::move(m_check);
    }

private:
    Kind next() const { return allKinds.at(m_check.steps.size()); }

    void add(AccessStep step)
    {
        m_failed = m_failed || step.outcome == Outcome::Failed;
        m_check.steps.push_back(std::move(step));
        if (m_options.onStep)
            m_options.onStep(m_check.steps.back());
    }

    /// Name, connection and registry: one request, whose parts libcurl times.
    Result<void> reach()
    {
        const auto start = Clock::now();
        const auto origin = m_client->origin(m_context);
        if (!origin)
            return failed(origin.error(), since(start));
        HttpClientOptions http;
        http.caFile = m_client->options().caFile;
        HttpClient client(http);
        HttpTimings timings;
        ASSIGN_OR_RETURN(const auto url, Url::parse(origin->toString() + "/v2/"));
        const auto response =
            client.send(*origin, {.url = url, .followRedirects = false, .timings = &timings}, m_context);
        if (timings.resolved)
            add({Kind::Name, Outcome::Passed, timings.nameLookup, timings.address});
        if (timings.connected && (response || response.error().code() != ErrorCode::TlsFailed))
            add({Kind::Connection, Outcome::Passed, timings.connect,
                 origin->scheme == "http" ? "plain HTTP, not encrypted" : "TLS"});
        if (!response)
            return failed(response.error(), next() == Kind::Name ? since(start) : timings.connect);
        if (response->status != 401 && response->status != 200 && response->status != 403)
            return failed(errorFromResponse(*response, "asking for /v2/"), timings.answer);
        m_client->learn(response->headers);
        add({Kind::Registry, Outcome::Passed, timings.answer, m_client->name(m_context, false)});
        return {};
    }

    Result<void> failed(const Error &error, std::chrono::microseconds took)
    {
        if (error.isStop())
            return error;
        add({next(), Outcome::Failed, took, {}, error});
        return {};
    }

    /// `question` returns a detail for people.
    template<typename Question>
    Result<void> timed(Kind kind, const Question &question)
    {
        if (m_failed)
            return {};
        const auto start = Clock::now();
        const Result<std::string> detail = question();
        if (!detail)
            return failed(detail.error(), since(start));
        add({kind, Outcome::Passed, since(start), *detail});
        return {};
    }

    Result<std::string> signIn()
    {
        ASSIGN_OR_RETURN(const auto source, m_client->ping(m_context));
        m_check.signedIn = m_client->tokens().wasChallenged() && !source.empty();
        m_check.credentialSource = source;
        if (!m_client->tokens().wasChallenged())
            return std::string("asks for no sign-in");
        return source.empty() ? std::string("anonymous") : source;
    }

    Result<std::string> pull()
    {
        ASSIGN_OR_RETURN(const auto response,
                         m_client->send({.path = cat("/v2/", m_options.repository->toString(), "/tags/list?n=1"),
                                         .scope = {.repository = m_options.repository, .actions = "pull"}},
                                        m_context));
        if (response.status == 404)
            return std::string("no such repository yet");
        if (response.status != 200)
            return errorFromResponse(response, "asking for the tags of " + m_options.repository->toString());
        return std::string();
    }

    Result<std::string> push()
    {
        const AccessScope scope{.repository = m_options.repository, .actions = "pull,push"};
        ASSIGN_OR_RETURN(const auto begun,
                         m_client->send({.method = "POST",
                                         .path = cat("/v2/", m_options.repository->toString(), "/blobs/uploads/"),
                                         .scope = scope},
                                        m_context));
        if (begun.status != 202)
            return errorFromResponse(begun, "beginning an upload to " + m_options.repository->toString());
        return cancelUpload(begun, scope);
    }

    /// A registry that does not let it be canceled forgets it by itself; the right to push is proven either way.
    Result<std::string> cancelUpload(const HttpResponse &begun, const AccessScope &scope)
    {
        const std::string kept = "the registry keeps the empty upload until it expires";
        const auto location = begun.headers.get("Location");
        const auto url = location ? begun.finalUrl.resolve(*location)
                                  : Result<Url>(Error(ErrorCode::RegistryRejected, "no location"));
        if (!url)
            return kept;
        const auto ended = m_client->send(
            {.method = "DELETE", .url = *url, .role = UrlRole::UploadLocation, .scope = scope}, m_context);
        if (!ended && ended.error().isStop())
            return ended.error();
        return ended && ended->status < 300 ? std::string() : kept;
    }

    std::shared_ptr<RegistryClient> m_client;
    const AccessCheckOptions &m_options;
    const TaskContext &m_context;
    AccessCheck m_check;
    bool m_failed = false;
};

} // namespace

std::string_view toString(AccessStep::Kind kind)
{
    switch (kind) {
    case Kind::Name: return "name";
    case Kind::Connection: return "connection";
    case Kind::Registry: return "registry";
    case Kind::SignIn: return "sign-in";
    case Kind::Pull: return "pull";
    case Kind::Push: break;
    }
    return "push";
}

const Error *AccessCheck::failure() const
{
    for (const auto &step : steps) {
        if (step.error)
            return &*step.error;
    }
    return nullptr;
}

Result<AccessCheck> checkAccess(const RegistryHost &registry, const AccessCheckOptions &options, Session &session,
                                const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto client, session.newRegistryClient(registry, {.maxAttempts = 1}));
    return Check(std::move(client), options, context).run();
}

} // namespace modelcrate
