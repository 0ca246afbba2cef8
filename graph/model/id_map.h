// A hash map from a pair of 32-bit ids to a 32-bit value, for the hot lookups of resolution. Open addressing
// with linear probing (Knuth, TAOCP 3, 6.4, algorithm L); grows, never shrinks, nothing is ever removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace espalier::graph {

class IdMap {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    // The value of (a, b), kNone if it has none. (kNone, kNone) is no key.
    [[nodiscard]] std::uint32_t find(std::uint32_t a, std::uint32_t b) const {
        if (slots_.empty())
            return kNone;
        const std::uint64_t key = join(a, b);
        for (std::size_t i = start(key);; i = (i + 1) & (slots_.size() - 1)) {
            if (slots_[i].key == key)
                return slots_[i].value;
            if (slots_[i].key == kFree)
                return kNone;
        }
    }

    void set(std::uint32_t a, std::uint32_t b, std::uint32_t value) {
        if (2 * (used_ + 1) > slots_.size())
            grow();
        put(join(a, b), value);
    }

private:
    static constexpr std::uint64_t kFree = ~std::uint64_t{0};
    struct Slot {
        std::uint64_t key = kFree;
        std::uint32_t value = kNone;
    };

    static std::uint64_t join(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }
    [[nodiscard]] std::size_t start(std::uint64_t key) const {
        key *= 0x9e3779b97f4a7c15; // Fibonacci hashing: the high bits are the well mixed ones
        return static_cast<std::size_t>(key >> 32) & (slots_.size() - 1);
    }
    void put(std::uint64_t key, std::uint32_t value) {
        std::size_t i = start(key);
        while (slots_[i].key != kFree && slots_[i].key != key)
            i = (i + 1) & (slots_.size() - 1);
        used_ += slots_[i].key == kFree ? 1 : 0;
        slots_[i] = {key, value};
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        used_ = 0;
        for (const Slot& slot : old)
            if (slot.key != kFree)
                put(slot.key, slot.value);
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

} // namespace espalier::graph
