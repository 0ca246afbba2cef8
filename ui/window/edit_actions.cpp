#include "ui/window/edit_actions.h"

#include "ui/text.h"

#include <QInputDialog>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace espalier::ui {

EditActions::EditActions(Selection* selection, QWidget* window)
    : QObject(window)
    , selection_(selection)
    , window_(window) {
    undo = new QAction(tr("&Undo"), this);
    undo->setIconText(tr("Undo")); // whatever the text will say
    undo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Z)});
    redo = new QAction(tr("&Redo"), this);
    redo->setIconText(tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    connect(undo, &QAction::triggered, selection_, &Selection::undo);
    connect(redo, &QAction::triggered, selection_, &Selection::redo);
    hide = add(tr("&Hide what is selected"), {QKeySequence(Qt::Key_Delete)}, &EditActions::hideSelected);
    showHidden = add(tr("Show hi&dden modules again"), {}, &EditActions::showAllHidden);
    only = add(tr("Show &only what is selected"), {}, &EditActions::showOnlySelected);
    parent = add(tr("Select the package &around it"), {QKeySequence(Qt::ALT | Qt::Key_Up)},
                 &EditActions::selectParent);
    note = add(tr("Write a no&te to it…"), {QKeySequence(Qt::Key_N)}, &EditActions::editNote);
    putBack = add(tr("Put bac&k where it was laid"), {}, &EditActions::putSelectedBack);
    putAllBack = add(tr("Put all &moved boxes back"), {}, &EditActions::putEverythingBack);
    connect(selection_, &Selection::changed, this, &EditActions::update);
    update();
}

QAction* EditActions::add(const QString& text, const QList<QKeySequence>& keys, void (EditActions::*work)()) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, work);
    return action;
}

void EditActions::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    update();
}

void EditActions::update() {
    const QString undone = selection_->undoWords(), redone = selection_->redoWords();
    undo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(asCaption(undone)));
    redo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(asCaption(redone)));
    undo->setEnabled(snapshot_ && selection_->canUndo());
    redo->setEnabled(snapshot_ && selection_->canRedo());
    const Selected& selected = selection_->selected();
    const bool modules = snapshot_ && selected.isModules();
    hide->setEnabled(modules);
    only->setEnabled(modules);
    note->setEnabled(modules && selected.others.empty());
    parent->setEnabled(snapshot_ && !selected.empty());
    const auto& moved = selection_->view().moved;
    putBack->setEnabled(modules &&
                        std::ranges::any_of(moved, [&](const auto& m) { return selected.has(m.first); }));
    putAllBack->setEnabled(snapshot_ && !moved.empty());
    showHidden->setEnabled(snapshot_ && !selection_->view().hidden.empty());
}

void EditActions::hideSelected() {
    ViewState state = selection_->state();
    for (const std::string& name : state.selected.modules())
        state.view.hidden.insert(name);
    state.selected = {};
    selection_->set(std::move(state));
}

void EditActions::showAllHidden() {
    graph::ViewSpec view = selection_->view();
    view.hidden.clear();
    selection_->setView(std::move(view));
}

// A package alone keeps its order inside; several things stand side by side with all that is in them.
void EditActions::showOnlySelected() {
    ViewState state = selection_->state();
    const std::vector<std::string> names = state.selected.modules();
    const auto first = snapshot_->find(names.front());
    if (names.size() == 1 && first && !snapshot_->children(*first).empty()) {
        state.view.below = names.front();
        state.view.open.insert(names.front());
        return selection_->set(std::move(state));
    }
    std::vector<graph::ModuleId> inside;
    for (const std::string& name : names)
        if (const auto module = snapshot_->find(name))
            inside.push_back(*module);
    state.view.only.clear();
    for (std::size_t i = 0; i < inside.size(); ++i) {
        state.view.only.insert((*snapshot_)[inside[i]].name);
        const auto children = snapshot_->children(inside[i]);
        inside.insert(inside.end(), children.begin(), children.end());
    }
    const auto n = static_cast<std::size_t>(names.size());
    state.onlyTitle =
        n == 1 ? names.front() : toUtf8(tr("%1 chosen things", nullptr, plural(n)).arg(number(n)));
    selection_->set(std::move(state));
}

void EditActions::selectParent() {
    const Selected& selected = selection_->selected();
    if (selected.isLine())
        return selection_->setSelected({selected.module, {}, false});
    const auto module = snapshot_->find(selected.module);
    const graph::ModuleId around = module ? (*snapshot_)[*module].parent : graph::ModuleId();
    selection_->setSelected({around.valid() ? (*snapshot_)[around].name : std::string(), {}, false});
}

void EditActions::putSelectedBack() {
    graph::ViewSpec view = selection_->view();
    for (const std::string& module : selection_->selected().modules())
        view.moved.erase(module);
    selection_->setView(std::move(view));
}

void EditActions::putEverythingBack() {
    graph::ViewSpec view = selection_->view();
    view.moved.clear();
    selection_->setView(std::move(view));
}

void EditActions::editNote() {
    const std::string module = selection_->selected().module;
    const auto& notes = selection_->view().notes;
    const auto old = notes.find(module);
    QInputDialog dialog(window_);
    dialog.setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog.setWindowTitle(tr("Note"));
    dialog.setLabelText(
        tr("What you want to say about %1. Empty: no note. Ctrl+Enter: done.").arg(toQt(module)));
    dialog.setTextValue(old == notes.end() ? QString() : toQt(old->second));
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        new QShortcut(QKeySequence(Qt::CTRL | enter), &dialog, &dialog, &QDialog::accept);
    if (dialog.exec() == QDialog::Accepted)
        setNote(module, dialog.textValue());
}

void EditActions::setNote(const std::string& module, const QString& text) {
    graph::ViewSpec view = selection_->view();
    if (const QString trimmed = text.trimmed(); trimmed.isEmpty())
        view.notes.erase(module);
    else
        view.notes[module] = toUtf8(trimmed);
    selection_->setView(std::move(view));
}

} // namespace espalier::ui
