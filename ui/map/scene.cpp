#include "ui/map/scene.h"

#include "ui/map/line_counts.h"

#include <algorithm>
#include <optional>

namespace espalier::ui {

int Scene::boxByKey(const std::string& wanted) const {
    const auto found = std::ranges::find(drawing.boxes, wanted, &graph::Box::key);
    return found == drawing.boxes.end() ? -1 : static_cast<int>(found - drawing.boxes.begin());
}

int Scene::boxShowing(graph::ModuleId module) const {
    for (; module.valid(); module = (*snapshot)[module].parent)
        if (const auto found = boxOfModule.find(module.value); found != boxOfModule.end())
            return found->second;
    return -1;
}

int Scene::lineBetween(int from, int to) const {
    const auto found = std::ranges::find_if(
        drawing.lines, [&](const graph::Line& line) { return line.from == from && line.to == to; });
    return found == drawing.lines.end() ? -1 : static_cast<int>(found - drawing.lines.begin());
}

int Scene::lineBetween(graph::ModuleId from, graph::ModuleId to) const {
    const auto found = std::ranges::find_if(drawing.lines, [&](const graph::Line& line) {
        return box(line.from).module == from && box(line.to).module == to;
    });
    return found == drawing.lines.end() ? -1 : static_cast<int>(found - drawing.lines.begin());
}

bool Scene::boxWithin(int inner, int container) const {
    while (inner >= 0 && inner != container)
        inner = box(inner).parent;
    return inner == container;
}

std::string Scene::nameOf(int i) const {
    return i >= 0 && box(i).module.valid() ? (*snapshot)[box(i).module].name : std::string();
}

QRectF around(const std::vector<graph::Point>& points) {
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points, {}, &graph::Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &graph::Point::y);
    constexpr double kLeast = 0.5;
    return {left.x - kLeast, top.y - kLeast, right.x - left.x + 2 * kLeast, bottom.y - top.y + 2 * kLeast};
}

namespace {

// By key, so that seeds work across snapshots, whose ids differ.
std::vector<std::pair<std::string, graph::Point>> seedsFrom(const Scene& previous) {
    std::vector<std::pair<std::string, graph::Point>> seeds;
    for (std::size_t i = 0; i < previous.input.boxes.size(); ++i)
        seeds.emplace_back(previous.input.boxes[i].key, previous.drawing.boxes[i].rect.centre());
    std::ranges::sort(seeds, {}, &std::pair<std::string, graph::Point>::first);
    return seeds;
}

// The same boxes and lines: a new index that changed nothing of what is shown must not move it.
bool sameProblem(const graph::LayoutInput& a, const graph::LayoutInput& b) {
    return a.boxes == b.boxes &&
           std::ranges::equal(a.lines, b.lines, [](const graph::LayoutLine& x, const graph::LayoutLine& y) {
               return x.from == y.from && x.to == y.to;
           });
}

void takeLayout(const graph::Drawing& from, graph::Drawing& to) {
    for (std::size_t i = 0; i < to.boxes.size(); ++i)
        to.boxes[i].rect = from.boxes[i].rect;
    for (std::size_t i = 0; i < to.lines.size(); ++i)
        to.lines[i].points = from.lines[i].points;
    to.size = from.size;
}

bool sameRects(const graph::Drawing& a, const graph::Drawing& b) {
    return a.arrangement == b.arrangement &&
           std::ranges::equal(a.boxes, b.boxes, [](const graph::Box& x, const graph::Box& y) {
               return x.key == y.key && x.rect == y.rect;
           });
}

graph::LayoutResult withOtherLines(const graph::LayoutInput& input, const graph::Drawing& drawing) {
    std::vector<graph::Rect> rects;
    for (const graph::Box& box : drawing.boxes)
        rects.push_back(box.rect);
    return graph::layoutLines(input, rects);
}

// Near where things were before, if there is a before.
void layOut(Scene& scene, const Scene* previous) {
    scene.input = graph::layoutInput(scene.drawing);
    if (previous != nullptr)
        scene.input.seeds = seedsFrom(*previous);
    const bool same = previous != nullptr && sameProblem(previous->input, scene.input);
    if (!same)
        graph::applyLayout(scene.drawing, graph::layoutNested(scene.input, graph::layeredLayout));
    else if (previous->input.bundled == scene.input.bundled)
        takeLayout(previous->drawing, scene.drawing);
    else
        graph::applyLayout(scene.drawing, withOtherLines(scene.input, previous->drawing));
    scene.samePlaces = same && sameRects(previous->drawing, scene.drawing);
}

// False if a box is not in `kept`, or not in the same one. A package that is open there, but has nothing to
// show here, is a small box in its corner.
bool keepPlaces(Scene& scene, const Scene& kept) {
    std::vector<int> there;
    for (graph::Box& box : scene.drawing.boxes) {
        const int found = kept.boxByKey(box.key);
        if (found < 0 || (box.container && !kept.box(found).container) ||
            kept.box(found).parent != (box.parent < 0 ? -1 : there[static_cast<std::size_t>(box.parent)]))
            return false;
        there.push_back(found);
        const graph::Rect& rect = kept.box(found).rect;
        if (box.container == kept.box(found).container)
            box.rect = rect;
        else
            box.rect = {rect.x, rect.y, std::min(box.rect.width, rect.width),
                        std::min(box.rect.height, rect.height)};
    }
    scene.input = graph::layoutInput(scene.drawing);
    std::optional<graph::LayoutResult> drawnAnew;
    for (std::size_t i = 0; i < scene.drawing.lines.size(); ++i) {
        graph::Line& line = scene.drawing.lines[i];
        const auto from = static_cast<std::size_t>(line.from), to = static_cast<std::size_t>(line.to);
        const int known = kept.lineBetween(there[from], there[to]);
        if (known >= 0 && scene.drawing.boxes[from].container == kept.box(there[from]).container &&
            scene.drawing.boxes[to].container == kept.box(there[to]).container) {
            line.points = kept.drawing.lines[static_cast<std::size_t>(known)].points;
            continue;
        }
        if (!drawnAnew)
            drawnAnew = withOtherLines(scene.input, scene.drawing);
        line.points = drawnAnew->lines[i];
    }
    scene.drawing.size = kept.drawing.size;
    return scene.keepsPlaces = true;
}

void describeLines(Scene& scene) {
    scene.lineBounds.clear();
    for (const graph::Line& line : scene.drawing.lines)
        scene.lineBounds.push_back(around(line.points));
    if (!scene.isOverview())
        scene.countPlaces = placeLineCounts(scene.drawing);
}

} // namespace

