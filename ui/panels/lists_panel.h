// The left dock: the package tree above, the lists of findings below.
#pragma once

#include "ui/campaigns/campaign_board.h"
#include "ui/cycles/cycles_panel.h"
#include "ui/findings.h"
#include "ui/models/concern_model.h"
#include "ui/models/migration_model.h"
#include "ui/models/package_model.h"
#include "ui/models/problem_model.h"
#include "ui/panels/fragmentation_lists.h"
#include "ui/panels/list_panel.h"
#include "ui/panels/list_tabs.h"
#include "ui/plans/plan_panel.h"
#include "ui/selection.h"
#include "ui/trackers/tracker_panel.h"

#include <QSplitter>

namespace espalier::ui {

class ListsPanel : public QSplitter {
    Q_OBJECT
public:
    // Takes the plan's panel among its tabs, and the board of campaigns above what is deprecated.
    ListsPanel(Queries* queries, PlanPanel* plan, CampaignBoard* campaigns, QWidget* parent = nullptr);

    void setSnapshot(const graph::SnapshotPtr& snapshot);
    void setFindings(const FindingsPtr& findings);
    // What is fragmented, later than the rest; null: not known yet. What is shown stays until the next comes.
    void setSpreads(const SpreadsPtr& spreads);
    // Makes the module the tree's current row, without telling that it was chosen.
    void showModule(graph::ModuleId module);
    // Brings the tabs of one of the lists to the front.
    void showList(ListPanel* list);

    [[nodiscard]] ListPanel* packages() const { return packages_; }
    [[nodiscard]] ListPanel* concerns() const { return concerns_; }
    [[nodiscard]] CyclesPanel* cycles() const { return cycles_; }
    [[nodiscard]] ListPanel* migration() const { return migration_; }
    [[nodiscard]] FragmentationLists* fragmentation() const { return fragmentation_; }
    [[nodiscard]] ListPanel* problems() const { return problems_; }
    [[nodiscard]] PlanPanel* plan() const { return plan_; }
    [[nodiscard]] CampaignBoard* campaigns() const { return campaigns_; }
    [[nodiscard]] TrackerPanel* tracker() const { return tracker_; }
    [[nodiscard]] ListTabs* tabs() const { return tabs_; }

signals:
    void moduleChosen(espalier::graph::ModuleId module);    // select it
    void moduleActivated(espalier::graph::ModuleId module); // select it, and show it on the map
    void edgeChosen(espalier::graph::ModuleId from, espalier::graph::ModuleId to);
    void tangleActivated(int tangle);
    // What `module` defines; `path` is the import path of it that was chosen, "shop:Order", or empty.
    void symbolChosen(const std::string& module, const std::string& symbol, const std::string& path);
    void symbolActivated(const std::string& module, const std::string& symbol); // to be shown on the map
    void placeActivated(const QString& path, int line);
    void menuWanted(const QPoint& globalPlace); // for what was chosen a moment before

private:
    void connectPackages();
    void connectFindings();
    void chooseDeprecated(const QModelIndex& row);
    void activateConcern(const QModelIndex& row);
    void showMenu(const QModelIndex& row, const QPoint& globalPlace);
    void setTitles(const Findings& findings);
    void setTitle(QWidget* list, const QString& name, std::size_t rows);

    PackageModel* packageModel_;
    ConcernModel* concernModel_;
    MigrationModel* migrationModel_;
    ProblemModel* problemModel_;
    CyclesPanel* cycles_;
    ListPanel *packages_, *concerns_, *migration_;
    FragmentationLists* fragmentation_;
    ListPanel* problems_;
    PlanPanel* plan_;
    CampaignBoard* campaigns_;
    TrackerPanel* tracker_;
    QSplitter* migrationPage_;
    ListTabs* tabs_;
};

} // namespace espalier::ui
