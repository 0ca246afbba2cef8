// How well a name fits what somebody types to find it.
#pragma once

#include <string>
#include <string_view>

namespace espalier::graph {

// 0: no match. Both folded to lower case. The query's letters must occur in the name in their order; runs of
// letters, letters at the beginning of words and matches in the last part of the name count more, then
// shorter names win. Unbroken matches count more than any others.
[[nodiscard]] int fuzzyScore(std::string_view query, std::string_view name);

inline constexpr int kLastPartScore = 50'000; // that an unbroken match of a whole last part has at least

} // namespace espalier::graph
