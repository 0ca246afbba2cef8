#include "app/project/plan_file.h"

#include "app/project/small_file.h"
#include "app/project/table_reader.h"
#include "app/project/toml_outline.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

namespace espalier::project {
namespace {

constexpr std::string_view kHead =
    "# What-if plans of espalier, which writes a plan anew when it is saved: comments "
    "between its lines are lost,\n# those elsewhere stay.\n";
constexpr std::string_view kSection = "[[plan.change]]";

std::optional<graph::CutWay> wayOf(std::string_view text) {
    for (const auto way : {graph::CutWay::Remove, graph::CutWay::Defer, graph::CutWay::TypeChecking})
        if (text.empty() || text == graph::name(way))
            return way;
    return std::nullopt;
}

std::optional<graph::KindSet> kindsOf(const std::vector<std::string>& words) {
    graph::KindSet out;
    for (const std::string& word : words) {
        graph::KindSet one;
        for (int i = 0; i < facts::kEdgeKindCount; ++i)
            if (word == facts::name(static_cast<facts::EdgeKind>(i)))
                one.add(static_cast<facts::EdgeKind>(i));
        if (one.bits == 0)
            return std::nullopt;
        out.bits = static_cast<std::uint8_t>(out.bits | one.bits);
    }
    return out.bits == 0 ? graph::KindSet::of(facts::EdgeKind::Import) : out;
}

// What one [[plan.change]] says, as it stands there.
struct ChangeWords {
    std::vector<std::string> cut, redirect, names, kinds;
    std::string how, move, merge, into;
};

std::optional<graph::Change> changeOf(const ChangeWords& words) {
    const int what = (words.cut.empty() ? 0 : 1) + (words.redirect.empty() ? 0 : 1) +
                     (words.move.empty() ? 0 : 1) + (words.merge.empty() ? 0 : 1);
    const auto way = wayOf(words.how);
    const auto kinds = kindsOf(words.kinds);
    if (what != 1 || !way || !kinds || words.cut.empty() == words.into.empty())
        return std::nullopt;
    if (words.cut.size() == 2)
        return graph::CutEdge{words.cut[0], words.cut[1], *way, *kinds};
    if (words.redirect.size() == 2 && !words.names.empty())
        return graph::RedirectNames{words.redirect[0], words.redirect[1], words.names, words.into};
    if (const std::size_t colon = words.move.find(':');
        colon != std::string::npos && colon > 0 && colon + 1 < words.move.size())
        return graph::MoveSymbol{words.move.substr(0, colon), words.move.substr(colon + 1), words.into};
    if (!words.merge.empty())
        return graph::MergeModules{words.merge, words.into};
    return std::nullopt;
}

void readChange(const toml::table& entry, const std::string& file, LoadedPlans& out, graph::Plan& plan) {
    TableReader reader(entry, std::string(kSection), file, out.problems);
    ChangeWords words;
    reader.strings("cut", words.cut);
    reader.strings("redirect", words.redirect);
    reader.strings("names", words.names);
    reader.strings("kinds", words.kinds);
    reader.string("how", words.how);
    reader.string("move", words.move);
    reader.string("merge", words.merge);
    reader.string("into", words.into);
    reader.finish();
    if (auto change = changeOf(words))
        plan.changes.push_back(std::move(*change));
    else
        reader.problem(entry,
                       "a " + std::string(kSection) +
                           " must be one of: cut = [\"a\", \"b\"]; redirect = [\"a\", \"b\"] with names and "
                           "into; move = \"a:name\" with into; merge = \"a\" with into; it is ignored");
}

void readPlan(const toml::table& entry, const std::string& file, LoadedPlans& out) {
    TableReader reader(entry, "[[plan]]", file, out.problems);
    graph::Plan plan;
    std::size_t changes = 0;
    reader.string("name", plan.name);
    reader.tables("change", [&](const toml::table& change) {
        if (changes++ < kMostChanges)
            readChange(change, file, out, plan);
    });
    reader.finish();
    const auto sameName = [&](const graph::Plan& other) { return other.name == plan.name; };
    if (!isPlanName(plan.name))
        return reader.problem(
            entry, "a [[plan]] needs a name of lower-case letters, digits and dashes; it is ignored");
    if (std::ranges::any_of(out.plans, sameName))
        return reader.problem(entry, "there is another [[plan]] '" + plan.name + "' before; it is ignored");
    if (changes > kMostChanges)
        reader.problem(entry, "plan '" + plan.name + "' has more than " + std::to_string(kMostChanges) +
                                  " changes; the rest is ignored");
    out.plans.push_back(std::move(plan));
}

std::string inBrackets(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + tomlString(text);
    return '[' + out + ']';
}

struct ChangeText {
    std::string operator()(const graph::CutEdge& cut) const {
        std::vector<std::string> kinds;
        for (int i = 0; i < facts::kEdgeKindCount; ++i)
            if (cut.kinds.has(static_cast<facts::EdgeKind>(i)))
                kinds.emplace_back(facts::name(static_cast<facts::EdgeKind>(i)));
        return "cut = " + inBrackets({cut.from, cut.to}) + "\nhow = " + tomlString(graph::name(cut.way)) +
               "\nkinds = " + inBrackets(kinds) + '\n';
    }
    std::string operator()(const graph::RedirectNames& redirect) const {
        return "redirect = " + inBrackets({redirect.from, redirect.to}) +
               "\nnames = " + inBrackets(redirect.names) + "\ninto = " + tomlString(redirect.into) + '\n';
    }
    std::string operator()(const graph::MoveSymbol& move) const {
        return "move = " + tomlString(move.module + ':' + move.symbol) + "\ninto = " + tomlString(move.into) +
               '\n';
    }
    std::string operator()(const graph::MergeModules& merge) const {
        return "merge = " + tomlString(merge.module) + "\ninto = " + tomlString(merge.into) + '\n';
    }
};

std::string textOf(const graph::Plan& plan) {
    std::string out = "[[plan]]\nname = " + tomlString(plan.name) + '\n';
    for (const graph::Change& change : plan.changes)
        out += "\n[[plan.change]]\n" + std::visit(ChangeText(), change);
    return out;
}

// Where a line begins, counted from 1; the end for lines behind the last.
std::size_t beginOf(const std::string& text, std::size_t line) {
    std::size_t at = 0;
    for (; line > 1 && at < text.size(); --line)
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return at;
}

// Blank lines and comments before a table belong to it.
std::size_t withoutComments(const std::string& text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const std::size_t before = end < 2 ? std::string::npos : text.rfind('\n', end - 2);
        const std::size_t line = before == std::string::npos ? 0 : before + 1;
        const std::size_t first = text.find_first_not_of(" \t\r", line);
        if (line <= begin || (text[first] != '#' && text[first] != '\n'))
            break;
        end = line;
    }
    return end;
}

// The place of a plan in the text: its lines up to the next table of the top level, or the end twice.
std::pair<std::size_t, std::size_t> placeOf(const std::string& text, const toml::table& file,
                                            const std::string& name) {
    std::size_t begin = text.size();
    std::vector<std::size_t> others;
    for (const auto& [key, node] : file) {
        if (node.is_table())
            others.push_back(node.source().begin.line);
        const toml::array* tables = node.as_array();
        for (std::size_t i = 0; tables && i < tables->size(); ++i) {
            const toml::node& one = (*tables)[i];
            const toml::table* table = one.as_table();
            if (table && key == "plan" && (*table)["name"].value_or(std::string_view()) == name)
                begin = std::min(begin, beginOf(text, one.source().begin.line));
            else
                others.push_back(one.source().begin.line);
        }
    }
    std::size_t end = text.size();
    for (const std::size_t line : others)
        if (const std::size_t at = beginOf(text, line); at > begin)
            end = std::min(end, at);
    return {begin, end == text.size() ? end : withoutComments(text, begin, end)};
}

} // namespace

