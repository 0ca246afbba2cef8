// Modules that a project once had: so that an import of one that is gone is told from an import of a name
// that a package lacks.
//
// Modules are told apart by their stems, which need no source roots: the path without ".py" or
// "/__init__.py". A folder with a module in it or below is one, too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace espalier::graph {

// The commit that took a module away.
struct RemovedIn {
    std::string commit; // 40 hexadecimal digits
    std::string date;   // "2025-09-14", where it was committed
    std::string author;
};

class FormerModules {
public:
    static constexpr std::uint32_t kUnknown = 0xffffffff;

    // A Python file or extension module that was there; others are passed over. `removal`: of setRemovals(),
    // which are in order of time; of several for one module, or one folder, the last counts. `fresh`, if
    // given, gets the stems that were not known.
    void add(std::string_view path, std::uint32_t removal = kUnknown,
             std::vector<std::string>* fresh = nullptr);
    void setRemovals(std::vector<RemovedIn> removals) { removals_ = std::move(removals); }

    [[nodiscard]] bool knows(const std::string& stem) const { return stems_.contains(stem); }
    // Null if it is not known who took it away.
    [[nodiscard]] const RemovedIn* removalOf(const std::string& stem) const;

private:
    // Whether that is new, or its removal.
    bool addStem(std::string_view stem, std::uint32_t removal, std::vector<std::string>* fresh);

    std::unordered_map<std::string, std::uint32_t> stems_; // with the removal
    std::vector<RemovedIn> removals_;
};

} // namespace espalier::graph
