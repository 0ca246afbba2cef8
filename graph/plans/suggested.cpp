#include "graph/plans/suggested.h"

#include <algorithm>
#include <map>
#include <utility>

namespace espalier::graph {
namespace {

// "OrderLine" as "order_line"
std::string moduleName(std::string_view symbol) {
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string out;
    for (std::size_t i = 0; i < symbol.size(); ++i) {
        if (i > 0 && isUpper(symbol[i]) && !isUpper(symbol[i - 1]) && symbol[i - 1] != '_')
            out += '_';
        out += isUpper(symbol[i]) ? static_cast<char>(symbol[i] - 'A' + 'a') : symbol[i];
    }
    return out;
}

class Suggested {
public:
    Suggested(const Snapshot& snapshot, const EdgeFilter& filter, std::vector<Change>& changes)
        : snapshot_(snapshot)
        , filter_(filter)
        , changes_(changes) {}

    void add(const EdgeCut& cut) {
        const Edge& edge = snapshot_[cut.edge];
        const std::string &from = snapshot_[edge.from].name, &to = snapshot_[edge.to].name;
        switch (cut.kind) {
        case CutKind::TypeChecking:
            return add(CutEdge{from, to, CutWay::TypeChecking, filter_.kinds});
        case CutKind::Defer:
            return add(CutEdge{from, to, CutWay::Defer, filter_.kinds});
        case CutKind::Remove:
            return add(CutEdge{from, to, CutWay::Remove, filter_.kinds});
        case CutKind::FromDefinition: {
            std::map<ModuleId, std::vector<std::string>> names;
            for (const EdgeCut::Symbol& symbol : cut.symbols)
                names[symbol.definedIn].emplace_back(symbol.name);
            for (auto& [module, list] : names)
                add(RedirectNames{from, to, std::move(list), snapshot_[module].name});
            return;
        }
        case CutKind::MoveSymbol:
            std::string into;
            for (const EdgeCut::Symbol& symbol : cut.symbols) {
                if (movedBefore(to, symbol.name))
                    continue;
                if (into.empty())
                    into = newModule(edge.to, symbol.name);
                add(MoveSymbol{to, std::string(symbol.name), into});
            }
        }
    }

private:
    void add(Change change) {
        if (std::ranges::find(changes_, change) == changes_.end())
            changes_.push_back(std::move(change));
    }

    [[nodiscard]] bool movedBefore(const std::string& module, std::string_view symbol) const {
        return std::ranges::any_of(changes_, [&](const Change& change) {
            const auto* move = std::get_if<MoveSymbol>(&change);
            return move && move->module == module && move->symbol == symbol;
        });
    }

    // A name that nothing has yet.
    [[nodiscard]] std::string newModule(ModuleId home, std::string_view symbol) const {
        const ModuleId package = snapshot_[home].kind == ModuleKind::Package ? home : snapshot_[home].parent;
        const std::string name = (package.valid() ? snapshot_[package].name + '.' : "") + moduleName(symbol);
        const auto isTaken = [&](const std::string& one) {
            return snapshot_.find(one) || std::ranges::any_of(changes_, [&](const Change& change) {
                       const auto* move = std::get_if<MoveSymbol>(&change);
                       return move && move->into == one;
                   });
        };
        std::string out = name;
        for (int number = 2; isTaken(out); ++number)
            out = name + '_' + std::to_string(number);
        return out;
    }

    const Snapshot& snapshot_;
    const EdgeFilter filter_;
    std::vector<Change>& changes_;
};

} // namespace

void addChanges(const Snapshot& snapshot, const CutPlan& cuts, const EdgeFilter& filter,
                std::vector<Change>& changes) {
    Suggested suggested(snapshot, filter, changes);
    for (const CutPlan::Step& step : cuts.steps)
        suggested.add(step.cut);
}

} // namespace espalier::graph
