// What the window knows of the project's campaigns over time: asked for when somebody looks, kept until the
// line of commits or the configuration is another. GUI thread only.
#pragma once

#include "graph/model/snapshot.h"
#include "indexer/facts/result.h"
#include "ui/campaigns/campaign_past.h"

#include <QObject>

#include <string>
#include <vector>

namespace espalier::ui {

class HistoryDesk;

class CampaignDesk : public QObject {
    Q_OBJECT
public:
    enum class State {
        NoRepository,
        NotRead, // the past has not been read; HistoryDesk::read does it
        Stale,   // it has, and nobody has looked
        Working,
        Known,
        Failed,
    };
    explicit CampaignDesk(HistoryDesk* history, QObject* parent = nullptr);

    void clear(); // another project
    // What is configured may have changed.
    void setSnapshot(const graph::Snapshot& snapshot);
    // Somebody looks at campaigns, or does no more.
    void setWatched(bool on);

    // Answers to pastWanted(); those that come after stopWanted() are dropped.
    void set(CampaignPastPtr past);
    void fail(const facts::Error& error);
    void progress(qint64 done, qint64 total);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const CampaignPastPtr& past() const { return past_; } // null: not known
    [[nodiscard]] const QString& trouble() const { return trouble_; }   // of Failed
    [[nodiscard]] int percent() const { return percent_; }              // of Working
    [[nodiscard]] HistoryDesk* history() const { return history_; }
    // The campaign that one looks at; -1: there is none.
    [[nodiscard]] int current() const { return past_ ? past_->find(current_) : -1; }
    void setCurrent(int entry);
    [[nodiscard]] const std::vector<graph::Campaign>& configured() const { return configured_; }

signals:
    void pastWanted();
    void stopWanted();
    void changed(); // state or past
    void progressed();
    void currentChanged();

private:
    void look();
    void forget();
    void setState(State state);

    HistoryDesk* history_;
    CommitLinePtr line_; // that past_ is of, or will be
    CampaignPastPtr past_;
    State state_ = State::NoRepository;
    QString trouble_;
    int percent_ = 0;
    std::string current_;
    std::vector<graph::Campaign> configured_;
    std::vector<std::string> deprecated_; // what else is configured
    bool watched_ = false;
};

} // namespace espalier::ui
