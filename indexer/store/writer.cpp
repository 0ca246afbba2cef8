#include "indexer/store/writer.h"

#include "indexer/store/bytes.h"
#include "indexer/store/record.h"
#include "indexer/store/schema.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace espalier::store {
namespace {

namespace fs = std::filesystem;

// Whether the file is a store of ours, judged without SQLite, which may refuse a damaged one. An empty file
// is fine.
bool isOurs(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return true;
    if (!fs::is_regular_file(status)) // a pipe would never open, and a device must not be deleted
        return false;
    if (fs::file_size(path, error) == 0 || hasLockFile(path))
        return true;
    std::array<char, 72> head{};
    std::ifstream in(path, std::ios::binary);
    in.read(head.data(), head.size());
    std::int64_t id = 0; // big-endian, at byte 68 of SQLite's file header
    for (std::size_t i = 68; i < head.size(); ++i)
        id = id << 8 | static_cast<unsigned char>(head[i]);
    return std::string_view(head.data(), 15) == "SQLite format 3" && id == kApplicationId;
}

facts::Status deleteFiles(const std::string& path) {
    for (const char* suffix : {"-wal", "-shm", ""}) {
        std::error_code error;
        fs::remove(path + suffix, error);
        if (error)
            return facts::Error{"cannot delete the old store: " + error.message(), path + suffix,
                                "delete it by hand, or choose another place with --store FILE"};
    }
    return facts::Done{};
}

// Two stores are not made in one nanosecond by one process.
std::uint64_t newEdition() {
    ByteWriter bytes;
    bytes.number(static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()));
    bytes.number(static_cast<std::uint64_t>(getpid()));
    return checksum(bytes.bytes(), 0) | 1;
}

// Verifies the stage-two records against their contents.
bool readSymbols(Connection& connection, Known& known, bool& damaged) {
    Statement select = connection.prepare("SELECT content, sum, record FROM symbols");
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const ContentId id = select.integer(0);
        const auto content = known.contents.find(id);
        if (content == known.contents.end() ||
            static_cast<std::uint64_t>(select.integer(1)) !=
                recordSum(content->second.key.packed(), id, Stage::Symbols, select.blob(2))) {
            damaged = true;
            return false;
        }
        content->second.hasSymbols = true;
    }
    return step == Statement::Step::Done;
}

} // namespace

std::size_t HashKey::operator()(const ContentKey& key) const noexcept {
    std::size_t hash;
    std::memcpy(&hash, key.blob.bytes.data(), sizeof hash);
    return hash ^ static_cast<std::size_t>(key.dialect);
}

facts::Result<Writer> Writer::open(const std::string& path, const WriterOptions& options) {
    std::error_code error;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::create_directories(folder, error) && error)
        return facts::Error{"cannot make the store's folder: " + error.message(), folder.string(),
                            "choose another place with --store FILE"};
    if (!isOurs(path))
        return facts::Error{"not a store of Espalier; it is left alone", path,
                            "give another file with --store FILE"};
    auto lock = Lock::acquire(path);
    if (!lock)
        return lock.error();
    Writer writer(path, std::move(*lock), options);
    if (auto status = writer.connect(); !status)
        return status.error();
    return writer;
}

facts::Status Writer::connect() {
    auto connection = Connection::open(path_, Connection::Mode::Write);
    if (!connection)
        return connection.error();
    connection_ = std::move(*connection);
    const std::int64_t version = connection_->pragma("PRAGMA user_version");
    if (version > kSchemaVersion)
        return versionError(path_, version);
    const std::int64_t tables = version < 0 ? -1 : connection_->pragma("SELECT count(*) FROM sqlite_master");
    if (tables < 0 && !connection_->damaged())
        return connection_->error();
    if (tables < 0 || (tables > 0 && version != kSchemaVersion))
        return rebuild();
    if (options_.maxPages > 0)
        connection_->pragma(("PRAGMA max_page_count = " + std::to_string(options_.maxPages)).c_str());
    if (tables == 0)
        if (auto status = createTables(*connection_); !status)
            return status;
    // Nothing waits for the disk, which takes 1 to 30 ms each time. A failure of the power can damage the
    // store then, that of a process cannot; damage is noticed, and facts can be found again.
    if (!connection_->execute("PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 4000;"))
        return connection_->damaged() ? rebuild() : facts::Status(connection_->error());
    return facts::Done{};
}

// Facts are disposable: whatever was in there can be found again.
facts::Status Writer::rebuild() {
    statements_.reset();
    connection_.reset();
    if (auto status = deleteFiles(path_); !status)
        return status;
    return connect();
}

facts::Result<Known> Writer::load() {
    auto known = readKnown();
    if (!known && connection_ && (connection_->damaged() || known.error().what == damagedError(path_).what)) {
        if (auto status = rebuild(); !status)
            return status.error();
        known = readKnown();
    }
    if (!known)
        return known.error();
    if (known->state.tally.edition == 0)
        known->state.tally.edition = known->state.tally.fileSum = newEdition();
    state_ = known->state;
    prepareStatements();
    return known;
}

