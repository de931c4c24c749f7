// SPDX-License-Identifier: Apache-2.0
#include "io/digest.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <openssl/evp.h>

namespace modelcrate {

namespace {

bool isLowerHex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isLowerAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

/// algorithm-component *("+" | "." | "_" | "-" algorithm-component)
bool isAlgorithm(std::string_view text)
{
    bool separatorAllowed = false;
    for (const char c : text) {
        if (isLowerAlnum(c)) {
            separatorAllowed = true;
            continue;
        }
        if (!separatorAllowed || std::string_view("+._-").find(c) == std::string_view::npos)
            return false;
        separatorAllowed = false;
    }
    return separatorAllowed;
}

bool isEncoded(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isLowerAlnum(c) || (c >= 'A' && c <= 'Z') || c == '=' || c == '_' || c == '-';
    });
}

} // namespace

Result<Digest> Digest::parse(std::string_view text)
{
    const auto fits = [&](std::string_view prefix, std::size_t digits) {
        return text.substr(0, prefix.size()) == prefix && text.size() == prefix.size() + digits
            && isLowerHex(text.substr(prefix.size()));
    };
    if (fits("sha256:", 64))
        return Digest(DigestAlgorithm::Sha256, std::string(text.substr(7)));
    if (fits("sha512:", 128))
        return Digest(DigestAlgorithm::Sha512, std::string(text.substr(7)));
    return Error(ErrorCode::InvalidInput,
                 Message::of("not a sha256 or sha512 digest: \"%1\"", escapeForDisplay(text, 160)));
}

std::string Digest::toString() const { return cat(algorithmName(), ':', m_hex); }

Digest Digest::sha256Of(std::string_view bytes)
{
    Hasher hasher;
    hasher.update(bytes);
    return hasher.finish();
}

bool isDigestGrammar(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return false;
    const auto algorithm = text.substr(0, colon);
    const auto encoded = text.substr(colon + 1);
    if (algorithm == "sha256" || algorithm == "blake3")
        return encoded.size() == 64 && isLowerHex(encoded);
    if (algorithm == "sha512")
        return encoded.size() == 128 && isLowerHex(encoded);
    return isAlgorithm(algorithm) && isEncoded(encoded);
}

struct Hasher::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

namespace {

/// Fetching an algorithm takes a lock and a look-up in OpenSSL 3; once per process is enough.
const EVP_MD *messageDigest(DigestAlgorithm algorithm)
{
    static const EVP_MD *sha256 = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    static const EVP_MD *sha512 = EVP_MD_fetch(nullptr, "SHA2-512", nullptr);
    return algorithm == DigestAlgorithm::Sha256 ? sha256 : sha512;
}

void mustSucceed(int result)
{
    if (result != 1)
        std::abort();
}

} // namespace

Hasher::Hasher(DigestAlgorithm algorithm) : m_state(std::make_unique<State>()), m_algorithm(algorithm) { reset(); }

Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(std::span<const std::byte> bytes)
{
    mustSucceed(EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()));
    m_hashed += ByteCount(static_cast<std::int64_t>(bytes.size()));
}

Digest Hasher::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int length = 0;
    mustSucceed(EVP_DigestFinal_ex(m_state->context, raw.data(), &length));
    return Digest(m_algorithm, toHex(std::string_view(reinterpret_cast<const char *>(raw.data()), length)));
}

void Hasher::reset()
{
    mustSucceed(EVP_DigestInit_ex2(m_state->context, messageDigest(m_algorithm), nullptr));
    m_hashed = {};
}

Hasher Hasher::clone() const
{
    Hasher copy(m_algorithm);
    mustSucceed(EVP_MD_CTX_copy_ex(copy.m_state->context, m_state->context));
    copy.m_hashed = m_hashed;
    return copy;
}

} // namespace modelcrate
