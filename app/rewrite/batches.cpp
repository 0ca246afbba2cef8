#include "app/rewrite/batches.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace espalier::rewrite {
namespace {

using graph::StatementRef;

std::string packageOf(const graph::Snapshot& snapshot, graph::ModuleId module) {
    const graph::Module& found = snapshot[module];
    if (found.kind == graph::ModuleKind::Package)
        return found.name;
    return found.parent.valid() ? snapshot[found.parent].name : std::string();
}

FileRewrite rewriteOne(graph::Replacement& replacement, std::span<const StatementRef> statements,
                       const ReadFile& readFile) {
    const facts::SourceFile& file = replacement.snapshot().project.files[statements.front().file.value];
    if (file.kind == facts::FileKind::Notebook)
        return leftAlone(replacement, statements, "a notebook");
    auto bytes = readFile(file);
    return bytes ? rewriteFile(replacement, statements, std::move(*bytes))
                 : leftAlone(replacement, statements, bytes.error().what);
}

} // namespace

Rewriting rewriteProject(graph::Replacement& replacement, const ReadFile& readFile) {
    const graph::Snapshot& snapshot = replacement.snapshot();
    const std::vector<StatementRef>& all = replacement.statements();
    std::map<std::tuple<graph::PathClass, std::string>, Batch> batches;
    Rewriting out;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].file == all[begin].file)
            ++end;
        FileRewrite file = rewriteOne(replacement, {all.data() + begin, end - begin}, readFile);
        begin = end;
        out.total += file.changed.size() + file.left.size();
        std::ranges::stable_sort(file.left, {}, [](const Item& item) { return item.statement.import; });
        out.left.insert(out.left.end(), file.left.begin(), file.left.end());
        if (file.changed.empty())
            continue;
        const graph::Module& importer = snapshot[file.any.importer];
        const std::string package = packageOf(snapshot, file.any.importer);
        Batch& batch = batches[{importer.cls, package}];
        batch.package = package;
        batch.cls = importer.cls;
        batch.names += file.changed.size();
        std::set<std::uint32_t> statements;
        for (const Item& item : file.changed)
            statements.insert(item.statement.import);
        batch.statements += statements.size();
        batch.files.push_back(std::move(file));
    }
    std::size_t left = out.total;
    for (auto& [key, batch] : batches) {
        batch.before = left;
        batch.after = left -= batch.names;
        out.batches.push_back(std::move(batch));
    }
    return out;
}

} // namespace espalier::rewrite
