// What the gutter of the source view shows: the imports of one file, by line.
#pragma once

#include "ui/findings.h"

#include <QString>

#include <map>
#include <vector>

namespace espalier::ui {

// One import statement and where it leads.
struct ImportMark {
    facts::Span span;
    graph::EdgeKind kind = graph::EdgeKind::Import;
    bool cycle = false, deprecated = false, ghost = false;
    std::vector<graph::ModuleId> targets; // resolved, in order; empty: leads nowhere
    QString words;                        // for the tool tip
};

// By line; several statements may share one. Implicit parents are left out. `findings` may be null.
[[nodiscard]] std::multimap<std::uint32_t, ImportMark>
importMarks(const graph::Snapshot& snapshot, const Findings* findings, const std::string& path);

} // namespace espalier::ui
