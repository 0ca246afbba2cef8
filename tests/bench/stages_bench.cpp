// Each stage from file to tangles on its own, on one core. Bytes per second count the bytes of the sources.
#include "app/project/open.h"
#include "bench/corpus.h"
#include "graph/analysis/tangles.h"
#include "graph/model/build.h"
#include "indexer/scan/scanner.h"
#include "indexer/source/disk_tree.h"
#include "indexer/store/reader.h"
#include "indexer/store/record.h"
#include "indexer/store/writer.h"
#include "indexer/symbols/extractor.h"

#include <tree_sitter/api.h>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>

extern "C" const TSLanguage* tree_sitter_python();

using namespace espalier;
using bench::corpus;

namespace {

// A store's file in a folder that goes with it.
class TemporaryStore {
public:
    TemporaryStore() {
        std::string pattern = (std::filesystem::temp_directory_path() / "espalier-bench-XXXXXX").string();
        folder_ = mkdtemp(pattern.data()) ? pattern : ".";
    }
    ~TemporaryStore() { std::filesystem::remove_all(folder_); }
    TemporaryStore(const TemporaryStore&) = delete;
    TemporaryStore& operator=(const TemporaryStore&) = delete;
    [[nodiscard]] std::string path() const { return folder_ / "store.sqlite"; }

private:
    std::filesystem::path folder_;
};

std::vector<std::string> encodedFacts() {
    std::vector<std::string> out;
    for (const bench::Source& source : corpus().sources)
        out.push_back(store::encode(scan::scanPython(source.bytes)));
    return out;
}

// Import facts of all sources, as a first run of the indexer leaves them.
facts::Status fill(const std::string& path, const std::vector<std::string>& records) {
    auto writer = store::Writer::open(path);
    if (!writer)
        return writer.error();
    if (const auto known = writer->load(); !known)
        return known.error();
    if (const auto begun = writer->begin(); !begun)
        return begun.error();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bench::Source& source = corpus().sources[i];
        const auto id = writer->addContent({source.blob, store::Dialect::Python}, records[i]);
        if (!id)
            return id.error();
        const store::FileRow row{
            facts::FileKind::Python, *id, source.bytes.size(), store::FileStamp{1, 2, 3}, {}};
        if (const auto put = writer->putFile(source.path, row, nullptr); !put)
            return put.error();
    }
    store::State state = writer->state();
    state.root = corpus().root;
    state.treeComplete = true;
    writer->setState(state);
    return writer->commit();
}

// A store of the whole corpus that lives as long as the program.
const std::string& filledStore() {
    static const TemporaryStore store;
    static const std::string path = [] {
        const auto filled = fill(store.path(), encodedFacts());
        return filled ? store.path() : std::string();
    }();
    return path;
}

void countBytes(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
    state.SetLabel(std::to_string(corpus().sources.size()) + " contents");
}

void list(benchmark::State& state) {
    const auto tree = source::DiskTree::open({.root = corpus().root, .exclude = {}});
    for (auto _ : state)
        benchmark::DoNotOptimize((*tree)->list(source::Scope::whole(), false));
    countBytes(state);
}

void scanImports(benchmark::State& state) {
    for (auto _ : state)
        for (const bench::Source& source : corpus().sources)
            benchmark::DoNotOptimize(scan::scanPython(source.bytes));
    countBytes(state);
}

// What extraction cannot be faster than.
void treeSitterAlone(benchmark::State& state) {
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_python());
    for (auto _ : state)
        for (const bench::Source& source : corpus().sources)
            ts_tree_delete(ts_parser_parse_string(parser, nullptr, source.text.data(),
                                                  static_cast<std::uint32_t>(source.text.size())));
    ts_parser_delete(parser);
    countBytes(state);
}

void extractSymbols(benchmark::State& state) {
    for (auto _ : state)
        for (const bench::Source& source : corpus().sources)
            benchmark::DoNotOptimize(symbols::extractSymbols(source.text));
    countBytes(state);
}

void encodeFacts(benchmark::State& state) {
    std::vector<facts::SourceFacts> all;
    for (const bench::Source& source : corpus().sources)
        all.push_back(scan::scanPython(source.bytes));
    for (auto _ : state)
        for (const facts::SourceFacts& one : all)
            benchmark::DoNotOptimize(store::encode(one));
    countBytes(state);
}

void writeStore(benchmark::State& state) {
    const std::vector<std::string> records = encodedFacts();
    for (auto _ : state) {
        const TemporaryStore store;
        if (!fill(store.path(), records))
            return state.SkipWithError("cannot write a store");
        state.counters["store/source"] = static_cast<double>(std::filesystem::file_size(store.path())) /
                                         static_cast<double>(corpus().bytes);
    }
    countBytes(state);
}

void readStore(benchmark::State& state) {
    for (auto _ : state)
        if (!store::readProject(filledStore()))
            return state.SkipWithError("cannot read the store");
    countBytes(state);
}

void resolve(benchmark::State& state) {
    const auto facts = store::readProject(filledStore());
    if (!facts)
        return state.SkipWithError("cannot read the store");
    for (auto _ : state)
        benchmark::DoNotOptimize(graph::buildSnapshot(*facts, {}));
    countBytes(state);
}

// Reading the store, the configuration, and building the graph.
void load(benchmark::State& state) {
    for (auto _ : state)
        if (!project::openSnapshot({corpus().root, filledStore()}, false))
            return state.SkipWithError("cannot open the store");
    countBytes(state);
}

void findTangles(benchmark::State& state) {
    const auto snapshot = project::openSnapshot({corpus().root, filledStore()}, false);
    if (!snapshot)
        return state.SkipWithError("cannot open the store");
    const graph::EdgeFilter filter{.kinds = graph::KindSet::all()};
    for (auto _ : state)
        benchmark::DoNotOptimize(graph::tangles(**snapshot, filter));
    countBytes(state);
}

#define STAGE(function) BENCHMARK(function)->Unit(benchmark::kMillisecond)
STAGE(list);
STAGE(scanImports);
STAGE(treeSitterAlone);
STAGE(extractSymbols);
STAGE(encodeFacts);
STAGE(writeStore);
STAGE(readStore)->UseRealTime();
STAGE(resolve);
STAGE(load)->UseRealTime();
STAGE(findTangles);

} // namespace
