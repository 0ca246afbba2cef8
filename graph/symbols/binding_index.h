// The module-level bindings of a project, by name: what binds a name, the last one first.
#pragma once

#include "graph/model/id_map.h"
#include "graph/model/name_table.h"
#include "graph/model/snapshot.h"

#include <cstdint>
#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

namespace espalier::graph {

class BindingIndex {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    // `snapshot` and `names` have to outlive it.
    BindingIndex(const Snapshot& snapshot, NameTable& names);

    // The facts of a module's file; null for namespaces, compiled modules and what is not of the project.
    [[nodiscard]] const facts::SourceFacts* factsOf(ModuleId module) const;

    // The last binding of a name (Star bindings apart), and the one before it; kNone if there is none.
    [[nodiscard]] std::uint32_t last(ModuleId module, PartId name) const;
    [[nodiscard]] std::uint32_t previous(ModuleId module, std::uint32_t binding) const;
    // The Star bindings, in order.
    [[nodiscard]] std::span<const std::uint32_t> stars(ModuleId module) const;

    // The module of the project that is called `name` below a package or namespace; none if there is no such.
    [[nodiscard]] ModuleId child(ModuleId package, PartId name) const;

    // When a package's own run loads one of its submodules for the first time, which binds the submodule's
    // name.
    struct Load {
        std::uint32_t before = kNone; // happens just before this binding; kNone: never
        std::uint32_t statement = 0;  // that does it
        bool certain = false;         // not under a condition
    };
    [[nodiscard]] Load load(ModuleId package, ModuleId child) const;
    // Whether any statement of the project surely means the module itself.
    [[nodiscard]] bool isLoadedSomewhere(ModuleId module) const;

private:
    struct Content {
        const facts::SourceFacts* facts = nullptr;
        std::uint32_t first = 0; // in previous_
        std::vector<std::uint32_t> stars;
    };
    void add(Content& content, std::uint32_t id, NameTable& names);
    [[nodiscard]] const Content* contentOf(ModuleId module) const;

    const Snapshot& snapshot_;
    std::deque<Content> contents_;         // one for each distinct file
    std::vector<std::uint32_t> contentOf_; // by module
    std::vector<std::uint32_t> previous_;  // by binding
    IdMap last_;                           // (content, name) -> binding
    IdMap children_;                       // (package, name) -> module
};

} // namespace espalier::graph
