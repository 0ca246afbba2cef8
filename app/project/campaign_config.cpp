#include "app/project/campaign_config.h"

#include "app/project/table_reader.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace espalier::project {
namespace {

constexpr std::string_view kSection = "[[campaign]]";

bool isPlainName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

// "2026-12-31"
bool isDate(std::string_view text) {
    const auto number = [&](std::size_t begin, std::size_t count) {
        int out = 0;
        for (const char c : text.substr(begin, count))
            out = c >= '0' && c <= '9' && out >= 0 ? 10 * out + c - '0' : -1;
        return out;
    };
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && number(0, 4) > 0 && number(5, 2) >= 1 &&
           number(5, 2) <= 12 && number(8, 2) >= 1 && number(8, 2) <= 31;
}

bool isSymbol(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size();
}

// Takes out, and reports, the entries that are not as they should be.
template <class Fits>
void keepOnly(TableReader& reader, const toml::table& entry, std::string_view key,
              std::vector<std::string>& list, const char* wanted, const Fits& fits) {
    std::erase_if(list, [&](const std::string& one) {
        if (fits(one))
            return false;
        reader.problem(*entry.get(key), "'" + one + "' in " + std::string(key) + " of " +
                                            std::string(kSection) + " must be " + wanted + "; it is ignored");
        return true;
    });
}

void readTarget(TableReader& reader, const std::string& file, LoadedConfig& out,
                graph::Campaign::Target& target) {
    const toml::table* table = reader.table("target");
    if (!table)
        return;
    TableReader sub(*table, "target of [[campaign]]", file, out.problems);
    sub.number("violating_files", target.violatingFiles, 0, std::numeric_limits<std::uint32_t>::max(),
               "a number of files");
    sub.number("compliance", target.compliance, 0, 1, "a number from 0 to 1");
    sub.string("by", target.by);
    if (!target.by.empty() && !isDate(target.by)) {
        sub.problem(*table->get("by"),
                    "'by' in target of [[campaign]] must be a date such as \"2026-12-31\"; it is ignored");
        target.by.clear();
    }
    sub.finish();
}

std::optional<graph::Phase::Condition> conditionOf(std::string_view text) {
    for (int i = 0; i < graph::kPhaseConditionCount; ++i)
        if (const auto condition = static_cast<graph::Phase::Condition>(i); text == graph::name(condition))
            return condition;
    return std::nullopt;
}

// { name = "remediate", done_when = ["no production violations"], done = true }
std::optional<graph::Phase> phaseOf(const toml::table& entry, const std::string& file, LoadedConfig& out) {
    TableReader reader(entry, "a phase of [[campaign]]", file, out.problems);
    graph::Phase phase;
    std::vector<std::string> when;
    reader.string("name", phase.name);
    reader.words("done_when", when);
    reader.boolean("done", phase.done);
    reader.finish();
    if (!entry.contains("done_when"))
        phase.when = graph::usualConditions(phase.name);
    for (const std::string& text : when)
        if (const auto condition = conditionOf(text))
            phase.when.push_back(*condition);
        else if (text != kByHand)
            reader.problem(*entry.get("done_when"),
                           "'" + text + "' in done_when of a phase of [[campaign]] must be one of " +
                               phaseConditions() + "; it is ignored");
    if (phase.name.empty()) {
        reader.problem(entry, "a phase of [[campaign]] needs a name; it is ignored");
        return std::nullopt;
    }
    return phase;
}

void readPhases(TableReader& reader, const std::string& file, LoadedConfig& out,
                std::vector<graph::Phase>& phases) {
    reader.elements("phases", [&](const toml::node& node) {
        if (const auto name = node.value<std::string>(); name && node.is_string() && !name->empty())
            phases.push_back({*name, graph::usualConditions(*name), false});
        else if (const toml::table* table = node.as_table()) {
            if (auto phase = phaseOf(*table, file, out))
                phases.push_back(std::move(*phase));
        } else
            reader.problem(node, "a phase of [[campaign]] must be a name or a table; it is ignored");
    });
}

} // namespace

std::string phaseConditions() {
    std::string out;
    for (int i = 0; i < graph::kPhaseConditionCount; ++i)
        out += "\"" + std::string(graph::name(static_cast<graph::Phase::Condition>(i))) + "\", ";
    return out + "\"" + std::string(kByHand) + "\"";
}

void readCampaign(const toml::table& entry, const std::string& file, LoadedConfig& out) {
    TableReader reader(entry, std::string(kSection), file, out.problems);
    graph::Campaign campaign;
    reader.string("name", campaign.name);
    reader.string("title", campaign.title);
    reader.string("issue", campaign.issue);
    reader.string("priority", campaign.priority);
    reader.strings("canonical", campaign.canonical);
    reader.strings("deprecated", campaign.deprecated);
    reader.strings("critical_path", campaign.criticalPath);
    reader.string("baseline", campaign.baseline);
    readPhases(reader, file, out, campaign.phases);
    readTarget(reader, file, out, campaign.target);
    reader.finish();
    keepOnly(reader, entry, "canonical", campaign.canonical, "a symbol such as \"a.b:name\"", isSymbol);
    keepOnly(reader, entry, "deprecated", campaign.deprecated, "a module or a symbol such as \"a.b:name\"",
             [](const std::string& one) {
                 return !one.empty() && (one.find(':') == std::string::npos || isSymbol(one));
             });
    keepOnly(reader, entry, "critical_path", campaign.criticalPath, "a module such as \"a.b\"",
             [](const std::string& one) { return !one.empty() && one.find(':') == std::string::npos; });
    if (!isPlainName(campaign.name))
        return reader.problem(
            entry, "a [[campaign]] needs a name of lower-case letters, digits and dashes; it is ignored");
    for (const graph::Campaign& other : out.config.campaigns)
        if (other.name == campaign.name)
            return reader.problem(entry, "there is another [[campaign]] '" + campaign.name +
                                             "' before; it is ignored");
    if (campaign.canonical.empty() && campaign.deprecated.empty())
        reader.problem(entry,
                       "campaign '" + campaign.name + "' names nothing canonical and nothing deprecated");
    out.config.campaigns.push_back(std::move(campaign));
}

} // namespace espalier::project
