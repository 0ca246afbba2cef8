// Which paths a first-parent line has ever had, as a note of the archive (archive.h): small beside the line
// itself, so that every snapshot can be built with it.
#pragma once

#include "indexer/facts/history.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::store {

inline constexpr char kFormerPathsNote[] = "former paths";

struct FormerPaths {
    struct Revision {
        std::string commit; // 40 hexadecimal digits
        std::int64_t committed = 0;
        std::int32_t offsetMinutes = 0;
        std::string author;
        friend bool operator==(const Revision&, const Revision&) = default;
    };
    std::vector<Revision> revisions; // all of the line, oldest first
    struct Path {
        std::string path;
        // Numbers of revisions at which it came, went, came again …; ascending, one at least.
        std::vector<std::uint32_t> changes;
        friend bool operator==(const Path&, const Path&) = default;
    };
    std::vector<Path> paths; // sorted
};

// Of Python files and extension modules.
[[nodiscard]] FormerPaths formerPaths(const facts::Timeline& timeline);

[[nodiscard]] std::string encode(const FormerPaths& paths);
// Nothing if the bytes are not what encode() wrote.
[[nodiscard]] std::optional<FormerPaths> decodeFormerPaths(std::string_view bytes);

} // namespace espalier::store
