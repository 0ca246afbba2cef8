#include "ui/cycles/cycles_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace espalier::ui {

namespace {

void setUp(QTreeView* view) {
    QHeaderView* header = view->header();
    view->setSortingEnabled(true);
    view->setRootIsDecorated(false);
    view->setTextElideMode(Qt::ElideRight);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

QProgressBar* thinBar(const QString& name) {
    auto* out = new QProgressBar;
    out->setRange(0, 0);
    out->setTextVisible(false);
    out->setMaximumHeight(4);
    out->setAccessibleName(name);
    out->hide();
    return out;
}

} // namespace

CyclesPanel::CyclesPanel(Queries* queries, QWidget* parent)
    : QStackedWidget(parent)
    , packageLevel(new QAction(tr("Cycles of &packages"), this))
    , desk_(new CycleDesk(queries, this))
    , tangleModel_(new TreeTable(this, kVerdictColumn))
    , packageModel_(new TreeTable(this))
    , edgeModel_(new TreeTable(this))
    , tangleList_(new ListPanel(tangleModel_, tr("Tangles"), FilterRole))
    , packageList_(new ListPanel(packageModel_, tr("Tangles of packages"), FilterRole))
    , edgeList_(new ListPanel(edgeModel_, tr("Imports between the packages"), FilterRole))
    , page_(new TanglePage(desk_))
    , level_(new QComboBox)
    , state_(new QLabel)
    , packageTitle_(new QLabel)
    , busy_(thinBar(tr("Working out an answer")))
    , lists_(new QStackedWidget) {
    packageLevel->setCheckable(true);
    setUp(tangleList_->view());
    setUp(packageList_->view());
    edgeList_->view()->setHeaderHidden(true);
    edgeList_->view()->setTextElideMode(Qt::ElideMiddle);
    addWidget(listPage());
    addWidget(page_);
    addWidget(packagePage());
    connectLists();
    setFindings(nullptr);
}

QWidget* CyclesPanel::listPage() {
    level_->addItems({tr("Modules"), tr("Packages")});
    level_->setAccessibleName(tr("Tangles of what"));
    state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    state_->setForegroundRole(QPalette::PlaceholderText);
    lists_->addWidget(tangleList_);
    lists_->addWidget(packageList_);
    auto* bar = new QHBoxLayout;
    bar->addWidget(level_);
    bar->addWidget(state_, 1);
    auto* out = new QWidget;
    auto* all = new QVBoxLayout(out);
    all->setContentsMargins(2, 2, 2, 0);
    all->setSpacing(2);
    all->addLayout(bar);
    all->addWidget(busy_);
    all->addWidget(lists_, 1);
    connect(level_, &QComboBox::currentIndexChanged, this,
            [this](int index) { packageLevel->setChecked(index == 1); });
    connect(packageLevel, &QAction::toggled, this, [this](bool on) {
        level_->setCurrentIndex(on ? 1 : 0);
        lists_->setCurrentIndex(on ? 1 : 0);
        showList();
        showState();
    });
    return out;
}

QWidget* CyclesPanel::packagePage() {
    auto* back = new QToolButton;
    back->setIcon(icon(QStringLiteral("back")));
    back->setToolTip(tr("All tangles"));
    back->setAccessibleName(back->toolTip());
    back->setFocusPolicy(Qt::StrongFocus);
    connect(back, &QToolButton::clicked, this, &CyclesPanel::showList);
    packageTitle_->setWordWrap(true);
    packageTitle_->setTextFormat(Qt::PlainText);
    auto* bar = new QHBoxLayout;
    bar->addWidget(back);
    bar->addWidget(packageTitle_, 1);
    auto* out = new QWidget;
    auto* all = new QVBoxLayout(out);
    all->setContentsMargins(2, 2, 2, 0);
    all->setSpacing(2);
    all->addLayout(bar);
    all->addWidget(edgeList_, 1);
    return out;
}

void CyclesPanel::connectLists() {
    const auto opens = [this](const QModelIndex& row) { emit tangleActivated(row.data(IndexRole).toInt()); };
    connect(tangleList_, &ListPanel::chosen, this, opens);
    connect(tangleList_, &ListPanel::activated, this, opens);
    const auto opensPackages = [this](const QModelIndex& row) { openPackages(row.data(IndexRole).toInt()); };
    connect(packageList_, &ListPanel::chosen, this, opensPackages);
    connect(packageList_, &ListPanel::activated, this, opensPackages);
    connect(tangleList_, &ListPanel::menuWanted, this, &CyclesPanel::showMenu);
    connect(edgeList_, &ListPanel::chosen, this, [this](const QModelIndex& row) {
        if (row.parent().isValid())
            emit edgeChosen(graph::ModuleId(row.data(ModuleRole).toUInt()),
                            graph::ModuleId(row.data(TargetRole).toUInt()));
    });
    connect(edgeList_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        if (row.parent().isValid())
            emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
    });
    connect(page_, &TanglePage::marksChanged, this, &CyclesPanel::marksChanged);
    connect(this, &QStackedWidget::currentChanged, this, &CyclesPanel::marksChanged);
    connect(page_, &TanglePage::left, this, &CyclesPanel::leaveTangle);
    connect(page_, &TanglePage::edgeChosen, this, &CyclesPanel::edgeChosen);
    connect(page_, &TanglePage::placeActivated, this, &CyclesPanel::placeActivated);
    connect(page_, &TanglePage::menuWanted, this, &CyclesPanel::menuWanted);
    connect(desk_, &CycleDesk::verdictsChanged, this, &CyclesPanel::fill);
    connect(desk_, &CycleDesk::testedMore, this, &CyclesPanel::showState);
    auto* escape = new QAction(this); // as the way back out of a page
    escape->setShortcut(QKeySequence(Qt::Key_Escape));
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, [this] {
        if (showsTangle())
            leaveTangle();
        else
            showList();
    });
}

