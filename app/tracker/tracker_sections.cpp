#include "app/tracker/tracker_sections.h"

#include "app/tracker/answer_parts.h"
#include "app/tracker/campaign_words.h"
#include "app/tracker/escape.h"
#include "indexer/facts/printable.h"

#include <algorithm>
#include <array>

namespace espalier::tracker {
namespace {

using graph::PathClass;
using graph::ViolationLife;
using graph::WatchCounts;

std::string number(std::size_t value) {
    return std::to_string(value);
}

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells)
        out += ' ' + cell + (cell.empty() ? "|" : " |");
    return out + '\n';
}

std::string headRow(const std::vector<std::string>& cells) {
    std::string out = row(cells) + '|';
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += "---|";
    return out + '\n';
}

std::string placeOf(const ViolationLife& life) {
    return inCell(life.path + ':' + number(life.line));
}

std::string statementOf(const ViolationLife& life) {
    const StatementText text = statementText(life.text);
    return inCell(text.text) + (text.cut ? " …" : "");
}

std::string struck(const std::string& text) {
    return "~~" + text + "~~";
}

std::string link(const std::string& issue) {
    const bool url = issue.starts_with("https://") || issue.starts_with("http://");
    const bool plain =
        std::ranges::all_of(issue, [](char c) { return c > ' ' && c != '<' && c != '>' && c != 0x7f; });
    return url && plain ? '<' + issue + '>' : escaped(issue);
}

std::string whatRank(graph::Rank rank) {
    switch (rank) {
    case graph::Rank::Critical:
        return "on the critical path";
    case graph::Rank::Production:
        return "other production code";
    case graph::Rank::Support:
        return "tests and tools";
    case graph::Rank::Rest:
        break;
    }
    return "copies";
}

// "from a.b import name" of "a.b:name"; "import a.b" of a module.
std::string importOf(const std::string& symbol) {
    const std::size_t colon = symbol.find(':');
    return colon == std::string::npos
               ? "import " + symbol
               : "from " + symbol.substr(0, colon) + " import " + symbol.substr(colon + 1);
}

std::string shareTable(const char* what, const graph::Split& split, bool baseline) {
    if (split.shares.empty())
        return "";
    std::vector<std::string> titles{what, "files", "statements"};
    if (baseline)
        titles.emplace_back("files at the baseline");
    std::string out = "\n" + headRow(titles);
    const auto add = [&](const std::string& name, const graph::Share& share) {
        std::vector<std::string> cells{name, number(share.files), number(share.statements)};
        if (baseline)
            cells.push_back(number(share.baselineFiles));
        out += row(cells);
    };
    for (const graph::Share& share : split.shares)
        add(inCell(share.name), share);
    if (split.others > 0)
        add("+" + number(split.others) + " more", split.rest);
    return out;
}

} // namespace

std::string headingOf(Section section) {
    switch (section) {
    case Section::Head:
        break;
    case Section::Problem:
        return "## Problem\n\n";
    case Section::Progress:
        return "## Progress\n\n";
    case Section::Criteria:
        return "## Success criteria\n\n";
    case Section::Phases:
        return "## Phases\n\n";
    case Section::Files:
        return "## To do\n\n";
    case Section::Fixed:
        return "## Done\n\n";
    case Section::Regressions:
        return "## Regressions\n\n";
    }
    return "";
}

std::string SectionWriter::write(Section section, std::string_view old) {
    switch (section) {
    case Section::Head:
        return head();
    case Section::Problem:
        return problem();
    case Section::Progress:
        return progress();
    case Section::Criteria:
        return criteria();
    case Section::Phases:
        return phases(old);
    case Section::Files:
        return files();
    case Section::Fixed:
        return fixed();
    case Section::Regressions:
        break;
    }
    return regressions();
}

std::string SectionWriter::commitText(std::uint32_t revision) const {
    const facts::Commit& commit = input_.timeline.revisions[revision].commit;
    return '`' + commit.id.substr(0, 10) + "` (" + dateText(commit.committed) + ", " + inCell(commit.author) +
           ')';
}

