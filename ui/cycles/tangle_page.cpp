#include "ui/cycles/tangle_page.h"

#include "ui/cycles/cycle_markdown.h"
#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

namespace {

QToolButton* button(QAction* action, Qt::ToolButtonStyle style = Qt::ToolButtonTextOnly) {
    auto* out = new QToolButton;
    out->setDefaultAction(action);
    out->setToolButtonStyle(style);
    out->setFocusPolicy(Qt::StrongFocus);
    return out;
}

QLabel* words() {
    auto* out = new QLabel;
    out->setWordWrap(true);
    out->setTextFormat(Qt::PlainText);
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    out->setContentsMargins(6, 0, 6, 0);
    return out;
}

} // namespace

TanglePage::TanglePage(CycleDesk* desk, QWidget* parent)
    : QWidget(parent)
    , leave(add(tr("All &tangles"), &TanglePage::left))
    , next(add(tr("&Next cycle of the tangle"), &TanglePage::stepForward, QKeySequence(Qt::Key_C)))
    , previous(add(tr("Pre&vious cycle of the tangle"), &TanglePage::stepBack,
                   QKeySequence(Qt::SHIFT | Qt::Key_C)))
    , isolate(new QAction(tr("&Isolate the tangle: map and matrix"), this))
    , suggest(new QAction(tr("S&uggest what to cut"), this))
    , keepEdge(new QAction(tr("&Keep this import"), this))
    , cutEdge(new QAction(tr("&Cut this import"), this))
    , freeEdge(new QAction(tr("Neither keep nor cut this i&mport"), this))
    , tryCut(add(tr("Plan: this suggeste&d cut"), &TanglePage::planCut))
    , tryCuts(add(tr("Plan: a&ll suggested cuts"), &TanglePage::planCuts))
    , copyMarkdown(add(tr("Copy the tan&gle as Markdown"), &TanglePage::copy))
    , desk_(desk)
    , verdictModel_(new TreeTable(this))
    , cycleModel_(new TreeTable(this))
    , cutModel_(new TreeTable(this))
    , title_(words())
    , verdict_(words())
    , proof_(words())
    , busy_(new QProgressBar)
    , test_(new QPushButton(tr("Test it")))
    , verdictList_(new ListPanel(verdictModel_, tr("What happens at import"), -1))
    , cycleList_(new ListPanel(cycleModel_, tr("Shortest cycles"), -1))
    , cutList_(new ListPanel(cutModel_, tr("What to cut"), -1))
    , tabs_(new QTabWidget) {
    for (QAction* action : {next, previous}) // plain letters: where nobody writes
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({next, previous});
    connect(isolate, &QAction::triggered, this, [this] { emit isolateWanted(tangle_); });
    connect(suggest, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(cutList_->parentWidget());
        desk_->suggestCuts(tangle_);
    });
    connect(keepEdge, &QAction::triggered, this, [this] { setPin(CutPin::Keep); });
    connect(cutEdge, &QAction::triggered, this, [this] { setPin(CutPin::Cut); });
    connect(freeEdge, &QAction::triggered, this, [this] { setPin(std::nullopt); });
    build();
    connectLists();
    connect(test_, &QPushButton::clicked, this, [this] { desk_->test(tangle_); });
    connect(desk_, &CycleDesk::verdictsChanged, this, &TanglePage::showVerdict);
    connect(desk_, &CycleDesk::testedMore, this, &TanglePage::showVerdict);
    connect(desk_, &CycleDesk::cyclesFound, this, &TanglePage::showCycles);
    connect(desk_, &CycleDesk::cutsChanged, this, &TanglePage::showCuts);
    updateActions();
}

