#include "graph/model/roots.h"

#include "graph/model/problem_codes.h"
#include "graph/model/root_votes.h"

#include <algorithm>
#include <optional>
#include <set>

namespace espalier::graph {
namespace {

constexpr std::size_t kMaxCandidates = 200;

class RootChooser {
public:
    RootChooser(const RootsInput& input, ImportTree& tree)
        : in_(input)
        , tree_(tree) {}

    Roots choose() {
        if (!in_.config.sourceRoots.empty())
            useConfigured();
        if (roots_.places.empty())
            guess();
        if (roots_.configured && in_.config.rootNaming.size() == in_.config.sourceRoots.size())
            takeNaming();
        else if (roots_.places.size() > 1)
            roots_.naming = votes().namingOrders(roots_.places, roots_.standardLibrary);
        else
            roots_.naming = {roots_.places};
        for (std::size_t i = 0; i < roots_.shown.size(); ++i)
            for (const PlaceId root : roots_.naming[i])
                roots_.shown[i].naming.push_back(in_.places.pathOf(root));
        return std::move(roots_);
    }

private:
    // Counted only if there is something to decide: most projects have one root.
    RootVotes& votes() {
        if (!votes_)
            votes_.emplace(in_, tree_);
        return *votes_;
    }

    void add(PlaceId place, std::string reason) {
        if (std::find(roots_.places.begin(), roots_.places.end(), place) != roots_.places.end())
            return;
        roots_.standardLibrary |= isStandardLibrary(place, in_.places, in_.names);
        roots_.places.push_back(place);
        roots_.shown.push_back({in_.places.pathOf(place), std::move(reason), {}});
    }

    void useConfigured() {
        roots_.configured = true;
        for (const std::string& path : in_.config.sourceRoots) {
            const PlaceId folder = in_.places.folderAt(path);
            if (folder != kNoId)
                add(folder, "configured");
            else
                roots_.problems.push_back(
                    {"", 0, 0, std::string(problem::kNoSourceRoot),
                     "the configured source root '" + path + "' holds no Python files"});
        }
        roots_.configured = !roots_.places.empty();
    }

    void takeNaming() {
        for (std::size_t i = 0; i < in_.config.sourceRoots.size(); ++i) {
            const PlaceId own = in_.places.folderAt(in_.config.sourceRoots[i]);
            if (roots_.naming.size() == roots_.places.size() || own != roots_.places[roots_.naming.size()])
                continue; // not there, or named twice
            std::vector<PlaceId>& naming = roots_.naming.emplace_back();
            for (const std::string& root : in_.config.rootNaming[i])
                if (const PlaceId place = in_.places.folderAt(root);
                    std::ranges::find(roots_.places, place) != roots_.places.end())
                    naming.push_back(place);
        }
    }

    void guess() {
        if (!addParentOfPackage())
            add(in_.places.projectFolder(), "the project folder");
        const PlaceId src = in_.places.folderAt("src");
        if (src != kNoId && in_.places[src].isFolder() && !in_.places[src].isPackage())
            add(src, "a folder src/ that is no package");
        addLibraries();
        for (const PlaceId folder : candidates())
            judge(folder);
    }

    // Somebody opened a package itself: its statements name it from above.
    bool addParentOfPackage() {
        const PlaceId project = in_.places.projectFolder();
        if (!in_.places[project].isPackage())
            return false;
        PlaceId best = project;
        std::uint32_t most = votes().resolvedFrom(project), here = most;
        for (PlaceId above = in_.places[project].parent; above != kNoId; above = in_.places[above].parent) {
            const std::uint32_t resolved = votes().resolvedFrom(above);
            if (resolved > most) {
                most = resolved;
                best = above;
            }
        }
        if (best == project)
            return false;
        add(best, "the opened folder is a package: " + std::to_string(most) +
                      " import statements resolve from here, " + std::to_string(here) +
                      " from the folder itself");
        return true;
    }

    // A checkout of CPython keeps its library in Lib/.
    void addLibraries() {
        const PartId importlib = in_.names.findPart("importlib");
        for (PlaceId place = 0; importlib != kNoId && place < in_.places.size(); ++place)
            if (in_.places[place].part == importlib &&
                isStandardLibrary(in_.places[place].parent, in_.places, in_.names))
                add(in_.places[place].parent, "Python's own library");
    }

