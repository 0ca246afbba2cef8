#include "graph/drawing/labels.h"
#include "graph/drawing/visible.h"

#include <algorithm>

namespace espalier::graph {
namespace {

class FrontierBuilder {
public:
    FrontierBuilder(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                    const Folding& folding)
        : snapshot_(snapshot)
        , view_(view)
        , visible_(visible)
        , folding_(folding) {
        frontier_.boxOf.assign(snapshot.modules.size(), -1);
        frontier_.innermost.assign(snapshot.modules.size(), -1);
    }

    Frontier build() {
        if (view_.only.empty()) {
            nested();
            completeInnermost();
        } else {
            flat();
        }
        return std::move(frontier_);
    }

private:
    struct Level {
        int box;
        std::vector<ModuleId> modules;
    };

    void nested();
    void flat();
    void completeInnermost();
    void addSiblings(int parent, const std::vector<ModuleId>& siblings, std::vector<Level>& next);
    int addBox(ModuleId module, int parent, bool container, std::string label);
    void addRest(int parent, const std::vector<ModuleId>& folded);
    void standFor(ModuleId module, int box);
    [[nodiscard]] std::vector<ModuleId> shown(std::span<const ModuleId> modules) const;
    [[nodiscard]] std::string label(ModuleId module) const {
        return module == visible_.root ? snapshot_[module].name : shortLabel(snapshot_, module);
    }
    [[nodiscard]] bool isOpen(ModuleId module, const std::vector<ModuleId>& children) const;

