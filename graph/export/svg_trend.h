// A campaign's burn-down as an SVG picture for an issue: attributes inline, generic fonts, white background.
#pragma once

#include "graph/model/config.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace espalier::graph {

struct TrendPicture {
    // A value holds until the next; times are seconds since 1970, never falling.
    struct Step {
        std::int64_t time = 0;
        std::array<std::uint32_t, kPathClassCount> filesByClass{};
        [[nodiscard]] std::uint32_t files() const;
    };
    struct Mark {
        std::int64_t time = 0;
        std::string words;
    };
    std::string title, subtitle;
    std::vector<Step> steps;
    std::int64_t end = 0; // of the line
    std::optional<std::uint32_t> target;
    std::vector<Mark> tags; // those that find no room have a pole without a name
    std::optional<Mark> baseline;
    std::vector<std::int64_t> comebacks; // when violations came back
};

// Begins a little before the first violation, or the baseline. Well formed whatever the texts hold.
[[nodiscard]] std::string trendSvg(const TrendPicture& picture);

} // namespace espalier::graph
