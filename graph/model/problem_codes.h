// Codes of the problems that resolution finds; those of single files come from the indexer. Stable: people
// filter by them and the JSON output carries them.
#pragma once

#include <string_view>

namespace espalier::graph::problem {

// An import names a module of the project that does not exist; it becomes a ghost.
inline constexpr std::string_view kUnresolvedImport = "unresolved-import";
// `from m import x`, and neither a binding nor a submodule of m is called x.
inline constexpr std::string_view kUnresolvedName = "unresolved-name";
// A relative import with more dots than packages, or in a top-level module.
inline constexpr std::string_view kRelativeBeyondTop = "relative-beyond-top";
// No import reaches this file under its name.
inline constexpr std::string_view kShadowedFile = "shadowed-file";
// A top-level module is found instead of one of Python's own library.
inline constexpr std::string_view kShadowsStandardLibrary = "shadows-standard-library";
// A folder without __init__.py and a library share a name; what the folder lacks is taken for the library's.
inline constexpr std::string_view kAmbiguousExternal = "ambiguous-external";
// A configured source root holds no Python files.
inline constexpr std::string_view kNoSourceRoot = "no-source-root";
// A module configured as deprecated does not exist and nothing imports it.
inline constexpr std::string_view kUnknownDeprecated = "unknown-deprecated";
// A campaign names a module that does not exist as canonical, or as part of its critical path.
inline constexpr std::string_view kUnknownInCampaign = "unknown-in-campaign";

} // namespace espalier::graph::problem
