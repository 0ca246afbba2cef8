#include "app/cli/json.h"

#include "app/cli/text.h"

#include <cstdio>

namespace espalier::cli {

std::string base64(std::string_view bytes) {
    constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
        };
        const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
        out += kAlphabet[group >> 18];
        out += kAlphabet[group >> 12 & 63];
        out += i + 1 < bytes.size() ? kAlphabet[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? kAlphabet[group & 63] : '=';
    }
    return out;
}

void addPath(Json& json, const std::string& path) {
    json["path"] = path;
    if (!isUtf8(path))
        json["path_base64"] = base64(path);
}

namespace {

Json list(const std::vector<std::string_view>& words) {
    Json out = Json::array();
    for (std::string_view word : words)
        out.push_back(word);
    return out;
}

} // namespace

Json moduleJson(const graph::Snapshot& snapshot, graph::ModuleId id) {
    const graph::Module& module = snapshot[id];
    Json json;
    json["name"] = module.name;
    if (module.file.valid())
        addPath(json, snapshot.pathOf(id));
    else
        json["path"] = nullptr;
    json["kind"] = graph::name(module.kind);
    json["class"] = graph::name(module.cls);
    json["marks"] = list(graph::names(module.marks));
    json["lines"] = module.lines;
    return json;
}

Json statementJson(const graph::Snapshot& snapshot, const graph::StatementRef& ref) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    Json json;
    addPath(json, snapshot.pathOf(ref));
    json["line"] = statement.span.line;
    json["column"] = statement.span.column;
    json["end_line"] = statement.span.endLine;
    json["end_column"] = statement.span.endColumn;
    json["kind"] = facts::name(ref.kind);
    json["class"] = graph::name(snapshot[ref.importer].cls);
    json["flags"] = list(facts::names(ref.flags));
    Json names = Json::array();
    for (std::uint16_t index : snapshot.namesOf(ref)) {
        const facts::ImportedName& imported = statement.names[index];
        Json item{{"name", imported.name}, {"as", nullptr}};
        if (!imported.alias.empty())
            item["as"] = imported.alias;
        names.push_back(std::move(item));
    }
    json["names"] = std::move(names);
    json["scope"] = statement.scope;
    json["text"] = statement.text;
    return json;
}

Json importerJson(const graph::Snapshot& snapshot, const graph::StatementRef& ref) {
    Json json = statementJson(snapshot, ref);
    json["module"] = snapshot[ref.importer].name;
    return json;
}

Json edgeJson(const graph::Snapshot& snapshot, graph::EdgeId id, const graph::EdgeFilter& filter) {
    const graph::Edge& edge = snapshot[id];
    Json statements = Json::array();
    for (const graph::StatementRef& ref : snapshot.statementsOf(edge))
        if (filter.admits(ref))
            statements.push_back(statementJson(snapshot, ref));
    return {{"from", snapshot[edge.from].name},
            {"to", snapshot[edge.to].name},
            {"statements", std::move(statements)}};
}

Json problemJson(const graph::Problem& problem) {
    Json json;
    addPath(json, problem.path);
    json["line"] = problem.line;
    json["column"] = problem.column;
    json["code"] = problem.code;
    json["message"] = problem.message;
    return json;
}

Json countsJson(const graph::ImporterCounts& counts) {
    const auto one = [](const graph::ImporterCounts::Count& count) {
        return Json{{"statements", count.statements}, {"files", count.files}};
    };
    Json json = one(counts.total);
    for (int i = 0; i < graph::kPathClassCount; ++i)
        json["by_class"][std::string(graph::name(static_cast<graph::PathClass>(i)))] =
            one(counts.byClass[static_cast<std::size_t>(i)]);
    for (int i = 0; i < facts::kEdgeKindCount; ++i)
        json["by_kind"][std::string(facts::name(static_cast<facts::EdgeKind>(i)))] =
            one(counts.byKind[static_cast<std::size_t>(i)]);
    return json;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void print(const Json& json) {
    const std::string text = json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
}

JsonPrinter::JsonPrinter() {
    std::fputs("{", stdout);
    field("schema", kSchema);
}

JsonPrinter::~JsonPrinter() {
    std::fputs("\n}\n", stdout);
}

void JsonPrinter::field(const std::string& key, const Json& value) {
    std::fprintf(stdout, "%s\n \"%s\": ", firstField_ ? "" : ",", key.c_str());
    const std::string text = dump(value);
    std::fwrite(text.data(), 1, text.size(), stdout);
    firstField_ = false;
}

void JsonPrinter::beginList(const std::string& key) {
    std::fprintf(stdout, "%s\n \"%s\": [", firstField_ ? "" : ",", key.c_str());
    firstField_ = false;
    firstItem_ = true;
}

void JsonPrinter::item(const Json& value) {
    std::fputs(firstItem_ ? "\n  " : ",\n  ", stdout);
    const std::string text = dump(value);
    std::fwrite(text.data(), 1, text.size(), stdout);
    firstItem_ = false;
}

void JsonPrinter::endList() {
    std::fputs(firstItem_ ? "]" : "\n ]", stdout);
}

} // namespace espalier::cli
