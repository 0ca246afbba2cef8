// One definition, many import paths: by which names of which modules statements import a definition, which of
// these is the one that everybody should use, and who does not.
#pragma once

#include "graph/analysis/importers.h"
#include "graph/symbols/symbols.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::graph {

// `from module import name`
struct ImportPath {
    ModuleId module;
    std::string_view name;
    friend bool operator==(const ImportPath&, const ImportPath&) = default;
};
[[nodiscard]] std::string text(const Snapshot& snapshot, const ImportPath& path); // "shop.orders:Order"

// The path that a definition should be imported by, and why, in words.
struct Canonical {
    ImportPath path;
    std::string reason;
    std::vector<ModuleId>
        providers; // that hand the definition on to this path: they may import it as they have to
};

// A definition in the ranked list.
struct Spread {
    OriginId definition;
    Canonical canonical;
    std::uint32_t paths = 0, statements = 0;
    std::uint32_t compliantFiles = 0, violatingFiles = 0; // a file that uses both violates
    // Share of the importing files that use the canonical path only, 0 to 1.
    [[nodiscard]] double compliance() const {
        const std::uint32_t all = compliantFiles + violatingFiles;
        return all == 0 ? 1 : static_cast<double>(compliantFiles) / all;
    }
};

class Fragmentation {
public:
    // Looks at every `from` statement that `filter` admits. `symbols` has to outlive it.
    Fragmentation(Symbols& symbols, const EdgeFilter& filter);

    // Classes, functions and values of the project that some statement imports: those with the most violating
    // files first, then by statements, then by name.
    [[nodiscard]] std::span<const Spread> ranked() const { return ranked_; }
    // Null if no statement imports it.
    [[nodiscard]] const Spread* find(OriginId definition) const;
    // Whether a statement that imports the definition by `path` should use the canonical one.
    [[nodiscard]] static bool violates(const Spread& spread, const ImportPath& path, const StatementRef& ref);

    struct Path {
        ImportPath path;
        bool canonical = false;
        std::vector<StatementRef> statements; // sorted by file, line
        ImporterCounts counts;
    };
    // The paths of one definition, the most used first.
    [[nodiscard]] std::vector<Path> paths(const Spread& spread) const;

private:
    struct Use {
        OriginId definition;
        ImportPath path;
        std::uint32_t statement = 0; // in Snapshot::statements
    };
    [[nodiscard]] std::span<const Use> usesOf(OriginId definition) const;
    void collect(OriginId definition, const EdgeFilter& filter);
    void summarize(std::span<const Use> uses);
    Canonical canonical(std::span<const Use> uses);
    // The canonical path that a campaign names for it, if any.
    [[nodiscard]] const Canonical* configured(OriginId definition) const;
    void readCampaigns();
    [[nodiscard]] bool leadsTo(const ImportPath& path, OriginId definition);

    Symbols& symbols_;
    std::vector<Use> uses_; // sorted by definition, module, name, statement
    std::vector<Spread> ranked_;
    std::vector<std::pair<OriginId, Canonical>> configured_;
    std::vector<std::uint32_t> rankOf_;                // by definition
    std::vector<std::uint32_t> seenFile_, violatesIn_; // by file: number of the definition that was last
};

// What a statement has to say instead, for this one name: "from shop.orders import Order as O".
[[nodiscard]] std::string requiredForm(const Snapshot& snapshot, const StatementRef& ref,
                                       const ImportPath& from, const ImportPath& to);

} // namespace espalier::graph
