#include "ui/map/map_view.h"

#include "ui/map/accessible_map.h"
#include "ui/map/words.h"
#include "ui/theme.h"

#include <QPainter>
#include <QResizeEvent>

#include <cmath>
#include <limits>

namespace espalier::ui {

namespace {

constexpr double kMostZoom = 1.35; // of a small picture shown whole
constexpr int kPlayPauseMs = Playback::kFadeMs + 40;
constexpr double kMargin = 8, kFrameMargin = 90; // the picture has a border of its own

} // namespace

SceneSource mapScenes() {
    return {[](const graph::SnapshotPtr& snapshot, const ViewState& state, const ScenePtr& previous,
               quint64 job) -> SceneSource::Work {
                return [snapshot, view = state.view, previous, job] {
                    return buildScene(snapshot, view, previous, job);
                };
            },
            Change::View, true,
            MapView::tr(
                "Nothing to draw.\nThe filters hide everything, or the project holds no Python modules.")};
}

MapView::MapView(Selection* selection, QWidget* parent, SceneSource source)
    : QWidget(parent)
    , selection_(selection)
    , source_(std::move(source))
    , building_(this)
    , minimap_(this) {
    installAccessibleMap();
    setAttribute(Qt::WA_OpaquePaintEvent); // paintEvent() fills all of it
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Map of modules"));
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    glide_.setDuration(kGlideMs);
    glide_.setEasingCurve(QEasingCurve::InOutCubic);
    zooming_.setSingleShot(true);
    zooming_.setInterval(kZoomPauseMs);
    connect(&zooming_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    markTimer_.setInterval(kMarkMs);
    connect(&markTimer_, &QTimer::timeout, this, &MapView::runMarks);
    fadeTimer_.setInterval(kFrameMs);
    connect(&fadeTimer_, &QTimer::timeout, this, &MapView::showFades);
    playing_.setSingleShot(true);
    playing_.setInterval(kPlayPauseMs);
    connect(&playing_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    pastClock_.start();
    connect(&glide_, &QVariantAnimation::finished, this, [this] {
        if (playback_.whole() && playback_.revision() != revision_)
            showRevision(revision_); // that had to wait
    });
    connect(&tiles_, &TileCanvas::tilesChanged, this, qOverload<>(&QWidget::update));
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this](const QVariant& t) {
        if (!frame_.scene())
            return;
        frame_.setProgress(t.toDouble());
        camera_ = Camera::between(cameraFrom_, cameraTo_, t.toDouble());
        if (cameraFrom_.zoom != cameraTo_.zoom)
            zooming_.start();
        update();
    });
    connect(selection_, &Selection::changed, this, [this](Changes what) {
        if (what & source_.reasons)
            rebuild();
        updateEmphasis();
        if (frameWhenShown_ && !busy())
            frameNow();
        if (placeWanted_ && !busy()) // nothing new is to be drawn
            lookAt(MapPlace(*placeWanted_));
    });
}

void MapView::setSnapshot(graph::SnapshotPtr snapshot) {
    if (snapshot_ && snapshot && snapshot_->project.root != snapshot->project.root)
        forgetPlaces();
    snapshot_ = std::move(snapshot);
    before_ = nullptr;
    joined_.reset();
    if (!past_)
        rebuild();
}

void MapView::setComparison(graph::JoinedPtr joined) {
    if (joined_ == joined)
        return;
    joined_ = std::move(joined);
    if (!past_)
        rebuild();
}

// Of another project.
void MapView::forgetPlaces() {
    divedFrom_.reset();
    past_ = nullptr;
    kept_ = nullptr;
}

bool MapView::draws(const std::string& module) const {
    const auto found = scene() ? scene()->snapshot->find(module) : std::nullopt;
    return found && scene()->boxOfModule.contains(found->value);
}

void MapView::setLegendShown(bool on) {
    legendShown_ = on;
    if (fitted_)
        fit();
    update();
}

void MapView::setMinimapShown(bool on) {
    minimapShown_ = on;
    update();
}

void MapView::rebuild() {
    ++job_;
    if (!snapshot_) {
        building_.cancel();
        return;
    }
    if (past_ && selection_->view().arrangement == graph::Arrangement::Layered)
        return rebuildPast();
    const ScenePtr previous = layoutBefore();
    if (kept_ && kept_->view != selection_->view())
        kept_ = nullptr;
    SceneSource::Work work =
        kept_ || joined_ ? [shown = joined_ ? joined_->snapshot : snapshot_, joined = joined_, previous,
                            kept = kept_, view = selection_->view(), job = job_] {
            return buildScene(shown, view, previous, job, joined ? &joined->changes : nullptr, kept);
        } : source_.prepare(snapshot_, selection_->state(), previous, job_);
    if (!work) {
        building_.cancel();
        return;
    }
    building_.start(std::move(work),
                    [this](ScenePtr scene) { // NOLINT(performance-unnecessary-value-param): a sink
                        adopt(scene);
                        if (scene->isOverview() || !source_.refined || scene->keepsPlaces ||
                            (scene->samePlaces && !layoutAwaited_))
                            return; // nothing better would come
                        layoutAwaited_ = true;
                        sinceRequest_.start();
                        emit layoutRequested(scene->job, scene->input);
                    });
}

void MapView::applyLayout(quint64 job, const graph::LayoutResult& layout) {
    if (!scene() || job != job_ || scene()->job != job)
        return;
    layoutAwaited_ = false;
    if (sinceRequest_.elapsed() > kLateMs)
        return;
    if (const ScenePtr better = withLayout(scene(), layout)) {
        if (!anchor_)
            anchor_ = centralAnchor();
        adopt(better);
        anchor_.reset();
    }
}

void MapView::adopt(ScenePtr scene) {
    if (!scene->ofPast)
        playback_.stop();
    if (frame_.scene() && !anchor_ && !frameWhenShown_ && !fitted_)
        anchor_ = centralAnchor();
    const Camera target = cameraFor(*scene);
    frameWhenShown_ = false;
    placeWanted_.reset();
    glideTo(std::move(scene), target);
    announceScene(this);
    updateEmphasis();
    findMarks();
    emit sceneShown();
}

void MapView::glideTo(ScenePtr scene, const Camera& camera) {
    glide_.stop();
    keepInHand(*scene);
    emphasis_ = {}; // its numbers are the old scene's
    matched_.clear();
    marked_ = {};
    const bool still = scene->samePlaces && !frame_.gliding() && camera.isNear(camera_);
    const bool overview = scene->isOverview() || (frame_.scene() && frame_.scene()->isOverview());
    if (!frame_.scene() || !animated_ || !isVisible() || still || overview) {
        frame_.show(std::move(scene));
        camera_ = camera;
        update();
        return;
    }
    cameraFrom_ = camera_;
    cameraTo_ = camera;
    frame_.startGlide(std::move(scene));
    glide_.start();
}

// Where to look at a new scene from: at what is to be framed, else so that the anchor stays in place, else at
// all.
Camera MapView::cameraFor(const Scene& scene) const {
    if (placeWanted_)
        return cameraAt(*placeWanted_, scene);
    if (frameWhenShown_)
        if (const QRectF rect = selectedRect(scene); !rect.isNull())
            return Camera::framing(rect, room(scene), kFrameMargin);
    if (anchor_) {
        if (const int box = scene.boxByKey(anchor_->key); box >= 0) {
            const QRectF rect = toQt(scene.box(box).rect);
            const QPointF within(std::min(anchor_->within.x(), rect.width() - 1),
                                 std::min(anchor_->within.y(), rect.height() - 1));
            Camera c = frame_.scene() && glide_.state() == QAbstractAnimation::Running ? cameraTo_ : camera_;
            c.offset = anchor_->widget - (rect.topLeft() + within) * c.zoom;
            return c;
        }
    }
    // What keeps its place is not to move for the sake of a legend that has become lower.
    if ((fitted_ && !scene.keepsPlaces) || !frame_.scene())
        return cameraForAll(scene);
    return camera_;
}

// The whole picture, or as much of it around what is selected as stays readable.
Camera MapView::cameraForAll(const Scene& scene) const {
    const QRectF all(0, 0, scene.drawing.size.width, scene.drawing.size.height);
    const Camera whole = Camera::framing(all, room(scene), kMargin, kMostZoom);
    if (whole.zoom >= source_.leastZoom)
        return whole;
    const QRectF selected = selectedRect(scene);
    const QPointF at(selected.isNull() ? all.center().x() : selected.center().x(), all.center().y());
    Camera c{source_.leastZoom, {}};
    c.offset = QPointF(room(scene).width() / 2, room(scene).height() / 2) - at * c.zoom;
    return c;
}

// What the legend leaves of the widget.
QSizeF MapView::room(const Scene& scene) const {
    double legend = 0;
    if (legendShown_)
        legend = &scene == this->scene().get() ? legend_.height(this->scene(), size(), look())
                                               : legendHeight(scene.drawing, size(), look());
    return {static_cast<double>(width()), height() - legend};
}

std::optional<MapView::Anchor> MapView::centralAnchor() const {
    if (fitted_ || !scene())
        return std::nullopt;
    // While it glides, where it will be: a better layout may come on the way.
    const bool moving = glide_.state() == QAbstractAnimation::Running;
    const Camera& camera = moving ? cameraTo_ : camera_;
    const auto rectOf = [&](int i) { return moving ? toQt(scene()->box(i).rect) : frame_.rect(i); };
    const QPointF centre = camera.toPicture(QPointF(width() / 2.0, height() / 2.0));
    int best = emphasis_.box;
    double bestDistance = std::numeric_limits<double>::max();
    for (int i = 0; emphasis_.box < 0 && i < frame_.boxCount(); ++i) {
        const QPointF away = rectOf(i).center() - centre;
        if (const double d = QPointF::dotProduct(away, away); d < bestDistance) {
            bestDistance = d;
            best = i;
        }
    }
    if (best < 0)
        return std::nullopt;
    return Anchor{scene()->key(best), {}, camera.toWidget(rectOf(best).topLeft())};
}

QRectF MapView::selectedRect(const Scene& scene) const {
    const Selected& selected = selection_->selected();
    QRectF rect;
    for (const std::string& name : {selected.module, selected.target})
        if (const auto module = name.empty() ? std::nullopt : scene.snapshot->find(name))
            if (const int box = scene.boxShowing(*module); box >= 0)
                rect |= toQt(scene.box(box).rect);
    return rect;
}

void MapView::updateEmphasis() {
    emphasis_.box = emphasis_.line = -1;
    emphasis_.others.clear();
    findRings();
    if (!scene())
        return;
    const Selected& selected = selection_->selected();
    const auto from = selected.empty() ? std::nullopt : scene()->snapshot->find(selected.module);
    if (from)
        emphasis_.box = scene()->boxShowing(*from);
    if (const auto to = from && selected.isLine() ? scene()->snapshot->find(selected.target) : std::nullopt) {
        emphasis_.line = scene()->lineBetween(*from, *to);
        if (emphasis_.line < 0) // drawn as a part of a thicker one
            emphasis_.line = scene()->lineBetween(emphasis_.box, scene()->boxShowing(*to));
    }
    for (const std::string& name : selected.others)
        if (const auto module = scene()->snapshot->find(name))
            emphasis_.others.push_back(scene()->boxShowing(*module));
    emphasis_.related = relatedTo(*scene(), emphasis_.box, emphasis_.line, emphasis_.others);
    setAccessibleDescription(emphasis_.line >= 0  ? describeLine(*scene(), emphasis_.line)
                             : emphasis_.box >= 0 ? describeBox(*scene(), emphasis_.box)
                                                  : tr("Nothing selected"));
    announceSelected(this);
    update();
}

std::optional<QPoint> MapView::placeOf(graph::ModuleId module) const {
    if (!scene())
        return std::nullopt;
    const auto found = scene()->boxOfModule.find(module.value);
    if (found == scene()->boxOfModule.end())
        return std::nullopt;
    const graph::Box& box = scene()->box(found->second);
    const QRectF rect = camera_.toWidget(frame_.rect(found->second));
    if (box.container) // its middle belongs to the boxes inside
        return QPointF(rect.center().x(), rect.top() + graph::kContainerTitleHeight / 2 * camera_.zoom)
            .toPoint();
    return rect.center().toPoint();
}

std::vector<graph::EdgeId> MapView::edgesBetween(graph::ModuleId from, graph::ModuleId to) const {
    if (!scene() || scene()->snapshot != snapshot_)
        return {};
    const int line = scene()->lineBetween(from, to);
    return line < 0 ? std::vector<graph::EdgeId>{}
                    : scene()->drawing.lines[static_cast<std::size_t>(line)].edges;
}

void MapView::setCamera(const Camera& camera) {
    glide_.stop();
    if (scene())
        frame_.setProgress(1);
    anchor_.reset();
    if (camera.zoom != camera_.zoom)
        zooming_.start();
    camera_ = camera;
    update();
    emit moved();
}

void MapView::glideCamera(const Camera& camera) {
    setCamera(camera_);
    if (!animated_ || !isVisible()) {
        camera_ = camera;
        return;
    }
    frame_.show(frame_.scene());
    cameraFrom_ = camera_;
    cameraTo_ = camera;
    glide_.start();
}

void MapView::fit() {
    fitted_ = true;
    anchor_.reset();
    if (scene())
        glideCamera(cameraForAll(*scene()));
}

void MapView::actualSize() {
    zoomBy(1 / camera_.zoom);
}

void MapView::zoomBy(double factor) {
    Camera c = camera_;
    c.zoomAt(QPointF(width() / 2.0, height() / 2.0), factor);
    fitted_ = false;
    setCamera(c);
}

void MapView::frameSelected() {
    fitted_ = false;
    frameWhenShown_ = true;
    if (!busy() && !selection_->pending())
        frameNow(); // else the next scene will be framed
}

void MapView::frameNow() {
    if (!scene())
        return;
    frameWhenShown_ = false;
    if (const QRectF rect = selectedRect(*scene()); !rect.isNull())
        glideCamera(Camera::framing(rect, room(*scene()), kFrameMargin));
}

// What was in the middle stays there.
void MapView::resizeEvent(QResizeEvent* event) {
    if (!scene())
        return;
    if (fitted_)
        return setCamera(cameraForAll(*scene()));
    const QSize more = event->oldSize().isValid() ? event->size() - event->oldSize() : QSize(0, 0);
    const QPointF by(more.width() / 2.0, more.height() / 2.0);
    camera_.offset += by;
    cameraFrom_.offset += by;
    cameraTo_.offset += by;
}

} // namespace espalier::ui
