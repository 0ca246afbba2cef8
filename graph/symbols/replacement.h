// Importing something from another place: which names are the same object there, and which statements must
// stay as they are, and why. Knows facts only; the text is changed by app/rewrite.
#pragma once

#include "graph/symbols/fragmentation.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Module `from`, or one of its names, is to be imported from `to`. An ImportPath without a name means all
// names of the module, which keep theirs.
class Replacement {
public:
    // `symbols` has to outlive it.
    Replacement(Symbols& symbols, const ImportPath& from, const ImportPath& to);

    [[nodiscard]] const Snapshot& snapshot() const { return symbols_.snapshot(); }
    [[nodiscard]] const ImportPath& from() const { return from_; }
    [[nodiscard]] const ImportPath& to() const { return to_; }

    // The statements, and strings, of other modules that need `from`; sorted by path, line, column.
    [[nodiscard]] const std::vector<StatementRef>& statements() const { return statements_; }

    // What `from`'s `name` is called in `to`, or why it has to stay.
    struct Answer {
        std::string name;   // empty: it stays
        std::string reason; // a sentence without its full stop
    };
    [[nodiscard]] const Answer& of(std::string_view name);
    // Why the statement must stay although `name` is proven to be the same; empty: nothing stands in the way.
    [[nodiscard]] std::string obstacle(const StatementRef& ref, std::string_view name);
    // Whether `parent`'s `name` is the module `to`, and nothing else.
    [[nodiscard]] bool isTarget(ModuleId parent, std::string_view name);
    // Who else takes `name` from the importing module of the statement, in words; empty: nobody.
    [[nodiscard]] std::string takenFromImporter(const StatementRef& ref, std::string_view name) const;

    // How the importing module of the statement writes the module: with dots where the statement has some and
    // both lie in one top-level package. ".orders", "shop.orders"
    [[nodiscard]] std::string moduleText(const StatementRef& ref, ModuleId module) const;

private:
    Answer prove(std::string_view name);
    std::string_view nameThere(std::string_view name);
    [[nodiscard]] bool isSetLater(OriginId origin) const;
    [[nodiscard]] bool otherBranchHasIt(const StatementRef& ref, std::string_view bound) const;
    void findReached();
    [[nodiscard]] bool leadsThroughTarget(std::string_view name);

    Symbols& symbols_;
    ImportPath from_, to_;
    std::vector<StatementRef> statements_;
    std::map<std::string, Answer, std::less<>> answers_;
    std::vector<char> reached_; // by module: `to` imports it, itself or through others, when it is imported
};

} // namespace espalier::graph
