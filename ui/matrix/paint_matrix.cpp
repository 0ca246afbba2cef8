#include "ui/matrix/paint_matrix.h"

#include "ui/map/paint_marks.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QCoreApplication>

#include <cmath>

namespace espalier::ui {

namespace {

struct MatrixText { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(MatrixText)
};

constexpr int kIndent = 12, kFold = 12, kPad = 4;
constexpr int kLeastCountPx = 17, kLeastGridPx = 7, kLeastMarkPx = 6;

class MatrixPainter {
public:
    MatrixPainter(QPainter& painter, const MatrixScene& scene, const MatrixGeometry& geometry,
                  const MatrixEmphasis& emphasis, const MapLook& look)
        : p_(painter)
        , scene_(scene)
        , g_(geometry)
        , e_(emphasis)
        , look_(look)
        , c_(look.colours)
        , rows_(geometry.seenRows())
        , columns_(geometry.seenColumns()) {
        font_ = look.font;
        font_.setPixelSize(std::clamp(g_.cell * 6 / 10, 8, 13));
    }

    void paint() {
        p_.save();
        p_.setClipRect(g_.grid());
        paintBands();
        paintDiagonal();
        paintGrid();
        paintCells();
        paintBlocks();
        paintMarks();
        paintCross();
        p_.restore();
        paintRowHeader();
        paintColumnHeader();
        paintCorner();
    }

private:
    // The end of the rows, where the matrix is smaller than the widget.
    [[nodiscard]] int right() const { return std::min(g_.grid().right(), g_.x(g_.rows) - 1); }
    [[nodiscard]] int bottom() const { return std::min(g_.grid().bottom(), g_.y(g_.rows) - 1); }
    [[nodiscard]] QRect rowBand(int row) const {
        return {g_.headerWidth, g_.y(row), right() - g_.headerWidth + 1, g_.cell};
    }
    [[nodiscard]] QRect columnBand(int column) const {
        return {g_.x(column), g_.headerHeight, g_.cell, bottom() - g_.headerHeight + 1};
    }

    void paintBands() {
        for (const auto& [row, column, alpha] : {std::tuple(e_.hoverRow, e_.hoverColumn, 22),
                                                 {e_.row, e_.column < 0 ? e_.row : e_.column, 34}}) {
            if (row >= 0)
                p_.fillRect(rowBand(row), colour(c_.selection, alpha));
            if (column >= 0)
                p_.fillRect(columnBand(column), colour(c_.selection, alpha));
        }
    }
    void paintDiagonal() {
        for (int i = std::max(rows_.first, columns_.first); i < std::min(rows_.second, columns_.second); ++i)
            p_.fillRect(g_.cellRect(i, i), colour(c_.outline, 70));
    }
    void paintGrid() {
        if (g_.cell < kLeastGridPx)
            return;
        QList<QLine> lines;
        for (int i = rows_.first; i <= rows_.second; ++i)
            lines << QLine(g_.headerWidth, g_.y(i) - 1, right(), g_.y(i) - 1);
        for (int i = columns_.first; i <= columns_.second; ++i)
            lines << QLine(g_.x(i) - 1, g_.headerHeight, g_.x(i) - 1, bottom());
        p_.setPen(colour(c_.outline, 40));
        p_.drawLines(lines);
    }

