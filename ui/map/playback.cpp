#include "ui/map/playback.h"

#include "graph/history/whole_line.h"

#include <algorithm>
#include <utility>

namespace espalier::ui {

LineGraphPtr makeLineGraph(std::shared_ptr<const graph::EdgeTimeline> timeline,
                           const graph::Snapshot& present) {
    auto line = std::make_shared<LineGraph>();
    line->whole = graph::wholeLine(*timeline, present);
    line->timeline = std::move(timeline);
    return line;
}

ScenePtr buildWholeScene(const LineGraphPtr& line, const graph::ViewSpec& view, const ScenePtr& previous,
                         quint64 job, const WholeScenePtr& before) {
    auto scene = std::make_shared<WholeScene>();
    scene->snapshot = line->whole;
    scene->view = view;
    scene->job = job;
    scene->ofPast = true;
    scene->line = line;
    const std::atomic<bool> goOn = false;
    scene->tangles = before && before->line == line && before->view.filter == view.filter
                         ? before->tangles
                         : std::make_shared<const std::vector<graph::TangleChange>>(
                               graph::tangleChanges(*line->timeline, view.filter, goOn));
    const graph::DiffMarks marks = graph::marksOfWholeLine(*line->timeline, *scene->tangles);
    graph::DrawnView drawn = graph::drawView(*line->whole, view, &marks);
    scene->replay =
        std::make_shared<graph::Replay>(*line->timeline, *scene->tangles, *line->whole, view, drawn);
    scene->drawing = std::move(drawn.drawing);
    scene->folded = std::move(drawn.folded);
    scene->drawing.legend = graph::legendOfMoments(scene->drawing);
    placeDrawing(*scene, previous);
    return scene;
}

void Playback::start(WholeScenePtr whole, std::uint32_t revision) {
    whole_ = std::move(whole);
    boxes_.assign(whole_->drawing.boxes.size(), {});
    lines_.assign(whole_->drawing.lines.size(), {});
    lastChange_ = -kMarkedMs;
    whole_->replay->moveTo(std::min(revision, whole_->line->timeline->revisions - 1));
}

void Playback::moveTo(std::uint32_t revision, qint64 nowMs) {
    graph::Replay& replay = *whole_->replay;
    std::vector<bool> boxes(boxes_.size()), lines(lines_.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i] = replay.hasBox(i);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i] = replay.hasLine(i);
    replay.moveTo(std::min(revision, whole_->line->timeline->revisions - 1));
    const auto update = [&](Mark& mark, bool was, bool is) {
        if (was != is)
            mark = {is ? graph::DiffMark::Added : graph::DiffMark::Removed, nowMs};
        else if (nowMs - mark.since >= kMarkedMs)
            mark = {};
        if (was != is)
            lastChange_ = nowMs;
    };
    for (std::size_t i = 0; i < boxes.size(); ++i)
        update(boxes_[i], boxes[i], replay.hasBox(i));
    for (std::size_t i = 0; i < lines.size(); ++i)
        update(lines_[i], lines[i], replay.hasLine(i));
}

ScenePtr Playback::moment() {
    graph::RecentChanges recent;
    for (const Mark& mark : boxes_)
        recent.boxes.push_back(mark.change);
    for (const Mark& mark : lines_)
        recent.lines.push_back(mark.change);
    graph::Moment moment = graph::momentOf(whole_->drawing, *whole_->replay, recent);
    auto scene = std::make_shared<Scene>();
    scene->snapshot = whole_->snapshot;
    scene->view = whole_->view;
    scene->job = whole_->job;
    scene->ofPast = true;
    scene->drawing = std::move(moment.drawing);
    for (const int line : moment.lines) {
        scene->lineBounds.push_back(whole_->lineBounds[static_cast<std::size_t>(line)]);
        scene->countPlaces.push_back(whole_->countPlaces[static_cast<std::size_t>(line)]);
    }
    numberModules(*scene);
    momentBoxes_ = std::move(moment.boxes);
    momentLines_ = std::move(moment.lines);
    return scene;
}

// What comes fades in; what goes is to be seen, marked, for a while: the eye needs time.
float Playback::shareOf(const Mark& mark, qint64 nowMs) const {
    constexpr float kFirst = 0.25F;
    const auto age = static_cast<float>(std::clamp<qint64>(nowMs - mark.since, 0, kMarkedMs));
    if (!animated_ || mark.change == graph::DiffMark::None)
        return 1;
    return mark.change == graph::DiffMark::Added ? std::min(1.0F, kFirst + age / kFadeMs) : 1;
}

Fades Playback::fades(qint64 nowMs) const {
    if (!fading(nowMs))
        return {};
    Fades out;
    for (const int box : momentBoxes_)
        out.boxes.push_back(shareOf(boxes_[static_cast<std::size_t>(box)], nowMs));
    for (const int line : momentLines_)
        out.lines.push_back(shareOf(lines_[static_cast<std::size_t>(line)], nowMs));
    return out;
}

bool Playback::fading(qint64 nowMs) const {
    return animated_ && nowMs - lastChange_ < kFadeMs;
}

} // namespace espalier::ui
