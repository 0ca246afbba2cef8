// The views of the centre beside the map, and which of all is in front.
#pragma once

#include "ui/selection.h"

#include <QAction>
#include <QObject>
#include <QSplitter>
#include <QTabWidget>

#include <array>

namespace espalier::ui {

struct CycleMarks;
class FocusView;
class MapView;
class MatrixView;
class PathView;

// Adds a tab for each view, and keeps the tab in front and ViewState::kind in step. Other tabs may follow;
// while one of them is in front, the kind stays.
class Views : public QObject {
    Q_OBJECT
public:
    Views(Selection* selection, MapView* map, QTabWidget* tabs);

    void setSnapshot(const graph::SnapshotPtr& snapshot);

    [[nodiscard]] MapView& map() const { return *map_; }
    [[nodiscard]] MatrixView& matrix() const { return *matrix_; }
    // Beside the map, where ViewState::beside is set.
    [[nodiscard]] MatrixView& besideMap() const { return *beside_; }
    [[nodiscard]] FocusView& focus() const { return *focus_; }
    [[nodiscard]] PathView& path() const { return *path_; }
    // What can be zoomed and exported as a picture: that of the view in front, or else the map.
    [[nodiscard]] MapView& picture() const;
    // The edges behind a line between two modules as the view in front draws it; empty if it does not.
    [[nodiscard]] std::vector<graph::EdgeId> edgesBetween(graph::ModuleId from, graph::ModuleId to) const;

    // For menus: bring a view to the front; do something with what is selected.
    [[nodiscard]] QList<QAction*> shows() const { return {show_.begin(), show_.end()}; }
    [[nodiscard]] QList<QAction*> forSelected() const { return {focusHere_, startHere_, endHere_}; }
    // Of the view in front.
    void zoomBy(double factor);
    void setMarks(const CycleMarks& marks);
    // The tab of a view.
    [[nodiscard]] QWidget* tab(ViewKind kind) const;
    // From a tab that is no view back to the last one that is.
    void bringBack();

signals:
    void shown(); // one of them has something new
    void evidenceWanted();
    void menuWanted(const QPoint& globalPlace); // for what is selected
    void sourceWanted(const std::string& module);
    void placeActivated(const QString& path, int line);
    void everythingWanted(); // the way back from what is shown alone

private:
    void tabChosen();
    void bring(ViewKind kind);
    void showBeside();

    Selection* selection_;
    QTabWidget* tabs_;
    MapView* map_;
    MatrixView *matrix_, *beside_;
    QSplitter* mapTab_; // the map, and the matrix beside it
    FocusView* focus_;
    PathView* path_;
    std::array<QAction*, 4> show_{};
    QAction *focusHere_, *startHere_, *endHere_;
};

} // namespace espalier::ui
