#include "indexer/watch/watcher.h"

#ifdef __linux__
#include "indexer/watch/inotify_watcher.h"
#endif

#include <algorithm>

namespace espalier::watch {

bool isConfigurationFile(std::string_view path) {
    return std::find(kConfigurationFiles.begin(), kConfigurationFiles.end(), path) !=
           kConfigurationFiles.end();
}

std::unique_ptr<Watcher> makeWatcher(const WatcherOptions& options) {
#ifdef __linux__
    return std::make_unique<InotifyWatcher>(options);
#else
    return makePollingWatcher(options);
#endif
}

} // namespace espalier::watch
