// Changes: a class, function or value that moves to another module.
#include "graph/plans/changes.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

using facts::ImportForm;

namespace {

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

// The name by which code reaches what a statement's name stands for: "a.b" of `import a.b`.
std::string_view pathTo(const facts::ImportedName& name) {
    return name.alias.empty() ? std::string_view(name.name) : std::string_view(name.alias);
}

bool bindsValue(const facts::Binding& binding) {
    return binding.kind == facts::BindingKind::Definition || binding.kind == facts::BindingKind::Alias ||
           binding.kind == facts::BindingKind::Assignment;
}

// Stage two's facts of a file; null if they are not all there.
const facts::SymbolFacts* wholeSymbols(const Snapshot& snapshot, FileId file) {
    const facts::SourceFile& source = snapshot.project.files[file.value];
    const bool whole =
        source.facts && source.symbols && source.symbols->problems.empty() && !source.facts->broken;
    return whole ? source.symbols.get() : nullptr;
}

} // namespace

struct Changes::Moving {
    ModuleId home, target;
    FileId file; // of home
    std::string symbol;
    const facts::SourceFacts* facts = nullptr;
    std::vector<Lines> lines;                             // of the definitions
    std::set<std::string_view> needed, neededNames;       // what they use: first parts, and as written
    std::set<std::string_view> elsewhere, elsewhereNames; // the same of other code in the file
    std::uint32_t usedAt = 0;                      // line where other code uses the symbol; 0: none does
    std::set<std::string, std::less<>> taken;      // names that other modules import from home
    bool starred = false;                          // some take all names
    std::map<std::uint32_t, std::uint32_t> groups; // of statements that are taken along, new by old
    [[nodiscard]] bool has(std::uint32_t line) const {
        return std::ranges::any_of(lines, [&](const Lines& one) { return one.has(line); });
    }
};

bool Changes::apply(const MoveSymbol& move) {
    Moving moving;
    if (!begin(moving, move))
        return false;
    readUses(moving);
    readImporters(moving);
    takeImports(moving);
    redirectImporters(moving);
    if (moving.usedAt > 0)
        addImport(moving.home, moving.target, moving.file, moving.usedAt, {moving.symbol});
    draft_.moveSymbol(moving.home, move.symbol, moving.target);
    std::vector<Lines>& gone = movedLines_[moving.home];
    gone.insert(gone.end(), moving.lines.begin(), moving.lines.end());
    return true;
}

bool Changes::begin(Moving& moving, const MoveSymbol& move) {
    const Snapshot& before = draft_.before();
    moving.home = ownModule(move.module);
    if (!moving.home.valid())
        return false;
    moving.file = draft_[moving.home].file;
    moving.facts = moving.file.valid() ? before.project.files[moving.file.value].facts.get() : nullptr;
    if (!moving.facts)
        return refuse(PlanRemark::NotOwn, move.module);
    moving.symbol = move.symbol;
    const auto binds = [&](const facts::Binding& binding) {
        return binding.name == move.symbol && bindsValue(binding);
    };
    if (std::ranges::none_of(moving.facts->bindings, binds) || draft_.hasMoved(moving.home, move.symbol))
        return refuse(PlanRemark::NoName, move.module + ":" + move.symbol);
    const facts::SymbolFacts* symbols = wholeSymbols(before, moving.file);
    bool known = symbols != nullptr;
    for (const facts::Binding& binding : moving.facts->bindings) {
        if (!binds(binding))
            continue;
        moving.lines.push_back({binding.line, binding.line});
        known = known && binding.kind != facts::BindingKind::Assignment; // it may go on in further lines
    }
    if (symbols)
        for (const facts::Definition& definition : symbols->definitions)
            if (definition.name == move.symbol)
                moving.lines.push_back({definition.span.line, definition.span.endLine});
    moving.target = targetOf(move, moving.home);
    if (moving.target.valid() && !known)
        doubt(PlanRemark::UsesUnknown, draft_[moving.home].name);
    return moving.target.valid();
}

// The module to move to, made if need be; none, with a remark, if there can be none.
ModuleId Changes::targetOf(const MoveSymbol& move, ModuleId home) {
    const ModuleId known = draft_.find(move.into);
    if (known == home) {
        refuse(PlanRemark::SameModule, move.into);
        return {};
    }
    if (known.valid() && draft_[known].kind == ModuleKind::Ghost) {
        draft_.change(known).kind = ModuleKind::Module;
        return known;
    }
    if (known.valid())
        return ownModule(move.into);
    const std::size_t dot = move.into.rfind('.');
    Module made;
    if (dot != std::string::npos) {
        made.parent = draft_.find(std::string_view(move.into).substr(0, dot));
        const bool fits = made.parent.valid() && (draft_[made.parent].kind == ModuleKind::Package ||
                                                  draft_[made.parent].kind == ModuleKind::Namespace);
        if (!fits) {
            refuse(PlanRemark::NoPackage, move.into);
            return {};
        }
    }
    made.name = move.into;
    made.cls = draft_[home].cls;
    return draft_.add(std::move(made));
}

