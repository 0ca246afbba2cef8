// What the tables hold, between SQL and the users of reader and writer.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"
#include "indexer/store/sql.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier::store {

// The scanner that reads a content: equal bytes mean other things in another kind of file.
enum class Dialect : std::uint8_t { Python, Notebook };

struct ContentKey {
    facts::BlobId blob;
    Dialect dialect = Dialect::Python;
    friend auto operator<=>(const ContentKey&, const ContentKey&) = default;

    static constexpr std::size_t kPackedSize = 21;
    [[nodiscard]] std::string packed() const;
    [[nodiscard]] static std::optional<ContentKey> unpack(std::string_view bytes);
};

struct HashKey {
    // Blob ids are hashes already.
    std::size_t operator()(const ContentKey& key) const noexcept;
};

// Of a file that has facts.
[[nodiscard]] constexpr Dialect dialectOf(facts::FileKind kind) {
    return kind == facts::FileKind::Notebook ? Dialect::Notebook : Dialect::Python;
}

using ContentId = std::int64_t;

// What a file looked like when its content was known; nanoseconds since 1970.
struct FileStamp {
    std::int64_t mtimeNs = 0, ctimeNs = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct FileRow {
    facts::FileKind kind = facts::FileKind::Python;
    std::optional<ContentId> content; // none: no facts, or not read
    std::uint64_t sizeBytes = 0;
    std::optional<FileStamp> stamp; // none: look at the file again next time
    std::vector<facts::FileProblem> problems;
    friend bool operator==(const FileRow&, const FileRow&) = default;
};

// Tells one state of a store's tables from every other one. Kept by the writer.
struct Tally {
    std::uint64_t edition = 0; // of this store, unlike that of any other made at the same place; 0: none yet
    std::uint64_t commits = 0;
    std::uint64_t files = 0;   // number of file rows
    std::uint64_t fileSum = 0; // their checksums and the edition, added up
    friend bool operator==(const Tally&, const Tally&) = default;
};

struct State {
    std::string root, revision;
    bool treeComplete = false;    // the file rows are a whole working tree, not a part of one
    bool symbolsComplete = false; // stage two has run for all of them
    std::vector<facts::ProjectProblem> problems;
    Tally tally;
    friend bool operator==(const State&, const State&) = default;
};

[[nodiscard]] std::uint64_t fileSum(std::string_view path, const FileRow& row);
enum class Stage : std::uint8_t { Imports, Symbols };
[[nodiscard]] std::uint64_t recordSum(std::string_view packedKey, ContentId id, Stage stage,
                                      std::string_view record);

[[nodiscard]] facts::Result<State> readState(Connection& connection, const std::string& path);
[[nodiscard]] facts::Status writeState(Connection& connection, const State& state);

// Whether every content that stage two reads has been through it. Notebooks have no symbols.
[[nodiscard]] bool hasAllSymbols(const facts::ProjectFacts& project);

// The columns of the file table that readFileRow() wants, in its order.
inline constexpr const char* kFileColumns = "path, kind, content, size, mtime, ctime, inode, problems, sum";
// The row that `select` stands on; nothing if it is damaged.
[[nodiscard]] std::optional<FileRow> readFileRow(const Statement& select);

// Reads the file table in order of path, each row checked, and then the whole against `state`.
class FileCursor {
public:
    FileCursor(Connection& connection, const std::string& storePath);
    // False at the end, or after an error.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view path() const { return statement_.blob(0); }
    [[nodiscard]] std::uint64_t sum() const { return static_cast<std::uint64_t>(statement_.integer(8)); }
    FileRow row;
    // After the last row.
    [[nodiscard]] facts::Status finish(const State& state) const;

private:
    Connection& connection_;
    std::string storePath_;
    Statement statement_;
    std::string lastPath_;
    std::uint64_t files_ = 0, sum_ = 0;
    bool bad_ = false, failed_ = false;
};

} // namespace espalier::store
