#include "graph/plans/changes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace espalier::graph {
namespace {

bool isRead(const DraftImport& import) {
    return !import.isImplied() && !import.dormant && !import.flags.has(Flag::String);
}

bool bindsValue(const facts::Binding& binding) {
    return binding.kind == facts::BindingKind::Definition || binding.kind == facts::BindingKind::Alias ||
           binding.kind == facts::BindingKind::Assignment;
}

std::set<std::string_view> ownNames(const Snapshot& snapshot, const Module& module) {
    std::set<std::string_view> out;
    if (const auto* facts =
            module.file.valid() ? snapshot.project.files[module.file.value].facts.get() : nullptr)
        for (const facts::Binding& binding : facts->bindings)
            if (bindsValue(binding) && !binding.name.starts_with("__"))
                out.insert(binding.name);
    return out;
}

} // namespace

bool isRefusal(PlanRemark remark) {
    return remark < PlanRemark::UsesUnknown;
}

std::string words(const ChangeOutcome::Remark& remark) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kWords{{
        {"there is no module ", ""},
        {"", " is no module with code of its own"},
        {"nothing to change: ", ""},
        {"", " is only there because something below it is imported"},
        {"there is no such name: ", ""},
        {"it is already in ", ""},
        {"", " has modules in it, which would have to be moved first"},
        {"there is no package for a new module ", ""},
        {"what it uses is not known, for not all of ", " could be read"},
        {"what it uses of the module is not known: ", ""},
        {"both modules have a name ", ""},
    }};
    const auto& [before, behind] = kWords[static_cast<std::size_t>(remark.remark)];
    return std::string(before) + remark.what + std::string(behind);
}

ChangeOutcome Changes::make(const Change& change) {
    outcome_ = {};
    outcome_.made = std::visit([this](const auto& one) { return apply(one); }, change);
    std::ranges::sort(outcome_.statements);
    outcome_.statements.erase(std::unique(outcome_.statements.begin(), outcome_.statements.end()),
                              outcome_.statements.end());
    return std::move(outcome_);
}

bool Changes::refuse(PlanRemark remark, std::string what) {
    outcome_.remarks.push_back({remark, std::move(what)});
    return false;
}

void Changes::doubt(PlanRemark remark, std::string what) {
    const ChangeOutcome::Remark said{remark, std::move(what)};
    if (std::ranges::find(outcome_.remarks, said) == outcome_.remarks.end())
        outcome_.remarks.push_back(said);
}

// Statements that the plan itself has added stand in no file yet.
void Changes::record(const DraftImport& import) {
    const auto& file = draft_.before().project.files;
    if (import.file.valid() && import.import < file[import.file.value].facts->imports.size())
        outcome_.statements.push_back({import.file, import.import});
}

std::vector<DraftImport> Changes::extract(std::vector<DraftImport>& imports, std::uint32_t group,
                                          const std::vector<std::uint16_t>& names) {
    std::vector<DraftImport> out;
    for (DraftImport& import : imports) {
        if (import.group != group || import.isImplied())
            continue;
        DraftImport taken = import;
        taken.names.clear();
        std::ranges::set_intersection(import.names, names, std::back_inserter(taken.names));
        if (taken.names.empty() && !import.names.empty())
            continue;
        std::erase_if(import.names,
                      [&](std::uint16_t name) { return std::ranges::binary_search(names, name); });
        draft_.touch(import);
        record(import);
        if (import.names.empty())
            import.to = ModuleId();
        out.push_back(std::move(taken));
    }
    std::erase_if(imports, [](const DraftImport& import) { return !import.to.valid(); });
    return out;
}

std::vector<DraftImport> Changes::partsTo(ModuleId importer, ModuleId to) {
    std::vector<DraftImport> out;
    std::ranges::copy_if(draft_.imports(importer), std::back_inserter(out),
                         [&](const DraftImport& part) { return part.to == to; });
    return out;
}

void Changes::redirect(ModuleId importer, const DraftImport& part, const std::vector<std::uint16_t>& names,
                       ModuleId to) {
    const ModuleId before = part.to; // `part` may lie in what is changed
    std::vector<DraftImport>& imports = draft_.imports(importer);
    const std::uint32_t group = draft_.newGroup();
    for (DraftImport& taken : extract(imports, part.group, names)) {
        if (taken.to != before)
            continue;
        taken.to = to;
        taken.dormant = to == importer;
        taken.flags.bits =
            static_cast<std::uint16_t>(taken.flags.bits & ~static_cast<unsigned>(Flag::Ambiguous));
        draft_.regroup(taken, group);
        imports.push_back(std::move(taken));
    }
}

