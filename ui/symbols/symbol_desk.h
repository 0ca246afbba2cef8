// Works out what the window tells of symbols, in a thread of its own.
#pragma once

#include "graph/symbols/symbol_search.h"
#include "graph/symbols/symbol_view.h"
#include "ui/jobs.h"
#include "ui/symbols/symbol_answers.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace espalier::ui {

// What the whole project has to tell. Immutable.
struct Spreads {
    graph::SnapshotPtr snapshot;
    std::vector<graph::SpreadRow> rows;
    std::vector<graph::SameName> sameNames;
    std::size_t imported = 0; // classes, functions and values of the project that some statement imports
};
using SpreadsPtr = std::shared_ptr<const Spreads>;

// Resolution answers one thread at a time (graph/symbols/symbols.h): each snapshot has an engine, and all of
// them work in one thread. A new snapshot makes what was asked before it void, and what had not begun is not
// done.
class SymbolDesk : public QObject {
    Q_OBJECT
public:
    // After a change: the map comes first, and several changes are one.
    static constexpr int kPauseMs = 200;

    explicit SymbolDesk(QObject* parent = nullptr);
    ~SymbolDesk() override;

    void setSnapshot(graph::SnapshotPtr snapshot); // null: no project
    // Of the current snapshot; null until spreadsReady().
    [[nodiscard]] const SpreadsPtr& spreads() const { return spreads_; }
    // Answered by viewReady(), unless another one is asked for first.
    void ask(graph::ModuleId module, const std::string& name);

    // Answered by answered(), unless anything else is asked or dropAnswer() is called first. By the module's
    // name: what the question was asked of may be an older snapshot. Not SymbolQuestion::Everywhere, which
    // the graph does not know.
    void askOf(const std::string& module, const std::string& name, SymbolQuestion question,
               const QString& other);
    void dropAnswer() { answering_.cancel(); }

    // Answered by symbolsReady(), unless those of another module are asked for first.
    void askModule(graph::ModuleId module);
    // Answered by found(), unless another one is asked for first; also as soon as a new snapshot can be
    // searched. An empty query asks for nothing.
    void search(const QString& query);

signals:
    void spreadsReady(const espalier::ui::SpreadsPtr& spreads);
    void viewReady(const espalier::graph::SymbolViewPtr& view);
    void symbolsReady(espalier::graph::ModuleId module, const std::vector<espalier::graph::SpreadRow>& rows);
    void answered(espalier::ui::SymbolQuestion question, const espalier::ui::Answer& answer);
    void found(const QString& query, const std::vector<espalier::graph::SymbolHit>& hits);

private:
    struct Engine;

    static constexpr std::size_t kMostFound = 12;

    void resolve();
    void searchNow();

    QThreadPool pool_; // of one thread
    std::shared_ptr<Engine> engine_;
    SpreadsPtr spreads_;
    QTimer pause_;
    LatestJob<SpreadsPtr> resolving_;
    LatestJob<graph::SymbolViewPtr> viewing_;
    LatestJob<std::vector<graph::SpreadRow>> listing_;
    LatestJob<Answer> answering_;
    // Names are found without resolution, and beside it.
    using Search = std::shared_ptr<const graph::SymbolSearch>;
    graph::SnapshotPtr snapshot_;
    Search search_;
    QString query_;
    std::shared_ptr<std::atomic<quint64>> newestQuery_ = std::make_shared<std::atomic<quint64>>(0);
    LatestJob<Search> indexing_;
    LatestJob<std::vector<graph::SymbolHit>> searching_;
};

} // namespace espalier::ui
