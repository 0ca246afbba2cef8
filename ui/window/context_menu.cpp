#include "ui/window/context_menu.h"

#include "ui/cycles/cycles_panel.h"
#include "ui/map/map_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/plans/plan_desk.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/window/bookmarks.h"
#include "ui/window/commands.h"
#include "ui/window/edit_actions.h"
#include "ui/window/saved_views.h"
#include "ui/window/views.h"

namespace espalier::ui {

ContextMenu::ContextMenu(const Parts& parts, QWidget* window)
    : QMenu(window)
    , parts_(parts) {}

void ContextMenu::showAt(const QPoint& globalPlace) {
    clear();
    const Selected& selected = parts_.selection.selected();
    if (selected.empty())
        fillForNothing();
    else if (selected.isLine())
        fillForLine();
    else
        fillForModules();
    popup(globalPlace);
}

void ContextMenu::addGroup(const QList<QAction*>& actions) {
    addSeparator();
    addActions(actions);
}

void ContextMenu::fillForModules() {
    const auto& [selection, commands, edit, bookmarks, saved, views, symbols, evidence, patches, cycles,
                 plans] = parts_;
    const ViewKind kind = selection.state().kind;
    const ScenePtr& map = views.map().scene();
    const auto module = map ? map->snapshot->find(selection.selected().module) : std::nullopt;
    const bool folds = module && !map->snapshot->children(*module).empty() &&
                       (kind == ViewKind::Map || kind == ViewKind::Matrix);
    if (folds)
        addAction(selection.view().open.contains(selection.selected().module) ? commands.collapse
                                                                              : commands.expand);
    if (kind != ViewKind::Matrix)
        addAction(commands.frame);
    addAction(edit.parent);
    if (!selection.selected().symbol.empty()) {
        addGroup({symbols.copyRequired, symbols.copyMarkdown});
        addActions({symbols.askDeletion, symbols.askEverywhere, symbols.askSame});
    }
    if (patches.paths())
        addAction(patches.make);
    addGroup(views.forSelected());
    if (selection.selected().others.empty())
        addGroup({evidence.askSymbols, evidence.askTests, evidence.askDeletion});
    if (plans.mergeModule->isEnabled())
        addGroup({plans.moveSymbol, plans.mergeModule});
    addGroup({edit.only, edit.hide, edit.putBack});
    addGroup({edit.note, bookmarks.toggle});
}

void ContextMenu::fillForLine() {
    const auto& [selection, commands, edit, bookmarks, saved, views, symbols, evidence, patches, cycles,
                 plans] = parts_;
    addAction(commands.toEvidence);
    if (selection.state().kind != ViewKind::Matrix)
        addAction(commands.frame);
    addGroup(views.forSelected());
    const TanglePage& tangle = cycles.page();
    if (tangle.keepEdge->isEnabled() || tangle.cutEdge->isEnabled())
        addGroup({tangle.keepEdge, tangle.cutEdge, tangle.freeEdge});
    addGroup({plans.removeImport, plans.deferImport, plans.typeImport});
    if (tangle.tryCut->isEnabled())
        addAction(tangle.tryCut);
}

void ContextMenu::fillForNothing() {
    const auto& [selection, commands, edit, bookmarks, saved, views, symbols, evidence, patches, cycles,
                 plans] = parts_;
    addActions({commands.fit, commands.overview});
    addGroup({commands.filter, commands.clearFilters, commands.everything, edit.showHidden, edit.putAllBack});
    addGroup({saved.save, saved.copyLink, commands.exportPicture});
}

} // namespace espalier::ui
