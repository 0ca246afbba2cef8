#include "graph/layout/treemap.h"

#include <algorithm>
#include <numeric>

namespace espalier::graph {
namespace {

// A run of weights in a strip along the shorter side.
struct Strip {
    double sum = 0, least = 0, most = 0;

    [[nodiscard]] Strip with(double area) const {
        return {sum + area, sum > 0 ? std::min(least, area) : area, std::max(most, area)};
    }
    // The longer side of its worst rectangle over the shorter one.
    [[nodiscard]] double worst(double side) const {
        const double square = side * side, total = sum * sum;
        return std::max(square * most / total, total / (square * least));
    }
};

} // namespace

std::vector<Rect> squarifiedTreemap(std::span<const double> weights, const Rect& within) {
    std::vector<Rect> out;
    out.reserve(weights.size());
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double scale = total > 0 ? within.width * within.height / total : 0;
    Rect left = within;
    for (std::size_t first = 0; first < weights.size();) {
        const bool upright = left.width >= left.height; // a strip at the left, else one at the top
        const double side = std::max(upright ? left.height : left.width, 1e-9);
        Strip strip = Strip().with(weights[first] * scale);
        std::size_t end = first + 1;
        for (; end < weights.size(); ++end) {
            const Strip longer = strip.with(weights[end] * scale);
            if (longer.worst(side) > strip.worst(side))
                break;
            strip = longer;
        }
        const double thickness = strip.sum / side;
        double at = upright ? left.y : left.x;
        for (; first < end; ++first) {
            const double length = thickness > 0 ? weights[first] * scale / thickness : 0;
            out.push_back(upright ? Rect{left.x, at, thickness, length}
                                  : Rect{at, left.y, length, thickness});
            at += length;
        }
        (upright ? left.x : left.y) += thickness;
        double& rest = upright ? left.width : left.height;
        rest = std::max(0.0, rest - thickness);
    }
    return out;
}

} // namespace espalier::graph
