#include "graph/history/replay.h"

#include <algorithm>
#include <map>
#include <utility>

namespace espalier::graph {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

bool isRest(const Box& box) {
    return !box.module.valid();
}

// Indexes of things by a key, each in order.
struct Groups {
    std::vector<std::uint32_t> start, members;
    template <class KeysOf>
    Groups(std::size_t keys, std::size_t things, KeysOf keysOf) {
        start.assign(keys + 1, 0);
        for (std::uint32_t i = 0; i < things; ++i)
            keysOf(i, [&](std::uint32_t key) { ++start[key + 1]; });
        for (std::size_t i = 1; i < start.size(); ++i)
            start[i] += start[i - 1];
        members.resize(start.back());
        std::vector<std::uint32_t> next = start;
        for (std::uint32_t i = 0; i < things; ++i)
            keysOf(i, [&](std::uint32_t key) { members[next[key]++] = i; });
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t key) const {
        return {members.data() + start[key], start[key + 1] - start[key]};
    }
};

} // namespace

// Walks through the line once, and writes down how the sums change.
class ReplayMaker {
public:
    ReplayMaker(Replay& replay, const EdgeTimeline& timeline, const Snapshot& whole, const ViewSpec& view,
                const DrawnView& drawn)
        : replay_(replay)
        , timeline_(timeline)
        , whole_(whole)
        , view_(view)
        , drawn_(drawn)
        , modules_(timeline.modules.size())
        , edges_(timeline.edges.size())
        , drawnEdges_(findDrawnEdges())
        , edgesOf_(timeline.modules.size(), timeline.edges.size(), [this](std::uint32_t i, auto add) {
            if (drawnEdges_[i].isDrawn()) {
                add(timeline_.edges[i].from);
                add(timeline_.edges[i].to);
            }
        }) {
        findPresence();
        findFolded();
    }

    void run(std::span<const TangleChange> tangles) {
        const Groups modules = bySpan(timeline_.modules), edges = bySpan(timeline_.edges);
        replay_.start_ = {0};
        for (std::uint32_t revision = 0; revision < timeline_.revisions; ++revision) {
            for (const std::uint32_t module : modules.of(revision)) {
                const ModuleSpan* span = timeline_.at(timeline_.modules[module], revision);
                modules_[module].span = span;
                touch(module);
            }
            for (; !tangles.empty() && tangles.front().revision == revision; tangles = tangles.subspan(1)) {
                modules_[tangles.front().module].tangle = tangles.front().after;
                touch(tangles.front().module);
            }
            for (const std::uint32_t edge : edges.of(revision))
                moveEdge(edge, timeline_.at(timeline_.edges[edge], revision));
            for (const std::uint32_t module : touched_)
                sumUpModule(module);
            for (const std::uint32_t edge : touchedEdges_)
                sumUpEdge(edge);
            touched_.clear();
            touchedEdges_.clear();
            endRevision(revision);
        }
    }

private:
    // What a module adds to the boxes around it.
    struct ModulePart {
        bool shown = false, file = false, test = false, problem = false, ghost = false, external = false;
        int tangle = -1;
        friend bool operator==(const ModulePart&, const ModulePart&) = default;
    };
    struct ModuleState {
        const ModuleSpan* span = nullptr; // null: it is not there
        int tangle = -1;
        std::uint32_t importers = 0;
        bool touched = false, own = false; // own: the view shows it
        ModulePart part;
        std::uint32_t foldedIn = kNone; // what stands for it in a box "+37 more"
        std::uint32_t shownBelow = 0;   // of such a one: what is shown of it
    };
    using EdgePart = std::array<bool, kLineCounts + 1>; // LineCount, and whether it links own boxes
    struct EdgeState {
        const EdgeSpan* span = nullptr;
        bool touched = false;
        EdgePart part{};
    };
    // Where an edge counts: a line, and the own boxes of open packages.
    struct DrawnEdge {
        std::uint32_t line = kNone;
        std::uint32_t ownOfFrom = kNone, ownOfTo = kNone;
        [[nodiscard]] bool isDrawn() const { return line != kNone || ownOfFrom != kNone || ownOfTo != kNone; }
    };

    // By revision what changes there.
    template <class Life>
    Groups bySpan(const std::vector<Life>& lives) const {
        return Groups(timeline_.revisions + 1, lives.size(), [&](std::uint32_t i, auto add) {
            std::uint32_t last = kNone;
            for (const auto& span : timeline_.spansOf(lives[i])) {
                if (span.begin != last)
                    add(span.begin);
                add(last = span.end);
            }
        });
    }

    [[nodiscard]] const Box& box(int i) const { return drawn_.drawing.boxes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] bool isOwnBox(int i) const {
        return i >= 0 && box(i).parent >= 0 && box(i).module.valid() &&
               box(box(i).parent).module == box(i).module;
    }

