#include "graph/model/root_votes.h"

#include "graph/model/roots.h"
#include "graph/model/standard_names.h"

#include <algorithm>

namespace espalier::graph {

using facts::ImportForm;

RootVotes::RootVotes(const RootsInput& input, ImportTree& tree)
    : in_(input)
    , tree_(tree)
    , absolute_(input.names.dottedCount(), 0) {
    for (const FileNames& content : in_.statements.contents())
        for (std::size_t i = 0; i < content.statements.size(); ++i) {
            const facts::ImportStatement& statement = content.facts->imports[i];
            const StatementNames& names = content.statements[i];
            if (statement.level > 0 || statement.form == ImportForm::String)
                continue;
            if (statement.form == ImportForm::Import)
                for (std::uint32_t k = 0; k < names.nameCount; ++k)
                    absolute_[content.names[names.firstName + k]] += content.uses;
            else if (names.module != kNoId)
                absolute_[names.module] += content.uses;
        }
}

std::uint32_t RootVotes::resolvedFrom(PlaceId root) {
    const EntityId path = tree_.folders({root});
    std::uint32_t count = 0;
    for (DottedId id = 0; id < absolute_.size(); ++id) {
        if (absolute_[id] == 0)
            continue;
        const auto parts = in_.names.partsOf(id);
        const ImportTree::Walk walk = tree_.walk(path, parts, false);
        if (walk.anyRegular && walk.matched == parts.size())
            count += absolute_[id];
    }
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
    if (folder == root || folder == kNoId || !in_.places.within(folder, root) || !in_.places[folder].folder)
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
    for (DottedId id = 0; id < absolute_.size(); ++id) {
        const auto parts = in_.names.partsOf(id);
        if (absolute_[id] == 0 || parts.empty() || isStandardName(in_.names.partText(parts.front())))
            continue;
        const ImportTree::Walk with = tree_.walk(alone, parts, standardLibrary);
        if (!with.anyRegular)
            continue;
        const ImportTree::Walk without = tree_.walk(before, parts, standardLibrary);
        const bool resolved = without.anyRegular && without.matched == parts.size();
        if (!resolved && with.matched == parts.size())
            gain.resolved += absolute_[id];
        else if (!without.anyRegular && with.matched < parts.size())
            gain.captured += absolute_[id];
    }
    return gain;
}

std::uint32_t RootVotes::usesOf(PlaceId folder, const std::vector<PlaceId>& accepted, bool standardLibrary) {
    const EntityId path = tree_.folders(accepted);
    std::uint32_t count = 0;
    for (DottedId id = 0; id < absolute_.size(); ++id) {
        if (absolute_[id] == 0)
            continue;
        const ImportTree::Walk walk = tree_.walk(path, in_.names.partsOf(id), standardLibrary);
        if (walk.anyRegular && in_.places.within(tree_.placeOf(walk.entity), folder))
            count += absolute_[id];
    }
    return count;
}

void RootVotes::countNamesThrough(PlaceId root, const std::vector<PlaceId>& roots, bool standardLibrary,
                                  std::vector<std::uint32_t>& uses) {
    const EntityId path = tree_.folders({root});
    for (DottedId id = 0; id < absolute_.size(); ++id) {
        if (absolute_[id] == 0)
            continue;
        const ImportTree::Walk walk = tree_.walk(path, in_.names.partsOf(id), standardLibrary);
        if (!walk.anyRegular)
            continue;
        const PlaceId place = tree_.placeOf(walk.entity);
        for (std::size_t i = 0; i < roots.size(); ++i)
            if (place != roots[i] && in_.places.within(place, roots[i]))
                uses[i] += absolute_[id];
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
