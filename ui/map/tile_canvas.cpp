#include "ui/map/tile_canvas.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace espalier::ui {

namespace {

constexpr double kBeyond = 8; // pixels that boxes and lines may reach beyond the picture
constexpr double kCoarse = 0.75;

double ladder(double zoom) {
    return std::exp2(std::round(std::log2(zoom)));
}

} // namespace

TileCanvas::TileCanvas(QObject* parent)
    : QObject(parent)
    , generation_(std::make_shared<std::atomic<quint64>>(0)) {
    worker_.setMaxThreadCount(1);
}

TileCanvas::~TileCanvas() {
    ++*generation_;
    worker_.clear();
    worker_.waitForDone();
}

void TileCanvas::setContent(TileContentPtr content, bool samePlaces) {
    if (!samePlaces || !content_ || content_->pixelRatio != content->pixelRatio)
        tiles_.clear();
    content_ = std::move(content);
    ++*generation_;
    ordered_.clear();
    plan_.clear();
    seen_.clear();
    sharp_ = false;
}

bool TileCanvas::fresh(const TileKey& key) const {
    const auto found = tiles_.find(key);
    return found != tiles_.end() && found->second.generation == *generation_;
}

// The tiles of a level that lie in a part of the picture, nearest to its centre first.
std::vector<TileKey> TileCanvas::keysIn(const TileLevel& level, const QRectF& part) const {
    const graph::Size size = content_->frame->scene()->drawing.size;
    const double beyond = kBeyond / level.zoom, side = tilePlace({level, 0, 0}, content_->pixelRatio).width();
    const QRectF within = part & QRectF(-beyond, -beyond, size.width + 2 * beyond, size.height + 2 * beyond);
    std::vector<TileKey> keys;
    if (within.isEmpty())
        return keys;
    const auto index = [side](double at) { return static_cast<int>(std::floor(at / side)); };
    for (int row = index(within.top()); row <= index(within.bottom()); ++row)
        for (int column = index(within.left()); column <= index(within.right()); ++column)
            keys.push_back({level, column, row});
    const auto away = [&](const TileKey& key) {
        const QPointF d = tilePlace(key, content_->pixelRatio).center() - part.center();
        return QPointF::dotProduct(d, d);
    };
    std::ranges::stable_sort(keys, {}, away);
    return keys;
}

void TileCanvas::look(const Camera& camera, double detail, QSizeF widget, bool zooming) {
    zooming_ = zooming;
    part_ = camera.toPicture(QRectF(QPointF(), widget));
    const double step = ladder(camera.zoom);
    level_ = zooming ? TileLevel{step, step} : TileLevel{camera.zoom, detail};
    seen_ = keysIn(level_, part_);
    ++clock_;
    for (const TileKey& key : seen_)
        if (const auto found = tiles_.find(key); found != tiles_.end())
            found->second.lastSeen = clock_;
    sharp_ = !zooming && std::ranges::all_of(seen_, [this](const TileKey& key) { return fresh(key); });

    // The whole picture, coarse: whatever comes into sight next, there is something to show.
    const graph::Size size = content_->frame->scene()->drawing.size;
    const double whole =
        std::min(widget.width() / std::max(1.0, size.width), widget.height() / std::max(1.0, size.height));
    const double coarse = std::min(ladder(whole * kCoarse), step);
    const std::vector<TileKey> far = keysIn({coarse, coarse}, QRectF(0, 0, size.width, size.height));
    for (const TileKey& key : far)
        if (const auto found = tiles_.find(key); found != tiles_.end())
            found->second.lastSeen = clock_;
    plan_.clear();
    if (!covered())
        plan(far);
    plan(seen_);
    plan(far);
    const double side = tilePlace({level_, 0, 0}, content_->pixelRatio).width();
    if (!zooming)
        plan(keysIn(level_, part_.adjusted(-side, -side, side, side)));
    orderMore();
}

// As many as the budget allows.
void TileCanvas::plan(const std::vector<TileKey>& keys) {
    for (const TileKey& key : keys)
        if (plan_.size() < most() && std::ranges::find(plan_, key) == plan_.end())
            plan_.push_back(key);
}

