#include "ui/map/painter.h"

#include "graph/layout/curves.h"
#include "ui/map/line_counts.h"
#include "ui/map/paint_box.h"
#include "ui/map/paint_line.h"
#include "ui/map/paint_overview.h"
#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>

namespace espalier::ui {

namespace {

graph::ModuleKind kindOf(const Scene& scene, const graph::Box& box) {
    return box.module.valid() ? (*scene.snapshot)[box.module].kind : graph::ModuleKind::Module;
}

constexpr int kSmoothWhileMoving = 20; // lines
constexpr double kLeastZoomOfSigns = 0.4;
constexpr double kAroundLines = 16; // in the picture, and on the screen

// Lines lie in strata, one above the other.
enum class Stratum { Faint, Plain, Strong };

class MapPainter {
public:
    MapPainter(QPainter& painter, const Frame& frame, const Camera& camera, double detail,
               const QRectF& widget, const Emphasis& emphasis, const MapLook& look)
        : painter_(painter)
        , frame_(frame)
        , scene_(*frame.scene())
        , camera_(camera)
        , detail_(detail)
        , widget_(widget)
        , emphasis_(emphasis)
        , look_(look)
        , quick_(emphasis.moving && frame.lineCount() > kSmoothWhileMoving) {}

    void paint() {
        // Under a clip of the painter's own, Qt's raster engine sets the pixels of thin lines itself.
        painter_.setClipRect(widget_);
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.setBrushOrigin(camera_.offset); // hatching goes on from tile to tile
        if (scene_.isOverview()) {
            painter_.fillRect(widget_, colour(look_.colours.background));
            // Flows lie above what they connect, names above the flows.
            paintOverviewShapes();
            paintLines();
            paintOverviewNames();
            return;
        }
        // Open packages lie below the lines, their titles and everything else above them.
        paintGround();
        paintLines();
        paintBoxes(true, Part::Text);
        paintBoxes(false, Part::All);
    }

    void paintEmphasis() {
        painter_.setRenderHint(QPainter::Antialiasing);
        if (emphasis_.line >= 0)
            paintStrongLine(emphasis_.line, LineRole::Selected);
        if (emphasis_.hoverLine >= 0 && emphasis_.hoverLine != emphasis_.line)
            paintStrongLine(emphasis_.hoverLine, LineRole::Hovered);
        const bool boxSelected = emphasis_.box >= 0 && emphasis_.line < 0;
        if (boxSelected)
            paintOutline(emphasis_.box, BoxRole::Selected);
        if (emphasis_.hoverBox >= 0 && !(boxSelected && emphasis_.hoverBox == emphasis_.box))
            paintOutline(emphasis_.hoverBox, BoxRole::Hovered);
    }

private:
    [[nodiscard]] const graph::Line& line(int i) const {
        return scene_.drawing.lines[static_cast<std::size_t>(i)];
    }
    // What is to be painted of the lines, with room for their width and arrows.
    [[nodiscard]] QRectF paintedPart() const {
        const double around = kAroundLines * std::max(1.0, 1 / camera_.zoom);
        return camera_.toPicture(widget_).adjusted(-around, -around, around, around);
    }
    void paintLineAs(int i, LineRole role) {
        const bool flow = scene_.isOverview();
        const QPen pen = (flow ? flowPen : linePen)(line(i), role, look_.colours, camera_.zoom);
        // Dashes count from the beginning.
        const QPainterPath path =
            pen.style() == Qt::SolidLine ? frame_.path(i, paintedPart()) : frame_.path(i);
        (quick_ ? paintLineQuickly : paintLine)(painter_, path, pen,
                                                (flow ? flowArrow : lineArrow)(pen, camera_.zoom));
    }
    void paintStrongLine(int i, LineRole role) {
        painter_.save();
        painter_.setTransform(camera_.transform(), true);
        paintLineAs(i, role);
        painter_.restore();
    }
    void paintOutline(int i, BoxRole role) {
        const QRectF rect = camera_.toWidget(frame_.rect(i));
        if (scene_.isOverview())
            paintOverviewOutline(painter_, rect, role, look_.colours);
        else
            paintBoxOutline(painter_, rect, scene_.box(i), kindOf(scene_, scene_.box(i)), role, camera_.zoom,
                            look_.colours);
    }