facts::Result<bool> Writer::resume(const State& state) {
    auto found = readState(*connection_, path_);
    if (!found)
        return found.error().what == damagedError(path_).what ? facts::Result<bool>(false) : found.error();
    if (*found != state)
        return false;
    state_ = state;
    nextId_ = connection_->pragma("SELECT coalesce(max(id), 0) + 1 FROM content");
    if (nextId_ < 0)
        return false;
    prepareStatements();
    return true;
}

facts::Result<Known> Writer::readKnown() {
    Known known;
    auto state = readState(*connection_, path_);
    if (!state)
        return state.error();
    known.state = std::move(*state);

    FileCursor files(*connection_, path_);
    while (files.next())
        known.files.emplace_hint(known.files.end(), files.path(), std::move(files.row));
    if (auto status = files.finish(known.state); !status)
        return status.error();

    Statement select = connection_->prepare("SELECT id, key, sum, imports FROM content");
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const ContentId id = select.integer(0);
        const auto key = ContentKey::unpack(select.blob(1));
        if (!key || static_cast<std::uint64_t>(select.integer(2)) !=
                        recordSum(select.blob(1), id, Stage::Imports, select.blob(3)))
            return damagedError(path_);
        known.contents.emplace(id, KnownContent{*key, false});
        if (!known.ids.emplace(*key, id).second)
            return damagedError(path_);
        nextId_ = std::max(nextId_, id + 1);
    }
    if (step == Statement::Step::Failed)
        return connection_->error();
    bool damaged = false;
    if (!readSymbols(*connection_, known, damaged))
        return damaged ? damagedError(path_) : connection_->error();
    for (const auto& [path, row] : known.files)
        if (row.content && !known.contents.contains(*row.content))
            return damagedError(path_);
    return known;
}

void Writer::prepareStatements() {
    statements_ = Statements{
        connection_->prepare("INSERT INTO content VALUES(?, ?, ?, ?)"),
        connection_->prepare("INSERT INTO symbols VALUES(?, ?, ?)"),
        connection_->prepare("INSERT OR REPLACE INTO file VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        connection_->prepare("DELETE FROM file WHERE path = ?"),
    };
}

facts::Status Writer::outcome(bool ok) {
    if (ok)
        return facts::Done{};
    damaged_ = damaged_ || connection_->damaged();
    return connection_->error();
}

Writer::~Writer() {
    statements_.reset();
    connection_.reset();
    if (damaged_)
        (void)deleteFiles(path_);
}

facts::Status Writer::begin() {
    return outcome(connection_->execute("BEGIN IMMEDIATE"));
}

facts::Status Writer::commit() {
    ++state_.tally.commits;
    if (auto status = writeState(*connection_, state_); !status)
        return status;
    return outcome(connection_->execute("COMMIT"));
}

facts::Result<ContentId> Writer::addContent(const ContentKey& key, std::string_view record) {
    const ContentId id = nextId_++;
    const std::string packed = key.packed();
    const std::uint64_t sum = recordSum(packed, id, Stage::Imports, record);
    Statement& insert = statements_->addContent;
    insert.bind(1, id)
        .bind(2, std::string_view(packed))
        .bind(3, static_cast<std::int64_t>(sum))
        .bind(4, record);
    if (auto status = outcome(insert.run()); !status)
        return status.error();
    return id;
}

facts::Status Writer::addSymbols(const ContentKey& key, ContentId id, std::string_view record) {
    const std::uint64_t sum = recordSum(key.packed(), id, Stage::Symbols, record);
    return outcome(
        statements_->addSymbols.bind(1, id).bind(2, static_cast<std::int64_t>(sum)).bind(3, record).run());
}

facts::Status Writer::putFile(std::string_view path, const FileRow& row, const FileRow* before) {
    const std::uint64_t sum = fileSum(path, row);
    const std::string problems = encode(row.problems);
    Statement& put = statements_->putFile;
    put.bind(1, path)
        .bind(2, static_cast<std::int64_t>(row.kind))
        .bind(4, static_cast<std::int64_t>(row.sizeBytes));
    if (row.content)
        put.bind(3, *row.content);
    else
        put.bindNull(3);
    if (row.stamp)
        put.bind(5, row.stamp->mtimeNs)
            .bind(6, row.stamp->ctimeNs)
            .bind(7, static_cast<std::int64_t>(row.stamp->inode));
    else
        put.bindNull(5).bindNull(6).bindNull(7);
    put.bind(8, std::string_view(problems)).bind(9, static_cast<std::int64_t>(sum));
    state_.tally.fileSum += sum - (before ? fileSum(path, *before) : 0);
    state_.tally.files += before ? 0 : 1;
    return outcome(put.run());
}

facts::Status Writer::removeFile(std::string_view path, const FileRow& before) {
    state_.tally.fileSum -= fileSum(path, before);
    --state_.tally.files;
    return outcome(statements_->removeFile.bind(1, path).run());
}

void Writer::setState(const State& state) {
    const Tally tally = state_.tally;
    state_ = state;
    state_.tally = tally;
}

} // namespace espalier::store
