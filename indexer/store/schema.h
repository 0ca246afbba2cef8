// The tables of a store.
//
// Facts are packed records, one per distinct content and stage, not rows. Measured on 25,059 files with
// 11,362 distinct contents: stage one of all takes 21 MB; reading it back, 302,587 statements and 459,675
// bindings counted by file, costs 100 ms of processor time, spread over the cores.
//
// - content (id, key, sum, imports): a distinct content, its key (blob id and dialect), and stage one
// (record.h);
// - symbols (content, sum, record): stage two;
// - file (path, kind, content, …): the working tree as last indexed, with what tells whether a file has
// changed;
// - state, one row: root, HEAD, completeness, problems, and what tells this state of the tables from others.
//
// Every record and every file row carries a checksum over itself and its key, and `state` the sum of the file
// rows' checksums, so that a row that is lost or altered is noticed. An index that disagrees with its table
// would be damage that no checksum shows: there are no indexes but the tables' own order, and the whole is
// read table by table. The reader of changes does search, by path and by content id: a row that it finds is
// checked as ever, and one that it misses makes the sum of what it holds differ from `state`'s. The past has
// a file of its own (archive.h): opening the working tree would have to step over all of it.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/store/sql.h"

namespace espalier::store {

// How a file of ours is made and recognised.
struct Format {
    std::int64_t applicationId; // SQLite's application_id: without it no file is ever replaced
    std::int64_t version;       // a file with another one is built anew
    const char* tables;         // SQL
};

// Raised whenever the encoding, or what scanner and extractor find in a file, changes.
inline constexpr std::int64_t kSchemaVersion = 12;
extern const Format kStoreFormat; // "Espl"

// Makes the tables in an empty file.
[[nodiscard]] facts::Status createTables(Connection& connection, const Format& format);

// An error for a file made by another version, naming both.
[[nodiscard]] facts::Error versionError(const std::string& path, std::int64_t found, const Format& format);

// Errors: no file there, not one of ours, of another version.
[[nodiscard]] facts::Result<Connection> openForReading(const std::string& path,
                                                       const Format& format = kStoreFormat);

} // namespace espalier::store
