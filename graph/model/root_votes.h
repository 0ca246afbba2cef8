// Counts what import statements say about source roots: how many resolve with which folders, and through
// which root they name a module that several reach.
#pragma once

#include "graph/model/import_tree.h"
#include "graph/model/statement_names.h"

#include <cstdint>
#include <span>
#include <vector>

namespace espalier::graph {

struct RootsInput;

class RootVotes {
public:
    RootVotes(const RootsInput& input, ImportTree& tree);

    // Statements, absolute or relative, that lead to a package or module when `root` is the only source root.
    [[nodiscard]] std::uint32_t resolvedFrom(PlaceId root);

    struct Gain {
        std::uint32_t resolved = 0; // statements that resolve only with the new folder
        std::uint32_t captured =
            0; // statements about other people's modules that would now seem to be broken
    };
    [[nodiscard]] Gain gainOf(PlaceId folder, const std::vector<PlaceId>& accepted, bool standardLibrary);
    // Statements that name modules below `folder` through the accepted roots.
    [[nodiscard]] std::uint32_t usesOf(PlaceId folder, const std::vector<PlaceId>& accepted,
                                       bool standardLibrary);

    // For each root: itself and the roots around it, most used first, ties to the shortest name (the deepest
    // root).
    [[nodiscard]] std::vector<std::vector<PlaceId>> namingOrders(const std::vector<PlaceId>& roots,
                                                                 bool standardLibrary);

private:
    [[nodiscard]] bool relativeResolves(PlaceId folder, PlaceId root, std::uint32_t level,
                                        std::uint32_t module);
    void countNamesThrough(PlaceId root, const std::vector<PlaceId>& roots, bool standardLibrary,
                           std::vector<std::uint32_t>& uses);

    const RootsInput& in_;
    ImportTree& tree_;
    std::vector<std::uint32_t> absolute_; // statements by DottedId that import this module
};

} // namespace espalier::graph
