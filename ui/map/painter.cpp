#include "ui/map/painter.h"

#include "graph/layout/curves.h"
#include "ui/map/paint_box.h"
#include "ui/map/paint_line.h"
#include "ui/theme.h"

namespace espalier::ui {

namespace {

graph::ModuleKind kindOf(const Scene& scene, const graph::Box& box) {
    return box.module.valid() ? (*scene.snapshot)[box.module].kind : graph::ModuleKind::Module;
}

constexpr int kSmoothWhileMoving = 120; // lines
constexpr double kLeastZoomOfSigns = 0.4;

// Lines lie in strata, one above the other.
enum class Stratum { Faint, Plain, Strong };

class MapPainter {
public:
    MapPainter(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
               const Emphasis& emphasis, const MapLook& look)
        : painter_(painter)
        , frame_(frame)
        , scene_(*frame.scene())
        , camera_(camera)
        , widget_(widget)
        , emphasis_(emphasis)
        , look_(look) {
        findRelated();
    }

    void paint() {
        painter_.setRenderHint(QPainter::Antialiasing);
        // Open packages lie below the lines, everything else above them.
        paintBoxes(true);
        for (const Stratum stratum : {Stratum::Faint, Stratum::Plain, Stratum::Strong})
            paintLines(stratum);
        paintBoxes(false);
    }

    void paintHovered() {
        painter_.setRenderHint(QPainter::Antialiasing);
        if (const int i = emphasis_.hoverLine; i >= 0 && i != emphasis_.line) {
            painter_.save();
            painter_.setTransform(camera_.transform(), true);
            const graph::Line& line = scene_.drawing.lines[static_cast<std::size_t>(i)];
            paintLine(painter_, frame_.path(i), linePen(line, LineRole::Hovered, look_.colours, camera_.zoom),
                      camera_.zoom);
            painter_.restore();
        }
        if (const int i = emphasis_.hoverBox; i >= 0 && boxRole(i) != BoxRole::Selected)
            paintBoxOutline(painter_, camera_.toWidget(frame_.rect(i)), scene_.box(i),
                            kindOf(scene_, scene_.box(i)), BoxRole::Hovered, camera_.zoom, look_.colours);
    }

private:
    // The boxes at the other end of the selected box's lines, and of the selected line.
    void findRelated() {
        related_.assign(scene_.drawing.boxes.size(), false);
        for (int i = 0; i < frame_.lineCount(); ++i) {
            if (!touchesSelected(i))
                continue;
            const graph::Line& line = scene_.drawing.lines[static_cast<std::size_t>(i)];
            related_[static_cast<std::size_t>(line.from)] = related_[static_cast<std::size_t>(line.to)] =
                true;
        }
    }
    [[nodiscard]] bool somethingSelected() const { return emphasis_.box >= 0 || emphasis_.line >= 0; }
    [[nodiscard]] bool touchesSelected(int line) const {
        if (line == emphasis_.line)
            return true;
        const graph::Line& l = scene_.drawing.lines[static_cast<std::size_t>(line)];
        return emphasis_.box >= 0 && emphasis_.line < 0 &&
               scene_.boxWithin(l.from, emphasis_.box) != scene_.boxWithin(l.to, emphasis_.box);
    }
    [[nodiscard]] LineRole lineRole(int line) const {
        if (line == emphasis_.line)
            return LineRole::Selected;
        if (line == emphasis_.hoverLine)
            return LineRole::Hovered;
        if (!somethingSelected())
            return LineRole::Plain;
        return touchesSelected(line) ? LineRole::Related : LineRole::Dimmed;
    }
    [[nodiscard]] BoxRole boxRole(int box) const {
        if (box == emphasis_.box && emphasis_.line < 0)
            return BoxRole::Selected;
        if (box == emphasis_.hoverBox)
            return BoxRole::Hovered;
        if (!somethingSelected() || scene_.boxWithin(box, emphasis_.box))
            return BoxRole::Plain;
        return related_[static_cast<std::size_t>(box)] ? BoxRole::Related : BoxRole::Dimmed;
    }