    void paintCells() {
        p_.setFont(font_);
        const QFontMetrics metrics(font_);
        const double scale = std::log2(1.0 + scene_.mostStatements);
        for (int row = rows_.first; row < rows_.second; ++row) {
            const auto cells = scene_.matrix.cellsOf(static_cast<std::size_t>(row));
            auto cell = std::ranges::lower_bound(cells, static_cast<std::uint32_t>(columns_.first), {},
                                                 &graph::MatrixCell::column);
            for (; cell != cells.end() && static_cast<int>(cell->column) < columns_.second; ++cell)
                paintCell(*cell, std::log2(1.0 + cell->statements) / scale, metrics);
        }
    }
    void paintCell(const graph::MatrixCell& cell, double strength, const QFontMetrics& metrics) {
        const int gap = g_.cell >= kLeastGridPx ? 1 : 0;
        const QRect rect =
            g_.cellRect(static_cast<int>(cell.row), static_cast<int>(cell.column)).adjusted(0, 0, -gap, -gap);
        p_.fillRect(rect, colour(cell.feedback ? c_.cycle : c_.line, 60 + static_cast<int>(150 * strength)));
        if (cell.feedback && g_.cell >= kLeastMarkPx) { // red is not enough
            const int side = g_.cell / 3;
            const QPoint corner = rect.topRight() + QPoint(1, 0);
            const QPoint mark[] = {corner, corner - QPoint(side, 0), corner + QPoint(0, side)};
            p_.setPen(Qt::NoPen);
            p_.setBrush(colour(c_.cycle));
            p_.drawPolygon(mark, 3);
        }
        if (g_.cell < kLeastCountPx)
            return;
        const QString count = number(cell.statements);
        if (metrics.horizontalAdvance(count) > rect.width())
            return;
        p_.setPen(colour(c_.text));
        p_.drawText(rect, Qt::AlignCenter, count);
    }

    void paintBlocks() {
        p_.setPen(QPen(colour(c_.cycle), g_.cell >= kLeastMarkPx ? 2 : 1));
        p_.setBrush(Qt::NoBrush);
        for (const graph::Matrix::Block& block : scene_.matrix.blocks) {
            const int first = static_cast<int>(block.first), end = static_cast<int>(block.last) + 1;
            if (first < std::max(rows_.second, columns_.second) &&
                end > std::min(rows_.first, columns_.first))
                p_.drawRect(QRect(g_.x(first) - 1, g_.y(first) - 1, (end - first) * g_.cell,
                                  (end - first) * g_.cell));
        }
    }
    void paintFrames(const std::vector<std::pair<int, int>>& cells, Qt::PenStyle style) {
        for (const auto& [row, column] : cells) {
            const QRectF rect = QRectF(g_.cellRect(row, column)).adjusted(0.5, 0.5, -1.5, -1.5);
            p_.setPen(QPen(colour(c_.background), 3));
            p_.drawRect(rect);
            p_.setPen(QPen(colour(c_.cycle), 2, style));
            p_.drawRect(rect);
        }
    }
    void paintMarks() {
        p_.setRenderHint(QPainter::Antialiasing);
        p_.setBrush(Qt::NoBrush);
        paintFrames(e_.edges, Qt::SolidLine);
        paintFrames(e_.cycle, Qt::DashLine);
        for (const auto& [row, column] : e_.cuts) {
            const QRectF rect(g_.cellRect(row, column));
            const double side = std::clamp(rect.width() - 4, 4.0, 14.0);
            const QRectF square(rect.center() - QPointF(side + 1, side + 1) / 2, QSizeF(side, side));
            p_.setPen(Qt::NoPen);
            p_.setBrush(colour(c_.background));
            p_.drawEllipse(square.adjusted(-2, -2, 2, 2));
            paintScissors(p_, square, colour(c_.text));
        }
        p_.setRenderHint(QPainter::Antialiasing, false);
    }
    void paintCross() {
        for (const auto& [row, column, width] :
             {std::tuple(e_.hoverRow, e_.hoverColumn, 1), {e_.row, e_.column, 2}})
            if (row >= 0 && column >= 0) {
                p_.setPen(QPen(colour(c_.selection), width));
                p_.setBrush(Qt::NoBrush);
                p_.drawRect(g_.cellRect(row, column).adjusted(-1, -1, -1, -1));
            }
    }

    [[nodiscard]] bool isEmphasised(int i, int hovered, int selected) const {
        return i == hovered || i == selected;
    }

