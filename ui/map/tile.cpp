#include "ui/map/tile.h"

namespace espalier::ui {

QRectF tilePlace(const TileKey& key, double pixelRatio) {
    const double side = kTileSide / (key.level.zoom * pixelRatio);
    return {key.column * side, key.row * side, side, side};
}

QImage paintTile(const TileContent& content, const TileKey& key) {
    constexpr int kSide = kTileSide + 2 * kTileBorder;
    QImage image(kSide, kSide, QImage::Format_RGB32);
    image.setDevicePixelRatio(content.pixelRatio);
    const QPointF corner(key.column * kTileSide - kTileBorder, key.row * kTileSide - kTileBorder);
    const Camera camera{key.level.zoom, -corner / content.pixelRatio};
    const double side = kSide / content.pixelRatio;
    QPainter painter(&image);
    paintMap(painter, *content.frame, camera, key.level.detail, {0, 0, side, side}, content.emphasis,
             content.look);
    return image;
}

} // namespace espalier::ui