void TileCanvas::orderMore() {
    for (const TileKey& key : plan_) {
        if (static_cast<int>(ordered_.size()) >= kInFlight)
            return;
        if (fresh(key) || std::ranges::find(ordered_, key) != ordered_.end())
            continue;
        ordered_.push_back(key);
        const quint64 generation = *generation_;
        QtConcurrent::run(&worker_, [content = content_, key, generation, newest = generation_] {
            return *newest == generation ? paintTile(*content, key) : QImage();
        }).then([this, key, generation](QImage image) { // always by the event loop, never within look()
            QMetaObject::invokeMethod(
                this, [this, key, generation, image = std::move(image)] { store(key, generation, image); },
                Qt::QueuedConnection);
        });
    }
}

void TileCanvas::store(const TileKey& key, quint64 generation, QImage image) {
    if (generation != *generation_)
        return; // what it shows is no longer what is to be shown
    std::erase(ordered_, key);
    tiles_[key] = {std::move(image), generation, clock_};
    evict();
    sharp_ = !zooming_ && std::ranges::all_of(seen_, [this](const TileKey& k) { return fresh(k); });
    orderMore();
    emit tilesChanged();
}

// What is neither seen nor foreseen goes first, and of that what has not been seen for longest.
void TileCanvas::evict() {
    const auto order = [this](const auto& entry) {
        return std::pair(std::ranges::find(plan_, entry.first) != plan_.end(), entry.second.lastSeen);
    };
    while (tiles_.size() > most())
        tiles_.erase(std::ranges::min_element(tiles_, {}, order));
}

bool TileCanvas::covered() const {
    if (std::ranges::all_of(seen_, [this](const TileKey& key) { return tiles_.contains(key); }))
        return true;
    // A level that has every tile of what is seen.
    std::set<TileLevel> levels;
    for (const auto& [key, tile] : tiles_)
        levels.insert(key.level);
    return std::ranges::any_of(levels, [this](const TileLevel& level) {
        return std::ranges::all_of(keysIn(level, part_),
                                   [this](const TileKey& key) { return tiles_.contains(key); });
    });
}

void TileCanvas::drawLevel(QPainter& painter, const Camera& camera, const TileLevel& level,
                           const QRectF& seen) const {
    const double ratio = content_->pixelRatio;
    constexpr QRectF kInner(kTileBorder, kTileBorder, kTileSide, kTileSide);
    for (auto entry = tiles_.lower_bound({level, std::numeric_limits<int>::min(), 0});
         entry != tiles_.end() && entry->first.level == level; ++entry) {
        const QRectF place = camera.toWidget(tilePlace(entry->first, ratio));
        if (!place.intersects(seen))
            continue;
        if (level.zoom == camera.zoom) { // whole pixels stay sharp
            const QPointF corner(std::round(place.x() * ratio) / ratio,
                                 std::round(place.y() * ratio) / ratio);
            painter.drawImage(corner, entry->second.image, kInner);
        } else {
            const double border = place.width() * kTileBorder / kTileSide;
            painter.drawImage(place.adjusted(-border, -border, border, border), entry->second.image);
        }
    }
}

// Levels to show where tiles are missing, in the order of painting: the coarsest, which is the most likely to
// be there as a whole, below the nearest.
std::vector<TileLevel> TileCanvas::makeshifts(double zoom) const {
    std::vector<TileLevel> levels;
    for (const auto& [key, tile] : tiles_)
        if (key.level != level_ && (levels.empty() || levels.back() != key.level))
            levels.push_back(key.level);
    if (levels.size() < 2)
        return levels;
    const auto nearest = std::ranges::min_element(
        levels, {}, [zoom](const TileLevel& level) { return std::abs(std::log2(level.zoom / zoom)); });
    return nearest == levels.begin() ? std::vector{*nearest} : std::vector{levels.front(), *nearest};
}

void TileCanvas::draw(QPainter& painter, const Camera& camera, const QRectF& widget,
                      const QColor& background) const {
    QRegion missing, around(widget.toAlignedRect());
    for (const TileKey& key : seen_) {
        const QRect place = camera.toWidget(tilePlace(key, content_->pixelRatio)).toAlignedRect();
        if (!tiles_.contains(key))
            missing += place;
        else // but for the pixels that its neighbour may leave free
            around -= place.adjusted(2, 2, -2, -2);
    }
    for (const QRect& part : around) // to fill all takes longer than all tiles
        painter.fillRect(part, background);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false); // smooth scaling of a screen takes 10 ms
    if (!missing.isEmpty()) {
        painter.save();
        painter.setClipRegion(missing);
        for (const TileLevel& level : makeshifts(camera.zoom))
            drawLevel(painter, camera, level, missing.boundingRect());
        painter.restore();
    }
    drawLevel(painter, camera, level_, widget);
}

} // namespace espalier::ui
