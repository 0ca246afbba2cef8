#include "graph/plans/plan.h"

#include <array>

namespace espalier::graph {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

struct Words {
    std::string operator()(const CutEdge& cut) const {
        return "cut " + cut.from + " > " + cut.to + ": " + std::string(name(cut.way));
    }
    std::string operator()(const RedirectNames& redirect) const {
        return "in " + redirect.from + ", import " + listed(redirect.names) + " from " + redirect.into +
               " instead of " + redirect.to;
    }
    std::string operator()(const MoveSymbol& move) const {
        return "move " + move.module + ":" + move.symbol + " to " + move.into;
    }
    std::string operator()(const MergeModules& merge) const {
        return "merge " + merge.module + " into " + merge.into;
    }
};

} // namespace

std::string_view name(CutWay way) {
    constexpr std::array<std::string_view, 3> kNames{"remove", "defer", "type-checking"};
    return kNames[static_cast<std::size_t>(way)];
}

std::string words(const Change& change) {
    return std::visit(Words(), change);
}

} // namespace espalier::graph
