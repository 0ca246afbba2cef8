// The map while one goes through the past.
#include "ui/map/map_view.h"

namespace espalier::ui {

void MapView::enterPast(LineGraphPtr line, std::uint32_t revision) {
    if (past_ == line)
        return showRevision(revision);
    if (!past_)
        before_ = scene();
    past_ = std::move(line);
    revision_ = revision;
    rebuild();
}

void MapView::leavePast(bool back) {
    if (!past_)
        return;
    past_ = nullptr;
    kept_ = back ? nullptr : ScenePtr(playback_.whole());
    const ScenePtr before = std::exchange(before_, nullptr);
    const graph::SnapshotPtr& shown = joined_ ? joined_->snapshot : snapshot_;
    if (!back || !before || before->view != selection_->view() || before->snapshot != shown)
        return rebuild();
    ++job_;
    building_.cancel();
    adopt(before);
}

void MapView::rebuildPast() {
    building_.start(
        [line = past_, view = selection_->view(), previous = layoutBefore(), job = job_,
         before = playback_.whole()] { return buildWholeScene(line, view, previous, job, before); },
        [this](const ScenePtr& scene) { play(std::dynamic_pointer_cast<const WholeScene>(scene)); });
}

// A moment has no layout of its own.
ScenePtr MapView::layoutBefore() const {
    return playback_.whole() ? playback_.whole() : frame_.scene();
}

void MapView::play(WholeScenePtr whole) {
    playback_.setAnimated(animated_);
    playback_.start(std::move(whole), revision_);
    adopt(playback_.moment());
    emit pastShown();
}

// What is on its way arrives first.
void MapView::showRevision(std::uint32_t revision) {
    revision_ = revision;
    if (!past_ || !playback_.whole() || frame_.gliding())
        return;
    playback_.moveTo(revision, pastClock_.elapsed());
    showMoment();
}

void MapView::showMoment() {
    const ScenePtr before = scene();
    const ScenePtr moment = playback_.moment();
    keepInHand(*moment);
    const int pointedAt = emphasis_.hoverBox < 0 ? -1 : moment->boxByKey(before->key(emphasis_.hoverBox));
    frame_.show(moment);
    emphasis_ = {};
    matched_.clear();
    updateEmphasis();
    emphasis_.hoverBox = pointedAt;
    findMarks();
    playing_.start();
    showFades();
}

void MapView::showFades() {
    const qint64 now = pastClock_.elapsed();
    if (!playback_.whole() || !playback_.fading(now))
        fadeTimer_.stop();
    else if (!fadeTimer_.isActive())
        fadeTimer_.start();
    if (playback_.whole() && !frame_.gliding()) {
        Fades fades = playback_.fades(now);
        frame_.setShares(std::move(fades.boxes), std::move(fades.lines));
    }
    update();
}

} // namespace espalier::ui
