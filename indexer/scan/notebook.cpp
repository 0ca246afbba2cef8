// The code cells of Jupyter notebooks, in the formats 3 and 4 (nbformat.readthedocs.io).
#include "indexer/scan/file_scanner.h"
#include "indexer/scan/scanner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace espalier::scan {

namespace {

using Json = nlohmann::json;

// A text, or a list of its lines.
std::string sourceOf(const Json& cell, const char* key) {
    std::string out;
    const auto found = cell.find(key);
    if (found == cell.end())
        return out;
    if (found->is_string())
        return found->get<std::string>();
    if (found->is_array())
        for (const Json& line : *found)
            if (line.is_string())
                out += line.get_ref<const std::string&>();
    return out;
}

// %%magic on the first line hands the cell to something else, except for those that run it as Python.
bool isForeign(std::string_view source) {
    source.remove_prefix(std::min(source.find_first_not_of(" \t\n"), source.size()));
    if (!source.starts_with("%%"))
        return false;
    const std::string_view name = source.substr(2, source.find_first_of(" \t\r\n") - 2);
    for (std::string_view python : {"time", "timeit", "capture", "prun", "debug"})
        if (name == python)
            return false;
    return true;
}

void readCells(const Json& cells, const char* sourceKey, FileScanner& scanner, std::uint32_t& line) {
    if (!cells.is_array())
        return;
    for (const Json& cell : cells) {
        if (!cell.is_object() || cell.value("cell_type", Json()) != "code")
            continue;
        std::string source = sourceOf(cell, sourceKey);
        const SourceText text(source);
        if (isForeign(source))
            scanner.recorder().beginText(text, line);
        else
            scanner.read(text, line);
        line += text.lineCount();
    }
}

void readNotebook(const Json& notebook, FileScanner& scanner) {
    std::uint32_t line = 1;
    if (const auto cells = notebook.find("cells"); cells != notebook.end())
        readCells(*cells, "source", scanner, line);
    if (const auto sheets = notebook.find("worksheets"); sheets != notebook.end() && sheets->is_array())
        for (const Json& sheet : *sheets)
            if (sheet.is_object() && sheet.contains("cells"))
                readCells(sheet["cells"], "input", scanner, line);
}

} // namespace

facts::SourceFacts scanNotebook(std::string_view bytes) {
    const Json notebook = bytes.size() <= SourceText::kMaxBytes ? Json::parse(bytes, nullptr, false) : Json();
    if (!notebook.is_object()) {
        facts::SourceFacts out;
        out.broken = true;
        out.problems.push_back({"invalid-notebook", 0, 0, "not a notebook in JSON"});
        return out;
    }
    return scanWith({.notebook = true}, [&](FileScanner& scanner) { readNotebook(notebook, scanner); });
}

} // namespace espalier::scan