bool Changes::hasLeft(ModuleId module, std::uint32_t line) const {
    const auto gone = movedLines_.find(module);
    return gone != movedLines_.end() &&
           std::ranges::any_of(gone->second, [&](const Lines& one) { return one.has(line); });
}

void Changes::readUses(Moving& moving) {
    const facts::SymbolFacts* symbols = wholeSymbols(draft_.before(), moving.file);
    if (!symbols)
        return;
    for (const facts::Use& use : symbols->uses) {
        const std::string_view name = firstPart(use.name);
        if (moving.has(use.line)) {
            if (name != moving.symbol) {
                moving.needed.insert(name);
                moving.neededNames.insert(use.name);
            }
        } else if (!hasLeft(moving.home, use.line)) {
            moving.elsewhere.insert(name);
            moving.elsewhereNames.insert(use.name);
            if (name == moving.symbol && moving.usedAt == 0)
                moving.usedAt = use.line;
        }
    }
}

void Changes::readImporters(Moving& moving) {
    for (const ModuleId importer : draft_.importers(moving.home))
        for (const DraftImport& part : draft_.imports(importer)) {
            if (part.to != moving.home || part.isImplied() || (importer == moving.home && !part.dormant))
                continue;
            moving.starred = moving.starred || part.flags.has(Flag::Star);
            if (draft_.statement(part).form == ImportForm::From && !part.flags.has(Flag::Submodule))
                for (const std::uint16_t name : part.names)
                    moving.taken.emplace(draft_.importedName(part, name));
        }
}

// Whether names that are used need a name of a statement. What is used through a module and has moved away is
// needed from where it is now.
bool Changes::isUsed(const std::set<std::string_view>& uses, const DraftImport& part,
                     std::uint16_t name) const {
    const facts::ImportStatement& statement = draft_.statement(part);
    const std::string_view path = pathTo(statement.names[name]), bound = firstPart(path);
    const bool whole = statement.form == ImportForm::Import || part.flags.has(Flag::Submodule);
    return std::ranges::any_of(uses, [&](std::string_view use) {
        if (firstPart(use) != bound)
            return false;
        const bool member = whole && use.starts_with(path) && use.substr(path.size()).starts_with('.');
        const std::string next(member ? firstPart(use.substr(path.size() + 1)) : "");
        return part.through.empty() ? !member || !draft_.hasMoved(part.to, next) : next == part.through;
    });
}

// Whether the old module goes on to need what a statement of it binds.
bool Changes::staysNeeded(const Moving& moving, const DraftImport& part, std::uint16_t name) const {
    const std::string_view bound = firstPart(pathTo(draft_.statement(part).names[name]));
    const facts::SourceFacts& facts = *moving.facts;
    const auto bindsAgain = [&](const facts::Binding& binding) {
        return binding.kind == facts::BindingKind::Alias && firstPart(binding.target) == bound &&
               !moving.has(binding.line);
    };
    return part.flags.has(Flag::Optional) || part.flags.has(Flag::Conditional) ||
           draft_[moving.home].kind == ModuleKind::Package || moving.starred ||
           isUsed(moving.elsewhereNames, part, name) || moving.taken.contains(bound) ||
           facts.allState == facts::AllState::Computed ||
           std::ranges::find(facts.all, bound) != facts.all.end() ||
           std::ranges::any_of(facts.bindings, bindsAgain);
}

void Changes::takePart(Moving& moving, const DraftImport& part, const std::vector<std::uint16_t>& names,
                       bool stays) {
    DraftImport copy = part;
    copy.names = names;
    record(part);
    if (!stays) {
        // Each part of the statement on its own: the others with these names come by themselves.
        std::vector<DraftImport>& imports = draft_.imports(moving.home);
        const auto same = [&](const DraftImport& one) {
            return one.group == part.group && one.to == part.to && one.flags == part.flags &&
                   one.through == part.through;
        };
        const auto at = std::ranges::find_if(imports, same);
        std::erase_if(at->names,
                      [&](std::uint16_t name) { return std::ranges::find(names, name) != names.end(); });
        draft_.touch(*at);
        if (at->names.empty())
            imports.erase(at);
    }
    copy.dormant = copy.to == moving.target;
    draft_.regroup(copy, moving.groups.try_emplace(part.group, draft_.newGroup()).first->second);
    draft_.imports(moving.target).push_back(std::move(copy));
}

