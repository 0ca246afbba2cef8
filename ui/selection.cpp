#include "ui/selection.h"

#include <utility>

namespace espalier::ui {

bool sameView(const graph::ViewSpec& a, const graph::ViewSpec& b) {
    return a.filter == b.filter && a.externals == b.externals && a.tests == b.tests && a.ghosts == b.ghosts &&
           a.maxBoxes == b.maxBoxes && a.maxTopBoxes == b.maxTopBoxes && a.maxLines == b.maxLines &&
           a.open == b.open && a.hidden == b.hidden && a.wanted == b.wanted && a.only == b.only;
}

Selection::Selection(QObject* parent)
    : QObject(parent) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Selection::announce);
}

void Selection::setFocus(Focus focus) {
    ViewState next = state_;
    next.focus = std::move(focus);
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
    state_ = std::move(state);
    timer_.start(0);
}

void Selection::reset(ViewState state) {
    history_.assign(1, state);
    at_ = 0;
    travelling_ = true;
    set(std::move(state));
}

void Selection::go(int step) {
    if (step < 0 ? !canGoBack() : !canGoForward())
        return;
    at_ = step < 0 ? at_ - 1 : at_ + 1;
    travelling_ = true;
    set(history_[at_]);
}

void Selection::remember() {
    const ViewState& last = history_[at_];
    if (sameView(last.view, state_.view) && last.focus == state_.focus)
        return;
    history_.resize(at_ + 1);
    history_.push_back(state_);
    if (history_.size() > kHistoryLength)
        history_.erase(history_.begin());
    at_ = history_.size() - 1;
}

void Selection::announce() {
    if (!std::exchange(travelling_, false))
        remember();
    Changes what;
    if (!sameView(told_.view, state_.view))
        what |= Change::View;
    if (told_.view.filter != state_.view.filter)
        what |= Change::Filter;
    if (!(told_.focus == state_.focus))
        what |= Change::Focus;
    told_ = state_;
    emit changed(what);
}

} // namespace espalier::ui
