#include "bench/corpus.h"

#include "indexer/scan/decode.h"
#include "indexer/source/blob_hash.h"
#include "indexer/source/disk_tree.h"

#include <cstdio>
#include <cstdlib>
#include <set>

namespace espalier::bench {
namespace {

[[noreturn]] void giveUp(const std::string& why) {
    std::fprintf(stderr, "espalier_bench: %s\n", why.c_str());
    std::exit(2);
}

Corpus read(const std::string& folder) {
    const auto tree = source::DiskTree::open({.root = folder, .exclude = {}});
    if (!tree)
        giveUp(tree.error().text());
    const auto listing = (*tree)->list(source::Scope::whole(), false);
    if (!listing)
        giveUp(listing.error().text());
    Corpus out;
    out.root = (*tree)->root();
    std::set<facts::BlobId> seen;
    for (const source::Entry& entry : listing->entries) {
        source::Content content = (*tree)->read(entry);
        if (entry.kind != facts::FileKind::Python || content.state != source::Content::State::Read)
            continue;
        const facts::BlobId blob = source::blobId(content.bytes);
        if (!seen.insert(blob).second)
            continue;
        out.bytes += static_cast<std::int64_t>(content.bytes.size());
        std::string text(scan::decodeSource(content.bytes).text);
        out.sources.push_back({entry.path, blob, std::move(content.bytes), std::move(text)});
    }
    if (out.sources.empty())
        giveUp("no Python files in " + folder);
    return out;
}

} // namespace

const Corpus& corpus() {
    static const Corpus loaded = [] {
        const char* folder = std::getenv("ESPALIER_BENCH_FOLDER");
        if (!folder)
            giveUp("ESPALIER_BENCH_FOLDER names no folder");
        return read(folder);
    }();
    return loaded;
}

} // namespace espalier::bench
