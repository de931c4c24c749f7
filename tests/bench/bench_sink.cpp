// SPDX-License-Identifier: Apache-2.0
// A registry that throws blobs away as fast as the kernel can and keeps manifests: what a client costs shows against
// it, not what a server costs. Prints its port, then serves until it is killed. Trusts its client; for benchmarks only.

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

std::mutex mutex;
std::map<std::string, std::string> manifests; ///< by tag and by what the client calls its digest
std::map<std::string, std::string> manifestTypes;
std::map<std::string, long long> blobs; ///< digest to size
std::map<std::string, std::string> smallBlobs;
std::map<std::string, long long> sessions;
std::atomic<long> counter{0};

constexpr std::size_t keptBody = 8 << 20; ///< manifests and configs are kept, weights are not

class Connection {
public:
    explicit Connection(int socket) : m_socket(socket) { }

    bool readLine(std::string &line)
    {
        line.clear();
        for (;;) {
            if (const auto end = m_buffer.find("\r\n", m_at); end != std::string::npos) {
                line = m_buffer.substr(m_at, end - m_at);
                m_at = end + 2;
                return true;
            }
            if (!fill())
                return false;
        }
    }

    bool startsWithTls()
    {
        constexpr char handshake = 0x16;
        return (m_at < m_buffer.size() || fill()) && m_buffer[m_at] == handshake;
    }

    /// Drops `count` bytes, the most of them without copying; keeps the first in `kept`.
    bool skip(long long count, std::string &kept)
    {
        const auto buffered = std::min<long long>(count, static_cast<long long>(m_buffer.size() - m_at));
        keep(kept, std::string_view(m_buffer).substr(m_at, static_cast<std::size_t>(buffered)));
        m_at += static_cast<std::size_t>(buffered);
        count -= buffered;
        while (count > 0) {
            if (kept.size() < keptBody) {
                char bytes[65536];
                const auto got =
                    ::recv(m_socket, bytes, static_cast<std::size_t>(std::min<long long>(count, sizeof bytes)), 0);
                if (got <= 0)
                    return false;
                keep(kept, std::string_view(bytes, static_cast<std::size_t>(got)));
                count -= got;
                continue;
            }
            const auto got =
                ::recv(m_socket, nullptr, static_cast<std::size_t>(std::min<long long>(count, 1 << 24)), MSG_TRUNC);
            if (got <= 0)
                return false;
            count -= got;
        }
        return true;
    }

