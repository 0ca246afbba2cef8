#include "app/project/entry_points.h"

#include "app/project/source_files.h"
#include "indexer/facts/project_facts.h"

#include <toml++/toml.h>

#include <algorithm>

namespace espalier::project {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r"), end = text.find_last_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

// "shop.cli:main [extra]"
void add(std::vector<graph::EntryPoint>& out, const std::string& path, std::uint32_t line,
         std::string_view name, std::string_view value) {
    value = trimmed(value.substr(0, value.find('[')));
    const std::size_t colon = value.find(':');
    if (value.empty())
        return;
    out.push_back({path, line, std::string(trimmed(name)), std::string(trimmed(value.substr(0, colon))),
                   colon == std::string_view::npos ? "" : std::string(trimmed(value.substr(colon + 1)))});
}

// Strings of a table, and of the tables in it.
void addTable(std::vector<graph::EntryPoint>& out, const std::string& path, const toml::node* node) {
    const toml::table* table = node ? node->as_table() : nullptr;
    if (!table)
        return;
    for (const auto& [key, value] : *table)
        if (const auto* text = value.as_string())
            add(out, path, static_cast<std::uint32_t>(value.source().begin.line), key.str(), **text);
        else
            addTable(out, path, &value);
}

std::vector<graph::EntryPoint> parseToml(std::string_view text, const std::string& path) {
    std::vector<graph::EntryPoint> out;
    try {
        const toml::table table = toml::parse(text, path);
        for (const char* section : {"project.scripts", "project.gui-scripts", "project.entry-points",
                                    "tool.poetry.scripts", "tool.poetry.plugins"})
            addTable(out, path, table.at_path(section).node());
    } catch (const toml::parse_error&) {
        out.clear(); // the configuration reports it
    }
    return out;
}

std::vector<graph::EntryPoint> parseCfg(std::string_view text, const std::string& path) {
    std::vector<graph::EntryPoint> out;
    bool ours = false;
    for (std::uint32_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view raw = text.substr(0, end), content = trimmed(raw);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.starts_with('['))
            ours = content == "[options.entry_points]";
        const std::size_t equals = content.find('=');
        const bool entry = ours && !content.empty() && (raw[0] == ' ' || raw[0] == '\t') &&
                           content[0] != '#' && content[0] != ';' && equals != std::string_view::npos;
        if (entry)
            add(out, path, line, content.substr(0, equals), content.substr(equals + 1));
    }
    return out;
}

} // namespace

std::vector<graph::EntryPoint> parseEntryPoints(std::string_view text, const std::string& path,
                                                bool setupCfg) {
    return setupCfg ? parseCfg(text, path) : parseToml(text, path);
}

std::vector<graph::EntryPoint> entryPoints(const facts::ProjectFacts& project) {
    std::vector<graph::EntryPoint> out;
    const auto tree = sourceTree(project);
    for (const facts::SourceFile& file : project.files) {
        if (file.kind != facts::FileKind::Marker || !tree)
            continue;
        const auto text = readSmall(**tree, file.path);
        for (graph::EntryPoint& one :
             text ? parseEntryPoints(*text, file.path, file.path.ends_with("setup.cfg"))
                  : std::vector<graph::EntryPoint>())
            out.push_back(std::move(one));
    }
    return out;
}

} // namespace espalier::project
