// Typed integer ids. Two kinds of id do not convert into each other, and an id prints and sorts as its number.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace espalier::facts {

template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}

    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

// Index into ProjectFacts::files.
using FileId = Id<struct FileTag>;

} // namespace espalier::facts

template <class Tag>
struct std::hash<espalier::facts::Id<Tag>> {
    std::size_t operator()(espalier::facts::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
