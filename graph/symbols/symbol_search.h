// Finds classes, functions and values of modules by parts of their names, as one types.
#pragma once

#include "graph/symbols/symbol_view.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

struct SymbolHit {
    int score = 0; // comparable with fuzzyScore() of dotted names
    SymbolPlace symbol;
};

// Each name is looked at once, however many modules define it, and most of those that cannot match are told
// by a bit for each letter, without reading them (tests/bench/symbol_search_bench.cpp). Upper and lower case
// of ASCII letters are alike. Immutable; any number of threads may search.
class SymbolSearch {
public:
    static constexpr std::size_t kPerName = 4; // hits of one name, unless the query tells more than a name

    // Keeps the snapshot.
    explicit SymbolSearch(SnapshotPtr snapshot);

    // Best first. A query "orders:Order" or "orders.Order" finds names in modules that match "orders".
    // `stop` is asked now and then; once it says yes, the answer is empty.
    [[nodiscard]] std::vector<SymbolHit> find(std::string_view query, std::size_t most,
                                              const std::function<bool()>& stop = {}) const;

    [[nodiscard]] std::size_t nameCount() const { return names_.size(); }
    [[nodiscard]] std::size_t symbolCount() const { return places_.size(); }
    [[nodiscard]] const SnapshotPtr& snapshot() const { return snapshot_; }

private:
    struct Place {
        ModuleId module;
        std::uint32_t binding = 0; // in its file's facts
    };
    struct Name {
        std::uint64_t letters = 0;                // which occur
        std::string_view text;                    // as written
        std::uint32_t folded = 0, firstPlace = 0; // in folded_, places_
        bool defined = false;                     // some module has a class or function of this name
    };
    struct Match {
        int score = 0;
        std::uint32_t name = 0;
    };
    class Around; // the modules that a query names
    [[nodiscard]] std::vector<Match> matchNames(std::string_view wanted, Around& around,
                                                const std::function<bool()>& stop) const;
    [[nodiscard]] std::span<const Place> placesOf(std::size_t name) const {
        return {places_.data() + names_[name].firstPlace,
                names_[name + 1].firstPlace - names_[name].firstPlace};
    }
    [[nodiscard]] SymbolPlace symbolAt(const Place& place) const;
    [[nodiscard]] std::string_view foldedName(std::size_t name) const;

    SnapshotPtr snapshot_;
    std::vector<Name> names_;   // a last one ends the one before
    std::vector<Place> places_; // of a name: production first, then tests, tools, copies
    std::string folded_;
    std::vector<std::uint64_t> moduleLetters_; // by module
};

} // namespace espalier::graph
