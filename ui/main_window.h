// The main window. It shows snapshots and asks for everything else by signals: it reads no files of the
// project, starts no processes and knows no database. GUI thread only.
#pragma once

#include "graph/layout/layout.h"
#include "graph/plans/plan.h"
#include "indexer/facts/result.h"
#include "ui/findings.h"
#include "ui/jobs.h"
#include "ui/map/cycle_marks.h"
#include "ui/map/playback.h"
#include "ui/models/answer.h"
#include "ui/project_memory.h"
#include "ui/selection.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace espalier::ui {

class Banner;
class BaselineDesk;
class Bookmarks;
class Breadcrumb;
class CampaignDesk;
class Commands;
class ContextMenu;
class EditActions;
class EvidencePanel;
class FilterActions;
class FilterChips;
class FilterPanel;
class DifferenceDesk;
class DifferencePanel;
class FindBar;
class HistoryDesk;
class HistoryPanel;
class LandingPage;
class ListPanel;
class ListsPanel;
class MapView;
class PastGraphDesk;
class PastPlayer;
class PatchMaker;
class PlanDesk;
class ProgressStrip;
class Queries;
class SavedViews;
class SearchBox;
class SourcePanel;
class SourceTexts;
class SymbolDesk;
class SymbolPanel;
class TrendView;
class Views;
struct ClaimPlace;
enum class SymbolQuestion;
struct DifferenceItem;
struct PatchPaths;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    // The parts, for tests and for app wiring that needs one of them.
    [[nodiscard]] Selection& selection() const { return *selection_; }
    [[nodiscard]] MapView& map() const { return *map_; }
    [[nodiscard]] ListsPanel& lists() const { return *lists_; }
    [[nodiscard]] EvidencePanel& evidence() const { return *evidence_; }
    [[nodiscard]] SymbolPanel& symbols() const { return *symbols_; }
    [[nodiscard]] SymbolDesk& symbolDesk() const { return *desk_; }
    // What the program that owns the window has to answer.
    [[nodiscard]] Queries& queries() const { return *queries_; }
    [[nodiscard]] PatchMaker& patches() const { return *patches_; }
    [[nodiscard]] PlanDesk& plans() const { return *plans_; }
    // Which commit is shown, and which could be: the program that owns the window opens them.
    [[nodiscard]] HistoryDesk& history() const { return *history_; }
    // The graph of all of them: the program that owns the window reads it.
    [[nodiscard]] PastGraphDesk& pastGraph() const { return *pastGraph_; }
    [[nodiscard]] PastPlayer& player() const { return *player_; }
    // What became of its campaigns: the program that owns the window reads it.
    [[nodiscard]] CampaignDesk& campaigns() const { return *campaigns_; }
    [[nodiscard]] TrendView& trend() const { return *trend_; }
    // What is new since the configured baseline: the program that owns the window finds it out.
    [[nodiscard]] BaselineDesk& baseline() const { return *baseline_; }
    // What has changed between that and another one.
    [[nodiscard]] DifferenceDesk& difference() const { return *difference_; }
    [[nodiscard]] DifferencePanel& differencePanel() const { return *differencePanel_; }
    [[nodiscard]] HistoryPanel& historyPanel() const { return *historyPanel_; }
    [[nodiscard]] SourcePanel& source() const { return *source_; }
    [[nodiscard]] SearchBox& search() const { return *search_; }
    [[nodiscard]] FilterActions& filters() const { return *filters_; }
    [[nodiscard]] FilterChips& chips() const { return *chips_; }
    [[nodiscard]] FilterPanel& filterPanel() const { return *filterPanel_; }
    [[nodiscard]] FindBar& find() const { return *find_; }
    [[nodiscard]] Bookmarks& bookmarks() const { return *bookmarks_; }
    [[nodiscard]] SavedViews& savedViews() const { return *savedViews_; }
    [[nodiscard]] EditActions& edit() const { return *edit_; }
    [[nodiscard]] ContextMenu& contextMenu() const { return *menu_; }
    [[nodiscard]] Breadcrumb& breadcrumb() const { return *breadcrumb_; }
    [[nodiscard]] Banner& banner() const { return *banner_; }
    [[nodiscard]] Views& views() const { return *views_; }
    // What is to be kept of the project that is shown.
    [[nodiscard]] ProjectMemory memory() const;
    // Of the current snapshot and filter; null until computed.
    [[nodiscard]] const FindingsPtr& findings() const { return findings_; }

