#include "ui/panels/lists_panel.h"

#include "ui/models/badges.h"
#include "ui/models/roles.h"
#include "ui/panels/elide_left.h"
#include "ui/text.h"

#include <QHeaderView>

namespace espalier::ui {

namespace {

graph::ModuleId moduleOf(const QModelIndex& row, int role = ModuleRole) {
    const QVariant id = row.data(role);
    graph::ModuleId module;
    if (id.isValid())
        module.value = id.toUInt();
    return module;
}

} // namespace

ListsPanel::ListsPanel(Queries* queries, PlanPanel* plan, CampaignBoard* campaigns, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , packageModel_(new PackageModel(this))
    , concernModel_(new ConcernModel(this))
    , migrationModel_(new MigrationModel(this))
    , problemModel_(new ProblemModel(this))
    , cycles_(new CyclesPanel(queries))
    , packages_(new ListPanel(packageModel_, tr("Packages"), FilterRole))
    , concerns_(new ListPanel(concernModel_, tr("Needs attention"), -1))
    , migration_(new ListPanel(migrationModel_, tr("Migration"), -1))
    , fragmentation_(new FragmentationLists)
    , problems_(new ListPanel(problemModel_, tr("Problems"), FilterRole))
    , plan_(plan)
    , campaigns_(campaigns)
    , tracker_(new TrackerPanel(queries))
    , migrationPage_(new QSplitter(Qt::Vertical))
    , tabs_(new ListTabs) {
    packages_->view()->setHeaderHidden(true);
    packages_->view()->setItemDelegate(new BadgeDelegate(packages_->view()));
    packages_->filter()->setPlaceholderText(tr("Filter packages"));
    concerns_->view()->setHeaderHidden(true);
    concerns_->view()->setRootIsDecorated(false);
    concerns_->view()->setIndentation(fontMetrics().averageCharWidth());
    concerns_->view()->setItemDelegateForColumn(ConcernModel::Name, new ElideLeft(concerns_->view()));
    concerns_->view()->header()->setSectionResizeMode(ConcernModel::Count, QHeaderView::ResizeToContents);
    problems_->view()->setRootIsDecorated(false);
    const int em = fontMetrics().averageCharWidth();
    migration_->setUpColumns(em * 34);
    problems_->setUpColumns(em * 30);
    problems_->view()->setColumnHidden(ProblemModel::Code, true);

    packages_->setEmptyText(tr("No modules yet."));
    concerns_->setEmptyText(tr("Nothing needs attention."));
    migration_->setEmptyText(tr("Nothing is deprecated."));
    problems_->setEmptyText(tr("No problems: every file was read and every import resolved."));

    tabs_->addTab(concerns_, tr("Attention"));
    tabs_->addTab(cycles_, tr("Cycles"));
    migrationPage_->addWidget(campaigns_);
    migrationPage_->addWidget(migration_);
    migrationPage_->setStretchFactor(1, 1);
    migrationPage_->setChildrenCollapsible(false);
    tabs_->addTab(migrationPage_, tr("Migration"));
    tabs_->addTab(fragmentation_, tr("Fragmentation"));
    tabs_->addTab(problems_, tr("Problems"));
    tabs_->addTab(plan_, tr("Plan"));
    tabs_->addTab(tracker_, tr("Tracker"));
    addWidget(packages_);
    addWidget(tabs_);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setChildrenCollapsible(false);
    connectPackages();
    connectFindings();
    connect(plan_->model(), &QAbstractItemModel::modelReset, this,
            [this] { setTitle(plan_, tr("Plan"), plan_->model()->plan().items.size()); });
    connect(tracker_, &TrackerPanel::changed, this,
            [this] { setTitle(tracker_, tr("Tracker"), tracker_->untrue()); });
    connect(fragmentation_, &FragmentationLists::symbolChosen, this, &ListsPanel::symbolChosen);
    connect(fragmentation_, &FragmentationLists::symbolActivated, this, &ListsPanel::symbolActivated);
    connect(fragmentation_, &FragmentationLists::menuWanted, this, &ListsPanel::menuWanted);
    for (ListPanel* list : {packages_, concerns_, migration_, problems_})
        connect(list, &ListPanel::menuWanted, this, &ListsPanel::showMenu);
}

void ListsPanel::connectPackages() {
    connect(packages_, &ListPanel::chosen, this, [this](const QModelIndex& row) {
        if (const graph::ModuleId m = moduleOf(row); m.valid())
            emit moduleChosen(m);
    });
    connect(packages_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        if (const graph::ModuleId m = moduleOf(row); m.valid())
            emit moduleActivated(m);
    });
}

void ListsPanel::connectFindings() {
    connect(concerns_, &ListPanel::chosen, this, &ListsPanel::activateConcern);
    connect(concerns_, &ListPanel::activated, this, &ListsPanel::activateConcern);
    connect(cycles_, &CyclesPanel::tangleActivated, this, &ListsPanel::tangleActivated);
    connect(cycles_, &CyclesPanel::edgeChosen, this, &ListsPanel::edgeChosen);
    connect(cycles_, &CyclesPanel::placeActivated, this, &ListsPanel::placeActivated);
    connect(cycles_, &CyclesPanel::menuWanted, this, &ListsPanel::menuWanted);
    connect(migration_, &ListPanel::chosen, this, [this](const QModelIndex& row) {
        if (row.parent().isValid())
            emit edgeChosen(moduleOf(row), moduleOf(row, TargetRole));
        else
            chooseDeprecated(row);
    });
    connect(migration_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        if (row.parent().isValid())
            emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
        else
            chooseDeprecated(row);
    });
    connect(problems_, &ListPanel::chosen, this, [this](const QModelIndex& row) {
        if (const graph::ModuleId m = moduleOf(row); m.valid())
            emit moduleChosen(m);
    });
    connect(problems_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        if (const QString path = row.data(PathRole).toString(); !path.isEmpty())
            emit placeActivated(path, row.data(LineRole).toInt());
    });
}

