#include "graph/model/project_text.h"

#include "indexer/scan/scanner.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace espalier::test {
namespace {

namespace fs = std::filesystem;
using facts::FileKind;

FileKind kindOf(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name == "pyproject.toml" || name == "setup.cfg")
        return FileKind::Marker;
    if (path.ends_with(".pyi"))
        return FileKind::Stub;
    if (path.ends_with(".ipynb"))
        return FileKind::Notebook;
    return path.ends_with(".py") ? FileKind::Python : FileKind::Extension;
}

void addFile(facts::ProjectFacts& project, std::string path, std::string_view content) {
    facts::SourceFile file;
    file.kind = kindOf(path);
    file.path = std::move(path);
    file.sizeBytes = content.size();
    if (file.kind == FileKind::Python || file.kind == FileKind::Stub)
        file.facts = std::make_shared<facts::SourceFacts>(scan::scanPython(content));
    else if (file.kind == FileKind::Notebook)
        file.facts = std::make_shared<facts::SourceFacts>(scan::scanNotebook(content));
    project.files.push_back(std::move(file));
}

void sortFiles(facts::ProjectFacts& project) {
    std::sort(project.files.begin(), project.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words)
        out += ' ' + std::string(word);
    return out;
}

std::string namesOf(const graph::Snapshot& snapshot, const graph::StatementRef& ref) {
    std::string out;
    for (const std::uint16_t index : snapshot.namesOf(ref))
        out += (out.empty() ? " (" : ", ") + snapshot.importOf(ref).names[index].name;
    return out.empty() ? out : out + ")";
}

} // namespace

std::vector<std::pair<std::string, std::string>> filesFromText(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> files;
    for (std::size_t at = text.find("== "); at != std::string_view::npos;) {
        const std::size_t lineEnd = std::min(text.find('\n', at), text.size());
        const std::size_t next = text.find("\n== ", lineEnd);
        const std::size_t end = next == std::string_view::npos ? text.size() : next + 1;
        const std::string_view content =
            lineEnd < end ? text.substr(lineEnd + 1, end - std::min(end, lineEnd + 1)) : "";
        files.emplace_back(text.substr(at + 3, lineEnd - at - 3), content);
        at = next == std::string_view::npos ? next : next + 1;
    }
    return files;
}

facts::ProjectFacts projectFromText(std::string_view text, std::string root) {
    facts::ProjectFacts project;
    project.root = std::move(root);
    for (const auto& [path, content] : filesFromText(text))
        addFile(project, path, content);
    sortFiles(project);
    return project;
}

facts::ProjectFacts projectFromFolder(const std::string& folder) {
    facts::ProjectFacts project;
    project.root = folder;
    std::error_code error;
    for (auto it =
             fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         it != fs::recursive_directory_iterator(); it.increment(error)) {
        const fs::path& path = it->path();
        const std::string name = path.filename().string(), ending = path.extension().string();
        if (it->is_directory(error) && (name == "site-packages" || name == "__pycache__" || name == ".git")) {
            it.disable_recursion_pending();
            continue;
        }
        const bool wanted =
            ending == ".py" || ending == ".so" || name == "pyproject.toml" || name == "setup.cfg";
        // As the indexer does: no link is followed.
        if (!wanted || it->is_symlink(error) || !it->is_regular_file(error))
            continue;
        std::ifstream in(path, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(in), {}};
        addFile(project, path.string().substr(folder.size() + 1), content);
    }
    sortFiles(project);
    return project;
}

std::string edgeLines(const graph::Snapshot& snapshot, const EdgeLines& options) {
    std::string out;
    for (const graph::Edge& edge : snapshot.edges) {
        if (snapshot[edge.to].kind == graph::ModuleKind::External && !options.externals)
            continue;
        for (const graph::StatementRef& ref : snapshot.statementsOf(edge)) {
            if ((ref.flags.has(facts::Flag::ImplicitParent) && !options.implicitParents) ||
                (ref.flags.has(facts::Flag::String) && !options.strings))
                continue;
            out += snapshot[edge.from].name + " -> " + snapshot[edge.to].name + ' ' +
                   std::string(name(ref.kind)) + joined(names(ref.flags)) + ' ' + snapshot.pathOf(ref) + ':' +
                   std::to_string(snapshot.importOf(ref).span.line) + namesOf(snapshot, ref) + '\n';
        }
    }
    return out;
}

std::string moduleLines(const graph::Snapshot& snapshot, bool externals) {
    std::string out;
    for (const graph::Module& module : snapshot.modules) {
        if (module.kind == graph::ModuleKind::External && !externals)
            continue;
        out += module.name + ' ' + std::string(name(module.kind)) + joined(names(module.marks));
        if (module.parent.valid())
            out += " in " + snapshot[module.parent].name;
        out += '\n';
    }
    return out;
}

std::string problemLines(const graph::Snapshot& snapshot) {
    std::string out;
    for (const graph::Problem& problem : snapshot.problems)
        out += problem.path + ':' + std::to_string(problem.line) + ' ' + problem.code + ": " +
               problem.message + '\n';
    return out;
}

} // namespace espalier::test
