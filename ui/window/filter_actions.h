// The toggles for what counts and what is shown, as actions for tool bar and menu.
#pragma once

#include "ui/selection.h"

#include <QAction>

#include <array>

namespace espalier::ui {

// Each action is checkable and bound to the selection's view in both directions.
class FilterActions : public QObject {
    Q_OBJECT
public:
    explicit FilterActions(Selection* selection, QObject* parent = nullptr);

    [[nodiscard]] QAction* kind(graph::EdgeKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] QList<QAction*> kinds() const { return {kinds_.begin(), kinds_.end()}; }
    [[nodiscard]] QList<QAction*> shown() const { return {tests_, ghosts_, externals_}; }
    [[nodiscard]] QList<QAction*> rare() const { return {implicitParents_, strings_}; }
    // What narrows the view, and how it is drawn.
    [[nodiscard]] QList<QAction*> narrowing() const { return {deprecatedOnly_, tanglesOnly_}; }
    [[nodiscard]] QList<QAction*> drawn() const { return {directOnly_, bundled_}; }
    [[nodiscard]] QAction* externals() const { return externals_; }
    [[nodiscard]] QAction* tests() const { return tests_; }
    [[nodiscard]] QAction* ghosts() const { return ghosts_; }

private:
    QAction* add(const QString& text, const QString& toolTip, std::function<bool(const graph::ViewSpec&)> get,
                 std::function<void(graph::ViewSpec&, bool)> set);
    QAction* add(const QString& text, const QString& toolTip, bool graph::ViewSpec::*flag);

    Selection* selection_;
    std::array<QAction*, facts::kEdgeKindCount> kinds_{};
    QAction *externals_, *tests_, *ghosts_, *implicitParents_, *strings_;
    QAction *deprecatedOnly_, *tanglesOnly_, *directOnly_, *bundled_;
};

} // namespace espalier::ui