bool isPlanName(std::string_view name) {
    return !name.empty() && name.size() <= 100 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

LoadedPlans parsePlans(std::string_view text, const std::string& fileName) {
    LoadedPlans out;
    try {
        const toml::table table = toml::parse(text, fileName);
        TableReader reader(table, fileName, fileName, out.problems);
        reader.tables("plan", [&](const toml::table& entry) { readPlan(entry, fileName, out); });
        reader.finish();
    } catch (const toml::parse_error& error) {
        out.problems.push_back(
            {fileName,
             {"bad-configuration", static_cast<std::uint32_t>(error.source().begin.line),
              static_cast<std::uint32_t>(error.source().begin.column),
              "no valid TOML: " + std::string(error.description()) + "; there are no plans"}});
    }
    return out;
}

LoadedPlans readPlans(const std::string& root) {
    const std::filesystem::path path = std::filesystem::path(root) / kPlanFile;
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return {};
    const auto text = readSmallFile(path);
    if (text)
        return parsePlans(*text, std::string(kPlanFile));
    return {{},
            {{std::string(kPlanFile), {"bad-configuration", 0, 0, text.error().what + "; it is not read"}}}};
}

facts::Result<std::string> withPlan(const std::string& text, const graph::Plan& plan) {
    if (!isPlanName(plan.name))
        return facts::Error{"a plan's name is made of lower-case letters, digits and dashes", plan.name, {}};
    std::string out = text.empty() ? std::string(kHead) : text;
    if (out.back() != '\n')
        out += '\n';
    try {
        const auto [begin, end] = placeOf(out, toml::parse(out), plan.name);
        const bool isLast = end == out.size();
        out = out.substr(0, begin) + (begin == out.size() ? "\n" : "") + textOf(plan) +
              (isLast ? "" : out.substr(end));
        [[maybe_unused]] const toml::table read = toml::parse(out); // names that are no UTF-8 are no TOML
    } catch (const toml::parse_error& error) {
        return facts::Error{std::string(error.description()), std::string(kPlanFile),
                            "line " + std::to_string(error.source().begin.line) + "; nothing was saved"};
    }
    return out;
}

facts::Status savePlan(const std::string& root, const graph::Plan& plan) {
    const std::filesystem::path path = std::filesystem::path(root) / kPlanFile;
    std::error_code error;
    const bool there = std::filesystem::exists(std::filesystem::symlink_status(path, error));
    const facts::Result<std::string> before = there ? readSmallFile(path) : std::string();
    if (!before)
        return before.error();
    const auto after = withPlan(*before, plan);
    if (!after)
        return after.error();
    return writeSmallFile(path, there ? &*before : nullptr, *after);
}

} // namespace espalier::project
