#include "app/tracker/campaign_words.h"

#include "app/tracker/answer_parts.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace espalier::tracker {

std::string dateText(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
    return text.data();
}

std::string headingText(const graph::CampaignStatus& status) {
    if (!status.heading)
        return "too few days to tell a trend";
    std::array<char, 200> text{};
    const graph::Heading& heading = *status.heading;
    std::snprintf(text.data(), text.size(), "%+.2f files a day (± %.2f, from %zu days): %s",
                  heading.filesPerDay, 2 * heading.uncertainty, heading.days,
                  heading.falls()   ? "falls"
                  : heading.rises() ? "rises, and has no end"
                                    : "neither falls nor rises for sure");
    std::string out = text.data();
    if (status.earliestEnd)
        out += "; the target is reached between " + dateText(*status.earliestEnd) + " and " +
               dateText(*status.latestEnd);
    return out;
}

std::string deadlineText(const graph::CampaignStatus& status, const std::string& by) {
    using graph::Deadline;
    switch (status.deadline) {
    case Deadline::None:
        return "";
    case Deadline::Reached:
        return "by " + by + ": met";
    case Deadline::OnTime:
        return "by " + by + ": will be met at this pace";
    case Deadline::Uncertain:
        return "by " + by + ": may be met at this pace";
    case Deadline::Late:
        return "by " + by + ": will not be met at this pace";
    case Deadline::Missed:
        return "by " + by + ": missed";
    case Deadline::Unknown:
        break;
    }
    return "by " + by + ": cannot be told yet";
}

std::string ruleText(const graph::Phase& phase) {
    std::string out;
    for (const graph::Phase::Condition condition : phase.when) {
        out += (out.empty() ? "" : ", ") + std::string(graph::name(condition));
        if (condition == graph::Phase::Condition::Stable)
            out += " for " + std::to_string(graph::kStableDays) + " days";
    }
    return out.empty() ? "by hand" : out;
}

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%", 100 * share);
    return text.data();
}

std::string targetText(const graph::Campaign::Target& target) {
    std::string out;
    if (target.violatingFiles || !target.compliance) {
        const std::uint32_t files = target.violatingFiles.value_or(0);
        out = files == 0 ? "none left" : "at most " + counted(files, "file");
    }
    if (target.compliance)
        out += (out.empty() ? "" : ", ") + ("compliance of at least " + percent(*target.compliance));
    return target.by.empty() ? out : out + ", by " + target.by;
}

} // namespace espalier::tracker
