// A laid-out drawing with what the map needs to find its way in it. Immutable; built off the GUI thread.
#pragma once

#include "graph/drawing/drawing.h"

#include <QtGlobal>

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
    graph::LayoutInput input; // the layout problem that `drawing` answers
    quint64 job = 0;
    bool hasOwnPlaces = false; // the drawing says where its boxes lie: nobody moves them
    bool samePlaces = false;                            // everything lies where it lay in the scene before
    std::unordered_map<std::uint32_t, int> boxOfModule; // by ModuleId::value

    // The stable name of a box, the same from scene to scene.
    [[nodiscard]] const std::string& key(int box) const {
        return input.boxes[static_cast<std::size_t>(box)].key;
    }
    [[nodiscard]] const graph::Box& box(int i) const { return drawing.boxes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int boxByKey(const std::string& key) const; // -1: none
    // The box of a module, or else of the innermost package around it that is drawn; -1: none.
    [[nodiscard]] int boxShowing(graph::ModuleId module) const;
    // A package that is open has a box around it and one for its own code; this finds the lines of either.
    [[nodiscard]] int lineBetween(graph::ModuleId from, graph::ModuleId to) const;
    [[nodiscard]] bool canFold(int i) const {
        return box(i).module.valid() && (box(i).container || box(i).expandable);
    }
    // By hand to another place.
    [[nodiscard]] bool canMove(int i) const {
        return !hasOwnPlaces && view.arrangement == graph::Arrangement::Layered && i >= 0;
    }
    [[nodiscard]] int lineBetween(int from, int to) const;      // -1: none
    [[nodiscard]] bool boxWithin(int box, int container) const; // itself, too
    [[nodiscard]] std::string nameOf(int box) const;            // of its module; empty: an omitted rest
};
using ScenePtr = std::shared_ptr<const Scene>;

// Draws `view` with the layered layout of graph/layout, seeded by where things were in `previous` (may be
// null).
[[nodiscard]] ScenePtr buildScene(const graph::SnapshotPtr& snapshot, const graph::ViewSpec& view,
                                  const ScenePtr& previous, quint64 job);
// Fills in a scene from a drawing that has its places.
void takeDrawing(Scene& scene, graph::Drawing drawing);
// The same boxes and lines at the same places.
[[nodiscard]] bool isSamePicture(const Scene& scene, const ScenePtr& previous);
// The same scene with another answer to its layout problem; null if the answer does not fit the problem.
[[nodiscard]] ScenePtr withLayout(const ScenePtr& scene, const graph::LayoutResult& layout);

} // namespace espalier::ui
