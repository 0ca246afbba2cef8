// The tangles of modules or packages as a list, and what is known of the one that was opened.
#pragma once

#include "ui/cycles/cycle_desk.h"
#include "ui/cycles/tangle_page.h"

#include <QComboBox>
#include <QStackedWidget>

namespace espalier::ui {

// Verdicts are asked for while the panel is seen, and not before.
class CyclesPanel : public QStackedWidget {
    Q_OBJECT
public:
    explicit CyclesPanel(Queries* queries, QWidget* parent = nullptr);

    // Null: none yet. The tangle that is shown stays shown if there is one like it.
    void setFindings(const FindingsPtr& findings);
    // What is new since the baseline, each and in a few words. Empty: nothing is known of that.
    void setAges(AgeOf age, const QString& news);
    // Shows one of the findings' tangles of modules.
    void open(int tangle);
    void showList();

    // Of what is in front: the one to go to with the keyboard.
    [[nodiscard]] ListPanel* list() const;
    [[nodiscard]] ListPanel* tangles() const { return tangleList_; }
    [[nodiscard]] ListPanel* packages() const { return packageList_; }
    [[nodiscard]] ListPanel* packageEdges() const { return edgeList_; }
    [[nodiscard]] TanglePage& page() const { return *page_; }
    [[nodiscard]] CycleDesk& desk() const { return *desk_; }
    // Of what is in front: a tangle's page, or the imports behind a tangle of packages.
    [[nodiscard]] CycleMarks marks() const;
    [[nodiscard]] bool showsTangle() const { return currentWidget() == page_; }

    QAction* packageLevel; // of packages rather than modules

signals:
    void tangleActivated(int tangle);
    void marksChanged();
    void left(); // the tangle that was shown
    void edgeChosen(espalier::graph::ModuleId from, espalier::graph::ModuleId to);
    void placeActivated(const QString& path, int line);
    void menuWanted(const QPoint& globalPlace); // for the edge that was chosen a moment before

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Page { ListShown, TangleShown, PackagesShown };
    QWidget* listPage();
    QWidget* packagePage();
    void connectLists();
    void fill();
    void showState();
    void openPackages(int tangle);
    void leaveTangle();
    [[nodiscard]] int successorOf(const std::vector<std::string>& modules) const;
    [[nodiscard]] std::vector<std::string> shownModules() const;
    void showMenu(const QModelIndex& row, const QPoint& globalPlace);

    CycleDesk* desk_;
    AgeOf age_;
    QString news_;
    TreeTable *tangleModel_, *packageModel_, *edgeModel_;
    ListPanel *tangleList_, *packageList_, *edgeList_;
    TanglePage* page_;
    QComboBox* level_;
    QLabel *state_, *packageTitle_;
    QProgressBar* busy_;
    QStackedWidget* lists_;
    int packages_ = -1;             // the tangle of packages on its page
    std::vector<std::string> kept_; // modules of the tangle that was shown before findings went
};

} // namespace espalier::ui
