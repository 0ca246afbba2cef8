// The map: paints the scene of the current selection and lets one walk in it.
#pragma once

#include "graph/history/joined.h"
#include "ui/jobs.h"
#include "ui/map/frame.h"
#include "ui/map/legend_strip.h"
#include "ui/map/map_place.h"
#include "ui/map/minimap.h"
#include "ui/map/paint_marks.h"
#include "ui/map/painter.h"
#include "ui/map/playback.h"
#include "ui/map/tile_canvas.h"
#include "ui/selection.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace espalier::ui {

// What a MapView draws, and when: by default the map itself.
struct SceneSource {
    using Work = std::function<ScenePtr()>;
    using Prepare = std::function<Work(const graph::SnapshotPtr& snapshot, const ViewState& state,
                                       const ScenePtr& previous, quint64 job)>;

    // Called on the GUI thread; its work runs off it. No work: what is drawn stays.
    Prepare prepare;
    Changes reasons = Change::View; // after which the scene is made anew
    bool refined = true;            // layoutRequested() asks for a better layout
    QString emptyWords = {};        // where there is nothing to draw
    double leastZoom = 0;           // at which a picture is shown whole
};
[[nodiscard]] SceneSource mapScenes();

// A change of the view is drawn off the GUI thread with a quick layout, then layoutRequested() asks for a
// better one; until an answer comes the old picture stays in use. applyLayout() takes the answer if its job
// number is still the newest and it comes within kLateMs: nobody wants a picture to move after having begun
// to read it.
class MapView : public QWidget {
    Q_OBJECT
public:
    static constexpr int kGlideMs = 220, kLateMs = 3000, kZoomPauseMs = 120, kMarkMs = 50, kFrameMs = 25;

    explicit MapView(Selection* selection, QWidget* parent = nullptr, SceneSource source = mapScenes());

    void setSnapshot(graph::SnapshotPtr snapshot);
    // Draws these two states together, with what has changed marked, in place of the snapshot; null, and
    // every new snapshot, ends that.
    void setComparison(graph::JoinedPtr joined);
    // Goes through the past: draws the view as it was at revisions of a line, with nothing moving, until
    // leavePast(). Where the view is changed meanwhile, that is drawn at the same revision. Snapshots that
    // come are shown afterwards; what they share with the line stays at its place until the view changes.
    void enterPast(LineGraphPtr line, std::uint32_t revision);
    void showRevision(std::uint32_t revision);
    // With `back`, to the very picture that was there before, if the snapshot and the view still are.
    void leavePast(bool back);
    [[nodiscard]] bool isInPast() const { return past_ != nullptr; }
    // What is played; null until the view is drawn, too.
    [[nodiscard]] const WholeScenePtr& playedScene() const { return playback_.whole(); }
    void applyLayout(quint64 job, const graph::LayoutResult& layout);
    void setAnimated(bool on);
    void setLegendShown(bool on);
    void rebuild(); // draws anew, off the GUI thread
    void setMinimapShown(bool on);

    // What is drawn now; null before the first scene.
    [[nodiscard]] const ScenePtr& scene() const { return frame_.scene(); }
    [[nodiscard]] const Camera& camera() const { return camera_; }
    // What is seen is painted as it is meant to be: not on its way, and no tile is missing or of another
    // zoom.
    [[nodiscard]] bool sharp() const;
    // A scene is being built; what is seen may not be the selection's view yet.
    [[nodiscard]] bool busy() const { return building_.running(); }
    [[nodiscard]] const Emphasis& emphasis() const { return emphasis_; }
    // In widget coordinates; of a line what its curve lies in.
    [[nodiscard]] QRectF placeOfBox(int box) const { return camera_.toWidget(frame_.rect(box)); }
    [[nodiscard]] QRectF placeOfLine(int line) const {
        return camera_.toWidget(frame_.path(line).controlPointRect());
    }
    [[nodiscard]] bool draws(const std::string& module) const;
    // Centre of a module's box in widget coordinates, if it is drawn.
    [[nodiscard]] std::optional<QPoint> placeOf(graph::ModuleId module) const;
    // The edges behind the line between two drawn modules; empty if there is no such line.
    [[nodiscard]] std::vector<graph::EdgeId> edgesBetween(graph::ModuleId from, graph::ModuleId to) const;

    // Where one looks, to come back to it. A place is gone to once the scene of the current view is there.
    [[nodiscard]] MapPlace lookedAt() const;
    void lookAt(const MapPlace& place);
    // Boxes of the scene that get a ring, until another scene is shown.
    void setMatches(std::vector<int> boxes);
    // Drawn above whatever scene is shown; dashes run along the cycle unless there is to be no animation.
    void setMarks(CycleMarks marks);
    [[nodiscard]] const MarkedLines& markedLines() const { return marked_; }
    [[nodiscard]] bool marksRun() const { return markTimer_.isActive(); }

