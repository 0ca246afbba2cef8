#include "ui/map/paint_box.h"
#include "ui/map/paint_line.h"
#include "ui/map/paint_overview.h"
#include "ui/map/painter.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace espalier::ui {

namespace {

using graph::LegendSymbol;

struct Legend { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Legend)
};

// The box that a symbol stands for.
graph::Box exampleOf(LegendSymbol symbol) {
    graph::Box box;
    box.marks.cycle = symbol == LegendSymbol::Cycle;
    box.marks.deprecated = symbol == LegendSymbol::Deprecated;
    box.marks.ghost = symbol == LegendSymbol::Ghost;
    box.marks.external = symbol == LegendSymbol::External;
    box.marks.test = symbol == LegendSymbol::Test;
    box.marks.problem = symbol == LegendSymbol::Problem;
    box.tint = symbol == LegendSymbol::Tint;
    if (symbol == LegendSymbol::Added)
        box.marks.change = graph::DiffMark::Added;
    else if (symbol == LegendSymbol::Removed)
        box.marks.change = graph::DiffMark::Removed;
    else if (symbol == LegendSymbol::Mixed)
        box.marks.change = graph::DiffMark::Mixed;
    return box;
}

void paintLegendBox(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    const graph::Box box = exampleOf(symbol);
    graph::ModuleKind kind = graph::ModuleKind::Module;
    if (symbol == LegendSymbol::Package || symbol == LegendSymbol::Mixed)
        kind = graph::ModuleKind::Package;
    else if (symbol == LegendSymbol::Namespace)
        kind = graph::ModuleKind::Namespace;
    QRectF inner = rect.adjusted(0.5, 1.5, -0.5, -1.5);
    if (symbol == LegendSymbol::Note)
        return paintNoteSheet(painter, inner, 0.8, look.colours);
    if (symbol == LegendSymbol::Size) { // a small one beside a large one
        QRectF small(inner.left(), 0, inner.width() * 0.35, inner.height() * 0.5);
        small.moveCenter({small.center().x(), inner.center().y()});
        paintBoxShape(painter, small, box, kind, BoxRole::Plain, 0.8, look.colours);
        inner.setLeft(small.right() + 3);
    }
    paintBoxShape(painter, inner, box, kind, BoxRole::Plain, 0.8, look.colours);
    paintBoxText(painter, inner, box, kind, BoxRole::Plain, 0.8, 0.8, look);
}

void paintLegendTile(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    graph::Box box = exampleOf(symbol);
    const QRectF inner = rect.adjusted(0.5, 1.5, -0.5, -1.5);
    box.container = symbol == LegendSymbol::Package || symbol == LegendSymbol::DeprecatedShare;
    box.title = inner.height();
    paintOverviewBox(painter, inner, box, BoxRole::Plain, look);
    if (symbol == LegendSymbol::DeprecatedShare)
        paintDeprecatedShare(painter, inner, 0.6, look.colours);
    if (box.marks.cycle) {
        QRectF square(0, 0, inner.height() * 0.8, inner.height() * 0.8);
        square.moveCenter(inner.center());
        paintLoop(painter, square, colour(look.colours.cycle));
    }
}

