#include "app/tracker/notes.h"

#include <algorithm>

namespace espalier::tracker {
namespace {

constexpr std::string_view kLeft = "- at "; // begins a note of a row that is gone

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        out.push_back(line);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return out;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos
               ? ""
               : std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

// "| a | b |" at its bars, but for "\|".
std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> out;
    std::size_t from = 1;
    for (std::size_t i = 1; i < line.size(); ++i)
        if (line[i] == '|' && line[i - 1] != '\\') {
            out.push_back(trimmed(line.substr(from, i - from)));
            from = i + 1;
        }
    if (from < line.size() && !trimmed(line.substr(from)).empty())
        out.push_back(trimmed(line.substr(from)));
    return out;
}

// "~~`a/b.py:12`~~" is "a/b.py".
std::string pathIn(std::string_view cell) {
    std::string out(cell);
    std::erase_if(out, [](char c) { return c == '`' || c == '~'; });
    return trimmed(out.substr(0, out.rfind(':')));
}
std::string statementIn(std::string_view cell) {
    std::string out(cell);
    std::erase_if(out, [](char c) { return c == '~'; });
    return trimmed(out);
}

} // namespace

void RowNotes::read(std::string_view section) {
    std::size_t columns = 0; // of the table that a line lies in
    for (const std::string_view line : linesOf(section)) {
        if (line.starts_with(kLeft))
            left_.emplace_back(line);
        if (!line.starts_with('|')) {
            columns = 0;
            continue;
        }
        const std::vector<std::string> cells = cellsOf(line);
        if (columns == 0) {
            columns = cells.size();
            continue;
        }
        if (cells.size() >= columns && columns >= 3 && cells[0].find('`') != std::string::npos &&
            !cells[columns - 1].empty())
            notes_[{pathIn(cells[0]), statementIn(cells[1])}].push_back(cells[columns - 1]);
    }
}

std::string RowNotes::take(const std::string& placeCell, const std::string& statementCell) {
    const auto found = notes_.find({pathIn(placeCell), statementIn(statementCell)});
    if (found == notes_.end() || found->second.empty())
        return "";
    std::string out = std::move(found->second.front());
    found->second.erase(found->second.begin());
    return out;
}

bool RowNotes::has(const std::string& placeCell, const std::string& statementCell) const {
    const auto found = notes_.find({pathIn(placeCell), statementIn(statementCell)});
    return found != notes_.end() && !found->second.empty();
}

std::string RowNotes::rest() const {
    std::string out;
    for (const std::string& line : left_)
        out += line + '\n';
    for (const auto& [row, notes] : notes_)
        for (const std::string& note : notes)
            out += std::string(kLeft) + "~~`" + row.first + "`~~: " + note + '\n';
    return out;
}

PhaseNotes phaseNotes(std::string_view section) {
    PhaseNotes out;
    std::string phase;
    for (const std::string_view line : linesOf(section)) {
        const bool item = line.starts_with("- [") && line.size() > 6 && line[4] == ']';
        if (item) {
            const std::size_t end = line.find(": ", 6);
            phase = trimmed(line.substr(6, end == std::string_view::npos ? end : end - 6));
            if (line[3] == 'x' || line[3] == 'X')
                out.ticked.insert(phase);
        } else if (!phase.empty() && line.starts_with(' ') && !trimmed(line).empty()) {
            out.lines[phase] += std::string(line) + '\n';
        } else if (!line.empty()) {
            phase.clear();
        }
    }
    return out;
}

} // namespace espalier::tracker
