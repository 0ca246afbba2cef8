// The files that the benchmarks work on: those that the indexer would read of one folder, each content once.
#pragma once

#include "indexer/source/source_tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace espalier::bench {

struct Source {
    std::string path; // relative
    facts::BlobId blob;
    std::string bytes; // as on disk
    std::string text;  // UTF-8
};

struct Corpus {
    std::string root;
    std::vector<Source> sources; // .py files in order of path
    std::int64_t bytes = 0;      // of all sources
};

// The folder that the environment variable ESPALIER_BENCH_FOLDER names, read once. Ends the program if there
// is none.
[[nodiscard]] const Corpus& corpus();

} // namespace espalier::bench
