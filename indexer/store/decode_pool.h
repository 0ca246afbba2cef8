// Decodes records on all cores while another thread reads them.
#pragma once

#include "indexer/store/rows.h"

#include <queue>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace espalier::store {

class DecodePool {
public:
    // A record to be decoded for place `target` of the caller's results.
    struct Item {
        std::size_t target = 0;
        ContentId id = 0;
        std::uint64_t sum = 0;
        std::string key, record;
    };
    // Checks and decodes one item; false if it is damaged. Called on several threads, for different targets.
    using Decode = std::function<bool(const Item&)>;

    DecodePool(Decode decode, unsigned threads);
    void add(Item item);
    // Waits for all; false if an item was damaged. Call once, after the last add().
    [[nodiscard]] bool finish();

private:
    static constexpr std::size_t kChunk = 128; // records handed over at once

    void work();
    void flush();

    Decode decode_;
    std::vector<Item> chunk_;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::queue<std::vector<Item>> chunks_;
    bool closed_ = false;
    std::atomic<bool> damaged_ = false;
    std::vector<std::jthread> threads_; // last: they use the others
};

} // namespace espalier::store
