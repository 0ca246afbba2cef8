// The parts of a Markdown file that belong to Espalier, between marks on lines of their own:
//
//     <!-- espalier:begin files -->
//     …
//     <!-- espalier:end files -->
//
// Everything outside of them belongs to people, the order of the parts as well.
#pragma once

#include "indexer/facts/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

enum class Section : std::uint8_t { Head, Problem, Progress, Criteria, Phases, Files, Fixed, Regressions };
inline constexpr std::array<Section, 8> kSections{Section::Head,     Section::Problem,    Section::Progress,
                                                  Section::Criteria, Section::Phases,     Section::Files,
                                                  Section::Fixed,    Section::Regressions};
std::string_view name(Section section); // "head", "problem", …

struct Piece {
    bool ours = false; // what stands between two marks
    Section section = Section::Head;
    std::string text; // whole lines
};

// Pieces put together again are the file, but for the marks. Errors, with the line: a mark without its other
// half, a section twice or within another, an unknown one; no marks at all.
[[nodiscard]] facts::Result<std::vector<Piece>> piecesOf(std::string_view markdown);
// With marks, and line ends as the file has them.
[[nodiscard]] std::string joined(const std::vector<Piece>& pieces);

} // namespace espalier::tracker
