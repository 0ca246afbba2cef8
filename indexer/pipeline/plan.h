// What has to be read: the comparison of a listing with what the store knows. No file is touched here.
#pragma once

#include "indexer/source/source_tree.h"
#include "indexer/store/writer.h"

#include <optional>
#include <vector>

namespace espalier::pipeline {

struct PlannedFile {
    // What is known about the file's content, and from where.
    enum class Basis : std::uint8_t {
        None,      // has no content: another kind of file, or one that cannot be read
        Unchanged, // looks as it did last time
        Index,     // git's index names the content
        Read,      // nothing is known, or it has been read by now: `content` tells which
        Gone,      // vanished since it was listed
    };
    Basis basis = Basis::None;
    std::optional<store::ContentKey> content; // of Index, and of Read once read
    store::FileRow row;                       // without `content` (the id) until the end, but for Unchanged
    const store::FileRow* before = nullptr;   // the path's row in the store
};

using KnownFile = std::pair<const std::string, store::FileRow>;

struct Plan {
    std::vector<PlannedFile> files;     // as the listing's entries
    std::vector<const KnownFile*> gone; // rows of the store without an entry in the listing
    std::vector<std::size_t> toRead;    // indexes of files, in the order of reading
};

[[nodiscard]] store::ContentKey contentKey(const facts::BlobId& blob, facts::FileKind kind);

// Compares a listing of `scope` with what is known of the same. `known` must outlive the plan.
[[nodiscard]] Plan makePlan(const source::Listing& listing, const store::Known& known,
                            const source::Scope& scope);

// Large files first, so that none of them keeps a single core busy at the end; the others as listed, which is
// kind to disks.
void sortForReading(std::vector<std::size_t>& files, const source::Listing& listing);

[[nodiscard]] std::optional<store::FileStamp> stampOf(const source::FileStat& stat, bool settled);

} // namespace espalier::pipeline
