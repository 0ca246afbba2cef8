// A repository opened once for each thread that reads it.
#pragma once

#include "indexer/source/repository.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace espalier::source {

// Safe to use from any thread; outlives what it lends.
class Repositories {
public:
    // `first` is one of them, opened from `folder`.
    Repositories(std::string folder, std::unique_ptr<Repository> first)
        : folder_(std::move(folder)) {
        idle_.push_back(std::move(first));
    }

    // For the caller alone, until it lets go. Null if the repository cannot be opened any more.
    class Lease {
    public:
        explicit Lease(Repositories& owner)
            : owner_(owner)
            , repository_(owner.take()) {}
        ~Lease() { owner_.giveBack(std::move(repository_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        [[nodiscard]] const Repository* get() const { return repository_.get(); }

    private:
        Repositories& owner_;
        std::unique_ptr<Repository> repository_;
    };

private:
    std::unique_ptr<Repository> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto repository = std::move(idle_.back());
                idle_.pop_back();
                return repository;
            }
        }
        auto opened = Repository::open(folder_);
        return opened ? std::move(*opened) : nullptr;
    }
    void giveBack(std::unique_ptr<Repository> repository) {
        const std::lock_guard lock(mutex_);
        if (repository)
            idle_.push_back(std::move(repository));
    }

    std::string folder_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Repository>> idle_;
};

} // namespace espalier::source
