// SPDX-License-Identifier: Apache-2.0
#include "support/testserver.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>

#include <QtGlobal>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace modelcrate::testing {

namespace {

std::string percentDecode(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// One connection with a buffer of what came early.
class Connection {
public:
    Connection(int socket, bool refusesTls) : m_socket(socket), m_refusesTls(refusesTls) { }

    /// Up to and with the blank line; nothing at the end.
    std::optional<std::string> readHead()
    {
        for (;;) {
            if (const auto end = m_buffer.find("\r\n\r\n"); end != std::string::npos) {
                auto head = m_buffer.substr(0, end + 2);
                m_buffer.erase(0, end + 4);
                return head;
            }
            constexpr char tlsHandshake = 0x16;
            const bool isTls = !m_buffer.empty() && m_buffer[0] == tlsHandshake;
            if ((isTls && m_refusesTls) || m_buffer.size() > (1 << 20) || !fill())
                return std::nullopt;
        }
    }

    /// Appends exactly `count` bytes; false when the connection ended before.
    bool readExactly(std::size_t count, std::string &out)
    {
        while (m_buffer.size() < count) {
            if (!fill()) {
                out += m_buffer;
                m_buffer.clear();
                return false;
            }
        }
        out.append(m_buffer, 0, count);
        m_buffer.erase(0, count);
        return true;
    }

    std::optional<std::string> readLine()
    {
        for (;;) {
            if (const auto end = m_buffer.find("\r\n"); end != std::string::npos) {
                auto line = m_buffer.substr(0, end);
                m_buffer.erase(0, end + 2);
                return line;
            }
            if (!fill())
                return std::nullopt;
        }
    }

    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Waits until the other side or the server ends it.
    void waitForEnd()
    {
        while (fill())
            m_buffer.clear();
    }

private:
    bool fill()
    {
        char bytes[65536];
        const auto count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            return false;
        m_buffer.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int m_socket;
    bool m_refusesTls;
    std::string m_buffer;
};

std::optional<ServerRequest> parseHead(const std::string &head)
{
    ServerRequest request;
    const auto lineEnd = head.find("\r\n");
    const auto first = split(std::string_view(head).substr(0, lineEnd), ' ');
    if (first.size() != 3)
        return std::nullopt;
    request.method = std::string(first[0]);
    request.target = std::string(first[1]);
    for (auto rest = std::string_view(head).substr(lineEnd + 2); !rest.empty();) {
        const auto end = rest.find("\r\n");
        const auto line = rest.substr(0, end);
        if (const auto colon = line.find(':'); colon != std::string_view::npos)
            request.headers.emplace(toLowerAscii(line.substr(0, colon)), std::string(trim(line.substr(colon + 1))));
        rest.remove_prefix(std::min(end, rest.size() - 2) + 2);
    }
    return request;
}

/// Reads the body, at most `limit` bytes of it; false when it did not come whole.
bool readBody(Connection &connection, ServerRequest &request, std::optional<std::size_t> limit)
{
    const auto most = limit.value_or(SIZE_MAX);
    if (toLowerAscii(request.header("transfer-encoding")) == "chunked") {
        for (;;) {
            const auto line = connection.readLine();
            if (!line)
                return false;
            const auto size = std::stoull(*line, nullptr, 16);
            if (request.body.size() + size > most) {
                connection.readExactly(most - request.body.size(), request.body);
                return false;
            }
            if (!connection.readExactly(size, request.body) || !connection.readLine())
                return false;
            if (size == 0)
                return true;
        }
    }
    const auto length = parseDecimal(request.header("content-length")).value_or(0);
    const bool whole = connection.readExactly(std::min<std::size_t>(length, most), request.body);
    return whole && length <= most;
}

std::string serialize(const ServerReply &reply, const std::string &method)
{
    auto text = cat("HTTP/1.1 ", reply.status, " Status\r\n");
    bool hasLength = false;
    for (const auto &[name, value] : reply.headers) {
        text += cat(name, ": ", value, "\r\n");
        hasLength = hasLength || toLowerAscii(name) == "content-length";
    }
    if (reply.status != 204 && !hasLength)
        text += cat("Content-Length: ", reply.announcedLength.value_or(static_cast<std::int64_t>(reply.body.size())),
                    "\r\n");
    text += "\r\n";
    if (method != "HEAD")
        text += reply.body.substr(0, reply.cutAfter.value_or(std::string::npos));
    return text;
}

} // namespace

std::optional<std::string> ServerRequest::query(const std::string &name) const
{
    const auto mark = target.find('?');
    if (mark == std::string::npos)
        return std::nullopt;
    for (const auto part : split(std::string_view(target).substr(mark + 1), '&')) {
        const auto equals = part.find('=');
        if (percentDecode(part.substr(0, equals)) == name)
            return equals == std::string_view::npos ? "" : percentDecode(part.substr(equals + 1));
    }
    return std::nullopt;
}

std::string ServerRequest::header(const std::string &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

TestServer::TestServer(Handler handler, BodyCut bodyCut, Handshakes handshakes)
    : m_handler(std::move(handler)),
      m_bodyCut(std::move(bodyCut)),
      m_handshakes(handshakes)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) != 0
        || ::listen(m_listener, 128) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        qFatal("cannot listen on 127.0.0.1");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

TestServer::~TestServer()
{
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    {
        std::lock_guard lock(m_mutex);
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    for (auto &thread : m_threads)
        thread.join();
}

void TestServer::accept()
{
    while (!m_ending) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            if (errno == EINTR || errno == ECONNABORTED)
                continue;
            return;
        }
        ++m_connections;
        std::lock_guard lock(m_mutex);
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void TestServer::serve(int socket)
{
    Connection connection(socket, m_handshakes == Handshakes::Refused);
    while (!m_ending) {
        const auto head = connection.readHead();
        auto request = head ? parseHead(*head) : std::nullopt;
        if (!request)
            break;
        const auto limit = m_bodyCut ? m_bodyCut(*request) : std::nullopt;
        if (request->header("expect") == "100-continue")
            connection.send("HTTP/1.1 100 Continue\r\n\r\n");
        request->bodyComplete = readBody(connection, *request, limit);
        const auto reply = m_handler(*request);
        if (!request->bodyComplete && limit)
            break; // cut
        if (reply.hang) {
            connection.waitForEnd();
            break;
        }
        if (!reply.raw.empty()) {
            connection.send(reply.raw);
            break;
        }
        const auto answer = serialize(reply, request->method);
        m_sent += answer.size();
        if (!connection.send(answer) || reply.cutAfter || reply.close || !request->bodyComplete)
            break;
    }
    // Closed at once, so that a client that still sends is told.
    std::lock_guard lock(m_mutex);
    std::erase(m_sockets, socket);
    ::close(socket);
}

} // namespace modelcrate::testing
