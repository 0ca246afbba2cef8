#include "app/project/campaign_text.h"

#include "app/project/campaign_config.h"
#include "app/project/toml_outline.h"

#include <array>
#include <charconv>

namespace espalier::project {
namespace {

// The shortest that reads back as the same number; with a point, so that it is one for TOML.
std::string number(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    std::string out(text.data(), end);
    return out.find('.') == std::string::npos ? out + ".0" : out;
}

std::string phaseText(const graph::Phase& phase) {
    const bool usual = phase.when == graph::usualConditions(phase.name);
    if (usual && !phase.done)
        return tomlString(phase.name);
    std::string out = "{ name = " + tomlString(phase.name);
    if (!usual) {
        std::vector<std::string> when;
        for (const graph::Phase::Condition condition : phase.when)
            when.push_back(tomlString(graph::name(condition)));
        if (when.empty())
            when.push_back(tomlString(kByHand));
        out += ", done_when = " + (when.size() == 1 ? when.front() : listText(when));
    }
    return out + (phase.done ? ", done = true }" : " }");
}

} // namespace

std::vector<std::string> stringTexts(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const std::string& text : texts)
        out.push_back(tomlString(text));
    return out;
}

std::vector<std::string> phaseTexts(const std::vector<graph::Phase>& phases) {
    std::vector<std::string> out;
    for (const graph::Phase& phase : phases)
        out.push_back(phaseText(phase));
    return out;
}

std::string listText(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values)
        out += (out.empty() ? "" : ", ") + value;
    return '[' + out + ']';
}

std::vector<std::pair<std::string, std::string>> targetParts(const graph::Campaign::Target& target) {
    return {{"violating_files", target.violatingFiles ? std::to_string(*target.violatingFiles) : ""},
            {"compliance", target.compliance ? number(*target.compliance) : ""},
            {"by", target.by.empty() ? "" : tomlString(target.by)}};
}

std::string targetText(const graph::Campaign::Target& target) {
    std::string out;
    for (const auto& [key, value] : targetParts(target))
        if (!value.empty())
            out += (out.empty() ? "" : ", ") + key + " = " + value;
    return out.empty() ? out : "{ " + out + " }";
}

std::string campaignText(const graph::Campaign& campaign) {
    std::string out;
    const auto line = [&](const char* key, const std::string& value) {
        if (!value.empty())
            out += std::string(key) + " = " + value + '\n';
    };
    const auto string = [&](const char* key, const std::string& text) {
        line(key, text.empty() ? "" : tomlString(text));
    };
    const auto list = [&](const char* key, const std::vector<std::string>& values) {
        line(key, values.empty() ? "" : listText(values));
    };
    string("name", campaign.name);
    string("title", campaign.title);
    string("issue", campaign.issue);
    string("priority", campaign.priority);
    list("canonical", stringTexts(campaign.canonical));
    list("deprecated", stringTexts(campaign.deprecated));
    list("critical_path", stringTexts(campaign.criticalPath));
    string("baseline", campaign.baseline);
    line("target", targetText(campaign.target));
    list("phases", phaseTexts(campaign.phases));
    return out;
}

} // namespace espalier::project
