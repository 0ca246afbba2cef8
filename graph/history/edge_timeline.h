// The module graph at every commit of a first-parent line, in one piece: when each module and each edge was
// there, and of which kinds it was. At each revision that is what buildSnapshot() makes of that commit's
// files with the same configuration and source roots, and with what the line had until then as
// Config::former; modules are told apart by their names, which outlive the files.
//
// Immutable once it is made, and shared between threads as a snapshot is. Spans of a life are in order, do
// not overlap, and two that touch differ in more than their time.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Revisions are counted as in facts::Timeline::revisions; spans are half-open.
struct ModuleSpan {
    std::uint32_t begin = 0, end = 0;
    ModuleKind kind = ModuleKind::Module; // a ghost may become a module, a module a package
    PathClass cls = PathClass::Production;
    bool unparsable = false;
    friend bool operator==(const ModuleSpan&, const ModuleSpan&) = default;
};

struct EdgeSpan {
    std::uint32_t begin = 0, end = 0;
    KindSet plain, implicitParents, strings; // as in Edge; not all empty
    friend bool operator==(const EdgeSpan&, const EdgeSpan&) = default;
    // As EdgeFilter::admits() of an edge.
    [[nodiscard]] bool admittedBy(const EdgeFilter& filter) const {
        return filter.admits(Edge{{}, {}, 0, 0, plain, implicitParents, strings});
    }
};

struct ModuleLife {
    std::string name;
    std::uint32_t firstSpan = 0, spanCount = 0;
};

struct EdgeLife {
    std::uint32_t from = 0, to = 0; // indexes of modules
    std::uint32_t firstSpan = 0, spanCount = 0;
};

// What the files of one revision come to.
struct FileTotals {
    std::uint32_t files = 0, unparsable = 0; // that import: Python, notebooks, stubs
    std::uint32_t statements = 0;            // imports; strings are none
    std::uint32_t ghostStatements = 0;       // of these, that name a missing module
    std::uint64_t lines = 0;
    friend bool operator==(const FileTotals&, const FileTotals&) = default;
};

struct EdgeTimeline {
    std::uint32_t revisions = 0;     // of the line
    std::vector<FileTotals> totals;  // by revision
    std::vector<ModuleLife> modules; // by name (as bytes): all that ever were, ghosts and externals, too
    std::vector<EdgeLife> edges;     // sorted by (from, to)
    std::vector<ModuleSpan> moduleSpans;
    std::vector<EdgeSpan> edgeSpans;

    [[nodiscard]] std::span<const ModuleSpan> spansOf(const ModuleLife& life) const {
        return {moduleSpans.data() + life.firstSpan, life.spanCount};
    }
    [[nodiscard]] std::span<const EdgeSpan> spansOf(const EdgeLife& life) const {
        return {edgeSpans.data() + life.firstSpan, life.spanCount};
    }
    // What it was at a revision; null if it was not there.
    [[nodiscard]] const ModuleSpan* at(const ModuleLife& life, std::uint32_t revision) const;
    [[nodiscard]] const EdgeSpan* at(const EdgeLife& life, std::uint32_t revision) const;

    // Indexes of the modules and edges that are there at a revision, ascending. Each looks at everything
    // once.
    [[nodiscard]] std::vector<std::uint32_t> modulesAt(std::uint32_t revision) const;
    [[nodiscard]] std::vector<std::uint32_t> edgesAt(std::uint32_t revision) const;
    // None if there was never such a module.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
};

} // namespace espalier::graph
