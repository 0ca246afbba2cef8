// A campaign's burn-down over the commits of its line: stacked by class of path, with the target, the
// baseline, tags, regressions and the phases that are done; or a number of the module graph. GUI thread only.
#pragma once

#include "graph/drawing/value_scale.h"
#include "ui/campaigns/trend_data.h"

#include <QWidget>

#include <optional>

namespace espalier::ui {

// The mouse points at a commit, Left and Right move along those where something changed, with Ctrl along the
// marks, Home and End to the ends; a click or Enter asks for the commit.
class TrendChart : public QWidget {
    Q_OBJECT
public:
    explicit TrendChart(QWidget* parent = nullptr);

    void set(TrendData data);
    [[nodiscard]] const TrendData& data() const { return data_; }
    // The commit that the window shows; -1: none of the line.
    void setShown(int place);
    [[nodiscard]] int cursor() const { return cursor_; } // -1: none
    void setCursor(int place);
    // Of a commit: id, date, author, subject, figures, marks.
    [[nodiscard]] QString words(int place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void commitChosen(const QString& commit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Frame {
        QRectF flags, plot, dates;
        graph::ValueScale scale;
    };
    [[nodiscard]] Frame frame() const;
    [[nodiscard]] StripGeometry geometryNow(const Frame& frame) const;
    [[nodiscard]] double y(const Frame& frame, double value) const;
    void paintGrid(QPainter& painter, const Frame& frame, const StripGeometry& geometry) const;
    void paintValues(QPainter& painter, const Frame& frame, const StripGeometry& geometry) const;
    void paintTarget(QPainter& painter, const Frame& frame) const;
    void paintMarks(QPainter& painter, const Frame& frame, const StripGeometry& geometry) const;
    void paintCursor(QPainter& painter, const Frame& frame, const StripGeometry& geometry) const;
    [[nodiscard]] QString figures(int place) const;
    void choose(int place);

    TrendData data_;
    int cursor_ = -1, shown_ = -1;
};

// How much a part stands out, from 0 to 255: the first most.
[[nodiscard]] int strengthOf(std::size_t part);
// "production", "deferred": what a part counts.
[[nodiscard]] QString partWord(TrendMeasure measure, std::size_t part);

} // namespace espalier::ui
