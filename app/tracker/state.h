// One state of a code base, as claims are held against it: its snapshot, and its files.
#pragma once

#include "graph/model/snapshot.h"
#include "indexer/source/source_tree.h"
#include "indexer/text/search.h"

#include <atomic>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

// Used by one thread.
class State {
public:
    // `tree` lists every file of what `snapshot` is of. `folders`, sorted: where a name without its folder is
    // looked for first; copies come last. `known`: by name, shared with other states. It and `cancel` have to
    // outlive this.
    using KnownMentions = std::map<std::string, text::Known>;
    State(graph::SnapshotPtr snapshot, std::unique_ptr<source::SourceTree> tree,
          std::vector<std::string> folders, KnownMentions& known, const std::atomic<bool>& cancel);

    [[nodiscard]] const graph::Snapshot& snapshot() const { return *snapshot_; }

    // The files, or the folders ("a/b/"), that a path as people write it means: the one that it names, with
    // or without a '/' before it, else those whose paths end with it. Several if it could be any of them.
    [[nodiscard]] std::vector<std::string> files(const std::string& written) const;
    // The modules that a path, or a dotted name, or its last part could mean.
    [[nodiscard]] std::vector<graph::ModuleId> modules(const std::string& written) const;
    // The only one of them; nothing if there is none, or several.
    [[nodiscard]] std::optional<graph::ModuleId> module(const std::string& written) const;

    // The lines of a file; nothing if it cannot be read.
    [[nodiscard]] std::optional<std::vector<std::string>> lines(const std::string& path) const;
    // What its statements say; null for what is not Python, or cannot be read.
    [[nodiscard]] const facts::SourceFacts* facts(const std::string& path) const;

    struct Mentions {
        std::size_t places = 0, files = 0;             // in all text files
        std::size_t pythonPlaces = 0, pythonFiles = 0; // of these, in Python
        text::Letters letters, pythonLetters;          // parts of longer words included
        std::size_t unread = 0;                        // files that could not be looked at
    };
    // Reads all files when a name is first asked for. Nothing if it was cancelled, or cannot be looked for.
    [[nodiscard]] std::optional<Mentions> mentions(const std::string& name);

    struct Place {
        std::string path;
        const facts::ImportStatement* statement = nullptr;
    };
    // Statements that import a module, or anything called so, each once; by path.
    [[nodiscard]] std::vector<Place> importers(const std::string& name) const;
    // Statements that may import one of these dotted names, or a name from a module called so, each once; by
    // path. Goes through all statements when it is first asked.
    [[nodiscard]] std::vector<Place> mayImport(const std::vector<std::string>& names);

private:
    [[nodiscard]] std::vector<std::string> preferred(std::vector<std::string> paths) const;
    void collectImported();

    graph::SnapshotPtr snapshot_;
    std::unique_ptr<source::SourceTree> tree_;
    std::vector<std::string> folders_;
    KnownMentions& known_;
    const std::atomic<bool>& cancel_;
    std::vector<std::string> paths_; // of all files, sorted
    std::map<std::string, std::optional<Mentions>> mentions_;

    // A tracker asks who has a statement once for each of its rows: of 270,000 statements, looking at each
    // took 70 ms.
    struct Imported {
        std::size_t name = 0; // the hash of a dotted name, or of the part before its last dot
        std::uint32_t file = 0, import = 0;
        auto operator<=>(const Imported&) const = default;
    };
    std::optional<std::vector<Imported>> imported_; // sorted
};

// Written as one; not an import that is only implied.
[[nodiscard]] bool isStatement(const facts::ImportStatement& statement);

// The dotted names that a statement in a module imports: "a.b.c" for `from a.b import c`, "a.b" for `import
// a.b`; "a.b.*" for a star; "a.b" for a `from` without names. Relative ones as seen from `importer`, a
// module's name.
[[nodiscard]] std::vector<std::string> importedNames(const facts::ImportStatement& statement,
                                                     std::string_view importer, bool importerIsPackage);

struct Importer {
    std::string module; // empty: the file is none
    bool isPackage = false;
};
[[nodiscard]] Importer importerOf(const graph::Snapshot& snapshot, const std::string& path);

} // namespace espalier::tracker
