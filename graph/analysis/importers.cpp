#include "graph/analysis/importers.h"

#include <algorithm>
#include <set>

namespace espalier::graph {
namespace {

using facts::ImportForm;

std::string_view lastPart(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

// `from p import x` where the edge leads to p.x: the name is the module itself, not something in it.
bool namesModuleItself(const Snapshot& snapshot, const StatementRef& ref,
                       const facts::ImportStatement& statement, ModuleId module, std::string_view name) {
    const std::string& full = snapshot[module].name;
    if (lastPart(full) != name)
        return false;
    if (statement.module.empty())
        return !snapshot.within(ref.importer, module);
    const std::string tail = std::string(lastPart(statement.module)) + '.' + std::string(name);
    return full == name || full == tail || full.ends_with('.' + tail);
}

// "p.C.m" with p the module: whether C is the symbol.
bool stringNames(const Snapshot& snapshot, std::string_view text, ModuleId module, std::string_view symbol) {
    const std::string_view last = lastPart(snapshot[module].name);
    for (std::size_t at = text.find(last); at != std::string_view::npos; at = text.find(last, at + 1)) {
        const std::size_t behind = at + last.size();
        if (behind < text.size() && text[behind] == '.' && (at == 0 || text[at - 1] == '.')) {
            const std::string_view rest = text.substr(behind + 1);
            if (rest.substr(0, rest.find('.')) == symbol)
                return true;
        }
    }
    return false;
}

bool mayName(const Snapshot& snapshot, const StatementRef& ref, ModuleId module, std::string_view symbol) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    if (ref.flags.has(Flag::ImplicitParent))
        return false;
    if (statement.form == ImportForm::String)
        return stringNames(snapshot, statement.module, module, symbol);
    if (statement.form == ImportForm::Import || statement.names.empty())
        return true;
    const auto indexes = snapshot.namesOf(ref);
    return std::any_of(indexes.begin(), indexes.end(), [&](std::uint16_t index) {
        const std::string& name = statement.names[index].name;
        return name == "*" || name == symbol || namesModuleItself(snapshot, ref, statement, module, name);
    });
}

} // namespace

std::vector<StatementRef> importers(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter,
                                    std::string_view symbol) {
    symbol = symbol.substr(0, symbol.find('.')); // a method is reached through its class
    std::vector<StatementRef> out;
    for (const EdgeId id : snapshot.incoming(module)) {
        const Edge& edge = snapshot[id];
        if (edge.from == module || !filter.admits(edge))
            continue;
        for (const StatementRef& ref : snapshot.statementsOf(edge))
            if (filter.admits(ref) && (symbol.empty() || mayName(snapshot, ref, module, symbol)))
                out.push_back(ref);
    }
    // Files are sorted by path, and the imports of a file by line and column.
    std::sort(out.begin(), out.end(), [](const StatementRef& a, const StatementRef& b) {
        if (a.file != b.file)
            return a.file < b.file;
        return a.import != b.import ? a.import < b.import : a.flags.bits < b.flags.bits;
    });
    return out;
}

ImporterCounts count(const Snapshot& snapshot, const std::vector<StatementRef>& statements) {
    ImporterCounts out;
    std::set<FileId> files;
    std::array<std::set<FileId>, facts::kEdgeKindCount> filesByKind;
    for (const StatementRef& ref : statements) {
        const auto cls = static_cast<std::size_t>(snapshot[ref.importer].cls);
        const auto kind = static_cast<std::size_t>(ref.kind);
        const std::uint32_t newFile = files.insert(ref.file).second ? 1 : 0;
        ++out.total.statements;
        out.total.files += newFile;
        ++out.byClass[cls].statements;
        out.byClass[cls].files += newFile;
        ++out.byKind[kind].statements;
        out.byKind[kind].files += filesByKind[kind].insert(ref.file).second ? 1 : 0;
    }
    return out;
}

} // namespace espalier::graph