    void choose(int box, int line); // -1: neither of these
    void toggle(int box);           // opens or closes it

public slots:
    void fit(); // now, and after the next changes of the scene until one moves about
    void actualSize();
    void zoomBy(double factor);
    void frameSelected();  // once the scene that shows it is there
    void revealSelected(); // as little as possible, and not at all if it is in sight
    void expandSelected();
    void collapseSelected();
    void setOverview(bool on); // the whole repository at once, or the layered map
    void goOut();              // of what was entered or is shown alone

signals:
    void layoutRequested(quint64 job, const espalier::graph::LayoutInput& input);
    void evidenceWanted();                        // a line was double-clicked
    void sourceWanted(const std::string& module); // a module was double-clicked
    void everythingWanted();                      // the way back from what is shown alone
    void sceneShown();                            // a new scene has been adopted
    void pastShown();                             // playedScene() is there
    void linePointedAt(int line);                 // of the scene, by the mouse
    void moved();                                 // one looks at another place
    void restClicked(const QString& key);         // a box "+N more", by its key
    void menuWanted(const QPoint& globalPlace);   // for what is selected

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    // A point of a box that is to stay where it is on the screen when the picture changes.
    struct Anchor {
        std::string key;
        QPointF within; // from the box's upper left corner, in picture units
        QPointF widget;
    };

    // What the pressed mouse button does: nothing yet, or one of these since the mouse has moved.
    enum class Drag { Waiting, Pan, Box, Band, Minimap };
    struct Gesture {
        Drag drag = Drag::Waiting;
        QPointF press, at; // in the widget: where it began, and where it is
        int box = -1;      // that was pressed
        Qt::MouseButton button = Qt::LeftButton;
        Qt::KeyboardModifiers keys;
    };

    void adopt(ScenePtr scene);
    void forgetPlaces();
    void rebuildPast();
    void play(WholeScenePtr whole);
    void showMoment();
    void showFades();
    [[nodiscard]] ScenePtr layoutBefore() const;
    void glideTo(ScenePtr scene, const Camera& camera);
    void setCamera(const Camera& camera);
    void glideCamera(const Camera& camera);
    void frameNow();
    void updateEmphasis();
    [[nodiscard]] Camera cameraFor(const Scene& scene) const;
    [[nodiscard]] Camera cameraForAll(const Scene& scene) const;
    [[nodiscard]] QSizeF room(const Scene& scene) const;
    [[nodiscard]] std::optional<Anchor> centralAnchor() const;
    [[nodiscard]] Camera cameraAt(const MapPlace& place, const Scene& scene) const;
    void findRings();
    void findMarks();
    void runMarks();
    void paintRings(QPainter& painter, const MapLook& look) const;
    [[nodiscard]] QRectF selectedRect(const Scene& scene) const;
    [[nodiscard]] MapLook look() const;
    void updateTiles();
    [[nodiscard]] Camera onPixels(const Camera& camera) const;
    [[nodiscard]] bool quickToPaint() const;
    void paintScene(QPainter& painter, const MapLook& look);

    void setOpen(int box, bool open, std::optional<QPointF> mouse);
    void dive(int box);
    void pointAt(QPointF widgetPoint);
    [[nodiscard]] Drag dragOf(const Gesture& gesture) const;
    [[nodiscard]] QPointF draggedCentre() const; // of the box of a gesture, in the picture
    void keepInHand(const Scene& next);          // that box, when another scene comes
    [[nodiscard]] QRectF minimapPlace() const;   // empty: it is not shown
    void lookAt(QPointF minimapPoint);
    void paintGesture(QPainter& painter, const MapLook& look) const;
    void click(const Gesture& gesture);
    void addToSelected(int box);
    void selectWithin(const QRectF& widgetRect);
    void putDown(int box, QPointF centre);
    bool pinch(QEvent* event);
    void step(Qt::Key direction);
    void stepLines(int by);
    [[nodiscard]] int lineUnder(QPointF widgetPoint) const;
    [[nodiscard]] int boxUnder(QPointF widgetPoint) const;

    Selection* selection_;
    SceneSource source_;
    graph::SnapshotPtr snapshot_;
    graph::JoinedPtr joined_; // of a comparison
    LatestJob<ScenePtr> building_;
    quint64 job_ = 0;
    QElapsedTimer sinceRequest_;
    bool layoutAwaited_ = false;
    Frame frame_;
    LineGraphPtr past_; // null: not in the past
    std::uint32_t revision_ = 0;
    Playback playback_;
    ScenePtr before_; // what was shown when the past was entered
    ScenePtr kept_;   // whose places the next scenes of its view take
    QElapsedTimer pastClock_;
    QTimer fadeTimer_, playing_; // playing_: runs while the revision has changed a moment ago
    TileCanvas tiles_;
    QTimer zooming_;    // runs while the zoom has changed a moment ago
    double detail_ = 0; // of paintMap()
    Camera camera_, cameraFrom_, cameraTo_;
    QVariantAnimation glide_;
    Emphasis emphasis_;
    std::optional<Anchor> anchor_;
    std::optional<MapPlace> placeWanted_;
    std::vector<int> matched_, others_; // boxes: of setMatches(), and of what is selected beside the first;
                                        // ascending
    CycleMarks marks_;
    MarkedLines marked_; // of the scene
    QTimer markTimer_;
    double markShift_ = 0; // pixels
    bool fitted_ = true;   // the whole picture is shown, and shall be after a change
    bool frameWhenShown_ = false;
    Minimap minimap_;
    mutable LegendStrip legend_;
    bool animated_ = true, legendShown_ = true, minimapShown_ = true;
    std::optional<Gesture> gesture_;
    std::optional<graph::ViewSpec> divedFrom_; // the overview from which a package was entered
    std::string linesOf_;                      // the module whose lines are stepped through
};

} // namespace espalier::ui
