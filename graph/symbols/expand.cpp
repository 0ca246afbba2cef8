// Symbols: what a name of a module is bound to, one statement further.
#include "graph/model/bases.h"
#include "graph/model/standard_names.h"
#include "graph/symbols/symbols.h"

#include <algorithm>

namespace espalier::graph {

using facts::BindingKind;
using facts::ImportForm;

std::uint32_t Symbols::expand(NodeId id) {
    if (nodes_[id].name == kNoId)
        return expandAlias(id);
    Walk walk;
    walk.module = nodes_[id].module;
    walk.name = nodes_[id].name;
    return expandName(walk);
}

std::uint32_t Symbols::expandName(Walk walk) {
    walk.firstHop = hops_.size();
    const facts::SourceFacts* facts = bindings_.factsOf(walk.module);
    // sys.modules["<own name>"] = …: whoever imports the module gets something else.
    if (facts && walk.before == kNone &&
        std::ranges::find(facts->registeredModules, (*snapshot_)[walk.module].name) !=
            facts->registeredModules.end()) {
        add(origin(OriginKind::Opaque, walk.module, walk.name));
        return kNone;
    }
    if (facts)
        walkBack(walk);
    if (hops_.size() == walk.firstHop) {
        addMissing(walk);
        return walk.low;
    }
    if (!walk.settled && walk.openStar.valid())
        add(origin(OriginKind::Opaque, walk.module, walk.name));
    // Whoever imports the submodule puts it in place of what its package calls so, unless the package itself
    // has loaded it before.
    const ModuleId child = bindings_.child(walk.module, walk.name);
    if (walk.before == kNone && child.valid() && bindings_.load(walk.module, child).before == kNone &&
        bindings_.isLoadedSomewhere(child))
        add(origin(OriginKind::Module, child, kNoId));
    return walk.low;
}

// Bindings of the name, stars, and the load of a submodule of that name, the last one first.
void Symbols::walkBack(Walk& walk) {
    const ModuleId child = bindings_.child(walk.module, walk.name);
    BindingIndex::Load load = child.valid() ? bindings_.load(walk.module, child) : BindingIndex::Load{};
    const auto stars = bindings_.stars(walk.module);
    std::size_t star = stars.size();
    std::uint32_t binding = bindings_.last(walk.module, walk.name);
    while (star > 0 && stars[star - 1] >= walk.before)
        --star;
    while (binding != kNone && binding >= walk.before)
        binding = bindings_.previous(walk.module, binding);
    if (load.before != kNone && load.before > walk.before)
        load.before = kNone;
    while (!walk.settled) {
        const bool isStar = star > 0 && (binding == kNone || stars[star - 1] > binding);
        const std::uint32_t next = isStar ? stars[star - 1] : binding;
        if (load.before != kNone && (next == kNone || load.before > next)) {
            if (load.before < walk.gone && load.statement != walk.goneImport)
                visitLoad(walk, child, load);
            load.before = kNone;
            continue;
        }
        if (next == kNone)
            return;
        if (isStar)
            --star;
        else
            binding = bindings_.previous(walk.module, next);
        if (isGone(walk, next))
            continue;
        if (isStar)
            visitStar(walk, next);
        else
            visit(walk, next);
    }
}

bool Symbols::isGone(const Walk& walk, std::uint32_t binding) const {
    const std::uint32_t statement = bindings_.factsOf(walk.module)->bindings[binding].statement;
    return binding >= walk.gone || (statement != kNone && statement == walk.goneImport);
}

void Symbols::visitLoad(Walk& walk, ModuleId child, const BindingIndex::Load& load) {
    // `from .x import x` in a try: where it fails, x was most likely not loaded.
    const auto& bindings = bindings_.factsOf(walk.module)->bindings;
    for (std::uint32_t b = bindings_.last(walk.module, walk.name); b != kNone;
         b = bindings_.previous(walk.module, b))
        if (bindings[b].kind != BindingKind::Delete && bindings[b].statement == load.statement)
            return;
    add(origin(OriginKind::Module, child, kNoId), kNone, load.statement);
    walk.settled = load.certain;
}

void Symbols::visit(Walk& walk, std::uint32_t index) {
    const facts::Binding& binding = bindings_.factsOf(walk.module)->bindings[index];
    if (binding.when == EdgeKind::Typing)
        walk.typing = true;
    else if (binding.when == EdgeKind::Deferred && binding.kind != BindingKind::Delete)
        walk.deferred = index;
    if (binding.when != EdgeKind::Import || binding.kind == BindingKind::Annotation)
        return;
    if (binding.kind == BindingKind::Alias && binding.target == binding.name) {
        walk.itself = true; // rebinds nothing, or makes a builtin a name of the module
        return;
    }
    walk.settled = !facts::mayBeSkipped(binding.flags);
    if (binding.kind != BindingKind::Delete)
        return addBinding(walk.module, index);
    walk.gone = std::min(walk.gone, binding.since);
    if (binding.statement != kNone)
        walk.goneImport = binding.statement;
}

void Symbols::addBinding(ModuleId module, std::uint32_t binding) {
    const facts::SourceFacts& facts = *bindings_.factsOf(module);
    switch (facts.bindings[binding].kind) {
    case BindingKind::Import:
        return addImport(module, binding);
    case BindingKind::Alias:
        if (facts.bindings[binding].when == EdgeKind::Import) // in a function it may mean a local name
            return add(aliasNode(module, binding), binding);
        [[fallthrough]];
    default:
        return add(boundBy(module, binding), binding);
    }
}

void Symbols::addImport(ModuleId module, std::uint32_t index) {
    const facts::SourceFacts& facts = *bindings_.factsOf(module);
    const facts::Binding& binding = facts.bindings[index];
    const facts::ImportStatement& import = facts.imports[binding.statement];
    for (std::size_t k = import.names.size(); k-- > 0;) {
        const facts::ImportedName& entry = import.names[k];
        const std::string_view written = !entry.alias.empty() ? std::string_view(entry.alias)
                                         : import.form == ImportForm::Import
                                             ? std::string_view(entry.name).substr(0, entry.name.find('.'))
                                             : std::string_view(entry.name);
        if (written != binding.name)
            continue;
        ImportTargets::Target target = targets_.of((*snapshot_)[module].file, binding.statement, k);
        if (import.form == ImportForm::Import && entry.alias.empty())
            target.owner = topOf(target.owner, entry.name);
        if (target.owner == module && import.form != ImportForm::Import && binding.when == EdgeKind::Import)
            return add(aliasNode(module, index), index); // a package asks itself: what it has bound so far
        return addTarget(module, target, import, k, index);
    }
    add(boundBy(module, index), index);
}

// `import a.b.c` leads to a.b.c and binds a.
ModuleId Symbols::topOf(ModuleId owner, std::string_view dotted) const {
    if (!owner.valid() || (*snapshot_)[owner].kind == ModuleKind::External)
        return owner;
    // Where a.b puts a.b.c into sys.modules, the owner is a.b.
    if (isRegistered(owner, dotted))
        dotted = dotted.substr(0, dotted.rfind('.'));
    for (auto dots = std::ranges::count(dotted, '.'); dots > 0 && owner.valid(); --dots)
        owner = (*snapshot_)[owner].parent;
    return owner;
}

// Whether `dotted` has no file: a module or package above it, its owner, puts it into sys.modules.
bool Symbols::isRegistered(ModuleId owner, std::string_view dotted) const {
    const std::string& own = (*snapshot_)[owner].name;
    const auto last = [](std::string_view name) { return name.substr(name.rfind('.') + 1); };
    return !dotted.empty() && own.find('/') == std::string::npos && last(own) != last(dotted);
}

// What a name of a statement in `importer` leads to. `binding` is the one that it makes there; kNone for a
// statement that somebody asks about.
void Symbols::addTarget(ModuleId importer, const ImportTargets::Target& target,
                        const facts::ImportStatement& import, std::size_t index, std::uint32_t binding) {
    const facts::ImportedName& entry = import.names[index];
    const bool plain = import.form == ImportForm::Import;
    if (!target.owner.valid()) {
        if (!target.module.valid())
            return add(origin(OriginKind::Unresolved, ModuleId(), ownedPart(entry.name)), binding);
        const Module& module = (*snapshot_)[target.module];
        if (module.kind == ModuleKind::Ghost)
            return add(origin(OriginKind::Ghost, target.module, kNoId), binding);
        const PartId name = names_.part(entry.name);
        if (module.parent.valid() && module.parent != importer &&
            bindings_.child(module.parent, name) == target.module)
            return add(nameNode(module.parent, name), binding); // its package may have alternatives
        return add(origin(OriginKind::Module, target.module, kNoId), binding);
    }
    switch ((*snapshot_)[target.owner].kind) {
    case ModuleKind::External: {
        if (plain) {
            const bool whole = binding == kNone || !entry.alias.empty();
            scratch_ = whole ? entry.name : entry.name.substr(0, entry.name.find('.'));
        } else {
            scratch_ = import.module;
            scratch_ += '.';
            scratch_ += entry.name;
        }
        return add(origin(OriginKind::External, target.owner, ownedPart(scratch_)), binding);
    }
    case ModuleKind::Ghost:
        return add(origin(OriginKind::Ghost, target.owner, plain ? kNoId : names_.part(entry.name)), binding);
    default:
        if (isRegistered(target.owner, plain ? entry.name : import.module) &&
            !(plain && binding != kNone && entry.alias.empty()))
            return add(origin(OriginKind::Opaque, target.owner, names_.part(entry.name)), binding);
        if (plain)
            return add(origin(OriginKind::Module, target.owner, kNoId), binding);
        return add(nameNode(target.owner, names_.part(entry.name)), binding);
    }
}

// A star brings the names that its module binds and offers. One whose names are not known is taken to bring
// nothing that the importer binds itself.
void Symbols::visitStar(Walk& walk, std::uint32_t index) {
    const facts::SourceFacts& facts = *bindings_.factsOf(walk.module);
    const facts::Binding& star = facts.bindings[index];
    const ModuleId from = targets_.of((*snapshot_)[walk.module].file, star.statement, 0).owner;
    if (!from.valid() || from == walk.module || star.when != EdgeKind::Import)
        return;
    const facts::SourceFacts* there = bindings_.factsOf(from);
    const std::string_view text = names_.partText(walk.name);
    const bool promised = there && std::ranges::find(there->all, text) != there->all.end();
    if (!there) {
        walk.openStar = (*snapshot_)[from].kind == ModuleKind::Namespace ? walk.openStar : from;
        return;
    }
    if (!promised && (there->allState == facts::AllState::Literal ||
                      (there->allState == facts::AllState::Absent && text.starts_with('_'))))
        return;
    const NodeId node = nameNode(from, walk.name);
    walk.low = std::min(walk.low, resolve(node));
    if (isBound(node, promised)) {
        add(node, index);
        const bool sure = promised || there->allState == facts::AllState::Absent;
        walk.settled = sure && !facts::mayBeSkipped(star.flags);
    } else if (const auto& found = nodes_[node].origins;
               !found.empty() && origins_[found.front().value].kind == OriginKind::Opaque) {
        walk.openStar = from;
    }
}

bool Symbols::isBound(NodeId node, bool promised) const {
    return std::ranges::any_of(nodes_[node].origins, [&](OriginId id) {
        switch (origins_[id.value].kind) {
        case OriginKind::Unresolved:
        case OriginKind::TypingOnly:
        case OriginKind::Cycle:
        case OriginKind::Implicit:
            return false;
        case OriginKind::Getattr: // asked by a star for the names of __all__ only
        case OriginKind::Opaque:
            return promised;
        default:
            return true;
        }
    });
}

// A = B, A = a.b.C; and `from . import x` in a package itself, as far as it has run.
std::uint32_t Symbols::expandAlias(NodeId id) {
    const ModuleId module = nodes_[id].module;
    const std::uint32_t index = nodes_[id].binding;
    const facts::SourceFacts& facts = *bindings_.factsOf(module);
    const facts::Binding& binding = facts.bindings[index];
    if (binding.kind == BindingKind::Alias)
        return expandDotted(module, binding.target, index, id);
    Walk walk;
    walk.module = module;
    walk.before = index;
    for (const facts::ImportedName& entry : facts.imports[binding.statement].names)
        if (binding.name == (entry.alias.empty() ? entry.name : entry.alias))
            walk.name = names_.part(entry.name);
    return expandName(walk);
}

std::uint32_t Symbols::expandDotted(ModuleId module, std::string_view dotted, std::uint32_t binding,
                                    NodeId node) {
    const std::size_t firstHop = hops_.size(), dot = std::min(dotted.find('.'), dotted.size());
    Walk walk;
    walk.module = module;
    walk.name = ownedPart(dotted.substr(0, dot));
    walk.before = binding;
    const std::uint32_t low = expandName(walk);
    return std::min(
        low, descend(module, firstHop, dotted.substr(std::min(dot + 1, dotted.size())), binding, node));
}

// From what the hops from `firstHop` on come to, to their members, to theirs, …
std::uint32_t Symbols::descend(ModuleId module, std::size_t firstHop, std::string_view members,
                               std::uint32_t binding, NodeId node) {
    std::uint32_t low = kNone;
    while (!members.empty()) {
        const std::size_t dot = std::min(members.find('.'), members.size());
        const PartId member = ownedPart(members.substr(0, dot));
        members.remove_prefix(std::min(dot + 1, members.size()));
        const std::size_t first = collected_.size();
        low = std::min(low, drain(firstHop, first, node));
        for (std::size_t i = first; i < collected_.size(); ++i)
            addMember(module, collected_[i], member, binding);
        collected_.resize(first);
    }
    return low;
}

// `of.member`. A member of a class or of any other value has no origin of its own: it is the value of the
// alias, or, for a question, whatever the name before it is.
void Symbols::addMember(ModuleId module, OriginId of, PartId member, std::uint32_t binding) {
    const Origin from = origins_[of.value];
    switch (from.kind) {
    case OriginKind::Module:
        return add(nameNode(from.module, member));
    case OriginKind::External:
        scratch_ = from.name;
        scratch_ += '.';
        scratch_ += names_.partText(member);
        return add(origin(OriginKind::External, from.module, ownedPart(scratch_)));
    case OriginKind::Ghost:
        return add(from.name.empty() ? origin(OriginKind::Ghost, from.module, member) : of);
    default:
        return add(binding == kNone ? of : boundBy(module, binding));
    }
}

// No statement binds the name.
void Symbols::addMissing(const Walk& walk) {
    const Module& module = (*snapshot_)[walk.module];
    const auto named = [&](OriginKind kind) { return add(origin(kind, walk.module, walk.name)); };
    if (const ModuleId child = bindings_.child(walk.module, walk.name); child.valid())
        return add(origin(OriginKind::Module, child, kNoId));
    if (!bindings_.factsOf(walk.module))
        return named(module.kind == ModuleKind::Namespace ? OriginKind::Unresolved : OriginKind::Opaque);
    if (walk.before == kNone && walk.deferred != kNone)
        return addBinding(walk.module, walk.deferred);
    if (walk.before == kNone && mayServe(walk.module, walk.name))
        return named(OriginKind::Getattr);
    if (walk.openStar.valid() && (*snapshot_)[walk.openStar].kind == ModuleKind::Ghost)
        return add(origin(OriginKind::Ghost, walk.openStar, walk.name));
    if (walk.openStar.valid() || isOpaque(walk.module, walk.before == kNone))
        return named(OriginKind::Opaque);
    if (isImplicitName(names_.partText(walk.name)))
        return named(OriginKind::Implicit);
    if (walk.itself || (walk.before != kNone && !walk.typing))
        return add(origin(OriginKind::Builtin, ModuleId(), walk.name));
    named(walk.typing ? OriginKind::TypingOnly : OriginKind::Unresolved);
}

bool Symbols::mayServe(ModuleId module, PartId name) const {
    const facts::SourceFacts& facts = *bindings_.factsOf(module);
    return facts.hasModuleGetattr &&
           (facts.getattrServesAny ||
            std::ranges::find(facts.getattrNames, names_.partText(name)) != facts.getattrNames.end());
}

// From outside, a module can be given names by what it does to the import system.
bool Symbols::isOpaque(ModuleId module, bool fromOutside) const {
    const facts::SourceFacts& facts = *bindings_.factsOf(module);
    return facts.broken || facts.opaqueNames || (fromOutside && hasOpaqueImports(facts));
}

} // namespace espalier::graph
