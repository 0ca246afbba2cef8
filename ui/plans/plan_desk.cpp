#include "ui/plans/plan_desk.h"

#include "graph/plans/suggested.h"
#include "ui/plans/plan_dialogs.h"
#include "ui/plans/plan_markdown.h"
#include "ui/plans/plan_words.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>

namespace espalier::ui {

namespace {

// What leads from within one module to within the other, or between just these two.
std::vector<graph::Change> cutsOfLine(const graph::Snapshot& s, const Selected& line, graph::CutWay way,
                                      const graph::EdgeFilter& filter) {
    std::vector<graph::Change> out;
    const auto from = s.find(line.module), to = s.find(line.target);
    if (!from || !to)
        return out;
    for (const graph::Edge& e : s.edges)
        if (filter.admits(e) &&
            (line.exact ? e.from == *from && e.to == *to : s.within(e.from, *from) && s.within(e.to, *to)))
            out.push_back(graph::CutEdge{s[e.from].name, s[e.to].name, way, filter.kinds});
    return out;
}

graph::CutPlan cutPlanOf(const graph::Snapshot& s, const std::vector<CutAnswer::Cut>& cuts,
                         std::vector<std::vector<std::string>>& names) {
    graph::CutPlan out;
    names.reserve(cuts.size()); // the plan has views of them
    for (const CutAnswer::Cut& cut : cuts) {
        const auto from = s.find(cut.edge.first), to = s.find(cut.edge.second);
        const auto edge = from && to ? s.edge(*from, *to) : std::nullopt;
        if (!edge)
            continue;
        graph::CutPlan::Step step;
        step.cut.edge = *edge;
        step.cut.kind = cut.how;
        std::vector<std::string>& own = names.emplace_back();
        for (const QString& symbol : cut.symbols)
            own.push_back(toUtf8(symbol));
        for (qsizetype i = 0; i < cut.symbols.size(); ++i)
            step.cut.symbols.push_back({own[static_cast<std::size_t>(i)],
                                        s.find(toUtf8(cut.definedIn[i])).value_or(graph::ModuleId())});
        out.steps.push_back(std::move(step));
    }
    return out;
}

} // namespace

PlanDesk::PlanDesk(Selection* selection, QWidget* window)
    : QObject(window)
    , selection_(selection)
    , window_(window)
    , applying_(this)
    , counting_(this)
    , writing_(this) {
    addLineActions();
    addPlanActions();
    connect(selection_, &Selection::changed, this, &PlanDesk::follow);
    update();
}

QAction* PlanDesk::action(const QString& text, void (PlanDesk::*work)()) {
    auto* out = new QAction(text, this);
    connect(out, &QAction::triggered, this, work);
    return out;
}

void PlanDesk::addLineActions() {
    const auto cut = [this](const QString& text, graph::CutWay way) {
        auto* out = new QAction(text, this);
        connect(out, &QAction::triggered, this, [this, way] { cutSelected(way); });
        return out;
    };
    removeImport = cut(tr("Plan: &remove this import"), graph::CutWay::Remove);
    deferImport = cut(tr("Plan: de&fer this import"), graph::CutWay::Defer);
    typeImport = cut(tr("Plan: this import under T&YPE_CHECKING"), graph::CutWay::TypeChecking);
    moveSymbol = action(tr("Plan: mo&ve a symbol to…"), &PlanDesk::moveSelected);
    mergeModule = action(tr("Plan: mer&ge into…"), &PlanDesk::mergeSelected);
}

void PlanDesk::addPlanActions() {
    tryPlan = new QAction(tr("&Try the plan"), this);
    tryPlan->setCheckable(true);
    tryPlan->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(tryPlan, &QAction::triggered, this, [this](bool on) {
        TriedPlan plan = selection_->state().plan;
        plan.tried = on;
        set(std::move(plan));
    });
    save = action(tr("&Save the plan in the project…"), &PlanDesk::askName);
    openSaved = action(tr("&Open a saved plan…"), &PlanDesk::plansWanted);
    copy = action(tr("&Copy the plan as Markdown"), &PlanDesk::copyMarkdown);
    clear = new QAction(tr("&Empty the plan"), this);
    connect(clear, &QAction::triggered, this, [this] { set({}); });
    removeChange = new QAction(tr("Take this change out of the plan"), this);
}

void PlanDesk::setPresent(graph::SnapshotPtr present) {
    const bool another = !present || !present_ || present->project.root != present_->project.root;
    present_ = std::move(present);
    if (another) {
        applying_.cancel();
        counting_.cancel();
        writing_.cancel();
        applied_ = {};
        show(present_);
    } else {
        apply();
    }
    update();
}

void PlanDesk::set(TriedPlan plan) {
    ViewState state = selection_->state();
    state.plan = std::move(plan);
    selection_->set(std::move(state));
}

void PlanDesk::follow(Changes what) {
    if (present_ && what.testFlag(Change::Plan)) {
        const graph::Plan wanted = selection_->state().plan.shown();
        if (wanted.changes != applied_.changes)
            apply();
    }
    if (what.testFlag(Change::Filter))
        count();
    update();
}

void PlanDesk::apply() {
    applied_ = selection_->state().plan.shown();
    outcomes_.clear();
    counts_.reset();
    counting_.cancel();
    if (applied_.changes.empty()) {
        applying_.cancel();
        show(present_);
        return;
    }
    applying_.start([present = present_, plan = applied_] { return graph::applyPlan(present, plan); },
                    [this, plan = applied_](graph::Planned planned) { take(plan, std::move(planned)); });
}

void PlanDesk::take(const graph::Plan& plan, graph::Planned planned) {
    outcomes_.clear();
    std::size_t next = 0;
    for (const TriedPlan::Item& item : selection_->state().plan.items)
        outcomes_.push_back(item.ticked && next < plan.changes.size() ? std::move(planned.outcomes[next++])
                                                                      : graph::ChangeOutcome());
    trying_ = true;
    if (planned.snapshot != shown_) {
        shown_ = std::move(planned.snapshot);
        emit shown(shown_);
    }
    count();
    update();
}

void PlanDesk::show(graph::SnapshotPtr snapshot) {
    trying_ = false;
    outcomes_.clear();
    counts_.reset();
    if (snapshot == shown_)
        return;
    shown_ = std::move(snapshot);
    if (shown_)
        emit shown(shown_);
}

void PlanDesk::count() {
    if (!trying())
        return;
    counting_.start(
        [present = present_, shown = shown_, filter = selection_->view().filter] {
            return Counts{graph::countTangles(*present, filter), graph::countTangles(*shown, filter)};
        },
        [this](const Counts& counts) {
            counts_ = counts;
            emit changed();
        });
}

QString PlanDesk::words() const {
    if (!trying())
        return {};
    const auto made =
        static_cast<std::size_t>(std::ranges::count(outcomes_, true, &graph::ChangeOutcome::made));
    const QString what = madeWords(made, applied_.changes.size());
    return counts_ ? tr("%1; %2", "3 changes; 2 tangles fewer")
                         .arg(what, differenceWords(counts_->before, counts_->after))
                   : what;
}

void PlanDesk::add(const std::vector<graph::Change>& changes) {
    TriedPlan plan = selection_->state().plan;
    for (const graph::Change& change : changes)
        plan.add(change);
    set(std::move(plan));
}

void PlanDesk::addCuts(const std::vector<CutAnswer::Cut>& cuts) {
    std::vector<graph::Change> changes;
    for (const TriedPlan::Item& item : selection_->state().plan.items)
        changes.push_back(item.change);
    const auto before = static_cast<std::ptrdiff_t>(changes.size());
    std::vector<std::vector<std::string>> names;
    graph::addChanges(*shown_, cutPlanOf(*shown_, cuts, names), selection_->view().filter, changes);
    add({changes.begin() + before, changes.end()});
}

void PlanDesk::tick(int item, bool on) {
    TriedPlan plan = selection_->state().plan;
    plan.items[static_cast<std::size_t>(item)].ticked = on;
    set(std::move(plan));
}

void PlanDesk::remove(const std::vector<int>& items) {
    TriedPlan plan = selection_->state().plan;
    std::vector<TriedPlan::Item> left;
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        if (std::ranges::count(items, static_cast<int>(i)) == 0)
            left.push_back(std::move(plan.items[i]));
    plan.items = std::move(left);
    set(std::move(plan));
}

void PlanDesk::open(const graph::Plan& saved) {
    TriedPlan plan;
    plan.name = saved.name;
    for (const graph::Change& change : saved.changes)
        plan.add(change);
    set(std::move(plan));
}

void PlanDesk::offer(std::vector<graph::Plan> plans, const QStringList& problems) {
    if (!problems.isEmpty())
        emit told(problems.join(u'\n'));
    if (plans.empty()) {
        if (problems.isEmpty())
            emit told(tr("No plan is saved in this project yet."));
        return;
    }
    QStringList names;
    for (const graph::Plan& plan : plans)
        names << toQt(plan.name);
    bool accepted = false;
    const QString name = QInputDialog::getItem(window_, tr("Open a saved plan"),
                                               tr("It takes the place of the plan that you work on."), names,
                                               0, false, &accepted);
    if (accepted)
        open(plans[static_cast<std::size_t>(names.indexOf(name))]);
}

void PlanDesk::update() {
    const TriedPlan& plan = selection_->state().plan;
    const Selected& selected = selection_->selected();
    for (QAction* cut : {removeImport, deferImport, typeImport})
        cut->setEnabled(shown_ && selected.isLine());
    const bool one = shown_ && !selected.empty() && !selected.isLine() && selected.others.empty();
    const auto module = one ? shown_->find(selected.module) : std::nullopt;
    const bool own = module && (*shown_)[*module].file.valid();
    moveSymbol->setEnabled(own && selected.symbol.find('.') == std::string::npos);
    mergeModule->setEnabled(own);
    const bool any = present_ && !plan.items.empty();
    tryPlan->setEnabled(any);
    tryPlan->setChecked(any && plan.tried);
    for (QAction* action : {save, copy})
        action->setEnabled(any && !plan.ticked().changes.empty());
    clear->setEnabled(any);
    removeChange->setEnabled(any);
    openSaved->setEnabled(present_ != nullptr);
    emit changed();
}

void PlanDesk::cutSelected(graph::CutWay way) {
    const auto changes = cutsOfLine(*shown_, selection_->selected(), way, selection_->view().filter);
    if (changes.empty())
        return emit told(tr("Nothing that counts now is imported there."));
    add(changes);
}

void PlanDesk::moveSelected() {
    const Selected selected = selection_->selected();
    const auto module = shown_->find(selected.module);
    if (!module)
        return;
    const QStringList names =
        selected.symbol.empty() ? ownNames(*shown_, *module) : QStringList(toQt(selected.symbol));
    if (names.isEmpty())
        return emit told(tr("%1 defines nothing that could move.").arg(toQt(selected.module)));
    if (const auto move = askMove(window_, *shown_, toQt(selected.module), names))
        add({graph::MoveSymbol{selected.module, toUtf8(move->symbol), toUtf8(move->into)}});
}

void PlanDesk::mergeSelected() {
    const std::string module = selection_->selected().module;
    if (const QString into = askMerge(window_, *shown_, toQt(module)); !into.isEmpty())
        add({graph::MergeModules{module, toUtf8(into)}});
}

void PlanDesk::askName() {
    TriedPlan plan = selection_->state().plan;
    const std::size_t ticked = plan.ticked().changes.size(), left = plan.items.size() - ticked;
    QString what = tr("It is written to espalier-plans.toml in the project's folder, in the place of a plan "
                      "of the same name.\nName, of lower-case letters, digits and dashes:");
    if (left > 0)
        what = counted(left, tr("One change without a tick is not saved."),
                       tr("%1 changes without a tick are not saved.", nullptr, plural(left))) +
               u'\n' + what;
    bool accepted = false;
    const QString name = asPlanName(QInputDialog::getText(window_, tr("Save the plan"), what,
                                                          QLineEdit::Normal, toQt(plan.name), &accepted));
    if (!accepted || name.isEmpty())
        return;
    plan.name = toUtf8(name);
    emit saveWanted(plan.ticked());
    set(std::move(plan));
}

// Each change is tried at each step: in the background.
void PlanDesk::copyMarkdown() {
    writing_.start(
        [present = present_, plan = selection_->state().plan.ticked(), filter = selection_->view().filter] {
            return planMarkdown(*present, plan, graph::planSteps(present, plan, filter));
        },
        [this](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            emit told(tr("The plan is in the clipboard, as a list of tasks."));
        });
}

} // namespace espalier::ui