std::string SectionWriter::head() const {
    const graph::Campaign& campaign = input_.campaign;
    const facts::Commit& commit = input_.timeline.revisions.back().commit;
    std::string out = "# " + escaped(campaign.title.empty() ? campaign.name : campaign.title) + "\n\n";
    if (!campaign.issue.empty())
        out += "**Issue:** " + link(campaign.issue) + "  \n";
    if (!campaign.priority.empty())
        out += "**Priority:** " + escaped(campaign.priority) + "  \n";
    return out + "**State:** commit `" + commit.id + "` of " + dateText(commit.committed) + "  \n" +
           "**Written by:** " + inCode("espalier tracker " + campaign.name) +
           "; what stands between its marks is written anew each time\n";
}

std::size_t SectionWriter::dynamicOnes(const std::string& target) const {
    return static_cast<std::size_t>(std::ranges::count_if(openRows(), [&](const Row& row) {
        return row.life->key.target == target && !row.life->text.starts_with("import ") &&
               !row.life->text.starts_with("from ");
    }));
}

std::string SectionWriter::problem() const {
    std::string out;
    for (const TrackedTarget& target : input_.targets) {
        out += "- " + inCode(target.text) +
               (target.exists ? " should not be imported any more" : " is gone") +
               (target.replacement.empty() ? "" : "; its replacement: " + inCode(target.replacement)) +
               (target.removal.empty() ? "" : "; to be removed: " + escaped(target.removal)) + ".\n";
        if (target.counted && target.statements > 0)
            out += "  " + number(target.statements) + " import statements of " + inCode(target.text) +
                   " in " + counted(target.files, "file") + ".\n";
    }
    if (!input_.campaign.canonical.empty()) {
        out += "\nCanonical:";
        for (const std::string& symbol : input_.campaign.canonical)
            out += ' ' + inCode(symbol);
        out += '\n';
    }
    std::string examples;
    const std::vector<Row> rows = openRows();
    for (std::size_t i = 0; i < rows.size() && i < 3; ++i)
        examples += "# " + facts::printable(rows[i].life->path) + ':' + number(rows[i].life->line) + '\n' +
                    statementText(rows[i].life->text).text + '\n';
    if (examples.empty())
        return out;
    const std::string fence = fenceFor(examples);
    return out + "\nFor example:\n\n" + fence + "python\n" + examples + fence + '\n';
}

std::string SectionWriter::measures() const {
    const graph::CampaignStatus& status = input_.report.status;
    const WatchCounts* before = status.baseline ? &*status.baseline : nullptr;
    std::vector<std::string> titles{"", "now"};
    if (before)
        titles.push_back("baseline " + inCell(input_.baseline));
    titles.emplace_back("target");
    std::string out = headRow(titles);
    const auto add = [&](const std::string& what, const std::string& now, const std::string& then,
                         const std::string& target) {
        std::vector<std::string> cells{what, now};
        if (before)
            cells.push_back(then);
        cells.push_back(target);
        out += row(cells);
    };
    const auto count = [&](const std::string& what, std::uint32_t now, std::uint32_t then,
                           const std::string& target) {
        add(what, number(now), before ? number(then) : "", target);
    };
    const graph::Campaign::Target& target = input_.campaign.target;
    count("files", status.now.files, before ? before->files : 0,
          target.violatingFiles || !target.compliance ? number(status.target) : "");
    for (int i = 0; i < graph::kPathClassCount; ++i) {
        const auto cls = static_cast<std::size_t>(i);
        if (status.now.filesByClass[cls] + (before ? before->filesByClass[cls] : 0) > 0)
            count("… of " + std::string(graph::name(static_cast<PathClass>(i))), status.now.filesByClass[cls],
                  before ? before->filesByClass[cls] : 0, "");
    }
    count("statements", status.now.statements, before ? before->statements : 0, "");
    if (!input_.campaign.canonical.empty())
        add("compliance", percent(status.now.compliance()), before ? percent(before->compliance()) : "",
            target.compliance ? percent(*target.compliance) : "");
    return out;
}

