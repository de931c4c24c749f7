// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace modelcrate {

/// Values with a part for each of a hundred thousand files (plans, documents, rows) take longer to destroy than a frame
/// lasts. What is given to these is destroyed on a worker when the GUI thread lets go of it, and in place by every
/// other thread; so destructors of such values must not need the GUI thread. What is left when the program ends is
/// destroyed before the workers end. Any thread; does not throw away work that a value may still be used for: who has
/// another reference keeps what it refers to.

/// What disposal takes; made by the functions below.
struct Disposable {
    Disposable() = default;
    Disposable(const Disposable &) = delete;
    Disposable &operator=(const Disposable &) = delete;
    virtual ~Disposable() = default;
};
void disposeOf(std::unique_ptr<Disposable> what);

/// Takes the values, which are empty afterwards.
template<typename... Values>
void dispose(Values &&...values)
{
    static_assert((!std::is_lvalue_reference_v<Values> && ...), "it takes values: std::move()");
    struct Holder final : Disposable {
        explicit Holder(Values &&...taken) : held(std::move(taken)...) { }
        std::tuple<Values...> held;
    };
    disposeOf(std::make_unique<Holder>(std::move(values)...));
}

/// A shared value that is disposed of, whoever is the last to let go of it.
template<typename T, typename... Args>
std::shared_ptr<T> makeDisposed(Args &&...args)
{
    struct Holder final : Disposable {
        explicit Holder(Args &&...with) : value(std::forward<Args>(with)...) { }
        T value;
    };
    auto holder = std::make_unique<Holder>(std::forward<Args>(args)...);
    auto *value = &holder->value;
    return std::shared_ptr<T>(value,
                              [holder = holder.release()](T *) { disposeOf(std::unique_ptr<Disposable>(holder)); });
}

} // namespace modelcrate