    std::vector<DrawnEdge> findDrawnEdges() const {
        std::vector<DrawnEdge> out(timeline_.edges.size());
        const std::vector<Line>& lines = drawn_.drawing.lines;
        for (std::uint32_t i = 0; i < lines.size(); ++i)
            for (const EdgeId edge : lines[i].edges)
                out[edge.value].line = i;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const EdgeLife& edge = timeline_.edges[i];
            const int from = drawn_.frontier.boxOf[edge.from], to = drawn_.frontier.boxOf[edge.to];
            if (edge.from != edge.to && isOwnBox(from))
                out[i].ownOfFrom = static_cast<std::uint32_t>(from);
            if (edge.from != edge.to && isOwnBox(to))
                out[i].ownOfTo = static_cast<std::uint32_t>(to);
        }
        return out;
    }

    void findPresence() {
        const std::size_t boxes = drawn_.drawing.boxes.size();
        for (std::size_t i = 0; i < boxes; ++i)
            replay_.presence_.push_back(isRest(box(static_cast<int>(i))) ? BoxCount::Folded
                                        : isOwnBox(static_cast<int>(i))  ? BoxCount::Links
                                                                         : BoxCount::Shown);
        replay_.firstLine_ = boxes * kBoxCounts;
        replay_.values_.assign(replay_.firstLine_ + drawn_.drawing.lines.size() * kLineCounts, 0);
    }

    // A rest counts what lies beside its box; where modules are drawn side by side, each of them.
    void findFolded() {
        for (std::uint32_t i = 0; i < modules_.size(); ++i) {
            const int at = drawn_.frontier.innermost[i];
            if (at < 0 || !isRest(box(at)))
                continue;
            const ModuleId around = box(at).parent < 0 ? ModuleId() : box(box(at).parent).module;
            ModuleId top(i);
            while (view_.only.empty() && whole_[top].parent.valid() && whole_[top].parent != around)
                top = whole_[top].parent;
            modules_[i].foldedIn = top.value;
        }
    }

    void touch(std::uint32_t module) {
        if (!std::exchange(modules_[module].touched, true))
            touched_.push_back(module);
    }
    void touchEdge(std::uint32_t edge) {
        if (!std::exchange(edges_[edge].touched, true))
            touchedEdges_.push_back(edge);
    }

    void moveEdge(std::uint32_t edge, const EdgeSpan* span) {
        const bool was = std::exchange(edges_[edge].span, span) != nullptr;
        const std::uint32_t to = timeline_.edges[edge].to;
        if (was != (span != nullptr)) {
            modules_[to].importers = was ? modules_[to].importers - 1 : modules_[to].importers + 1;
            if (hasSpan(to, ModuleKind::Namespace))
                touch(to);
        }
        if (drawnEdges_[edge].isDrawn())
            touchEdge(edge);
    }
    [[nodiscard]] bool hasSpan(std::uint32_t module, ModuleKind kind) const {
        return std::ranges::any_of(timeline_.spansOf(timeline_.modules[module]),
                                   [kind](const ModuleSpan& span) { return span.kind == kind; });
    }

    // As visibility() would say at this revision.
    [[nodiscard]] bool isOwn(std::uint32_t i) const {
        const ModuleState& state = modules_[i];
        if (state.span == nullptr || drawn_.visible.own[i] == 0 || (view_.tanglesOnly && state.tangle < 0))
            return false;
        Module then = whole_.modules[i];
        then.kind = state.span->kind;
        then.cls = state.span->cls;
        then.marks.set(Mark::Test, then.cls == PathClass::Tests);
        return admits(view_, then);
    }

    void sumUpModule(std::uint32_t i) {
        ModuleState& state = modules_[i];
        state.touched = false;
        state.own = isOwn(i);
        ModulePart now;
        if (state.own) {
            const ModuleKind kind = state.span->kind;
            now.shown = kind != ModuleKind::Namespace || state.importers > 0;
            now.file = kind == ModuleKind::Module || kind == ModuleKind::Package;
            now.test = now.file && state.span->cls == PathClass::Tests;
            now.problem = state.span->unparsable;
            now.ghost = kind == ModuleKind::Ghost;
            now.external = kind == ModuleKind::External;
            now.tangle = state.tangle;
        }
        for (const std::uint32_t edge : edgesOf_.of(i)) // it may have another class
            touchEdge(edge);
        const ModulePart before = std::exchange(state.part, now);
        if (before == now)
            return;
        for (int at = drawn_.frontier.innermost[i]; at >= 0; at = box(at).parent) {
            addToBox(at, i, before, -1);
            addToBox(at, i, now, 1);
        }
        if (state.foldedIn != kNone && before.shown != now.shown)
            fold(i, now.shown);
    }

    void addToBox(int at, std::uint32_t module, const ModulePart& part, int by) {
        const auto add = [&](BoxCount what, bool counts) {
            if (counts)
                change(static_cast<std::size_t>(at) * kBoxCounts + static_cast<std::size_t>(what), by);
        };
        const bool own = box(at).module == ModuleId(module);
        add(BoxCount::Shown, part.shown);
        add(BoxCount::Modules, part.file);
        add(BoxCount::Tests, part.test);
        add(BoxCount::Problems, part.problem);
        add(BoxCount::OwnProblems, part.problem && own);
        add(BoxCount::Ghost, part.ghost && own);
        add(BoxCount::External, part.external && own);
        add(BoxCount::Deprecated, part.shown && whole_.modules[module].marks.has(Mark::Deprecated));
        add(BoxCount::InTangles, part.tangle >= 0);
        if (part.tangle < 0)
            return;
        int& modules = inTangle_[{at, part.tangle}];
        modules += by;
        if (modules == (by > 0 ? 1 : 0))
            add(BoxCount::Tangles, true);
    }

    void fold(std::uint32_t module, bool shown) {
        ModuleState& top = modules_[modules_[module].foldedIn];
        top.shownBelow = shown ? top.shownBelow + 1 : top.shownBelow - 1;
        if (top.shownBelow == (shown ? 1U : 0U))
            change(static_cast<std::size_t>(drawn_.frontier.innermost[module]) * kBoxCounts +
                       static_cast<std::size_t>(BoxCount::Folded),
                   shown ? 1 : -1);
    }

    void sumUpEdge(std::uint32_t i) {
        EdgeState& state = edges_[i];
        state.touched = false;
        const EdgeLife& life = timeline_.edges[i];
        const ModuleState &from = modules_[life.from], &to = modules_[life.to];
        EdgePart now{};
        const auto set = [&now](LineCount what, bool on) { now[static_cast<std::size_t>(what)] = on; };
        if (state.span != nullptr && from.own && to.own && state.span->admittedBy(view_.filter)) {
            EdgeFilter atImport = view_.filter;
            atImport.kinds.bits &= KindSet::of(EdgeKind::Import).bits;
            const PathClass cls = from.span->cls;
            set(LineCount::Edges, true);
            set(LineCount::Cyclic, from.tangle >= 0 && from.tangle == to.tangle && life.from != life.to);
            set(LineCount::AtImport, state.span->admittedBy(atImport));
            set(LineCount::ToGhosts, to.span->kind == ModuleKind::Ghost);
            set(LineCount::ToDeprecated, whole_.modules[life.to].marks.has(Mark::Deprecated));
            set(LineCount::Tests, cls == PathClass::Tests);
            set(LineCount::TestsOrCopies, cls == PathClass::Tests || cls == PathClass::Copies);
        }
        now.back() = now[static_cast<std::size_t>(LineCount::Edges)];
        const EdgePart before = std::exchange(state.part, now);
        const DrawnEdge& drawn = drawnEdges_[i];
        for (std::size_t what = 0; drawn.line != kNone && what < kLineCounts; ++what)
            if (before[what] != now[what])
                change(replay_.firstLine_ + drawn.line * kLineCounts + what, now[what] ? 1 : -1);
        for (const std::uint32_t own : {drawn.ownOfFrom, drawn.ownOfTo})
            if (own != kNone && before.back() != now.back())
                change(own * kBoxCounts + static_cast<std::size_t>(BoxCount::Links), now.back() ? 1 : -1);
    }

    void change(std::size_t slot, int by) { pending_.push_back({static_cast<std::uint32_t>(slot), by}); }

    // What changes to and fro within a revision does not count.
    void endRevision(std::uint32_t revision) {
        std::ranges::sort(pending_, {}, &Replay::Event::slot);
        const std::size_t first = replay_.events_.size();
        for (std::size_t i = 0; i < pending_.size();) {
            Replay::Event sum{pending_[i].slot, 0};
            for (; i < pending_.size() && pending_[i].slot == sum.slot; ++i)
                sum.by += pending_[i].by;
            if (sum.by != 0)
                replay_.events_.push_back(sum);
        }
        pending_.clear();
        if (replay_.events_.size() > first)
            replay_.changes_.push_back(revision);
        replay_.start_.push_back(static_cast<std::uint32_t>(replay_.events_.size()));
    }

    Replay& replay_;
    const EdgeTimeline& timeline_;
    const Snapshot& whole_;
    const ViewSpec& view_;
    const DrawnView& drawn_;
    std::vector<ModuleState> modules_;
    std::vector<EdgeState> edges_;
    std::vector<DrawnEdge> drawnEdges_;
    Groups edgesOf_; // drawn ones, by module
    std::vector<std::uint32_t> touched_, touchedEdges_;
    std::map<std::pair<int, int>, int> inTangle_; // modules, by box and tangle
    std::vector<Replay::Event> pending_;
};

Replay::Replay(const EdgeTimeline& timeline, std::span<const TangleChange> tangles, const Snapshot& whole,
               const ViewSpec& view, const DrawnView& drawn) {
    ReplayMaker(*this, timeline, whole, view, drawn).run(tangles);
    if (timeline.revisions > 0) {
        for (std::uint32_t i = 0; i < start_[1]; ++i)
            values_[events_[i].slot] += events_[i].by;
    }
}

void Replay::moveTo(std::uint32_t revision) {
    for (; revision_ < revision; ++revision_)
        for (std::uint32_t i = start_[revision_ + 1]; i < start_[revision_ + 2]; ++i)
            values_[events_[i].slot] += events_[i].by;
    for (; revision_ > revision; --revision_)
        for (std::uint32_t i = start_[revision_]; i < start_[revision_ + 1]; ++i)
            values_[events_[i].slot] -= events_[i].by;
}

} // namespace espalier::graph