    // Of boxes that come or go. No translucent ones: Qt hands those out to several threads, which takes
    // longer to arrange than to paint a box.
    [[nodiscard]] const MapLook& lookOf(int box) {
        const double share = frame_.boxOpacity(box);
        if (share >= 1)
            return look_;
        if (!faded_ || share != fadedTo_)
            faded_ = {graph::faded(look_.colours, share), look_.font};
        fadedTo_ = share;
        return *faded_;
    }
    [[nodiscard]] LineRole lineRole(int line) const {
        if (line == emphasis_.line)
            return LineRole::Selected;
        if (line == emphasis_.hoverLine)
            return LineRole::Hovered;
        if (!emphasis_.related)
            return LineRole::Plain;
        return emphasis_.related->lines[static_cast<std::size_t>(line)] ? LineRole::Related
                                                                        : LineRole::Dimmed;
    }
    [[nodiscard]] BoxRole boxRole(int box) const {
        if (box == emphasis_.box && emphasis_.line < 0)
            return BoxRole::Selected;
        if (box == emphasis_.hoverBox)
            return BoxRole::Hovered;
        const auto i = static_cast<std::size_t>(box);
        if (!emphasis_.related || emphasis_.related->within[i])
            return BoxRole::Plain;
        return emphasis_.related->boxes[i] ? BoxRole::Related : BoxRole::Dimmed;
    }

    // The background and the open packages, which may each cover the whole screen: filling that takes longer
    // than all there is in it. So what lies below an inner package is not filled.
    void paintGround() {
        QRegion open(widget_.toAlignedRect()); // what no package that comes later hides
        std::vector<std::pair<int, QRegion>> shapes;
        for (int i = frame_.boxCount() - 1; i >= 0; --i) {
            const graph::Box& box = scene_.box(i);
            const QRectF rect = camera_.toWidget(frame_.rect(i));
            if (!box.container || !rect.adjusted(-4, -4, 4, 4).intersects(widget_))
                continue;
            shapes.emplace_back(i, open);
            open -= opaquePart(rect, box, camera_.zoom);
        }
        painter_.setRenderHint(QPainter::Antialiasing, false); // parts lie side by side without seams
        for (const QRect& part : open)
            painter_.fillRect(part, colour(look_.colours.background));
        painter_.setRenderHint(QPainter::Antialiasing);
        for (const auto& [i, clip] : std::views::reverse(shapes)) {
            painter_.setClipRegion(clip);
            const graph::Box& box = scene_.box(i);
            paintBoxShape(painter_, camera_.toWidget(frame_.rect(i)), box, kindOf(scene_, box), boxRole(i),
                          camera_.zoom, lookOf(i).colours);
        }
        painter_.setClipRect(widget_);
    }

    enum class Part { Text, All };

    void paintBoxes(bool containers, Part part) {
        for (int i = 0; i < frame_.boxCount(); ++i) {
            const graph::Box& box = scene_.box(i);
            const QRectF rect = camera_.toWidget(frame_.rect(i));
            if (box.container != containers || !rect.adjusted(-4, -4, 4, 4).intersects(widget_))
                continue;
            const graph::ModuleKind kind = kindOf(scene_, box);
            if (part != Part::Text)
                paintBoxShape(painter_, rect, box, kind, boxRole(i), camera_.zoom, lookOf(i).colours);
            paintBoxText(painter_, rect, box, kind, boxRole(i), camera_.zoom, detail_, lookOf(i));
        }
    }