// Of a tangle: for the first import of its shortest cycle.
void CyclesPanel::showMenu(const QModelIndex& row, const QPoint& globalPlace) {
    if (!row.isValid())
        return;
    const Findings& f = *desk_->findings();
    const graph::Tangle& tangle = f.tangles[static_cast<std::size_t>(row.data(IndexRole).toInt())];
    const graph::Edge& first = (*f.snapshot)[tangle.shortestCycle.front()];
    emit edgeChosen(first.from, first.to);
    emit menuWanted(globalPlace);
}

void CyclesPanel::setFindings(const FindingsPtr& findings) {
    if (page_->tangle() >= 0)
        kept_ = shownModules();
    if (currentIndex() == PackagesShown)
        setCurrentIndex(ListShown);
    desk_->setFindings(findings);
    page_->show(-1);
    fill();
    packageModel_->set(packageHeaders(), {1, 2}, findings ? packageRows(*findings) : std::vector<TreeRow>());
    if (findings) {
        if (const int successor = successorOf(std::exchange(kept_, {})); successor >= 0)
            page_->show(successor);
        else if (showsTangle())
            setCurrentIndex(ListShown);
    }
    if (findings && isVisible())
        desk_->testAll();
}

void CyclesPanel::setAges(AgeOf age, const QString& news) {
    age_ = std::move(age);
    news_ = news;
    fill();
}

std::vector<std::string> CyclesPanel::shownModules() const {
    std::vector<std::string> out;
    const Findings& f = *desk_->findings();
    for (const graph::ModuleId m : f.tangles[static_cast<std::size_t>(page_->tangle())].modules)
        out.push_back((*f.snapshot)[m].name);
    return out;
}

// The tangle that holds the first of these that is in any; -1: none.
int CyclesPanel::successorOf(const std::vector<std::string>& modules) const {
    const FindingsPtr& f = desk_->findings();
    for (const std::string& name : modules)
        if (const auto module = f ? f->snapshot->find(name) : std::nullopt;
            module && f->tangleOf[module->value] >= 0)
            return f->tangleOf[module->value];
    return -1;
}

void CyclesPanel::fill() {
    const FindingsPtr& f = desk_->findings();
    tangleModel_->set(tangleHeaders(), {2, 3},
                      f ? tangleRows(
                              *f, [this](std::size_t i) { return desk_->badge(static_cast<int>(i)); }, age_)
                        : std::vector<TreeRow>());
    showState();
}

