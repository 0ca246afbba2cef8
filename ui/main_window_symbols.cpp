// The main window: symbols, which are resolved in the background.
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/symbols/patch_dialog.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/text.h"
#include "ui/window/search_box.h"
#include "ui/window/views.h"

#include <QStackedWidget>
#include <QTabWidget>

namespace espalier::ui {

void MainWindow::connectSymbols() {
    connect(desk_, &SymbolDesk::spreadsReady, lists_, &ListsPanel::setSpreads);
    connect(desk_, &SymbolDesk::viewReady, this, [this](const graph::SymbolViewPtr& view) {
        if (!selection_->selected().symbol.empty())
            symbols_->show(view);
    });
    const auto choose = [this](const std::string& module, const std::string& symbol,
                               const std::string& path) {
        selection_->setSelected({module, {}, false, {}, symbol});
        symbols_->expect(toQt(module), toQt(symbol));
        symbols_->choosePath(path);
    };
    connect(lists_, &ListsPanel::symbolChosen, this, choose);
    connect(symbols_, &SymbolPanel::symbolChosen, this, choose);
    connect(lists_, &ListsPanel::symbolActivated, this, &MainWindow::goToSymbol);
    connect(evidence_, &EvidencePanel::symbolActivated, this,
            [choose](const std::string& module, const std::string& symbol) { choose(module, symbol, {}); });
    connect(evidence_, &EvidencePanel::symbolsWanted, desk_, &SymbolDesk::askModule);
    connect(desk_, &SymbolDesk::symbolsReady, evidence_, &EvidencePanel::showSymbols);
    connect(evidence_, &EvidencePanel::asked, this, [this] {
        Selected selected = selection_->selected();
        selected.symbol.clear(); // the question is about its module
        selection_->setSelected(std::move(selected));
        evidences_->setCurrentWidget(evidence_);
        goToList(evidenceList());
    });
    connect(search_, &SearchBox::symbolsWanted, desk_, &SymbolDesk::search);
    connect(desk_, &SymbolDesk::found, search_, &SearchBox::showSymbols);
    connect(search_, &SearchBox::symbolChosen, this,
            [this](const std::string& module, const std::string& symbol) {
                goToSymbol(module, symbol);
                views_->bringBack();
                tabs_->currentWidget()->setFocus();
            });
    connect(symbols_, &SymbolPanel::placeActivated, this, &MainWindow::openSource);
    connect(symbols_, &SymbolPanel::openInEditorRequested, this, &MainWindow::openInEditorRequested);
}

void MainWindow::connectQuestions() {
    SymbolQuestions* questions = symbols_->questions();
    connect(questions, &SymbolQuestions::asked, this, &MainWindow::answerOfSymbol);
    connect(questions, &SymbolQuestions::dropped, this, [this] {
        desk_->dropAnswer();
        queries_->drop(QStringLiteral("occurrences"));
        occurrences_.cancel();
    });
    connect(desk_, &SymbolDesk::answered, questions, &SymbolQuestions::setAnswer);
    connect(symbols_, &SymbolPanel::questionChosen, this, [this] { goToList(evidenceList()); });
}

void MainWindow::answerOfSymbol(SymbolQuestion question, const QString& other) {
    const graph::SymbolView& view = *symbols_->view();
    if (question == SymbolQuestion::Everywhere)
        searchEverywhere(toQt(view.symbol.name));
    else
        desk_->askOf((*view.snapshot)[view.symbol.module].name, view.symbol.name, question, other);
}

void MainWindow::searchEverywhere(const QString& identifier) {
    const auto show = [this](const Answer& answer) {
        symbols_->questions()->setAnswer(SymbolQuestion::Everywhere, answer);
    };
    queries_->ask(
        {QStringLiteral("occurrences"), identifier, QStringLiteral("--format"), QStringLiteral("json")},
        [this, show](const facts::Result<QByteArray>& output) {
            if (output)
                return occurrences_.start([bytes = *output] { return occurrencesAnswer(bytes); }, show);
            Answer failed;
            failed.verdict = toQt(output.error().text());
            show(failed);
        });
}

void MainWindow::connectPatches() {
    evidence_->offer(patches_->make);
    symbols_->offer(patches_->make);
    connect(selection_, &Selection::changed, this, &MainWindow::offerPatch);
    connect(symbols_, &SymbolPanel::wayChanged, this, &MainWindow::offerPatch);
    connect(patches_, &PatchMaker::wanted, this, &MainWindow::showPatch);
}

// To the replacement of what is deprecated, else from the path that one looks at to the canonical one.
void MainWindow::offerPatch() {
    const Selected& selected = selection_->selected();
    const bool one = snapshot_ && !selected.empty() && !selected.isLine() && selected.others.empty();
    const auto module = one ? snapshot_->find(selected.module) : std::nullopt;
    std::optional<PatchPaths> paths;
    if (module && findings_ && findings_->snapshot == snapshot_)
        paths = replacementOf(*findings_, *module, selected.symbol);
    if (const graph::SymbolViewPtr& view = symbols_->view(); !paths && !selected.symbol.empty() && view)
        paths = towardsCanonical(view->spread, symbols_->way());
    patches_->setPaths(paths);
}

void MainWindow::showPatch(const PatchPaths& paths) {
    delete findChild<PatchDialog*>(); // one query at a time
    auto* dialog = new PatchDialog(*queries_, paths, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PatchDialog::saveRequested, this, [this](const QString& file, const QByteArray& bytes) {
        emit exportRequested(file, QStringLiteral("patch"), [bytes] { return bytes; });
    });
    connect(dialog, &PatchDialog::placeActivated, this, &MainWindow::openSource);
    dialog->show();
}

void MainWindow::goToSymbol(const std::string& module, const std::string& symbol) {
    if (const auto id = snapshot_->find(module))
        reveal(*id, symbol);
}

// In place of the statements behind its module.
void MainWindow::showSelectedSymbol(graph::ModuleId module) {
    const std::string& symbol = selection_->selected().symbol;
    evidence_->showModule(snapshot_, module); // for what one may ask next
    evidences_->setCurrentWidget(symbols_);
    symbols_->expect(toQt((*snapshot_)[module].name), toQt(symbol));
    if (askedSymbol_ != std::pair(module, symbol)) {
        askedSymbol_ = {module, symbol};
        desk_->ask(module, symbol);
    }
}

ListPanel* MainWindow::evidenceList() const {
    return evidences_->currentWidget() == symbols_ ? symbols_->list() : evidence_->list();
}

} // namespace espalier::ui
