// Whether two stores say the same of a project.
#pragma once

#include "indexer/facts/project_facts.h"

namespace espalier::tests {

inline bool sameFile(const facts::SourceFile& a, const facts::SourceFile& b) {
    const auto same = [](const auto& x, const auto& y) { return !x == !y && (!x || *x == *y); };
    return a.path == b.path && a.kind == b.kind && a.blob == b.blob && a.sizeBytes == b.sizeBytes &&
           a.problems == b.problems && same(a.facts, b.facts) && same(a.symbols, b.symbols);
}

inline bool sameProject(const facts::ProjectFacts& a, const facts::ProjectFacts& b) {
    if (a.root != b.root || a.revision != b.revision || a.complete != b.complete ||
        a.problems != b.problems || a.files.size() != b.files.size())
        return false;
    for (std::size_t i = 0; i < a.files.size(); ++i)
        if (!sameFile(a.files[i], b.files[i]))
            return false;
    return true;
}

} // namespace espalier::tests
