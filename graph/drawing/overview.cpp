#include "graph/drawing/overview.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/visible.h"
#include "graph/drawing/words.h"
#include "graph/layout/treemap.h"

#include <algorithm>
#include <cmath>

namespace espalier::graph {
namespace {

constexpr double kModuleArea = 2800; // square pixels at 100 %, on average: room for a name
constexpr Size kLeastSize{1200, 900}, kScreen{1000, 750};
constexpr double kLeastShare = 0.1; // of the average size, that the smallest module has
constexpr double kMargin = 8;
// Title strips: a share of the package's size, and legible from afar where the package is large enough for
// that.
constexpr double kTitleShare = 0.06, kLeastTitle = 14, kMostTitleFar = 22, kLegibleFar = 15;
constexpr double kTitledFarWidth = 90, kTitledFarHeight = 60, kMostTitleOfHeight = 0.3;
constexpr double kGapShare = 0.008, kLeastGap = 1, kMostGapFar = 3;

class OverviewBuilder {
public:
    OverviewBuilder(const Snapshot& snapshot, const ViewSpec& view)
        : snapshot_(snapshot)
        , view_(view)
        , visible_(visibility(snapshot, view))
        , boxOf_(snapshot.modules.size(), -1) {}

    Drawing build() {
        drawing_.arrangement = Arrangement::Overview;
        for (const ModuleId top : snapshot_.tops())
            addBox(top, -1);
        findUsers();
        describe();
        place();
        drawing_.lines = overviewFlows(drawing_, loads());
        drawing_.legend = legend();
        makeTitle(drawing_, snapshot_, view_, visible_);
        return std::move(drawing_);
    }

private:
    [[nodiscard]] Box& box(int i) { return drawing_.boxes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] bool isFile(ModuleId m) const {
        const ModuleKind kind = snapshot_[m].kind;
        return kind == ModuleKind::Module || kind == ModuleKind::Package;
    }
    [[nodiscard]] bool isTest(const Module& m) const {
        return m.cls == PathClass::Tests || m.marks.has(Mark::Test);
    }

    void addBox(ModuleId module, int parent);
    int addLeaf(ModuleId module, int parent, std::string key, std::string label);
    void findUsers();
    void describe();
    void describeContainer(Box& box, std::uint32_t tests) const;
    void place();
    void placeChildren(int container, const Rect& within);
    [[nodiscard]] double titleHeight(const Rect& rect) const;
    [[nodiscard]] std::vector<EdgeLoad> loads() const;
    [[nodiscard]] std::vector<LegendEntry> legend() const;

