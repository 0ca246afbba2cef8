#include "indexer/store/reader.h"

#include "indexer/store/decode_pool.h"
#include "indexer/store/record.h"
#include "indexer/store/schema.h"

#include <algorithm>
#include <unordered_map>

namespace espalier::store {
namespace {

using facts::ProjectFacts;

// Reads the file rows, the records they refer to, and puts the two together.
class ProjectReader {
public:
    ProjectReader(Connection& connection, const std::string& path)
        : connection_(connection)
        , path_(path) {}

    facts::Result<ProjectFacts> read(const ReadOptions& options);

private:
    facts::Status readFiles(const State& state);
    facts::Status readContents();
    facts::Status readSymbols();
    facts::Status readRecords(const char* sql, bool keyed, DecodePool::Decode decode);
    void share();

    struct Content {
        std::string key;
        std::shared_ptr<const facts::SourceFacts> facts;
        std::shared_ptr<const facts::SymbolFacts> symbols;
    };

    Connection& connection_;
    const std::string& path_;
    ProjectFacts project_;
    std::vector<std::size_t> contentOfFile_; // index into contents_, or kNone
    std::vector<Content> contents_;
    std::unordered_map<ContentId, std::size_t> places_; // in contents_

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

facts::Status ProjectReader::readFiles(const State& state) {
    FileCursor cursor(connection_, path_);
    while (cursor.next()) {
        facts::SourceFile& file = project_.files.emplace_back();
        file.path = cursor.path();
        file.kind = cursor.row.kind;
        file.sizeBytes = cursor.row.sizeBytes;
        file.problems = std::move(cursor.row.problems);
        file.storeSum = cursor.sum();
        const auto content = cursor.row.content;
        contentOfFile_.push_back(content ? places_.emplace(*content, places_.size()).first->second : kNone);
    }
    contents_.resize(places_.size());
    return cursor.finish(state);
}

// `sql` gives id, sum, record and, if `keyed`, the content's key. Records that no file refers to are passed
// over.
facts::Status ProjectReader::readRecords(const char* sql, bool keyed, DecodePool::Decode decode) {
    DecodePool pool(std::move(decode), std::clamp(std::thread::hardware_concurrency(), 2U, 16U) - 1);
    Statement select = connection_.prepare(sql);
    std::size_t found = 0;
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const auto place = places_.find(select.integer(0));
        if (place == places_.end())
            continue;
        Content& content = contents_[place->second];
        if (keyed)
            content.key = select.blob(3);
        pool.add({place->second, place->first, static_cast<std::uint64_t>(select.integer(1)), content.key,
                  std::string(select.blob(2))});
        ++found;
    }
    const bool sound = pool.finish();
    if (step == Statement::Step::Failed)
        return connection_.error();
    if (!sound || (keyed && found != contents_.size()))
        return damagedError(path_);
    return facts::Done{};
}

facts::Status ProjectReader::readContents() {
    return readRecords(
        "SELECT id, sum, imports, key FROM content", true, [this](const DecodePool::Item& item) {
            if (item.sum != recordSum(item.key, item.id, Stage::Imports, item.record) ||
                !ContentKey::unpack(item.key))
                return false;
            auto facts = decodeSourceFacts(item.record);
            if (facts)
                contents_[item.target].facts = std::make_shared<const facts::SourceFacts>(std::move(*facts));
            return facts.has_value();
        });
}

facts::Status ProjectReader::readSymbols() {
    return readRecords("SELECT content, sum, record FROM symbols", false,
                       [this](const DecodePool::Item& item) {
                           if (item.sum != recordSum(item.key, item.id, Stage::Symbols, item.record))
                               return false;
                           auto symbols = decodeSymbolFacts(item.record);
                           if (symbols)
                               contents_[item.target].symbols =
                                   std::make_shared<const facts::SymbolFacts>(std::move(*symbols));
                           return symbols.has_value();
                       });
}

void ProjectReader::share() {
    for (std::size_t i = 0; i < project_.files.size(); ++i) {
        if (contentOfFile_[i] == kNone)
            continue;
        const Content& content = contents_[contentOfFile_[i]];
        facts::SourceFile& file = project_.files[i];
        file.blob = ContentKey::unpack(content.key)->blob;
        file.facts = content.facts;
        file.symbols = content.symbols;
    }
}

facts::Result<ProjectFacts> ProjectReader::read(const ReadOptions& options) {
    // One transaction: a writer may be committing meanwhile.
    if (!connection_.execute("BEGIN"))
        return connection_.error();
    auto state = readState(connection_, path_);
    if (!state)
        return state.error();
    project_.root = state->root;
    project_.revision = state->revision;
    project_.complete = state->treeComplete;
    project_.storeSum = state->tally.fileSum;
    project_.problems = state->problems;
    if (auto status = readFiles(*state); !status)
        return status.error();
    if (auto status = readContents(); !status)
        return status.error();
    if (options.symbols)
        if (auto status = readSymbols(); !status)
            return status.error();
    share();
    if (options.symbols && state->symbolsComplete && !hasAllSymbols(project_))
        return damagedError(path_);
    return std::move(project_);
}

} // namespace

facts::Result<ProjectFacts> readProject(const std::string& storePath, const ReadOptions& options) {
    auto connection = openForReading(storePath);
    if (!connection)
        return connection.error();
    return ProjectReader(*connection, storePath).read(options);
}

facts::Status
readImportRecords(const std::string& storePath,
                  const std::function<bool(const ContentKey& key, std::string_view record)>& take) {
    auto connection = openForReading(storePath);
    if (!connection)
        return connection.error();
    Statement select = connection->prepare("SELECT id, key, sum, imports FROM content");
    Statement::Step step;
    while ((step = select.step()) == Statement::Step::Row) {
        const auto key = ContentKey::unpack(select.blob(1));
        const std::string_view record = select.blob(3);
        if (key && static_cast<std::uint64_t>(select.integer(2)) ==
                       recordSum(select.blob(1), select.integer(0), Stage::Imports, record))
            if (!take(*key, record))
                break;
    }
    if (step == Statement::Step::Failed)
        return connection->error();
    return facts::Done{};
}

} // namespace espalier::store