void paintLegendLine(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    graph::Line line;
    line.statements = 2;
    line.cycle = symbol == LegendSymbol::CycleEdge;
    line.deprecated = symbol == LegendSymbol::DeprecatedEdge;
    line.deferredOnly = symbol == LegendSymbol::DeferredEdge;
    line.ghost = symbol == LegendSymbol::GhostEdge;
    line.fromTests = symbol == LegendSymbol::TestEdge;
    if (symbol == LegendSymbol::AddedEdge)
        line.change = graph::DiffMark::Added;
    else if (symbol == LegendSymbol::RemovedEdge)
        line.change = graph::DiffMark::Removed;
    QPainterPath path(QPointF(rect.left(), rect.center().y()));
    path.lineTo(rect.right(), rect.center().y());
    const QPen pen = linePen(line, LineRole::Plain, look.colours, 1);
    paintLine(painter, path, pen, lineArrow(pen, 1));
    if (!line.cycle && line.change == graph::DiffMark::None)
        return;
    QRectF square(0, 0, rect.height() * 0.8, rect.height() * 0.8);
    square.moveCenter(rect.center() - QPointF(rect.width() * 0.12, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(look.colours.background));
    painter.drawEllipse(square);
    if (line.cycle)
        paintLoop(painter, square, colour(look.colours.cycle));
    else
        paintChange(painter, square, line.change, look.colours);
}

QStringList omissions(const graph::Drawing& drawing) {
    QStringList out;
    if (drawing.omittedBoxes > 0)
        out << counted(drawing.omittedBoxes, Legend::tr("1 box is summed up as “more”"),
                       Legend::tr("%1 boxes are summed up as “more”", nullptr, plural(drawing.omittedBoxes)));
    if (drawing.omittedLines > 0)
        out << counted(drawing.omittedLines, Legend::tr("1 thin line is not drawn"),
                       Legend::tr("%1 thin lines are not drawn", nullptr, plural(drawing.omittedLines)));
    return out;
}

// Signs with their words side by side, in as many rows as it takes.
struct LegendFlow {
    struct Item {
        int entry; // -1: words alone
        QString text;
        QRectF place; // from the upper left corner of the strip
    };
    std::vector<Item> items;
    QFont font;
    double symbol = 0, pad = 0, height = 0;
};

LegendFlow flowLegend(const graph::Drawing& drawing, double width, const MapLook& look) {
    constexpr double kSmaller = 0.88;
    LegendFlow flow;
    flow.font = look.font;
    if (look.font.pointSizeF() > 0)
        flow.font.setPointSizeF(look.font.pointSizeF() * kSmaller);
    else
        flow.font.setPixelSize(static_cast<int>(std::lround(look.font.pixelSize() * kSmaller)));
    const QFontMetricsF metrics(flow.font);
    const double row = metrics.height() * 1.35;
    flow.symbol = metrics.height() * 1.8;
    flow.pad = metrics.height() * 0.5;
    double x = flow.pad, y = flow.pad / 2;
    const auto add = [&](int entry, const QString& text) {
        const double sign = entry < 0 ? 0 : flow.symbol + flow.pad * 0.7;
        const double needed = sign + metrics.horizontalAdvance(text);
        if (x > flow.pad && x + needed > width - flow.pad) {
            x = flow.pad;
            y += row;
        }
        flow.items.push_back({entry, text, QRectF(x, y, needed, row)});
        x += needed + 2.2 * flow.pad;
    };
    for (std::size_t i = 0; i < drawing.legend.size(); ++i)
        add(static_cast<int>(i), toQt(drawing.legend[i].text));
    for (const QString& note : omissions(drawing))
        add(-1, note);
    flow.height = flow.items.empty() ? 0 : y + row + flow.pad / 2;
    return flow;
}

} // namespace

void paintLegendSymbol(QPainter& painter, const QRectF& rect, LegendSymbol symbol,
                       graph::Arrangement arrangement, const MapLook& look) {
    if (symbol >= LegendSymbol::Edge)
        paintLegendLine(painter, rect, symbol, look);
    else if (arrangement == graph::Arrangement::Overview)
        paintLegendTile(painter, rect, symbol, look);
    else
        paintLegendBox(painter, rect, symbol, look);
}

double legendHeight(const graph::Drawing& drawing, QSizeF widget, const MapLook& look) {
    const double height = flowLegend(drawing, widget.width(), look).height;
    return height > widget.height() * 0.3 ? 0 : height; // a small map is better off without
}

void paintLegend(QPainter& painter, const graph::Drawing& drawing, const QRectF& widget,
                 const MapLook& look) {
    const double height = legendHeight(drawing, widget.size(), look);
    if (height <= 0)
        return;
    const LegendFlow flow = flowLegend(drawing, widget.width(), look);
    const QRectF strip(widget.left(), widget.bottom() - height, widget.width(), height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(strip, colour(look.colours.background, 235));
    painter.setPen(QPen(colour(look.colours.outline, 70), 1));
    painter.drawLine(strip.topLeft(), strip.topRight());
    for (const LegendFlow::Item& item : flow.items) {
        const QRectF place = item.place.translated(strip.topLeft());
        double words = place.left();
        if (item.entry >= 0) {
            const QRectF sign(place.left(), place.top() + place.height() * 0.14, flow.symbol,
                              place.height() * 0.72);
            paintLegendSymbol(painter, sign, drawing.legend[static_cast<std::size_t>(item.entry)].symbol,
                              drawing.arrangement, look);
            words += flow.symbol + flow.pad * 0.7;
        }
        painter.setFont(flow.font);
        painter.setPen(colour(item.entry < 0 ? look.colours.faintText : look.colours.text));
        painter.drawText(QRectF(words, place.top(), place.right() - words + 2, place.height()),
                         Qt::AlignVCenter, item.text);
    }
}

} // namespace espalier::ui