    void paintBoxes(bool containers) {
        for (int i = 0; i < frame_.boxCount(); ++i) {
            const graph::Box& box = scene_.box(i);
            const QRectF rect = camera_.toWidget(frame_.rect(i));
            if (box.container != containers || !rect.adjusted(-4, -4, 4, 4).intersects(widget_))
                continue;
            const graph::ModuleKind kind = kindOf(scene_, box);
            painter_.setOpacity(frame_.boxOpacity(i));
            paintBoxShape(painter_, rect, box, kind, boxRole(i), camera_.zoom, look_.colours);
            paintBoxText(painter_, rect, box, kind, boxRole(i), camera_.zoom, look_);
        }
        painter_.setOpacity(1);
    }

    [[nodiscard]] Stratum stratumOf(const graph::Line& line, LineRole role) const {
        if (role == LineRole::Selected || role == LineRole::Hovered)
            return Stratum::Strong;
        if (role == LineRole::Dimmed || (line.fromTests && role == LineRole::Plain))
            return Stratum::Faint;
        return line.cycle || line.deprecated || role == LineRole::Related ? Stratum::Strong : Stratum::Plain;
    }

    void paintLines(Stratum stratum) {
        const QRectF visible = camera_.toPicture(widget_).adjusted(-8, -8, 8, 8);
        painter_.save();
        painter_.setTransform(camera_.transform(), true);
        // Antialiasing takes four times as long: 12 to 16 µs a line.
        painter_.setRenderHint(QPainter::Antialiasing,
                               !emphasis_.moving || frame_.lineCount() <= kSmoothWhileMoving);
        for (int i = 0; i < frame_.lineCount(); ++i) {
            const LineRole role = lineRole(i);
            const graph::Line& line = scene_.drawing.lines[static_cast<std::size_t>(i)];
            if (stratumOf(line, role) != stratum || !frame_.path(i).controlPointRect().intersects(visible))
                continue;
            painter_.setOpacity(frame_.lineOpacity(i));
            paintLine(painter_, frame_.path(i), linePen(line, role, look_.colours, camera_.zoom),
                      camera_.zoom);
            if (line.cycle && role != LineRole::Dimmed && camera_.zoom >= kLeastZoomOfSigns)
                paintSign(frame_.path(i));
        }
        painter_.restore();
    }

    // The loop on a line of a cycle.
    void paintSign(const QPainterPath& path) {
        constexpr double kSide = 12, kAround = 2;
        if (path.elementCount() < 4)
            return;
        std::vector<graph::Point> points;
        for (int i = 0; i < path.elementCount(); ++i)
            points.push_back({path.elementAt(i).x, path.elementAt(i).y});
        const QPointF at = toQt(graph::signPlace(points));
        const QRectF square(at.x() - kSide / 2, at.y() - kSide / 2, kSide, kSide);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colour(look_.colours.background, 230));
        painter_.drawEllipse(square.adjusted(-kAround, -kAround, kAround, kAround));
        paintLoop(painter_, square, colour(look_.colours.cycle));
    }

    QPainter& painter_;
    const Frame& frame_;
    const Scene& scene_;
    const Camera& camera_;
    const QRectF widget_;
    const Emphasis& emphasis_;
    const MapLook& look_;
    std::vector<bool> related_;
};

} // namespace

void paintMap(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
              const Emphasis& emphasis, const MapLook& look) {
    MapPainter(painter, frame, camera, widget, emphasis, look).paint();
}

void paintHover(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
                const Emphasis& emphasis, const MapLook& look) {
    if (emphasis.hoverBox >= 0 || emphasis.hoverLine >= 0)
        MapPainter(painter, frame, camera, widget, emphasis, look).paintHovered();
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
