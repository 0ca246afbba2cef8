#include "app/project/config_file.h"

#include "app/project/campaign_config.h"
#include "app/project/small_file.h"
#include "app/project/table_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace espalier::project {
namespace {

// "shop.orders:Order" → module and symbol.
std::pair<std::string, std::string> splitSymbol(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        return {text, {}};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

void readDeprecated(const toml::table& entry, const std::string& file, LoadedConfig& out) {
    TableReader reader(entry, "[[deprecated]]", file, out.problems);
    std::string module, symbol;
    graph::DeprecatedEntry deprecated;
    reader.string("module", module);
    reader.string("symbol", symbol);
    reader.string("use", deprecated.replacement);
    reader.string("removal", deprecated.removal);
    reader.finish();
    std::tie(deprecated.module, deprecated.symbol) = splitSymbol(symbol.empty() ? module : symbol);
    if (deprecated.module.empty() || module.empty() == symbol.empty() ||
        (!symbol.empty() && deprecated.symbol.empty())) {
        reader.problem(
            entry,
            "a [[deprecated]] entry needs either module = \"a.b\" or symbol = \"a.b:name\"; it is ignored");
        return;
    }
    out.config.deprecated.push_back(std::move(deprecated));
}

void readWeight(TableReader& reader, std::string_view key, int& out) {
    std::optional<int> value;
    reader.number(key, value, 1, kMostWeight, "a number from 1 to 1000");
    out = value.value_or(out);
}

void readTable(const toml::table& table, const std::string& section, const std::string& file,
               LoadedConfig& out) {
    TableReader reader(table, section, file, out.problems);
    reader.strings("source_roots", out.config.sourceRoots);
    reader.strings("exclude", out.config.exclude);
    if (const toml::table* classes = reader.table("classes")) {
        TableReader sub(*classes, "classes", file, out.problems);
        sub.strings("copies", out.config.classes.copies);
        sub.strings("tests", out.config.classes.tests);
        sub.strings("tools", out.config.classes.tools);
        sub.finish();
    }
    if (const toml::table* cuts = reader.table("cuts")) {
        TableReader sub(*cuts, "cuts", file, out.problems);
        readWeight(sub, "production", out.config.cuts.production);
        readWeight(sub, "other", out.config.cuts.other);
        readWeight(sub, "easy", out.config.cuts.easyDivisor);
        sub.finish();
    }
    reader.tables("deprecated", [&](const toml::table& entry) { readDeprecated(entry, file, out); });
    reader.string("baseline", out.config.baseline);
    if (const toml::node* baseline = table.get("baseline")) {
        out.baselineFile = file;
        out.baselineLine = static_cast<std::uint32_t>(baseline->source().begin.line);
    }
    reader.tables("campaign", [&](const toml::table& entry) { readCampaign(entry, file, out); });
    reader.finish();
}

// Nothing if there is no such file.
std::optional<std::string> readIfThere(const std::filesystem::path& path, LoadedConfig& out) {
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return std::nullopt;
    auto text = readSmallFile(path);
    if (text)
        return std::move(*text);
    out.problems.push_back(
        {path.filename().string(), {"bad-configuration", 0, 0, text.error().what + "; it is not read"}});
    return std::nullopt;
}

} // namespace

LoadedConfig parseConfig(std::string_view text, const std::string& fileName, bool topLevel) {
    LoadedConfig out;
    try {
        const toml::table table = toml::parse(text, fileName);
        if (topLevel)
            readTable(table, "espalier.toml", fileName, out);
        else if (const toml::table* section = table.at_path("tool.espalier").as_table())
            readTable(*section, "[tool.espalier]", fileName, out);
    } catch (const toml::parse_error& error) {
        out.problems.push_back(
            {fileName,
             {"bad-configuration", static_cast<std::uint32_t>(error.source().begin.line),
              static_cast<std::uint32_t>(error.source().begin.column),
              "no valid TOML: " + std::string(error.description()) + "; the defaults hold"}});
    }
    return out;
}

LoadedConfig readConfig(const std::string& root) {
    LoadedConfig out;
    const std::filesystem::path folder(root);
    if (const auto own = readIfThere(folder / "espalier.toml", out))
        return parseConfig(*own, "espalier.toml", true);
    if (const auto shared = readIfThere(folder / "pyproject.toml", out))
        return parseConfig(*shared, "pyproject.toml", false);
    return out;
}

} // namespace espalier::project
