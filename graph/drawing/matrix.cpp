#include "graph/drawing/matrix.h"

#include "graph/analysis/components.h"

#include <algorithm>
#include <tuple>

namespace espalier::graph {
namespace {

constexpr int kNone = -1;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// What will be a row, before its place is known.
struct Node {
    MatrixRow row;
    int parent = kNone;
    std::vector<int> children;
    int component = kNone;          // among its siblings
    bool tangledWithParent = false; // an open package's own file and this child need each other
};

// Imports between two nodes, and where they meet: the two siblings within `group`, of which one may be the
// group itself (for its own file).
struct Use {
    int user, used;
    EdgeId edge;
    int group, siblingUser, siblingUsed;
};

class MatrixMaker {
public:
    MatrixMaker(const Snapshot& snapshot, const ViewSpec& view, MatrixOrder order)
        : snapshot_(snapshot)
        , view_(view)
        , order_(order)
        , visible_(visibility(snapshot, view))
        , nodeOf_(snapshot.modules.size(), kNone) {}

    Matrix make() {
        addNodes();
        addUses();
        std::vector<int> tops = orderChildren(tops_, kNone);
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            nodes_[i].children = orderChildren(nodes_[i].children, static_cast<int>(i));
        place(tops);
        addCells();
        addBlocks(tops);
        return std::move(matrix_);
    }

private:
    void addNodes() {
        if (!view_.only.empty()) {
            for (std::size_t i = 0; i < snapshot_.modules.size(); ++i)
                if (visible_.own[i])
                    tops_.push_back(addNode(ModuleId(i), kNone, false));
        } else {
            for (const ModuleId m : snapshot_.tops())
                if (visible_.shown[m.value])
                    tops_.push_back(addNode(m, kNone, true));
        }
        for (std::size_t i = 0; i < nodes_.size(); ++i) // grows
            if (nodes_[i].row.open)
                for (const ModuleId child : snapshot_.children(nodes_[i].row.module))
                    if (visible_.shown[child.value]) {
                        const int added = addNode(child, static_cast<int>(i), true);
                        nodes_[i].children.push_back(added);
                    }
    }
    int addNode(ModuleId module, int parent, bool withContent) {
        Node node;
        node.parent = parent;
        node.row.module = module;
        node.row.depth = parent == kNone ? 0 : nodes_[at(parent)].row.depth + 1;
        node.row.expandable =
            withContent && std::ranges::any_of(snapshot_.children(module),
                                               [this](ModuleId m) { return visible_.shown[m.value] != 0; });
        node.row.open = node.row.expandable && view_.open.contains(snapshot_[module].name);
        const int index = static_cast<int>(nodes_.size());
        standFor(module, index, node.row, withContent && !node.row.open);
        const Module& m = snapshot_[module];
        node.row.marks.deprecated = m.marks.has(Mark::Deprecated);
        node.row.marks.ghost = m.kind == ModuleKind::Ghost;
        node.row.marks.external = m.kind == ModuleKind::External;
        node.row.marks.problem = m.marks.has(Mark::Unparsable);
        node.row.marks.test = m.cls == PathClass::Tests || m.marks.has(Mark::Test);
        nodes_.push_back(std::move(node));
        return index;
    }
    void standFor(ModuleId module, int node, MatrixRow& row, bool withContent) {
        const ModuleKind kind = snapshot_[module].kind;
        if (visible_.own[module.value]) {
            nodeOf_[module.value] = node;
            row.modules += kind == ModuleKind::Module || kind == ModuleKind::Package;
            row.marks.cycle = row.marks.cycle || visible_.tangleOf[module.value] >= 0;
        }
        if (withContent)
            for (const ModuleId child : snapshot_.children(module))
                standFor(child, node, row, true);
    }

