#include "indexer/store/rows.h"

#include "indexer/store/bytes.h"
#include "indexer/store/record.h"

#include <algorithm>
#include <cstring>

namespace espalier::store {
namespace {

constexpr std::uint64_t kSeed = 0x457370616c696572; // "Espalier"

std::uint64_t stateSum(std::string_view record) {
    return checksum(record, kSeed);
}

std::uint64_t fileSum(std::string_view path, const FileRow& row, std::string_view problems) {
    ByteWriter bytes;
    bytes.text(path);
    bytes.number(static_cast<std::uint64_t>(row.kind));
    bytes.number(row.content ? static_cast<std::uint64_t>(*row.content) + 1 : 0);
    bytes.number(row.sizeBytes);
    bytes.number(row.stamp ? 1 : 0);
    if (row.stamp) {
        bytes.number(static_cast<std::uint64_t>(row.stamp->mtimeNs));
        bytes.number(static_cast<std::uint64_t>(row.stamp->ctimeNs));
        bytes.number(row.stamp->inode);
    }
    bytes.text(problems);
    return checksum(bytes.bytes(), kSeed);
}

std::string packState(const State& state) {
    ByteWriter out;
    out.text(state.root);
    out.text(state.revision);
    out.number(state.treeComplete);
    out.number(state.symbolsComplete);
    out.number(state.tally.edition);
    out.number(state.tally.commits);
    out.number(state.tally.files);
    out.number(state.tally.fileSum);
    out.text(encode(state.problems));
    return out.take();
}

std::optional<State> unpackState(std::string_view record) {
    ByteReader in(record);
    State state;
    state.root = in.text();
    state.revision = in.text();
    state.treeComplete = in.number(1) != 0;
    state.symbolsComplete = in.number(1) != 0;
    state.tally.edition = in.number();
    state.tally.commits = in.number();
    state.tally.files = in.number();
    state.tally.fileSum = in.number();
    auto problems = decodeProjectProblems(in.text());
    if (!in.done() || !problems)
        return std::nullopt;
    state.problems = std::move(*problems);
    return state;
}

} // namespace

std::string ContentKey::packed() const {
    std::string out(reinterpret_cast<const char*>(blob.bytes.data()), blob.bytes.size());
    return out += static_cast<char>(dialect);
}

std::optional<ContentKey> ContentKey::unpack(std::string_view bytes) {
    if (bytes.size() != kPackedSize || static_cast<unsigned char>(bytes[20]) > 1)
        return std::nullopt;
    ContentKey key;
    for (std::size_t i = 0; i < key.blob.bytes.size(); ++i)
        key.blob.bytes[i] = static_cast<std::uint8_t>(bytes[i]);
    key.dialect = static_cast<Dialect>(bytes[20]);
    return key;
}

std::size_t HashKey::operator()(const ContentKey& key) const noexcept {
    std::size_t hash;
    std::memcpy(&hash, key.blob.bytes.data(), sizeof hash);
    return hash ^ static_cast<std::size_t>(key.dialect);
}

std::uint64_t fileSum(std::string_view path, const FileRow& row) {
    return fileSum(path, row, encode(row.problems));
}

std::uint64_t recordSum(std::string_view packedKey, ContentId id, Stage stage, std::string_view record) {
    const auto seed = kSeed ^ (static_cast<std::uint64_t>(id) * 2 + static_cast<std::uint64_t>(stage));
    return checksum(record, checksum(packedKey, seed));
}

facts::Result<State> readState(Connection& connection, const std::string& path) {
    Statement select = connection.prepare("SELECT record, sum FROM state WHERE id = 1");
    const Statement::Step step = select.step();
    if (step == Statement::Step::Failed)
        return connection.error();
    if (step == Statement::Step::Done)
        return State{}; // made, and never filled
    const std::string_view record = select.blob(0);
    auto state = unpackState(record);
    if (!state || static_cast<std::uint64_t>(select.integer(1)) != stateSum(record))
        return damagedError(path);
    return std::move(*state);
}

facts::Status writeState(Connection& connection, const State& state) {
    const std::string record = packState(state);
    Statement insert = connection.prepare("INSERT OR REPLACE INTO state VALUES(1, ?, ?)");
    if (!insert.bind(1, static_cast<std::int64_t>(stateSum(record))).bind(2, std::string_view(record)).run())
        return connection.error();
    return facts::Done{};
}

bool hasAllSymbols(const facts::ProjectFacts& project) {
    return std::all_of(project.files.begin(), project.files.end(), [](const facts::SourceFile& file) {
        return !file.facts || file.symbols || dialectOf(file.kind) == Dialect::Notebook;
    });
}

std::optional<FileRow> readFileRow(const Statement& select) {
    const std::int64_t kind = select.integer(1);
    auto problems = decodeProblems(select.blob(7));
    if (!problems || kind < 0 || kind > static_cast<std::int64_t>(facts::FileKind::Marker))
        return std::nullopt;
    FileRow row;
    row.kind = static_cast<facts::FileKind>(kind);
    if (!select.isNull(2))
        row.content = select.integer(2);
    row.sizeBytes = static_cast<std::uint64_t>(select.integer(3));
    if (!select.isNull(4))
        row.stamp = {select.integer(4), select.integer(5), static_cast<std::uint64_t>(select.integer(6))};
    if (static_cast<std::uint64_t>(select.integer(8)) != fileSum(select.blob(0), row, select.blob(7)))
        return std::nullopt;
    row.problems = std::move(*problems);
    return row;
}

FileCursor::FileCursor(Connection& connection, const std::string& storePath)
    : connection_(connection)
    , storePath_(storePath)
    , statement_(connection.prepare(std::string("SELECT ") + kFileColumns + " FROM file ORDER BY path")) {}

bool FileCursor::next() {
    const Statement::Step step = statement_.step();
    failed_ = step == Statement::Step::Failed;
    if (step != Statement::Step::Row)
        return false;
    auto read = readFileRow(statement_);
    bad_ = !read || (files_ > 0 && path() <= lastPath_);
    if (bad_)
        return false;
    row = std::move(*read);
    lastPath_ = path();
    sum_ += sum();
    ++files_;
    return true;
}

facts::Status FileCursor::finish(const State& state) const {
    if (failed_)
        return connection_.error();
    if (bad_ || files_ != state.tally.files || state.tally.edition + sum_ != state.tally.fileSum)
        return damagedError(storePath_);
    return facts::Done{};
}

} // namespace espalier::store
