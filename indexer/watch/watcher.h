// Noticing that a working tree may have changed. An interface so that tests can say what happens, and see
// what is watched.
#pragma once

#include "indexer/facts/result.h"
#include "indexer/source/git_view.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace espalier::watch {

// Where something may have changed.
struct Noticed {
    std::vector<std::string> paths; // relative to the root, each with all that is below it
    bool everything = false;        // anywhere: events were lost, or what git tracks or ignores has changed
    std::vector<std::string> configuration; // names of the root's configuration files
};

enum class Woken : std::uint8_t { Changed, TimedOut, Ended };

// The files of the root that may hold the configuration.
inline constexpr std::array<const char*, 2> kConfigurationFiles{"pyproject.toml", "espalier.toml"};
[[nodiscard]] bool isConfigurationFile(std::string_view path);

class Watcher {
public:
    using Milliseconds = std::chrono::milliseconds;

    virtual ~Watcher() = default;
    // From now on, changes of what lies in the folder (relative to the root), but not deeper, are noticed.
    // Thread-safe.
    virtual void watchFolder(const std::string& folder) = 0;
    // From now on, changes of these files are noticed.
    virtual void watchGit(const source::GitFiles& files) = 0;
    // Waits until something has changed, and for the burst of changes to end, and adds it to `noticed`.
    // Ended: one of the descriptors that the watcher was given has come to its end.
    [[nodiscard]] virtual Woken wait(Noticed& noticed, std::optional<Milliseconds> atMost) = 0;
    // Why it does not notice everything: it has to be replaced.
    [[nodiscard]] virtual std::optional<facts::Error> failure() const = 0;
};

struct WatcherOptions {
    std::string root;      // absolute
    std::vector<int> ends; // descriptors whose end ends wait(); what can be read from them is thrown away
};

// By the kernel's events, where there are any.
[[nodiscard]] std::unique_ptr<Watcher> makeWatcher(const WatcherOptions& options);
// By supposing a change every few seconds: makes everything to be looked at.
[[nodiscard]] std::unique_ptr<Watcher> makePollingWatcher(const WatcherOptions& options);

} // namespace espalier::watch
