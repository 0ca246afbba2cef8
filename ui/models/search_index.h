// Finds modules by parts of their names, as one types: "wsmanfac" finds websocket_manager_factory.
#pragma once

#include "graph/model/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::ui {

// Best first, by graph::fuzzyScore(), upper and lower case alike. Holds the folded names of one snapshot:
// about 80 bytes a module. A query looks at every name once.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(graph::SnapshotPtr snapshot);

    [[nodiscard]] std::vector<graph::ModuleId> find(std::string_view query, std::size_t most) const;

private:
    graph::SnapshotPtr snapshot_;
    std::vector<std::string> folded_; // per module
};

} // namespace espalier::ui
