// readChanges(): the rows of some paths, and the records that are new with them.
#include "indexer/store/reader.h"
#include "indexer/store/record.h"
#include "indexer/store/rows.h"
#include "indexer/store/schema.h"

#include <algorithm>
#include <map>

namespace espalier::store {
namespace {

using facts::ProjectFacts;
using facts::SourceFile;

std::vector<SourceFile>::const_iterator placeOf(const ProjectFacts& project, std::string_view path) {
    return std::lower_bound(project.files.begin(), project.files.end(), path,
                            [](const SourceFile& file, std::string_view p) { return file.path < p; });
}

class ChangesReader {
public:
    ChangesReader(Connection& connection, const std::string& storePath, const ProjectFacts& base,
                  const ReadOptions& options)
        : connection_(connection)
        , storePath_(storePath)
        , base_(base)
        , options_(options) {}

    facts::Result<std::optional<ProjectFacts>> read(std::span<const std::string> paths);

private:
    struct Change {
        std::string path;
        std::vector<SourceFile>::const_iterator before; // where the path is in `base`, or would be
        bool wasThere = false;
        std::optional<FileRow> row; // none: the file is gone
        std::uint64_t sum = 0;
    };
    struct Content {
        ContentKey key;
        std::string packedKey, record; // of stage one
        std::shared_ptr<const facts::SourceFacts> facts;
        std::shared_ptr<const facts::SymbolFacts> symbols;
    };

    facts::Status readRows(std::span<const std::string> paths);
    [[nodiscard]] bool addsUp(const State& state) const;
    facts::Status readContents();
    void shareWithBase();
    facts::Status decodeRest();
    facts::Status readSymbols(ContentId id, Content& content);
    [[nodiscard]] SourceFile fileOf(Change&& change) const;
    [[nodiscard]] ProjectFacts merge(State&& state);

