// One open project in one window: ties the indexer's process, the store, the layout child and the editor to
// the main window. GUI thread only; loading a snapshot and reading source happen in the thread pool.
#pragma once

#include "app/gui/index_process.h"
#include "app/gui/layout_process.h"
#include "app/gui/memory_writer.h"
#include "app/gui/picture_writer.h"
#include "app/gui/query_processes.h"
#include "app/gui/source_file.h"
#include "app/project/baseline.h"
#include "app/project/campaign_edit.h"
#include "app/project/loader.h"
#include "app/project/plan_file.h"
#include "ui/campaigns/campaign_past.h"
#include "ui/history/baseline_desk.h"
#include "ui/history/commit_line.h"
#include "ui/history/difference_desk.h"
#include "ui/history/past_graph_desk.h"
#include "ui/jobs.h"
#include "ui/main_window.h"

#include <QDir>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace espalier::gui {

class Session : public QObject {
    Q_OBJECT
public:
    // `programs` holds espalier and espalier-draw; `store` empty for the default place. The window outlives
    // the session.
    Session(ui::MainWindow& window, const QDir& programs, QString store);
    ~Session() override; // does not wait for long work

    // Shows what the store knows at once, and brings it up to date in the background.
    void open(const QString& folder);
    // Shows a view from a file or link: in the open project, else in the one it was made in, if that was
    // opened lately.
    void openView(const QString& fileOrLink);

private:
    void connectIndexer();
    void connectWindow();
    void connectQueries();
    void reindex();
    // Errors are shown only when `mayFail` is not set: before the first index there is no store to read.
    void load(bool mayFail);
    void follow(const std::vector<std::string>& paths, bool everything);
    void loadChanges();
    // The past: which commits there are, and one of them instead of the working tree.
    void connectPast();
    void readPast();
    void showCommit(const QString& commit);
    void openCommit(bool mayRead);
    void readCommit();
    void stayHere();
    void compare(const QString& commit, bool older);
    [[nodiscard]] bool isInPast() const { return bare_ || !at_.empty(); }
    // What is new since the baseline; what is not known of that is read by a child process first.
    void readBaseline(const ui::FindingsPtr& findings, bool mayRead);
    void readPastGraph(const ui::CommitLinePtr& line);
    // What became of campaigns.
    void connectCampaigns();
    void readCampaigns();
    void
    editCampaigns(const std::function<facts::Result<std::string>(const project::CampaignFile& file)>& edit);
    void startLoading(std::function<facts::Result<graph::SnapshotPtr>()> work, bool mayFail);
    void showSource(const QString& path);
    void readPlans();
    void savePlan(const graph::Plan& plan);
    void recall(const QString& root);
    void openEditor(const QString& path, int line, int column);

    ui::MainWindow& window_;
    QString store_;
    IndexProcess indexer_;
    LayoutProcess layout_;
    PictureWriter pictures_;
    QueryProcesses queries_;
    std::optional<project::Location> location_;
    std::shared_ptr<project::Loader> loader_; // of location_
    MemoryWriter memory_;                     // of location_
    graph::SnapshotPtr snapshot_;
    std::set<std::string> changed_; // files whose new facts are still to be loaded
    bool changesWait_ = false, everythingChanged_ = false;
    bool indexed_ = false; // the indexer is through, and follows
    bool bare_ = false;    // there is no working tree
    std::string at_;       // the commit that is shown, or will be; empty: the working tree, or HEAD
    std::shared_ptr<std::atomic<bool>> stopOpening_; // of the commit that is being opened
    std::shared_ptr<std::atomic<bool>> unread_;      // something of it is not known yet
    ui::LatestJob<facts::Result<graph::SnapshotPtr>> loading_;
    struct ReadPast {
        bool repository = false;
        ui::CommitLinePtr line; // null: it was never read
    };
    ui::LatestJob<ReadPast> pasts_;
    std::shared_ptr<std::atomic<bool>> stopCampaigns_; // of the last readCampaigns()
    std::shared_ptr<std::atomic<bool>> stopPastGraph_; // of the last readPastGraph()
    QThreadPool slow_;                                 // what takes seconds does not hold up the rest
    ui::LatestJob<facts::Result<ui::CampaignPastPtr>> campaigns_;
    ui::LatestJob<facts::Result<ui::EdgeTimelinePtr>> pastGraph_;
    std::shared_ptr<project::Baseline> baseline_;     // of location_
    std::shared_ptr<std::atomic<bool>> stopBaseline_; // of the last readBaseline()
    ui::LatestJob<facts::Result<ui::SinceBaselinePtr>> sinceBaseline_;
    graph::SnapshotPtr other_; // the commit that is compared with
    ui::LatestJob<facts::Result<ui::Sides>> comparing_;
    ui::LatestJob<project::LoadedPlans> plans_;
    ui::LatestJob<facts::Status> saving_;
    ui::LatestJob<facts::Result<std::string>> configuring_;
};

} // namespace espalier::gui
