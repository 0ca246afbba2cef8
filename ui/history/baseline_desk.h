// What is new since the baseline that the project's configuration names, for the chip at the top of the
// window and for whoever ranks by it. GUI thread only.
#pragma once

#include "graph/history/difference.h"
#include "indexer/facts/result.h"
#include "ui/findings.h"

#include <QAction>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <string>

namespace espalier::ui {

class HistoryDesk;

// Immutable.
struct SinceBaseline {
    graph::SnapshotPtr before, after;
    // By the imports that run when a module is imported, whatever the window shows: as the command `check`
    // tells it.
    graph::Difference difference;
    // Tangles of `after` as the window counts that are new or have grown, by the name of their first module.
    std::map<std::string, graph::TangleAge> ages;
};
using SinceBaselinePtr = std::shared_ptr<const SinceBaseline>;

class BaselineDesk : public QObject {
    Q_OBJECT
public:
    static constexpr int kPauseMs = 300; // so long the window may have to do for its first picture

    BaselineDesk(HistoryDesk* history, QObject* parent);

    void clear(); // another project
    // The project is indexed: from now on everything new is asked for.
    void setReady();
    // What the window shows, and how it counts.
    void setFindings(FindingsPtr findings);

    // The answers to wanted().
    void set(SinceBaselinePtr news);
    void fail(const facts::Error& error);

    // "v1.4", "58b0b109d4"; empty: there is no baseline, or no repository.
    [[nodiscard]] QString name() const;
    // Null: not known yet. It may be of a state that was shown a moment before.
    [[nodiscard]] const SinceBaselinePtr& news() const { return news_; }
    // Of a tangle of the findings.
    [[nodiscard]] graph::TangleAge ageOf(const Findings& findings, std::size_t tangle) const;
    // "1 new, 2 grown since v1.4"; empty: none is, or that is not known.
    [[nodiscard]] QString agesInWords() const;

    // The chip: hidden without a name. Compares with the baseline, and ends that; or leads to what is wrong.
    QAction* compare;

signals:
    void wanted(const espalier::ui::FindingsPtr& findings);
    void changed();
    void problemsWanted();             // the baseline cannot be found: the row that says so
    void told(const QString& message); // why nothing is compared

private:
    [[nodiscard]] bool isUnknown() const; // no revision
    void ask();
    void trigger();
    void update();
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString explanation() const;

    HistoryDesk* history_;
    FindingsPtr findings_;
    SinceBaselinePtr news_;
    QString trouble_; // why there are no news
    bool ready_ = false;
    QTimer pause_;
};

// "+2 tangles, 1 grown, −14 violations"; "no new tangles".
[[nodiscard]] QString newsWords(const graph::Difference& difference);
// "new since v1.4"; empty for one that was there.
[[nodiscard]] QString ageWords(graph::TangleAge age, const QString& baseline);

} // namespace espalier::ui
