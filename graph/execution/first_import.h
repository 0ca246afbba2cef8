// What happens when a module is the first one that a program imports: does it fail, because a module of its
// tangle is asked for a name that it has not bound yet?
//
// The module-level code of the modules that matter is followed statement by statement as CPython would run it
// (language reference, "The import system"): parents first, `sys.modules` before files, names that come and
// go, handlers of ImportError (the failing module is dropped, and the next import runs it again), and calls
// at module level into the functions and classes of the project. Nothing is executed.
//
// Taken for granted: calls of libraries and of the interpreter import nothing of the project; libraries are
// installed, but for those that a handler of ImportError expects to be missing; an explicit `raise` behind a
// condition that cannot be told does not happen; operators, properties of libraries' classes and iteration
// call nothing of the project.
#pragma once

#include "graph/symbols/symbols.h"
#include "indexer/facts/outline.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

enum class Outcome : std::uint8_t { Ok, Fails, Unknown };
std::string_view name(Outcome outcome); // "ok", "fails", "unknown"

struct Verdict {
    struct Frame {
        ModuleId module;
        std::string function; // empty: the module's own code
        std::uint32_t line = 0;
    };
    ModuleId entry;
    Outcome outcome = Outcome::Ok;
    // The failure: of Fails (where every way through the conditions fails, the first one's), and of Unknown
    // where `otherwise` is Fails.
    std::string error;        // "ImportError", "AttributeError", …
    std::string message;      // as Python words it
    ModuleId at;              // the module whose code raises it
    std::uint32_t line = 0;   // there
    std::string name;         // that is not bound yet, or not at all
    ModuleId module;          // whose name it is; none if there is no such module
    bool halfRun = false;     // `module` was not through yet: an import cycle is the reason
    std::vector<Frame> stack; // what was under way, the entry's import first, as in a traceback
    // Of Unknown: what cannot be told, where (if at one place), and what happens if it does not matter:
    // Unknown where that depends on conditions, too.
    std::string unknown;
    ModuleId unknownAt;
    std::uint32_t unknownLine = 0;
    Outcome otherwise = Outcome::Ok;
};

// Null where a file cannot be read as it was when the snapshot was made. May be called often for a file.
using OutlineSource = std::function<std::shared_ptr<const facts::Outline>(FileId)>;

class FirstImport {
public:
    static constexpr std::size_t kMostRuns = 64;         // of one entry, for conditions that matter
    static constexpr std::size_t kMostSteps = 2'000'000; // of all runs of one entry

    // `symbols` has to outlive it. Used by one thread at a time.
    FirstImport(Symbols& symbols, OutlineSource outlines);
    ~FirstImport();

    [[nodiscard]] Verdict of(ModuleId entry);
    // Whether the code of a module is followed: where imports can lead from it into a circle, deferred ones
    // included, or to a module that is missing. The others are taken to load, with all that they import.
    [[nodiscard]] bool follows(ModuleId module) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace espalier::graph