QAction* TanglePage::add(const QString& text, void (TanglePage::*slot)(), const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void TanglePage::build() {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    leave->setIcon(icon(QStringLiteral("back")));
    isolate->setIconText(tr("Isolate"));
    suggest->setIconText(tr("Suggest cuts"));
    suggest->setIcon(icon(QStringLiteral("scissors")));
    copyMarkdown->setIconText(tr("Copy as Markdown"));
    copyMarkdown->setIcon(icon(QStringLiteral("copy")));
    busy_->setRange(0, 0);
    busy_->setTextVisible(false);
    busy_->setMaximumHeight(4);
    busy_->setAccessibleName(tr("Working out an answer"));
    for (ListPanel* list : {verdictList_, cycleList_, cutList_}) {
        QTreeView* view = list->view();
        view->setTextElideMode(list == cycleList_ ? Qt::ElideMiddle : Qt::ElideRight);
        view->setHeaderHidden(list != cutList_);
        view->setMouseTracking(list == cycleList_);
    }
    cutList_->view()->header()->setStretchLastSection(false);
    cutList_->view()->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    cutList_->view()->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tabs_->setDocumentMode(true);
    tabs_->addTab(verdictList_, tr("At import"));
    tabs_->addTab(cycleList_, tr("Shortest cycles"));
    tabs_->addTab(cutsTab(), tr("Cuts"));

    auto* top = new QHBoxLayout;
    top->addWidget(button(leave, Qt::ToolButtonIconOnly));
    top->addWidget(title_, 1);
    auto* told = new QHBoxLayout;
    told->addWidget(verdict_, 1);
    told->addWidget(test_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(button(isolate));
    buttons->addWidget(button(suggest, Qt::ToolButtonTextBesideIcon));
    buttons->addWidget(button(copyMarkdown, Qt::ToolButtonTextBesideIcon));
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2);
    all->setSpacing(3);
    all->addLayout(top);
    all->addLayout(told);
    all->addWidget(busy_);
    all->addWidget(tabs_, 1);
    all->addLayout(buttons);
}

QWidget* TanglePage::cutsTab() {
    auto* out = new QWidget;
    auto* pins = new QHBoxLayout;
    keepEdge->setIconText(tr("Keep"));
    cutEdge->setIconText(tr("Cut"));
    freeEdge->setIconText(tr("Neither"));
    for (QAction* action : {keepEdge, cutEdge, freeEdge}) {
        action->setIcon(icon(action == freeEdge ? QString() : QStringLiteral("pin")));
        pins->addWidget(button(action, Qt::ToolButtonTextBesideIcon));
    }
    tryCuts->setIconText(tr("Try them all"));
    tryCuts->setToolTip(tr("Adds all suggested cuts to the plan and shows the graph as it would be"));
    pins->addStretch(1);
    pins->addWidget(button(tryCuts));
    auto* all = new QVBoxLayout(out);
    all->setContentsMargins(0, 2, 0, 0);
    all->setSpacing(2);
    all->addWidget(proof_);
    all->addWidget(cutList_, 1);
    all->addLayout(pins);
    return out;
}

void TanglePage::connectLists() {
    for (ListPanel* list : {verdictList_, cycleList_, cutList_}) {
        connect(list, &ListPanel::activated, this, [this](const QModelIndex& row) {
            if (const QString path = row.data(PathRole).toString(); !path.isEmpty())
                emit placeActivated(path, row.data(LineRole).toInt());
            else
                choose(row);
        });
        connect(list, &ListPanel::chosen, this, &TanglePage::choose);
        connect(list, &ListPanel::menuWanted, this, [this](const QModelIndex& row, const QPoint& place) {
            choose(row);
            if (row.data(TargetRole).isValid())
                emit menuWanted(place);
        });
    }
    connect(cycleList_->view(), &QTreeView::entered, this, [this](const QModelIndex& row) {
        const QModelIndex at = cycleList_->toModel(row);
        setCycle((at.parent().isValid() ? at.parent() : at).data(IndexRole).toInt());
    });
}

// What a row is about becomes what one looks at.
void TanglePage::choose(const QModelIndex& row) {
    if (row.data(TargetRole).isValid())
        emit edgeChosen(graph::ModuleId(row.data(ModuleRole).toUInt()),
                        graph::ModuleId(row.data(TargetRole).toUInt()));
    else if (row.model() == cycleModel_ && row.isValid()) {
        setCycle(row.data(IndexRole).toInt());
        emit cycleChosen();
    }
}

void TanglePage::show(int tangle) {
    tangle_ = tangle;
    cycle_ = -1;
    found_.clear();
    cycleModel_->set({}, {}, {});
    if (tangle >= 0) {
        const auto& modules = desk_->findings()->tangles[static_cast<std::size_t>(tangle)].modules;
        title_->setText(shortTangleName(*desk_->findings()->snapshot, modules));
        title_->setToolTip(tangleName(*desk_->findings()->snapshot, modules));
        cycleList_->setEmptyText(tr("Looking for the shortest cycles …"));
        desk_->findCycles(tangle);
    }
    showVerdict();
    showCuts();
    emit marksChanged();
}

void TanglePage::showVerdict() {
    updateActions();
    if (tangle_ < 0)
        return;
    const TangleVerdict* verdict = desk_->verdict(tangle_);
    const VerdictState state = desk_->state(tangle_);
    verdict_->setText(
        sizeWords(*desk_->findings(), static_cast<std::size_t>(tangle_)) + QStringLiteral(".\n") +
        (verdict ? verdictSentence(*verdict)
         : state == VerdictState::Testing
             ? tr("Working out what happens when each is imported … %1").arg(desk_->tested())
         : desk_->planned() ? tr("As it would be with the plan. What happens at import is told of what is.")
         : state == VerdictState::Failed ? tr("No answer: %1").arg(desk_->trouble())
                                         : tr("Not tested: it takes some seconds.")));
    test_->setVisible(!desk_->planned() &&
                      (state == VerdictState::Untested || state == VerdictState::Failed));
    verdictModel_->set({}, {}, verdict ? verdictRows(*verdict) : std::vector<TreeRow>());
    verdictList_->setEmptyText(verdict_->text());
    if (verdict && desk_->badge(tangle_).alarming)
        verdictList_->view()->expand(verdictList_->fromModel(verdictModel_->index(0, 0)));
}

void TanglePage::showCycles(int tangle, const CycleDesk::Cycles& cycles) {
    if (tangle != tangle_)
        return;
    found_ = cycles;
    cycleModel_->set({}, {}, cycleRows(*desk_->findings(), cycles));
    tabs_->setTabText(1, tr("Shortest cycles (%1)").arg(number(cycles.size())));
    // The one that the map shows first.
    const auto& first = desk_->findings()->tangles[static_cast<std::size_t>(tangle)].shortestCycle;
    const auto found = std::ranges::find(found_, first);
    setCycle(found == found_.end() ? 0 : static_cast<int>(found - found_.begin()));
}

void TanglePage::showCuts() {
    updateActions();
    if (tangle_ < 0)
        return;
    const CutAnswer* cuts = desk_->cuts(tangle_);
    const bool solving = desk_->solving(tangle_);
    const CutPins pins = desk_->pinsOf(tangle_);
    QString said;
    if (solving)
        said = tr("Looking for the cheapest set of imports …");
    else if (!desk_->trouble().isEmpty())
        said = tr("No answer: %1").arg(desk_->trouble());
    else if (cuts && !cuts->keptCycle.empty())
        said = tr("No way: the imports that are to be kept form a cycle.");
    else if (cuts)
        said = proofSentence(*cuts);
    else if (desk_->planned())
        said = tr("Cuts are suggested for what is: go back to that first.");
    else
        said = tr("Which imports to cut, and how, so that no cycle is left: ask with “Suggest cuts”.");
    proof_->setText(said);
    cutModel_->set(cutHeaders(), {1}, cutRows(*desk_->findings()->snapshot, cuts, pins));
    tabs_->setTabText(2, cuts ? tr("Cuts (%1)").arg(number(cuts->cuts.size())) : tr("Cuts"));
    emit marksChanged();
}

void TanglePage::setCycle(int cycle) {
    if (cycle < 0 || cycle >= static_cast<int>(found_.size()) || cycle == cycle_)
        return;
    cycle_ = cycle;
    updateActions();
    emit marksChanged();
}

void TanglePage::pointAt(const std::vector<graph::EdgeId>& edges) {
    const auto leadsAlong = [&](const std::vector<graph::EdgeId>& cycle) {
        return std::ranges::find_first_of(cycle, edges) != cycle.end();
    };
    if (cycle_ >= 0 && leadsAlong(cycle()))
        return;
    const auto found = std::ranges::find_if(found_, leadsAlong);
    if (found != found_.end())
        setCycle(static_cast<int>(found - found_.begin()));
}

// To the one after or before, round at the ends.
void TanglePage::step(int by) {
    const int count = static_cast<int>(found_.size());
    if (count == 0)
        return;
    setCycle((cycle_ + by + count) % count);
    tabs_->setCurrentWidget(cycleList_);
    const QModelIndex row = cycleList_->fromModel(cycleModel_->index(cycle_, 0));
    cycleList_->view()->setCurrentIndex(row);
    cycleList_->view()->scrollTo(row);
    emit cycleChosen();
}

std::vector<graph::EdgeId> TanglePage::cycle() const {
    return cycle_ < 0 ? std::vector<graph::EdgeId>() : found_[static_cast<std::size_t>(cycle_)];
}

CycleMarks TanglePage::marks() const {
    CycleMarks out;
    if (tangle_ < 0)
        return out;
    const graph::Snapshot& s = *desk_->findings()->snapshot;
    for (const graph::EdgeId edge : cycle())
        out.cycle.emplace_back(s[s[edge].from].name, s[s[edge].to].name);
    if (const CutAnswer* cuts = desk_->cuts(tangle_))
        for (const CutAnswer::Cut& cut : cuts->cuts)
            out.cuts.push_back(cut.edge);
    return out;
}

void TanglePage::setSelectedEdge(const NamedEdge& edge) {
    selected_ = edge;
    updateActions();
}

void TanglePage::setPin(std::optional<CutPin> pin) {
    tabs_->setCurrentWidget(cutList_->parentWidget());
    desk_->pin(selected_, pin);
}

const CutAnswer::Cut* TanglePage::suggestedCut() const {
    const CutAnswer* cuts = tangle_ >= 0 ? desk_->cuts(tangle_) : nullptr;
    if (!cuts)
        return nullptr;
    const auto found = std::ranges::find(cuts->cuts, selected_, &CutAnswer::Cut::edge);
    return found == cuts->cuts.end() ? nullptr : &*found;
}

void TanglePage::planCut() {
    if (const CutAnswer::Cut* cut = suggestedCut())
        emit cutsPlanned({*cut});
}

void TanglePage::planCuts() {
    emit cutsPlanned(desk_->cuts(tangle_)->cuts);
}

void TanglePage::updateActions() {
    const bool shown = tangle_ >= 0, edge = desk_->findings() && desk_->tangleOf(selected_) >= 0;
    const auto pin = desk_->pins().find(selected_);
    const bool mayPin = edge && !desk_->planned();
    const bool pinned = edge && pin != desk_->pins().end();
    for (QAction* action : {leave, isolate, copyMarkdown})
        action->setEnabled(shown);
    for (QAction* action : {next, previous})
        action->setEnabled(!found_.empty());
    const CutAnswer* cuts = shown ? desk_->cuts(tangle_) : nullptr;
    tryCuts->setEnabled(cuts && !cuts->cuts.empty());
    tryCut->setEnabled(suggestedCut() != nullptr);
    suggest->setEnabled(shown && !desk_->solving(tangle_) && !desk_->planned());
    keepEdge->setEnabled(mayPin && !(pinned && pin->second == CutPin::Keep));
    cutEdge->setEnabled(mayPin && !(pinned && pin->second == CutPin::Cut));
    freeEdge->setEnabled(mayPin && pinned);
    busy_->setVisible(shown && (desk_->state(tangle_) == VerdictState::Testing || desk_->solving(tangle_)));
}

ListPanel* TanglePage::list() const {
    QWidget* shown = tabs_->currentWidget();
    return shown == verdictList_ ? verdictList_ : shown == cycleList_ ? cycleList_ : cutList_;
}

QString TanglePage::markdown() const {
    const QString out = tangleMarkdown(*desk_->findings(), static_cast<std::size_t>(tangle_), found_,
                                       desk_->verdict(tangle_), desk_->cuts(tangle_));
    return desk_->planned()
               ? out + u'\n' + tr("As it would be with a plan that is not carried out yet.") + u'\n'
               : out;
}

void TanglePage::copy() {
    QGuiApplication::clipboard()->setText(markdown());
}

} // namespace espalier::ui