    Connection& connection_;
    const std::string& storePath_;
    const ProjectFacts& base_;
    const ReadOptions& options_;
    std::vector<Change> changes_;           // in order of path
    std::map<ContentId, Content> contents_; // of their rows
};

facts::Status ChangesReader::readRows(std::span<const std::string> paths) {
    std::vector<std::string> sorted(paths.begin(), paths.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    Statement select =
        connection_.prepare(std::string("SELECT ") + kFileColumns + " FROM file WHERE path = ?");
    for (std::string& path : sorted) {
        Change change;
        change.path = std::move(path);
        change.before = placeOf(base_, change.path);
        change.wasThere = change.before != base_.files.end() && change.before->path == change.path;
        select.reset();
        const Statement::Step step = select.bind(1, std::string_view(change.path)).step();
        if (step == Statement::Step::Failed)
            return connection_.error();
        if (step == Statement::Step::Row) {
            change.row = readFileRow(select);
            change.sum = static_cast<std::uint64_t>(select.integer(8));
            if (!change.row)
                return damagedError(storePath_);
            if (change.row->content)
                contents_[*change.row->content];
        }
        changes_.push_back(std::move(change));
    }
    return facts::Done{};
}

// Whether `base` with the changes is what the store holds.
bool ChangesReader::addsUp(const State& state) const {
    std::uint64_t files = base_.files.size(), sum = base_.storeSum;
    for (const Change& change : changes_) {
        files += change.row ? 1 : 0;
        sum += change.sum;
        if (change.wasThere) {
            --files;
            sum -= change.before->storeSum;
        }
    }
    return files == state.tally.files && sum == state.tally.fileSum;
}

facts::Status ChangesReader::readContents() {
    Statement select = connection_.prepare("SELECT key, sum, imports FROM content WHERE id = ?");
    for (auto& [id, content] : contents_) {
        select.reset();
        const Statement::Step step = select.bind(1, id).step();
        if (step == Statement::Step::Failed)
            return connection_.error();
        if (step == Statement::Step::Done)
            return damagedError(storePath_);
        const auto key = ContentKey::unpack(select.blob(0));
        if (!key || static_cast<std::uint64_t>(select.integer(1)) !=
                        recordSum(select.blob(0), id, Stage::Imports, select.blob(2)))
            return damagedError(storePath_);
        content.key = *key;
        content.packedKey = select.blob(0);
        content.record = select.blob(2);
    }
    shareWithBase();
    return decodeRest();
}

void ChangesReader::shareWithBase() {
    std::map<ContentKey, Content*> wanted;
    for (auto& [id, content] : contents_)
        wanted[content.key] = &content;
    for (const SourceFile& file : base_.files) {
        if (!file.facts)
            continue;
        const auto found = wanted.find({file.blob, dialectOf(file.kind)});
        if (found == wanted.end())
            continue;
        found->second->facts = file.facts;
        if (file.symbols)
            found->second->symbols = file.symbols;
    }
}

facts::Status ChangesReader::decodeRest() {
    for (auto& [id, content] : contents_) {
        if (!content.facts) {
            auto facts = decodeSourceFacts(content.record);
            if (!facts)
                return damagedError(storePath_);
            content.facts = std::make_shared<const facts::SourceFacts>(std::move(*facts));
        }
        if (options_.symbols && !content.symbols)
            if (auto status = readSymbols(id, content); !status)
                return status;
    }
    return facts::Done{};
}

facts::Status ChangesReader::readSymbols(ContentId id, Content& content) {
    Statement select = connection_.prepare("SELECT sum, record FROM symbols WHERE content = ?");
    const Statement::Step step = select.bind(1, id).step();
    if (step == Statement::Step::Failed)
        return connection_.error();
    if (step == Statement::Step::Done)
        return facts::Done{};
    if (static_cast<std::uint64_t>(select.integer(0)) !=
        recordSum(content.packedKey, id, Stage::Symbols, select.blob(1)))
        return damagedError(storePath_);
    auto symbols = decodeSymbolFacts(select.blob(1));
    if (!symbols)
        return damagedError(storePath_);
    content.symbols = std::make_shared<const facts::SymbolFacts>(std::move(*symbols));
    return facts::Done{};
}

SourceFile ChangesReader::fileOf(Change&& change) const {
    SourceFile file;
    file.path = std::move(change.path);
    file.kind = change.row->kind;
    file.sizeBytes = change.row->sizeBytes;
    file.problems = std::move(change.row->problems);
    file.storeSum = change.sum;
    if (change.row->content) {
        const Content& content = contents_.at(*change.row->content);
        file.blob = content.key.blob;
        file.facts = content.facts;
        file.symbols = content.symbols;
    }
    return file;
}

ProjectFacts ChangesReader::merge(State&& state) {
    ProjectFacts out;
    out.root = std::move(state.root);
    out.revision = std::move(state.revision);
    out.workingTree = base_.workingTree;
    out.complete = state.treeComplete;
    out.problems = std::move(state.problems);
    out.storeSum = state.tally.fileSum;
    out.files.reserve(state.tally.files);
    auto at = base_.files.begin();
    for (Change& change : changes_) {
        out.files.insert(out.files.end(), at, change.before);
        at = change.before + (change.wasThere ? 1 : 0);
        if (change.row)
            out.files.push_back(fileOf(std::move(change)));
    }
    out.files.insert(out.files.end(), at, base_.files.end());
    return out;
}

facts::Result<std::optional<ProjectFacts>> ChangesReader::read(std::span<const std::string> paths) {
    const std::optional<ProjectFacts> notApplicable;
    if (!connection_.execute("BEGIN")) // a writer may be committing meanwhile
        return connection_.error();
    auto state = readState(connection_, storePath_);
    if (!state)
        return state.error();
    if (auto status = readRows(paths); !status)
        return status.error();
    if (!addsUp(*state))
        return notApplicable;
    if (auto status = readContents(); !status)
        return status.error();
    const bool allSymbols = options_.symbols && state->symbolsComplete;
    ProjectFacts project = merge(std::move(*state));
    if (allSymbols && !hasAllSymbols(project)) // stage two has run for others, too
        return notApplicable;
    return std::optional(std::move(project));
}

} // namespace

facts::Result<std::optional<ProjectFacts>> readChanges(const std::string& storePath, const ProjectFacts& base,
                                                       std::span<const std::string> paths,
                                                       const ReadOptions& options) {
    auto connection = openForReading(storePath);
    if (!connection)
        return connection.error();
    return ChangesReader(*connection, storePath, base, options).read(paths);
}

} // namespace espalier::store
