#include "graph/export/svg_trend.h"

#include "graph/drawing/text_width.h"
#include "graph/drawing/value_scale.h"
#include "graph/export/svg_symbols.h"
#include "graph/export/xml.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace espalier::graph {
namespace {

constexpr double kWidth = 900, kHeight = 420;
constexpr Rect kPlot{64, 92, 812, 244};
constexpr int kMostSteps = 6;
constexpr double kFont = 12, kSmall = 11, kDay = 24 * 60 * 60;
constexpr std::array<std::string_view, kPathClassCount> kClasses{"production", "tests", "tools", "copies"};
constexpr std::array<std::string_view, kPathClassCount> kStrength{"0.9", "0.5", "0.3", "0.15"};

std::string dayText(std::int64_t seconds) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}})};
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<unsigned>(day.month())) +
           "-" + two(static_cast<unsigned>(day.day()));
}

std::string line(double x1, double y1, double x2, double y2, std::uint32_t colour,
                 std::string_view rest = "") {
    return "<line x1=\"" + decimal(x1) + "\" y1=\"" + decimal(y1) + "\" x2=\"" + decimal(x2) + "\" y2=\"" +
           decimal(y2) + "\" stroke=\"" + colourText(colour) + "\"" + std::string(rest) + "/>";
}

class Writer {
public:
    explicit Writer(const TrendPicture& picture)
        : in_(picture) {
        std::int64_t first = in_.end;
        for (const TrendPicture::Step& step : in_.steps) {
            most_ = std::max<double>(most_, step.files());
            if (step.files() > 0)
                first = std::min(first, step.time);
        }
        if (in_.baseline)
            first = std::min(first, in_.baseline->time);
        to_ = static_cast<double>(in_.end);
        from_ = std::min(static_cast<double>(first) - 0.05 * (to_ - static_cast<double>(first)), to_ - kDay);
        most_ = std::max(most_, static_cast<double>(in_.target.value_or(0)));
        scale_ = valueScale(most_, kMostSteps);
    }

    std::string write() {
        out_ =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"420\" viewBox=\"0 0 900 420\" "
            "font-family=\"Helvetica, Arial, sans-serif\"><rect width=\"900\" height=\"420\" fill=\"" +
            colourText(c_.background) + "\"/>\n";
        text(16, 26, in_.title, {16, c_.text, "start", true, false});
        text(16, 46, in_.subtitle, {kFont, c_.faintText, "start", false, false});
        grid();
        values();
        target();
        marks();
        legend();
        return out_ + "</svg>\n";
    }

private:
    void text(double x, double y, const std::string& words, const TextStyle& style) {
        out_ += svgText(x, y, elideMiddle(words, style.px, kWidth - 32), style) + "\n";
    }
    [[nodiscard]] double x(double time) const {
        return kPlot.x + kPlot.width * std::clamp((time - from_) / (to_ - from_), 0.0, 1.0);
    }
    [[nodiscard]] double y(double value) const { return kPlot.y + kPlot.height * (1 - value / scale_.top()); }

    void grid() {
        for (int i = 0; i <= scale_.steps; ++i) {
            const double value = i * scale_.step;
            out_ += line(kPlot.x, y(value), kPlot.x + kPlot.width, y(value), c_.outline,
                         value == 0 ? "" : " stroke-opacity=\"0.25\"");
            text(kPlot.x - 8, y(value) + 4, decimal(value), {kSmall, c_.faintText, "end", false, false});
        }
        constexpr double kLeastApart = 90;
        const double days = (to_ - from_) / kDay;
        const double each = std::max(1.0, std::ceil(days * kLeastApart / kPlot.width));
        for (double day = std::ceil(from_ / kDay); day * kDay <= to_; day += each) {
            out_ += line(x(day * kDay), kPlot.y, x(day * kDay), kPlot.y + kPlot.height + 5, c_.outline,
                         " stroke-opacity=\"0.25\"");
            text(x(day * kDay), kPlot.y + kPlot.height + 18, dayText(static_cast<std::int64_t>(day * kDay)),
                 {kSmall, c_.faintText, "middle", false, false});
        }
    }

