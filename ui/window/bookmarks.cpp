#include "ui/window/bookmarks.h"

#include "ui/text.h"

#include <QWidget>

#include <algorithm>
#include <functional>
#include <iterator>

namespace espalier::ui {

Bookmarks::Bookmarks(Selection* selection, QWidget* window)
    : QObject(window)
    , selection_(selection)
    , window_(window)
    , menu_(new QMenu(tr("Boo&kmarks"), window)) {
    toggle = new QAction(tr("&Mark what is selected"), this);
    toggle->setIconText(tr("Mark what is selected, or take the mark away"));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    popup = new QAction(tr("&List the bookmarks"), this);
    popup->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    forgetGone = new QAction(tr("&Forget those that are not there now"), this);
    connect(toggle, &QAction::triggered, this, &Bookmarks::toggleSelected);
    connect(popup, &QAction::triggered, this, [this] {
        menu_->popup(window_->mapToGlobal(window_->rect().center() / 2));
        menu_->setActiveAction(menu_->actions().front()); // so that Enter takes it
    });
    connect(forgetGone, &QAction::triggered, this, [this] {
        std::erase_if(modules_, [this](const std::string& m) { return gone(m); });
        fillMenu();
        emit changed();
    });
    connect(selection_, &Selection::changed, this, &Bookmarks::update);
    fillMenu();
}

void Bookmarks::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    fillMenu();
}

void Bookmarks::set(std::vector<std::string> modules) {
    modules_ = std::move(modules);
    fillMenu();
}

// All of several selected modules get a mark; if they have one already, all lose it.
void Bookmarks::toggleSelected() {
    const std::vector<std::string> selected = selection_->selected().modules();
    const auto marked = [this](const std::string& m) { return std::ranges::count(modules_, m) > 0; };
    if (std::ranges::all_of(selected, marked))
        std::erase_if(modules_, [&](const std::string& m) { return std::ranges::count(selected, m) > 0; });
    else
        std::ranges::copy_if(selected, std::back_inserter(modules_), std::not_fn(marked));
    fillMenu();
    emit changed();
}

void Bookmarks::fillMenu() {
    menu_->clear();
    for (const std::string& module : modules_) {
        const QString name = asCaption(toQt(module));
        QAction* action = menu_->addAction(gone(module) ? tr("%1 (not there now)").arg(name) : name);
        action->setEnabled(!gone(module));
        connect(action, &QAction::triggered, this, [this, module] {
            if (const auto found = snapshot_ ? snapshot_->find(module) : std::nullopt)
                emit chosen(*found);
        });
    }
    menu_->addSeparator();
    menu_->addActions({toggle, popup, forgetGone});
    update();
}

void Bookmarks::update() {
    const Selected& selected = selection_->selected();
    const auto isMarked = [this](const std::string& m) { return std::ranges::count(modules_, m) > 0; };
    const bool marked =
        selected.isModules() && isMarked(selected.module) && std::ranges::all_of(selected.others, isMarked);
    toggle->setText(marked ? tr("Take the &mark away") : tr("&Mark what is selected"));
    toggle->setEnabled(snapshot_ && selected.isModules());
    popup->setEnabled(!modules_.empty());
    forgetGone->setEnabled(snapshot_ &&
                           std::ranges::any_of(modules_, [this](const std::string& m) { return gone(m); }));
}

} // namespace espalier::ui
