// What people have written into the parts of a tracker that are written anew: notes in the last column of
// tables, ticks of phases, and lines below these.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

// The notes of rows "| `path:12` | `statement` | … | note |". Asked for by path and statement, as cells have
// them: a line may move.
class RowNotes {
public:
    // Of the old text of sections; several may be read.
    void read(std::string_view section);

    // The note of the next row that is the same; empty if there is none. Each is given once.
    [[nodiscard]] std::string take(const std::string& placeCell, const std::string& statementCell);
    // Whether take() would give one.
    [[nodiscard]] bool has(const std::string& placeCell, const std::string& statementCell) const;
    // Those that nobody took, as lines of a list, with those that were left before.
    [[nodiscard]] std::string rest() const;

private:
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> notes_;
    std::vector<std::string> left_; // lines of the list
};

// Of "- [x] `name`: …" and the indented lines below.
struct PhaseNotes {
    std::set<std::string> ticked;             // names, as they are written
    std::map<std::string, std::string> lines; // below it
};
[[nodiscard]] PhaseNotes phaseNotes(std::string_view section);

} // namespace espalier::tracker
