// What the past of a project says: the commits of one line, and which files each of them had.
#pragma once

#include "indexer/facts/project_facts.h"

#include <cstdint>
#include <string>
#include <vector>

namespace espalier::facts {

struct Commit {
    std::string id;                           // 40 hexadecimal digits
    std::vector<std::string> parents;         // the same; the first is the one before on the line
    std::string author, email;                // UTF-8, whatever the commit is encoded in
    std::string subject;                      // the message's first line, UTF-8
    std::int64_t authored = 0, committed = 0; // seconds since 1970
    std::int32_t offsetMinutes = 0;           // of `committed`, east of UTC
    friend bool operator==(const Commit&, const Commit&) = default;
};

// A file as a commit has it.
struct TreeFile {
    std::string path; // relative to the project folder; bytes, may be invalid UTF-8
    FileKind kind = FileKind::Python;
    BlobId blob;
    friend auto operator<=>(const TreeFile&, const TreeFile&) = default;
};

// A commit, and how its files differ from those of the commit before.
struct Revision {
    Commit commit;
    bool whole = false;                   // `present` are all files, whatever there was before
    std::vector<TreeFile> present;        // new, or with another content; sorted
    std::vector<std::string> gone;        // sorted
    std::vector<ProjectProblem> problems; // folders that cannot be read
    friend bool operator==(const Revision&, const Revision&) = default;
};

// A first-parent line: from each commit to its first parent.
struct Timeline {
    bool cut = false; // the line goes further back than was asked for, or than the clone has it
    std::vector<Revision> revisions; // oldest first
};

} // namespace espalier::facts