    void addUses() {
        for (std::size_t i = 0; i < snapshot_.edges.size(); ++i) {
            const Edge& e = snapshot_.edges[i];
            const int user = nodeOf_[e.from.value], used = nodeOf_[e.to.value];
            if (user == kNone || used == kNone || user == used || !view_.filter.admits(e))
                continue;
            Use use{user, used, EdgeId(i), kNone, user, used};
            meet(use);
            uses_.push_back(use);
        }
        std::ranges::sort(uses_, {},
                          [](const Use& u) { return std::tuple(u.group, u.user, u.used, u.edge); });
    }
    // Climbs from both ends until they lie side by side, or one is the package of the other.
    void meet(Use& use) const {
        const auto depth = [this](int node) { return nodes_[at(node)].row.depth; };
        const auto parent = [this](int node) { return nodes_[at(node)].parent; };
        int &a = use.siblingUser, &b = use.siblingUsed;
        while (depth(a) > depth(b) && parent(a) != b)
            a = parent(a);
        while (depth(b) > depth(a) && parent(b) != a)
            b = parent(b);
        while (depth(a) == depth(b) && parent(a) != parent(b)) {
            a = parent(a);
            b = parent(b);
        }
        use.group = parent(a) == b ? b : parent(b) == a ? a : parent(a);
    }
    [[nodiscard]] std::span<const Use> usesIn(int group) const {
        const auto range = std::ranges::equal_range(uses_, group, {}, &Use::group);
        return {range.begin(), range.end()};
    }

    std::vector<int> orderChildren(const std::vector<int>& children, int group) {
        if (children.empty())
            return {};
        // By number within the group; the package itself is the last.
        std::vector<std::vector<int>> without(children.size()), with(children.size() + 1);
        const auto numberOf = [&](int node) {
            const auto found =
                std::ranges::lower_bound(children, node); // nodes were added one after the other
            return node == group ? static_cast<int>(children.size())
                                 : static_cast<int>(found - children.begin());
        };
        Siblings siblings;
        for (const int child : children)
            siblings.names.push_back(snapshot_[nodes_[at(child)].row.module].name);
        for (const Use& use : usesIn(group)) {
            const int user = numberOf(use.siblingUser), used = numberOf(use.siblingUsed);
            with[at(user)].push_back(used);
            if (use.siblingUser == group || use.siblingUsed == group)
                continue;
            without[at(user)].push_back(used);
            siblings.uses.push_back(
                {user, used, admittedStatements(snapshot_, snapshot_[use.edge], view_.filter)});
        }
        joinPairs(siblings.uses);
        const std::vector<int> component = components(without), withPackage = components(with);
        for (std::size_t i = 0; i < children.size(); ++i) {
            nodes_[at(children[i])].component = component[i];
            nodes_[at(children[i])].tangledWithParent =
                group != kNone && withPackage[i] == withPackage.back();
        }
        std::vector<int> out;
        for (const int i : orderSiblings(siblings, order_, component))
            out.push_back(children[at(i)]);
        return out;
    }
    static void joinPairs(std::vector<Siblings::Use>& uses) {
        const auto pair = [](const Siblings::Use& u) { return std::pair(u.user, u.used); };
        std::ranges::sort(uses, {}, pair);
        std::vector<Siblings::Use> joined;
        for (const Siblings::Use& use : uses)
            if (!joined.empty() && pair(joined.back()) == pair(use))
                joined.back().statements += use.statements;
            else
                joined.push_back(use);
        uses = std::move(joined);
    }

    void place(const std::vector<int>& tops) {
        rowOfNode_.assign(nodes_.size(), kNone);
        std::vector<int> waiting(tops.rbegin(), tops.rend());
        while (!waiting.empty()) {
            const Node& node = nodes_[at(waiting.back())];
            rowOfNode_[at(waiting.back())] = static_cast<int>(matrix_.rows.size());
            waiting.pop_back();
            matrix_.rows.push_back(node.row);
            matrix_.rows.back().parent = node.parent == kNone ? kNone : rowOfNode_[at(node.parent)];
            waiting.insert(waiting.end(), node.children.rbegin(), node.children.rend());
        }
        matrix_.rowOf.assign(nodeOf_.size(), kNone);
        for (std::size_t m = 0; m < nodeOf_.size(); ++m)
            if (nodeOf_[m] != kNone)
                matrix_.rowOf[m] = rowOfNode_[at(nodeOf_[m])];
    }

