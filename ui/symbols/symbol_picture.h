// The paths of a symbol as a small picture: from those who import it to where it is defined.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/map/painter.h"

#include <QWidget>

#include <optional>

namespace espalier::ui {

// As wide as it may be, and as high as it then needs to be. A click on a line or a box chooses it, on the
// ground nothing; Up and Down go from line to line, Esc to nothing.
class SymbolPicture : public QWidget {
    Q_OBJECT
public:
    explicit SymbolPicture(QWidget* parent = nullptr);

    void show(const graph::SymbolViewPtr& view); // null: nothing
    void choose(int box, int line);              // -1: neither of these
    [[nodiscard]] int chosenBox() const { return emphasis_.box; }
    [[nodiscard]] int chosenLine() const { return emphasis_.line; }
    [[nodiscard]] const graph::Drawing& drawing() const { return frame_.scene()->drawing; }
    // "tests → shop: 12 statements".
    [[nodiscard]] QString lineWords(int line) const;
    [[nodiscard]] QString boxWords(int box) const;
    // In widget coordinates.
    [[nodiscard]] QRectF placeOfBox(int box) const { return camera_.toWidget(frame_.rect(box)); }

signals:
    void chosen(int box, int line);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Target {
        int box = -1, line = -1;
    };
    [[nodiscard]] Target at(QPointF place) const;
    [[nodiscard]] QString nameOf(int box) const;
    void fit();
    void take(Target target);
    void hover(Target target);

    Frame frame_;
    Camera camera_;
    Emphasis emphasis_;
};

} // namespace espalier::ui