    const Snapshot& snapshot_;
    const ViewSpec& view_;
    const Visibility& visible_;
    const Folding& folding_;
    Frontier frontier_;
};

std::vector<ModuleId> FrontierBuilder::shown(std::span<const ModuleId> modules) const {
    std::vector<ModuleId> out;
    std::copy_if(modules.begin(), modules.end(), std::back_inserter(out),
                 [&](ModuleId m) { return visible_.shown[m.value] != 0; });
    return out;
}

bool FrontierBuilder::isOpen(ModuleId module, const std::vector<ModuleId>& children) const {
    return !children.empty() && !folding_.closed.contains(module) &&
           (module == visible_.root || view_.open.contains(snapshot_[module].name));
}

void FrontierBuilder::nested() {
    // Level by level; the boxes of one level follow each other, so that parents come before children.
    const ModuleId root = visible_.root;
    std::vector<Level> levels{{-1, shown(root.valid() ? std::span(&root, 1) : snapshot_.tops())}};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Level level = levels[i];
        addSiblings(level.box, level.modules, levels);
    }
}

void FrontierBuilder::addSiblings(int parent, const std::vector<ModuleId>& siblings,
                                  std::vector<Level>& next) {
    std::vector<ModuleId> rest;
    for (const ModuleId id : siblings) {
        if (folding_.folded.contains(id)) {
            rest.push_back(id);
            continue;
        }
        std::vector<ModuleId> children = shown(snapshot_.children(id));
        if (!isOpen(id, children)) {
            standFor(id, addBox(id, parent, false, label(id)));
            continue;
        }
        const int box = addBox(id, parent, true, label(id));
        frontier_.innermost[id.value] = box;
        if (visible_.own[id.value] && visible_.needsOwnBox[id.value]) {
            const bool package = snapshot_[id].kind == ModuleKind::Package;
            const int ownBox = addBox(id, box, false, package ? "__init__" : shortLabel(snapshot_, id));
            frontier_.boxes[static_cast<std::size_t>(ownBox)].expandable = false;
            frontier_.boxes[static_cast<std::size_t>(ownBox)].key += ".~own"; // no module can have this name
            frontier_.boxOf[id.value] = frontier_.innermost[id.value] = ownBox;
        }
        next.push_back({box, std::move(children)});
    }
    addRest(parent, rest);
}

void FrontierBuilder::flat() {
    std::vector<ModuleId> chosen, rest;
    for (std::size_t i = 0; i < snapshot_.modules.size(); ++i)
        if (visible_.own[i])
            chosen.push_back(ModuleId(i));
    const std::string prefix = commonPackage(snapshot_, chosen);
    for (const ModuleId id : chosen) {
        if (folding_.folded.contains(id)) {
            rest.push_back(id);
            continue;
        }
        const std::string& name = snapshot_[id].name;
        const int box = addBox(id, -1, false, name.substr(name.size() > prefix.size() ? prefix.size() : 0));
        frontier_.boxes[static_cast<std::size_t>(box)].expandable = false;
        frontier_.boxOf[id.value] = frontier_.innermost[id.value] = box;
    }
    addRest(-1, rest);
}

// What is not shown lies in the box of the package around it.
void FrontierBuilder::completeInnermost() {
    std::vector<int>& innermost = frontier_.innermost;
    for (std::size_t m = 0; m < innermost.size(); ++m)
        for (ModuleId p = snapshot_.modules[m].parent; innermost[m] < 0 && p.valid(); p = snapshot_[p].parent)
            innermost[m] = innermost[p.value];
}

int FrontierBuilder::addBox(ModuleId module, int parent, bool container, std::string label) {
    Box box;
    box.module = module;
    box.parent = parent;
    box.container = container;
    box.label = std::move(label);
    box.key = snapshot_[module].name;
    box.expandable = !container && !shown(snapshot_.children(module)).empty();
    frontier_.boxes.push_back(std::move(box));
    return static_cast<int>(frontier_.boxes.size()) - 1;
}

void FrontierBuilder::addRest(int parent, const std::vector<ModuleId>& folded) {
    if (folded.empty())
        return;
    Box box;
    box.parent = parent;
    box.key = (parent >= 0 ? frontier_.boxes[static_cast<std::size_t>(parent)].key : "") + ".~rest";
    box.label = restLabel(folded.size());
    frontier_.boxes.push_back(std::move(box));
    const int id = static_cast<int>(frontier_.boxes.size()) - 1;
    for (const ModuleId m : folded)
        standFor(m, id);
    frontier_.folded += folded.size();
}

void FrontierBuilder::standFor(ModuleId module, int box) {
    std::vector<ModuleId> below{module};
    while (!below.empty()) {
        const ModuleId id = below.back();
        below.pop_back();
        frontier_.innermost[id.value] = box;
        if (visible_.own[id.value])
            frontier_.boxOf[id.value] = box;
        if (!view_.only.empty())
            continue;
        for (const ModuleId child : snapshot_.children(id))
            if (visible_.shown[child.value])
                below.push_back(child);
    }
}

// Statements from and to each box.
std::vector<double> traffic(const Snapshot& snapshot, const ViewSpec& view, const Frontier& f) {
    std::vector<double> sum(f.boxes.size(), 0);
    for (const Edge& e : snapshot.edges) {
        const int from = f.boxOf[e.from.value], to = f.boxOf[e.to.value];
        if (from < 0 || to < 0 || from == to || !view.filter.admits(e))
            continue;
        sum[static_cast<std::size_t>(from)] += 1;
        sum[static_cast<std::size_t>(to)] += 1;
    }
    return sum;
}

std::size_t topBoxes(const Frontier& f) {
    return static_cast<std::size_t>(
        std::count_if(f.boxes.begin(), f.boxes.end(), [](const Box& b) { return b.parent < 0; }));
}

// Adds to `folding` until at most `most` boxes would be left, at the top or in all; false if nothing more can
// be folded.
bool foldLeast(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible, bool atTop,
               std::size_t most, const Frontier& f, Folding& folding) {
    std::vector<double> importance = traffic(snapshot, view, f);
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        if (f.boxOf[m] < 0)
            continue;
        double& value = importance[static_cast<std::size_t>(f.boxOf[m])];
        value += 1;
        // Somebody wanted to see what is in that package.
        if (f.boxes[static_cast<std::size_t>(f.boxOf[m])].parent >= 0)
            value += 15;
        if (visible.tangleOf[m] >= 0 || snapshot.modules[m].marks.has(Mark::Deprecated))
            value += 20;
    }
    constexpr double kWanted = 1e6;
    for (const std::string& name : view.wanted)
        if (const auto module = snapshot.find(name); module && f.boxOf[module->value] >= 0)
            importance[static_cast<std::size_t>(f.boxOf[module->value])] += kWanted;
    std::vector<std::size_t> leaves, childCount(f.boxes.size(), 0), foldedOf(f.boxes.size() + 1, 0);
    for (std::size_t i = 0; i < f.boxes.size(); ++i) {
        const Box& b = f.boxes[i];
        const bool ownBox = b.parent >= 0 && f.boxes[static_cast<std::size_t>(b.parent)].module == b.module;
        if (b.parent >= 0 && !ownBox)
            ++childCount[static_cast<std::size_t>(b.parent)];
        if (!b.container && !ownBox && b.module.valid() && (!atTop || b.parent < 0))
            leaves.push_back(i);
        if (!b.module.valid())
            foldedOf[static_cast<std::size_t>(b.parent + 1)] = 1;
    }
    std::stable_sort(leaves.begin(), leaves.end(),
                     [&](std::size_t a, std::size_t b) { return importance[a] < importance[b]; });
    std::size_t count = atTop ? topBoxes(f) : f.boxes.size();
    bool folded = false;
    for (const std::size_t leaf : leaves) {
        if (count <= most)
            break;
        folding.folded.insert(f.boxes[leaf].module);
        count -= foldedOf[static_cast<std::size_t>(f.boxes[leaf].parent + 1)]++ > 0 ? 1 : 0;
        folded = true;
    }
    // A package of which nothing is left but "+N more" is better closed.
    for (std::size_t i = 0; i < f.boxes.size(); ++i) {
        if (!f.boxes[i].container || foldedOf[i + 1] < childCount[i])
            continue;
        folding.closed.insert(f.boxes[i].module);
        for (const ModuleId child : snapshot.children(f.boxes[i].module))
            folding.folded.erase(child);
    }
    return folded;
}

} // namespace

Frontier frontier(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                  const Folding& folding) {
    return FrontierBuilder(snapshot, view, visible, folding).build();
}

Folding fitBudget(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible) {
    Folding folding;
    // Each round folds leaves or closes packages, whose number is finite.
    for (;;) {
        const Frontier f = frontier(snapshot, view, visible, folding);
        const bool atTop = topBoxes(f) > view.maxTopBoxes;
        if (!atTop && f.boxes.size() <= view.maxBoxes)
            return folding;
        if (!foldLeast(snapshot, view, visible, atTop, atTop ? view.maxTopBoxes : view.maxBoxes, f, folding))
            return folding;
    }
}

} // namespace espalier::graph