    [[nodiscard]] bool inOneCircle(const Use& use) const {
        const Node &user = nodes_[at(use.siblingUser)], &used = nodes_[at(use.siblingUsed)];
        if (use.siblingUser == use.group)
            return used.tangledWithParent;
        if (use.siblingUsed == use.group)
            return user.tangledWithParent;
        return user.component == used.component;
    }

    void addCells() {
        std::ranges::sort(uses_, {}, [this](const Use& u) {
            return std::tuple(rowOfNode_[at(u.used)], rowOfNode_[at(u.user)], u.edge);
        });
        for (const Use& use : uses_) {
            const auto row = static_cast<std::uint32_t>(rowOfNode_[at(use.used)]);
            const auto column = static_cast<std::uint32_t>(rowOfNode_[at(use.user)]);
            if (matrix_.cells.empty() || matrix_.cells.back().row != row ||
                matrix_.cells.back().column != column) {
                MatrixCell cell;
                cell.row = row;
                cell.column = column;
                cell.feedback = row < column && inOneCircle(use);
                cell.firstEdge = static_cast<std::uint32_t>(matrix_.edges.size());
                matrix_.cells.push_back(cell);
            }
            MatrixCell& cell = matrix_.cells.back();
            for (const StatementRef& s : snapshot_.statementsOf(snapshot_[use.edge]))
                if (view_.filter.admits(s)) {
                    ++cell.statements;
                    ++cell.byKind[static_cast<std::size_t>(s.kind)];
                }
            ++cell.edgeCount;
            matrix_.edges.push_back(use.edge);
        }
        matrix_.rowStart.assign(matrix_.rows.size() + 1, 0);
        for (const MatrixCell& cell : matrix_.cells)
            ++matrix_.rowStart[cell.row + 1];
        for (std::size_t i = 0; i < matrix_.rows.size(); ++i)
            matrix_.rowStart[i + 1] += matrix_.rowStart[i];
    }

    [[nodiscard]] std::uint32_t lastRow(int node) const {
        while (!nodes_[at(node)].children.empty())
            node = nodes_[at(node)].children.back();
        return static_cast<std::uint32_t>(rowOfNode_[at(node)]);
    }
    void addBlocks(const std::vector<int>& tops) {
        if (order_ != MatrixOrder::Level)
            return;
        addBlocksOf(tops);
        for (const Node& node : nodes_)
            addBlocksOf(node.children);
        std::ranges::sort(matrix_.blocks, {},
                          [](const Matrix::Block& b) { return std::pair(b.first, ~b.last); });
    }
    void addBlocksOf(const std::vector<int>& siblings) {
        for (std::size_t i = 0, end = 0; i < siblings.size(); i = end) {
            const auto component = [&](std::size_t k) { return nodes_[at(siblings[k])].component; };
            for (end = i + 1; end < siblings.size() && component(end) == component(i);)
                ++end;
            if (end - i > 1)
                matrix_.blocks.push_back(
                    {static_cast<std::uint32_t>(rowOfNode_[at(siblings[i])]), lastRow(siblings[end - 1])});
        }
    }

    const Snapshot& snapshot_;
    const ViewSpec& view_;
    const MatrixOrder order_;
    const Visibility visible_;
    std::vector<int> nodeOf_; // per module
    std::vector<Node> nodes_;
    std::vector<int> tops_, rowOfNode_;
    std::vector<Use> uses_;
    Matrix matrix_;
};

} // namespace

const MatrixCell* Matrix::cell(std::size_t row, std::size_t column) const {
    const auto own = cellsOf(row);
    const auto found = std::ranges::lower_bound(own, column, {}, &MatrixCell::column);
    return found == own.end() || found->column != column ? nullptr : &*found;
}

int Matrix::rowShowing(const Snapshot& snapshot, ModuleId module) const {
    for (; module.valid(); module = snapshot[module].parent)
        if (rowOf[module.value] >= 0)
            return rowOf[module.value];
    return kNone;
}

Matrix makeMatrix(const Snapshot& snapshot, const ViewSpec& view, MatrixOrder order) {
    return MatrixMaker(snapshot, view, order).make();
}

} // namespace espalier::graph
