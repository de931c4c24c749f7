// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace modelcrate {

/// A number of bytes, 0 to 2^63-1. Addition saturates at the maximum, so a hostile sum never wraps.
class ByteCount {
public:
    constexpr ByteCount() = default;
    /// Negative numbers become 0.
    constexpr explicit ByteCount(std::int64_t bytes) : m_bytes(bytes < 0 ? 0 : bytes) { }

    constexpr std::int64_t value() const { return m_bytes; }
    constexpr std::uint64_t asUnsigned() const { return static_cast<std::uint64_t>(m_bytes); }

    constexpr auto operator<=>(const ByteCount &) const = default;
    constexpr ByteCount operator+(ByteCount other) const
    {
        constexpr auto max = std::numeric_limits<std::int64_t>::max();
        return ByteCount(m_bytes > max - other.m_bytes ? max : m_bytes + other.m_bytes);
    }
    /// Never below 0.
    constexpr ByteCount operator-(ByteCount other) const { return ByteCount(m_bytes - other.m_bytes); }
    constexpr ByteCount &operator+=(ByteCount other) { return *this = *this + other; }
    constexpr ByteCount &operator-=(ByteCount other) { return *this = *this - other; }

private:
    std::int64_t m_bytes = 0;
};

inline namespace literals {
constexpr ByteCount operator""_B(unsigned long long n) { return ByteCount(static_cast<std::int64_t>(n)); }
constexpr ByteCount operator""_KiB(unsigned long long n) { return ByteCount(static_cast<std::int64_t>(n) << 10); }
constexpr ByteCount operator""_MiB(unsigned long long n) { return ByteCount(static_cast<std::int64_t>(n) << 20); }
constexpr ByteCount operator""_GiB(unsigned long long n) { return ByteCount(static_cast<std::int64_t>(n) << 30); }
} // namespace literals

/// "1.5 GiB", "812 B": one decimal from KiB on, independent of the locale.
std::string formatIec(ByteCount bytes);

} // namespace modelcrate
