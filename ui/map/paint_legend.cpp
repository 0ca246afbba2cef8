#include "ui/map/paint_box.h"
#include "ui/map/paint_line.h"
#include "ui/map/painter.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace espalier::ui {

namespace {

using graph::LegendSymbol;

void paintLegendBox(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    graph::Box box;
    graph::ModuleKind kind = graph::ModuleKind::Module;
    box.marks.cycle = symbol == LegendSymbol::Cycle;
    box.marks.deprecated = symbol == LegendSymbol::Deprecated;
    box.marks.ghost = symbol == LegendSymbol::Ghost;
    box.marks.external = symbol == LegendSymbol::External;
    box.marks.test = symbol == LegendSymbol::Test;
    box.marks.problem = symbol == LegendSymbol::Problem;
    if (symbol == LegendSymbol::Package)
        kind = graph::ModuleKind::Package;
    else if (symbol == LegendSymbol::Namespace)
        kind = graph::ModuleKind::Namespace;
    const QRectF inner = rect.adjusted(0.5, 1.5, -0.5, -1.5);
    paintBoxShape(painter, inner, box, kind, BoxRole::Plain, 0.8, look.colours);
    paintBoxText(painter, inner, box, kind, BoxRole::Plain, 0.8, look);
}

void paintLegendLine(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    graph::Line line;
    line.statements = 2;
    line.cycle = symbol == LegendSymbol::CycleEdge;
    line.deprecated = symbol == LegendSymbol::DeprecatedEdge;
    line.deferredOnly = symbol == LegendSymbol::DeferredEdge;
    line.ghost = symbol == LegendSymbol::GhostEdge;
    QPainterPath path(QPointF(rect.left(), rect.center().y()));
    path.lineTo(rect.right(), rect.center().y());
    paintLine(painter, path, linePen(line, LineRole::Plain, look.colours, 1), 1);
}

QStringList omissions(const graph::Drawing& drawing) {
    const auto say = [](const char* text) { return QCoreApplication::translate("legend", text); };
    QStringList out;
    if (drawing.omittedBoxes > 0)
        out << counted(drawing.omittedBoxes, say("1 box is not drawn: too many for one picture"),
                       say("%1 boxes are not drawn: too many for one picture"));
    if (drawing.omittedLines > 0)
        out << counted(drawing.omittedLines, say("1 thin line is not drawn"),
                       say("%1 thin lines are not drawn"));
    return out;
}

} // namespace

void paintLegendSymbol(QPainter& painter, const QRectF& rect, LegendSymbol symbol, const MapLook& look) {
    if (symbol >= LegendSymbol::Edge)
        paintLegendLine(painter, rect, symbol, look);
    else
        paintLegendBox(painter, rect, symbol, look);
}

QRectF paintLegend(QPainter& painter, const graph::Drawing& drawing, const QRectF& widget,
                   const MapLook& look) {
    const QStringList notes = omissions(drawing);
    if (drawing.legend.empty() && notes.isEmpty())
        return {};
    const QFontMetricsF metrics(look.font);
    const double row = metrics.height() * 1.25, symbolWidth = metrics.height() * 1.9,
                 pad = metrics.height() * 0.6;
    double textWidth = 0;
    for (const graph::LegendEntry& entry : drawing.legend)
        textWidth = std::max(textWidth, symbolWidth + pad + metrics.horizontalAdvance(toQt(entry.text)));
    for (const QString& note : notes)
        textWidth = std::max(textWidth, metrics.horizontalAdvance(note));
    const double rows = static_cast<double>(drawing.legend.size()) + static_cast<double>(notes.size());
    const QSizeF size(textWidth + 2 * pad, rows * row + pad);
    const QRectF panel(QPointF(widget.left() + pad, widget.bottom() - pad - size.height()), size);
    if (size.width() > widget.width() * 0.6 || size.height() > widget.height() * 0.7)
        return {}; // a small map is better off without

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(look.colours.outline, 120), 1));
    painter.setBrush(colour(look.colours.background, 235));
    painter.drawRoundedRect(panel, 6, 6);
    double y = panel.top() + pad / 2;
    const double x = panel.left() + pad;
    for (const graph::LegendEntry& entry : drawing.legend) {
        paintLegendSymbol(painter, QRectF(x, y + row * 0.12, symbolWidth, row * 0.76), entry.symbol, look);
        painter.setFont(look.font);
        painter.setPen(colour(look.colours.text));
        painter.drawText(QRectF(x + symbolWidth + pad, y, textWidth, row), Qt::AlignVCenter,
                         toQt(entry.text));
        y += row;
    }
    painter.setPen(colour(look.colours.faintText));
    for (const QString& note : notes) {
        painter.drawText(QRectF(x, y, textWidth, row), Qt::AlignVCenter, note);
        y += row;
    }
    return panel;
}

} // namespace espalier::ui