ScenePtr buildScene(const graph::SnapshotPtr& snapshot, const graph::ViewSpec& view, const ScenePtr& previous,
                    quint64 job, const graph::DiffMarks* changes, const ScenePtr& kept) {
    auto scene = std::make_shared<Scene>();
    scene->snapshot = snapshot;
    scene->view = view;
    scene->job = job;
    const bool keeps = kept && !kept->isOverview() && view.arrangement == graph::Arrangement::Layered;
    if (keeps) {
        scene->drawing = graph::makeDrawing(*snapshot, view, changes, kept->ofPast ? &kept->folded : nullptr);
        if (keepPlaces(*scene, *kept)) {
            scene->samePlaces = previous && sameRects(previous->drawing, scene->drawing);
            describeLines(*scene);
            numberModules(*scene);
            return scene;
        }
    }
    scene->drawing = graph::makeDrawing(*snapshot, view, changes);
    if (scene->isOverview()) {
        scene->samePlaces = previous && sameRects(previous->drawing, scene->drawing);
        describeLines(*scene);
        numberModules(*scene);
    } else {
        placeDrawing(*scene, previous);
    }
    return scene;
}

void placeDrawing(Scene& scene, const ScenePtr& previous) {
    layOut(scene, previous && !previous->isOverview() ? previous.get() : nullptr);
    describeLines(scene);
    numberModules(scene);
}

void numberModules(Scene& scene) {
    for (std::size_t i = 0; i < scene.drawing.boxes.size(); ++i)
        if (scene.drawing.boxes[i].module.valid())
            scene.boxOfModule.emplace(scene.drawing.boxes[i].module.value, static_cast<int>(i));
}

void takeDrawing(Scene& scene, graph::Drawing drawing) {
    scene.drawing = std::move(drawing);
    scene.hasOwnPlaces = true;
    scene.input = graph::layoutInput(scene.drawing);
    describeLines(scene);
    numberModules(scene);
}

bool isSamePicture(const Scene& scene, const ScenePtr& previous) {
    return previous && sameProblem(previous->input, scene.input) &&
           std::ranges::equal(previous->drawing.boxes, scene.drawing.boxes, {}, &graph::Box::rect,
                              &graph::Box::rect);
}

ScenePtr withLayout(const ScenePtr& scene, const graph::LayoutResult& layout) {
    if (scene->isOverview() || layout.boxes.size() != scene->drawing.boxes.size() ||
        layout.lines.size() != scene->drawing.lines.size())
        return nullptr;
    auto better = std::make_shared<Scene>(*scene);
    better->samePlaces = false;
    graph::applyLayout(better->drawing, layout);
    describeLines(*better);
    return better;
}

} // namespace espalier::ui
