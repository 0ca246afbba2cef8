// The module graph of all commits of the line that the window knows: read when somebody first needs it, kept
// until the line or what the graph is made by is another. GUI thread only.
#pragma once

#include "graph/history/edge_timeline.h"
#include "indexer/facts/result.h"
#include "ui/history/commit_line.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace espalier::ui {

class HistoryDesk;

using EdgeTimelinePtr = std::shared_ptr<const graph::EdgeTimeline>;

class PastGraphDesk : public QObject {
    Q_OBJECT
public:
    enum class State {
        NoLine, // nothing is known of the past
        Unread, // nobody has asked, or what was known is out of date
        Working,
        Known,
        Stopped, // by a person
        Failed,
    };
    explicit PastGraphDesk(HistoryDesk* history, QObject* parent = nullptr);

    void clear(); // another project
    // The source roots may be others, or what is configured as deprecated.
    void setSnapshot(const graph::Snapshot& snapshot);

    // Asks for it where it is Unread. Who shows it asks again whenever changed() says so.
    void want();
    // The same on a person's behalf: after it was stopped, or has failed, too.
    void tryAgain();
    void stop(); // by a person

    // Answers to wanted(); those that come when nothing is awaited are dropped.
    void set(EdgeTimelinePtr graph);
    void fail(const facts::Error& error);
    void progress(qint64 done, qint64 total);

    [[nodiscard]] State state() const { return state_; }
    // Its revisions are the places of line(). Null: not known.
    [[nodiscard]] const EdgeTimelinePtr& graph() const { return graph_; }
    [[nodiscard]] const CommitLinePtr& line() const { return line_; }
    [[nodiscard]] const QString& trouble() const { return trouble_; } // of Failed
    [[nodiscard]] int percent() const { return percent_; }            // of Working

signals:
    void wanted(const espalier::ui::CommitLinePtr& line);
    void stopWanted();
    void changed(); // state or graph
    void progressed();

private:
    void follow();
    void forget();
    void setState(State state);

    HistoryDesk* history_;
    CommitLinePtr line_; // that graph_ is of, or will be
    EdgeTimelinePtr graph_;
    State state_ = State::NoLine;
    QString trouble_;
    int percent_ = 0;
    std::vector<std::string> madeBy_; // source roots and what is deprecated
};

} // namespace espalier::ui
