// Where things are on the commit strip: commits by time from left to right, flags of tags above them, the
// working tree at the right end. Plain numbers, in pixels; no state but what it is made of.
#pragma once

#include "ui/history/commit_line.h"

#include <QRectF>

#include <functional>
#include <vector>

namespace espalier::ui {

// A stretch of time, in seconds since 1970.
struct TimeRange {
    double from = 0, to = 0;
    [[nodiscard]] double length() const { return to - from; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};
// All of a line.
[[nodiscard]] TimeRange wholeRange(const CommitLine& line);

class StripGeometry {
public:
    // `place`: of what is drawn of commits; beyond its right border, at `presentX`, is the working tree,
    // unless `hasPresent` is false.
    StripGeometry(CommitLinePtr line, TimeRange shown, QRectF place, double presentX, bool hasPresent);

    [[nodiscard]] double xOfTime(double time) const;
    [[nodiscard]] double timeAt(double x) const;
    [[nodiscard]] double xOf(int place) const; // may lie outside of what is shown
    // The nearest commit on the same or the nearest pixel, the newest of several; the working tree on its
    // side.
    [[nodiscard]] int placeAt(double x) const;

    // For each column of one pixel how many files its commits have changed, as a share of the busiest one's
    // logarithm: 0 … 1; 0 where there is no commit, a little where none changed a file.
    [[nodiscard]] std::vector<double> bars() const;

    struct Flag {
        int tag = 0;  // of the line
        double x = 0; // of its pole
        QRectF text;  // empty: there is no room for its name
    };
    // Names never overlap; the newest ones come first. `widthOf` a name.
    [[nodiscard]] std::vector<Flag> flags(const std::function<double(const QString&)>& widthOf,
                                          QRectF row) const;

    struct Tick {
        double x = 0;
        QString text;
    };
    // Days, months, quarters or years, at least `leastApart` pixels from each other.
    [[nodiscard]] std::vector<Tick> ticks(double leastApart) const;

private:
    CommitLinePtr line_;
    TimeRange shown_;
    QRectF place_;
    double presentX_;
    bool hasPresent_;
};

} // namespace espalier::ui
