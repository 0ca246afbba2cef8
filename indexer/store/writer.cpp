#include "indexer/store/writer.h"

#include "indexer/store/bytes.h"
#include "indexer/store/record.h"
#include "indexer/store/schema.h"

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace espalier::store {
namespace {

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

facts::Result<Writer> Writer::open(const std::string& path, const WriterOptions& options) {
    auto file = StoreFile::open(path, kStoreFormat, options.maxPages);
    if (!file)
        return file.error();
    return Writer(std::move(file).value());
}

facts::Result<Known> Writer::load() {
    auto known = readKnown();
    if (!known && (file_.connection().damaged() || known.error().what == damagedError(file_.path()).what)) {
        if (auto status = file_.rebuild(); !status)
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
    auto found = readState(file_.connection(), file_.path());
    if (!found)
        return found.error().what == damagedError(file_.path()).what ? facts::Result<bool>(false)
                                                                     : found.error();
    if (*found != state)
        return false;
    state_ = state;
    nextId_ = file_.connection().pragma("SELECT coalesce(max(id), 0) + 1 FROM content");
    if (nextId_ < 0)
        return false;
    prepareStatements();
    return true;
}

facts::Result<Known> Writer::readKnown() {
    Known known;
    auto state = readState(file_.connection(), file_.path());
    if (!state)
        return state.error();
    known.state = std::move(*state);

    FileCursor files(file_.connection(), file_.path());
    while (files.next())
        known.files.emplace_hint(known.files.end(), files.path(), std::move(files.row));
    if (auto status = files.finish(known.state); !status)
        return status.error();

    Statement select = file_.connection().prepare("SELECT id, key, sum, imports FROM content");
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const ContentId id = select.integer(0);
        const auto key = ContentKey::unpack(select.blob(1));
        if (!key || static_cast<std::uint64_t>(select.integer(2)) !=
                        recordSum(select.blob(1), id, Stage::Imports, select.blob(3)))
            return damagedError(file_.path());
        known.contents.emplace(id, KnownContent{*key, false});
        if (!known.ids.emplace(*key, id).second)
            return damagedError(file_.path());
        nextId_ = std::max(nextId_, id + 1);
    }
    if (step == Statement::Step::Failed)
        return file_.connection().error();
    bool damaged = false;
    if (!readSymbols(file_.connection(), known, damaged))
        return damaged ? damagedError(file_.path()) : file_.connection().error();
    for (const auto& [path, row] : known.files)
        if (row.content && !known.contents.contains(*row.content))
            return damagedError(file_.path());
    return known;
}

void Writer::prepareStatements() {
    statements_ = Statements{
        file_.connection().prepare("INSERT INTO content VALUES(?, ?, ?, ?)"),
        file_.connection().prepare("INSERT INTO symbols VALUES(?, ?, ?)"),
        file_.connection().prepare("INSERT OR REPLACE INTO file VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        file_.connection().prepare("DELETE FROM file WHERE path = ?"),
    };
}

facts::Status Writer::begin() {
    return file_.outcome(file_.connection().execute("BEGIN IMMEDIATE"));
}

facts::Status Writer::commit() {
    ++state_.tally.commits;
    if (auto status = writeState(file_.connection(), state_); !status)
        return status;
    return file_.outcome(file_.connection().execute("COMMIT"));
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
    if (auto status = file_.outcome(insert.run()); !status)
        return status.error();
    return id;
}

facts::Status Writer::addSymbols(const ContentKey& key, ContentId id, std::string_view record) {
    const std::uint64_t sum = recordSum(key.packed(), id, Stage::Symbols, record);
    return file_.outcome(
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
    return file_.outcome(put.run());
}

facts::Status Writer::removeFile(std::string_view path, const FileRow& before) {
    state_.tally.fileSum -= fileSum(path, before);
    --state_.tally.files;
    return file_.outcome(statements_->removeFile.bind(1, path).run());
}

void Writer::setState(const State& state) {
    const Tally tally = state_.tally;
    state_ = state;
    state_.tally = tally;
}

} // namespace espalier::store