void Changes::takeImports(Moving& moving) {
    const std::vector<DraftImport> before = draft_.imports(moving.home);
    std::set<std::string_view> bound; // by import statements
    for (const facts::Binding& binding : moving.facts->bindings)
        bound.insert(binding.name);
    const bool unbound =
        std::ranges::any_of(moving.needed, [&](std::string_view name) { return !bound.contains(name); });
    for (const DraftImport& part : before) {
        if (part.isImplied() || part.file != moving.file)
            continue;
        const facts::ImportStatement& statement = draft_.statement(part);
        if (!statement.scope.empty() || statement.form == ImportForm::String ||
            statement.form == ImportForm::Call) {
            if (moving.has(statement.span.line))
                takePart(moving, part, part.names, false);
            continue;
        }
        std::vector<std::uint16_t> going, copied;
        for (const std::uint16_t name : part.names) {
            if (part.flags.has(Flag::Star) ? unbound : isUsed(moving.neededNames, part, name))
                (part.flags.has(Flag::Star) || staysNeeded(moving, part, name) ? copied : going)
                    .push_back(name);
        }
        if (!copied.empty())
            takePart(moving, part, copied, true);
        if (!going.empty())
            takePart(moving, part, going, false);
    }
    std::vector<std::string> own; // what the old module makes itself
    for (const std::string_view name : moving.needed) {
        const auto binds = [&](const facts::Binding& binding) {
            return binding.name == name && bindsValue(binding);
        };
        if (std::ranges::any_of(moving.facts->bindings, binds) &&
            !draft_.hasMoved(moving.home, std::string(name)))
            own.emplace_back(name);
    }
    if (!own.empty())
        addImport(moving.target, moving.home, moving.file, moving.lines.back().first, own);
}

void Changes::redirectImporters(Moving& moving) {
    for (const ModuleId importer : draft_.importers(moving.home))
        for (const DraftImport& part : partsTo(importer, moving.home))
            if (!part.isImplied() && (importer != moving.home || part.dormant))
                redirectPart(moving, importer, part);
}

void Changes::redirectPart(Moving& moving, ModuleId importer, const DraftImport& part) {
    const facts::ImportStatement& statement = draft_.statement(part);
    if (statement.form == ImportForm::String) {
        const std::string path = draft_[moving.home].name + '.' + moving.symbol;
        if (statement.module == path || statement.module.starts_with(path + '.'))
            redirect(importer, part, part.names, moving.target);
        return;
    }
    const bool whole = statement.form == ImportForm::Import || part.flags.has(Flag::Submodule);
    if (!whole && !part.flags.has(Flag::Star) && !part.names.empty()) {
        std::vector<std::uint16_t> names;
        for (const std::uint16_t name : part.names)
            if (draft_.importedName(part, name) == moving.symbol)
                names.push_back(name);
        if (!names.empty())
            redirect(importer, part, names, moving.target);
        return;
    }
    const facts::SymbolFacts* symbols = wholeSymbols(draft_.before(), part.file);
    if (!symbols || part.names.empty())
        return doubt(PlanRemark::ImportersUnknown, draft_[importer].name);
    const auto& bindings = draft_.before().project.files[part.file.value].facts->bindings;
    if (part.flags.has(Flag::Star) &&
        (moving.symbol.starts_with('_') ||
         std::ranges::any_of(bindings, [&](const facts::Binding& b) { return b.name == moving.symbol; })))
        return;
    std::vector<std::uint16_t> through;
    for (const std::uint16_t index : part.names) {
        const std::string path =
            (part.flags.has(Flag::Star) ? "" : std::string(pathTo(statement.names[index])) + '.') +
            moving.symbol;
        const auto isThrough = [&](const facts::Use& use) {
            return (use.name == path || use.name.starts_with(path + '.')) &&
                   !(part.file == draft_[importer].file && hasLeft(importer, use.line));
        };
        if (std::ranges::any_of(symbols->uses, isThrough))
            through.push_back(index);
    }
    if (through.empty())
        return;
    DraftImport more = part;
    more.to = moving.target;
    more.dormant = importer == moving.target;
    more.names = through;
    more.through = moving.symbol;
    record(part);
    draft_.regroup(more, draft_.newGroup());
    draft_.imports(importer).push_back(std::move(more));
}

void Changes::addImport(ModuleId importer, ModuleId from, FileId file, std::uint32_t line,
                        const std::vector<std::string>& names) {
    facts::ImportStatement statement;
    statement.form = ImportForm::From;
    statement.span = {line, 1, line, 1};
    statement.module = draft_[from].name;
    statement.text = "from " + statement.module + " import ";
    for (const std::string& name : names) {
        statement.text += (statement.names.empty() ? "" : ", ") + name;
        statement.names.push_back({name, {}});
    }
    outcome_.newImports.push_back(draft_[importer].name + ": " + statement.text);
    DraftImport import = draft_.newStatement(file, std::move(statement));
    import.to = from;
    draft_.imports(importer).push_back(std::move(import));
}

} // namespace espalier::graph
