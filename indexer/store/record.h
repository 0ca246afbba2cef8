// Facts as packed bytes, one record per content and stage: a table of the record's distinct strings, then
// numbers that refer to it, lines as differences. See schema.h for why facts are not rows.
//
// The encoding has no version of its own: schema.h's number covers it. Damaged bytes are mostly caught by the
// checksum beside the record; decoding itself checks every bound and refuses what is left.
#pragma once

#include "indexer/facts/project_facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::store {

[[nodiscard]] std::string encode(const facts::SourceFacts& facts);
[[nodiscard]] std::string encode(const facts::SymbolFacts& facts);
[[nodiscard]] std::string encode(const std::vector<facts::FileProblem>& problems); // "" for none
[[nodiscard]] std::string encode(const std::vector<facts::ProjectProblem>& problems);

// Nothing if the bytes are not what encode() wrote.
[[nodiscard]] std::optional<facts::SourceFacts> decodeSourceFacts(std::string_view bytes);
[[nodiscard]] std::optional<facts::SymbolFacts> decodeSymbolFacts(std::string_view bytes);
[[nodiscard]] std::optional<std::vector<facts::FileProblem>> decodeProblems(std::string_view bytes);
[[nodiscard]] std::optional<std::vector<facts::ProjectProblem>> decodeProjectProblems(std::string_view bytes);

} // namespace espalier::store
