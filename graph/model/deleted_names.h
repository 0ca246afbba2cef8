// Names of a module that a `del` under a condition deletes, with the values that they were given: what such a
// statement has surely undone gives way to what the name was before.
#pragma once

#include "graph/model/attributes.h"

#include <unordered_map>
#include <vector>

namespace espalier::graph {

// Used while the bindings of one file are followed in order. Mostly empty.
class DeletedNames {
public:
    // `facts` has to outlive it.
    DeletedNames(const facts::SourceFacts& facts, NameTable& names);

    [[nodiscard]] bool isEmpty() const { return values_.empty(); }
    // The binding that is followed from now on.
    void at(std::uint32_t binding) { binding_ = binding; }
    void note(PartId name, Attribute value);
    // The current binding is such a `del`, of that name: the value that it leaves.
    Attribute undo(PartId name);

private:
    struct Value {
        std::uint32_t binding; // that gave it
        Attribute value;
    };

    const facts::SourceFacts& facts_;
    std::uint32_t binding_ = 0;
    std::unordered_map<PartId, std::vector<Value>> values_;
};

} // namespace espalier::graph
