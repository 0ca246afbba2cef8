#include "graph/drawing/value_scale.h"

#include <algorithm>
#include <cmath>

namespace espalier::graph {

ValueScale valueScale(double most, int count) {
    const double least = std::max(most, 1.0) / std::max(count, 1);
    const double power = std::pow(10, std::floor(std::log10(least)));
    ValueScale scale;
    for (const double factor : {1, 2, 5, 10})
        if (scale.step = std::max(1.0, factor * power); scale.step >= least)
            break;
    scale.steps = std::max(1, static_cast<int>(std::ceil(most / scale.step)));
    return scale;
}

} // namespace espalier::graph
