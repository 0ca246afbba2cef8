#include "graph/layout/by_hand.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace espalier::graph {
namespace {

constexpr double kVerticalCost = 1.5; // of a pixel up or down: levels mean something

bool apart(const Rect& a, const Rect& b, double gapX, double gapY) {
    return a.x >= b.right() + gapX || b.x >= a.right() + gapX || a.y >= b.bottom() + gapY ||
           b.y >= a.bottom() + gapY;
}

class Settlement {
public:
    explicit Settlement(const HandPlacement& problem)
        : problem_(problem) {}

    // Where `wish` can lie without meeting anything settled, and settles it there.
    Rect settle(const Rect& wish, bool exactly) {
        Rect rect = wish;
        rect.x = std::max(rect.x, problem_.origin.x);
        rect.y = std::max(rect.y, problem_.origin.y);
        // Layouts keep their own distances, which may be less than the gap.
        if (!exactly || !free(rect, 0, 0))
            rect = nearestFree(rect);
        settled_.push_back(rect);
        return rect;
    }
    [[nodiscard]] bool free(const Rect& rect, double gapX, double gapY) const {
        return std::all_of(settled_.begin(), settled_.end(),
                           [&](const Rect& other) { return apart(rect, other, gapX, gapY); });
    }

private:
    [[nodiscard]] Rect nearestFree(const Rect& wish) const {
        Rect best = wish;
        double least = INFINITY;
        const auto offer = [&](double x, double y) {
            const double cost = std::abs(x - wish.x) + kVerticalCost * std::abs(y - wish.y);
            const Rect rect{x, y, wish.width, wish.height};
            if (cost < least && x >= problem_.origin.x && y >= problem_.origin.y &&
                free(rect, problem_.gapX, problem_.gapY))
                least = cost, best = rect;
        };
        offer(wish.x, wish.y);
        // Right of the rightmost it is always free.
        for (const Rect& other : settled_) {
            offer(other.right() + problem_.gapX, wish.y);
            offer(other.x - problem_.gapX - wish.width, wish.y);
            offer(wish.x, other.bottom() + problem_.gapY);
            offer(wish.x, other.y - problem_.gapY - wish.height);
        }
        return best;
    }

    const HandPlacement& problem_;
    std::vector<Rect> settled_;
};

} // namespace

std::vector<Rect> placeByHand(HandPlacement problem) {
    std::vector<Rect>& rects = problem.rects;
    std::vector<std::size_t> order(rects.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool byHandA = problem.places[a] != nullptr, byHandB = problem.places[b] != nullptr;
        return byHandA != byHandB ? byHandA : *problem.keys[a] < *problem.keys[b];
    });
    Settlement settlement(problem);
    std::vector<std::size_t> inTheWay;
    for (const std::size_t i : order) {
        if (const Point* place = problem.places[i]) {
            const Rect wish{std::round(place->x - rects[i].width / 2),
                            std::round(place->y - rects[i].height / 2), rects[i].width, rects[i].height};
            rects[i] = settlement.settle(wish, true);
        }
    }
    // What is not in the way stays, before anything moves beside it.
    const auto byHand = std::count_if(problem.places.begin(), problem.places.end(),
                                      [](const Point* place) { return place != nullptr; });
    std::vector<std::size_t> stays;
    for (auto i = order.begin() + byHand; i != order.end(); ++i)
        (settlement.free(rects[*i], problem.gapX / 2, problem.gapY / 2) ? stays : inTheWay).push_back(*i);
    for (const std::size_t i : stays)
        rects[i] = settlement.settle(rects[i], true);
    for (const std::size_t i : inTheWay)
        rects[i] = settlement.settle(rects[i], false);
    return problem.rects;
}

} // namespace espalier::graph