public slots:
    // Another folder is being opened: leaves the landing page and forgets the last project.
    void openingFolder(const QString& folder);
    // What was kept of it; before its first snapshot.
    void setMemory(espalier::ui::ProjectMemory memory);
    // Tells of what is to be kept at once, if it may have changed.
    void flushMemory();
    // Shows a view now, or as soon as there is a project.
    void openView(const espalier::ui::SavedView& view);
    // A new state of the open folder (of any folder, if none is being opened). What was shown stays shown
    // where the new snapshot still has it.
    void setSnapshot(espalier::graph::SnapshotPtr snapshot);
    void showIndexProgress(const QString& phase, qint64 done, qint64 total); // total 0: not known
    void indexFinished();
    void showMessage(const QString& text);
    void showError(const espalier::facts::Error& error);
    void applyLayout(quint64 job, const espalier::graph::LayoutResult& layout);
    // The answer to sourceRequested(); an empty text with a note where the file cannot be read.
    void showSource(const QString& path, const QString& text, const QString& note);
    void setRecentFolders(const QStringList& folders);
    // The answer to plansRequested(), with what could not be read in words.
    void showPlans(const std::vector<espalier::graph::Plan>& plans, const QStringList& problems);

    // Selects a module and brings it into view, opening packages as needed.
    void goTo(espalier::graph::ModuleId module);
    // The same for the module that defines a symbol, and shows by which paths that is imported.
    void goToSymbol(const std::string& module, const std::string& symbol);
    // Shows a tangle of findings() alone.
    void showTangle(int tangle);
    // Checks what a Markdown file says about the project.
    void openTracker(const QString& file);
    void goToList(ListPanel* list);
    // Opens the Source tab; line 0: the beginning. A path, or that of another commit: see sourceKey().
    void openSource(const QString& path, int line);
    // Writes the picture to a file, in the format that its suffix names, by way of exportRequested().
    void exportPicture(const QString& file);

