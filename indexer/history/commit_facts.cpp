#include "indexer/history/commit_facts.h"

#include "indexer/history/read_blobs.h"
#include "indexer/pipeline/plan.h"
#include "indexer/source/commit_tree.h"
#include "indexer/store/archive.h"
#include "indexer/store/compress.h"
#include "indexer/store/reader.h"
#include "indexer/store/record.h"

#include <unordered_map>

namespace espalier::history {
namespace {

using store::ContentKey;
using store::Stage;

struct Found {
    std::shared_ptr<const facts::SourceFacts> imports;
    std::shared_ptr<const facts::SymbolFacts> symbols;
    facts::FileProblem problem; // why there are none
};
using Contents = std::unordered_map<ContentKey, Found, store::HashKey>;

// Finds the facts of contents: in the archive, in the store, in the repository.
class Finder {
public:
    Finder(const CommitOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
           const std::atomic<bool>& cancel, source::Repositories& repositories, Contents& contents)
        : options_(options)
        , progress_(progress)
        , cancel_(cancel)
        , repositories_(repositories)
        , contents_(contents) {}

    // False: it may not be done.
    [[nodiscard]] bool find() {
        lookIntoArchive();
        lookIntoStore();
        const bool complete =
            missing(Stage::Imports).empty() && (!options_.symbols || missing(Stage::Symbols).empty());
        if (options_.mayRead && !complete && !options_.mayRead())
            return false;
        readMissing(Stage::Imports);
        if (options_.symbols)
            readMissing(Stage::Symbols);
        return true;
    }

private:
    [[nodiscard]] std::vector<ContentKey> missing(Stage stage) const {
        std::vector<ContentKey> out;
        for (const auto& [key, found] : contents_)
            if (stage == Stage::Imports
                    ? !found.imports
                    : found.imports && !found.symbols && key.dialect == store::Dialect::Python)
                out.push_back(key);
        std::sort(out.begin(), out.end());
        return out;
    }

    void lookIntoArchive() {
        auto archive = store::ArchiveReader::open(options_.archivePath);
        if (!archive)
            return;
        const std::vector<ContentKey> keys = missing(Stage::Imports);
        auto found = archive->facts(keys, options_.symbols);
        for (std::size_t i = 0; found && i < keys.size(); ++i) {
            Found& content = contents_.at(keys[i]);
            content.imports = std::move((*found)[i].imports);
            content.symbols = std::move((*found)[i].symbols);
        }
    }

    void lookIntoStore() {
        if (missing(Stage::Imports).empty())
            return;
        (void)store::readImportRecords(
            options_.storePath, [&](const ContentKey& key, std::string_view record) {
                const auto content = contents_.find(key);
                if (content == contents_.end() || content->second.imports)
                    return true;
                if (auto facts = store::decodeSourceFacts(record)) {
                    content->second.imports = std::make_shared<const facts::SourceFacts>(std::move(*facts));
                    fresh_.push_back({key, Stage::Imports, store::compress(record)});
                }
                return true;
            });
    }

    void readMissing(Stage stage) {
        const std::vector<ContentKey> keys = missing(stage);
        BlobOptions options;
        options.stage = stage;
        options.keepFacts = true;
        options.maxFileBytes = options_.maxFileBytes;
        readBlobs(repositories_, keys, options, progress_, cancel_, [&](BlobFacts&& blob) {
            Found& content = contents_.at(blob.key);
            if (blob.record.empty())
                content.problem = std::move(blob.problem);
            else
                fresh_.push_back({blob.key, stage, std::move(blob.record)});
            (stage == Stage::Imports) ? void(content.imports = std::move(blob.imports))
                                      : void(content.symbols = std::move(blob.symbols));
            return true;
        });
        keep();
    }

    // Whoever asks next finds it in the archive. That it cannot be written costs time, and no answer.
    void keep() {
        if (fresh_.empty())
            return;
        auto archive = store::ArchiveWriter::open(options_.archivePath);
        if (!archive || !archive->begin())
            return;
        for (const Fresh& fresh : fresh_)
            if (!archive->add(fresh.key, fresh.stage, fresh.record))
                return;
        (void)archive->commit();
        fresh_.clear();
    }

    struct Fresh {
        ContentKey key;
        Stage stage = Stage::Imports;
        std::string record;
    };

    const CommitOptions& options_;
    const std::function<void(const pipeline::Progress&)>& progress_;
    const std::atomic<bool>& cancel_;
    source::Repositories& repositories_;
    Contents& contents_;
    std::vector<Fresh> fresh_;
};

} // namespace

facts::Result<facts::ProjectFacts> readCommit(const CommitOptions& options,
                                              const std::function<void(const pipeline::Progress&)>& progress,
                                              const std::atomic<bool>& cancel) {
    auto tree =
        source::CommitTree::open({options.folder, options.revision, options.exclude, options.maxFileBytes});
    if (!tree)
        return tree.error();
    auto listing = (*tree)->list(source::Scope::whole(), cancel);
    if (!listing)
        return listing.error();
    Contents contents;
    for (const source::Entry& entry : listing->entries)
        if (source::hasFacts(entry.kind))
            contents.try_emplace(pipeline::contentKey(*entry.indexedBlob, entry.kind));
    if (!Finder(options, progress, cancel, (*tree)->repositories(), contents).find() || cancel)
        return facts::Error{"interrupted", {}, "what was read is kept; the next run goes on from here"};

    facts::ProjectFacts project;
    project.root = options.folder;
    project.revision = (*tree)->commit();
    project.workingTree = false;
    project.problems = std::move(listing->problems);
    project.files.reserve(listing->entries.size());
    for (source::Entry& entry : listing->entries) {
        facts::SourceFile& out = project.files.emplace_back();
        out.path = std::move(entry.path);
        out.kind = entry.kind;
        out.blob = *entry.indexedBlob;
        if (!source::hasFacts(out.kind))
            continue;
        const Found& found = contents.at(pipeline::contentKey(out.blob, out.kind));
        out.facts = found.imports;
        out.symbols = found.symbols;
        if (!found.imports)
            out.problems.push_back(found.problem);
    }
    return project;
}

} // namespace espalier::history