    void paintOverviewShapes() {
        for (int i = 0; i < frame_.boxCount(); ++i) {
            const QRectF rect = camera_.toWidget(frame_.rect(i));
            if (rect.intersects(widget_))
                paintOverviewBox(painter_, rect, scene_.box(i), boxRole(i), look_);
        }
    }
    void paintOverviewNames() {
        for (int i = 0; i < frame_.boxCount(); ++i) {
            const QRectF rect = camera_.toWidget(frame_.rect(i));
            if (!rect.intersects(widget_))
                continue;
            if (scene_.box(i).container)
                paintOverviewTitle(painter_, rect, scene_.box(i), boxRole(i), camera_.zoom, detail_, look_);
            else if (boxRole(i) != BoxRole::Dimmed)
                paintOverviewName(painter_, rect, scene_.box(i), camera_.zoom, detail_, look_);
        }
    }

    [[nodiscard]] Stratum stratumOf(const graph::Line& line, LineRole role) const {
        if (role == LineRole::Selected || role == LineRole::Hovered)
            return Stratum::Strong;
        if (role == LineRole::Dimmed ||
            (line.fromTests && role == LineRole::Plain && line.change == graph::DiffMark::None))
            return Stratum::Faint;
        return line.cycle || line.deprecated || line.change != graph::DiffMark::None ||
                       role == LineRole::Related
                   ? Stratum::Strong
                   : Stratum::Plain;
    }

    // A module that is selected in the overview shows all of its own lines, however far one is away.
    [[nodiscard]] bool isDrawn(int i) const {
        const bool ofSelected = scene_.isOverview() && emphasis_.related && emphasis_.line < 0 &&
                                !scene_.box(emphasis_.box).container &&
                                emphasis_.related->lines[static_cast<std::size_t>(i)];
        return ofSelected ? scene_.isFinest(line(i)) : i == emphasis_.line || line(i).drawnAt(camera_.zoom);
    }

    void paintLines() {
        const QRectF visible = paintedPart();
        std::array<std::vector<int>, 3> strata;
        for (int i = 0; i < frame_.lineCount(); ++i)
            if (isDrawn(i) && frame_.lineBounds(i).intersects(visible))
                strata[static_cast<std::size_t>(stratumOf(line(i), lineRole(i)))].push_back(i);
        painter_.save();
        painter_.setTransform(camera_.transform(), true);
        painter_.setRenderHint(QPainter::Antialiasing, !quick_);
        for (const std::vector<int>& stratum : strata)
            for (const int i : stratum)
                paintLineWithSign(i);
        painter_.restore();
        if (!scene_.isOverview() && !frame_.gliding() && detail_ >= kZoomOfRelatedCounts)
            for (const std::vector<int>& stratum : strata)
                for (const int i : stratum)
                    paintCount(i);
    }
    void paintCount(int i) {
        const QRectF place = camera_.toWidget(scene_.countPlaces[static_cast<std::size_t>(i)]);
        const LineRole role = lineRole(i);
        const double least = role != LineRole::Plain             ? kZoomOfRelatedCounts
                             : frame_.lineCount() <= kManyCounts ? kZoomOfCounts
                                                                 : kZoomOfManyCounts;
        if (place.isEmpty() || role == LineRole::Dimmed || detail_ < least)
            return;
        QFont font(look_.font);
        font.setPixelSize(static_cast<int>(std::lround(kCountFontPx * camera_.zoom)));
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colour(look_.colours.background, 215));
        painter_.drawRoundedRect(place, 3, 3);
        painter_.setFont(font);
        painter_.setPen(colour(line(i).cycle ? look_.colours.cycle : look_.colours.faintText));
        painter_.drawText(place, Qt::AlignCenter, QString::number(line(i).statements));
    }
    void paintLineWithSign(int i) {
        const LineRole role = lineRole(i);
        painter_.setOpacity(frame_.lineOpacity(i));
        paintLineAs(i, role);
        const bool room = scene_.isOverview() || detail_ >= kLeastZoomOfSigns;
        if ((line(i).cycle || line(i).change != graph::DiffMark::None) && role != LineRole::Dimmed && room)
            paintSign(frame_.path(i), line(i));
    }

