#include "ui/symbols/symbol_desk.h"

#include "ui/text.h"

#include <optional>
#include <utility>

namespace espalier::ui {

// Touched by the desk's thread alone, which also takes it apart.
struct SymbolDesk::Engine {
    explicit Engine(graph::SnapshotPtr s)
        : snapshot(std::move(s)) {}

    void prepare() {
        if (fragmentation)
            return;
        symbols.emplace(snapshot);
        fragmentation.emplace(*symbols, graph::EdgeFilter::everything());
        standIns = graph::standIns(*symbols);
    }

    const graph::SnapshotPtr snapshot;
    std::optional<graph::Symbols> symbols;
    std::optional<graph::Fragmentation> fragmentation;
    std::vector<graph::StandIn> standIns;
};

SymbolDesk::SymbolDesk(QObject* parent)
    : QObject(parent)
    , resolving_(this, &pool_)
    , viewing_(this, &pool_)
    , listing_(this, &pool_)
    , answering_(this, &pool_)
    , indexing_(this)
    , searching_(this) {
    pool_.setMaxThreadCount(1);
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &SymbolDesk::resolve);
}

SymbolDesk::~SymbolDesk() {
    setSnapshot(nullptr);
    pool_.waitForDone();
}

void SymbolDesk::setSnapshot(graph::SnapshotPtr snapshot) {
    resolving_.cancel();
    viewing_.cancel();
    listing_.cancel();
    answering_.cancel();
    indexing_.cancel();
    searching_.cancel();
    spreads_.reset();
    search_.reset();
    snapshot_ = snapshot;
    pause_.stop();
    if (engine_)
        pool_.start([old = std::move(engine_)]() mutable { old.reset(); });
    engine_ = snapshot ? std::make_shared<Engine>(std::move(snapshot)) : nullptr;
    if (engine_)
        pause_.start();
}

void SymbolDesk::resolve() {
    indexing_.start([snapshot = snapshot_] { return std::make_shared<const graph::SymbolSearch>(snapshot); },
                    [this](Search search) {
                        search_ = std::move(search);
                        searchNow();
                    });
    resolving_.start(
        [engine = engine_] {
            engine->prepare();
            auto out = std::make_shared<Spreads>();
            out->snapshot = engine->snapshot;
            out->rows = graph::spreadRows(*engine->symbols, *engine->fragmentation);
            out->sameNames = graph::sameNames(*engine->symbols, *engine->fragmentation);
            out->imported = engine->fragmentation->ranked().size();
            return SpreadsPtr(out);
        },
        [this](SpreadsPtr spreads) {
            spreads_ = std::move(spreads);
            emit spreadsReady(spreads_);
        });
}

void SymbolDesk::ask(graph::ModuleId module, const std::string& name) {
    if (!engine_)
        return;
    viewing_.start(
        [engine = engine_, module, name] {
            engine->prepare();
            return graph::symbolView(engine->snapshot, *engine->symbols, *engine->fragmentation,
                                     engine->standIns, module, name);
        },
        [this](const graph::SymbolViewPtr& view) { emit viewReady(view); });
}

void SymbolDesk::askModule(graph::ModuleId module) {
    if (!engine_)
        return;
    listing_.start(
        [engine = engine_, module] {
            engine->prepare();
            return graph::symbolsOf(*engine->symbols, *engine->fragmentation, module);
        },
        [this, module](const std::vector<graph::SpreadRow>& rows) { emit symbolsReady(module, rows); });
}

void SymbolDesk::askOf(const std::string& module, const std::string& name, SymbolQuestion question,
                       const QString& other) {
    const auto id = engine_ ? engine_->snapshot->find(module) : std::nullopt;
    if (!id)
        return;
    answering_.start(
        [engine = engine_, id = *id, name, question, other] {
            engine->prepare();
            return question == SymbolQuestion::Same ? samenessAnswer(*engine->symbols, {id, name}, other)
                                                    : removalAnswer(*engine->symbols, {id, name});
        },
        [this, question](const Answer& answer) { emit answered(question, answer); });
}

void SymbolDesk::search(const QString& query) {
    query_ = query;
    searchNow();
}

void SymbolDesk::searchNow() {
    const quint64 number = ++*newestQuery_;
    searching_.cancel();
    if (!search_ || query_.isEmpty())
        return;
    searching_.start(
        [search = search_, query = toUtf8(query_), newest = newestQuery_, number] {
            return search->find(query, kMostFound, [&] { return *newest != number; });
        },
        [this, query = query_](const std::vector<graph::SymbolHit>& hits) { emit found(query, hits); });
}

} // namespace espalier::ui
