// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace modelcrate {

/// A value or an Error. The class itself is [[nodiscard]], so a call whose result is dropped does not compile
/// cleanly. Names follow std::expected. Reading the value of a failed result, or the error of a good one, is a
/// bug of ours and ends the program.
template<typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }
    template<typename U>
    requires(
        std::is_constructible_v<
            T,
            U &&> && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Error> && std::is_convertible_v<U &&, T>)
        Result(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &value() &
    {
        check(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T &value() const &
    {
        check(has_value());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        check(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    template<typename U>
    T value_or(U &&fallback) const &
    {
        return has_value() ? value() : T(std::forward<U>(fallback));
    }

    Error &error() &
    {
        check(!has_value());
        return *std::get_if<1>(&m_state);
    }
    const Error &error() const &
    {
        check(!has_value());
        return *std::get_if<1>(&m_state);
    }
    Error &&error() &&
    {
        check(!has_value());
        return std::move(*std::get_if<1>(&m_state));
    }

    /// The same result; a failure gets one more line of context ("pushing layer model.safetensors").
    Result withContext(std::string context) &&
    {
        if (!has_value())
            error().addContext(std::move(context));
        return std::move(*this);
    }

private:
    static void check(bool ok)
    {
        if (!ok)
            std::abort();
    }
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    bool has_value() const noexcept { return !m_error; }
    explicit operator bool() const noexcept { return has_value(); }
    void value() const
    {
        if (m_error)
            std::abort();
    }
    Error &error() &
    {
        if (!m_error)
            std::abort();
        return *m_error;
    }
    const Error &error() const &
    {
        if (!m_error)
            std::abort();
        return *m_error;
    }
    Error &&error() &&
    {
        if (!m_error)
            std::abort();
        return std::move(*m_error);
    }

    Result withContext(std::string context) &&
    {
        if (m_error)
            m_error->addContext(std::move(context));
        return std::move(*this);
    }

private:
    std::optional<Error> m_error;
};

} // namespace modelcrate

#define MC_CONCAT_IMPL(a, b) a##b
#define MC_CONCAT(a, b) MC_CONCAT_IMPL(a, b)

/// Returns from the calling function when the expression failed.
#define RETURN_IF_ERROR(expression)                                                                                    \
    do {                                                                                                               \
        if (auto mcResult_ = (expression); !mcResult_)                                                                 \
            return std::move(mcResult_).error();                                                                       \
    } while (false)

/// ASSIGN_OR_RETURN(auto digest, Digest::parse(text)); declares or assigns, or returns the error.
#define ASSIGN_OR_RETURN(target, expression) ASSIGN_OR_RETURN_IMPL(MC_CONCAT(mcResult_, __LINE__), target, expression)
#define ASSIGN_OR_RETURN_IMPL(temporary, target, expression)                                                           \
    auto temporary = (expression);                                                                                     \
    if (!temporary)                                                                                                    \
        return std::move(temporary).error();                                                                           \
    target = std::move(temporary).value()
