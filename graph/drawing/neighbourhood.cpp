#include "graph/drawing/neighbourhood.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/words.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace espalier::graph {
namespace {

std::string packageCount(std::size_t n) {
    return n == 1 ? Words::tr("1 package") : Words::tr("%1 packages", nullptr, n);
}

std::string furtherCount(bool packages, std::size_t n) {
    if (packages)
        return n == 1 ? Words::tr("1 further package") : Words::tr("%1 further packages", nullptr, n);
    return n == 1 ? Words::tr("1 further module") : Words::tr("%1 further modules", nullptr, n);
}

class Surroundings {
public:
    Surroundings(const Snapshot& snapshot, const ViewSpec& view, const NeighbourhoodSpec& spec)
        : snapshot_(snapshot)
        , view_(view)
        , spec_(spec)
        , visible_(visibility(snapshot, view))
        , thing_(snapshot.modules.size())
        , members_(snapshot.modules.size())
        , steps_(snapshot.modules.size(), kFar) {
        for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
            const ModuleId m(i);
            thing_[i] = thingOf(m);
            if (thing_[i].valid())
                members_[thing_[i].value].push_back(m);
        }
    }

    Neighbourhood find() {
        levels_[0] = {spec_.centre};
        steps_[spec_.centre.value] = 0;
        // Both sides grow together, so that each thing falls to the nearer one.
        for (int step = 1; step <= spec_.depth; ++step)
            for (const int side : {-1, 1})
                grow(side * step, side);
        Neighbourhood out;
        std::vector<Column> columns;
        std::size_t pivot = 0;
        for (auto& [step, things] : levels_) {
            if (step == 0)
                pivot = columns.size();
            else if (things.empty())
                continue;
            columns.push_back(column(step, things));
            if (columns.back().boxes.size() > columns.back().room)
                out.restKeys[step] = restKey(columns.back().key);
        }
        out.importers = side(-1);
        out.imports = side(1);
        out.drawing = drawColumns(snapshot_, view_, visible_, columns, pivot);
        return out;
    }

private:
    static constexpr int kFar = 1 << 20;

    [[nodiscard]] ModuleId thingOf(ModuleId m) const {
        if (snapshot_.within(m, spec_.centre))
            return spec_.centre;
        if (!visible_.own[m.value])
            return {};
        const ModuleId package = snapshot_[m].parent;
        return spec_.packages && snapshot_.children(m).empty() && package.valid() ? package : m;
    }
    [[nodiscard]] std::span<const EdgeId> edges(ModuleId m, int side) const {
        return side < 0 ? snapshot_.incoming(m) : snapshot_.outgoing(m);
    }
    [[nodiscard]] ModuleId other(const Edge& edge, int side) const {
        return thing_[(side < 0 ? edge.from : edge.to).value];
    }

    void grow(int step, int side) {
        std::vector<ModuleId>& found = levels_[step];
        for (const ModuleId thing : levels_[step - side])
            for (const ModuleId m : members_[thing.value])
                for (const EdgeId id : edges(m, side)) {
                    const Edge& edge = snapshot_[id];
                    const ModuleId to = other(edge, side);
                    if (!to.valid() || !view_.filter.admits(edge) || steps_[to.value] != kFar)
                        continue;
                    steps_[to.value] = step;
                    found.push_back(to);
                }
    }

    // Statements between a thing and those one step nearer to the middle.
    [[nodiscard]] std::uint32_t statementsInward(ModuleId thing, int side) const {
        std::uint32_t count = 0;
        const int inner = steps_[thing.value] - side;
        for (const ModuleId m : members_[thing.value])
            for (const EdgeId id : edges(m, -side)) {
                const ModuleId to = other(snapshot_[id], -side);
                if (to.valid() && steps_[to.value] == inner)
                    count += admittedStatements(snapshot_, snapshot_[id], view_.filter);
            }
        return count;
    }

    [[nodiscard]] bool inTangleOfCentre(ModuleId thing) const {
        const auto tangleOf = [this](ModuleId m) { return visible_.tangleOf[m.value]; };
        return std::ranges::any_of(members_[thing.value], [&](ModuleId m) {
            return tangleOf(m) >= 0 && std::ranges::find(members_[spec_.centre.value], tangleOf(m),
                                                         tangleOf) != members_[spec_.centre.value].end();
        });
    }

    Column column(int step, const std::vector<ModuleId>& things) const {
        const int side = step < 0 ? -1 : 1;
        const auto room = spec_.room.find(step);
        Column out{std::to_string(step),
                   title(step, things.size()),
                   {},
                   room == spec_.room.end() ? NeighbourhoodSpec::kRoom : room->second};
        if (step == 0) {
            out.boxes = {{spec_.centre, members_[spec_.centre.value], {}}};
            return out;
        }
        struct Ranked {
            ModuleId thing;
            bool tangled;
            std::uint32_t statements;
        };
        std::vector<Ranked> ranked;
        for (const ModuleId thing : things)
            ranked.push_back({thing, inTangleOfCentre(thing), statementsInward(thing, side)});
        std::ranges::sort(ranked, {}, [&](const Ranked& r) {
            return std::tuple(!r.tangled, ~r.statements, std::string_view(snapshot_[r.thing].name));
        });
        for (const Ranked& r : ranked)
            out.boxes.push_back({r.thing, members_[r.thing.value], statementCount(r.statements)});
        return out;
    }

    [[nodiscard]] std::string title(int step, std::size_t things) const {
        if (step == 0)
            return Words::tr("in the middle");
        const bool one = things == 1;
        const std::string what = spec_.packages ? packageCount(things) : moduleCount(things);
        const std::string steps = std::to_string(std::abs(step));
        if (step == -1)
            return filled(one ? Words::tr("%1 imports it") : Words::tr("%1 import it"), {what});
        if (step < 0)
            return filled(one ? Words::tr("%1 imports it in %2 steps")
                              : Words::tr("%1 import it in %2 steps"),
                          {what, steps});
        if (step > 1)
            return filled(Words::tr("it imports %1 in %2 steps"), {what, steps});
        const bool someElsewhere = things < side(1).things; // in a circle, with the importers
        return filled(Words::tr("it imports %1"),
                      {someElsewhere ? furtherCount(spec_.packages, things) : what});
    }

    [[nodiscard]] Neighbourhood::Side side(int side) const {
        Neighbourhood::Side out;
        std::vector<ModuleId> things;
        for (const ModuleId m : members_[spec_.centre.value])
            for (const EdgeId id : edges(m, side)) {
                const ModuleId to = other(snapshot_[id], side);
                if (!to.valid() || to == spec_.centre || !view_.filter.admits(snapshot_[id]))
                    continue;
                out.statements += admittedStatements(snapshot_, snapshot_[id], view_.filter);
                things.push_back(to);
            }
        std::ranges::sort(things);
        out.things = static_cast<std::size_t>(std::ranges::unique(things).begin() - things.begin());
        return out;
    }

    const Snapshot& snapshot_;
    const ViewSpec& view_;
    const NeighbourhoodSpec& spec_;
    const Visibility visible_;
    std::vector<ModuleId> thing_;                // per module: what stands for it; none if not shown
    std::vector<std::vector<ModuleId>> members_; // of each thing
    std::vector<int> steps_;                     // per thing; kFar if not reached
    std::map<int, std::vector<ModuleId>> levels_;
};

} // namespace

Neighbourhood neighbourhood(const Snapshot& snapshot, const ViewSpec& view, const NeighbourhoodSpec& spec) {
    return Surroundings(snapshot, view, spec).find();
}

} // namespace espalier::graph