// Of a symbol one wants to see who imports that, rather than its module; no statement names a method.
void ListsPanel::chooseDeprecated(const QModelIndex& row) {
    const DeprecatedThing& thing = migrationModel_->thing(row);
    if (thing.symbol.empty() || thing.symbol.find('.') != std::string::npos)
        emit moduleActivated(thing.module);
    else
        emit symbolActivated((*migrationModel_->snapshot())[thing.module].name, thing.symbol);
}

void ListsPanel::setSpreads(const SpreadsPtr& spreads) {
    fragmentation_->setSpreads(spreads);
    setTitle(fragmentation_, tr("Fragmentation"), spreads ? spreads->rows.size() : 0);
}

void ListsPanel::showList(ListPanel* list) {
    if (fragmentation_->indexOf(list) >= 0)
        fragmentation_->setCurrentWidget(list);
    for (int tab = 0; tab < tabs_->count(); ++tab)
        if (tabs_->widget(tab) == list || tabs_->widget(tab)->isAncestorOf(list))
            tabs_->setCurrentIndex(tab);
}

void ListsPanel::activateConcern(const QModelIndex& row) {
    const Concern* c = concernModel_->concern(row);
    if (!c)
        return;
    if (c->kind == Concern::Kind::Tangle)
        emit tangleActivated(static_cast<int>(c->index));
    else if (c->kind == Concern::Kind::Unparsable)
        emit placeActivated(toQt(c->path), static_cast<int>(c->line));
    else
        emit moduleActivated(c->module);
}

// For what a row is about.
void ListsPanel::showMenu(const QModelIndex& row, const QPoint& globalPlace) {
    const Concern* concern = row.model() == concernModel_ ? concernModel_->concern(row) : nullptr;
    const graph::ModuleId module = concern ? concern->module : moduleOf(row);
    const graph::ModuleId target = concern ? graph::ModuleId() : moduleOf(row, TargetRole);
    if (!module.valid())
        return;
    if (target.valid())
        emit edgeChosen(module, target);
    else
        emit moduleChosen(module);
    emit menuWanted(globalPlace);
}

void ListsPanel::setSnapshot(const graph::SnapshotPtr& snapshot) {
    packageModel_->setSnapshot(snapshot);
    problemModel_->setSnapshot(snapshot);
    tracker_->setSnapshot(snapshot);
    concernModel_->setFindings(nullptr);
    cycles_->setFindings(nullptr);
    migrationModel_->setFindings(nullptr);
    if (packageModel_->rowCount() == 1)
        packages_->view()->expand(packages_->fromModel(packageModel_->index(0, 0)));
}

void ListsPanel::setFindings(const FindingsPtr& findings) {
    packageModel_->setFindings(findings);
    concernModel_->setFindings(findings);
    for (int row = 0; row < concernModel_->rowCount(); ++row)
        concerns_->view()->setFirstColumnSpanned(row, {}, true);
    concerns_->view()->expandAll();
    cycles_->setFindings(findings);
    migrationModel_->setFindings(findings);
    setTitles(*findings);
}

void ListsPanel::setTitle(QWidget* list, const QString& name, std::size_t rows) {
    tabs_->setTabText(tabs_->indexOf(list), rows == 0 ? name : tr("%1 (%2)").arg(name, number(rows)));
}

void ListsPanel::setTitles(const Findings& f) {
    setTitle(cycles_, tr("Cycles"), f.tangles.size());
    setTitle(migrationPage_, tr("Migration"), f.deprecated.size());
    setTitle(problems_, tr("Problems"), f.snapshot->problems.size());
}

void ListsPanel::showModule(graph::ModuleId module) {
    const QModelIndex row = packages_->fromModel(packageModel_->indexOf(module));
    if (!row.isValid() || row == packages_->view()->currentIndex())
        return;
    packages_->view()->setCurrentIndex(row);
    packages_->view()->scrollTo(row);
}

} // namespace espalier::ui