// What was searched, where there is nothing to list; what is going on.
void CyclesPanel::showState() {
    busy_->setVisible(desk_->testing());
    const FindingsPtr& f = desk_->findings();
    if (!f) {
        state_->setText(tr("Looking for cycles …"));
        tangleList_->setEmptyText({});
        packageList_->setEmptyText({});
        return;
    }
    QStringList kinds;
    for (int i = 0; i < facts::kEdgeKindCount; ++i)
        if (const auto kind = static_cast<graph::EdgeKind>(i); f->filter.kinds.has(kind))
            kinds << kindWord(kind);
    const QString searched =
        tr("%1 modules and %2 imports between them were searched (%3).")
            .arg(number(f->searchedModules), number(f->searchedEdges),
                 kinds.isEmpty() ? tr("no kind counts") : kinds.join(QStringLiteral(", ")));
    const auto large = [&](const QString& title) {
        return QStringLiteral("<p style='font-size:x-large'><b>%1</b></p><p>%2</p><p>%3</p>")
            .arg(title, searched, tr("What counts is chosen with the buttons above the map."));
    };
    tangleList_->setEmptyText(large(tr("No import cycles")));
    packageList_->setEmptyText(large(tr("No packages that import each other")));
    const std::size_t rows = packageLevel->isChecked() ? f->packageTangles.size() : f->tangles.size();
    state_->setText(desk_->testing() ? tr("Testing what fails at import … %1").arg(desk_->tested())
                    : rows == 0      ? QString()
                                : counted(rows, tr("1 tangle"), tr("%1 tangles", nullptr, plural(rows))));
    if (!desk_->testing() && !packageLevel->isChecked() && rows > 0 && !news_.isEmpty())
        state_->setText(tr("%1: %2", "2 tangles: 1 new, 1 grown since v1.4").arg(state_->text(), news_));
    state_->setToolTip(desk_->trouble().isEmpty() ? searched : desk_->trouble());
}

void CyclesPanel::open(int tangle) {
    if (!desk_->findings() || tangle < 0 || tangle >= static_cast<int>(desk_->findings()->tangles.size()))
        return;
    if (page_->tangle() != tangle)
        page_->show(tangle);
    const bool focused = isAncestorOf(QApplication::focusWidget()); // in the list
    setCurrentWidget(page_);
    if (!focused)
        return;
    QWidget* list = page_->list()->view(); // hidden where there is nothing to list yet
    (list->isVisible() ? list : page_->tabs()->tabBar())->setFocus();
}

void CyclesPanel::openPackages(int tangle) {
    const Findings& f = *desk_->findings();
    const auto index = static_cast<std::size_t>(tangle);
    const std::size_t packages = f.packageTangles[index].packages.size();
    packageTitle_->setText(
        tr("%1 packages import each other: %2", nullptr, plural(packages))
            .arg(number(packages), tangleName(*f.snapshot, f.packageTangles[index].packages)));
    edgeModel_->set({}, {}, packageEdgeRows(f, index));
    packages_ = tangle;
    setCurrentIndex(PackagesShown);
    edgeList_->view()->setFocus();
}

CycleMarks CyclesPanel::marks() const {
    if (currentIndex() != PackagesShown)
        return page_->marks();
    CycleMarks out;
    const Findings& f = *desk_->findings();
    const graph::Snapshot& s = *f.snapshot;
    for (const graph::PackageTangle::PackageEdge& edge :
         f.packageTangles[static_cast<std::size_t>(packages_)].edges)
        for (const graph::EdgeId e : edge.edges)
            out.edges.emplace_back(s[s[e].from].name, s[s[e].to].name);
    return out;
}

void CyclesPanel::leaveTangle() {
    page_->show(-1);
    showList();
    emit left();
}

void CyclesPanel::showList() {
    const bool focused = isAncestorOf(QApplication::focusWidget());
    setCurrentIndex(ListShown);
    if (focused)
        list()->view()->setFocus();
}

ListPanel* CyclesPanel::list() const {
    return currentIndex() == TangleShown     ? page_->list()
           : currentIndex() == PackagesShown ? edgeList_
           : packageLevel->isChecked()       ? packageList_
                                             : tangleList_;
}

void CyclesPanel::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    if (desk_->findings())
        desk_->testAll();
}

} // namespace espalier::ui
