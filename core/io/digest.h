// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "base/result.h"

#include <compare>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace modelcrate {

enum class DigestAlgorithm { Sha256, Sha512 };

/// A content digest that is known to be well formed: sha256 with 64 or sha512 with 128 lower-case hex digits, so it
/// may become part of a path or URL (image-spec descriptor.md, "Digests"). Nothing else can be built.
class Digest {
public:
    /// InvalidInput for anything but "sha256:<64 hex>" and "sha512:<128 hex>".
    static Result<Digest> parse(std::string_view text);
    static Digest sha256Of(std::string_view bytes);

    DigestAlgorithm algorithm() const { return m_algorithm; }
    std::string_view algorithmName() const { return m_algorithm == DigestAlgorithm::Sha256 ? "sha256" : "sha512"; }
    const std::string &hex() const { return m_hex; }
    /// "sha256:…"
    std::string toString() const;
    /// First 12 hex digits, for people.
    std::string shortHex() const { return m_hex.substr(0, 12); }

    auto operator<=>(const Digest &) const = default;

private:
    friend class Hasher;
    Digest(DigestAlgorithm algorithm, std::string hex) : m_algorithm(algorithm), m_hex(std::move(hex)) { }
    DigestAlgorithm m_algorithm;
    std::string m_hex;
};

/// Whether a text is a digest by the grammar of image-spec, of any algorithm (`algorithm:encoded`); for registered
/// algorithms (sha256, sha512, blake3) the encoded part must fit as well.
bool isDigestGrammar(std::string_view text);

/// Incremental hash. One thread at a time. reset() starts again; finish() may be called once.
class Hasher {
public:
    explicit Hasher(DigestAlgorithm algorithm = DigestAlgorithm::Sha256);
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;
    ~Hasher();

    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes) { update(std::as_bytes(std::span(bytes.data(), bytes.size()))); }
    ByteCount hashed() const { return m_hashed; }
    Digest finish();
    void reset();
    /// An independent copy of the state, e.g. to try an end that may not be one.
    Hasher clone() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
    DigestAlgorithm m_algorithm;
    ByteCount m_hashed;
};

} // namespace modelcrate

template<>
struct std::hash<modelcrate::Digest> {
    std::size_t operator()(const modelcrate::Digest &digest) const noexcept
    {
        return std::hash<std::string>()(digest.hex());
    }
};
