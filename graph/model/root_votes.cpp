#include "graph/model/root_votes.h"

#include "graph/model/roots.h"
#include "graph/model/standard_names.h"

#include <algorithm>

namespace espalier::graph {

using facts::ImportForm;

RootVotes::RootVotes(const RootsInput& input, ImportTree& tree)
    : in_(input)
    , tree_(tree)
    , namesBareFolder_(input.names.partCount(), 0) {
    for (PlaceId place = 0; place < in_.places.size(); ++place)
        if (in_.places[place].part != kNoId && in_.places[place].isFolder() && !in_.places[place].isPackage())
            namesBareFolder_[in_.places[place].part] = 1;
    for (const FileNames& content : in_.statements.contents())
        if (content.uses > 0)
            collect(content);
}

void RootVotes::want(DottedId module, PartId name, std::uint32_t statements) {
    const std::uint32_t known = wantedIds_.find(module, name);
    if (known != IdMap::kNone) {
        wanted_[known].statements += statements;
        return;
    }
    wantedIds_.set(module, name, static_cast<std::uint32_t>(wanted_.size()));
    wanted_.push_back({module, name, statements});
}

void RootVotes::collect(const FileNames& content) {
    for (std::size_t i = 0; i < content.statements.size(); ++i) {
        const facts::ImportStatement& statement = content.facts->imports[i];
        const StatementNames& names = content.statements[i];
        if (statement.level > 0 || statement.form == ImportForm::String)
            continue;
        if (statement.form == ImportForm::Import) {
            for (std::uint32_t k = 0; k < names.nameCount; ++k)
                want(content.names[names.firstName + k], kNoId, content.uses);
        } else if (names.module != kNoId) {
            const auto parts = in_.names.partsOf(names.module);
            const bool bare = names.nameCount > 0 && !parts.empty() && namesBareFolder_[parts.back()];
            want(names.module, bare ? content.names[names.firstName] : kNoId, content.uses);
        }
    }
}

RootVotes::Found RootVotes::find(EntityId searchPath, const Wanted& wanted, bool standardLibrary) {
    const auto parts = in_.names.partsOf(wanted.module);
    const ImportTree::Walk walk = tree_.walk(searchPath, parts, standardLibrary);
    const bool whole = walk.matched == parts.size() && !parts.empty();
    if (walk.anyRegular)
        return {walk.entity, whole};
    const EntityId member = whole && wanted.name != kNoId ? tree_.child(walk.entity, wanted.name) : kNoId;
    return member != kNoId && tree_[member].regular ? Found{member, true} : Found{};
}

std::uint32_t RootVotes::resolvedFrom(PlaceId root) {
    const EntityId path = tree_.folders({root});
    std::uint32_t count = 0;
    for (const Wanted& wanted : wanted_)
        count += find(path, wanted, false).whole ? wanted.statements : 0;
    for (std::size_t i = 0; i < in_.project.files.size(); ++i) {
        const FileNames* content = in_.statements.of(FileId(i));
        for (std::size_t k = 0; content && k < content->statements.size(); ++k) {
            const std::uint32_t level = content->facts->imports[k].level;
            if (level > 0 &&
                relativeResolves(in_.places.folderOf(FileId(i)), root, level, content->statements[k].module))
                ++count;
        }
    }
    return count;
}

bool RootVotes::relativeResolves(PlaceId folder, PlaceId root, std::uint32_t level, std::uint32_t module) {
    for (; level > 1 && folder != root && folder != kNoId; --level)
        folder = in_.places[folder].parent;
    if (folder == root || folder == kNoId || !in_.places.within(folder, root) ||
        !in_.places[folder].isFolder())
        return false;
    if (module == kNoId)
        return true;
    const EntityId package = in_.places[folder].isPackage() ? tree_.regular(folder) : tree_.folders({folder});
    return tree_.walkBelow(package, in_.names.partsOf(module)).matched == in_.names.partsOf(module).size();
}

RootVotes::Gain RootVotes::gainOf(PlaceId folder, const std::vector<PlaceId>& accepted,
                                  bool standardLibrary) {
    const EntityId before = tree_.folders(accepted), alone = tree_.folders({folder});
    Gain gain;
    for (const Wanted& wanted : wanted_) {
        const auto parts = in_.names.partsOf(wanted.module);
        if (parts.empty() || isStandardName(in_.names.partText(parts.front())))
            continue;
        const Found with = find(alone, wanted, standardLibrary);
        if (with.entity == kNoId)
            continue;
        const Found without = find(before, wanted, standardLibrary);
        if (with.whole && !without.whole)
            gain.resolved += wanted.statements;
        else if (!with.whole && without.entity == kNoId)
            gain.captured += wanted.statements;
    }
    return gain;
}

std::uint32_t RootVotes::usesOf(PlaceId folder, const std::vector<PlaceId>& accepted, bool standardLibrary) {
    const EntityId path = tree_.folders(accepted);
    std::uint32_t count = 0;
    for (const Wanted& wanted : wanted_) {
        const Found found = find(path, wanted, standardLibrary);
        if (found.entity != kNoId && in_.places.within(tree_.placeOf(found.entity), folder))
            count += wanted.statements;
    }
    return count;
}

void RootVotes::countNamesThrough(PlaceId root, const std::vector<PlaceId>& roots, bool standardLibrary,
                                  std::vector<std::uint32_t>& uses) {
    const EntityId path = tree_.folders({root});
    for (const Wanted& wanted : wanted_) {
        const Found found = find(path, wanted, standardLibrary);
        if (found.entity == kNoId)
            continue;
        const PlaceId place = tree_.placeOf(found.entity);
        for (std::size_t i = 0; i < roots.size(); ++i)
            if (place != roots[i] && in_.places.within(place, roots[i]))
                uses[i] += wanted.statements;
    }
}

std::vector<std::vector<PlaceId>> RootVotes::namingOrders(const std::vector<PlaceId>& roots,
                                                          bool standardLibrary) {
    std::vector<std::vector<std::uint32_t>> uses(roots.size(), std::vector<std::uint32_t>(roots.size(), 0));
    for (std::size_t through = 0; roots.size() > 1 && through < roots.size(); ++through)
        countNamesThrough(roots[through], roots, standardLibrary, uses[through]);
    std::vector<std::vector<PlaceId>> orders(roots.size());
    for (std::size_t i = 0; i < roots.size(); ++i) {
        std::vector<std::size_t> around;
        for (std::size_t k = 0; k < roots.size(); ++k)
            if (in_.places.within(roots[i], roots[k]))
                around.push_back(k);
        std::sort(around.begin(), around.end(), [&](std::size_t a, std::size_t b) {
            return uses[a][i] != uses[b][i] ? uses[a][i] > uses[b][i]
                                            : in_.places[roots[a]].depth > in_.places[roots[b]].depth;
        });
        for (const std::size_t k : around)
            orders[i].push_back(roots[k]);
    }
    return orders;
}

} // namespace espalier::graph
