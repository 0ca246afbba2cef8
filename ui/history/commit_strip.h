// The line of commits, drawn along time: how much each has changed, the tags, what is shown, and the cursor,
// which one drags to scrub. GUI thread only.
#pragma once

#include "ui/history/history_desk.h"
#include "ui/history/strip_geometry.h"

#include <QWidget>

#include <map>
#include <optional>

namespace espalier::ui {

// Click or Enter shows the commit under the cursor, Shift+click compares with one. Left and Right move the
// cursor by a commit, with Ctrl by a tag, Home and End to the ends; the wheel zooms in time, Shift+wheel goes
// along it. Space plays.
class CommitStrip : public QWidget {
    Q_OBJECT
public:
    explicit CommitStrip(HistoryDesk* desk, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] HistoryDesk* desk() const { return desk_; }
    // Of what is drawn now. Only with a line.
    [[nodiscard]] StripGeometry geometryNow() const;
    [[nodiscard]] const TimeRange& range() const { return range_; }
    void setRange(TimeRange range); // kept within the line
    // Small signs at commits, by place, with what they mean: where violations came back.
    void setRegressions(std::map<int, QString> regressions);
    [[nodiscard]] const std::map<int, QString>& regressions() const { return regressions_; }
    // Of a commit, as rich text.
    [[nodiscard]] QString card(int place) const;
    // The cursor is being dragged.
    [[nodiscard]] bool scrubbing() const { return dragging_; }

signals:
    void rangeChanged();
    void scrubbingChanged();
    void looked();                              // the cursor was moved by keys
    void abandoned();                           // by Esc
    void playWanted();                          // or a pause
    void menuWanted(const QPoint& globalPlace); // for the cursor's commit

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    // The rows from above: flags, bars, dates.
    struct Rows {
        QRectF flags, bars, dates, present; // `present`: what stands for the working tree
    };
    [[nodiscard]] Rows rows() const;
    void takeLine();
    void follow();
    void stopScrubbing(bool open);
    void look(int place);
    void paintBars(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const;
    void paintFlags(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const;
    void paintRegressions(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const;
    void paintDates(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const;
    void paintPresent(QPainter& painter, const Rows& rows) const;
    void paintMarkers(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const;

    HistoryDesk* desk_;
    CommitLinePtr line_; // that range_ is of
    TimeRange range_;
    std::map<int, QString> regressions_;
    std::optional<double> hoverX_;
    bool dragging_ = false;
};

// Lets screen readers find the strip: a slider whose value is the commit. Before the first one is made.
void installAccessibleStrip();

} // namespace espalier::ui
