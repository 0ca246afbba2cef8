// Finding symbols as one types, among a million of them: those of the corpus, again and again.
//
// Every other copy has its own names, made of the first half of one real name and the second half of another,
// so that there are also many more different names than the corpus has.
#include "bench/corpus.h"
#include "graph/symbols/symbol_search.h"
#include "indexer/scan/scanner.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

namespace {

using namespace espalier;

constexpr std::size_t kSymbols = 1'000'000;

bool isSymbol(const facts::Binding& b) {
    return b.when == facts::EdgeKind::Import &&
           (b.kind == facts::BindingKind::Definition || b.kind == facts::BindingKind::Assignment ||
            b.kind == facts::BindingKind::Alias);
}

graph::SnapshotPtr millionSymbols() {
    std::vector<facts::SourceFacts> real;
    std::vector<std::string> names;
    for (const bench::Source& source : bench::corpus().sources) {
        real.push_back(scan::scanPython(source.bytes));
        std::erase_if(real.back().bindings, [](const facts::Binding& b) { return !isSymbol(b); });
        for (const facts::Binding& b : real.back().bindings)
            names.push_back(b.name);
    }
    auto out = std::make_shared<graph::Snapshot>();
    std::size_t made = 0;
    for (std::size_t copy = 0; made < kSymbols && !names.empty(); ++copy)
        for (std::size_t i = 0; i < real.size() && made < kSymbols; ++i) {
            auto facts = std::make_shared<facts::SourceFacts>(real[i]);
            for (std::size_t k = 0; k < facts->bindings.size() && copy % 2 == 1; ++k) {
                std::string& name = facts->bindings[k].name;
                const std::string& other = names[(made * 7919 + k * 104729 + copy) % names.size()];
                name = name.substr(0, (name.size() + 1) / 2) + other.substr(other.size() / 2);
            }
            made += facts->bindings.size();
            graph::Module module;
            module.name = "copy" + std::to_string(copy) + '.' + bench::corpus().sources[i].path;
            module.file = facts::FileId(out->project.files.size());
            out->modules.push_back(std::move(module));
            out->project.files.emplace_back().facts = std::move(facts);
        }
    return out;
}

const graph::SymbolSearch& search() {
    static const graph::SymbolSearch made(millionSymbols());
    return made;
}

void buildSymbolSearch(benchmark::State& state) {
    const graph::SnapshotPtr& snapshot = search().snapshot();
    for (auto _ : state)
        benchmark::DoNotOptimize(graph::SymbolSearch(snapshot));
    state.counters["symbols"] = static_cast<double>(search().symbolCount());
    state.counters["names"] = static_cast<double>(search().nameCount());
}

void findSymbols(benchmark::State& state, const char* query) {
    std::size_t found = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(found = search().find(query, 12).size());
    state.counters["found"] = static_cast<double>(found);
}

#define QUERY(name, text) BENCHMARK_CAPTURE(findSymbols, name, text)->Unit(benchmark::kMillisecond)
BENCHMARK(buildSymbolSearch)->Unit(benchmark::kMillisecond);
QUERY(oneLetter, "e");
QUERY(twoLetters, "ma");
QUERY(aWord, "manager");
QUERY(partsOfWords, "getman");
QUERY(scattered, "wsmf");
QUERY(withModule, "core:manager");
QUERY(withNoSuchModule, "zzqxj:e");
QUERY(nothing, "zzqxj");
QUERY(manyLetters, "websocket_manager_factory");

} // namespace
