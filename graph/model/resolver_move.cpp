// Resolver: files that come and go, with what everybody has looked at noted (graph/model/looks.h).
//
// What a statement leads to is a function of what was looked at on the way. So a movement concerns those who
// looked at what it changes. Of a module that says something else, those who asked for its names are spared
// if the answers are the same.
#include "graph/model/resolver.h"

#include <algorithm>
#include <iterator>

namespace espalier::graph {
namespace {

// What others ask of a module beside what its names are.
bool differsAsAWhole(const facts::SourceFacts* before, const facts::SourceFacts* after) {
    if (!before || !after)
        return before != after;
    return before->registeredModules != after->registeredModules ||
           hasOpaqueImports(*before) != hasOpaqueImports(*after) || before->allState != after->allState ||
           before->all != after->all;
}

} // namespace

void Resolver::Stale::add(FileId file) {
    if (isFile.size() <= file.value)
        isFile.resize(file.value + 1, 0);
    if (!std::exchange(isFile[file.value], 1))
        files.push_back(file);
}

void Resolver::Stale::add(const Looks::Dependent& who) {
    if (who.isRecord)
        addRecord(who.id);
    else
        add(FileId(who.id));
}

void Resolver::Stale::addRecord(EntityId module) {
    if (isRecord.size() <= module)
        isRecord.resize(module + 1, 0);
    if (!std::exchange(isRecord[module], 1))
        records.push_back(module);
}

std::vector<FileId> Resolver::move(const Movement& movement) {
    Stale stale;
    for (const FileId file : movement.files)
        stale.add(file);
    for (const PlaceId place : movement.places)
        for (const Looks::Dependent& who : in_.looks->who(Looks::At::Place, place))
            stale.add(who);
    for (const ModuleId node : movement.nodes) {
        for (const Looks::Dependent& who : in_.looks->who(Looks::At::Node, node.value))
            stale.add(who);
        for (const Looks::Dependent& who : in_.looks->whoName(table_[node].name))
            stale.add(who);
    }
    for (const std::string& stem : movement.stems)
        for (const Looks::Dependent& who : in_.looks->whoName(stem))
            stale.add(who);
    recheck(stale, movement);
    recountMissing(stale);
    std::sort(stale.files.begin(), stale.files.end());
    for (const FileId file : stale.files)
        resolveFile(file);
    return std::move(stale.files);
}

// What modules bind, and who asks them.
void Resolver::recheck(Stale& stale, const Movement& movement) {
    std::unordered_set<EntityId> asAWhole;
    for (const Movement::Content& content : movement.contents) {
        const EntityId module = tree_.regular(content.place);
        stale.addRecord(module);
        if (differsAsAWhole(content.before, content.after))
            asAWhole.insert(module);
    }
    for (std::size_t i = 0; i < stale.records.size(); ++i) { // grows
        if (!tree_[stale.records[i]].regular)
            continue;
        for (const Looks::Dependent& who : in_.looks->who(Looks::At::Module, tree_.placeOf(stale.records[i])))
            if (who.isRecord)
                stale.addRecord(who.id);
    }
    for (const EntityId module : stale.records)
        attributes_.forget(module);
    for (const EntityId module : stale.records) {
        if (!tree_[module].regular)
            continue;
        const PlaceId place = tree_.placeOf(module);
        const Place& at = in_.places[place];
        if (const FileId file = at.isPackage() ? at.package : at.module; file.valid())
            stale.add(file);
        if (asAWhole.contains(module) || answersDiffer(module))
            for (const Looks::Dependent& who : in_.looks->who(Looks::At::Module, place))
                if (!who.isRecord)
                    stale.add(who);
    }
}

// Whether one of the module's names that somebody has asked for is something else now.
bool Resolver::answersDiffer(EntityId module) {
    if (module >= answersOf_.size())
        return false;
    bool differ = false;
    for (const std::uint32_t index : answersOf_[module]) {
        FromName now = lookUp(module, fromNames_[index].part);
        differ |= now != fromNames_[index];
        fromNames_[index] = now;
    }
    return differ;
}

// The modules that are named without being there, and who asked whether some other name is one of them.
void Resolver::recountMissing(Stale& stale) {
    missingIn_.resize(results_.size());
    std::set<std::string> touched;
    for (const FileId file : stale.files) {
        std::set<std::string> now;
        const FileNames* content = in_.statements.of(file);
        if (content && table_.ofFile(file).valid())
            collectMissing(file, *content, nullptr, now);
        std::vector<std::string>& before = missingIn_[file.value];
        if (std::ranges::equal(before, now))
            continue;
        for (const std::string& name : before)
            --missingUses_[name];
        for (const std::string& name : now)
            ++missingUses_[name];
        touched.insert(before.begin(), before.end());
        touched.insert(now.begin(), now.end());
        before.assign(now.begin(), now.end());
    }
    for (const std::string& name : touched) {
        const bool isMissing = missingUses_[name] > 0;
        if (isMissing == missing_.contains(name))
            continue;
        if (isMissing)
            missing_.insert(name);
        else
            missing_.erase(name);
        for (const Looks::Dependent& who : in_.looks->whoName(name))
            stale.add(who);
    }
}

} // namespace espalier::graph
