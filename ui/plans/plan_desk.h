// The plan that one works on: what is done to it, and the graph as it would be. GUI thread only.
#pragma once

#include "graph/plans/plan_steps.h"
#include "indexer/facts/result.h"
#include "ui/cycles/cycle_answers.h"
#include "ui/jobs.h"
#include "ui/selection.h"

#include <QAction>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace espalier::ui {

// The plan itself is a part of the selection's state, where it is undone and done again.
class PlanDesk : public QObject {
    Q_OBJECT
public:
    // Dialogs are shown above `window`.
    PlanDesk(Selection* selection, QWidget* window);

    // What is; null: no project. shown() follows, at once if no plan is tried.
    void setPresent(graph::SnapshotPtr present);
    // What the views show has a plan's changes.
    [[nodiscard]] bool trying() const { return shown_ && trying_; }
    [[nodiscard]] const std::vector<graph::ChangeOutcome>& outcomes() const { return outcomes_; } // by item
    // "3 changes; 2 tangles fewer"; empty if no plan is tried.
    [[nodiscard]] QString words() const;

    // Adds changes as one step.
    void add(const std::vector<graph::Change>& changes);
    // What was suggested for the graph that is shown.
    void addCuts(const std::vector<CutAnswer::Cut>& cuts);
    void tick(int item, bool on);
    void remove(const std::vector<int>& items);
    // Those that were asked for by plansWanted(), to choose from; `problems` of reading them.
    void offer(std::vector<graph::Plan> plans, const QStringList& problems);
    void open(const graph::Plan& plan);

    // The imports behind the selected line; what is selected.
    QAction *removeImport, *deferImport, *typeImport, *moveSymbol, *mergeModule;
    QAction *tryPlan, *save, *openSaved, *copy, *clear;
    QAction* removeChange; // for whoever shows the changes

signals:
    void shown(const espalier::graph::SnapshotPtr& snapshot); // another graph is to be shown
    void changed();                                           // the plan, or what is known of it
    void saveWanted(const espalier::graph::Plan& plan);
    void plansWanted();
    void told(const QString& message);

private:
    QAction* action(const QString& text, void (PlanDesk::*work)());
    void addLineActions();
    void addPlanActions();
    void set(TriedPlan plan);
    void follow(Changes what);
    void apply();
    void show(graph::SnapshotPtr snapshot);
    void take(const graph::Plan& plan, graph::Planned planned);
    void count();
    void update();
    void cutSelected(graph::CutWay way);
    void moveSelected();
    void mergeSelected();
    void askName();
    void copyMarkdown();

    Selection* selection_;
    QWidget* window_;
    graph::SnapshotPtr present_, shown_;
    graph::Plan applied_; // what is shown, or will be in a moment
    bool trying_ = false;
    std::vector<graph::ChangeOutcome> outcomes_;
    struct Counts {
        graph::TangleCount before, after;
    };
    std::optional<Counts> counts_;
    LatestJob<graph::Planned> applying_;
    LatestJob<Counts> counting_;
    LatestJob<QString> writing_;
};

} // namespace espalier::ui
