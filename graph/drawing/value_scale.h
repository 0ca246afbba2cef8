// The axis of values of a chart.
#pragma once

namespace espalier::graph {

// Round values from 0 up to one that is no less than `most`, so that there are at most `count` steps.
struct ValueScale {
    double step = 1;
    int steps = 1;
    [[nodiscard]] double top() const { return step * steps; }
};
[[nodiscard]] ValueScale valueScale(double most, int count);

} // namespace espalier::graph
