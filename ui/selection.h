// What the window shows and what is selected in it: one state for all views, with a history.
//
// Modules are named, not numbered, so that a state outlives a new index. Changes are coalesced: however many
// setters are called before the event loop runs again, the views hear once, and the history grows by one
// step.
//
// Two ways lead back. The history goes through everything that was shown, like a browser's; what a person has
// written, moved by hand and planned stays as it is. Undo takes back changes of ViewState::view and of
// ViewState::plan, and nothing else.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/drawing/matrix_order.h"
#include "ui/plans/tried_plan.h"
#include "ui/shared_names.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <set>
#include <string>
#include <vector>

namespace espalier::ui {

// The selected thing: nothing, a module, or what leads from one module to another.
struct Selected {
    std::string module; // or the importing side of a line
    std::string target; // the imported side of a line; empty: a module is selected
    bool exact =
        false; // a line between just these two modules, rather than also from and to what lies below them
    SharedNames others = {}; // further modules, where several are selected together
    std::string symbol = {}; // something that `module` defines: "Order"; empty: the module itself

    [[nodiscard]] bool empty() const { return module.empty(); }
    [[nodiscard]] bool isLine() const { return !target.empty(); }
    [[nodiscard]] bool isModules() const { return !empty() && !isLine(); } // one or several
    [[nodiscard]] bool has(const std::string& name) const {                // is a selected module
        return isModules() && (name == module || others.set().contains(name));
    }
    // The names of the selected modules; none if it is a line.
    [[nodiscard]] std::vector<std::string> modules() const;
    friend bool operator==(const Selected&, const Selected&) = default;
};

// The views of the centre, of which one is in front.
enum class ViewKind { Map, Matrix, Focus, Path };

struct ViewState {
    graph::ViewSpec view;
    Selected selected;
    std::string onlyTitle; // what `view.only` shows, in words: "tangle of 4 modules"
    ViewKind kind = ViewKind::Map;
    bool beside = false; // of the Map view: the matrix of the same things beside it
    graph::MatrixOrder order = graph::MatrixOrder::Level;
    static constexpr int kMostDepth = 5;
    int depth = 1;           // of the Focus view: how many steps of importers and imports, up to kMostDepth
    std::string centre = {}; // of the Focus view: the module in the middle; empty: the selected one
    bool packages = false;   // of the Focus view: packages rather than modules around it
    std::string pathFrom = {}, pathTo = {}; // of the Path view: modules
    std::set<std::string> avoid = {};       // of the Path view: modules that chains go around
    TriedPlan plan = {};                    // belongs to the project, as notes do

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

// What belongs to the project rather than to what was shown at some time: `to` gets the notes and the moved
// boxes of `from`.
void keepWork(const graph::ViewSpec& from, graph::ViewSpec& to);

enum class Change : unsigned {
    View = 1,     // ViewState::view
    Selected = 2, // ViewState::selected
    Filter = 4,   // the kinds that count; comes with View
    Kind = 8,     // another view in front, or what belongs to one of them alone
    Plan = 16     // ViewState::plan
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] const ViewState& state() const { return state_; }
    [[nodiscard]] const graph::ViewSpec& view() const { return state_.view; }
    [[nodiscard]] const Selected& selected() const { return state_.selected; }

    // Something was set that changed() has not told of yet.
    [[nodiscard]] bool pending() const { return timer_.isActive(); }

    void setSelected(Selected selected);
    void setView(graph::ViewSpec view);
    void set(ViewState state);
    // Another project: no way back to before.
    void reset(ViewState state);

    [[nodiscard]] bool canGoBack() const { return at_ > 0; }
    [[nodiscard]] bool canGoForward() const { return at_ + 1 < history_.size(); }
    void back() { go(-1); }
    void forward() { go(1); }

    [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
    [[nodiscard]] bool canRedo() const { return !redo_.empty(); }
    // What would be taken back or done again: "hide shop.web". Empty if there is nothing.
    [[nodiscard]] QString undoWords() const;
    [[nodiscard]] QString redoWords() const;
    void undo() { travel(undo_, redo_); }
    void redo() { travel(redo_, undo_); }

signals:
    // The histories may have changed, too.
    void changed(espalier::ui::Changes what);

private:
    struct Shown {
        graph::ViewSpec view;
        std::string onlyTitle;
        TriedPlan plan;
    };
    [[nodiscard]] static QString words(const Shown& before, const Shown& after);
    [[nodiscard]] static Shown shownIn(const ViewState& state) {
        return {state.view, state.onlyTitle, state.plan};
    }

    void go(int step);
    void travel(std::vector<Shown>& from, std::vector<Shown>& to);
    void announce();
    void announceNow();
    void remember();
    void rememberView();

    static constexpr std::size_t kHistoryLength = 200;
    static constexpr int kTypingMs = 1500; // changes of one pattern within this time are one step
    ViewState state_, told_;
    std::vector<ViewState> history_{ViewState{}};
    std::size_t at_ = 0;
    bool travelling_ = false; // the change to announce came from the history itself
    std::vector<Shown> undo_, redo_;
    bool undoing_ = false; // … or from undo() or redo()
    QElapsedTimer sincePattern_;
    QTimer timer_;
};

} // namespace espalier::ui