    // The loop on a line of a cycle; whether it is new or gone says more.
    void paintSign(const QPainterPath& path, const graph::Line& of) {
        const double unit = scene_.isOverview() ? 1 / camera_.zoom : 1; // there signs keep their size
        const double side = 12 * unit, around = 2 * unit;
        if (path.elementCount() < 4)
            return;
        std::vector<graph::Point> points;
        for (int i = 0; i < path.elementCount(); ++i)
            points.push_back({path.elementAt(i).x, path.elementAt(i).y});
        const QPointF at = toQt(graph::signPlace(points));
        const QRectF square(at.x() - side / 2, at.y() - side / 2, side, side);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colour(look_.colours.background, 230));
        painter_.drawEllipse(square.adjusted(-around, -around, around, around));
        if (of.change != graph::DiffMark::None)
            paintChange(painter_, square, of.change, look_.colours);
        else
            paintLoop(painter_, square, colour(look_.colours.cycle));
    }

    QPainter& painter_;
    const Frame& frame_;
    const Scene& scene_;
    const Camera& camera_;
    const double detail_;
    const QRectF widget_;
    const Emphasis& emphasis_;
    const MapLook& look_;
    std::optional<MapLook> faded_;
    double fadedTo_ = 1;
    const bool quick_; // rather than smooth
};

} // namespace

std::shared_ptr<const Related> relatedTo(const Scene& scene, int box, int line,
                                         const std::vector<int>& others) {
    if (box < 0 && line < 0)
        return nullptr;
    auto related = std::make_shared<Related>();
    const auto& lines = scene.drawing.lines;
    related->boxes.assign(scene.drawing.boxes.size(), false);
    related->within = related->boxes;
    related->lines.assign(lines.size(), false);
    std::vector<bool> chosen(related->boxes.size(), false); // all of an overview may be
    for (const int i : others)
        if (i >= 0)
            chosen[static_cast<std::size_t>(i)] = true;
    std::vector<int> selected(related->boxes.size(), -1); // the selected box that each is in
    for (std::size_t i = 0; box >= 0 && i < selected.size(); ++i) {
        const auto self = static_cast<int>(i);
        const int parent = scene.drawing.boxes[i].parent; // comes before
        if (self == box || chosen[i])
            selected[i] = self;
        else if (parent >= 0)
            selected[i] = selected[static_cast<std::size_t>(parent)];
        related->within[i] = selected[i] >= 0;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto from = static_cast<std::size_t>(lines[i].from), to = static_cast<std::size_t>(lines[i].to);
        const bool touches = line >= 0 ? static_cast<int>(i) == line : selected[from] != selected[to];
        if (touches)
            related->lines[i] = related->boxes[from] = related->boxes[to] = true;
    }
    return related;
}

void paintMap(QPainter& painter, const Frame& frame, const Camera& camera, double detail,
              const QRectF& widget, const Emphasis& emphasis, const MapLook& look) {
    MapPainter(painter, frame, camera, detail, widget, emphasis, look).paint();
}

void paintEmphasis(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
                   const Emphasis& emphasis, const MapLook& look) {
    MapPainter(painter, frame, camera, camera.zoom, widget, emphasis, look).paintEmphasis();
}

void paintLoop(QPainter& painter, const QRectF& square, const QColor& ink) {
    const QRectF r = square.adjusted(1, 1, -1, -1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, std::max(1.0, r.width() / 7), Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(r, 50 * 16, 280 * 16);
    const QPointF tip(r.center().x() + r.width() * 0.32, r.center().y() - r.height() * 0.38);
    painter.drawLine(tip, tip + QPointF(0, -r.height() * 0.32));
    painter.drawLine(tip, tip + QPointF(-r.width() * 0.32, r.height() * 0.04));
}

} // namespace espalier::ui
