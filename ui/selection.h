// What the window shows and what is selected in it: one state for all views, with a history.
//
// Modules are named, not numbered, so that a state outlives a new index. Changes are coalesced: however many
// setters are called before the event loop runs again, the views hear once, and the history grows by one
// step.
#pragma once

#include "graph/drawing/drawing.h"

#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace espalier::ui {

// The selected thing: nothing, a module, or what leads from one module to another.
struct Focus {
    std::string module; // or the importing side of a line
    std::string target; // the imported side of a line; empty: a module is selected
    bool exact =
        false; // a line between just these two modules, rather than also from and to what lies below them

    [[nodiscard]] bool empty() const { return module.empty(); }
    [[nodiscard]] bool isLine() const { return !target.empty(); }
    friend bool operator==(const Focus&, const Focus&) = default;
};

struct ViewState {
    graph::ViewSpec view;
    Focus focus;
    std::string onlyTitle; // what `view.only` shows, in words: "tangle of 4 modules"
};
[[nodiscard]] bool sameView(const graph::ViewSpec& a, const graph::ViewSpec& b);

enum class Change : unsigned { View = 1, Focus = 2, Filter = 4 };
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] const ViewState& state() const { return state_; }
    [[nodiscard]] const graph::ViewSpec& view() const { return state_.view; }
    [[nodiscard]] const Focus& focus() const { return state_.focus; }

    // Something was set that changed() has not told of yet.
    [[nodiscard]] bool pending() const { return timer_.isActive(); }

    void setFocus(Focus focus);
    void setView(graph::ViewSpec view);
    void set(ViewState state);
    // Another project: no way back to before.
    void reset(ViewState state);

    [[nodiscard]] bool canGoBack() const { return at_ > 0; }
    [[nodiscard]] bool canGoForward() const { return at_ + 1 < history_.size(); }
    void back() { go(-1); }
    void forward() { go(1); }

signals:
    // Filter (kinds that count) comes with View. The history may have changed, too.
    void changed(espalier::ui::Changes what);

private:
    void go(int step);
    void announce();
    void remember();

    static constexpr std::size_t kHistoryLength = 200;
    ViewState state_, told_;
    std::vector<ViewState> history_{ViewState{}};
    std::size_t at_ = 0;
    bool travelling_ = false; // the change to announce came from the history itself
    QTimer timer_;
};

} // namespace espalier::ui
