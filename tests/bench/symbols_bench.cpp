// Answers on symbols in a real project, `symbols_bench FOLDER STORE` with a store that is up to date: how
// long it takes to resolve every imported name, and then the queries behind the commands, each for a sample
// of symbols or modules spread over the project. Prints a table in Markdown.
#include "app/project/open.h"
#include "graph/analysis/deletion.h"
#include "graph/analysis/protection.h"
#include "graph/analysis/ranks.h"
#include "graph/symbols/find_symbol.h"
#include "graph/symbols/homonyms.h"
#include "graph/symbols/removal.h"
#include "graph/symbols/replacement.h"
#include "graph/symbols/sameness.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>

using namespace espalier;

namespace {

constexpr std::size_t kSample = 200;

double elapsedMs(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void once(const char* what, const std::function<void()>& work) {
    std::printf("| %s | 1 | %.1f | |\n", what, elapsedMs(work));
}

template <class Items>
void each(const char* what, const Items& items,
          const std::function<void(const typename Items::value_type&)>& work) {
    std::vector<double> times;
    for (const auto& item : items)
        times.push_back(elapsedMs([&] { work(item); }));
    std::ranges::sort(times);
    if (!times.empty())
        std::printf("| %s | %zu | %.2f | %.1f |\n", what, times.size(), times[times.size() / 2],
                    times.back());
}

// The first ones, which are the most used, and others at equal distances.
template <class T>
std::vector<T> sample(std::span<const T> all) {
    std::vector<T> out;
    for (std::size_t i = 0; i < std::min(all.size(), kSample / 2); ++i)
        out.push_back(all[i]);
    const std::size_t step = std::max<std::size_t>(1, all.size() / (kSample / 2));
    for (std::size_t i = kSample / 2; i < all.size(); i += step)
        out.push_back(all[i]);
    return out;
}

std::size_t resolveAll(graph::Symbols& symbols) {
    const auto& files = symbols.snapshot().project.files;
    std::size_t names = 0;
    for (std::size_t f = 0; f < files.size(); ++f)
        for (std::uint32_t i = 0; files[f].facts && i < files[f].facts->imports.size(); ++i)
            for (std::size_t n = 0; n < files[f].facts->imports[i].names.size(); ++n, ++names)
                (void)symbols.origins(facts::FileId(f), i, n);
    return names;
}

void measure(const graph::SnapshotPtr& snapshot) {
    graph::Symbols symbols(snapshot);
    std::size_t names = 0;
    const double all = elapsedMs([&] { names = resolveAll(symbols); });
    std::printf("| what | runs | median ms | worst ms |\n| --- | ---: | ---: | ---: |\n");
    std::printf("| resolve %zu imported names | 1 | %.1f | |\n", names, all);
    once("who imports what, by definition", [&] { (void)symbols.importsOf(graph::OriginId(0)); });
    std::optional<graph::Fragmentation> fragmentation;
    const auto everything = graph::EdgeFilter::everything();
    once("`symbols`", [&] { fragmentation.emplace(symbols, everything); });
    once("`symbols --homonyms`", [&] { (void)graph::homonyms(symbols, *fragmentation); });
    once("stand-ins", [&] { (void)graph::standIns(symbols); });
    once("ranks", [&] { (void)graph::Ranks(*snapshot); });
    once("`untested`", [&] { (void)graph::untested(*snapshot, everything); });

    const auto spreads = sample(fragmentation->ranked());
    using Spread = graph::Spread;
    const auto pathOf = [&](const Spread& spread) { return spread.canonical.path; };
    each<std::vector<Spread>>("find by a name alone", spreads, [&](const Spread& spread) {
        (void)graph::findSymbol(*snapshot, symbols[spread.definition].name);
    });
    each<std::vector<Spread>>("`paths`", spreads, [&](const Spread& spread) {
        for (const auto& path : fragmentation->paths(spread))
            (void)symbols.proof(path.path.module, path.path.name, spread.definition);
    });
    each<std::vector<Spread>>("`uses`", spreads, [&](const Spread& spread) {
        (void)graph::uses(symbols, {&spread.definition, 1});
    });
    each<std::vector<Spread>>("`same`", spreads, [&](const Spread& spread) {
        (void)graph::same(symbols, pathOf(spread), pathOf(spreads.front()));
    });
    each<std::vector<Spread>>("`importers a.b:name`", spreads, [&](const Spread& spread) {
        (void)graph::importers(*snapshot, pathOf(spread).module, everything, pathOf(spread).name);
    });
    each<std::vector<Spread>>("`can-delete a.b:name`", spreads, [&](const Spread& spread) {
        (void)graph::whatBreaksWithout(symbols, {&spread.definition, 1});
    });
    std::vector<graph::ModuleId> modules;
    for (const Spread& spread : spreads)
        modules.push_back(pathOf(spread).module);
    using graph::ModuleId;
    each<std::vector<ModuleId>>("`can-delete a.b`", modules,
                                [&](ModuleId module) { (void)graph::whatBreaksWithout(*snapshot, module); });
    each<std::vector<ModuleId>>("`tests-for`", modules, [&](ModuleId module) {
        (void)graph::testsFor(*snapshot, module, everything);
    });
    each<std::vector<Spread>>("what `rewrite` may change", spreads, [&](const Spread& spread) {
        graph::Replacement replacement(symbols, {pathOf(spread).module, {}}, pathOf(spreads.front()));
        for (const graph::StatementRef& ref : replacement.statements())
            for (const std::uint16_t index : snapshot->namesOf(ref))
                (void)replacement.of(snapshot->importOf(ref).names[index].name);
    });
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: symbols_bench FOLDER STORE\n");
        return 2;
    }
    const auto location = project::locate(argv[1], argv[2]);
    const auto snapshot =
        location ? project::openSnapshot(*location) : facts::Result<graph::SnapshotPtr>(location.error());
    if (!snapshot) {
        std::fprintf(stderr, "symbols_bench: %s\n", snapshot.error().text().c_str());
        return 2;
    }
    measure(*snapshot);
    return 0;
}
