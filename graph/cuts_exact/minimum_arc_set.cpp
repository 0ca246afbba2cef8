#include "graph/cuts_exact/minimum_arc_set.h"

#include "graph/cuts/order_search.h"
#include "graph/cuts_exact/cycle_finder.h"
#include "graph/cuts_exact/linear_program.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

namespace espalier::graph {
namespace {

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

class Clock {
public:
    explicit Clock(const CutLimits& limits)
        : limits_(limits)
        , end_(std::chrono::steady_clock::now() + std::chrono::milliseconds(limits.timeMs)) {}
    [[nodiscard]] double secondsLeft() const {
        return std::chrono::duration<double>(end_ - std::chrono::steady_clock::now()).count();
    }
    [[nodiscard]] bool isOver() const { return secondsLeft() <= 0 || limits_.stopped(); }
    // For the program. The rest is for the search, which makes the better use of a last moment.
    [[nodiscard]] double secondsToProve() const { return secondsLeft() - 0.00015 * limits_.timeMs; }
    [[nodiscard]] bool mayProve() const { return secondsToProve() > 0 && !limits_.stopped(); }

private:
    const CutLimits& limits_;
    std::chrono::steady_clock::time_point end_;
};

// One piece: a set by local search from above, a bound by the program from below, until they meet.
class Solver {
public:
    Solver(const Piece& piece, const Clock& clock)
        : piece_(piece)
        , clock_(clock)
        , search_(piece)
        , finder_(piece) {
        for (std::size_t a = 0; a < piece.arcs.size(); ++a)
            if (piece.arcs[a].pin != Pin::Keep) {
                columnOf_.push_back(static_cast<int>(arcOf_.size()));
                arcOf_.push_back(static_cast<int>(a));
                costs_.push_back(piece.arcs[a].weight);
            } else {
                columnOf_.push_back(-1);
            }
    }

    void run() {
        improve(searchRounds(piece_) / 4);
        program_ = std::make_unique<LinearProgram>(costs_);
        for (const auto& cycle : finder_.shortest())
            addCycle(cycle);
        if (tighten()) {
            improve(2 * searchRounds(piece_)); // the less there is above, the less has to be proven
            fixByCosts();
            solveWhole();
        }
        if (!isDone())
            improve(10 * searchRounds(piece_));
    }
    [[nodiscard]] const OrderSearch& best() const { return search_; }
    [[nodiscard]] std::int64_t lowerBound() const { return lowerBound_; }
    [[nodiscard]] bool isDone() const { return lowerBound_ >= search_.weight(); }

private:
    void improve(int rounds) {
        search_.improve(rounds, [&] { return clock_.isOver(); });
    }
    void addCycle(const std::vector<int>& cycle) {
        std::vector<int> columns;
        for (const int arc : cycle)
            if (columnOf_[index(arc)] >= 0)
                columns.push_back(columnOf_[index(arc)]);
        program_->addRow(columns);
    }
    void raise(double bound) {
        lowerBound_ = std::max(lowerBound_, static_cast<std::int64_t>(std::ceil(bound - 1e-5)));
        lowerBound_ = std::min(lowerBound_, search_.weight());
    }

    // Adds cycles until the program without whole numbers breaks all of them; false: no need, or no time, for
    // more.
    bool tighten() {
        while (!isDone() && clock_.mayProve()) {
            const auto outcome = program_->solve(clock_.secondsToProve());
            if (outcome == LinearProgram::Outcome::Impossible)
                lowerBound_ = search_.weight(); // fixByCosts() has left out the known one only
            if (outcome != LinearProgram::Outcome::Solved)
                return false;
            raise(program_->value());
            const std::vector<double> cut = cutByArc();
            offer(cut);
            if (isDone())
                return false;
            fixByCosts();
            const auto cycles = finder_.violated(cut);
            if (cycles.empty())
                return true;
            for (const auto& cycle : cycles)
                addCycle(cycle);
        }
        return false;
    }

    void solveWhole() {
        while (!isDone() && clock_.mayProve()) {
            const auto whole = program_->solveWhole(search_.weight(), clock_.secondsToProve());
            raise(static_cast<double>(whole.lowerBound));
            if (!whole.found)
                return;
            std::vector<double> cut(piece_.arcs.size(), 0);
            for (std::size_t c = 0; c < arcOf_.size(); ++c)
                cut[index(arcOf_[c])] = whole.solution[c];
            offer(cut);
            const auto cycles = finder_.violated(cut);
            if (cycles.empty() && !whole.complete)
                return;
            for (const auto& cycle : cycles)
                addCycle(cycle);
        }
    }

    [[nodiscard]] std::vector<double> cutByArc() const {
        std::vector<double> cut(piece_.arcs.size(), 0);
        for (std::size_t c = 0; c < arcOf_.size(); ++c)
            cut[index(arcOf_[c])] = std::clamp(program_->solution()[c], 0.0, 1.0);
        return cut;
    }

    // What is cut weighs little in the order that the search goes on from.
    void offer(const std::vector<double>& cut) {
        std::vector<double> weights;
        for (std::size_t a = 0; a < cut.size(); ++a)
            weights.push_back(static_cast<double>(piece_.arcs[a].weight) * (1 - cut[a]));
        search_.offer(respectingPins(piece_, eadesLinSmyth(piece_, weights)));
    }

    // Settles what any set that weighs less than the known one must do.
    void fixByCosts() {
        const double room = static_cast<double>(search_.weight() - 1) - program_->value() + 1e-5;
        for (std::size_t c = 0; c < arcOf_.size(); ++c) {
            const double cost = program_->reducedCosts()[c];
            if (std::abs(cost) > room)
                program_->fix(static_cast<int>(c), cost < 0);
        }
    }

    const Piece& piece_;
    const Clock& clock_;
    OrderSearch search_;
    CycleFinder finder_;
    std::unique_ptr<LinearProgram> program_;
    std::vector<int> columnOf_, arcOf_; // by arc: -1 if it is to be kept; by column
    std::vector<std::int64_t> costs_;   // by column
    std::int64_t lowerBound_ = 0;
};

} // namespace

ArcSet minimumArcSet(const ArcProblem& problem, const CutLimits& limits) {
    ArcSet out;
    out.keptCycle = keptCycle(problem);
    if (!out.keptCycle.empty())
        return out;
    const Clock clock(limits);
    const Kernel kernel = reduced(problem);
    out.arcs = kernel.forced;
    for (const int arc : kernel.forced)
        out.lowerBound += problem.arcs[index(arc)].weight;
    for (const Piece& piece : kernel.pieces) { // the smallest first
        Solver solver(piece, clock);
        solver.run();
        out.lowerBound += solver.lowerBound();
        addOriginals(piece, solver.best().arcs(), out.arcs);
    }
    finish(problem, out);
    return out;
}

} // namespace espalier::graph
