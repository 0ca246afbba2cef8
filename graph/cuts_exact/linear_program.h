// min c·x, 0 <= x <= 1, where the x of each row add up to at least 1: a covering program, to which rows are
// added between solutions. By COIN-OR's Clp (as is) and CBC (in whole numbers). Always the same answer to the
// same questions, unless time runs out. CBC keeps state of its own: one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace espalier::graph {

class LinearProgram {
public:
    explicit LinearProgram(const std::vector<std::int64_t>& costs);
    ~LinearProgram();
    LinearProgram(const LinearProgram&) = delete;

    void addRow(const std::vector<int>& columns);
    // The column is 0, or 1, in all solutions to come.
    void fix(int column, bool one);

    // By the dual simplex method, from the last solution on.
    enum class Outcome : std::uint8_t {
        Solved,
        Impossible, // the columns that are fixed leave no solution
        GivenUp,    // not solved in `seconds`, or in trouble with numbers
    };
    [[nodiscard]] Outcome solve(double seconds);
    [[nodiscard]] double value() const;
    [[nodiscard]] const double* solution() const;     // by column
    [[nodiscard]] const double* reducedCosts() const; // by column

    // The best solution in whole numbers that costs less than `below`.
    struct Whole {
        bool found = false;
        std::vector<char> solution;  // by column, if found
        bool complete = false;       // it is proven that there is no better one
        std::int64_t lowerBound = 0; // of what a solution costs, if complete; `below` if none costs less
    };
    [[nodiscard]] Whole solveWhole(std::int64_t below, double seconds) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace espalier::graph
