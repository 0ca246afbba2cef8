// What is asked about the tangles of the window's findings, and what has been answered: verdicts and cuts by
// the command line program, shortest cycles in the thread pool. GUI thread only.
#pragma once

#include "ui/cycles/cycle_rows.h"
#include "ui/findings.h"
#include "ui/jobs.h"
#include "ui/queries.h"

#include <QObject>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace espalier::ui {

class CycleDesk : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kTestedUnasked = 60; // modules of a tangle that testAll() does not leave out
    using Cycles = std::vector<std::vector<graph::EdgeId>>;

    explicit CycleDesk(Queries* queries, QObject* parent = nullptr);

    // Null: none yet. All answers are dropped with those before, and so are questions.
    void setFindings(FindingsPtr findings);
    // What the findings are of: the project as it would be with a plan. Verdicts and cuts are worked out for
    // what is only, and nothing is asked.
    void setPlanned(bool planned) { planned_ = planned; }
    [[nodiscard]] bool planned() const { return planned_; }
    [[nodiscard]] const FindingsPtr& findings() const { return findings_; }

    // Verdicts for all that have none yet, but not for large ones; for one.
    void testAll();
    void test(int tangle);
    [[nodiscard]] VerdictState state(int tangle) const { return of(tangle).state; }
    [[nodiscard]] const TangleVerdict* verdict(int tangle) const; // null: not told
    [[nodiscard]] VerdictBadge badge(int tangle) const {
        return verdictBadge(state(tangle), verdict(tangle));
    }
    [[nodiscard]] bool testing() const;
    // "17 of 37 modules": how many have been tested; empty: not known.
    [[nodiscard]] QString tested() const;
    [[nodiscard]] const QString& trouble() const { return trouble_; } // why there is no answer; empty: none

    // A new question takes the place of the one before.
    void findCycles(int tangle);
    void suggestCuts(int tangle);
    [[nodiscard]] const CutAnswer* cuts(int tangle) const; // null: not told; stays until the next answer
    [[nodiscard]] bool solving(int tangle) const { return solving_ == tangle; }

    // Nothing: the solver decides. Outlive findings, as edges are named.
    [[nodiscard]] const CutPins& pins() const { return pins_; }
    void pin(const NamedEdge& edge, std::optional<CutPin> pin);
    // Of this tangle.
    [[nodiscard]] CutPins pinsOf(int tangle) const;
    // The tangle that holds an edge; -1: none.
    [[nodiscard]] int tangleOf(const NamedEdge& edge) const;

signals:
    void verdictsChanged();
    void testedMore();
    void cyclesFound(int tangle, const espalier::ui::CycleDesk::Cycles& cycles);
    void cutsChanged();

private:
    struct Known {
        VerdictState state = VerdictState::Untested;
        std::optional<TangleVerdict> verdict;
        std::optional<CutAnswer> cuts;
    };
    [[nodiscard]] const Known& of(int tangle) const { return known_[static_cast<std::size_t>(tangle)]; }
    Known& of(int tangle) { return known_[static_cast<std::size_t>(tangle)]; }
    [[nodiscard]] QStringList question(const QString& what) const;
    [[nodiscard]] QString firstModule(int tangle) const;
    void askVerdicts(const std::vector<int>& tangles, const QStringList& further, const QString& topic);
    void takeVerdicts(const facts::Result<QByteArray>& output, const std::vector<int>& asked);
    void takeCuts(const facts::Result<QByteArray>& output, int tangle);
    [[nodiscard]] int find(const std::vector<std::string>& modules) const;

    Queries* queries_;
    FindingsPtr findings_;
    std::vector<Known> known_; // by tangle of findings_
    CutPins pins_;
    bool planned_ = false;
    int one_ = -1;                     // the tangle of the last test()
    int solving_ = -1;                 // the one of the last suggestCuts(), until that is answered
    std::pair<qint64, qint64> tested_; // modules, and how many there are; 0: not known
    QString trouble_;
    LatestJob<Cycles> finding_;
};

} // namespace espalier::ui
