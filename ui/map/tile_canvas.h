// The map as tiles: one thread paints them, the window copies them. A full picture takes tens to hundreds of
// milliseconds to paint; copying what is seen of it takes one or two.
#pragma once

#include "ui/map/tile.h"

#include <QObject>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace espalier::ui {

// GUI thread. look() says what is seen and orders what is missing, nearest to the centre first; draw() shows
// the best there is: where a tile is missing, those of other zooms or of the content before, until
// tilesChanged() tells that a better one has come. At rest tiles have exactly the zoom of the camera; while
// the zoom changes they come from a ladder of powers of two, so that few serve for all.
class TileCanvas : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kBudgetBytes = std::size_t{64} << 20; // more only for what is seen at once

    explicit TileCanvas(QObject* parent = nullptr);
    ~TileCanvas() override; // waits for the tile that is being painted

    // What tiles show from now on. Where things keep their places, older ones serve until the new ones come.
    void setContent(TileContentPtr content, bool samePlaces);
    [[nodiscard]] const TileContentPtr& content() const { return content_; }

    void look(const Camera& camera, double detail, QSizeF widget, bool zooming);
    // Everything that look() was told is seen is there, in the zoom in which it is seen.
    [[nodiscard]] bool sharp() const { return sharp_; }
    // There is something to show for all that is seen.
    [[nodiscard]] bool covered() const;
    // `camera` of the last look(), with an offset in whole device pixels.
    void draw(QPainter& painter, const Camera& camera, const QRectF& widget, const QColor& background) const;

    [[nodiscard]] std::size_t bytes() const { return tiles_.size() * kTileBytes; }

signals:
    void tilesChanged();

private:
    static constexpr int kSide = kTileSide + 2 * kTileBorder;
    static constexpr std::size_t kTileBytes = std::size_t{4} * kSide * kSide;
    static constexpr int kInFlight = 2; // one being painted, one so that the thread need not wait

    struct Tile {
        QImage image;
        quint64 generation = 0, lastSeen = 0;
    };

    [[nodiscard]] std::vector<TileKey> keysIn(const TileLevel& level, const QRectF& part) const;
    [[nodiscard]] bool fresh(const TileKey& key) const;
    [[nodiscard]] std::size_t most() const { // tiles
        return std::max(kBudgetBytes / kTileBytes, seen_.size());
    }
    [[nodiscard]] std::vector<TileLevel> makeshifts(double zoom) const;
    void plan(const std::vector<TileKey>& keys);
    void orderMore();
    void store(const TileKey& key, quint64 generation, QImage image);
    void evict();
    void drawLevel(QPainter& painter, const Camera& camera, const TileLevel& level, const QRectF& seen) const;

    TileContentPtr content_;
    std::shared_ptr<std::atomic<quint64>> generation_; // a worker asks whether its order still counts
    std::map<TileKey, Tile> tiles_;
    std::vector<TileKey> seen_;    // of the newest look()
    std::vector<TileKey> plan_;    // seen or soon to be, most urgent first
    std::vector<TileKey> ordered_; // of these, those that are being painted
    TileLevel level_;
    QRectF part_; // of the picture, seen
    quint64 clock_ = 0;
    bool zooming_ = false, sharp_ = false;
    QThreadPool worker_;
};

} // namespace espalier::ui
