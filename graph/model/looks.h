// Who has looked at what while imports were resolved: so that after a change only they have to look again.
//
// Those who look (dependents) are files, and records: what a module binds. They look at places (whether
// something is there, and of which sort), at modules (what the one at a place says), at nodes of the module
// graph (what they are called), and at names:
// whether there is such a module, or whether somebody misses one. A nested begin() ends what came before
// for a while, as records are made while a file is being resolved: what the record has looked at is not noted
// for the file, which depends on the record. Memory grows with the number of dependents and what each has
// looked at last, by at most a factor of two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace espalier::graph {

class Looks {
public:
    struct Dependent {
        bool isRecord = false;
        std::uint32_t id = 0; // FileId or EntityId
        friend bool operator==(const Dependent&, const Dependent&) = default;
    };
    enum class At : std::uint8_t { Place, Module, Node };

    // From here to end(), what is looked at is noted for this one; what was noted for it before is void.
    void begin(Dependent who);
    void end() { active_.pop_back(); }

    void note(At at, std::uint32_t id);
    void noteName(std::string_view name);

    // Those who have looked at it since they last began; some may be named twice.
    [[nodiscard]] std::vector<Dependent> who(At at, std::uint32_t id) const;
    [[nodiscard]] std::vector<Dependent> whoName(const std::string& name) const;

private:
    struct Note {
        std::uint32_t who = 0, when = 0; // who: twice the id, odd for records
        friend bool operator==(const Note&, const Note&) = default;
    };
    struct List {
        std::vector<Note> notes;
        std::uint32_t most = 32; // notes, until the void ones are swept out
    };
    void add(List& list);
    [[nodiscard]] bool isVoid(const Note& note) const { return began_[note.who] != note.when; }
    [[nodiscard]] std::vector<Dependent> whoOf(const List& list) const;

    std::vector<std::vector<List>> lists_{3};
    std::unordered_map<std::string, List> names_;
    std::vector<std::uint32_t> began_; // by who: how often
    std::vector<std::uint32_t> active_;
};

} // namespace espalier::graph