    // Stacked from below: production, tests, tools, copies.
    void values() {
        std::vector<double> below(in_.steps.size(), 0);
        const auto outline = [&] {
            std::vector<Point> points;
            for (std::size_t i = 0; i < below.size(); ++i) {
                const Point at{x(static_cast<double>(in_.steps[i].time)), y(below[i])};
                if (!points.empty())
                    points.push_back({at.x, points.back().y});
                points.push_back(at);
            }
            if (!points.empty())
                points.push_back({kPlot.x + kPlot.width, points.back().y});
            return points;
        };
        const auto data = [](const std::vector<Point>& points) {
            std::string out;
            for (const Point& p : points)
                out += (out.empty() ? "" : " ") + decimal(p.x) + "," + decimal(p.y);
            return out;
        };
        for (std::size_t part = 0; part < kPathClassCount; ++part) {
            std::vector<Point> area = outline();
            std::reverse(area.begin(), area.end());
            for (std::size_t i = 0; i < below.size(); ++i)
                below[i] += in_.steps[i].filesByClass[part];
            const std::vector<Point> above = outline();
            area.insert(area.end(), above.begin(), above.end());
            out_ += "<polygon points=\"" + data(area) + "\" fill=\"" + colourText(c_.deprecated) +
                    "\" fill-opacity=\"" + std::string(kStrength[part]) + "\"/>\n";
        }
        out_ += "<polyline points=\"" + data(outline()) + "\" fill=\"none\" stroke=\"" +
                colourText(c_.deprecated) + "\" stroke-width=\"1.8\"/>\n";
    }

    void target() {
        if (!in_.target)
            return;
        const double at = y(*in_.target);
        out_ += line(kPlot.x, at, kPlot.x + kPlot.width, at, c_.selection,
                     " stroke-width=\"1.6\" stroke-dasharray=\"6 4\"");
        text(kPlot.x + 6, at - 5, "target " + std::to_string(*in_.target),
             {kSmall, c_.selection, "start", false, false});
    }

    void marks() {
        double free = kPlot.x + kPlot.width + 30; // the newest tags first
        for (auto tag = in_.tags.rbegin(); tag != in_.tags.rend(); ++tag) {
            if (static_cast<double>(tag->time) < from_)
                continue;
            const double at = x(static_cast<double>(tag->time)), width = textWidth(tag->words, kSmall) + 8;
            out_ +=
                line(at, kPlot.y - 8, at, kPlot.y + kPlot.height, c_.faintText, " stroke-opacity=\"0.5\"");
            if (at + width / 2 > free || at - width / 2 < kPlot.x)
                continue;
            free = at - width / 2 - 4;
            text(at, kPlot.y - 13, tag->words, {kSmall, c_.text, "middle", false, false});
        }
        if (in_.baseline) {
            const double at = x(static_cast<double>(in_.baseline->time));
            out_ += line(at, kPlot.y, at, kPlot.y + kPlot.height, c_.text,
                         " stroke-width=\"1.2\" stroke-dasharray=\"2 3\"");
            text(at + 4, kPlot.y + 12, "baseline " + in_.baseline->words,
                 {kSmall, c_.text, "start", false, false});
        }
        for (const std::int64_t time : in_.comebacks)
            comeback(x(static_cast<double>(time)), kPlot.y + kPlot.height - 1);
    }
    void comeback(double at, double bottom) {
        out_ += "<polygon points=\"" + decimal(at) + "," + decimal(bottom - 9) + " " + decimal(at + 5) + "," +
                decimal(bottom) + " " + decimal(at - 5) + "," + decimal(bottom) + "\" fill=\"" +
                colourText(c_.cycle) + "\" stroke=\"" + colourText(c_.background) + "\"/>\n";
    }

    void legend() {
        double at = kPlot.x;
        const double middle = kHeight - 28;
        const auto entry = [&](const std::string& words) {
            text(at + 18, middle + 4, words, {kFont, c_.text, "start", false, false});
            at += 18 + textWidth(words, kFont) + 18;
        };
        for (std::size_t part = 0; part < kPathClassCount; ++part) {
            const auto some = [&](const TrendPicture::Step& s) { return s.filesByClass[part] > 0; };
            if (std::ranges::none_of(in_.steps, some))
                continue;
            out_ += "<rect x=\"" + decimal(at) + "\" y=\"" + decimal(middle - 6) +
                    "\" width=\"12\" height=\"12\" fill=\"" + colourText(c_.deprecated) +
                    "\" fill-opacity=\"" + std::string(kStrength[part]) + "\"/>\n";
            entry("files: " + std::string(kClasses[part]));
        }
        if (!in_.comebacks.empty()) {
            comeback(at + 6, middle + 5);
            entry("violations came back");
        }
    }

    const TrendPicture& in_;
    const Palette& c_ = kLightPalette;
    double from_ = 0, to_ = 0, most_ = 0;
    ValueScale scale_;
    std::string out_;
};

} // namespace

std::uint32_t TrendPicture::Step::files() const {
    return std::accumulate(filesByClass.begin(), filesByClass.end(), 0U);
}

std::string trendSvg(const TrendPicture& picture) {
    return Writer(picture).write();
}

} // namespace espalier::graph
