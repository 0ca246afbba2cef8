// The module graph as it would be with a plan.
#pragma once

#include "graph/plans/plan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Why a change cannot be made, or what is not known of one that was.
enum class PlanRemark : std::uint8_t {
    NoModule,         // there is no such module: `what`
    NotOwn,           // `what` is no module with a file of its own
    NoImport,         // nothing of that kind, or none of the names, is imported: "a > b"
    OnlyImplied,      // "a > b" is only there because a imports something below b
    NoName,           // `what` binds no such name itself: "a:x"
    SameModule,       // it would come from `what` and go there
    HasModulesBelow,  // `what` is a package with modules in it
    NoPackage,        // there is no package for the new module `what`
    UsesUnknown,      // made, but what the code of `what` uses is not known: stage two has not read all of it
    ImportersUnknown, // made, but `what` imports the module in a way that does not tell which names it uses
    NameTwice,        // made, but both modules have a `what`
};
[[nodiscard]] bool isRefusal(PlanRemark remark);

struct ChangeOutcome {
    struct Remark {
        PlanRemark remark;
        std::string what;
        friend bool operator==(const Remark&, const Remark&) = default;
    };
    struct Statement {
        FileId file; // the same in both snapshots
        std::uint32_t import = 0;
        friend auto operator<=>(const Statement&, const Statement&) = default;
    };
    bool made = false;
    std::vector<Remark> remarks;
    std::vector<Statement> statements; // that have to be rewritten or moved; sorted, of the first snapshot
    std::vector<std::string>
        newImports; // statements that have to be added: "shop.web: from shop.model import Order"
    friend bool operator==(const ChangeOutcome&, const ChangeOutcome&) = default;
};
// "there is no module shop.old"
[[nodiscard]] std::string words(const ChangeOutcome::Remark& remark);

struct Planned {
    SnapshotPtr snapshot;                // the very one that was given if no change could be made
    std::vector<ChangeOutcome> outcomes; // by change
};

// A change that cannot be made is left out, and the next ones are tried. Modules, edges and statements are as
// if the sources had been changed and read again; statements keep the places and texts that they have now, so
// one that moved with its code has another module's file. `project` holds the facts of the sources as they
// are: what is read from them (Symbols, first imports) is about the present.
//
// A symbol that moves takes along the imports inside of it, and those that only its code uses; others that it
// uses are imported by the new module, too. What it uses of its old module is imported from there, and the
// old module imports it where other code there uses it. Every statement that imports it by name is
// redirected; one that binds the whole module stays, and if the file then uses the name through it, also
// leads to the new module. All that needs the facts of stage two; without them, it is said. What
// is deferred to the class's or function's own code stays so, and new imports run at import time. Names in
// strings follow as far as they are statements of the graph.
//
// Takes some ten milliseconds for 25,000 modules. Any thread.
[[nodiscard]] Planned applyPlan(const SnapshotPtr& snapshot, const Plan& plan);

} // namespace espalier::graph
