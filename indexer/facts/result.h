// A value or a reason why there is none. No exception crosses a target's border; functions that can fail for a
// reason outside the program return one of these.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace espalier::facts {

// What went wrong, where, and what the user can do. `where` and `hint` may be empty.
struct Error {
    std::string what;
    std::string where;
    std::string hint;

    // "where: what (hint)", the form in which errors are printed.
    [[nodiscard]] std::string text() const {
        std::string out = where.empty() ? what : where + ": " + what;
        if (!hint.empty())
            out += " (" + hint + ")";
        return out;
    }
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
    [[nodiscard]] const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
    [[nodiscard]] T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

} // namespace espalier::facts
