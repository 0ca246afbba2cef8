// What is imported by several paths, and the names that several modules define.
#pragma once

#include "ui/models/fragmentation_model.h"
#include "ui/models/same_name_model.h"
#include "ui/panels/list_panel.h"

#include <QTabWidget>

namespace espalier::ui {

class FragmentationLists : public QTabWidget {
    Q_OBJECT
public:
    explicit FragmentationLists(QWidget* parent = nullptr);

    // Null: not known yet.
    void setSpreads(const SpreadsPtr& spreads);
    [[nodiscard]] ListPanel* paths() const { return paths_; }
    [[nodiscard]] ListPanel* sameNames() const { return sameNames_; }

signals:
    // As those of ListsPanel.
    void symbolChosen(const std::string& module, const std::string& symbol, const std::string& path);
    void symbolActivated(const std::string& module, const std::string& symbol);
    void menuWanted(const QPoint& globalPlace);

private:
    void connectPaths();
    void connectSameNames();

    FragmentationModel* pathModel_;
    SameNameModel* sameNameModel_;
    ListPanel *paths_, *sameNames_;
};

} // namespace espalier::ui
