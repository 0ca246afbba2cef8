// `espalier rewrite`: the difference that makes a project import something from another place. Prints it, and
// never writes a file of the project.
#include "app/cli/commands.h"
#include "app/cli/symbol_text.h"
#include "app/cli/text.h"
#include "app/project/source_files.h"
#include "app/rewrite/batches.h"

#include <cstdio>

namespace espalier::cli {
namespace {

// "a.b", "a.b:name"
facts::Result<graph::ImportPath> pathOf(const graph::Snapshot& snapshot, std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string module(text.substr(0, colon));
    const auto found = snapshot.find(module);
    if (!found) {
        suggest(snapshot, module);
        return facts::Error{"nothing can be proven of a module that is not there", module, {}};
    }
    if (snapshot[*found].name.find('/') != std::string::npos)
        return facts::Error{"no statement can import it", module, {}};
    return graph::ImportPath{*found, colon == std::string_view::npos ? "" : text.substr(colon + 1)};
}

std::string batchName(const rewrite::Batch& batch) {
    return (batch.package.empty() ? "(no package)" : printable(batch.package)) + " (" +
           std::string(graph::name(batch.cls)) + ')';
}

std::string itemText(const graph::Snapshot& snapshot, const rewrite::Item& item) {
    const facts::ImportStatement& import = snapshot.importOf(item.statement);
    return printable(snapshot.pathOf(item.statement)) + ':' + std::to_string(import.span.line) + "  " +
           (item.name.empty() ? std::string() : printable(item.name) + ": ") + printable(item.reason) +
           "  [" + printable(import.text) + ']';
}

// Lines with # are passed over by `patch` and `git apply`.
void printText(const RewriteRequest& request, const graph::Snapshot& snapshot,
               const rewrite::Rewriting& found) {
    const std::size_t count = found.batches.size();
    for (std::size_t i = 0; i < count; ++i) {
        const rewrite::Batch& batch = found.batches[i];
        if (request.batch != 0 && request.batch != i + 1)
            continue;
        std::printf("# batch %zu of %zu: %s, %s in %s, %s -> %s left\n", i + 1, count,
                    batchName(batch).c_str(), counted(batch.names, "name").c_str(),
                    counted(batch.statements, "statement").c_str(), thousands(batch.before).c_str(),
                    thousands(batch.after).c_str());
        for (const rewrite::FileRewrite& file : batch.files)
            if (request.diff)
                std::fwrite(file.diff.data(), 1, file.diff.size(), stdout);
            else
                std::printf("#   %s: %s\n", printable(snapshot.pathOf(file.any)).c_str(),
                            counted(file.changed.size(), "name").c_str());
    }
    if (request.batch != 0)
        return;
    std::printf("# %s of %s left as they are\n", thousands(found.left.size()).c_str(),
                counted(found.total, "name").c_str());
    for (const rewrite::Item& item : found.left)
        std::printf("# left: %s\n", itemText(snapshot, item).c_str());
}

Json itemJson(const graph::Snapshot& snapshot, const rewrite::Item& item) {
    Json json = importerJson(snapshot, item.statement);
    json["name"] = item.name;
    if (!item.reason.empty())
        json["reason"] = item.reason;
    return json;
}

Json batchJson(const graph::Snapshot& snapshot, const rewrite::Batch& batch) {
    Json json{{"package", batch.package},       {"class", graph::name(batch.cls)}, {"names", batch.names},
              {"statements", batch.statements}, {"before", batch.before},          {"after", batch.after}};
    json["files"] = Json::array();
    for (const rewrite::FileRewrite& file : batch.files) {
        Json one;
        addPath(one, snapshot.pathOf(file.any));
        one["changed"] = Json::array();
        for (const rewrite::Item& item : file.changed)
            one["changed"].push_back(itemJson(snapshot, item));
        one["diff"] = file.diff;
        if (!isUtf8(file.diff))
            one["diff_base64"] = base64(file.diff);
        json["files"].push_back(std::move(one));
    }
    return json;
}

void printJson(const RewriteRequest& request, const graph::Snapshot& snapshot,
               const rewrite::Rewriting& found) {
    JsonPrinter printer;
    printer.field("from", request.from);
    printer.field("to", request.to);
    printer.field("names", found.total);
    printer.beginList("batches");
    for (std::size_t i = 0; i < found.batches.size(); ++i)
        if (request.batch == 0 || request.batch == i + 1)
            printer.item(batchJson(snapshot, found.batches[i]));
    printer.endList();
    printer.list("left", found.left, [&](const rewrite::Item& item) { return itemJson(snapshot, item); });
}

} // namespace

int rewriteCommand(const RewriteRequest& request) {
    const auto opened = indexAndOpen(request.request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto from = pathOf(snapshot, request.from), to = pathOf(snapshot, request.to);
    for (const auto* path : {&from, &to})
        if (!*path)
            return fail(path->error());
    if (from->name.empty() && !to->name.empty())
        return fail({"a module cannot be replaced by one of the names of another", request.to,
                     "give two modules, or two names"});
    if (from->module == to->module)
        return fail({"both are the same module", request.to, {}});
    const auto tree = project::sourceTree(snapshot.project);
    if (!tree)
        return fail(tree.error());
    const auto readFile = [&](const facts::SourceFile& file) { return project::readIndexed(**tree, file); };
    graph::Symbols symbols(*opened);
    graph::Replacement replacement(symbols, *from, *to);
    const rewrite::Rewriting found = rewrite::rewriteProject(replacement, readFile);
    if (request.request.format == Format::Json)
        printJson(request, snapshot, found);
    else
        printText(request, snapshot, found);
    return 0;
}

} // namespace espalier::cli
