// Views under a name: saved, gone back to, renamed, deleted, and handed to others as a file or a link.
#pragma once

#include "ui/map/map_view.h"
#include "ui/saved_view.h"

#include <QAction>
#include <QMenu>

#include <vector>

namespace espalier::ui {

// Knows the views of one project. Files are read and written elsewhere: by fileWanted() and fileMade().
class SavedViews : public QObject {
    Q_OBJECT
public:
    // Dialogs are shown above `window`.
    SavedViews(Selection* selection, MapView* map, QWidget* window);

    QAction *save, *manage, *writeFile, *openFile, *copyLink, *openLink;
    [[nodiscard]] QMenu* menu() const { return menu_; } // of the views and these actions

    void setSnapshot(graph::SnapshotPtr snapshot); // null: no project
    void set(std::vector<SavedView> views);
    [[nodiscard]] const std::vector<SavedView>& views() const { return views_; }

    // What is seen now.
    [[nodiscard]] SavedView current(const QString& name) const;
    // Replaces a view of that name. Without notes and moved boxes: these belong to the project.
    void add(const QString& name);
    void rename(std::size_t index, const QString& name);
    void remove(std::size_t index);
    // Shows it. Own notes and moved boxes stay, the view's are added; a view of another project is shown as
    // far as its names go, and that is said.
    void show(const SavedView& view);

signals:
    void changed(); // the list
    void fileWanted(const QString& file);
    void fileMade(const QString& file, const QByteArray& content);
    void linkWanted(const QString& link);
    void told(const QString& message);
    void failed(const espalier::facts::Error& error);

private:
    QAction* add(const QString& text, const QKeySequence& keys, void (SavedViews::*work)());
    void fillMenu();
    void askName();
    void manageViews();
    void chooseTarget();
    void chooseFile();
    void copyAsLink();
    void askLink();

    Selection* selection_;
    MapView* map_;
    QWidget* window_;
    QMenu* menu_;
    graph::SnapshotPtr snapshot_;
    std::vector<SavedView> views_;
};

} // namespace espalier::ui
