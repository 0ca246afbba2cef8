// What one can do to the view and to the selected modules, as actions: undo, hide, show alone, note, …
#pragma once

#include "ui/selection.h"

#include <QAction>

class QWidget;

namespace espalier::ui {

// The actions do their work on the selection themselves and are enabled when there is something to do.
class EditActions : public QObject {
    Q_OBJECT
public:
    // Dialogs are shown above `window`.
    EditActions(Selection* selection, QWidget* window);
    void setSnapshot(graph::SnapshotPtr snapshot); // null: no project

    QAction *undo, *redo;
    QAction *hide, *showHidden, *only, *parent, *note;
    QAction *putBack, *putAllBack; // of boxes that were moved by hand

    // Writes `text` to the box that shows the selected module; empty: takes the note away.
    void setNote(const std::string& module, const QString& text);

private:
    QAction* add(const QString& text, const QList<QKeySequence>& keys, void (EditActions::*work)());
    void hideSelected();
    void showAllHidden();
    void showOnlySelected();
    void selectParent();
    void putSelectedBack();
    void putEverythingBack();
    void editNote();
    void update();

    Selection* selection_;
    QWidget* window_;
    graph::SnapshotPtr snapshot_;
};

} // namespace espalier::ui
