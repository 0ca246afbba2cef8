#include "graph/drawing/words.h"
#include "graph/export/nesting.h"
#include "graph/export/picture.h"
#include "graph/export/style.h"
#include "graph/export/xml.h"

#include <algorithm>
#include <cctype>
#include <tuple>
#include <vector>

namespace espalier::graph {
namespace {

constexpr std::size_t kMostEdges = 250, kMostBytes = 40000;
constexpr std::size_t kReserve = 200; // for the node and comment that tell what was left out

// Text in quotes: Mermaid reads entities written with '#', and HTML in labels, so that all but plain
// characters are written as their numbers.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x80 || std::isalnum(byte) || c == ' ' || c == '_' || c == '.' ||
                           c == '-' || c == '+' || c == ',' || c == '/' || c == ':';
        if (plain)
            out += c;
        else if (byte >= 0x20 && byte != 0x7f)
            out += "#" + std::to_string(byte) + ";";
        else
            out += ' ';
    }
    return out + "\"";
}

class MermaidWriter {
public:
    explicit MermaidWriter(const Drawing& drawing)
        : drawing_(drawing) {}

    std::string write() {
        // Boxes take at most half of the room, breadth-first as they are listed.
        std::size_t boxes = drawing_.boxes.size();
        while (boxes > 0 && nodes(boxes).size() > kMostBytes / 2)
            boxes = boxes * 9 / 10;
        std::string out = head() + nodes(boxes) + classes(boxes);
        std::vector<std::size_t> chosen = byImportance(boxes);
        std::size_t kept = 0;
        std::string lines, styles;
        for (const std::size_t i : chosen) {
            const std::string line = edge(drawing_.lines[i]), style = edgeStyle(drawing_.lines[i], kept);
            if (kept == kMostEdges ||
                out.size() + lines.size() + styles.size() + line.size() + style.size() + kReserve >
                    kMostBytes)
                break;
            lines += line, styles += style;
            ++kept;
        }
        out += lines + styles;
        const std::size_t omittedLines = drawing_.omittedLines + drawing_.lines.size() - kept;
        const std::size_t omittedBoxes = drawing_.omittedBoxes + drawing_.boxes.size() - boxes;
        if (omittedLines + omittedBoxes > 0) {
            const std::string what = filled(Words::tr("%1 lines and %2 boxes left out"),
                                            {grouped(omittedLines), grouped(omittedBoxes)});
            out += "  %% " + what + "\n  omitted[" + quoted(what) + "]\n";
        }
        return out;
    }

private:
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string nodes(std::size_t boxes) const;
    [[nodiscard]] std::string classes(std::size_t boxes) const;
    [[nodiscard]] std::vector<std::size_t> byImportance(std::size_t boxes) const;
    [[nodiscard]] static std::string edge(const Line& l);
    [[nodiscard]] static std::string edgeStyle(const Line& l, std::size_t index);

    const Drawing& drawing_;
};

std::string MermaidWriter::head() const {
    std::string title = drawing_.title + " — " + drawing_.subtitle;
    for (char& c : title)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    return "%% " + title + "\nflowchart TB\n";
}

std::string MermaidWriter::nodes(std::size_t boxes) const {
    const auto label = [&](std::size_t i, const char* mark) {
        const Box& b = drawing_.boxes[i];
        return "n" + std::to_string(i) + "[" +
               quoted(b.label + mark + (b.note.empty() ? "" : " ✎ " + b.note)) + "]\n";
    };
    return nestedText(
        drawing_, boxes,
        [&](std::size_t i, const std::string& indent) { return indent + "subgraph " + label(i, ""); },
        [&](std::size_t i, const std::string& indent) {
            return indent + label(i, drawing_.boxes[i].marks.cycle ? " ↻" : "");
        },
        "end");
}

std::string MermaidWriter::classes(std::size_t boxes) const {
    std::string cycle, deprecated, ghost;
    for (std::size_t i = 0; i < boxes; ++i) {
        const Box& b = drawing_.boxes[i];
        if (b.container)
            continue;
        std::string* list = b.marks.deprecated ? &deprecated
                            : b.marks.ghost    ? &ghost
                            : b.marks.cycle    ? &cycle
                                               : nullptr;
        if (list != nullptr)
            *list += (list->empty() ? "n" : ",n") + std::to_string(i);
    }
    const auto define = [](const std::string& list, const std::string& name, const std::string& style) {
        return list.empty() ? ""
                            : "  classDef " + name + " " + style + "\n  class " + list + " " + name + "\n";
    };
    return define(cycle, "cycle",
                  "fill:" + colourText(kLightPalette.cycleFill) +
                      ",stroke:" + colourText(kLightPalette.cycle)) +
           define(deprecated, "deprecated",
                  "fill:" + colourText(kLightPalette.deprecatedFill) +
                      ",stroke:" + colourText(kLightPalette.deprecated)) +
           define(ghost, "ghost", "fill:#fff,stroke-dasharray:5 4");
}

std::vector<std::size_t> MermaidWriter::byImportance(std::size_t boxes) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < drawing_.lines.size(); ++i)
        if (static_cast<std::size_t>(std::max(drawing_.lines[i].from, drawing_.lines[i].to)) < boxes)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Line &x = drawing_.lines[a], &y = drawing_.lines[b];
        return std::tie(x.cycle, x.deprecated, x.statements) > std::tie(y.cycle, y.deprecated, y.statements);
    });
    return order;
}

std::string MermaidWriter::edge(const Line& l) {
    const char* arrow = l.cycle ? " ==> " : l.deferredOnly || l.ghost ? " -.-> " : " --> ";
    return "  n" + std::to_string(l.from) + arrow + "n" + std::to_string(l.to) + "\n";
}

std::string MermaidWriter::edgeStyle(const Line& l, std::size_t index) {
    if (!l.cycle && !l.deprecated)
        return "";
    return "  linkStyle " + std::to_string(index) +
           " stroke:" + colourText(l.cycle ? kLightPalette.cycle : kLightPalette.deprecated) + "\n";
}

} // namespace

std::string toMermaid(const Drawing& drawing) {
    return MermaidWriter(drawing).write();
}

} // namespace espalier::graph