signals:
    void openFolderRequested(const QString& folder);
    void reindexRequested();
    void cancelRequested();
    // A while after a change, and when the window closes.
    void memoryChanged(const espalier::ui::ProjectMemory& memory);
    void viewRequested(const QString& fileOrLink);
    void layoutRequested(quint64 job, const espalier::graph::LayoutInput& input);
    void sourceRequested(const QString& path); // relative to the project
    void openInEditorRequested(const QString& path, int line, int column);
    void plansRequested(); // those that are saved in the project
    void planSaveRequested(const espalier::graph::Plan& plan);
    // To be written into the project's configuration; `old`: the name of what it replaces, empty: it is new.
    void campaignSaveRequested(const espalier::graph::Campaign& campaign, const std::string& old);
    void campaignRemoveRequested(const std::string& name);
    // `format` is "svg", "dot", "mmd", "patch" or kViewSuffix: write what `make` returns to the file as it
    // is; "png" or "pdf": it is SVG to be converted. `make` is called once, on any thread, and owns what it
    // reads.
    void exportRequested(const QString& file, const QString& format, const std::function<QByteArray()>& make);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildStatus();
    void buildHistory();
    void showDocks();
    void connectViews();
    void connectSelection();
    void connectCommands();
    void connectMemory();
    void connectMenus();
    void connectSymbols();
    void connectQuestions();
    void connectPatches();
    void offerPatch();
    void showPatch(const PatchPaths& paths);
    void connectCycles();
    void connectPlans();
    void connectHistory();
    void connectCampaigns();
    void connectPlayer();
    void playPast();
    void connectDifference();
    void connectBaseline();
    void showDifference();
    void selectChange(const DifferenceItem& item);
    [[nodiscard]] bool showOtherSide(const Selected& selected);
    [[nodiscard]] const graph::Campaign& currentCampaign() const;
    void editCampaign(const graph::Campaign& campaign, const std::string& old);
    void removeCampaign();
    void writeTracker();
    void connectTrackers();
    void chooseTracker();
    void showClaim(const ClaimPlace& place);
    void updateTitle();
    void showSnapshot(const graph::SnapshotPtr& snapshot);
    void showMarks();
    void showNothing();
    void showCycle();
    void showCuts();
    void wantDrawn(const std::vector<NamedEdge>& edges);
    void isolateTangle(int tangle);
    void leaveTangle();
    [[nodiscard]] bool showsAlone(const graph::Tangle& tangle) const;
    void answerOfSymbol(SymbolQuestion question, const QString& other);
    void searchEverywhere(const QString& identifier);
    void openMenu();
    void restoreLayout();

    void startLandingView();
    void showFirstView(graph::ViewSpec landing);
    void swapSnapshot();
    void recomputeFindings();
    // Makes room for it on the map: opens what is around it, and shows what kind it is of.
    void uncover(ViewState& state, graph::ModuleId module) const;
    void reveal(graph::ModuleId module, const std::string& symbol);
    void showSelection();
    void showSelectedSymbol(graph::ModuleId module);
    [[nodiscard]] ListPanel* evidenceList() const;
    void showSelectedLine(const Selected& selected);
    void showSeveral(const Selected& selected);
    void showSelectedSource();
    void ensureDrawn();
    void updateCounts();
    void chooseFolder();
    void chooseExport();

    Selection* selection_;
    SourceTexts* texts_;
    FilterActions* filters_;
    EditActions* edit_;
    Commands* commands_;
    SearchBox* search_;
    Banner* banner_ = nullptr;
    Breadcrumb* breadcrumb_ = nullptr;
    FilterChips* chips_ = nullptr;
    FilterPanel* filterPanel_ = nullptr;
    FindBar* find_ = nullptr;
    Bookmarks* bookmarks_ = nullptr;
    SavedViews* savedViews_ = nullptr;
    ContextMenu* menu_ = nullptr;
    LandingPage* landing_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    MapView* map_ = nullptr;
    Views* views_ = nullptr;
    SourcePanel* source_ = nullptr;
    ListsPanel* lists_ = nullptr;
    QStackedWidget* evidences_ = nullptr; // of the right dock: statements, or a symbol
    EvidencePanel* evidence_ = nullptr;
    SymbolPanel* symbols_ = nullptr;
    SymbolDesk* desk_;
    Queries* queries_;
    PatchMaker* patches_;
    PlanDesk* plans_;
    HistoryDesk* history_;
    PastGraphDesk* pastGraph_;
    PastPlayer* player_;
    CampaignDesk* campaigns_;
    BaselineDesk* baseline_;
    TrendView* trend_ = nullptr;
    HistoryPanel* historyPanel_ = nullptr;
    DifferenceDesk* difference_;
    DifferencePanel* differencePanel_ = nullptr;
    ProgressStrip *progress_ = nullptr, *pastProgress_ = nullptr, *graphProgress_ = nullptr;
    QLabel *counts_ = nullptr, *waiting_ = nullptr;

    graph::SnapshotPtr snapshot_; // as it is, or as it would be with a plan
    FindingsPtr findings_;
    LatestJob<FindingsPtr> finding_;
    LatestJob<graph::ViewSpec> landingView_;
    LatestJob<Answer> occurrences_;
    LatestJob<LineGraphPtr> lineGraph_;
    LineGraphPtr played_;                                 // the last one
    bool fresh_ = true;                                   // the next snapshot is a project's first
    std::string goingTo_;                                 // a module that the next scene should show
    std::pair<graph::ModuleId, std::string> askedSymbol_; // of snapshot_
    QString folder_;

    static constexpr int kMemoryPauseMs = 1000;
    QTimer memoryTimer_;
    std::optional<SavedView> lastView_, waitingView_;
};

} // namespace espalier::ui
