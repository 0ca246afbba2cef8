#include "indexer/source/scope.h"

#include <algorithm>

namespace espalier::source {

Scope::Scope(std::vector<std::string> paths) {
    std::sort(paths.begin(), paths.end());
    for (std::string& path : paths) // a folder sorts before what is in it
        if (!covers(path))
            paths_.push_back(std::move(path));
}

bool Scope::covers(std::string_view path) const {
    if (isWhole())
        return true;
    for (;;) {
        if (std::binary_search(paths_.begin(), paths_.end(), path))
            return true;
        const std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos)
            return false;
        path = path.substr(0, slash);
    }
}

} // namespace espalier::source
