// Follows one execution: what is imported, bound and called, in order.
//
// A condition that cannot be told is first followed both ways, one after the other. That is the same as
// either way as long as nothing happens there that matters (a module starts to run, something fails): then
// the run is given up, and the place is among those where the next runs have to choose a way.
// The second way sees what the first has bound: a name that only one of them binds is taken to be there,
// perhaps.
#pragma once

#include "graph/execution/first_import.h"
#include "graph/execution/values.h"

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace espalier::graph::execution {

// The conditions at which a run has to choose, over all runs of an entry.
using Place = std::pair<const facts::Outline*, std::uint32_t>;
struct Choices {
    std::set<Place> places;
    std::vector<char> ways;    // of this run, in the order in which it came to them
    std::size_t taken = 0;     // so many of them were asked for
    bool restart = false;      // a place was added: this run counts for nothing
    bool assume = false;       // both ways everywhere, as if nothing mattered
    [[nodiscard]] bool next(); // the next combination; false: that was the last
};

// What does not change from run to run.
struct World {
    const Snapshot& snapshot;
    Symbols& symbols;
    OutlineSource source;
    std::vector<char> followed;  // by module: can lead into a tangle, or to a module that is missing
    std::vector<char> preloaded; // by module: the interpreter has it before any program runs
    std::map<FileId, std::shared_ptr<const facts::Outline>> outlines;
    std::map<Place, std::unordered_set<std::string_view>> locals;
    std::map<const facts::Outline*, std::unordered_set<std::string_view>> names;

    [[nodiscard]] const facts::Outline* outline(FileId file);
    // All that a file binds or sets anywhere.
    [[nodiscard]] const std::unordered_set<std::string_view>& namesOf(const facts::Outline& outline);
    [[nodiscard]] const std::unordered_set<std::string_view>& localsOf(const facts::Outline& outline,
                                                                       std::uint32_t function);
};

class Machine {
public:
    // Gives up after so many steps.
    Machine(World& world, Choices& choices, std::size_t mostSteps);
    // The choices say afterwards whether the verdict counts.
    [[nodiscard]] Verdict run(ModuleId entry);
    [[nodiscard]] std::size_t steps() const { return steps_; }

private:
    static constexpr std::size_t kMostFrames = 300;
    enum class Flow : std::uint8_t { Next, Return, Jump, Raise, Abort };
    using Kind = Value::Kind;
    using Node = facts::OutlineNode;

    // Code that runs: of a module, a class body or a function.
    struct Code {
        const facts::Outline& outline;
        Scope* scope;
        const Function* function = nullptr;
    };
    enum class Until : std::uint8_t { Frame, Loop, Try };
    struct Doubt {
        Place place;
        Until until = Until::Frame; // it holds to the end of that
    };
    struct Frame {
        ModuleId module;
        std::string_view function;
        const facts::Outline* outline = nullptr;
        std::uint32_t node = 0;              // of the function, to notice recursion
        std::uint32_t current = 0, line = 0; // where it is
        int tries = 0;                       // try statements with handlers around the place
        int importTries = 0;                 // that expect an ImportError
        std::vector<Doubt> doubts;           // whether the rest of it runs
    };
    struct Raised {
        std::string type;
        Verdict verdict;
    };
    // What was bound on one of the ways, and what it was before.
    struct Written {
        bool wasBound = false;
        Value before, after;
    };
    struct Journal {
        std::size_t oldScopes = 0; // names of scopes that are made on the way go with it
        std::map<std::pair<Scope*, std::string_view>, Written> names;
    };
    struct Arguments {
        std::vector<Value> positional;
        std::vector<std::pair<std::string_view, Value>> named;
        bool open = false; // more of them by * or **
    };

    // statements.cpp
    Flow block(const Code& code, std::uint32_t at);
    Flow statement(const Code& code, std::uint32_t at);
    Flow assign(const Code& code, std::uint32_t at);
    Flow assignTo(const Code& code, std::uint32_t target, const Value& value);
    void registerModule(const Code& code, std::uint32_t target);
    Flow unpack(const Code& code, std::uint32_t target, std::uint32_t values);
    Flow erase(const Code& code, std::uint32_t at);
    Flow ifStatement(const Code& code, std::uint32_t at, Value* value);
    Flow loop(const Code& code, std::uint32_t at);
    Flow tryStatement(const Code& code, std::uint32_t at);
    Flow handle(const Code& code, std::span<const std::uint32_t> handlers, bool& handled);
    Flow mayHaveFailed(const Code& code, std::size_t firstDoubt, std::span<const std::uint32_t> handlers);
    Flow with(const Code& code, std::uint32_t at);
    Flow define(const Code& code, std::uint32_t at, Value& out);
    Flow classBody(const Code& code, std::uint32_t at, std::uint32_t body);
    Flow defineClass(const Code& code, std::uint32_t at);
    Flow decorate(const Code& code, std::span<const std::uint32_t> decorators, Value& value);
    Flow raise(const Code& code, std::uint32_t at);
    [[nodiscard]] bool catches(const Code& code, std::uint32_t types, std::string_view error) const;
    [[nodiscard]] bool expectsImportError(const Code& code, std::uint32_t handler) const;

    // expressions.cpp
    Flow evaluate(const Code& code, std::uint32_t at, Value& out);
    Flow evaluateAll(const Code& code, std::uint32_t at, Value& out);
    Flow load(const Code& code, std::uint32_t at, Value& out);
    Flow attribute(const Code& code, std::uint32_t at, Value& out);
    Flow attributeOf(const Value& object, std::string_view name, Value& out);
    // False if the module does not have the name now.
    [[nodiscard]] bool moduleName(std::uint32_t running, std::string_view name, Value& out);
    [[nodiscard]] bool nameOfWhole(ModuleId module, std::string_view name, Value& out);
    [[nodiscard]] bool classAttribute(std::uint32_t cls, std::string_view name, Value& out,
                                      bool& outside) const;
    Flow bound(const Value& object, const Value& found, Value& out);
    Flow either(const Code& code, std::uint32_t at, Value& out);
    Flow comprehension(const Code& code, std::uint32_t at);
    [[nodiscard]] Value* lookUp(Scope* scope, std::string_view name, bool& own);

    // calls.cpp
    Flow call(const Code& code, std::uint32_t at, Value& out);
    Flow callValue(const Value& callee, Arguments arguments, Value& out);
    [[nodiscard]] bool isDefinedSomewhere(std::string_view name);
    Flow callFunction(std::uint32_t function, Arguments arguments, Value& out);
    Flow instantiate(std::uint32_t cls, Arguments arguments, Value& out);
    Flow callIfThere(const Value& object, std::string_view method, Arguments arguments);
    void bindParameters(const Function& function, Scope& scope, const Arguments& arguments);
    [[nodiscard]] bool dynamicImport(const Code& code, std::uint32_t at, Flow& flow, Value& out);
    [[nodiscard]] Value superOf(const Code& code) const;

    // imports.cpp
    Flow importStatement(const Code& code, std::uint32_t at);
    Flow fromStatement(const Code& code, std::uint32_t at);
    Flow importFrom(const Code& code, std::uint32_t running, const std::string& module,
                    std::uint32_t imported);
    Flow importStar(const Code& code, std::uint32_t running);
    // `last`: the running module; kNone: of a library.
    Flow importChain(const std::string& dotted, std::uint32_t& last);
    [[nodiscard]] bool mayServeModules(ModuleId package);
    Flow importLibrary(const std::string& dotted);
    Flow loadModule(ModuleId module);
    Flow execute(RunningModule& running, const facts::Outline& outline);
    void loadQuietly(ModuleId module);
    void attachToParent(ModuleId module);
    [[nodiscard]] bool submodule(std::uint32_t running, std::string_view name, ModuleId& out) const;
    [[nodiscard]] std::string packageOf(ModuleId module) const;
    [[nodiscard]] bool resolve(ModuleId from, std::uint32_t level, std::string_view name,
                               std::string& out) const;

    // doubts.cpp
    template <class One, class Other>
    Flow choose(Place place, One one, Other other);
    Flow merged(Place place, Flow one, Flow other);
    static void keep(Journal& journal);
    void merge(const Journal& one, const Journal& other);
    [[nodiscard]] bool inDoubt() const;
    Flow restartAtDoubts();
    [[nodiscard]] bool way();

    // machine.cpp
    void bind(Scope* scope, std::string_view name, const Value& value);
    Flow fail(std::string type, std::string message, std::string_view name, ModuleId module, bool halfRun);
    void cannotTell(std::string what);
    [[nodiscard]] std::vector<Verdict::Frame> stack() const;
    [[nodiscard]] ModuleId moduleOf(const Code& code) const { return modules_[code.scope->module].module; }
    [[nodiscard]] std::uint32_t add(ModuleId module);
    Scope* addScope(Scope::Kind kind, Scope* parent, std::uint32_t module);
    // Where the innermost frame is.
    void stand(const Code& code, std::uint32_t node) {
        frames_.back().current = node;
        frames_.back().line = code.outline.nodes[node].line;
    }
    void endDoubts(std::size_t first, Until until);

    World& world_;
    const Snapshot& snapshot_;
    Choices& choices_;
    std::vector<std::uint32_t> loaded_; // by module: its running module, kNone if there is none
    std::deque<RunningModule> modules_;
    std::deque<Scope> scopes_;
    std::deque<Function> functions_;
    std::deque<Class> classes_;
    std::deque<Instance> instances_;
    std::deque<std::string> texts_;
    std::vector<Frame> frames_;
    std::vector<Doubt> doubts_;      // of the conditions that are being followed both ways
    std::vector<Journal*> journals_; // of the ways being gone, the innermost last
    Raised raised_;
    Value returned_;
    std::set<std::string, std::less<>> registered_; // by sys.modules["…"] = …
    const std::size_t mostSteps_;
    std::size_t steps_ = 0;
    Verdict unknown_; // the first thing that cannot be told; its text is empty: none
};

} // namespace espalier::graph::execution
