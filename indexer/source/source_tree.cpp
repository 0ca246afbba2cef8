#include "indexer/source/source_tree.h"

#include <algorithm>

namespace espalier::source {

bool FileStat::settledAt(std::int64_t atNs) const {
    return std::max(mtimeNs, ctimeNs) < atNs - kRacyNs;
}

bool hasFacts(facts::FileKind kind) {
    return kind == facts::FileKind::Python || kind == facts::FileKind::Stub ||
           kind == facts::FileKind::Notebook;
}

} // namespace espalier::source