std::string SectionWriter::progress() const {
    const graph::CampaignStatus& status = input_.report.status;
    std::string out = measures() + '\n';
    if (status.done)
        out += "- Done: " + number(static_cast<std::size_t>(100 * *status.done)) +
               " % of the way to the target\n";
    out += std::string("- Since the ") + (status.baseline ? "baseline" : "beginning") + ": new " +
           number(status.newSince) + ", fixed " + number(status.fixedSince) + ", back " +
           number(status.regressions) + '\n';
    out += "- Last seven days: new " + number(status.lastWeek.fresh) + ", fixed " +
           number(status.lastWeek.fixed) + ", back " + number(status.lastWeek.back) + '\n';
    out += "- Trend: " + headingText(status) + '\n';
    if (const std::string text = deadlineText(status, input_.campaign.target.by); !text.empty())
        out += "- Target " + text + '\n';
    const std::string shares = shareTable("package", input_.report.byPackage, status.baseline.has_value()) +
                               shareTable("owner", input_.report.byOwner, status.baseline.has_value());
    if (!shares.empty())
        out += "\n<details><summary>By package" +
               std::string(input_.report.byOwner.shares.empty() ? "" : " and owner") + "</summary>\n" +
               shares + "\n</details>\n";
    return out;
}

std::string SectionWriter::criteria() const {
    const graph::CampaignStatus& status = input_.report.status;
    const graph::Campaign::Target& target = input_.campaign.target;
    const auto item = [](bool done, const std::string& text) {
        return std::string(done ? "- [x] " : "- [ ] ") + text + '\n';
    };
    std::string out;
    if (target.violatingFiles || !target.compliance)
        out += item(status.now.files <= status.target, "violating files: " + number(status.now.files) +
                                                           ", wanted at most " + number(status.target));
    if (target.compliance)
        out += item(status.now.compliance() >= *target.compliance,
                    "compliance: " + percent(status.now.compliance()) + ", wanted at least " +
                        percent(*target.compliance));
    const std::uint32_t production = status.now.filesByClass[static_cast<std::size_t>(PathClass::Production)];
    out += item(production == 0, "violating files of production: " + number(production) + ", wanted none");
    return out;
}

std::string SectionWriter::phases(std::string_view old) const {
    const PhaseNotes notes = phaseNotes(old);
    std::string out;
    for (const graph::PhaseState& state : input_.report.phases) {
        const std::string name = escaped(state.phase.name);
        const bool byPeople = state.phase.when.empty();
        const bool done = state.done || (byPeople && notes.ticked.contains(name));
        out += (done ? "- [x] " : "- [ ] ") + name + ": " + ruleText(state.phase);
        if (state.since)
            out += ", since " + commitText(*state.since);
        out += '\n';
        if (const auto lines = notes.lines.find(name); lines != notes.lines.end())
            out += lines->second;
    }
    return out.empty() ? "No phases are configured.\n" : out;
}

std::vector<SectionWriter::Row> SectionWriter::openRows() const {
    std::vector<Row> out;
    for (const graph::OpenViolation& one : input_.report.open) // those of one statement are neighbours
        if (out.empty() || out.back().life->path != one.life->path || out.back().life->line != one.life->line)
            out.push_back({one.life, one.rank});
    return out;
}

std::string SectionWriter::required(const ViolationLife& life) {
    std::string symbol; // the one of the same name, the target's own replacement, the only canonical one
    for (const std::string& canonical : input_.campaign.canonical)
        if (canonical.ends_with(':' + life.key.name))
            symbol = canonical;
    for (const TrackedTarget& target : input_.targets)
        if (symbol.empty() && target.text == life.key.target)
            symbol = target.replacement;
    if (symbol.empty() && input_.campaign.canonical.size() == 1)
        symbol = input_.campaign.canonical.front();
    if (symbol.empty())
        return input_.campaign.canonical.empty() ? "do not import it" : "one of the canonical names";
    const std::string statement = importOf(symbol);
    const auto [known, fresh] = works_.emplace(statement, false);
    if (fresh)
        known->second = input_.works(statement);
    return known->second ? "use " + inCell(statement)
                         : inCell(symbol) + ", which cannot be imported at this commit";
}

