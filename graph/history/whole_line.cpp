#include "graph/history/whole_line.h"

#include <algorithm>
#include <string_view>

namespace espalier::graph {
namespace {

bool isInProject(ModuleKind kind) {
    return kind != ModuleKind::Ghost && kind != ModuleKind::External;
}

// So that a view which shows it at some revision has a place for it: what it was last of what is most often
// shown.
const ModuleSpan& lastOf(std::span<const ModuleSpan> spans) {
    const auto rank = [](const ModuleSpan& span) {
        return (isInProject(span.kind) ? 2 : 0) + (span.cls != PathClass::Tests ? 1 : 0);
    };
    return *std::ranges::max_element(
        spans, [&](const ModuleSpan& a, const ModuleSpan& b) { return rank(a) <= rank(b); });
}

class Parents {
public:
    explicit Parents(const EdgeTimeline& timeline)
        : timeline_(timeline) {}

    [[nodiscard]] ModuleId of(std::string_view name) const {
        const bool isPath = name.find('/') != std::string_view::npos || name.ends_with(".py") ||
                            name.ends_with(".pyi") || name.ends_with(".ipynb");
        return isPath ? ofPath(name) : ofName(name);
    }

private:
    [[nodiscard]] ModuleId ofName(std::string_view name) const {
        for (std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0;
             dot = name.rfind('.', dot - 1))
            if (const ModuleId found = holder(name.substr(0, dot)); found.valid())
                return found;
        return {};
    }
    // A file or folder that no statement can name: in its folder, which is named from some source root on.
    [[nodiscard]] ModuleId ofPath(std::string_view path) const {
        const std::size_t slash = path.substr(0, path.size() - 1).rfind('/');
        if (slash == std::string_view::npos)
            return {};
        std::string folder(path.substr(0, slash));
        if (const ModuleId found = holder(folder + '/'); found.valid())
            return found;
        std::ranges::replace(folder, '/', '.');
        for (std::string_view name = folder;; name.remove_prefix(name.find('.') + 1)) {
            if (const auto found = timeline_.find(name))
                return ModuleId(*found); // a module of that name stands for the folder, too
            if (name.find('.') == std::string_view::npos)
                return {};
        }
    }
    [[nodiscard]] ModuleId holder(std::string_view name) const {
        const auto found = timeline_.find(name);
        const auto holds = [](const ModuleSpan& span) {
            return span.kind != ModuleKind::Module && span.kind != ModuleKind::External;
        };
        return found && std::ranges::any_of(timeline_.spansOf(timeline_.modules[*found]), holds)
                   ? ModuleId(*found)
                   : ModuleId();
    }

    const EdgeTimeline& timeline_;
};

} // namespace

SnapshotPtr wholeLine(const EdgeTimeline& timeline, const Snapshot& present) {
    auto made = std::make_shared<Snapshot>();
    made->project.root = present.project.root;
    made->modules.reserve(timeline.modules.size());
    const Parents parents(timeline);
    for (const ModuleLife& life : timeline.modules) {
        const ModuleSpan& last = lastOf(timeline.spansOf(life));
        Module module;
        module.name = life.name;
        module.kind = last.kind;
        module.cls = last.cls;
        if (const auto now = present.find(life.name)) {
            module.marks = present[*now].marks;
            module.lines = present[*now].lines;
        }
        module.marks.set(Mark::Unparsable, last.unparsable).set(Mark::Test, last.cls == PathClass::Tests);
        if (last.kind != ModuleKind::External)
            module.parent = parents.of(life.name);
        made->modules.push_back(std::move(module));
    }
    made->edges.reserve(timeline.edges.size());
    for (const EdgeLife& life : timeline.edges) {
        Edge edge{ModuleId(life.from), ModuleId(life.to), 0, 0, {}, {}, {}};
        for (const EdgeSpan& span : timeline.spansOf(life)) {
            edge.plain.bits |= span.plain.bits;
            edge.implicitParents.bits |= span.implicitParents.bits;
            edge.strings.bits |= span.strings.bits;
        }
        made->edges.push_back(edge);
    }
    made->buildIndexes({});
    return made;
}

DiffMarks marksOfWholeLine(const EdgeTimeline& timeline, const std::vector<TangleChange>& tangles) {
    DiffMarks out{{}, {}, std::vector<int>(timeline.modules.size(), -1), {}};
    out.modules.assign(timeline.modules.size(), DiffMark::Added);
    out.edges.assign(timeline.edges.size(), DiffMark::Added);
    for (const TangleChange& change : tangles)
        if (change.after >= 0)
            out.tangleOf[change.module] = change.after;
    return out;
}

} // namespace espalier::graph
