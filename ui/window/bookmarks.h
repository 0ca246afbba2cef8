// Modules that a person wants to come back to.
#pragma once

#include "ui/selection.h"

#include <QAction>
#include <QMenu>

#include <string>
#include <vector>

namespace espalier::ui {

// Marks by name, so that they outlive a new index; a module that is gone stays listed as such until it is
// forgotten.
class Bookmarks : public QObject {
    Q_OBJECT
public:
    Bookmarks(Selection* selection, QWidget* window);

    QAction *toggle, *popup, *forgetGone;
    [[nodiscard]] QMenu* menu() const { return menu_; } // of the marks and these actions

    void setSnapshot(graph::SnapshotPtr snapshot); // null: no project
    void set(std::vector<std::string> modules);
    [[nodiscard]] const std::vector<std::string>& modules() const { return modules_; }

signals:
    void changed();
    void chosen(espalier::graph::ModuleId module);

private:
    void toggleSelected();
    void fillMenu();
    void update();
    [[nodiscard]] bool gone(const std::string& module) const {
        return !snapshot_ || !snapshot_->find(module);
    }

    Selection* selection_;
    QWidget* window_;
    QMenu* menu_;
    graph::SnapshotPtr snapshot_;
    std::vector<std::string> modules_; // in the order in which they were marked
};

} // namespace espalier::ui
