#include "ui/plans/plan_markdown.h"

#include "ui/plans/plan_words.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct PlanMarkdown { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(PlanMarkdown)
};

QString below(const QString& text) {
    return QStringLiteral("  - ") + text + u'\n';
}

QString stepMarkdown(const graph::Snapshot& s, const graph::Plan& plan, const graph::PlanSteps::Step& step,
                     const graph::TangleCount& before) {
    QString out =
        QStringLiteral("- [ ] %1; %2").arg(changeWords(plan.changes[step.change]), countWords(step.left));
    if (step.left.edges >= before.edges)
        out += PlanMarkdown::tr(" (no fewer than before)");
    out += u'\n';
    for (const graph::ChangeOutcome::Statement& statement : step.outcome.statements) {
        const facts::SourceFile& file = s.project.files[statement.file.value];
        const facts::ImportStatement& import = file.facts->imports[statement.import];
        out += below(markdownCode(place(file.path, import.span.line)) + u' ' +
                     markdownCode(toQt(import.text).simplified()));
    }
    for (const std::string& import : step.outcome.newImports)
        out += below(PlanMarkdown::tr("new in %1").arg(markdownCode(toQt(import))));
    for (const graph::ChangeOutcome::Remark& remark : step.outcome.remarks)
        out += below(remarkWords(remark));
    return out;
}

} // namespace

QString planMarkdown(const graph::Snapshot& s, const graph::Plan& plan, const graph::PlanSteps& steps) {
    const QString revision = toQt(s.project.revision);
    QString out =
        QStringLiteral("### ") +
        (plan.name.empty() ? PlanMarkdown::tr("Plan") : PlanMarkdown::tr("Plan %1").arg(toQt(plan.name))) +
        QStringLiteral("\n\n") +
        (revision.isEmpty() ? PlanMarkdown::tr("Now: %1.").arg(countWords(steps.before))
                            : PlanMarkdown::tr("Now: %1, at commit %2.")
                                  .arg(countWords(steps.before), markdownCode(revision))) +
        QStringLiteral("\n\n");
    const graph::TangleCount* before = &steps.before;
    for (const graph::PlanSteps::Step& step : steps.steps) {
        out += stepMarkdown(s, plan, step, *before);
        before = &step.left;
    }
    for (const graph::PlanSteps::Step& step : steps.refused)
        for (const graph::ChangeOutcome::Remark& remark : step.outcome.remarks)
            out +=
                QStringLiteral("- %1: %2\n").arg(changeWords(plan.changes[step.change]), remarkWords(remark));
    return out;
}

} // namespace espalier::ui
