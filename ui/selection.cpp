#include "ui/selection.h"

#include <utility>

namespace espalier::ui {

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
    if (history_[at_] == state_)
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
    if (told_.view != state_.view)
        what |= Change::View;
    if (told_.view.filter != state_.view.filter)
        what |= Change::Filter;
    if (told_.selected != state_.selected)
        what |= Change::Selected;
    if (told_.kind != state_.kind || told_.depth != state_.depth || told_.pathFrom != state_.pathFrom ||
        told_.pathTo != state_.pathTo)
        what |= Change::Kind;
    told_ = state_;
    emit changed(what);
}

} // namespace espalier::ui
