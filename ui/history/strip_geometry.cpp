#include "ui/history/strip_geometry.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kDay = 86'400;
constexpr double kLeastBar = 0.08;

// The first day of the month, quarter … that a step in months begins with.
QDate floorTo(const QDate& day, int months) {
    const int since = (day.year() * 12 + day.month() - 1) / months * months;
    return {since / 12, since % 12 + 1, 1};
}

double secondsOf(const QDate& day) {
    return static_cast<double>(day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
}

} // namespace

TimeRange wholeRange(const CommitLine& line) {
    const auto first = static_cast<double>(line.times.front()), last = static_cast<double>(line.times.back());
    return {first, std::max(last, first + kDay)};
}

StripGeometry::StripGeometry(CommitLinePtr line, TimeRange shown, QRectF place, double presentX,
                             bool hasPresent)
    : line_(std::move(line))
    , shown_(shown)
    , place_(place)
    , presentX_(presentX)
    , hasPresent_(hasPresent) {}

double StripGeometry::xOfTime(double time) const {
    return place_.left() + (time - shown_.from) / shown_.length() * place_.width();
}

double StripGeometry::timeAt(double x) const {
    return shown_.from + (x - place_.left()) / place_.width() * shown_.length();
}

double StripGeometry::xOf(int place) const {
    return place >= line_->size()
               ? presentX_
               : xOfTime(static_cast<double>(line_->times[static_cast<std::size_t>(place)]));
}

int StripGeometry::placeAt(double x) const {
    if (hasPresent_ && x > (place_.right() + presentX_) / 2)
        return line_->size();
    const double time = timeAt(std::clamp(x, place_.left(), place_.right()));
    const auto& times = line_->times;
    const auto after = std::ranges::lower_bound(times, static_cast<std::int64_t>(std::ceil(time)));
    auto best = static_cast<int>(after - times.begin());
    if (best == line_->size() ||
        (best > 0 && time - static_cast<double>(times[static_cast<std::size_t>(best) - 1]) <
                         static_cast<double>(times[static_cast<std::size_t>(best)]) - time))
        --best;
    const double pixel = std::floor(xOf(best));
    while (best + 1 < line_->size() && std::floor(xOf(best + 1)) == pixel)
        ++best;
    return best;
}

std::vector<double> StripGeometry::bars() const {
    const auto columns = static_cast<std::size_t>(std::max(0.0, std::ceil(place_.width()) + 1));
    std::vector<double> files(columns, -1);
    for (int i = 0; i < line_->size(); ++i) {
        const double column = std::floor(xOf(i) - place_.left());
        if (column < 0 || column >= static_cast<double>(columns))
            continue;
        double& sum = files[static_cast<std::size_t>(column)];
        sum = std::max(sum, 0.0) + line_->files[static_cast<std::size_t>(i)];
    }
    const double most = columns == 0 ? 0 : std::max(1.0, *std::ranges::max_element(files));
    for (double& sum : files)
        sum = sum < 0 ? 0 : kLeastBar + (1 - kLeastBar) * std::log1p(sum) / std::log1p(most);
    return files;
}

std::vector<StripGeometry::Flag> StripGeometry::flags(const std::function<double(const QString&)>& widthOf,
                                                      QRectF row) const {
    constexpr double kGap = 4;
    std::vector<Flag> out;
    double free = row.right(); // left of it is room
    for (auto i = static_cast<int>(line_->tags.size()) - 1; i >= 0; --i) {
        const CommitLine::Tag& tag = line_->tags[static_cast<std::size_t>(i)];
        const double x = xOf(tag.place);
        if (x < place_.left() - 1 || x > place_.right() + 1)
            continue;
        Flag flag{i, x, {}};
        const double width = widthOf(tag.name);
        // To the right of its pole, or, at the right border, to the left.
        const double left = x + width <= row.right() ? x : x - width;
        if (left >= row.left() && left + width <= free && (left == x || out.empty())) {
            flag.text = QRectF(left, row.top(), width, row.height());
            free = left - kGap;
        }
        out.push_back(flag);
    }
    std::ranges::reverse(out);
    return out;
}

std::vector<StripGeometry::Tick> StripGeometry::ticks(double leastApart) const {
    const double perPixel = shown_.length() / std::max(1.0, place_.width());
    const auto fits = [&](double days) { return days * kDay / perPixel >= leastApart; };
    const QDate first =
        QDateTime::fromSecsSinceEpoch(static_cast<qint64>(shown_.from), QTimeZone::utc()).date();
    int days = 0, months = 0;
    for (const int step : {1, 2, 7, 14})
        if (days == 0 && fits(step))
            days = step;
    for (const int step : {1, 3, 6, 12, 24, 60, 120})
        if (days == 0 && months == 0 && fits(step * 30.4))
            months = step;
    std::vector<Tick> out;
    if (days == 0 && months == 0)
        return out;
    const QString format = days > 0           ? QLocale().dateFormat(QLocale::ShortFormat)
                           : months % 12 == 0 ? QStringLiteral("yyyy")
                                              : QStringLiteral("MMM yyyy");
    QDate day = days > 0 ? first : floorTo(first, months);
    for (; secondsOf(day) <= shown_.to; day = days > 0 ? day.addDays(days) : day.addMonths(months))
        if (secondsOf(day) >= shown_.from)
            out.push_back({xOfTime(secondsOf(day)), QLocale().toString(day, format)});
    return out;
}

} // namespace espalier::ui