std::string SectionWriter::openRow(const ViolationLife& life) {
    const std::string place = placeOf(life), statement = statementOf(life);
    const bool back = life.spans.size() > 1;
    return row({place, statement, required(life),
                (back ? "back: " : "") + commitText(life.spans.back().first), notes_.take(place, statement)});
}

std::string SectionWriter::filesOfRank(graph::Rank rank, const std::vector<Row>& rows) {
    std::vector<const ViolationLife*> lives;
    std::string_view path;
    std::size_t files = 0;
    for (const Row& one : rows)
        if (one.rank == rank) {
            lives.push_back(one.life);
            files += one.life->path != path ? 1 : 0;
            path = one.life->path;
        }
    if (lives.empty())
        return "";
    std::string out = std::string("<details") + (rank <= graph::Rank::Production ? " open" : "") +
                      "><summary>" + std::string(graph::name(rank)) + ", " + whatRank(rank) + ": " +
                      counted(lives.size(), "statement") + " in " + counted(files, "file") +
                      "</summary>\n\n" + headRow({"place", "now", "required", "since", "notes"});
    const std::size_t most = rank == graph::Rank::Rest ? kMostCopyRows : kMostRankRows;
    std::size_t left = 0;
    for (std::size_t i = 0; i < lives.size(); ++i)
        if (i < most || notes_.has(placeOf(*lives[i]), statementOf(*lives[i])))
            out += openRow(*lives[i]);
        else
            ++left;
    if (left > 0)
        out += "\n+" + number(left) + " more: " + inCode("espalier campaign show " + input_.campaign.name) +
               '\n';
    return out + "\n</details>\n";
}

std::string SectionWriter::files() {
    const std::vector<Row> rows = openRows();
    std::string out;
    for (int i = 0; i < graph::kRankCount; ++i)
        if (const std::string text = filesOfRank(static_cast<graph::Rank>(i), rows); !text.empty())
            out += (out.empty() ? "" : "\n") + text;
    return out.empty() ? "Nothing is left.\n" : out;
}

std::string SectionWriter::fixed() {
    std::vector<const ViolationLife*> lives;
    for (const ViolationLife* life : input_.report.fixed)
        if (lives.empty() || lives.back()->path != life->path || lives.back()->line != life->line ||
            lives.back()->spans.back().gone != life->spans.back().gone)
            lives.push_back(life);
    std::string out;
    std::size_t left = 0;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        const std::string place = placeOf(*lives[i]), statement = statementOf(*lives[i]);
        if (i < kMostFixedRows || notes_.has(place, statement))
            out += row({struck(place), struck(statement), commitText(*lives[i]->spans.back().gone),
                        notes_.take(place, statement)});
        else
            ++left;
    }
    const std::string rest = notes_.rest();
    if (!out.empty())
        out = "<details><summary>" + counted(lives.size(), "statement") + " fixed since the " +
              (input_.report.status.baseline ? "baseline" : "beginning") + "</summary>\n\n" +
              headRow({"place", "was", "fixed in", "notes"}) + out +
              (left > 0 ? "\n+" + number(left) + " more\n" : "") + "\n</details>\n";
    else
        out = "Nothing yet.\n";
    return rest.empty() ? out : out + "\nNotes of rows that are not listed any more:\n\n" + rest;
}

std::string SectionWriter::regressions() const {
    std::string out;
    std::size_t shown = 0;
    std::string last; // a statement with several names comes back once
    for (const ViolationLife* life : input_.report.back) {
        const std::string place = inCode(life->path + ':' + number(life->line)),
                          text = inCode(statementText(life->text).text);
        const std::string line =
            "- " + (life->open() ? place + ' ' + text : struck(place) + ' ' + struck(text)) +
            " came back in " + commitText(life->spans.back().first) +
            (life->open() ? "" : " and went in " + commitText(*life->spans.back().gone)) + '\n';
        if (line == last)
            continue;
        last = line;
        if (++shown <= kMostRegressions)
            out += line;
    }
    if (shown > kMostRegressions)
        out += "- +" + number(shown - kMostRegressions) + " more\n";
    return out.empty() ? "Nothing has come back.\n" : out;
}

} // namespace espalier::tracker
