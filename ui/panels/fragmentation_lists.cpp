#include "ui/panels/fragmentation_lists.h"

#include "ui/models/roles.h"
#include "ui/models/share_delegate.h"
#include "ui/panels/elide_left.h"
#include "ui/text.h"

#include <QHeaderView>

namespace espalier::ui {

FragmentationLists::FragmentationLists(QWidget* parent)
    : QTabWidget(parent)
    , pathModel_(new FragmentationModel(this))
    , sameNameModel_(new SameNameModel(this))
    , paths_(new ListPanel(pathModel_, tr("Fragmentation"), FilterRole))
    , sameNames_(new ListPanel(sameNameModel_, tr("Same name"), FilterRole)) {
    const int em = fontMetrics().averageCharWidth();
    QTreeView* view = paths_->view();
    paths_->setUpColumns(em * 40);
    view->setItemDelegateForColumn(FragmentationModel::Name, new ElideDetailsLeft(view));
    view->setItemDelegateForColumn(FragmentationModel::Compliance, new ShareDelegate(view));
    sameNames_->setUpColumns(em * 22);
    sameNames_->view()->setItemDelegateForColumn(SameNameModel::Name,
                                                 new ElideDetailsLeft(sameNames_->view()));
    sameNames_->view()->setTextElideMode(Qt::ElideRight);
    sameNames_->view()->header()->setSectionResizeMode(SameNameModel::Members, QHeaderView::Interactive);
    sameNames_->view()->header()->resizeSection(SameNameModel::Members, em * 60);
    setDocumentMode(true);
    addTab(paths_, QString());
    addTab(sameNames_, QString());
    setTabToolTip(1, tr("Names that several production modules define"));
    connectPaths();
    connectSameNames();
    setSpreads(nullptr);
}

void FragmentationLists::connectPaths() {
    const auto choose = [this](const QModelIndex& row, bool wholly) {
        const graph::SpreadRow* spread = pathModel_->spread(row);
        if (!spread)
            return;
        const graph::SpreadRow::Way* way = wholly ? nullptr : pathModel_->way(row);
        emit symbolChosen((*pathModel_->spreads()->snapshot)[spread->symbol.module].name, spread->symbol.name,
                          way ? way->path : std::string());
    };
    connect(paths_, &ListPanel::chosen, this, [choose](const QModelIndex& row) { choose(row, false); });
    connect(paths_, &ListPanel::activated, this, [this, choose](const QModelIndex& row) {
        if (row.parent().isValid())
            return choose(row, false);
        const graph::SymbolPlace& symbol = pathModel_->spread(row)->symbol;
        emit symbolActivated((*pathModel_->spreads()->snapshot)[symbol.module].name, symbol.name);
    });
    connect(paths_, &ListPanel::menuWanted, this,
            [this, choose](const QModelIndex& row, const QPoint& place) {
                if (!row.isValid())
                    return;
                choose(row, true);
                emit menuWanted(place);
            });
}

void FragmentationLists::connectSameNames() {
    const auto choose = [this](const QModelIndex& row) {
        const graph::SymbolPlace& symbol = sameNameModel_->definition(row);
        emit symbolChosen((*sameNameModel_->spreads()->snapshot)[symbol.module].name, symbol.name, {});
    };
    connect(sameNames_, &ListPanel::chosen, this, choose);
    connect(sameNames_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        const graph::SymbolPlace& symbol = sameNameModel_->definition(row);
        emit symbolActivated((*sameNameModel_->spreads()->snapshot)[symbol.module].name, symbol.name);
    });
    connect(sameNames_, &ListPanel::menuWanted, this,
            [this, choose](const QModelIndex& row, const QPoint& place) {
                if (!row.isValid())
                    return;
                choose(row);
                emit menuWanted(place);
            });
}

void FragmentationLists::setSpreads(const SpreadsPtr& spreads) {
    pathModel_->setSpreads(spreads);
    sameNameModel_->setSpreads(spreads);
    const QString wait = tr("Resolving what the names of imports stand for …");
    paths_->setEmptyText(spreads ? tr("Everything is imported by its canonical path only.") : wait);
    sameNames_->setEmptyText(spreads ? tr("No imported name has several definitions.") : wait);
    const auto title = [](const QString& name, std::size_t rows) {
        return rows == 0 ? name : tr("%1 (%2)").arg(name, number(rows));
    };
    setTabText(0, title(tr("Paths"), spreads ? spreads->rows.size() : 0));
    setTabText(1, title(tr("Same name"), spreads ? spreads->sameNames.size() : 0));
}

} // namespace espalier::ui