    const Snapshot& snapshot_;
    const ViewSpec& view_;
    const Visibility visible_;
    Drawing drawing_;
    std::vector<int> boxOf_;                  // per module: its own box
    std::vector<std::vector<int>> inside_{1}; // per box; the first entry: of the top
    std::vector<double> weight_;              // per box
    std::vector<char> uses_;                  // per module: something deprecated
};

void OverviewBuilder::addBox(ModuleId module, int parent) {
    if (!visible_.shown[module.value])
        return;
    const Module& m = snapshot_[module];
    const auto children = snapshot_.children(module);
    const bool open = std::ranges::any_of(children, [&](ModuleId c) { return visible_.shown[c.value] != 0; });
    if (!open) {
        boxOf_[module.value] = addLeaf(module, parent, m.name, shortLabel(snapshot_, module));
        return;
    }
    const int container = addLeaf(module, parent, m.name, shortLabel(snapshot_, module));
    box(container).container = true;
    weight_.back() = 0;
    if (visible_.own[module.value] && (isFile(module) || visible_.needsOwnBox[module.value]))
        boxOf_[module.value] = addLeaf(module, container, m.name + ".~own",
                                       isFile(module) ? "__init__" : shortLabel(snapshot_, module));
    for (const ModuleId child : children)
        addBox(child, container);
}

int OverviewBuilder::addLeaf(ModuleId module, int parent, std::string key, std::string label) {
    const int index = static_cast<int>(drawing_.boxes.size());
    Box leaf;
    leaf.key = std::move(key);
    leaf.module = module;
    leaf.parent = parent;
    leaf.label = std::move(label);
    drawing_.boxes.push_back(std::move(leaf));
    weight_.push_back(snapshot_[module].lines);
    inside_.resize(drawing_.boxes.size() + 1);
    inside_[static_cast<std::size_t>(parent + 1)].push_back(index);
    return index;
}

// All kinds of imports count for what is deprecated.
void OverviewBuilder::findUsers() {
    uses_.assign(snapshot_.modules.size(), 0);
    const EdgeFilter everything = EdgeFilter::everything();
    for (const Edge& e : snapshot_.edges)
        if (snapshot_[e.to].marks.has(Mark::Deprecated) && e.from != e.to && everything.admits(e))
            uses_[e.from.value] = 1;
}

void OverviewBuilder::describe() {
    std::vector<std::uint32_t> tests(drawing_.boxes.size(), 0);
    for (std::size_t i = drawing_.boxes.size(); i-- > 0;) { // boxes come after what they lie in
        Box& b = drawing_.boxes[i];
        const Module& m = snapshot_[b.module];
        b.marks.deprecated = m.marks.has(Mark::Deprecated);
        if (b.container) {
            describeContainer(b, tests[i]);
        } else {
            b.marks.cycle = visible_.tangleOf[b.module.value] >= 0;
            b.marks.ghost = m.kind == ModuleKind::Ghost;
            b.marks.external = m.kind == ModuleKind::External;
            b.marks.problem = m.marks.has(Mark::Unparsable);
            b.marks.test = isTest(m);
            b.modulesInside = isFile(b.module);
            b.inTangles = b.marks.cycle;
            b.deprecatedInside = b.marks.deprecated;
            b.usersOfDeprecated = uses_[b.module.value];
            tests[i] = b.modulesInside && b.marks.test;
            if (b.marks.deprecated)
                b.detail = Words::tr("deprecated");
        }
        if (b.parent < 0)
            continue;
        Box& around = box(b.parent);
        around.modulesInside += b.modulesInside;
        around.inTangles += b.inTangles;
        around.deprecatedInside += b.deprecatedInside;
        around.usersOfDeprecated += b.usersOfDeprecated;
        tests[static_cast<std::size_t>(b.parent)] += tests[i];
    }
}

void OverviewBuilder::describeContainer(Box& b, std::uint32_t tests) const {
    b.marks.cycle = b.inTangles > 0;
    b.marks.test = tests == b.modulesInside && tests > 0;
    b.detail = moduleCount(b.modulesInside);
    if (b.inTangles > 0)
        b.detail += " · " + filled(Words::tr("%1 in tangles"), {grouped(b.inTangles)});
    if (b.usersOfDeprecated == 0 || b.modulesInside == 0)
        return;
    const auto share = std::lround(100.0 * b.usersOfDeprecated / b.modulesInside);
    b.detail += " · " + (share > 0 ? filled(Words::tr("%1 % use deprecated"), {std::to_string(share)})
                                   : filled(Words::tr("%1 use deprecated"), {grouped(b.usersOfDeprecated)}));
}

void OverviewBuilder::place() {
    double lines = 0, leaves = 0;
    for (std::size_t i = 0; i < weight_.size(); ++i) {
        lines += weight_[i];
        leaves += !drawing_.boxes[i].container;
    }
    const double least = std::max(1.0, kLeastShare * lines / std::max(leaves, 1.0));
    for (std::size_t i = weight_.size(); i-- > 0;) {
        if (!drawing_.boxes[i].container)
            weight_[i] = std::max(weight_[i], least);
        if (const int parent = drawing_.boxes[i].parent; parent >= 0)
            weight_[static_cast<std::size_t>(parent)] += weight_[i];
    }
    const double grow =
        std::sqrt(std::max(1.0, leaves * kModuleArea / (kLeastSize.width * kLeastSize.height)));
    drawing_.size = {kLeastSize.width * grow, kLeastSize.height * grow};
    drawing_.farZoom = std::min(kScreen.width / drawing_.size.width, kScreen.height / drawing_.size.height);
    placeChildren(-1,
                  {kMargin, kMargin, drawing_.size.width - 2 * kMargin, drawing_.size.height - 2 * kMargin});
}

double OverviewBuilder::titleHeight(const Rect& rect) const {
    const double far = drawing_.farZoom;
    double height = std::clamp(kTitleShare * std::sqrt(rect.width * rect.height), kLeastTitle,
                               std::max(kLeastTitle, kMostTitleFar / far));
    if (rect.width * far > kTitledFarWidth && rect.height * far > kTitledFarHeight)
        height = std::max(height, kLegibleFar / far);
    return std::min(height, kMostTitleOfHeight * rect.height);
}

void OverviewBuilder::placeChildren(int container, const Rect& within) {
    std::vector<int>& order = inside_[static_cast<std::size_t>(container + 1)];
    const auto weight = [&](int i) { return weight_[static_cast<std::size_t>(i)]; };
    // By magnitude, so that a few lines more do not change the order; names are sorted already.
    std::ranges::stable_sort(order, {}, [&](int i) { return -std::lround(2 * std::log2(weight(i))); });
    std::vector<double> weights(order.size());
    std::ranges::transform(order, weights.begin(), weight);
    const std::vector<Rect> places = squarifiedTreemap(weights, within);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Rect& place = places[i];
        const double gap = std::clamp(kGapShare * std::min(place.width, place.height), 0.0,
                                      std::max(kLeastGap, kMostGapFar / drawing_.farZoom)) +
                           std::min(kLeastGap, 0.1 * std::min(place.width, place.height));
        Box& b = box(order[i]);
        b.rect = {place.x + gap, place.y + gap, place.width - 2 * gap, place.height - 2 * gap};
        if (!b.container)
            continue;
        b.title = titleHeight(b.rect);
        placeChildren(order[i], {b.rect.x + gap, b.rect.y + b.title, b.rect.width - 2 * gap,
                                 b.rect.height - b.title - gap});
    }
}

std::vector<EdgeLoad> OverviewBuilder::loads() const {
    std::vector<EdgeLoad> out;
    EdgeFilter atImport = view_.filter;
    atImport.kinds =
        KindSet{static_cast<std::uint8_t>(atImport.kinds.bits & KindSet::of(EdgeKind::Import).bits)};
    for (std::size_t i = 0; i < snapshot_.edges.size(); ++i) {
        const Edge& e = snapshot_.edges[i];
        EdgeLoad load{EdgeId(i), boxOf_[e.from.value], boxOf_[e.to.value], 0};
        if (load.from < 0 || load.to < 0 || load.from == load.to || !view_.filter.admits(e))
            continue;
        load.statements = admittedStatements(snapshot_, e, view_.filter);
        const int tangle = visible_.tangleOf[e.from.value];
        load.cycle = tangle >= 0 && tangle == visible_.tangleOf[e.to.value];
        load.deprecated = snapshot_[e.to].marks.has(Mark::Deprecated);
        load.ghost = snapshot_[e.to].kind == ModuleKind::Ghost;
        load.deferredOnly = !atImport.admits(e);
        load.fromTests =
            !load.cycle && (isTest(snapshot_[e.from]) || snapshot_[e.from].cls == PathClass::Copies);
        if (load.statements > 0)
            out.push_back(load);
    }
    return out;
}

// Flows have a colour alone, and what does not parse has no sign here.
std::vector<LegendEntry> OverviewBuilder::legend() const {
    using enum LegendSymbol;
    std::vector<LegendEntry> out = makeLegend(drawing_, snapshot_, view_);
    std::erase_if(out, [](const LegendEntry& e) {
        return e.symbol == Problem || e.symbol == DeferredEdge || e.symbol == Size || e.symbol == Tint;
    });
    const bool shares = std::ranges::any_of(
        drawing_.boxes, [](const Box& b) { return b.container && b.usersOfDeprecated > 0; });
    const auto firstLine =
        std::ranges::find_if(out, [](const LegendEntry& e) { return e.symbol >= DeprecatedShare; });
    if (shares)
        out.insert(firstLine, {DeprecatedShare, Words::tr("share of modules that use something deprecated")});
    return out;
}

} // namespace

Drawing makeOverview(const Snapshot& snapshot, const ViewSpec& view) {
    return OverviewBuilder(snapshot, view).build();
}

} // namespace espalier::graph
