#include "indexer/watch/ends.h"
#include "indexer/watch/watcher.h"

#include <algorithm>
#include <sys/stat.h>

namespace espalier::watch {
namespace {

using std::chrono::milliseconds;

// What tells whether a configuration file has changed.
struct Mark {
    ino_t inode = 0;
    off_t size = -1;
    time_t seconds = 0;
    long nanoseconds = 0;
    friend bool operator==(const Mark&, const Mark&) = default;
};

class PollingWatcher final : public Watcher {
public:
    explicit PollingWatcher(WatcherOptions options)
        : options_(std::move(options)) {
        for (std::size_t i = 0; i < kConfigurationFiles.size(); ++i)
            marks_[i] = mark(kConfigurationFiles[i]);
    }

    void watchFolder(const std::string&) override {}
    void watchGit(const source::GitFiles&) override {}
    [[nodiscard]] std::optional<facts::Error> failure() const override { return std::nullopt; }

    [[nodiscard]] Woken wait(Noticed& noticed, std::optional<Milliseconds> atMost) override {
        const Clock::time_point begin = Clock::now();
        // Looking at everything takes at most a twentieth of the time.
        const auto cost = returned_ ? begin - *returned_ : Clock::duration::zero();
        const auto interval = std::clamp<Clock::duration>(20 * cost, kLeast, kMost);
        const Clock::time_point until = begin + std::min<Clock::duration>(interval, atMost.value_or(kMost));
        while (Clock::now() < until)
            if (waitFor(-1, options_.ends, until).ended)
                return Woken::Ended;
        returned_ = Clock::now();
        noticed.everything = true;
        for (std::size_t i = 0; i < kConfigurationFiles.size(); ++i)
            if (const Mark now = mark(kConfigurationFiles[i]); now != marks_[i]) {
                marks_[i] = now;
                noticed.configuration.emplace_back(kConfigurationFiles[i]);
            }
        return Woken::Changed;
    }

private:
    static constexpr milliseconds kLeast{2'000}, kMost{60'000};

    [[nodiscard]] Mark mark(const char* name) const {
        struct stat st {};
        if (stat((options_.root + "/" + name).c_str(), &st) != 0)
            return {};
        return {st.st_ino, st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
    }

    WatcherOptions options_;
    std::array<Mark, kConfigurationFiles.size()> marks_;
    std::optional<Clock::time_point> returned_; // when wait() came back last: the caller has worked since
};

} // namespace

std::unique_ptr<Watcher> makePollingWatcher(const WatcherOptions& options) {
    return std::make_unique<PollingWatcher>(options);
}

} // namespace espalier::watch
