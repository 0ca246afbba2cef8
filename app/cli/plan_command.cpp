// `espalier plan`: the what-if plans that are saved in a project, and one of them as tasks.
#include "app/cli/commands.h"
#include "app/cli/cycle_plan.h"
#include "app/cli/json.h"
#include "app/cli/text.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

using graph::PlanSteps;

struct Place {
    const std::string& path;
    const facts::ImportStatement& statement;
};

Place placeOf(const graph::Snapshot& snapshot, const graph::ChangeOutcome::Statement& statement) {
    const facts::SourceFile& file = snapshot.project.files[statement.file.value];
    return {file.path, file.facts->imports[statement.import]};
}

std::string leftText(const PlanSteps::Step& step, const graph::TangleCount& before) {
    const std::string left =
        step.left.edges == 0 ? "nothing is left in tangles" : "left: " + countText(step.left);
    return left + (step.left.edges < before.edges ? "" : " (no fewer than before)");
}

Json stepJson(const graph::Snapshot& snapshot, const graph::Plan& plan, const PlanSteps::Step& step) {
    Json json = changeJson(plan.changes[step.change], step.outcome);
    json["statements"] = Json::array();
    for (const graph::ChangeOutcome::Statement& statement : step.outcome.statements) {
        const Place place = placeOf(snapshot, statement);
        Json one;
        addPath(one, place.path);
        one["line"] = place.statement.span.line;
        one["column"] = place.statement.span.column;
        one["text"] = place.statement.text;
        json["statements"].push_back(std::move(one));
    }
    json["new_imports"] = step.outcome.newImports;
    json["left"] = countJson(step.left);
    return json;
}

void printJson(const graph::Snapshot& snapshot, const graph::Plan& plan, const PlanSteps& steps) {
    JsonPrinter printer;
    printer.field("name", plan.name);
    printer.field("before", countJson(steps.before));
    printer.list("steps", steps.steps,
                 [&](const PlanSteps::Step& step) { return stepJson(snapshot, plan, step); });
    printer.list("left_out", steps.refused, [&](const PlanSteps::Step& step) {
        return changeJson(plan.changes[step.change], step.outcome);
    });
}

void printText(const graph::Snapshot& snapshot, const graph::Plan& plan, const PlanSteps& steps) {
    std::printf("Plan %s: %s now\n", printable(plan.name).c_str(), countText(steps.before).c_str());
    graph::TangleCount before = steps.before;
    std::size_t number = 0;
    for (const PlanSteps::Step& step : steps.steps) {
        const graph::Change& change = plan.changes[step.change];
        std::printf("%zu. %s; %s\n", ++number, printable(words(change)).c_str(),
                    leftText(step, before).c_str());
        for (const graph::ChangeOutcome::Statement& statement : step.outcome.statements) {
            const Place place = placeOf(snapshot, statement);
            std::printf("     %s:%u  %s\n", printable(place.path).c_str(), place.statement.span.line,
                        printable(place.statement.text).c_str());
        }
        for (const std::string& import : step.outcome.newImports)
            std::printf("     new in %s\n", printable(import).c_str());
        for (const std::string& remark : remarks(change, step.outcome))
            std::printf("     %s\n", printable(remark).c_str());
        before = step.left;
    }
    for (const PlanSteps::Step& step : steps.refused)
        for (const std::string& remark : remarks(plan.changes[step.change], step.outcome))
            std::printf("-  %s\n", printable(remark).c_str());
}

// As code; backquotes of the text end nothing.
std::string code(std::string_view text) {
    std::string out = printable(text);
    std::replace(out.begin(), out.end(), '`', '\'');
    return "`" + out + "`";
}

void printMarkdown(const graph::Snapshot& snapshot, const graph::Plan& plan, const PlanSteps& steps) {
    const std::string& revision = snapshot.project.revision;
    std::string out = "# Plan " + printable(plan.name) + "\n\nNow: " + countText(steps.before) +
                      (revision.empty() ? "" : ", at commit " + code(revision)) + ".\n\n";
    graph::TangleCount before = steps.before;
    for (const PlanSteps::Step& step : steps.steps) {
        const graph::Change& change = plan.changes[step.change];
        out += "- [ ] " + printable(words(change)) + "; " + leftText(step, before) + '\n';
        for (const graph::ChangeOutcome::Statement& statement : step.outcome.statements) {
            const Place place = placeOf(snapshot, statement);
            out += "  - " + code(place.path + ':' + std::to_string(place.statement.span.line)) + ' ' +
                   code(place.statement.text) + '\n';
        }
        for (const std::string& import : step.outcome.newImports)
            out += "  - new in " + code(import) + '\n';
        for (const std::string& remark : remarks(change, step.outcome))
            out += "  - " + printable(remark) + '\n';
        before = step.left;
    }
    if (!steps.refused.empty())
        out += "\nLeft out:\n\n";
    for (const PlanSteps::Step& step : steps.refused)
        for (const std::string& remark : remarks(plan.changes[step.change], step.outcome))
            out += "- " + printable(remark) + '\n';
    std::fputs(out.c_str(), stdout);
}

} // namespace

int planListCommand(const PlanRequest& request) {
    const auto opened = indexAndOpen(request.request, true);
    if (!opened)
        return fail(opened.error());
    const project::LoadedPlans loaded = savedPlans((*opened)->project.root);
    if (request.format == "json") {
        JsonPrinter printer;
        printer.list("plans", loaded.plans, [&](const graph::Plan& plan) {
            return whatIfJson(whatIf(*opened, plan, request.request.filter));
        });
        return 0;
    }
    if (loaded.plans.empty())
        std::printf("No plans are saved here (%s).\n", std::string(project::kPlanFile).c_str());
    for (const graph::Plan& plan : loaded.plans)
        for (const std::string& line : whatIfLines(whatIf(*opened, plan, request.request.filter)))
            std::printf("%s%s\n", line.starts_with("With plan ") ? "" : "  ", line.c_str());
    return 0;
}

int planShowCommand(const PlanRequest& request) {
    const auto opened = indexAndOpen(request.request, true);
    if (!opened)
        return fail(opened.error());
    const auto plan = findPlan((*opened)->project.root, request.name);
    if (!plan)
        return fail(plan.error());
    const PlanSteps steps = graph::planSteps(*opened, *plan, request.request.filter);
    if (request.format == "json")
        printJson(**opened, *plan, steps);
    else if (request.format == "markdown")
        printMarkdown(**opened, *plan, steps);
    else
        printText(**opened, *plan, steps);
    return 0;
}

} // namespace espalier::cli
