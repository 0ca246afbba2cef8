// The window's commands with their shortcuts, its menus and its tool bar.
#pragma once

#include "ui/theme.h"

#include <QAction>
#include <QMainWindow>
#include <QToolBar>

namespace espalier::ui {

class Bookmarks;
class CampaignBoard;
class CyclesPanel;
class DifferenceDesk;
class EditActions;
class EvidencePanel;
class FilterActions;
class FindBar;
class HistoryDesk;
class PatchMaker;
class PastPlayer;
class PlanDesk;
class SavedViews;
class SearchBox;
class SymbolPanel;
class TanglePage;
class TrackerPanel;
class Views;

// Other parts of the window that bring actions for its menus.
struct MenuParts {
    const FilterActions& filters;
    const EditActions& edit;
    const FindBar& find;
    const Bookmarks& bookmarks;
    const SavedViews& saved;
    const Views& views;
    const SymbolPanel& symbols;
    const EvidencePanel& evidence;
    const PatchMaker& patches;
    const CyclesPanel& cycles;
    const PlanDesk& plans;
    const HistoryDesk& history;
    const PastPlayer& player;
    const DifferenceDesk& difference;
    const CampaignBoard& campaigns;
    const TrackerPanel& tracker;
};

// Actions only; what they do is connected by the window.
class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QMainWindow* window);

    QAction *open, *reindex, *exportPicture, *settings, *quit;
    QAction *palette, *back, *forward, *clear, *menu;
    QAction *fit, *actualSize, *zoomIn, *zoomOut, *expand, *collapse, *frame, *everything, *overview;
    QAction *showTrend, *showSource, *legend, *minimap;
    QAction *filter, *clearFilters;
    // In the order of the docks: the packages, the lists below them, the evidence.
    QAction *toPackages, *toAttention, *toCycles, *toMigration, *toProblems, *toEvidence, *toFragmentation,
        *toSameNames, *toPlan, *toHistory, *toTracker;
    QAction *help, *about;

    // Gives all actions their shortcuts, too.
    void buildMenus(const MenuParts& parts);
    // Those whose keys are plain letters and signs, and Del: they work in the views alone, so that one can
    // type elsewhere.
    void addViewKeys(const Views& views, const EditActions& edit, const TanglePage& tangle);
    // `baseline` is shown as a text, while it is visible.
    void buildToolBar(SearchBox* search, const FilterActions& filters, QAction* baseline);
    void setRecentFolders(const QStringList& folders);
    // Those that need a project.
    void setProjectOpen(bool open);

signals:
    void themeChosen(espalier::ui::ThemeChoice choice);
    void folderChosen(const QString& folder);

private:
    QAction* add(const QString& text, const QList<QKeySequence>& keys = {}, const QString& iconName = {});
    void buildThemeMenu(QMenu* view);

    QMainWindow* window_;
    QMenu* recent_ = nullptr;
    QToolBar* toolBar_ = nullptr;
};

} // namespace espalier::ui
