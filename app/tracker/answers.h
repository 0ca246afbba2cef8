// What one state of a code base says to a claim.
#pragma once

#include "app/tracker/claims.h"
#include "app/tracker/state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

enum class Verdict : std::uint8_t { True, Partly, False, Unknown };
std::string_view name(Verdict verdict); // "true", "partly true", "false", "unknown"

// A place with what stands there; or a sentence without its full stop, with neither path nor line.
struct Evidence {
    std::string path;
    std::uint32_t line = 0;
    std::string text;
};

// What a file has to have for a claim to hold.
struct Trace {
    enum class What : std::uint8_t { File, Lines, Names, Binds, Alias };
    What what = What::File;
    std::string path;
    std::vector<std::string> wanted; // Lines: they, without blanks around; Names: imported, any of them;
                                     // Binds: names of its own, all; Alias: a name and what it stands for
    std::string importer;            // Names: the file's module
    bool importerIsPackage = false;
};

struct Answer {
    Verdict verdict = Verdict::Unknown;
    std::vector<Evidence> evidence;
    std::optional<Trace> trace; // where the claim holds, wholly or in part, because of one file
    std::uint32_t line = 0;     // of that file; 0: of no line
};

// `then`: what an earlier state said, so that a claim on lines asks for what stood there; null: nothing.
[[nodiscard]] Answer answer(const Claim& claim, const Tracker& tracker, State& state,
                            const Answer* then = nullptr);

// The first line of a file with this content that has what is traced; 0: none, or no line of its own.
struct Found {
    bool holds = false;
    std::uint32_t line = 0;
};
[[nodiscard]] Found find(const Trace& trace, std::string_view content);

} // namespace espalier::tracker
