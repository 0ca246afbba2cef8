#include "graph/execution/builtin_names.h"
#include "graph/execution/doubts.h"

#include <algorithm>

namespace espalier::graph::execution {

namespace {

bool isPackageLike(ModuleKind kind) {
    return kind == ModuleKind::Package || kind == ModuleKind::Namespace;
}

bool isThere(ModuleKind kind) {
    return kind != ModuleKind::Ghost && kind != ModuleKind::External;
}

} // namespace

std::string Machine::packageOf(ModuleId module) const {
    const Module& of = snapshot_[module];
    if (of.kind == ModuleKind::Package)
        return of.name;
    const std::size_t dot = of.name.rfind('.');
    return dot == std::string::npos ? std::string() : of.name.substr(0, dot);
}

// "a.b" of the project, from a relative or absolute name; false if it leads past the top.
bool Machine::resolve(ModuleId from, std::uint32_t level, std::string_view name, std::string& out) const {
    out.clear();
    if (level > 0) {
        out = packageOf(from);
        for (std::uint32_t up = 1; up < level && !out.empty(); ++up) {
            const std::size_t dot = out.rfind('.');
            out.resize(dot == std::string::npos ? 0 : dot);
        }
        if (out.empty())
            return false;
    }
    if (!name.empty())
        out += (out.empty() ? "" : ".") + std::string(name);
    return true;
}

Machine::Flow Machine::importStatement(const Code& code, std::uint32_t at) {
    const Node& node = code.outline.nodes[at];
    const std::string dotted(code.outline.text(node));
    stand(code, at);
    std::uint32_t last = kNone;
    if (const Flow flow = importChain(dotted, last); flow != Flow::Next)
        return flow;
    const std::string_view alias = code.outline.other(node);
    const std::string_view whole = code.outline.text(node);
    const std::string_view top = whole.substr(0, whole.find('.'));
    Value value = last == kNone ? Value::of(Kind::Outside) : Value::of(Kind::Module, last);
    if (alias.empty() && last != kNone) {
        if (const Flow flow = importChain(std::string(top), last); flow != Flow::Next)
            return flow;
        value = Value::of(Kind::Module, last);
    }
    bind(code.scope, alias.empty() ? top : alias, value);
    return Flow::Next;
}

Machine::Flow Machine::fromStatement(const Code& code, std::uint32_t at) {
    const Node& node = code.outline.nodes[at];
    stand(code, at);
    std::string dotted;
    if (!resolve(moduleOf(code), node.other, code.outline.text(node), dotted))
        return fail("ImportError", "attempted relative import beyond top-level package", {}, {}, false);
    std::uint32_t running = kNone;
    if (const Flow flow = importChain(dotted, running); flow != Flow::Next)
        return flow;
    for (std::uint32_t child = at + 1; child < node.end; child = code.outline.nodes[child].end) {
        Flow flow = Flow::Next;
        const Node& imported = code.outline.nodes[child];
        const bool star = code.outline.text(imported) == "*";
        if (running != kNone)
            flow = star ? importStar(code, running) : importFrom(code, running, dotted, child);
        else if (star)
            code.scope->openStar = true;
        else
            bind(code.scope, imported.other != 0 ? code.outline.other(imported) : code.outline.text(imported),
                 Value::of(Kind::Outside));
        if (flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

// A name that the module has; else a submodule, which is imported; else one that is under way (3.7 and
// later).
Machine::Flow Machine::importFrom(const Code& code, std::uint32_t running, const std::string& module,
                                  std::uint32_t imported) {
    const Node& node = code.outline.nodes[imported];
    const std::string_view name = code.outline.text(node);
    const std::string_view boundName = node.other != 0 ? code.outline.other(node) : name;
    Value value;
    if (moduleName(running, name, value)) {
        bind(code.scope, boundName, value);
        return Flow::Next;
    }
    ModuleId child;
    if (submodule(running, name, child)) {
        std::uint32_t last = kNone;
        if (const Flow flow = importChain(snapshot_[child].name, last); flow != Flow::Next)
            return flow;
        const std::uint32_t now = loaded_[child.value];
        bind(code.scope, boundName, now == kNone ? Value::of(Kind::Unknown) : Value::of(Kind::Module, now));
        return Flow::Next;
    }
    const ModuleId owner = modules_[running].module;
    const bool halfRun = !modules_[running].done;
    std::string message = "cannot import name '" + std::string(name) + "' from ";
    message += halfRun
                   ? "partially initialized module '" + module + "' (most likely due to a circular import)"
                   : "'" + module + "'";
    return fail("ImportError", std::move(message), name, owner, halfRun);
}

Machine::Flow Machine::importStar(const Code& code, std::uint32_t running) {
    const RunningModule& from = modules_[running];
    const Module& module = snapshot_[from.module];
    const facts::SourceFacts* const facts =
        module.file.valid() ? snapshot_.project.files[module.file.value].facts.get() : nullptr;
    if (from.outline == nullptr || facts == nullptr) {
        code.scope->openStar = true;
        return Flow::Next;
    }
    const bool hasAll = from.scope->names.contains("__all__");
    if (hasAll && facts->allState == facts::AllState::Computed) {
        code.scope->openStar = true; // of those that it has bound, any
    } else if (hasAll) {
        for (const std::string& name : facts->all) {
            Value value;
            ModuleId child;
            std::uint32_t last = kNone;
            if (!moduleName(running, name, value) && submodule(running, name, child))
                if (const Flow flow = importChain(snapshot_[child].name, last); flow != Flow::Next)
                    return flow;
            if (const Flow flow = attributeOf(Value::of(Kind::Module, running), name, value);
                flow != Flow::Next)
                return flow;
            bind(code.scope, name, value);
        }
        return Flow::Next;
    }
    std::vector<std::pair<std::string_view, Value>> names(from.scope->names.begin(), from.scope->names.end());
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [name, value] : names)
        if (!name.starts_with('_'))
            bind(code.scope, name, value);
    code.scope->openStar = code.scope->openStar || from.scope->openStar;
    return Flow::Next;
}

bool Machine::submodule(std::uint32_t running, std::string_view name, ModuleId& out) const {
    const ModuleId package = modules_[running].module;
    if (!isPackageLike(snapshot_[package].kind))
        return false;
    const auto child = snapshot_.find(snapshot_[package].name + '.' + std::string(name));
    if (!child || !isThere(snapshot_[*child].kind))
        return false;
    out = *child;
    return true;
}

// Where a handler expects that a library may be missing, both may be.
Machine::Flow Machine::importLibrary(const std::string& dotted) {
    const std::string_view top = std::string_view(dotted).substr(0, dotted.find('.'));
    Frame& frame = frames_.back();
    if (frame.importTries == 0 || isAlwaysThere(top))
        return Flow::Next;
    const Place place{frame.outline, frame.current};
    if (!choices_.places.contains(place)) {
        frame.doubts.push_back({place, Until::Try});
        return Flow::Next;
    }
    if (way())
        return Flow::Next;
    raised_.verdict = {};
    raised_.verdict.error = raised_.type = "ModuleNotFoundError";
    raised_.verdict.message = "No module named '" + dotted + "'";
    raised_.verdict.at = frame.module;
    raised_.verdict.line = frame.line;
    raised_.verdict.stack = stack();
    return Flow::Raise;
}

// As the import system does: a module that is there is not looked for, and neither are the packages around
// it.
Machine::Flow Machine::importChain(const std::string& dotted, std::uint32_t& last) {
    last = kNone;
    if (registered_.contains(dotted))
        return Flow::Next;
    const auto top = snapshot_.find(std::string_view(dotted).substr(0, dotted.find('.')));
    if (!top || snapshot_[*top].kind == ModuleKind::External)
        return importLibrary(dotted);
    const auto module = snapshot_.find(dotted);
    if (module && loaded_[module->value] != kNone) {
        last = loaded_[module->value];
        return Flow::Next;
    }
    const std::size_t dot = dotted.rfind('.');
    std::uint32_t package = kNone;
    if (dot != std::string::npos) {
        if (const Flow flow = importChain(dotted.substr(0, dot), package); flow != Flow::Next)
            return flow;
        if (package == kNone)
            return Flow::Next; // of a library after all
    }
    if (!module || !isThere(snapshot_[*module].kind)) {
        if (!module && package != kNone && snapshot_[modules_[package].module].kind == ModuleKind::Namespace)
            return importLibrary(dotted); // a folder that only shares its name with a library
        if (package != kNone && mayServeModules(modules_[package].module)) {
            cannotTell(dotted + " may be made by code of its package");
            return Flow::Next;
        }
        return fail("ModuleNotFoundError", "No module named '" + dotted + "'",
                    std::string_view(dotted).substr(dot == std::string::npos ? 0 : dot + 1), {}, false);
    }
    if (const Flow flow = loadModule(*module); flow != Flow::Next)
        return flow;
    last = loaded_[module->value];
    return Flow::Next;
}

// Whether a package changes how modules are found: import hooks, another __path__, entries of sys.modules.
bool Machine::mayServeModules(ModuleId package) {
    const FileId file = snapshot_[package].file;
    const facts::Outline* const outline = file.valid() ? world_.outline(file) : nullptr;
    if (outline == nullptr)
        return snapshot_[package].kind != ModuleKind::Namespace;
    return std::any_of(outline->nodes.begin(), outline->nodes.end(), [&](const Node& node) {
        const std::string_view text = outline->text(node);
        return text == "meta_path" || text == "path_hooks" || text == "__path__" || text == "modules";
    });
}

Machine::Flow Machine::loadModule(ModuleId module) {
    if (loaded_[module.value] != kNone)
        return Flow::Next;
    const Module& of = snapshot_[module];
    const facts::Outline* outline = nullptr;
    if (world_.followed[module.value] && !world_.preloaded[module.value] && of.file.valid())
        outline = world_.outline(of.file);
    if (outline == nullptr) {
        if (world_.followed[module.value] && !world_.preloaded[module.value] &&
            of.kind != ModuleKind::Namespace)
            cannotTell(of.name + " cannot be read");
        loadQuietly(module);
        return Flow::Next;
    }
    if (inDoubt())
        return restartAtDoubts();
    if (frames_.size() > kMostFrames) {
        cannotTell("modules import each other more than " + std::to_string(kMostFrames) + " levels deep");
        return Flow::Abort;
    }
    const std::uint32_t id = add(module);
    modules_[id].outline = outline;
    return execute(modules_[id], *outline);
}

Machine::Flow Machine::execute(RunningModule& running, const facts::Outline& outline) {
    const ModuleId module = running.module;
    Frame frame;
    frame.module = module;
    frame.outline = &outline;
    frame.line = 1;
    frames_.push_back(std::move(frame));
    if (!outline.complete)
        cannotTell("parts of " + snapshot_[module].name + " cannot be read");
    const Flow flow = block({outline, running.scope}, 0);
    frames_.pop_back();
    if (flow == Flow::Raise)
        loaded_[module.value] = kNone;
    if (flow == Flow::Raise || flow == Flow::Abort)
        return flow;
    running.done = true;
    attachToParent(module);
    return Flow::Next;
}

// A module that cannot lead into a tangle: it and what it imports are there at once.
void Machine::loadQuietly(ModuleId module) {
    std::vector<ModuleId> work{module};
    while (!work.empty()) {
        const ModuleId at = work.back();
        work.pop_back();
        if (loaded_[at.value] != kNone || !isThere(snapshot_[at].kind))
            continue;
        modules_[add(at)].done = true;
        attachToParent(at);
        if (world_.followed[at.value])
            continue; // a folder, or one that cannot be read
        for (const EdgeId id : snapshot_.outgoing(at)) {
            const auto runs = [](const StatementRef& ref) {
                return ref.kind == EdgeKind::Import && !ref.flags.has(Flag::String) &&
                       !facts::mayBeSkipped(ref.flags);
            };
            const auto statements = snapshot_.statementsOf(snapshot_[id]);
            if (std::any_of(statements.begin(), statements.end(), runs))
                work.push_back(snapshot_[id].to);
        }
    }
}

void Machine::attachToParent(ModuleId module) {
    const ModuleId parent = snapshot_[module].parent;
    if (!parent.valid() || loaded_[parent.value] == kNone)
        return;
    const std::string_view name = snapshot_[module].name;
    bind(modules_[loaded_[parent.value]].scope, name.substr(name.rfind('.') + 1),
         Value::of(Kind::Module, loaded_[module.value]));
}

} // namespace espalier::graph::execution
