// The main window: what is new since the baseline.
#include "ui/cycles/cycles_panel.h"
#include "ui/history/baseline_desk.h"
#include "ui/main_window.h"
#include "ui/panels/lists_panel.h"

namespace espalier::ui {

void MainWindow::connectBaseline() {
    connect(baseline_, &BaselineDesk::told, this, &MainWindow::showMessage);
    connect(baseline_, &BaselineDesk::problemsWanted, this, [this] { goToList(lists_->problems()); });
    connect(baseline_, &BaselineDesk::changed, this, [this] {
        const auto age = [this](std::size_t tangle) {
            const graph::TangleAge is = baseline_->ageOf(*lists_->cycles()->desk().findings(), tangle);
            return SinceThen{is, ageWords(is, baseline_->name())};
        };
        lists_->cycles()->setAges(age, baseline_->agesInWords());
    });
}

} // namespace espalier::ui
