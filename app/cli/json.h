// The JSON contract, schema 1: lines and columns count from 1, columns in code points; a path that is no
// valid UTF-8 has a lossy `path` and a `path_base64`; lists are sorted by bytes. Fields may be added;
// removing one raises `schema`.
#pragma once

#include "graph/analysis/importers.h"
#include "graph/model/snapshot.h"

#include <nlohmann/json.hpp>

#include <string>

namespace espalier::cli {

using Json = nlohmann::ordered_json;

inline constexpr int kSchema = 1;

// "path", and "path_base64" where that is needed.
void addPath(Json& json, const std::string& path);
[[nodiscard]] Json moduleJson(const graph::Snapshot& snapshot, graph::ModuleId module);
[[nodiscard]] Json statementJson(const graph::Snapshot& snapshot, const graph::StatementRef& statement);
// With the `module` that it is in.
[[nodiscard]] Json importerJson(const graph::Snapshot& snapshot, const graph::StatementRef& statement);
// {"from", "to", "statements": […]} with the statements that `filter` admits.
[[nodiscard]] Json edgeJson(const graph::Snapshot& snapshot, graph::EdgeId edge,
                            const graph::EdgeFilter& filter);
[[nodiscard]] Json problemJson(const graph::Problem& problem);
[[nodiscard]] Json countsJson(const graph::ImporterCounts& counts);

[[nodiscard]] std::string base64(std::string_view bytes);

// Invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string dump(const Json& json);
void print(const Json& json);

// Prints an answer, an object that begins with "schema", with long lists a line an element, without holding
// it in memory at once.
class JsonPrinter {
public:
    JsonPrinter();
    ~JsonPrinter(); // closes the object
    JsonPrinter(const JsonPrinter&) = delete;
    JsonPrinter& operator=(const JsonPrinter&) = delete;

    void field(const std::string& key, const Json& value);
    void beginList(const std::string& key);
    void item(const Json& value);
    void endList();
    // A whole list: `toJson` of each item.
    template <class Items, class ToJson>
    void list(const std::string& key, const Items& items, const ToJson& toJson) {
        beginList(key);
        for (const auto& one : items)
            item(toJson(one));
        endList();
    }

private:
    bool firstField_ = true, firstItem_ = true;
};

} // namespace espalier::cli
