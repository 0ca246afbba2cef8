#include "indexer/store/archive.h"

#include "indexer/store/bytes.h"
#include "indexer/store/compress.h"
#include "indexer/store/decode_pool.h"
#include "indexer/store/record.h"
#include "indexer/store/revision_record.h"

#include <algorithm>

namespace espalier::store {

// The facts' encoding is the store's; the first factor leaves room for changes of the tables below.
const Format kArchiveFormat{0x45737061, kSchemaVersion * 100 + 2, R"(
        CREATE TABLE content(key BLOB PRIMARY KEY, id INTEGER NOT NULL, stages INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE imports(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);
        CREATE TABLE symbols(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);
        CREATE TABLE revision(line BLOB NOT NULL, position INTEGER NOT NULL, sum INTEGER NOT NULL,
                              record BLOB NOT NULL, PRIMARY KEY(line, position)) WITHOUT ROWID;
        CREATE TABLE note(name BLOB PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE line(name BLOB PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL) WITHOUT ROWID;)"};

namespace {

constexpr std::int64_t kImports = 1, kSymbols = 2; // bits of content.stages

std::uint64_t revisionSum(const std::string& line, std::size_t position, std::string_view record) {
    return checksum(record, checksum(line, position));
}

// What a line's row holds.
struct LineHead {
    bool cut = false;
    std::size_t revisions = 0;
    std::uint64_t sum = 0; // the revisions' sums, added up

    [[nodiscard]] std::string packed() const {
        ByteWriter out;
        out.number(cut);
        out.number(revisions);
        out.number(sum);
        return out.take();
    }
};

facts::Result<ArchivedContents> readContents(Connection& connection, const std::string& path) {
    ArchivedContents out;
    Statement select = connection.prepare("SELECT key, id, stages FROM content");
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const auto key = ContentKey::unpack(select.blob(0));
        const std::int64_t stages = select.integer(2);
        if (!key || !out.emplace(*key, ArchivedContent{select.integer(1), (stages & kImports) != 0,
                                                       (stages & kSymbols) != 0})
                         .second)
            return damagedError(path);
    }
    if (step == Statement::Step::Failed)
        return connection.error();
    return out;
}

facts::Result<std::optional<LineHead>> readHead(Connection& connection, const std::string& path,
                                                const std::string& name) {
    Statement select = connection.prepare("SELECT sum, record FROM line WHERE name = ?");
    select.bind(1, std::string_view(name));
    const Statement::Step step = select.step();
    if (step == Statement::Step::Failed)
        return connection.error();
    if (step == Statement::Step::Done)
        return std::optional<LineHead>();
    const std::string_view record = select.blob(1);
    ByteReader in(record);
    LineHead head;
    head.cut = in.number(1) != 0;
    head.revisions = in.number();
    head.sum = in.number();
    if (!in.done() || static_cast<std::uint64_t>(select.integer(0)) != checksum(record, checksum(name, 0)))
        return damagedError(path);
    return std::optional(head);
}

facts::Result<std::optional<facts::Timeline>> readLine(Connection& connection, const std::string& path,
                                                       const std::string& name) {
    const auto head = readHead(connection, path, name);
    if (!head)
        return head.error();
    if (!*head)
        return std::optional<facts::Timeline>();
    facts::Timeline timeline{(*head)->cut, {}};
    std::uint64_t sum = 0;
    Statement select =
        connection.prepare("SELECT position, sum, record FROM revision WHERE line = ? ORDER BY position");
    select.bind(1, std::string_view(name));
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const std::size_t position = timeline.revisions.size();
        auto revision = decodeRevision(select.blob(2));
        const auto found = static_cast<std::uint64_t>(select.integer(1));
        if (!revision || static_cast<std::size_t>(select.integer(0)) != position ||
            found != revisionSum(name, position, select.blob(2)))
            return damagedError(path);
        sum += found;
        timeline.revisions.push_back(std::move(*revision));
    }
    if (step == Statement::Step::Failed)
        return connection.error();
    if (timeline.revisions.size() != (*head)->revisions || sum != (*head)->sum)
        return damagedError(path);
    return std::optional(std::move(timeline));
}

} // namespace

std::string archivePath(const std::string& storePath) {
    constexpr std::string_view kSuffix = ".sqlite";
    std::string out = storePath;
    if (out.ends_with(kSuffix))
        out.resize(out.size() - kSuffix.size());
    return out + "-history.sqlite";
}

facts::Result<ArchiveWriter> ArchiveWriter::open(const std::string& path) {
    auto file = StoreFile::open(path, kArchiveFormat);
    if (!file)
        return file.error();
    ArchiveWriter writer(std::move(file).value());
    auto contents = readContents(writer.file_.connection(), path);
    if (!contents) {
        if (auto status = writer.file_.rebuild(); !status)
            return status.error();
        contents = ArchivedContents();
    }
    writer.contents_ = std::move(*contents);
    for (const auto& [key, content] : writer.contents_)
        writer.nextId_ = std::max(writer.nextId_, content.id + 1);
    writer.statements_ = Statements{
        writer.file_.connection().prepare("INSERT OR REPLACE INTO content VALUES(?, ?, ?)"),
        writer.file_.connection().prepare("INSERT OR REPLACE INTO imports VALUES(?, ?, ?)"),
        writer.file_.connection().prepare("INSERT OR REPLACE INTO symbols VALUES(?, ?, ?)"),
    };
    return writer;
}

facts::Result<std::optional<facts::Timeline>> ArchiveWriter::line(const std::string& name) {
    auto timeline = readLine(file_.connection(), file_.path(), name);
    if (!timeline && timeline.error().what == damagedError(file_.path()).what)
        return std::optional<facts::Timeline>();
    return timeline;
}

facts::Status ArchiveWriter::begin() {
    return file_.outcome(file_.connection().execute("BEGIN IMMEDIATE"));
}

facts::Status ArchiveWriter::commit() {
    return file_.outcome(file_.connection().execute("COMMIT"));
}

facts::Status ArchiveWriter::add(const ContentKey& key, Stage stage, std::string_view record) {
    ArchivedContent& content = contents_[key];
    if (content.id == 0)
        content.id = nextId_++;
    (stage == Stage::Imports ? content.imports : content.symbols) = true;
    const std::string packed = key.packed();
    Statement& insert = stage == Stage::Imports ? statements_->addImports : statements_->addSymbols;
    insert.bind(1, content.id)
        .bind(2, static_cast<std::int64_t>(recordSum(packed, content.id, stage, record)))
        .bind(3, record);
    if (auto status = file_.outcome(insert.run()); !status)
        return status;
    const std::int64_t stages = (content.imports ? kImports : 0) | (content.symbols ? kSymbols : 0);
    statements_->putContent.bind(1, std::string_view(packed)).bind(2, content.id).bind(3, stages);
    return file_.outcome(statements_->putContent.run());
}

facts::Status ArchiveWriter::putLine(const std::string& name, const facts::Timeline& timeline,
                                     std::size_t kept) {
    Connection& connection = file_.connection();
    Statement remove = connection.prepare("DELETE FROM revision WHERE line = ? AND position >= ?");
    if (auto status = file_.outcome(
            remove.bind(1, std::string_view(name)).bind(2, static_cast<std::int64_t>(kept)).run());
        !status)
        return status;
    LineHead head{timeline.cut, timeline.revisions.size(), 0};
    Statement sums = connection.prepare("SELECT sum FROM revision WHERE line = ?");
    sums.bind(1, std::string_view(name));
    while (sums.step() == Statement::Step::Row)
        head.sum += static_cast<std::uint64_t>(sums.integer(0));
    sums.reset();
    Statement insert = connection.prepare("INSERT INTO revision VALUES(?, ?, ?, ?)");
    for (std::size_t i = kept; i < timeline.revisions.size(); ++i) {
        const std::string record = encodeRevision(timeline.revisions[i]);
        const std::uint64_t sum = revisionSum(name, i, record);
        head.sum += sum;
        insert.bind(1, std::string_view(name))
            .bind(2, static_cast<std::int64_t>(i))
            .bind(3, static_cast<std::int64_t>(sum))
            .bind(4, std::string_view(record));
        if (auto status = file_.outcome(insert.run()); !status)
            return status;
    }
    const std::string packed = head.packed();
    Statement put = connection.prepare("INSERT OR REPLACE INTO line VALUES(?, ?, ?)");
    put.bind(1, std::string_view(name))
        .bind(2, static_cast<std::int64_t>(checksum(packed, checksum(name, 0))))
        .bind(3, std::string_view(packed));
    return file_.outcome(put.run());
}

facts::Status ArchiveWriter::putNote(const std::string& name, std::string_view text) {
    Statement put = file_.connection().prepare("INSERT OR REPLACE INTO note VALUES(?, ?, ?)");
    put.bind(1, std::string_view(name))
        .bind(2, static_cast<std::int64_t>(checksum(text, checksum(name, 0))))
        .bind(3, text);
    return file_.outcome(put.run());
}

facts::Result<ArchiveReader> ArchiveReader::open(const std::string& path) {
    auto connection = openForReading(path, kArchiveFormat);
    if (!connection)
        return connection.error();
    ArchiveReader reader(std::move(*connection), path);
    auto contents = readContents(reader.connection_, path);
    if (!contents)
        return contents.error();
    reader.contents_ = std::move(*contents);
    return reader;
}

facts::Result<std::optional<facts::Timeline>> ArchiveReader::line(const std::string& name) {
    return readLine(connection_, path_, name);
}

std::optional<std::string> ArchiveReader::note(const std::string& name) {
    Statement select = connection_.prepare("SELECT sum, record FROM note WHERE name = ?");
    select.bind(1, std::string_view(name));
    if (select.step() != Statement::Step::Row ||
        static_cast<std::uint64_t>(select.integer(0)) != checksum(select.blob(1), checksum(name, 0)))
        return std::nullopt;
    return std::string(select.blob(1));
}

std::optional<std::string> ArchiveReader::noteOf(const std::string& path, const std::string& name) {
    auto connection = openForReading(path, kArchiveFormat);
    return connection ? ArchiveReader(std::move(*connection), path).note(name) : std::nullopt;
}

facts::Status ArchiveReader::read(std::span<const ContentKey> keys, Stage stage, std::vector<Facts>& out) {
    DecodePool pool(
        [&](const DecodePool::Item& item) {
            const auto raw = item.sum == recordSum(item.key, item.id, stage, item.record)
                                 ? decompress(item.record)
                                 : std::nullopt;
            if (!raw)
                return true; // as if it were not there
            if (stage == Stage::Imports) {
                if (auto facts = decodeSourceFacts(*raw))
                    out[item.target].imports = std::make_shared<const facts::SourceFacts>(std::move(*facts));
            } else if (auto facts = decodeSymbolFacts(*raw)) {
                out[item.target].symbols = std::make_shared<const facts::SymbolFacts>(std::move(*facts));
            }
            return true;
        },
        std::clamp(std::thread::hardware_concurrency(), 2U, 16U) - 1);
    Statement select =
        connection_.prepare(stage == Stage::Imports ? "SELECT sum, record FROM imports WHERE id = ?"
                                                    : "SELECT sum, record FROM symbols WHERE id = ?");
    Statement::Step step = Statement::Step::Done;
    for (std::size_t i = 0; i < keys.size() && step != Statement::Step::Failed; ++i) {
        const auto content = contents_.find(keys[i]);
        if (content == contents_.end() ||
            !(stage == Stage::Imports ? content->second.imports : content->second.symbols))
            continue;
        select.bind(1, content->second.id);
        step = select.step();
        if (step == Statement::Step::Row)
            pool.add({i, content->second.id, static_cast<std::uint64_t>(select.integer(0)), keys[i].packed(),
                      std::string(select.blob(1))});
        select.reset();
    }
    (void)pool.finish();
    if (step == Statement::Step::Failed)
        return connection_.error();
    return facts::Done{};
}

facts::Result<std::vector<ArchiveReader::Facts>> ArchiveReader::facts(std::span<const ContentKey> keys,
                                                                      bool symbols) {
    std::vector<Facts> out(keys.size());
    if (auto status = read(keys, Stage::Imports, out); !status)
        return status.error();
    if (symbols)
        if (auto status = read(keys, Stage::Symbols, out); !status)
            return status.error();
    return out;
}

} // namespace espalier::store
