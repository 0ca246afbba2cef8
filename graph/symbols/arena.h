// Short lists that are made once and stay where they are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace espalier::graph {

template <class T>
class Arena {
public:
    std::span<const T> keep(std::span<const T> items) {
        if (items.size() > left_) {
            left_ = std::max(kBlock, items.size());
            blocks_.push_back(std::make_unique<T[]>(left_));
            next_ = blocks_.back().get();
        }
        T* const begin = next_;
        std::copy(items.begin(), items.end(), begin);
        next_ += items.size();
        left_ -= items.size();
        return {begin, items.size()};
    }

private:
    static constexpr std::size_t kBlock = 16384;
    std::vector<std::unique_ptr<T[]>> blocks_;
    T* next_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace espalier::graph