    void paintHeaderBack(const QRect& rect, const graph::MatrixRow& row, bool emphasised, bool selected) {
        if (row.marks.deprecated) {
            p_.fillRect(rect, colour(c_.deprecatedFill));
            p_.fillRect(rect, QBrush(colour(c_.deprecated, 90), Qt::BDiagPattern));
        }
        if (emphasised)
            p_.fillRect(rect, colour(c_.selection, selected ? 60 : 30));
    }
    void setHeaderPen(const graph::MatrixRow& row) {
        p_.setPen(colour(row.marks.ghost || row.marks.test ? c_.faintText : c_.text));
        font_.setItalic(row.marks.ghost || row.marks.external);
        font_.setBold(row.open);
        p_.setFont(font_);
    }

    void paintRowHeader() {
        p_.save();
        const QRect header(0, g_.headerHeight, g_.headerWidth, g_.grid().height());
        p_.setClipRect(header);
        p_.fillRect(header, colour(c_.background));
        for (int i = rows_.first; i < rows_.second && g_.cell >= MatrixGeometry::kRowNamesFrom; ++i) {
            const graph::MatrixRow& row = scene_.row(i);
            const QRect rect(0, g_.y(i), g_.headerWidth - 1, g_.cell - 1);
            const bool selected = i == e_.row;
            paintHeaderBack(rect, row, isEmphasised(i, e_.hoverRow, e_.row), selected);
            if (row.expandable)
                paintFold(foldPlace(g_, row, i), row.open);
            setHeaderPen(row);
            QRect room = rect.adjusted(foldPlace(g_, row, i).right() + 2, 0, -kPad, 0);
            const QString index = number(static_cast<std::size_t>(i) + 1);
            const QFontMetrics metrics(font_);
            const int indexWidth = metrics.horizontalAdvance(index);
            if (row.marks.cycle && g_.cell >= kLeastCountPx) {
                const int side = std::min(11, g_.cell - 6);
                p_.setRenderHint(QPainter::Antialiasing);
                paintLoop(
                    p_,
                    QRectF(room.right() - indexWidth - side - 6, rect.center().y() - side / 2.0, side, side),
                    colour(c_.cycle));
                p_.setRenderHint(QPainter::Antialiasing, false);
                setHeaderPen(row);
            }
            p_.drawText(room.adjusted(0, 0, -indexWidth - 22, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                        metrics.elidedText(scene_.labels[static_cast<std::size_t>(i)], Qt::ElideMiddle,
                                           room.width() - indexWidth - 22));
            p_.setPen(colour(c_.faintText));
            p_.drawText(room, Qt::AlignVCenter | Qt::AlignRight, index);
        }
        p_.restore();
    }
    void paintFold(const QRect& rect, bool open) {
        const QPointF c = rect.center();
        const QPointF closed[] = {c + QPointF(-2, -4), c + QPointF(3, 0), c + QPointF(-2, 4)};
        const QPointF opened[] = {c + QPointF(-4, -2), c + QPointF(4, -2), c + QPointF(0, 3)};
        p_.setPen(Qt::NoPen);
        p_.setBrush(colour(c_.faintText));
        p_.drawConvexPolygon(open ? opened : closed, 3);
    }

    void paintColumnHeader() {
        p_.save();
        const QRect header(g_.headerWidth, 0, g_.grid().width(), g_.headerHeight);
        p_.setClipRect(header);
        p_.fillRect(header, colour(c_.background));
        const bool names = g_.cell >= MatrixGeometry::kNamesFrom;
        for (int i = columns_.first; i < columns_.second && g_.cell >= MatrixGeometry::kNumbersFrom; ++i) {
            const graph::MatrixRow& row = scene_.row(i);
            const QRect rect(g_.x(i), 0, g_.cell - 1, g_.headerHeight - 1);
            const int selected = e_.column < 0 ? e_.row : e_.column;
            paintHeaderBack(rect, row, isEmphasised(i, e_.hoverColumn, selected), i == selected);
            setHeaderPen(row);
            p_.save(); // turned, so that it reads upward
            p_.translate(rect.left(), rect.bottom());
            p_.rotate(-90);
            const QRect turned(kPad, 0, rect.height() - kPad, rect.width());
            const QString text =
                names ? scene_.labels[static_cast<std::size_t>(i)] : number(static_cast<std::size_t>(i) + 1);
            p_.drawText(turned, Qt::AlignVCenter | Qt::TextSingleLine,
                        QFontMetrics(font_).elidedText(text, Qt::ElideLeft, turned.width()));
            p_.restore();
        }
        p_.restore();
    }
    void paintCorner() {
        const QRect corner(0, 0, g_.headerWidth, g_.headerHeight);
        p_.fillRect(corner, colour(c_.background));
        p_.setPen(colour(c_.outline, 120));
        p_.drawLine(0, g_.headerHeight - 1, g_.grid().right(), g_.headerHeight - 1);
        p_.drawLine(g_.headerWidth - 1, 0, g_.headerWidth - 1, g_.grid().bottom());
        QFont font(look_.font);
        font.setPixelSize(11);
        p_.setFont(font);
        p_.setPen(colour(c_.faintText));
        p_.drawText(corner.adjusted(kPad + 2, kPad, -kPad, -kPad), Qt::AlignBottom | Qt::TextWordWrap,
                    MatrixText::tr("Down a column: what it uses\nAlong a row: who uses it"));
    }

    QPainter& p_;
    const MatrixScene& scene_;
    const MatrixGeometry& g_;
    const MatrixEmphasis& e_;
    const MapLook& look_;
    const graph::Palette& c_;
    const std::pair<int, int> rows_, columns_;
    QFont font_;
};

} // namespace

QRect foldPlace(const MatrixGeometry& g, const graph::MatrixRow& row, int index) {
    return {kPad + row.depth * kIndent, g.y(index), kFold, g.cell};
}

void paintMatrix(QPainter& painter, const MatrixScene& scene, const MatrixGeometry& geometry,
                 const MatrixEmphasis& emphasis, const MapLook& look) {
    MatrixPainter(painter, scene, geometry, emphasis, look).paint();
}

int paintMatrixLegend(QPainter& p, const QRect& rect, const MapLook& look) {
    const graph::Palette& c = look.colours;
    const int side = 13;
    int x = rect.left();
    const auto entry = [&](const QString& text, const std::function<void(const QRect&)>& sign) {
        sign(QRect(x, rect.center().y() - side / 2, side, side));
        x += side + 5;
        p.setPen(colour(c.text));
        p.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignVCenter, text);
        x += p.fontMetrics().horizontalAdvance(text) + 18;
    };
    entry(MatrixText::tr("imports, in statements (darker: more)"),
          [&](const QRect& r) { p.fillRect(r, colour(c.line, 150)); });
    entry(MatrixText::tr("above the diagonal: runs back, in a circle"), [&](const QRect& r) {
        p.fillRect(r, colour(c.cycle, 130));
        const QPoint mark[] = {r.topRight(), r.topRight() - QPoint(5, 0), r.topRight() + QPoint(0, 5)};
        p.setPen(Qt::NoPen);
        p.setBrush(colour(c.cycle));
        p.drawPolygon(mark, 3);
    });
    entry(MatrixText::tr("these need each other"), [&](const QRect& r) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(colour(c.cycle), 2));
        p.drawRect(r);
    });
    entry(MatrixText::tr("deprecated"), [&](const QRect& r) {
        p.fillRect(r, colour(c.deprecatedFill));
        p.fillRect(r, QBrush(colour(c.deprecated, 90), Qt::BDiagPattern));
    });
    return x - rect.left();
}

} // namespace espalier::ui
