// Drives the real map as a person would, on a part of a real project, and prints what they would feel: when
// the first picture is there, how long the window is busy with each frame, when a picture is sharp after
// zooming.
//
//   canvas_bench ROOT STORE FILES map|overview
//   canvas_bench ROOT STORE 0 past
//
// takes the first FILES files of an indexed project (0: all) and prints one line. tests/bench/canvas.sh runs
// it. `past` plays the commits whose past the store's archive has (espalier history) as fast as they can be
// drawn, and prints how long that takes.
#include "app/project/commit.h"
#include "app/project/open.h"
#include "app/project/past.h"
#include "app/project/past_line.h"
#include "graph/model/build.h"
#include "ui/map/map_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <numbers>
#include <sys/resource.h>

using namespace espalier;

namespace {

constexpr QSize kWindow(1600, 1000);

// What the window's thread has worked until now. Other programs of a shared machine do not count.
double workedMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

// Sums up how long the window's thread is busy, whatever with, until it has painted the next frame.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_++ == 0)
            startMs_ = workedMs();
        const bool done = QApplication::notify(receiver, event);
        if (--depth_ == 0)
            busyMs_ += workedMs() - startMs_;
        if (depth_ == 0 && painted_) {
            frames_.push_back(std::exchange(busyMs_, 0));
            painted_ = false;
        }
        return done;
    }
    void painted() { painted_ = true; }
    std::vector<double> takeFrames() {
        busyMs_ = 0;
        return std::exchange(frames_, {});
    }

private:
    int depth_ = 0;
    bool painted_ = false;
    double busyMs_ = 0, startMs_ = 0;
    std::vector<double> frames_;
};

class TimedMap : public ui::MapView {
public:
    TimedMap(TimedApplication& application, ui::Selection* selection)
        : ui::MapView(selection)
        , application_(application) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        ui::MapView::paintEvent(event);
        application_.painted();
    }

private:
    TimedApplication& application_;
};

double megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double share(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values.empty() ? 0
                          : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double sinceMs(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double waitUntilSharp(const ui::MapView& map) {
    constexpr qint64 kGiveUpMs = 20000;
    QElapsedTimer timer;
    timer.start();
    while ((map.busy() || !map.sharp()) && timer.elapsed() < kGiveUpMs)
        QTest::qWait(1);
    return sinceMs(timer);
}

void wheel(ui::MapView& map, QPointF at, QPoint angle, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QWheelEvent event(at, map.mapToGlobal(at), {}, angle, Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map, &event);
    QTest::qWait(2);
}

void hover(ui::MapView& map, QPointF at) {
    QMouseEvent event(QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&map, &event);
    QTest::qWait(2);
}

// Into the picture and out of it, with panning and pointing on the way. Gives the longest wait for a sharp
// one.
double walkAbout(ui::MapView& map) {
    const QPointF centre(kWindow.width() / 2.0, kWindow.height() / 2.0);
    const auto around = [&](int i) {
        const double turn = 2 * std::numbers::pi * i / 60;
        return centre + QPointF(420 * std::cos(turn), 300 * std::sin(turn));
    };
    double sharpMs = 0;
    for (const int steps : {0, 24, 24}) {
        for (int i = 0; i < steps; ++i)
            wheel(map, around(i), {0, 60}, Qt::ControlModifier);
        sharpMs = std::max(sharpMs, waitUntilSharp(map));
        for (int i = 0; i < 90; ++i)
            wheel(map, centre, {i < 45 ? 50 : -50, i % 30 < 15 ? 40 : -40});
        for (int i = 0; i < 60; ++i)
            hover(map, around(i));
    }
    for (int i = 0; i < 48; ++i)
        wheel(map, around(i), {0, -60}, Qt::ControlModifier);
    return std::max(sharpMs, waitUntilSharp(map));
}

void selectSome(ui::MapView& map, ui::Selection& selection) {
    map.fit();
    waitUntilSharp(map);
    const int count = static_cast<int>(map.scene()->drawing.boxes.size());
    for (int i = 0; i < count; i += std::max(1, count / 6)) {
        selection.setSelected({map.scene()->nameOf(i), {}, false});
        QTest::qWait(50);
    }
}

// Opens packages in place, each with its glide.
void expandSome(ui::MapView& map, ui::Selection& selection) {
    for (int round = 0; round < 3; ++round) {
        const auto& boxes = map.scene()->drawing.boxes;
        const auto closed = std::ranges::find_if(boxes, [](const graph::Box& b) { return b.expandable; });
        if (closed == boxes.end())
            return;
        selection.setSelected({map.scene()->nameOf(static_cast<int>(closed - boxes.begin())), {}, false});
        map.expandSelected();
        QTest::qWait(2 * ui::MapView::kGlideMs);
        waitUntilSharp(map);
    }
}

// Every change of the landing view, and of one as full as may be, a frame each.
int playPast(TimedApplication& application, TimedMap& map, ui::Selection& selection,
             const project::Location& location, const graph::Snapshot& present) {
    auto known = project::readPastLine(location);
    if (!known || known->timeline.revisions.empty()) {
        std::fprintf(stderr, "the past has not been read: espalier history\n");
        return 1;
    }
    const std::atomic<bool> goOn = false;
    QElapsedTimer timer;
    timer.start();
    const auto line =
        project::Line::known(location, std::move(known->timeline), project::configOf(location), goOn);
    auto edges = line ? line->edges({}, goOn, 1) : line.error();
    if (!edges)
        return 1;
    const double readMs = sinceMs(timer);
    timer.start();
    const ui::LineGraphPtr whole =
        ui::makeLineGraph(std::make_shared<const graph::EdgeTimeline>(std::move(*edges)), present);
    const double joinedMs = sinceMs(timer);
    std::printf("%u commits, %zu modules, %zu edges: read in %.0f ms, one graph in %.0f\n",
                whole->timeline->revisions, whole->timeline->modules.size(), whole->timeline->edges.size(),
                readMs, joinedMs);
    for (const bool full : {false, true}) {
        const ui::WholeScenePtr before = map.playedScene();
        graph::ViewSpec view = selection.view();
        for (const graph::Box& box : map.scene()->drawing.boxes)
            if (full && box.expandable)
                view.open.insert(box.key);
        timer.start();
        selection.setView(view);
        map.enterPast(whole, 0);
        while (map.busy() || map.playedScene() == before)
            QTest::qWait(1);
        const double drawnMs = sinceMs(timer);
        QTest::qWait(2 * ui::MapView::kGlideMs);
        const ui::WholeScenePtr played = map.playedScene();
        application.takeFrames();
        timer.start();
        for (const std::uint32_t revision : played->replay->changes()) {
            QMetaObject::invokeMethod(
                &map, [&map, revision] { map.showRevision(revision); }, Qt::QueuedConnection);
            QCoreApplication::processEvents(); // the call
            QCoreApplication::processEvents(); // and what it asks for
        }
        const double playedMs = sinceMs(timer);
        const std::vector<double> frames = application.takeFrames();
        std::printf("%zu boxes, %zu lines: drawn in %.0f ms; %zu frames, %.0f a second; %.1f %.1f %.1f\n",
                    played->drawing.boxes.size(), played->drawing.lines.size(), drawnMs, frames.size(),
                    1e3 * static_cast<double>(frames.size()) / playedMs, share(frames, 0.5),
                    share(frames, 0.95), share(frames, 1));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    TimedApplication application(argc, argv);
    if (argc < 5)
        return 2;
    const auto whole = project::openSnapshot({argv[1], argv[2]}, false);
    if (!whole)
        return 1;
    const bool overview = std::string_view(argv[4]) == "overview";
    graph::SnapshotPtr snapshot = *whole;
    if (const auto files = static_cast<std::size_t>(std::atoi(argv[3])); files > 0) {
        facts::ProjectFacts part = snapshot->project;
        part.files.resize(std::min(part.files.size(), files));
        snapshot = graph::buildSnapshot(std::move(part), {});
    }
    graph::ViewSpec view = graph::landingView(*snapshot);
    if (overview)
        view.arrangement = graph::Arrangement::Overview;
    const double loadedMb = megabytes();
    QElapsedTimer timer;
    timer.start();
    const ui::ScenePtr scene = ui::buildScene(snapshot, view, nullptr, 1);
    const double layoutMs = sinceMs(timer);

    ui::Selection selection;
    TimedMap map(application, &selection);
    map.resize(kWindow);
    map.show();
    if (!QTest::qWaitForWindowExposed(&map))
        return 1;
    timer.start();
    selection.setView(view);
    map.setSnapshot(snapshot);
    waitUntilSharp(map);
    const double firstMs = sinceMs(timer);
    if (std::string_view(argv[4]) == "past")
        return playPast(application, map, selection, {argv[1], argv[2]}, *snapshot);
    application.takeFrames();
    const double sharpMs = walkAbout(map);
    const std::vector<double> walked = application.takeFrames();
    selectSome(map, selection);
    const std::vector<double> chosen = application.takeFrames();
    if (!overview)
        expandSome(map, selection);
    const std::vector<double> opened = application.takeFrames();
    std::printf(
        "%7zu %7zu %-9s %6zu %7zu %8.0f %8.0f %6.1f %6.1f %6.1f %6.1f %6.1f %6.1f %6.1f %8.0f %6.0f %6.0f\n",
        snapshot->modules.size(), snapshot->edges.size(), argv[4], scene->drawing.boxes.size(),
        scene->drawing.lines.size(), layoutMs, firstMs, share(walked, 0.5), share(walked, 0.95),
        share(walked, 1), share(chosen, 0.95), share(chosen, 1), share(opened, 0.95), share(opened, 1),
        sharpMs, megabytes(), megabytes() - loadedMb);
    return 0;
}
