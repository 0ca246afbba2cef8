#include "ui/selection.h"

#include "ui/plans/plan_words.h"
#include "ui/view_words.h"

#include <tuple>
#include <utility>

namespace espalier::ui {

namespace {

bool onlyPatternDiffers(graph::ViewSpec a, const graph::ViewSpec& b) {
    const bool differs = a.pattern != b.pattern;
    a.pattern = b.pattern;
    return differs && a == b;
}

} // namespace

void keepWork(const graph::ViewSpec& from, graph::ViewSpec& to) {
    to.moved = from.moved;
    to.notes = from.notes;
}

std::vector<std::string> Selected::modules() const {
    if (!isModules())
        return {};
    std::vector<std::string> out{module};
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

Selection::Selection(QObject* parent)
    : QObject(parent) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Selection::announce);
}

void Selection::setSelected(Selected selected) {
    ViewState next = state_;
    next.selected = std::move(selected);
    set(std::move(next));
}

void Selection::setView(graph::ViewSpec view) {
    ViewState next = state_;
    if (view.only.empty())
        next.onlyTitle.clear();
    next.view = std::move(view);
    set(std::move(next));
}

void Selection::set(ViewState state) {
    if (travelling_ || undoing_)
        announceNow();
    state_ = std::move(state);
    timer_.start(0);
}

void Selection::reset(ViewState state) {
    set(std::move(state)); // may tell of what was on its way
    history_.assign(1, state_);
    at_ = 0;
    undo_.clear();
    redo_.clear();
    travelling_ = undoing_ = true;
}

void Selection::go(int step) {
    if (step < 0 ? !canGoBack() : !canGoForward())
        return;
    at_ = step < 0 ? at_ - 1 : at_ + 1;
    ViewState next = history_[at_];
    keepWork(state_.view, next.view);
    next.plan = state_.plan;
    set(std::move(next));
    travelling_ = true;
}

void Selection::travel(std::vector<Shown>& from, std::vector<Shown>& to) {
    announceNow();
    if (from.empty())
        return;
    to.push_back(shownIn(state_));
    ViewState next = state_;
    next.view = std::move(from.back().view);
    next.onlyTitle = std::move(from.back().onlyTitle);
    next.plan = std::move(from.back().plan);
    from.pop_back();
    set(std::move(next));
    undoing_ = true;
}

QString Selection::words(const Shown& before, const Shown& after) {
    return before.plan == after.plan ? changeInWords(before.view, after.view)
                                     : changeInWords(before.plan, after.plan);
}

QString Selection::undoWords() const {
    return undo_.empty() ? QString() : words(undo_.back(), shownIn(state_));
}

QString Selection::redoWords() const {
    return redo_.empty() ? QString() : words(shownIn(state_), redo_.back());
}

void Selection::remember() {
    ViewState& here = history_[at_];
    keepWork(state_.view, here.view);
    here.plan = state_.plan;
    if (here == state_)
        return;
    history_.resize(at_ + 1);
    history_.push_back(state_);
    if (history_.size() > kHistoryLength)
        history_.erase(history_.begin());
    at_ = history_.size() - 1;
}

// A pattern that is being typed is one step, however many letters it has.
void Selection::rememberView() {
    redo_.clear();
    const bool typing = onlyPatternDiffers(told_.view, state_.view);
    const bool goesOn = typing && sincePattern_.isValid() && sincePattern_.elapsed() < kTypingMs;
    sincePattern_.invalidate();
    if (typing)
        sincePattern_.start();
    if (goesOn)
        return;
    undo_.push_back(shownIn(told_));
    if (undo_.size() > kHistoryLength)
        undo_.erase(undo_.begin());
}

void Selection::announceNow() {
    if (!timer_.isActive())
        return;
    timer_.stop();
    announce();
}

void Selection::announce() {
    if (!std::exchange(travelling_, false))
        remember();
    if (!std::exchange(undoing_, false) && (told_.view != state_.view || told_.plan != state_.plan))
        rememberView();
    Changes what;
    if (told_.view != state_.view)
        what |= Change::View;
    if (told_.view.filter != state_.view.filter)
        what |= Change::Filter;
    if (told_.selected != state_.selected)
        what |= Change::Selected;
    const auto ofViews = [](const ViewState& s) {
        return std::tie(s.kind, s.beside, s.order, s.depth, s.centre, s.packages, s.pathFrom, s.pathTo,
                        s.avoid);
    };
    if (ofViews(told_) != ofViews(state_))
        what |= Change::Kind;
    if (told_.plan != state_.plan)
        what |= Change::Plan;
    told_ = state_;
    emit changed(what);
}

} // namespace espalier::ui
