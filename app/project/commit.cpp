#include "app/project/commit.h"

#include "app/project/small_file.h"
#include "app/project/source_files.h"
#include "graph/model/build.h"
#include "indexer/history/commit_facts.h"
#include "indexer/source/commit_tree.h"
#include "indexer/store/archive.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

namespace espalier::project {
namespace {

// Of HEAD, in the order in which they count. Nothing if it has no such file.
LoadedConfig configOfHead(const std::string& folder) {
    const auto tree = source::CommitTree::open({folder, "HEAD", {}, kMaxSmallBytes});
    for (const std::string name : {"espalier.toml", "pyproject.toml"})
        if (const auto text = tree ? readSmall(**tree, name) : tree.error())
            return parseConfig(*text, name, name == "espalier.toml");
    return {};
}

facts::Result<graph::SnapshotPtr> open(const Location& location, CommitRequest request,
                                       const std::function<void(const pipeline::Progress&)>& progress,
                                       const std::atomic<bool>& cancel) {
    history::CommitOptions options;
    options.folder = location.root;
    options.archivePath = store::archivePath(location.store);
    options.storePath = location.store;
    options.revision = std::move(request.revision);
    options.symbols = request.symbols;
    options.exclude = request.config.config.exclude;
    options.mayRead = std::move(request.mayRead);
    auto project = history::readCommit(options, progress, cancel);
    if (!project)
        return project.error();
    facts::ProjectFacts facts = std::move(project).value();
    FormerReader former;
    const graph::Config config = completed(location, std::move(request.config), facts, former);
    return graph::buildSnapshot(std::move(facts), config);
}

} // namespace

LoadedConfig configOf(const Location& location, const std::string& file) {
    if (!file.empty()) {
        const auto text = readSmallFile(file);
        if (text)
            return parseConfig(*text, file, true);
        LoadedConfig out;
        out.problems.push_back({file, {"bad-configuration", 0, 0, text.error().what + "; it is not read"}});
        return out;
    }
    const auto repository = source::Repository::open(location.root);
    return repository && (*repository)->isBare() ? configOfHead(location.root) : readConfig(location.root);
}

namespace {

// A line for each root: the root, and behind a tab each those that name what lies below it.
void takeRoots(std::istream& lines, graph::Config& config) {
    config.sourceRoots.clear();
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string root;
        std::getline(words, root, '\t');
        config.sourceRoots.push_back(root);
        std::vector<std::string>& naming = config.rootNaming.emplace_back();
        while (std::getline(words, root, '\t'))
            naming.push_back(root);
    }
}

} // namespace

void takeRootsAt(const Location& location, const std::string& newest, LoadedConfig& loaded,
                 const std::function<void(const pipeline::Progress&)>& progress,
                 const std::atomic<bool>& cancel, const std::function<bool()>& mayRead) {
    graph::Config& config = loaded.config;
    if (!config.rootNaming.empty() || config.sourceRoots.size() == 1)
        return;
    std::string key = newest; // the roots follow
    for (const std::string& root : config.sourceRoots)
        key += " root " + root;
    for (const std::string& pattern : config.exclude)
        key += " without " + pattern;
    const std::string archivePath = store::archivePath(location.store);
    if (auto archive = store::ArchiveReader::open(archivePath)) {
        std::istringstream note(archive->note("source roots").value_or(""));
        std::string line;
        if (std::getline(note, line) && line == key)
            return takeRoots(note, config);
    }
    const auto snapshot = open(location, {newest, false, loaded, mayRead}, progress, cancel);
    if (!snapshot)
        return;
    std::string roots;
    for (const graph::SourceRoot& root : (*snapshot)->roots) {
        roots += root.path;
        for (const std::string& naming : root.naming)
            roots += '\t' + naming;
        roots += '\n';
    }
    auto archive = store::ArchiveWriter::open(archivePath);
    if (archive && archive->begin() && archive->putNote("source roots", key + '\n' + roots))
        (void)archive->commit();
    std::istringstream lines(roots);
    takeRoots(lines, config);
}

facts::Result<graph::SnapshotPtr> openCommit(const Location& location, CommitRequest request,
                                             const std::function<void(const pipeline::Progress&)>& progress,
                                             const std::atomic<bool>& cancel) {
    const auto repository = source::Repository::open(location.root);
    if (!repository)
        return repository.error();
    const auto head = (*repository)->resolve("HEAD"), asked = (*repository)->resolve(request.revision);
    if (!asked)
        return asked.error();
    if (head && *head != *asked && (*repository)->reaches(*head, *asked))
        takeRootsAt(location, *head, request.config, progress, cancel, request.mayRead);
    return open(location, std::move(request), progress, cancel);
}

RenamedPaths committedRenames(const Location& location, const std::string& before, const std::string& after) {
    const auto repository = source::Repository::open(location.root);
    return repository ? (*repository)->renames(before, after) : RenamedPaths();
}

RenamedPaths renames(const facts::ProjectFacts& before, const facts::ProjectFacts& after) {
    return renames(before, after, committedRenames({after.root, {}}, before.revision, after.revision));
}

RenamedPaths renames(const facts::ProjectFacts& before, const facts::ProjectFacts& after, RenamedPaths out) {
    const auto has = [](const facts::ProjectFacts& project, const std::string& path) {
        return std::ranges::binary_search(project.files, path, {}, &facts::SourceFile::path);
    };
    std::erase_if(out, [&](const auto& pair) { return has(after, pair.first) || !has(after, pair.second); });
    std::set<std::string_view> taken, given;
    for (const auto& [old, now] : out) {
        given.insert(old);
        taken.insert(now);
    }
    std::map<facts::BlobId, const facts::SourceFile*> gone;
    for (const facts::SourceFile& file : before.files)
        if (file.kind == facts::FileKind::Python && !has(after, file.path) && !given.contains(file.path))
            gone.emplace(file.blob, &file);
    RenamedPaths equal;
    for (const facts::SourceFile& file : after.files) {
        const auto same = gone.find(file.blob);
        if (file.kind != facts::FileKind::Python || same == gone.end() || has(before, file.path) ||
            taken.contains(file.path))
            continue;
        equal.emplace_back(same->second->path, file.path);
        gone.erase(same);
    }
    out.insert(out.end(), equal.begin(), equal.end());
    std::ranges::sort(out, {}, &std::pair<std::string, std::string>::second);
    return out;
}

} // namespace espalier::project
