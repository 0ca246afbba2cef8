#include "indexer/store/decode_pool.h"

namespace espalier::store {

DecodePool::DecodePool(Decode decode, unsigned threads)
    : decode_(std::move(decode)) {
    for (unsigned i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

void DecodePool::work() {
    for (;;) {
        std::vector<Item> chunk;
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, [this] { return closed_ || !chunks_.empty(); });
            if (chunks_.empty())
                return;
            chunk = std::move(chunks_.front());
            chunks_.pop();
        }
        for (const Item& item : chunk)
            if (!decode_(item))
                damaged_ = true;
    }
}

void DecodePool::add(Item item) {
    chunk_.push_back(std::move(item));
    if (chunk_.size() == kChunk)
        flush();
}

void DecodePool::flush() {
    {
        const std::lock_guard lock(mutex_);
        chunks_.push(std::move(chunk_));
    }
    chunk_ = {};
    filled_.notify_one();
}

bool DecodePool::finish() {
    flush();
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    filled_.notify_all();
    work(); // this thread helps
    threads_.clear();
    return !damaged_;
}

} // namespace espalier::store
