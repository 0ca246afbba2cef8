#include "graph/model/looks.h"

#include <algorithm>

namespace espalier::graph {

void Looks::begin(Dependent who) {
    const std::uint32_t number = 2 * who.id + (who.isRecord ? 1 : 0);
    if (began_.size() <= number)
        began_.resize(number + number / 2 + 64, 0);
    ++began_[number];
    active_.push_back(number);
}

void Looks::add(List& list) {
    const Note note{active_.back(), began_[active_.back()]};
    if (!list.notes.empty() && list.notes.back() == note)
        return;
    if (list.notes.size() >= list.most) {
        std::erase_if(list.notes, [this](const Note& old) { return isVoid(old); });
        list.most = static_cast<std::uint32_t>(std::max<std::size_t>(32, 2 * list.notes.size()));
    }
    list.notes.push_back(note);
}

void Looks::note(At at, std::uint32_t id) {
    if (active_.empty())
        return;
    std::vector<List>& lists = lists_[static_cast<std::size_t>(at)];
    if (lists.size() <= id)
        lists.resize(id + id / 2 + 64);
    add(lists[id]);
}

void Looks::noteName(std::string_view name) {
    if (!active_.empty())
        add(names_[std::string(name)]);
}

std::vector<Looks::Dependent> Looks::whoOf(const List& list) const {
    std::vector<Dependent> out;
    for (const Note& note : list.notes)
        if (!isVoid(note))
            out.push_back({(note.who & 1) != 0, note.who / 2});
    return out;
}

std::vector<Looks::Dependent> Looks::who(At at, std::uint32_t id) const {
    const std::vector<List>& lists = lists_[static_cast<std::size_t>(at)];
    return id < lists.size() ? whoOf(lists[id]) : std::vector<Dependent>{};
}

std::vector<Looks::Dependent> Looks::whoName(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? std::vector<Dependent>{} : whoOf(found->second);
}

} // namespace espalier::graph
