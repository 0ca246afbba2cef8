// The map of a whole line of commits, of which one revision is shown at a time: drawn and laid out once, so
// that nothing moves while one goes through the past.
#pragma once

#include "graph/history/moment.h"
#include "ui/map/scene.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace espalier::ui {

// All that ever was on a line. Immutable.
struct LineGraph {
    std::shared_ptr<const graph::EdgeTimeline> timeline;
    graph::SnapshotPtr whole; // as graph::wholeLine() makes it
};
using LineGraphPtr = std::shared_ptr<const LineGraph>;
// `present`: the state of the project that says what no revision tells. Takes a tenth of a second; not for
// the GUI thread.
[[nodiscard]] LineGraphPtr makeLineGraph(std::shared_ptr<const graph::EdgeTimeline> timeline,
                                         const graph::Snapshot& present);

// The picture of all that a view ever showed.
struct WholeScene : Scene {
    LineGraphPtr line;
    std::shared_ptr<const std::vector<graph::TangleChange>> tangles; // by the view's filter
    std::shared_ptr<graph::Replay> replay; // for who plays this scene, on the GUI thread
};
using WholeScenePtr = std::shared_ptr<const WholeScene>;
// As buildScene(), for a layered view. `before`, if not null, is one of the same line whose tangles serve
// again where the filter is the same. Not for the GUI thread: takes half a second in a large project.
[[nodiscard]] ScenePtr buildWholeScene(const LineGraphPtr& line, const graph::ViewSpec& view,
                                       const ScenePtr& previous, quint64 job, const WholeScenePtr& before);

// How much is to be seen of boxes and lines that come or go, 0 … 1; empty: all of everything.
struct Fades {
    std::vector<float> boxes, lines;
};

// GUI thread only. Times are milliseconds of any clock that does not go back.
class Playback {
public:
    // What comes and goes is marked for this long while one moves on, and until then where one rests.
    static constexpr qint64 kMarkedMs = 900, kFadeMs = 220;

    void setAnimated(bool on) { animated_ = on; } // or marks come and go at once
    // Shows a scene at a revision, without marks.
    void start(WholeScenePtr whole, std::uint32_t revision);
    void stop() { whole_ = nullptr; }
    // Null: nothing is played.
    [[nodiscard]] const WholeScenePtr& whole() const { return whole_; }
    [[nodiscard]] std::uint32_t revision() const { return whole_->replay->revision(); }

    void moveTo(std::uint32_t revision, qint64 nowMs); // of the line; the last one if it is beyond
    // What is there now, at the places of whole(), with what has come and gone a moment ago.
    [[nodiscard]] ScenePtr moment();
    // Of the last moment(). Something fades only while fading().
    [[nodiscard]] Fades fades(qint64 nowMs) const;
    [[nodiscard]] bool fading(qint64 nowMs) const;

private:
    struct Mark {
        graph::DiffMark change = graph::DiffMark::None;
        qint64 since = 0;
    };
    [[nodiscard]] float shareOf(const Mark& mark, qint64 nowMs) const;

    WholeScenePtr whole_;
    bool animated_ = true;
    std::vector<Mark> boxes_, lines_;            // of whole()
    std::vector<int> momentBoxes_, momentLines_; // of whole(), by those of the last moment
    qint64 lastChange_ = -kMarkedMs;
};

} // namespace espalier::ui
