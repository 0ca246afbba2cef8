// One tangle: whether it fails, its shortest cycles, and what to cut.
#pragma once

#include "ui/cycles/cycle_desk.h"
#include "ui/models/tree_table.h"
#include "ui/panels/list_panel.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QWidget>

namespace espalier::ui {

class TanglePage : public QWidget {
    Q_OBJECT
public:
    explicit TanglePage(CycleDesk* desk, QWidget* parent = nullptr);

    // Of the desk's findings; -1: none.
    void show(int tangle);
    [[nodiscard]] int tangle() const { return tangle_; }
    // The one that is stepped to; empty: not known yet.
    [[nodiscard]] std::vector<graph::EdgeId> cycle() const;
    // That, and what is to be cut if that is known.
    [[nodiscard]] CycleMarks marks() const;
    // Shows the first listed cycle with one of these imports, unless the one that is shown has one.
    void pointAt(const std::vector<graph::EdgeId>& edges);
    // What keepEdge and the others are about.
    void setSelectedEdge(const NamedEdge& edge);
    [[nodiscard]] QString markdown() const;

    [[nodiscard]] ListPanel* list() const; // in front
    [[nodiscard]] ListPanel* verdicts() const { return verdictList_; }
    [[nodiscard]] ListPanel* cycles() const { return cycleList_; }
    [[nodiscard]] ListPanel* cuts() const { return cutList_; }
    [[nodiscard]] QTabWidget* tabs() const { return tabs_; }
    [[nodiscard]] QString verdict() const { return verdict_->text(); }
    [[nodiscard]] QString proof() const { return proof_->text(); }

    // For menus; those that are about nothing now are disabled.
    QAction *leave, *next, *previous, *isolate, *suggest, *keepEdge, *cutEdge, *freeEdge, *tryCut, *tryCuts,
        *copyMarkdown;

signals:
    void left();
    void isolateWanted(int tangle);
    void cutsPlanned(const std::vector<espalier::ui::CutAnswer::Cut>& cuts);
    void edgeChosen(espalier::graph::ModuleId from, espalier::graph::ModuleId to);
    void placeActivated(const QString& path, int line);
    void menuWanted(const QPoint& globalPlace); // for the edge that was chosen a moment before
    void cycleChosen();                         // by stepping or by hand: it is what one looks at now
    void marksChanged();

private:
    QAction* add(const QString& text, void (TanglePage::*slot)(), const QKeySequence& key = {});
    void build();
    QWidget* cutsTab();
    void connectLists();
    void setPin(std::optional<CutPin> pin);
    void planCut();
    void planCuts();
    [[nodiscard]] const CutAnswer::Cut* suggestedCut() const; // of the selected import
    void step(int by);
    void stepForward() { step(1); }
    void stepBack() { step(-1); }
    void showVerdict();
    void showCycles(int tangle, const CycleDesk::Cycles& cycles);
    void showCuts();
    void setCycle(int cycle);
    void updateActions();
    void copy();
    void choose(const QModelIndex& row);

    CycleDesk* desk_;
    int tangle_ = -1, cycle_ = -1;
    NamedEdge selected_;
    CycleDesk::Cycles found_;
    TreeTable *verdictModel_, *cycleModel_, *cutModel_;
    QLabel *title_, *verdict_, *proof_;
    QProgressBar* busy_;
    QPushButton* test_;
    ListPanel *verdictList_, *cycleList_, *cutList_;
    QTabWidget* tabs_;
};

} // namespace espalier::ui
