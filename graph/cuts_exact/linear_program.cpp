#include "graph/cuts_exact/linear_program.h"

#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpSimplex.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

namespace espalier::graph {

struct LinearProgram::State {
    [[nodiscard]] Whole solveWhole(std::int64_t below, double seconds) const;

    ClpSimplex lp;
};

LinearProgram::LinearProgram(const std::vector<std::int64_t>& costs)
    : state_(std::make_unique<State>()) {
    ClpSimplex& lp = state_->lp;
    lp.setLogLevel(0);
    lp.resize(0, static_cast<int>(costs.size()));
    for (std::size_t i = 0; i < costs.size(); ++i) {
        lp.setObjectiveCoefficient(static_cast<int>(i), static_cast<double>(costs[i]));
        lp.setColumnBounds(static_cast<int>(i), 0, 1);
    }
}

LinearProgram::~LinearProgram() = default;

void LinearProgram::addRow(const std::vector<int>& columns) {
    const std::vector<double> ones(columns.size(), 1);
    state_->lp.addRow(static_cast<int>(columns.size()), columns.data(), ones.data(), 1, COIN_DBL_MAX);
}

void LinearProgram::fix(int column, bool one) {
    state_->lp.setColumnBounds(column, one ? 1 : 0, one ? 1 : 0);
}

LinearProgram::Outcome LinearProgram::solve(double seconds) {
    try {
        state_->lp.setMaximumSeconds(seconds);
        state_->lp.dual();
        const int status = state_->lp.status();
        return status == 0 ? Outcome::Solved : status == 1 ? Outcome::Impossible : Outcome::GivenUp;
    } catch (const CoinError&) {
        return Outcome::GivenUp;
    }
}

double LinearProgram::value() const {
    return state_->lp.objectiveValue();
}
const double* LinearProgram::solution() const {
    return state_->lp.primalColumnSolution();
}
const double* LinearProgram::reducedCosts() const {
    return state_->lp.dualColumnSolution();
}

LinearProgram::Whole LinearProgram::solveWhole(std::int64_t below, double seconds) const {
    try {
        return state_->solveWhole(below, seconds);
    } catch (const CoinError&) {
        return {};
    }
}

LinearProgram::Whole LinearProgram::State::solveWhole(std::int64_t below, double seconds) const {
    const auto begin = std::chrono::steady_clock::now();
    ClpSimplex copy(lp);
    OsiClpSolverInterface solver(&copy);
    solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
    solver.messageHandler()->setLogLevel(0);
    for (int i = 0; i < copy.numberColumns(); ++i)
        solver.setInteger(i);
    CbcModel model(solver);
    CbcMain0(model);
    model.setLogLevel(0);
    const std::string time = std::to_string(std::max(0.05, seconds)),
                      cutoff = std::to_string(static_cast<double>(below) - 0.5);
    const char* arguments[] = {"espalier",     "-log",    "0",    "-slog",      "0",
                               "-timeMode",    "elapsed", "-sec", time.c_str(), "-cutoff",
                               cutoff.c_str(), "-solve",  "-quit"};
    CbcMain1(static_cast<int>(std::size(arguments)), arguments, model);

    Whole whole;
    // Stopped early, it has been seen to call its best solution's cost a bound: only a proof in time counts.
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    whole.complete = (model.isProvenOptimal() || model.isProvenInfeasible()) &&
                     !model.isSecondsLimitReached() && taken.count() < 0.9 * seconds;
    whole.found = model.bestSolution() != nullptr && model.getObjValue() < static_cast<double>(below) - 0.25;
    if (whole.found)
        for (int i = 0; i < copy.numberColumns(); ++i)
            whole.solution.push_back(model.bestSolution()[i] > 0.5 ? 1 : 0);
    if (whole.complete)
        whole.lowerBound = whole.found ? std::llround(model.getObjValue()) : below;
    return whole;
}

} // namespace espalier::graph
