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

    // `import module`, or `from module import name` where the module may be a bare folder.
    struct Wanted {
        DottedId module;
        PartId name;
        std::uint32_t statements;
    };
    void want(DottedId module, PartId name, std::uint32_t statements);
    void collect(const FileNames& content);
    struct Found {
        EntityId entity = kNoId; // of the project, by way of a package or module
        bool whole = false;
    };
    Found find(EntityId searchPath, const Wanted& wanted, bool standardLibrary);

    const RootsInput& in_;
    ImportTree& tree_;
    std::vector<char> namesBareFolder_; // by PartId
    std::vector<Wanted> wanted_;        // each once
    IdMap wantedIds_;
};

} // namespace espalier::graph
