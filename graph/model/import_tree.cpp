#include "graph/model/import_tree.h"

#include "graph/model/standard_names.h"

namespace espalier::graph {

EntityId ImportTree::folders(const std::vector<PlaceId>& portions) {
    const auto [it, added] = namespaces_.try_emplace(portions, static_cast<EntityId>(entities_.size()));
    if (added)
        entities_.push_back({false, portions});
    return it->second;
}

EntityId ImportTree::regular(PlaceId place) {
    const EntityId known = regulars_.find(place, 0);
    if (known != kNoId)
        return known;
    const auto id = static_cast<EntityId>(entities_.size());
    entities_.push_back({true, {place}});
    regulars_.set(place, 0, id);
    return id;
}

EntityId ImportTree::child(EntityId parent, PartId part) {
    if (part == kNoId)
        return kNoId;
    const EntityId known = children_.find(parent, part);
    if (known != kNoId)
        return known == kNothing ? kNoId : known;
    const Entity& entity = entities_[parent];
    EntityId found = kNoId;
    if (!entity.regular || places_[entity.portions.front()].isPackage())
        found = search(std::vector<PlaceId>(entity.portions), part);
    children_.set(parent, part, found == kNoId ? kNothing : found);
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
        if (places_[place].folder)
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
