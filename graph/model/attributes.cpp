#include "graph/model/attributes.h"

#include "graph/model/deleted_names.h"

#include <algorithm>

namespace espalier::graph {

using facts::BindingKind;
using facts::ImportForm;

namespace {
constexpr std::uint32_t kFirstModule = 8; // in values_: smaller numbers are kinds
constexpr std::size_t kMaxDepth = 200;    // of modules that re-export from each other
} // namespace

struct Attributes::Run {
    EntityId module;
    FileId file;
    const facts::SourceFacts& facts;
    const FileNames& names;
    std::uint32_t lastLoaded = facts::Binding::kNoStatement;
};

FileId Attributes::fileOf(EntityId module) const {
    if (!tree_[module].regular)
        return {};
    const Place& place = places_[tree_.placeOf(module)];
    return place.isPackage() ? place.package : place.module;
}

const facts::SourceFacts* Attributes::factsOf(EntityId module) const {
    return bases_.factsOf(module);
}

Attribute Attributes::of(EntityId module, PartId name) {
    build(module);
    return get(module, name);
}

bool Attributes::mayHaveMore(EntityId module) {
    build(module);
    return records_[module].more;
}

bool Attributes::mayServe(EntityId module, PartId name) {
    const facts::SourceFacts* facts = factsOf(module);
    if (!facts || !facts->hasModuleGetattr || facts->getattrServesAny)
        return facts && facts->hasModuleGetattr;
    const std::vector<std::string>& served = facts->getattrNames;
    return std::find(served.begin(), served.end(), names_.partText(name)) != served.end();
}

bool Attributes::hadObject(EntityId package, std::uint32_t statement, PartId name) {
    build(package);
    return hadObject(records_[package], statement, name);
}

bool Attributes::hadObject(const Record& record, std::uint32_t statement, PartId name) {
    return std::ranges::find(record.hadObject, std::pair(statement, name)) != record.hadObject.end();
}

bool Attributes::isOther(EntityId package, PartId name, Attribute value) {
    return value.kind == Attribute::Kind::Object ||
           (value.kind == Attribute::Kind::Module && value.module != tree_.child(package, name));
}

Attribute Attributes::get(EntityId module, PartId name) const {
    const std::uint32_t value = values_.find(module, name);
    if (value == IdMap::kNone)
        return {};
    if (value >= kFirstModule)
        return {Attribute::Kind::Module, value - kFirstModule};
    return {static_cast<Attribute::Kind>(value), kNoId};
}

void Attributes::set(EntityId module, PartId name, Attribute value) {
    if (values_.find(module, name) == IdMap::kNone)
        records_[module].order.push_back(name);
    values_.set(module, name,
                value.kind == Attribute::Kind::Module ? value.module + kFirstModule
                                                      : static_cast<std::uint32_t>(value.kind));
    if (DeletedNames* deleted = records_[module].deleted)
        deleted->note(name, value);
}

void Attributes::forget(EntityId module) {
    if (module >= records_.size())
        return;
    Record& record = records_[module];
    for (const PartId name : record.order) {
        values_.set(module, name, IdMap::kNone);
        alternatives_.set(module, name, IdMap::kNone);
    }
    for (const PartId part : record.loaded)
        loaded_.set(module, part, IdMap::kNone);
    const bool feedsOthers = record.feedsOthers;
    record = {};
    record.feedsOthers = feedsOthers;
}

// A module that is asked for while it is being built answers with what it has bound so far, as a half-run one
// would. What others make of such an answer holds only until it is complete (the bookkeeping is that of
// Tarjan's strongly connected components).
void Attributes::build(EntityId module) {
    if (records_.size() <= module)
        records_.resize(std::max<std::size_t>(module + 1, tree_.size()));
    records_[module].feedsOthers |= !building_.empty();
    if (looks_ && tree_[module].regular)
        looks_->note(Looks::At::Module, tree_.placeOf(module));
    const bool tooDeep = building_.size() > kMaxDepth;
    if (records_[module].state == Record::State::Fresh && !tooDeep) {
        const std::size_t firstProvisional = provisional_.size();
        records_[module].restsOn = static_cast<std::uint32_t>(building_.size());
        building_.push_back(module);
        read(module);
        building_.pop_back();
        finish(module, firstProvisional);
    }
    if (!building_.empty()) {
        std::uint32_t& asking = records_[building_.back()].restsOn;
        asking = tooDeep ? 0 : std::min(asking, records_[module].restsOn);
    }
}

void Attributes::finish(EntityId module, std::size_t firstProvisional) {
    if (records_[module].restsOn < building_.size()) {
        provisional_.push_back(module);
        return;
    }
    records_[module].restsOn = kNoId;
    for (; provisional_.size() > firstProvisional; provisional_.pop_back())
        forget(provisional_.back());
}

void Attributes::read(EntityId module) {
    records_[module].state = Record::State::Building;
    if (looks_) {
        looks_->begin({true, module});
        for (const PlaceId place : tree_[module].portions)
            looks_->note(Looks::At::Place, place);
    }
    const FileId file = fileOf(module);
    const FileNames* names = file.valid() ? statements_.of(file) : nullptr;
    if (!names) {
        records_[module].more = tree_[module].regular;
    } else {
        Run run{module, file, *names->facts, *names};
        records_[module].more =
            run.facts.broken || run.facts.opaqueNames || replacesItself(run) || hasOpaqueImports(run.facts);
        DeletedNames deleted(run.facts, names_);
        records_[module].deleted = deleted.isEmpty() ? nullptr : &deleted;
        for (std::uint32_t i = 0; i < run.facts.bindings.size(); ++i) {
            const facts::Binding& binding = run.facts.bindings[i];
            deleted.at(i);
            if (binding.kind != BindingKind::Delete && binding.when == EdgeKind::Import &&
                binding.statement != facts::Binding::kNoStatement)
                loadSubmodules(run, binding.statement);
            bind(run, binding);
        }
        records_[module].deleted = nullptr;
    }
    records_[module].state = Record::State::Done;
    if (looks_)
        looks_->end();
}

// sys.modules["<own name>"] = …: whoever imports the module gets something else.
bool Attributes::replacesItself(const Run& run) const {
    const ModuleId id = table_.ofFile(run.file);
    const std::vector<std::string>& made = run.facts.registeredModules;
    return id.valid() && std::find(made.begin(), made.end(), table_[id].name) != made.end();
}

void Attributes::bind(const Run& run, const facts::Binding& binding) {
    const PartId name = names_.part(binding.name);
    const Attribute before = get(run.module, name);
    if (binding.when != EdgeKind::Import) {
        // Bound by a function at some time, or for type checkers only: counts where nothing else does.
        const bool deferred = binding.when == EdgeKind::Deferred && binding.kind != BindingKind::Delete;
        if (deferred && (before.kind == Attribute::Kind::None || before.kind == Attribute::Kind::Typing))
            set(run.module, name, {Attribute::Kind::Object, kNoId});
        else if (binding.when == EdgeKind::Typing && before.kind == Attribute::Kind::None)
            set(run.module, name, {Attribute::Kind::Typing, kNoId});
        return;
    }
    switch (binding.kind) {
    case BindingKind::Import:
        set(run.module, name, imported(run, binding, name));
        alternatives_.set(run.module, name, binding.flags.has(Flag::Optional) ? 1 : 0);
        return;
    case BindingKind::Star:
        return bindStar(run, binding.statement);
    case BindingKind::Alias:
        if (binding.target == binding.name) { // rebinds nothing, or makes a builtin a name of the module
            if (before.kind == Attribute::Kind::None)
                set(run.module, name, {Attribute::Kind::Object, kNoId});
            return;
        }
        alternatives_.set(run.module, name, 0);
        return set(run.module, name, aliased(run, binding.target));
    case BindingKind::Definition:
    case BindingKind::Assignment:
        alternatives_.set(run.module, name, 0);
        return set(run.module, name, {Attribute::Kind::Object, kNoId});
    case BindingKind::Delete:
        set(run.module, name,
            facts::mayBeSkipped(binding.flags) ? records_[run.module].deleted->undo(name) : Attribute{});
        return;
    case BindingKind::Annotation:
        return;
    }
}

void Attributes::load(const Run& run, PartId part) {
    const EntityId submodule = tree_.child(run.module, part);
    if (submodule == kNoId || loaded_.find(run.module, part) != IdMap::kNone)
        return;
    // What another value, or __getattr__, would answer if this is skipped stays possible.
    const Attribute before = get(run.module, part);
    if (facts::mayBeSkipped(run.facts.imports[run.lastLoaded].flags) &&
        (isOther(run.module, part, before) ||
         (before.kind == Attribute::Kind::None && mayServe(run.module, part))))
        return;
    loaded_.set(run.module, part, 1);
    records_[run.module].loaded.push_back(part);
    set(run.module, part, {Attribute::Kind::Module, submodule});
}

void Attributes::loadAlong(const Run& run, EntityId from, std::span<const PartId> parts) {
    for (const PartId part : parts) {
        if (from == run.module)
            load(run, part);
        from = from == kNoId ? kNoId : tree_.child(from, part);
    }
}

// Which submodules of the package itself a statement of its __init__ loads.
void Attributes::loadSubmodules(Run& run, std::uint32_t statement) {
    if (run.lastLoaded == statement || !places_[tree_.placeOf(run.module)].isPackage())
        return;
    run.lastLoaded = statement;
    const facts::ImportStatement& import = run.facts.imports[statement];
    const StatementNames& names = run.names.statements[statement];
    const auto absolute = [&](DottedId name) {
        const auto parts = names_.partsOf(name);
        if (!parts.empty())
            loadAlong(run,
                      tree_.topLevel(table_.searchPathOf(run.file), parts.front(), bases_.standardLibrary()),
                      parts.subspan(1));
    };
    if (import.form == ImportForm::Import) {
        for (std::uint32_t k = 0; k < names.nameCount; ++k)
            absolute(run.names.names[names.firstName + k]);
        return;
    }
    if (import.level == 0 && names.module != kNoId)
        absolute(names.module);
    else if (names.module != kNoId)
        loadAlong(run, bases_.startOf(run.file, import), names_.partsOf(names.module));
    if (bases_.of(run.file, import, names).entity != run.module)
        return;
    for (std::uint32_t k = 0; k < names.nameCount; ++k) {
        const PartId part = run.names.names[names.firstName + k];
        // After a failed `try: import a as x`, `except ImportError: from . import x` finds no x yet.
        const bool alternative =
            import.flags.has(Flag::Optional) && alternatives_.find(run.module, part) == 1;
        const Attribute bound = get(run.module, part);
        const bool object = isOther(run.module, part, bound) && !alternative;
        // A __getattr__ that is defined further up is asked before the submodule is looked for.
        const bool served = bound.kind == Attribute::Kind::None && mayServe(run.module, part) &&
                            get(run.module, names_.part("__getattr__")).kind != Attribute::Kind::None;
        if (object || served)
            records_[run.module].hadObject.emplace_back(statement, part);
        else
            load(run, part);
    }
}

Attribute Attributes::imported(const Run& run, const facts::Binding& binding, PartId name) {
    const facts::ImportStatement& import = run.facts.imports[binding.statement];
    const StatementNames& names = run.names.statements[binding.statement];
    constexpr Attribute kObject{Attribute::Kind::Object, kNoId};
    for (std::size_t k = import.names.size(); k-- > 0;) {
        const facts::ImportedName& entry = import.names[k];
        if (import.form != ImportForm::Import) {
            if (binding.name == (entry.alias.empty() ? entry.name : entry.alias))
                return importedFrom(run, binding.statement, k, name);
            continue;
        }
        const auto parts = names_.partsOf(run.names.names[names.firstName + k]);
        if (parts.empty() || (entry.alias.empty() ? parts.front() != name : entry.alias != binding.name))
            continue;
        const std::size_t wanted = entry.alias.empty() ? 1 : parts.size();
        const ImportTree::Walk walk =
            tree_.walk(table_.searchPathOf(run.file), parts.subspan(0, wanted), bases_.standardLibrary());
        return walk.matched == wanted ? Attribute{Attribute::Kind::Module, walk.entity} : kObject;
    }
    return kObject;
}

Attribute Attributes::importedFrom(const Run& run, std::uint32_t statement, std::size_t index,
                                   PartId boundAs) {
    constexpr Attribute kObject{Attribute::Kind::Object, kNoId};
    const StatementNames& names = run.names.statements[statement];
    const Base base = bases_.of(run.file, run.facts.imports[statement], names);
    if (base.kind != Base::Kind::Project && base.kind != Base::Kind::Bare)
        return kObject;
    const PartId part = run.names.names[names.firstName + index];
    const EntityId submodule = tree_.child(base.entity, part);
    const Attribute asModule{Attribute::Kind::Module, submodule};
    if (base.entity == run.module)
        return submodule == kNoId || hadObject(records_[run.module], statement, part) ? kObject : asModule;
    // What the other module binds matters only if this name could be a module at all.
    if (submodule == kNoId && tree_.child(run.module, boundAs) == kNoId)
        return kObject;
    const Attribute there = of(base.entity, part);
    if (there.kind == Attribute::Kind::Object || there.kind == Attribute::Kind::Module)
        return there;
    return submodule == kNoId ? kObject : asModule;
}

// X = a.b: a module if `a` is one and `a.b` one below it.
Attribute Attributes::aliased(const Run& run, std::string_view target) {
    Attribute value;
    for (std::size_t begin = 0; begin <= target.size();) {
        const std::size_t end = std::min(target.find('.', begin), target.size());
        const PartId part = names_.findPart(target.substr(begin, end - begin));
        if (part == kNoId)
            return {Attribute::Kind::Object, kNoId};
        value = begin == 0 ? get(run.module, part)
                           : Attribute{Attribute::Kind::Module, tree_.child(value.module, part)};
        if (value.kind != Attribute::Kind::Module || value.module == kNoId)
            return {Attribute::Kind::Object, kNoId};
        begin = end + 1;
    }
    return value;
}

const std::vector<PartId>& Attributes::partsBelow(PlaceId package) {
    if (partsBelow_.empty()) {
        partsBelow_.resize(places_.size());
        for (PlaceId place = 0; place < places_.size(); ++place)
            if (places_[place].parent != kNoId)
                partsBelow_[places_[place].parent].push_back(places_[place].part);
    }
    return partsBelow_[package];
}

void Attributes::bindStar(const Run& run, std::uint32_t statement) {
    const Base base = bases_.of(run.file, run.facts.imports[statement], run.names.statements[statement]);
    if (base.kind != Base::Kind::Project || !tree_[base.entity].regular) {
        records_[run.module].more = true;
        return;
    }
    if (base.entity == run.module)
        return;
    build(base.entity);
    const facts::SourceFacts* there = factsOf(base.entity);
    if (!there || records_[base.entity].more || there->allState == facts::AllState::Computed ||
        records_[base.entity].state == Record::State::Building)
        records_[run.module].more = true;
    if (!there)
        return;
    std::vector<PartId> exported;
    if (there->allState == facts::AllState::Absent) {
        for (const PartId part : records_[base.entity].order)
            if (!names_.partText(part).starts_with('_'))
                exported.push_back(part);
        // Whoever has loaded a submodule of that package has made it one of its names.
        for (const PartId part : partsBelow(tree_.placeOf(base.entity)))
            if (!names_.partText(part).starts_with('_') &&
                get(base.entity, part).kind == Attribute::Kind::None &&
                tree_.child(base.entity, part) != kNoId)
                exported.push_back(part);
    } else {
        for (const std::string& name : there->all)
            exported.push_back(names_.part(name));
    }
    for (const PartId part : exported) {
        Attribute value = get(base.entity, part);
        const EntityId submodule = tree_.child(base.entity, part);
        if (value.kind == Attribute::Kind::None && submodule != kNoId)
            value = {Attribute::Kind::Module, submodule};
        // A name that only __all__ promises is taken as bound: star-importing it would fail otherwise.
        const bool promised = there->allState != facts::AllState::Absent;
        if (value.kind == Attribute::Kind::None && promised)
            value.kind = Attribute::Kind::Object;
        if (value.kind == Attribute::Kind::Object || value.kind == Attribute::Kind::Module)
            set(run.module, part, value);
    }
}

} // namespace espalier::graph
