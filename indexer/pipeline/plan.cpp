#include "indexer/pipeline/plan.h"

#include <algorithm>
#include <unordered_set>

namespace espalier::pipeline {
namespace {

constexpr std::uint64_t kLargeBytes = 1'000'000;

bool looksUnchanged(const source::Entry& entry, const store::FileRow& before) {
    return before.content && before.kind == entry.kind && before.sizeBytes == entry.stat.sizeBytes &&
           before.stamp == stampOf(entry.stat, true);
}

// In order of path.
std::vector<const KnownFile*> rowsWithin(const store::Known& known, const source::Scope& scope) {
    std::vector<const KnownFile*> rows;
    if (scope.isWhole()) {
        rows.reserve(known.files.size());
        for (const KnownFile& file : known.files)
            rows.push_back(&file);
        return rows;
    }
    for (const std::string& path : scope.paths()) {
        if (const auto exact = known.files.find(path); exact != known.files.end())
            rows.push_back(&*exact);
        const std::string folder = path + "/";
        for (auto at = known.files.lower_bound(folder);
             at != known.files.end() && at->first.starts_with(folder); ++at)
            rows.push_back(&*at);
    }
    std::sort(rows.begin(), rows.end(),
              [](const KnownFile* a, const KnownFile* b) { return a->first < b->first; });
    return rows;
}

} // namespace

store::ContentKey contentKey(const facts::BlobId& blob, facts::FileKind kind) {
    return {blob, store::dialectOf(kind)};
}

std::optional<store::FileStamp> stampOf(const source::FileStat& stat, bool settled) {
    if (!settled)
        return std::nullopt;
    return store::FileStamp{stat.mtimeNs, stat.ctimeNs, stat.inode};
}

Plan makePlan(const source::Listing& listing, const store::Known& known, const source::Scope& scope) {
    using Basis = PlannedFile::Basis;
    Plan plan;
    plan.files.resize(listing.entries.size());
    const std::vector<const KnownFile*> rows = rowsWithin(known, scope);
    auto row = rows.begin();
    std::unordered_set<store::ContentKey, store::HashKey>
        promised; // will be known once its first file is read
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
        const source::Entry& entry = listing.entries[i];
        PlannedFile& file = plan.files[i];
        for (; row != rows.end() && (*row)->first < entry.path; ++row)
            plan.gone.push_back(*row);
        if (row != rows.end() && (*row)->first == entry.path)
            file.before = &(*row++)->second;
        file.row.kind = entry.kind;
        file.row.sizeBytes = entry.stat.sizeBytes;
        file.row.problems = entry.problems;
        if (!entry.readable || !source::hasFacts(entry.kind))
            continue;
        if (file.before && looksUnchanged(entry, *file.before)) {
            file.basis = Basis::Unchanged;
            file.row.content = file.before->content;
            file.row.stamp = file.before->stamp;
            continue;
        }
        if (entry.indexedBlob) {
            file.basis = Basis::Index;
            file.content = contentKey(*entry.indexedBlob, entry.kind);
            file.row.stamp = stampOf(entry.stat, entry.stat.settledAt(listing.startedNs));
            if (known.ids.contains(*file.content) || !promised.insert(*file.content).second)
                continue;
        } else {
            file.basis = Basis::Read;
        }
        plan.toRead.push_back(i);
    }
    plan.gone.insert(plan.gone.end(), row, rows.end());
    sortForReading(plan.toRead, listing);
    return plan;
}

void sortForReading(std::vector<std::size_t>& files, const source::Listing& listing) {
    const auto size = [&](std::size_t i) { return listing.entries[i].stat.sizeBytes; };
    const auto small = std::stable_partition(files.begin(), files.end(),
                                             [&](std::size_t i) { return size(i) >= kLargeBytes; });
    std::stable_sort(files.begin(), small, [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
}

} // namespace espalier::pipeline