    // Folders that say of themselves that they are projects, and folders of installed packages; outer ones
    // first.
    [[nodiscard]] std::vector<PlaceId> candidates() {
        std::set<std::pair<std::uint32_t, PlaceId>> found;
        const auto offer = [&](PlaceId folder) {
            if (folder != kNoId && folder != in_.places.projectFolder() && in_.places[folder].isFolder())
                found.insert({in_.places[folder].depth, folder});
        };
        for (std::size_t i = 0; i < in_.project.files.size(); ++i) {
            const std::string_view name = fileNameOf(in_.project.files[i].path);
            const PlaceId folder = in_.places.folderOf(FileId(i));
            const bool declared = name == "pyproject.toml" || name == "setup.cfg";
            if (!declared && !(name == "setup.py" && holdsPackage(folder)))
                continue;
            if (declared)
                declared_.insert(folder);
            offer(folder);
            const PlaceId src = in_.places.child(folder, in_.names.findPart("src"));
            if (src == kNoId || in_.places[src].isPackage())
                continue;
            if (declared)
                declared_.insert(src);
            offer(src);
        }
        for (const std::string_view installed : {"site-packages", "dist-packages"})
            for (PlaceId place = 0; place < in_.places.size(); ++place)
                if (in_.places[place].part == in_.names.findPart(installed)) {
                    declared_.insert(place);
                    offer(place);
                }
        std::vector<PlaceId> out;
        for (const auto& [depth, place] : found)
            if (out.size() < kMaxCandidates)
                out.push_back(place);
        return out;
    }

    // A setup.py alone is weak evidence: there has to be a package to set up.
    [[nodiscard]] bool holdsPackage(PlaceId folder) const {
        const PlaceId src = in_.places.child(folder, in_.names.findPart("src"));
        for (PlaceId place = 0; place < in_.places.size(); ++place)
            if (in_.places[place].isPackage() &&
                (in_.places[place].parent == folder || (src != kNoId && in_.places[place].parent == src)))
                return !in_.places[folder].isPackage();
        return false;
    }

    void judge(PlaceId folder) {
        const RootVotes::Gain gain = votes().gainOf(folder, roots_.places, roots_.standardLibrary);
        if (gain.resolved <= gain.captured)
            return;
        // A stray setup.py among scripts that run each other is no sub-project either: the rest of the
        // project calls them by their path.
        if (!declared_.contains(folder) &&
            votes().usesOf(folder, roots_.places, roots_.standardLibrary) >= gain.resolved)
            return;
        add(folder, "looks like a project of its own, and " + std::to_string(gain.resolved) +
                        (gain.resolved == 1 ? " import statement resolves" : " import statements resolve") +
                        " only with it");
    }

    const RootsInput& in_;
    ImportTree& tree_;
    std::optional<RootVotes> votes_;
    std::set<PlaceId> declared_; // candidates that say so in pyproject.toml or setup.cfg, or by their name
    Roots roots_;
};

} // namespace

std::vector<PlaceId> Roots::namingRootsOf(PlaceId folder, const Places& tree) const {
    std::size_t deepest = places.size();
    for (std::size_t i = 0; i < places.size(); ++i)
        if (tree.within(folder, places[i]) &&
            (deepest == places.size() || tree[places[i]].depth > tree[places[deepest]].depth))
            deepest = i;
    return deepest == places.size() ? std::vector<PlaceId>{} : naming[deepest];
}

bool isStandardLibrary(PlaceId folder, const Places& places, const NameTable& names) {
    const auto has = [&](std::initializer_list<std::string_view> parts) {
        PlaceId at = folder;
        for (const std::string_view part : parts)
            at = at == kNoId ? kNoId : places.child(at, names.findPart(part));
        return at != kNoId && places[at].isRegular();
    };
    return has({"os"}) && has({"abc"}) && has({"importlib", "_bootstrap"}) && has({"encodings"});
}

Roots chooseRoots(const RootsInput& input, ImportTree& tree) {
    return RootChooser(input, tree).choose();
}

} // namespace espalier::graph
