// The menu of what is selected, wherever that was pointed at; of the view itself where nothing is. Its
// actions are those of the menu bar.
#pragma once

#include "ui/selection.h"

#include <QMenu>

namespace espalier::ui {

class Bookmarks;
class Commands;
class CyclesPanel;
class EditActions;
class EvidencePanel;
class PatchMaker;
class PlanDesk;
class SavedViews;
class SymbolPanel;
class Views;

class ContextMenu : public QMenu {
    Q_OBJECT
public:
    // What the actions are taken from; all of it outlives the menu.
    struct Parts {
        const Selection& selection;
        const Commands& commands;
        const EditActions& edit;
        const Bookmarks& bookmarks;
        const SavedViews& saved;
        const Views& views;
        const SymbolPanel& symbols;
        const EvidencePanel& evidence;
        const PatchMaker& patches;
        const CyclesPanel& cycles;
        const PlanDesk& plans;
    };
    ContextMenu(const Parts& parts, QWidget* window);

    void showAt(const QPoint& globalPlace);

private:
    void addGroup(const QList<QAction*>& actions);
    void fillForModules();
    void fillForLine();
    void fillForNothing();

    Parts parts_;
};

} // namespace espalier::ui
