// A patch that makes a project import something from another place.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/findings.h"
#include "ui/models/answer.h"

#include <QByteArray>

#include <optional>

namespace espalier::ui {

// What is to be replaced, and by what: two modules, or two names with theirs, "shop:Order".
struct PatchPaths {
    QString from, to;
    friend bool operator==(const PatchPaths&, const PatchPaths&) = default;
};

// What configuration or a warning name in place of a deprecated module or symbol (empty: the module), if the
// project has that; nothing of methods, which no statement imports.
[[nodiscard]] std::optional<PatchPaths> replacementOf(const Findings& findings, graph::ModuleId module,
                                                      const std::string& symbol);
// From the path `way` of a symbol to its canonical one; nothing if it is that.
[[nodiscard]] std::optional<PatchPaths> towardsCanonical(const graph::SpreadRow& spread, std::size_t way);

struct Patch {
    QByteArray difference; // in the bytes of the files; a comment before each batch, as `patch` passes over
    Answer left;           // the verdict counts what changes, the rows are what stays, and why
};
// What `espalier rewrite --diff --format json` has printed. Any thread.
[[nodiscard]] Patch readPatch(const QByteArray& json);

} // namespace espalier::ui
