// To which module each name of each import statement leads: the edges of a snapshot, seen from the
// statements.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <vector>

namespace espalier::graph {

class ImportTargets {
public:
    explicit ImportTargets(const Snapshot& snapshot);

    // At most one is set for sure to count: where both are, the package binds the name itself, and a
    // submodule of that name may replace it.
    struct Target {
        ModuleId owner;  // `from p import x`: p, whose name x is; `import a.b`: a.b
        ModuleId module; // `from p import x`: p.x, where that is a module
    };
    [[nodiscard]] const Target& of(FileId file, std::uint32_t import, std::size_t name) const {
        return targets_[slot(file, import, name)];
    }
    // Numbers all names of all statements, files in order; a statement without names has one number.
    [[nodiscard]] std::size_t slot(FileId file, std::uint32_t import, std::size_t name) const {
        return firstSlot_[firstStatement_[file.value] + import] + name;
    }
    [[nodiscard]] std::size_t slotCount() const { return targets_.size(); }

private:
    std::vector<std::uint32_t> firstStatement_; // by file
    std::vector<std::uint32_t> firstSlot_;      // by statement
    std::vector<Target> targets_;
};

} // namespace espalier::graph
