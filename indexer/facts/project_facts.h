// All facts of one state of a project: the hand-over from the indexer's side (store) to the graph's.
#pragma once

#include "indexer/facts/ids.h"
#include "indexer/facts/source_facts.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace espalier::facts {

// A git blob id (SHA-1 over "blob <size>\0" and the content), whether or not the file is in a git repository.
struct BlobId {
    std::array<std::uint8_t, 20> bytes{};
    friend auto operator<=>(const BlobId&, const BlobId&) = default;
    [[nodiscard]] std::string hex() const;
};

enum class FileKind : std::uint8_t {
    Python,    // .py
    Stub,      // .pyi: not importable, kept apart
    Notebook,  // .ipynb: importer only; lines count through its code cells
    Extension, // .so, .pyd, .pyx, .pxd: makes a module name exist, has no facts
    Marker,    // pyproject.toml, setup.cfg: says that its folder may be a project of its own (setup.py is Python)
    Other,     // any other file; only listed where all text is searched, and never stored
};

struct SourceFile {
    std::string path; // relative to the project folder, '/' between parts; bytes as on disk, may be invalid UTF-8
    FileKind kind = FileKind::Python;
    BlobId blob;
    std::uint64_t sizeBytes = 0;
    // Null for Extension and Marker files, and for files that could not be read (`problems` says why). Files of equal
    // content share one record.
    std::shared_ptr<const SourceFacts> facts;
    std::shared_ptr<const SymbolFacts> symbols; // null until stage two has run
    std::vector<FileProblem> problems;          // of this path rather than of its content: unreadable, too large, …
    std::uint64_t storeSum = 0; // the store's checksum of this file's row; 0 where the facts are from no store
};

// A problem of the project that belongs to no listed file: an unreadable folder, a bad configuration.
struct ProjectProblem {
    std::string path; // relative; empty: the project itself
    FileProblem problem;
    friend bool operator==(const ProjectProblem&, const ProjectProblem&) = default;
};

struct ProjectFacts {
    std::string root;     // absolute path of the project folder (or of the repository, for a commit)
    std::string revision; // full commit id of HEAD or of the commit opened; empty outside git
    bool workingTree = true; // files as on disk, which may differ from `revision`
    bool complete = true;    // false: the first indexing was interrupted, or is under way; `files` is a part
    std::vector<SourceFile> files; // sorted by path, as bytes
    std::vector<ProjectProblem> problems;
    std::uint64_t storeSum = 0; // what the files' sums add up to in their store: see store::readChanges()
};

} // namespace espalier::facts