ModuleId Changes::ownModule(const std::string& name) {
    const ModuleId id = draft_.find(name);
    if (!id.valid()) {
        refuse(PlanRemark::NoModule, name);
        return {};
    }
    const ModuleKind kind = draft_[id].kind;
    if (kind == ModuleKind::Module || kind == ModuleKind::Package)
        return id;
    refuse(PlanRemark::NotOwn, name);
    return {};
}

bool Changes::apply(const CutEdge& cut) {
    const ModuleId from = draft_.find(cut.from), to = draft_.find(cut.to);
    if (!from.valid() || !to.valid())
        return refuse(PlanRemark::NoModule, from.valid() ? cut.to : cut.from);
    const EdgeKind kind = cut.way == CutWay::Defer ? EdgeKind::Deferred : EdgeKind::Typing;
    std::vector<DraftImport>& imports = draft_.imports(from);
    std::vector<DraftImport> parts;
    bool implied = false;
    const auto fits = [&](const DraftImport& import) {
        const bool star = import.flags.has(Flag::Star); // functions cannot have one
        return isRead(import) && (cut.way == CutWay::Remove || import.kind != kind) &&
               !(star && cut.way == CutWay::Defer);
    };
    for (const DraftImport& import : imports) {
        if (import.to != to || !cut.kinds.has(import.kind))
            continue;
        implied = implied || import.isImplied();
        if (fits(import))
            parts.push_back(import);
    }
    if (parts.empty())
        return refuse(implied ? PlanRemark::OnlyImplied : PlanRemark::NoImport, cut.from + " > " + cut.to);
    for (const DraftImport& part : parts) {
        const std::uint32_t group = draft_.newGroup();
        for (DraftImport& taken : extract(imports, part.group, part.names)) {
            if (cut.way == CutWay::Remove)
                continue;
            taken.kind = kind;
            draft_.regroup(taken, group);
            imports.push_back(std::move(taken));
        }
    }
    return true;
}

bool Changes::apply(const RedirectNames& change) {
    const ModuleId from = draft_.find(change.from), to = draft_.find(change.to);
    if (!from.valid() || !to.valid())
        return refuse(PlanRemark::NoModule, from.valid() ? change.to : change.from);
    const ModuleId into = ownModule(change.into);
    if (!into.valid())
        return false;
    if (into == to)
        return refuse(PlanRemark::SameModule, change.into);
    bool any = false;
    for (const DraftImport& part : partsTo(from, to)) {
        if (!isRead(part) || part.flags.has(Flag::Submodule))
            continue;
        std::vector<std::uint16_t> names;
        for (const std::uint16_t name : part.names)
            if (std::ranges::find(change.names, draft_.importedName(part, name)) != change.names.end())
                names.push_back(name);
        if (names.empty())
            continue;
        redirect(from, part, names, into);
        any = true;
    }
    return any || refuse(PlanRemark::NoImport, change.from + " > " + change.to);
}

bool Changes::apply(const MergeModules& merge) {
    const ModuleId gone = ownModule(merge.module), heir = ownModule(merge.into);
    if (!gone.valid() || !heir.valid())
        return false;
    if (gone == heir)
        return refuse(PlanRemark::SameModule, merge.into);
    if (draft_.hasModulesBelow(gone))
        return refuse(PlanRemark::HasModulesBelow, merge.module);
    for (const ModuleId importer : draft_.importers(gone)) {
        if (importer == gone)
            continue;
        for (const DraftImport& part : partsTo(importer, gone)) {
            draft_.touch(part);
            if (!part.isImplied())
                redirect(importer, part, part.names, heir);
        }
    }
    std::vector<DraftImport>& taken = draft_.imports(heir);
    for (DraftImport import : draft_.imports(gone)) {
        draft_.touch(import);
        record(import);
        if (import.isImplied() || (import.to == gone && !import.dormant))
            continue;
        import.dormant = import.to == heir || import.to == gone;
        if (import.dormant)
            import.to = heir;
        taken.push_back(std::move(import));
    }
    noteNamesTwice(gone, heir);
    draft_.change(heir).lines += draft_[gone].lines;
    draft_.remove(gone, heir);
    return true;
}

void Changes::noteNamesTwice(ModuleId a, ModuleId b) {
    const auto ofA = ownNames(draft_.before(), draft_[a]), ofB = ownNames(draft_.before(), draft_[b]);
    for (const std::string_view name : ofA)
        if (ofB.contains(name))
            doubt(PlanRemark::NameTwice, std::string(name));
}

Planned applyPlan(const SnapshotPtr& snapshot, const Plan& plan) {
    Planned out;
    Draft draft(*snapshot);
    Changes changes(draft);
    bool any = false;
    for (const Change& change : plan.changes) {
        out.outcomes.push_back(changes.make(change));
        any = any || out.outcomes.back().made;
    }
    out.snapshot = any ? draft.finish() : snapshot;
    return out;
}

} // namespace espalier::graph
