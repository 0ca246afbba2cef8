// A square piece of the painted map. Made from values and immutable things alone, so in any thread.
#pragma once

#include "ui/map/painter.h"

#include <QImage>

#include <compare>
#include <memory>

namespace espalier::ui {

inline constexpr int kTileSide = 512; // device pixels that a tile is for
inline constexpr int kTileBorder = 1; // and those around them: scaled neighbours overlap, no seam shows

// All that the pixels depend on besides their place.
struct TileContent {
    std::shared_ptr<const Frame> frame; // at rest
    Emphasis emphasis;                  // without what is pointed at
    MapLook look;
    double pixelRatio = 1;
};
using TileContentPtr = std::shared_ptr<const TileContent>;

struct TileLevel {
    double zoom = 1;
    double detail = 1; // of paintMap()
    friend auto operator<=>(const TileLevel&, const TileLevel&) = default;
};

// Columns and rows count from the upper left corner of the picture, in tiles of this level.
struct TileKey {
    TileLevel level;
    int column = 0, row = 0;
    friend auto operator<=>(const TileKey&, const TileKey&) = default;
};

// The place of a tile in the picture, in picture units; without its border.
[[nodiscard]] QRectF tilePlace(const TileKey& key, double pixelRatio);
// Opaque, kTileSide and the border on both sides wide and high.
[[nodiscard]] QImage paintTile(const TileContent& content, const TileKey& key);

} // namespace espalier::ui
