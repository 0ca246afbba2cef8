// Numbers of texts that are kept elsewhere, for tables of names: open addressing with linear probing (Knuth,
// TAOCP 3, 6.4, algorithm L), half of each hash beside the number so that few texts are looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace espalier::graph {

class TextIds {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    // `textOf(id)` gives the text of a number that was added. kNone if the text was not.
    template <class TextOf>
    [[nodiscard]] std::uint32_t find(std::string_view text, TextOf textOf) const {
        return slots_.empty() ? kNone : slots_[place(text, hash(text), textOf)].id;
    }
    // The number of the text: `next`, if it is new.
    template <class TextOf>
    std::uint32_t add(std::string_view text, std::uint32_t next, TextOf textOf) {
        if (2 * (used_ + 1) > slots_.size())
            grow();
        const std::uint32_t hashed = hash(text);
        Slot& slot = slots_[place(text, hashed, textOf)];
        if (slot.id == kNone) {
            slot = {hashed, next};
            ++used_;
        }
        return slot.id;
    }

private:
    struct Slot {
        std::uint32_t hash = 0, id = kNone;
    };
    static std::uint32_t hash(std::string_view text) {
        const std::uint64_t whole = std::hash<std::string_view>()(text);
        return static_cast<std::uint32_t>(whole ^ (whole >> 32));
    }
    template <class TextOf>
    std::size_t place(std::string_view text, std::uint32_t hashed, TextOf textOf) const {
        std::size_t i = hashed & (slots_.size() - 1);
        while (slots_[i].id != kNone && (slots_[i].hash != hashed || textOf(slots_[i].id) != text))
            i = (i + 1) & (slots_.size() - 1);
        return i;
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            std::size_t i = slot.hash & (slots_.size() - 1);
            while (slot.id != kNone && slots_[i].id != kNone)
                i = (i + 1) & (slots_.size() - 1);
            if (slot.id != kNone)
                slots_[i] = slot;
        }
    }

    std::vector<Slot> slots_; // a power of two
    std::size_t used_ = 0;
};

} // namespace espalier::graph
