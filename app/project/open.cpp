#include "app/project/open.h"

#include "app/project/entry_points.h"
#include "graph/model/build.h"
#include "indexer/source/repository.h"
#include "indexer/store/reader.h"

#include <filesystem>

namespace espalier::project {

facts::Result<Location> locate(const std::string& folder, const std::string& storePath) {
    std::error_code error;
    const std::filesystem::path root = std::filesystem::canonical(folder, error);
    if (error)
        return facts::Error{"no such folder", folder, "check the path, and that you may read it"};
    if (!std::filesystem::is_directory(root, error))
        return facts::Error{"not a folder", folder, "name the folder that holds the Python code"};
    return Location{root.string(), storePath.empty() ? store::defaultStorePath(root.string()) : storePath};
}

namespace {

void checkBaseline(const LoadedConfig& loaded, facts::ProjectFacts& facts) {
    const std::string& baseline = loaded.config.baseline;
    const auto repository = baseline.empty() ? facts::Error{} : source::Repository::open(facts.root);
    if (repository && !(*repository)->resolve(baseline))
        facts.problems.push_back(
            {loaded.baselineFile,
             {"unknown-baseline", loaded.baselineLine, 0,
              "the baseline '" + baseline + "' is no commit, branch, tag or date of this repository"}});
}

} // namespace

graph::Config completed(const Location& location, LoadedConfig loaded, facts::ProjectFacts& facts,
                        FormerReader& former) {
    facts.problems.insert(facts.problems.end(), loaded.problems.begin(), loaded.problems.end());
    checkBaseline(loaded, facts);
    loaded.config.entryPoints = entryPoints(facts);
    loaded.config.former = former.read(location.store, facts);
    return std::move(loaded.config);
}

facts::Result<graph::SnapshotPtr> openSnapshot(const Location& location, LoadedConfig loaded, bool symbols) {
    auto project = store::readProject(location.store, {.symbols = symbols});
    if (!project)
        return project.error();
    facts::ProjectFacts facts = std::move(project).value();
    FormerReader former;
    const graph::Config config = completed(location, std::move(loaded), facts, former);
    return graph::buildSnapshot(std::move(facts), config);
}

facts::Result<graph::SnapshotPtr> openSnapshot(const Location& location, bool symbols) {
    return openSnapshot(location, readConfig(location.root), symbols);
}

} // namespace espalier::project
