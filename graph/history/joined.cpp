#include "graph/history/joined.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace espalier::graph {
namespace {

class Joiner {
public:
    Joiner(const Snapshot& before, const Snapshot& after, const Difference& difference,
           const EdgeFilter& filter)
        : before_(before)
        , after_(after)
        , difference_(difference)
        , filter_(filter)
        , made_(std::make_shared<Snapshot>()) {}

    Joined run() {
        joinFiles();
        joinModules();
        joinEdges();
        made_->buildIndexes({});
        Joined out;
        out.changes = std::move(changes_);
        const std::vector<int> tangles = tangleNumbers(after_, filter_);
        out.changes.tangleOf.assign(made_->modules.size(), -1);
        for (std::size_t i = 0; i < tangles.size(); ++i)
            out.changes.tangleOf[ofAfter_[i].value] = tangles[i];
        out.snapshot = std::move(made_);
        return out;
    }

private:
    // By path; of two with the same one that of `after` comes first, where it is found by its path.
    void joinFiles() {
        std::vector<char> needed(before_.project.files.size(), 0);
        for (const EdgeId edge : difference_.removedEdges)
            for (const StatementRef& statement : before_.statementsOf(before_[edge]))
                needed[statement.file.value] = 1;
        const auto &old = before_.project.files, &now = after_.project.files;
        facts::ProjectFacts& project = made_->project;
        project.root = after_.project.root;
        project.revision = after_.project.revision;
        project.workingTree = after_.project.workingTree;
        fileOfBefore_.resize(old.size());
        fileOfAfter_.resize(now.size());
        std::size_t i = 0, j = 0;
        while (i < now.size() || j < old.size()) {
            if (j < old.size() && !needed[j]) {
                ++j;
            } else if (j == old.size() || (i < now.size() && now[i].path <= old[j].path)) {
                fileOfAfter_[i] = FileId(project.files.size());
                project.files.push_back(now[i++]);
            } else {
                fileOfBefore_[j] = FileId(project.files.size());
                project.files.push_back(old[j++]);
            }
        }
    }

    void joinModules() {
        ofAfter_.resize(after_.modules.size());
        ofBefore_.resize(before_.modules.size());
        for (const auto& [old, now] : difference_.renamedModules)
            renamed_.emplace(old, now);
        // By name; whatever is there at both times is what it is in `after`.
        std::size_t i = 0, j = 0;
        const auto &old = before_.modules, &now = after_.modules;
        while (i < now.size() || j < old.size()) {
            const ModuleId id(made_->modules.size());
            if (j < old.size() && renamed_.contains(ModuleId(j)) &&
                (i == now.size() || now[i].name != old[j].name)) {
                ++j;
                continue;
            }
            const bool both = i < now.size() && j < old.size() && now[i].name == old[j].name;
            if (both || j == old.size() || (i < now.size() && now[i].name < old[j].name)) {
                made_->modules.push_back(now[i]);
                ofAfter_[i++] = id;
                if (both)
                    ofBefore_[j++] = id;
            } else {
                made_->modules.push_back(old[j]);
                made_->modules.back().file = {};
                ofBefore_[j++] = id;
            }
        }
        for (const auto& [from, to] : renamed_)
            ofBefore_[from.value] = ofAfter_[to.value];
        for (std::size_t k = 0; k < old.size(); ++k)
            if (ModuleId& parent = made_->modules[ofBefore_[k].value].parent; old[k].parent.valid())
                parent = ofBefore_[old[k].parent.value];
        for (std::size_t k = 0; k < now.size(); ++k) {
            Module& module = made_->modules[ofAfter_[k].value];
            module.parent = now[k].parent.valid() ? ofAfter_[now[k].parent.value] : ModuleId();
            if (module.file.valid())
                module.file = fileOfAfter_[module.file.value];
        }
        changes_.modules.assign(made_->modules.size(), DiffMark::None);
        for (const ModuleId module : difference_.addedModules)
            changes_.modules[ofAfter_[module.value].value] = DiffMark::Added;
        for (const ModuleId module : difference_.removedModules)
            changes_.modules[ofBefore_[module.value].value] = DiffMark::Removed;
    }

    // An edge that is there for another filter alone takes the statements that it has lost, too.
    void joinEdges() {
        struct Part {
            ModuleId from, to;
            bool old;
            EdgeId edge;
        };
        std::vector<Part> parts;
        parts.reserve(after_.edges.size() + difference_.removedEdges.size());
        for (std::size_t i = 0; i < after_.edges.size(); ++i)
            parts.push_back(
                {ofAfter_[after_.edges[i].from.value], ofAfter_[after_.edges[i].to.value], false, EdgeId(i)});
        for (const EdgeId edge : difference_.removedEdges)
            parts.push_back(
                {ofBefore_[before_[edge].from.value], ofBefore_[before_[edge].to.value], true, edge});
        std::ranges::sort(parts, [](const Part& a, const Part& b) {
            return std::tie(a.from, a.to, a.old) < std::tie(b.from, b.to, b.old);
        });
        std::vector<char> added(after_.edges.size(), 0);
        for (const EdgeId edge : difference_.addedEdges)
            added[edge.value] = 1;
        for (const Part& part : parts) {
            const Snapshot& from = part.old ? before_ : after_;
            const bool again = !made_->edges.empty() && made_->edges.back().from == part.from &&
                               made_->edges.back().to == part.to;
            if (!again) {
                made_->edges.push_back({part.from,
                                        part.to,
                                        static_cast<std::uint32_t>(made_->statements.size()),
                                        0,
                                        {},
                                        {},
                                        {}});
                changes_.edges.push_back(DiffMark::None);
            }
            take(from, from[part.edge], part.old);
            changes_.edges.back() = part.old                      ? DiffMark::Removed
                                    : added[part.edge.value] != 0 ? DiffMark::Added
                                                                  : DiffMark::None;
        }
    }

    void take(const Snapshot& snapshot, const Edge& edge, bool old) {
        Edge& made = made_->edges.back();
        made.plain.bits |= edge.plain.bits;
        made.implicitParents.bits |= edge.implicitParents.bits;
        made.strings.bits |= edge.strings.bits;
        for (StatementRef statement : snapshot.statementsOf(edge)) {
            const auto names = snapshot.namesOf(statement);
            statement.firstName = static_cast<std::uint32_t>(made_->nameIndexes.size());
            made_->nameIndexes.insert(made_->nameIndexes.end(), names.begin(), names.end());
            statement.importer = (old ? ofBefore_ : ofAfter_)[statement.importer.value];
            statement.file = (old ? fileOfBefore_ : fileOfAfter_)[statement.file.value];
            made_->statements.push_back(statement);
            ++made.statementCount;
        }
    }

    const Snapshot &before_, &after_;
    const Difference& difference_;
    const EdgeFilter& filter_;
    std::shared_ptr<Snapshot> made_;
    std::vector<FileId> fileOfBefore_, fileOfAfter_;
    std::vector<ModuleId> ofBefore_, ofAfter_; // in what is made
    std::map<ModuleId, ModuleId> renamed_;
    DiffMarks changes_;
};

} // namespace

Joined joined(const Snapshot& before, const Snapshot& after, const Difference& difference,
              const EdgeFilter& filter) {
    return Joiner(before, after, difference, filter).run();
}

} // namespace espalier::graph
