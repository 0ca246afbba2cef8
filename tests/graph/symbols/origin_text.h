// Origins as text, and python3's word on them.
#pragma once

#include "graph/symbols/symbols.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace espalier::test {

// "definition a.b:C@12", "value a.b:x@3", "module a.b", "external os.path.join", "builtin str", "implicit
// __name__", "getattr a:x", "ghost", "unresolved a:x", …
[[nodiscard]] std::string originText(const graph::Symbols& symbols, graph::OriginId id);
// All of them, joined by " | ", the first one first.
[[nodiscard]] std::string originsText(const graph::Symbols& symbols, std::span<const graph::OriginId> ids);

// What is to be true in Python: getattr(import_module(module), name) is one of `origins`, written as above.
// Origins that Python cannot be asked about (opaque, ghost, …) make a claim empty; it is left out then.
struct Claim {
    std::string module, name;
    std::vector<std::string> origins;
    bool mayBeMissing = false; // bound under conditions only
};
[[nodiscard]] Claim claimFor(graph::Symbols& symbols, graph::ModuleId module, const std::string& name);

struct Judgement {
    int agreed = 0;
    QStringList wrong; // a line for each claim that does not hold; or why python3 could not be asked
};
// By python3, `searched` before its own path. Modules that cannot be imported are passed over.
[[nodiscard]] Judgement judgedByPython(const std::vector<Claim>& claims, const QString& searched = {});

} // namespace espalier::test
