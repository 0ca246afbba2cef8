#include "app/tracker/marks.h"

#include <algorithm>
#include <optional>
#include <set>

namespace espalier::tracker {
namespace {

constexpr std::string_view kBegin = "<!-- espalier:begin ", kEnd = "<!-- espalier:end ", kClose = " -->";

struct Mark {
    bool begins = false;
    std::string_view name;
};

std::optional<Mark> markIn(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    const bool begins = line.starts_with(kBegin);
    if ((!begins && !line.starts_with(kEnd)) || !line.ends_with(kClose))
        return std::nullopt;
    const std::size_t from = begins ? kBegin.size() : kEnd.size();
    return line.size() < from + kClose.size()
               ? std::nullopt
               : std::optional(Mark{begins, line.substr(from, line.size() - from - kClose.size())});
}

std::optional<Section> sectionOf(std::string_view text) {
    const auto found =
        std::ranges::find_if(kSections, [&](Section section) { return name(section) == text; });
    return found == kSections.end() ? std::nullopt : std::optional(*found);
}

class Cutter {
public:
    facts::Status add(std::string_view line) {
        ++line_;
        const auto mark = markIn(line);
        if (!mark) {
            if (pieces_.empty())
                pieces_.emplace_back();
            pieces_.back().text += line;
            return facts::Done{};
        }
        const auto section = sectionOf(mark->name);
        if (!section)
            return error("there is no section '" + std::string(mark->name) + "'");
        return mark->begins ? begin(*section) : end(*section);
    }

    facts::Result<std::vector<Piece>> finish() {
        if (open_)
            return error("the mark of '" + std::string(name(*open_)) + "' has no end", openLine_);
        if (seen_.empty())
            return facts::Error{"it has no marks such as \"<!-- espalier:begin files -->\"", {}, {}};
        return std::move(pieces_);
    }

private:
    facts::Status begin(Section section) {
        if (open_)
            return error("a mark within that of '" + std::string(name(*open_)) + "', from line " +
                         std::to_string(openLine_));
        if (!seen_.insert(section).second)
            return error("'" + std::string(name(section)) + "' begins a second time");
        open_ = section;
        openLine_ = line_;
        pieces_.push_back({true, section, {}});
        return facts::Done{};
    }

    facts::Status end(Section section) {
        if (open_ != section)
            return error("'" + std::string(name(section)) + "' ends without having begun");
        open_.reset();
        pieces_.emplace_back();
        return facts::Done{};
    }

    [[nodiscard]] facts::Error error(std::string what, std::uint32_t line = 0) const {
        return {"line " + std::to_string(line == 0 ? line_ : line) + ": " + what, {}, {}};
    }

    std::vector<Piece> pieces_;
    std::optional<Section> open_;
    std::set<Section> seen_;
    std::uint32_t line_ = 0, openLine_ = 0;
};

} // namespace

std::string_view name(Section section) {
    constexpr std::array<std::string_view, 8> kNames{"head",   "problem", "progress", "criteria",
                                                     "phases", "files",   "fixed",    "regressions"};
    return kNames[static_cast<std::size_t>(section)];
}

facts::Result<std::vector<Piece>> piecesOf(std::string_view markdown) {
    Cutter cutter;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1);
        if (const auto status = cutter.add(markdown.substr(0, end + 1)); !status)
            return status.error();
        markdown.remove_prefix(end + 1);
    }
    return cutter.finish();
}

std::string joined(const std::vector<Piece>& pieces) {
    const bool windows = std::ranges::any_of(
        pieces, [](const Piece& piece) { return piece.text.find("\r\n") != std::string::npos; });
    const std::string lineEnd = windows ? "\r\n" : "\n";
    std::string out;
    for (const Piece& piece : pieces) {
        if (!piece.ours) {
            out += piece.text;
            continue;
        }
        const std::string section(name(piece.section));
        out += std::string(kBegin) + section + std::string(kClose) + lineEnd;
        for (std::size_t i = 0; i < piece.text.size(); ++i) {
            const bool lone = piece.text[i] == '\n' && (i == 0 || piece.text[i - 1] != '\r');
            out += lone ? lineEnd : std::string(1, piece.text[i]);
        }
        out += std::string(kEnd) + section + std::string(kClose) + lineEnd;
    }
    return out;
}

} // namespace espalier::tracker
