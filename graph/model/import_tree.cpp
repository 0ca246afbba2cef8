#include "graph/model/import_tree.h"

#include "graph/model/standard_names.h"

namespace espalier::graph {

EntityId ImportTree::add(Entity entity) {
    const auto id = static_cast<EntityId>(entities_.size());
    if (looks_) {
        entitiesAt_.resize(places_.size());
        answered_.resize(id + 1);
        for (const PlaceId place : entity.portions)
            entitiesAt_[place].push_back(id);
    }
    entities_.push_back(std::move(entity));
    return id;
}

void ImportTree::forget(PlaceId place) {
    if (place >= entitiesAt_.size())
        return;
    const PlaceId around = places_[place].parent;
    if (around != kNoId)
        for (const EntityId parent : entitiesAt_[around])
            children_.set(parent, places_[place].part, IdMap::kNone);
    // Only packages have submodules.
    for (const EntityId entity : entitiesAt_[place]) {
        for (const PartId part : answered_[entity])
            children_.set(entity, part, IdMap::kNone);
        answered_[entity].clear();
    }
}

void ImportTree::noteChild(const Entity& parent, PartId part) {
    for (const PlaceId portion : parent.portions)
        if (const PlaceId place = places_.child(portion, part); place != kNoId)
            looks_->note(Looks::At::Place, place);
}

EntityId ImportTree::folders(const std::vector<PlaceId>& portions) {
    const auto [it, added] = namespaces_.try_emplace(portions, kNoId);
    if (added)
        it->second = add({false, portions});
    return it->second;
}

EntityId ImportTree::regular(PlaceId place) {
    const EntityId known = regulars_.find(place, 0);
    if (known != kNoId)
        return known;
    const EntityId id = add({true, {place}});
    regulars_.set(place, 0, id);
    return id;
}

EntityId ImportTree::child(EntityId parent, PartId part) {
    if (part == kNoId)
        return kNoId;
    if (looks_)
        noteChild(entities_[parent], part);
    const EntityId known = children_.find(parent, part);
    if (known != kNoId)
        return known == kNothing ? kNoId : known;
    const Entity& entity = entities_[parent];
    EntityId found = kNoId;
    if (!entity.regular || places_[entity.portions.front()].isPackage())
        found = search(std::vector<PlaceId>(entity.portions), part);
    children_.set(parent, part, found == kNoId ? kNothing : found);
    if (looks_)
        answered_[parent].push_back(part);
    return found;
}

EntityId ImportTree::search(const std::vector<PlaceId>& portions, PartId part) {
    std::vector<PlaceId> bare;
    for (const PlaceId portion : portions) {
        const PlaceId place = places_.child(portion, part);
        if (place == kNoId)
            continue;
        if (places_[place].isRegular())
            return regular(place);
        if (places_[place].isFolder())
            bare.push_back(place);
    }
    return bare.empty() ? kNoId : folders(bare);
}

EntityId ImportTree::topLevel(EntityId searchPath, PartId part, bool standardLibrary) {
    const EntityId found = child(searchPath, part);
    if (found == kNoId || standardLibrary)
        return found;
    const std::string_view text = names_.partText(part);
    if (entities_[found].regular ? isInterpreterName(text) : isStandardName(text))
        return kNoId;
    return found;
}

ImportTree::Walk ImportTree::walk(EntityId searchPath, std::span<const PartId> parts, bool standardLibrary) {
    if (parts.empty())
        return {};
    const EntityId top = topLevel(searchPath, parts.front(), standardLibrary);
    if (top == kNoId)
        return {};
    Walk below = walkBelow(top, parts.subspan(1));
    ++below.matched;
    return below;
}

ImportTree::Walk ImportTree::walkBelow(EntityId from, std::span<const PartId> parts) {
    Walk result{from, 0, entities_[from].regular};
    for (const PartId part : parts) {
        const EntityId next = child(result.entity, part);
        if (next == kNoId)
            break;
        result.entity = next;
        ++result.matched;
        result.anyRegular |= entities_[next].regular;
    }
    return result;
}

} // namespace espalier::graph
