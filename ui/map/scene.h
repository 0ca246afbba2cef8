// A laid-out drawing with what the map needs to find its way in it. Immutable; built off the GUI thread.
#pragma once

#include "graph/drawing/drawing.h"

#include <QRectF>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace espalier::ui {

struct Scene {
    Scene() = default;
    Scene(const Scene&) = default;
    Scene& operator=(const Scene&) = default;
    virtual ~Scene() = default; // views may add what they have to say

    graph::SnapshotPtr snapshot;
    graph::ViewSpec view;
    graph::Drawing drawing;
    graph::LayoutInput input; // the layout problem that `drawing` answers; an overview has none
    quint64 job = 0;
    bool hasOwnPlaces = false; // the drawing says where its boxes lie: nobody moves them
    bool samePlaces = false;   // everything lies where it lay in the scene before
    bool keepsPlaces = false;  // everything lies where buildScene() was told to keep it
    graph::FoldedNames folded; // if it is `ofPast`: what has no box of its own
    bool ofPast = false;       // its lines count imports between modules, not statements, which are not known
    std::unordered_map<std::uint32_t, int> boxOfModule; // by ModuleId::value
    std::vector<QRectF> lineBounds;                     // what each line of the drawing lies in
    std::vector<QRectF> countPlaces;                    // of placeLineCounts(); none in an overview

    // The stable name of a box, the same from scene to scene.
    [[nodiscard]] const std::string& key(int i) const { return box(i).key; }
    [[nodiscard]] bool isOverview() const { return drawing.arrangement == graph::Arrangement::Overview; }
    [[nodiscard]] const graph::Box& box(int i) const { return drawing.boxes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int boxByKey(const std::string& key) const; // -1: none
    // The box of a module, or else of the innermost package around it that is drawn; -1: none.
    [[nodiscard]] int boxShowing(graph::ModuleId module) const;
    // A package that is open has a box around it and one for its own code; this finds the lines of either.
    [[nodiscard]] int lineBetween(graph::ModuleId from, graph::ModuleId to) const;
    [[nodiscard]] bool canFold(int i) const {
        return box(i).module.valid() && (box(i).container || box(i).expandable);
    }
    // The overview draws an import as a part of several lines, one for each distance; this tells those that
    // between them hold each import once.
    [[nodiscard]] bool isFinest(const graph::Line& line) const {
        return !isOverview() || (!box(line.from).container && !box(line.to).container);
    }
    // By hand to another place.
    [[nodiscard]] bool canMove(int i) const {
        return !hasOwnPlaces && view.arrangement == graph::Arrangement::Layered && i >= 0;
    }
    [[nodiscard]] int lineBetween(int from, int to) const;      // -1: none
    [[nodiscard]] bool boxWithin(int box, int container) const; // itself, too
    [[nodiscard]] std::string nameOf(int box) const;            // of its module; empty: an omitted rest
};
// What a curve lies in; never flat, because QRectF takes what has no width for nothing.
[[nodiscard]] QRectF around(const std::vector<graph::Point>& points);
using ScenePtr = std::shared_ptr<const Scene>;

// Draws `view` with the layered layout of graph/layout, seeded by where things were in `previous` (may be
// null). `changes` as makeDrawing() takes them. If all boxes are in `kept` (may be null) as well, they and
// their lines lie where they lie there.
[[nodiscard]] ScenePtr buildScene(const graph::SnapshotPtr& snapshot, const graph::ViewSpec& view,
                                  const ScenePtr& previous, quint64 job,
                                  const graph::DiffMarks* changes = nullptr, const ScenePtr& kept = nullptr);
// Lays out a scene whose drawing has sizes only, as buildScene() does.
void placeDrawing(Scene& scene, const ScenePtr& previous);
// Fills in boxOfModule.
void numberModules(Scene& scene);
// Fills in a scene from a drawing that has its places.
void takeDrawing(Scene& scene, graph::Drawing drawing);
// The same boxes and lines at the same places.
[[nodiscard]] bool isSamePicture(const Scene& scene, const ScenePtr& previous);
// The same scene with another answer to its layout problem; null if the answer does not fit the problem.
[[nodiscard]] ScenePtr withLayout(const ScenePtr& scene, const graph::LayoutResult& layout);

} // namespace espalier::ui
