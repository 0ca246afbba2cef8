// Work on all cores, results on one: the calling thread, which alone writes to the store and reports
// progress.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace espalier::pipeline {

// Calls work(i) for every i below `count` on `threads` threads, in this order but for races, and
// take(results) here, with all that has come: every `interval`, perhaps with nothing, and at the end. Ends
// early, once the calls under way are back, when `cancel` is set or take() gives false.
template <class Outcome, class Work, class Take>
void forEachParallel(std::size_t count, unsigned threads, std::chrono::milliseconds interval,
                     const std::atomic<bool>& cancel, const Work& work, const Take& take) {
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<Outcome> results;
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stop = false;
    const std::size_t poolSize = std::min<std::size_t>(threads, count);
    std::size_t running = poolSize;

    const auto loop = [&] {
        for (std::size_t i; !stop && !cancel && (i = next++) < count;) {
            Outcome outcome = work(i);
            const std::lock_guard lock(mutex);
            results.push_back(std::move(outcome));
        }
        const std::lock_guard lock(mutex);
        --running;
        arrived.notify_one();
    };
    std::vector<std::jthread> pool;
    for (std::size_t i = 0; i < poolSize; ++i)
        pool.emplace_back(loop);

    for (bool finished = false; !finished;) {
        std::vector<Outcome> taken;
        {
            std::unique_lock lock(mutex);
            arrived.wait_for(lock, interval, [&] { return running == 0; });
            taken.swap(results);
            finished = running == 0;
        }
        if (!take(std::move(taken)))
            stop = true;
    }
}

} // namespace espalier::pipeline
