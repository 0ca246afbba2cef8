// The past of a project, in a file of its own beside its store: the commits of first-parent lines, and the
// facts of every content that they had. The working tree's store is not touched, so that both can be brought
// up to date at once, and the working tree opens no slower for its past.
//
// - content (key, id, stages): a distinct content by its key (blob id and dialect), and which facts of it are
//   there;
// - imports, symbols (id, sum, record): facts of stage one and two, encoded as in the store and compressed.
//   Stage two comes when somebody asks;
// - revision (line, position, sum, record): a commit with what it changed, counted from the oldest;
// - note (name, sum, record): small things that were found out from the past and take long to find again;
// - line (name, sum, record): how many revisions a line has, and their sums added up.
//
// A content that is lost is found again by the next update; a line that lacks a row is known to be damaged.
#pragma once

#include "indexer/facts/history.h"
#include "indexer/store/rows.h"
#include "indexer/store/store_file.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace espalier::store {

extern const Format kArchiveFormat; // "Espa"

// Where the archive of a store lies.
[[nodiscard]] std::string archivePath(const std::string& storePath);

struct ArchivedContent {
    ContentId id = 0;
    bool imports = false, symbols = false; // which facts are there
};
using ArchivedContents = std::unordered_map<ContentKey, ArchivedContent, HashKey>;

class ArchiveWriter {
public:
    // Errors: as StoreFile::open().
    [[nodiscard]] static facts::Result<ArchiveWriter> open(const std::string& path);

    [[nodiscard]] const ArchivedContents& contents() const { return contents_; }
    // Nothing if there is no such line, or if it is damaged.
    [[nodiscard]] facts::Result<std::optional<facts::Timeline>> line(const std::string& name);

    // Everything below belongs into a transaction.
    [[nodiscard]] facts::Status begin();
    [[nodiscard]] facts::Status commit();
    // `record` from encode() of record.h, compressed; stage one comes first.
    [[nodiscard]] facts::Status add(const ContentKey& key, Stage stage, std::string_view record);
    // Makes the line that of `timeline`, whose first `kept` revisions it has already.
    [[nodiscard]] facts::Status putLine(const std::string& name, const facts::Timeline& timeline,
                                        std::size_t kept);

    [[nodiscard]] facts::Status putNote(const std::string& name, std::string_view text);

private:
    struct Statements {
        Statement putContent, addImports, addSymbols;
    };
    explicit ArchiveWriter(StoreFile file)
        : file_(std::move(file)) {}

    StoreFile file_;
    std::optional<Statements> statements_; // finalised before the connection is closed
    ArchivedContents contents_;
    ContentId nextId_ = 1;
};

class ArchiveReader {
public:
    // Errors: no such file, of another version, not ours, damaged.
    [[nodiscard]] static facts::Result<ArchiveReader> open(const std::string& path);

    // Nothing if there is no such line. Errors: damaged.
    [[nodiscard]] facts::Result<std::optional<facts::Timeline>> line(const std::string& name);

    // Nothing if there is none that is sound.
    [[nodiscard]] std::optional<std::string> note(const std::string& name);
    // The same of the archive at `path`, without reading which contents it has: that takes longer than a
    // small note.
    [[nodiscard]] static std::optional<std::string> noteOf(const std::string& path, const std::string& name);

    struct Facts {
        std::shared_ptr<const facts::SourceFacts> imports;
        std::shared_ptr<const facts::SymbolFacts> symbols;
    };
    // Null where the archive has none, or none that is sound. Several threads decode.
    [[nodiscard]] facts::Result<std::vector<Facts>> facts(std::span<const ContentKey> keys, bool symbols);

private:
    ArchiveReader(Connection connection, std::string path)
        : connection_(std::move(connection))
        , path_(std::move(path)) {}

    [[nodiscard]] facts::Status read(std::span<const ContentKey> keys, Stage stage, std::vector<Facts>& out);

    Connection connection_;
    std::string path_;
    ArchivedContents contents_;
};

} // namespace espalier::store
