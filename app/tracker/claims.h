// What a tracker says about a code base, as far as it can be checked.
//
// A claim is taken where a sentence or a piece of code follows one of the forms below, with names in it;
// anything else is left alone. The file that a sentence or statement is about is the one it names, else the
// one that its list item, table row, code comment, paragraph before or heading has named. A number of imports
// of nothing that has a name is of what the list item before has counted.
#pragma once

#include "indexer/facts/result.h"
#include "indexer/facts/source_facts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

enum class ClaimKind : std::uint8_t {
    Path,    // a file, or folder, that exists: `path`
    Line,    // lines of it: `path:22-27`
    Import,  // an import statement: of `path` if that is known, else one that works, and is used
    Imports, // names[0] (or `path`) imports names[1], or does not
    Cycle,   // a cycle of `names`, or none; of all modules that the tracker names if there are none
    Alias,   // names[0] = names[1], in `path` if that is known
    Count,   // so many files or places import, or mention, names[0]
    Unknown, // a number of files, imports or occurrences of nothing that has a name
};
std::string_view name(ClaimKind kind); // "path", "line", …

struct Claim {
    ClaimKind kind = ClaimKind::Unknown;
    std::uint32_t line = 0;                    // of the tracker, counts from 1
    std::string text;                          // the sentence or statement, on one line
    std::string path;                          // as written
    std::uint32_t firstLine = 0, lastLine = 0; // of `path`; 0: none are named
    bool negated = false;                      // "does not import", "no circular imports"
    std::vector<std::string> names;
    facts::ImportStatement statement; // Import; without names: anything from the module
    // Count: of files, of places, or of both.
    bool imports = false;                // else mentions
    std::uint64_t files = 0, places = 0; // 0: not said
    bool about = false, atLeast = false;
};

struct Tracker {
    std::vector<Claim> claims;        // by line
    std::vector<std::string> modules; // Python files that it names, as written; sorted
    std::vector<std::string> folders; // of the files that it names with their folders, "a/b/"; sorted
};

inline constexpr std::size_t kMaxTrackerBytes = 1 << 20;
// Errors: larger than kMaxTrackerBytes.
[[nodiscard]] facts::Result<Tracker> readTracker(std::string_view markdown);

} // namespace espalier::tracker