    void send(std::string_view text) const
    {
        while (!text.empty()) {
            const auto sent = ::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

private:
    static void keep(std::string &kept, std::string_view bytes)
    {
        kept.append(bytes.substr(0, keptBody - std::min(kept.size(), keptBody)));
    }

    bool fill()
    {
        m_buffer.erase(0, m_at);
        m_at = 0;
        char bytes[16384];
        const auto got = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (got <= 0)
            return false;
        m_buffer.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int m_socket;
    std::string m_buffer;
    std::size_t m_at = 0;
};

struct Request {
    std::string method;
    std::string path;
    std::string query;
    std::string type;
    long long length = 0;
    bool chunked = false;
    bool expects = false;
    std::string body; ///< its first bytes
    long long size = 0;
};

bool readRequest(Connection &connection, Request &request)
{
    std::string line;
    // Who asks for TLS first is told at once, as by any server, and does not wait for an answer that never comes.
    if (connection.startsWithTls() || !connection.readLine(line))
        return false;
    const auto blank = line.find(' ');
    const auto target = line.substr(blank + 1, line.rfind(' ') - blank - 1);
    request.method = line.substr(0, blank);
    request.path = target.substr(0, target.find('?'));
    request.query = target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1);
    while (connection.readLine(line) && !line.empty()) {
        const auto colon = line.find(':');
        auto name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto value = line.substr(line.find_first_not_of(' ', colon + 1) == std::string::npos
                                           ? line.size()
                                           : line.find_first_not_of(' ', colon + 1));
        if (name == "content-length")
            request.length = std::atoll(value.c_str());
        else if (name == "transfer-encoding")
            request.chunked = value == "chunked";
        else if (name == "content-type")
            request.type = value;
        else if (name == "expect")
            request.expects = true;
    }
    if (request.expects)
        connection.send("HTTP/1.1 100 Continue\r\n\r\n");
    if (!request.chunked) {
        request.size = request.length;
        return connection.skip(request.length, request.body);
    }
    for (;;) {
        if (!connection.readLine(line))
            return false;
        const auto size = std::strtoll(line.c_str(), nullptr, 16);
        request.size += size;
        if (!connection.skip(size, request.body) || !connection.readLine(line))
            return false;
        if (size == 0)
            return true;
    }
}

std::string digestIn(const std::string &query)
{
    const auto at = query.find("digest=");
    if (at == std::string::npos)
        return {};
    auto digest = query.substr(
        at + 7, query.find('&', at) == std::string::npos ? std::string::npos : query.find('&', at) - at - 7);
    if (const auto coded = digest.find("%3A"); coded != std::string::npos)
        digest.replace(coded, 3, ":");
    return digest;
}

std::string reply(int status, const std::string &headers, const std::string &body = {}, long long length = -1)
{
    return "HTTP/1.1 " + std::to_string(status) + " x\r\n" + headers + "Content-Length: "
        + std::to_string(length < 0 ? static_cast<long long>(body.size()) : length) + "\r\n\r\n" + body;
}

std::string answer(const Request &request)
{
    std::lock_guard lock(mutex);
    const auto name = request.path.substr(request.path.rfind('/') + 1);
    const bool head = request.method == "HEAD";
    if (request.path == "/v2/")
        return reply(200, "Docker-Distribution-Api-Version: registry/2.0\r\n");
    if (request.path.find("/blobs/uploads/") != std::string::npos) {
        if (request.method == "POST") {
            const auto id = std::to_string(++counter);
            sessions[id] = 0;
            return reply(202, "Location: " + request.path + id + "\r\nRange: 0-0\r\n");
        }
        auto &size = sessions[name];
        size += request.size;
        if (request.method == "PATCH")
            return reply(
                202, "Location: " + request.path + "\r\nRange: 0-" + std::to_string(std::max(0LL, size - 1)) + "\r\n");
        const auto digest = digestIn(request.query);
        blobs[digest] = size;
        if (size == static_cast<long long>(request.body.size()))
            smallBlobs[digest] = request.body;
        return reply(201, "Docker-Content-Digest: " + digest + "\r\n");
    }
    if (request.path.find("/blobs/") != std::string::npos) {
        const auto found = blobs.find(name);
        if (found == blobs.end())
            return reply(404, "");
        return reply(200, "Docker-Content-Digest: " + name + "\r\n", head ? "" : smallBlobs[name],
                     head ? found->second : -1);
    }
    if (request.path.find("/manifests/") == std::string::npos)
        return reply(404, "");
    if (request.method == "PUT") {
        manifests[name] = request.body;
        manifestTypes[name] = request.type;
        return reply(201, "");
    }
    const auto found = manifests.find(name);
    if (found == manifests.end())
        return reply(404, "");
    return reply(200, "Content-Type: " + manifestTypes[name] + "\r\n", head ? "" : found->second,
                 static_cast<long long>(found->second.size()));
}

void serve(int socket)
{
    Connection connection(socket);
    for (Request request; readRequest(connection, request); request = {}) {
        // Every run starts anew: what one client sent must not spare the next.
        if (request.path == "/reset") {
            std::lock_guard lock(mutex);
            blobs.clear();
            smallBlobs.clear();
            manifests.clear();
        }
        connection.send(request.path == "/reset" ? reply(200, "") : answer(request));
    }
    ::close(socket);
}

} // namespace

int main()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(listener, 64) != 0
        || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            std::thread(serve, socket).detach();
    }
}
