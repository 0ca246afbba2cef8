#include "indexer/store/bytes.h"
#include "indexer/store/reader.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <unistd.h>

namespace espalier::store {
namespace {

namespace fs = std::filesystem;

// As the XDG base directory specification has it: a relative path in the variable is to be ignored.
fs::path cacheFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache && *cache == '/')
        return cache;
    const char* home = std::getenv("HOME");
    if (home && *home == '/')
        return fs::path(home) / ".cache";
    const passwd* user = getpwuid(getuid());
    return user ? fs::path(user->pw_dir) / ".cache" : fs::path("/tmp");
}

// A folder's name as part of a file name: what a shell or another system could trip over is replaced.
std::string plainName(const std::string& name) {
    std::string out = name.substr(0, 60);
    for (char& c : out)
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' &&
            c != '_')
            c = '_';
    return out.empty() ? "root" : out;
}

} // namespace

std::string defaultStorePath(const std::string& projectRoot) {
    std::error_code error;
    fs::path absolute = fs::weakly_canonical(projectRoot, error);
    if (error)
        absolute = fs::path(projectRoot).lexically_normal();
    if (absolute.filename().empty()) // "a/b/"
        absolute = absolute.parent_path();
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx",
                  static_cast<unsigned long long>(checksum(absolute.string(), 0)));
    return cacheFolder() / "espalier" / (plainName(absolute.filename().string()) + "-" + hash + ".sqlite");
}

} // namespace espalier::store
