#include "graph/history/past_files.h"

#include "indexer/facts/glob.h"

#include <algorithm>
#include <cstring>

namespace espalier::graph {
namespace {

constexpr std::size_t kBatch = 4096; // contents that are read at once

std::string_view folderOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view lastPart(std::string_view dotted) {
    return dotted.substr(dotted.rfind('.') + 1); // npos + 1 is 0
}

} // namespace

bool PastScope::isRead(const facts::TreeFile& file) const {
    return (file.kind == facts::FileKind::Python || file.kind == facts::FileKind::Stub) &&
           !facts::anyGlobMatches(exclude_, file.path);
}

std::size_t PastScope::HashBlob::operator()(const facts::BlobId& blob) const noexcept {
    std::size_t hash;
    std::memcpy(&hash, blob.bytes.data(), sizeof hash);
    return hash;
}

PastScope::PastScope(const std::vector<DeprecatedTarget>& targets, const Config& config)
    : exclude_(config.exclude) {
    texts_.reserve(2 * targets.size());
    for (const DeprecatedTarget& target : targets) {
        parts_.insert(texts_.emplace_back(lastPart(target.module)));
        const std::size_t dot = target.module.rfind('.');
        if (dot != std::string::npos)
            packages_.insert(texts_.emplace_back(lastPart(std::string_view(target.module).substr(0, dot))));
        for (const std::string& root : config.sourceRoots) {
            std::string folder = root == "." ? "" : root;
            folders_.insert(folder);
            for (std::size_t begin = 0; begin <= target.module.size();) {
                const std::size_t end = std::min(target.module.find('.', begin), target.module.size());
                folder += (folder.empty() ? "" : "/") + target.module.substr(begin, end - begin);
                folders_.insert(folder);
                begin = end + 1;
            }
        }
    }
}

bool PastScope::liesOnTheWay(std::string_view path) const {
    return folders_.contains(std::string(folderOf(path)));
}

bool PastScope::namesPart(std::string_view dotted) const {
    for (std::size_t begin = 0; begin <= dotted.size();) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        if (parts_.contains(dotted.substr(begin, end - begin)))
            return true;
        begin = end + 1;
    }
    return false;
}

bool PastScope::names(const facts::SourceFacts& facts) const {
    return std::ranges::any_of(facts.imports, [&](const facts::ImportStatement& statement) {
        const auto isNamed = [&](const facts::ImportedName& name) {
            return namesPart(name.name) ||
                   (name.name == "*" &&
                    (statement.module.empty() || packages_.contains(lastPart(statement.module))));
        };
        return namesPart(statement.module) || std::ranges::any_of(statement.names, isNamed);
    });
}

bool PastScope::read(const facts::Timeline& timeline, const ReadFacts& readFacts,
                     const std::atomic<bool>& cancel) {
    std::unordered_set<facts::BlobId, HashBlob> seen;
    std::unordered_set<facts::BlobId, HashBlob> onTheWay;
    std::vector<facts::TreeFile> files;
    for (const facts::Revision& revision : timeline.revisions)
        for (const facts::TreeFile& file : revision.present) {
            if (!isRead(file))
                continue;
            if (seen.insert(file.blob).second)
                files.push_back(file);
            if (liesOnTheWay(file.path))
                onTheWay.insert(file.blob);
        }
    for (std::size_t begin = 0; begin < files.size(); begin += kBatch) {
        if (cancel)
            return false;
        const std::span<const facts::TreeFile> batch{files.data() + begin,
                                                     std::min(kBatch, files.size() - begin)};
        auto facts = readFacts(batch);
        for (std::size_t i = 0; i < batch.size(); ++i)
            if (facts[i] && (onTheWay.contains(batch[i].blob) || names(*facts[i])))
                kept_.emplace(batch[i].blob, std::move(facts[i]));
    }
    return true;
}

const std::shared_ptr<const facts::SourceFacts>* PastScope::factsOf(const facts::TreeFile& file) const {
    const auto found = isRead(file) ? kept_.find(file.blob) : kept_.end();
    return found == kept_.end() ? nullptr : &found->second;
}

std::vector<std::uint32_t> PastScope::evenly(const facts::Timeline& timeline, unsigned stretches) const {
    std::vector<std::uint32_t> mattering;
    for (std::size_t i = 0; i < timeline.revisions.size(); ++i)
        if (std::ranges::any_of(timeline.revisions[i].present,
                                [&](const facts::TreeFile& file) { return factsOf(file) != nullptr; }))
            mattering.push_back(static_cast<std::uint32_t>(i));
    std::vector<std::uint32_t> out{0};
    for (unsigned i = 1; i < stretches; ++i)
        if (const std::size_t at = mattering.size() * i / stretches;
            at < mattering.size() && mattering[at] > out.back())
            out.push_back(mattering[at]);
    out.push_back(static_cast<std::uint32_t>(timeline.revisions.size()));
    return out;
}

bool PastFiles::apply(const facts::Revision& revision) {
    bool matters = revision.whole;
    if (revision.whole)
        files_.clear();
    for (const std::string& path : revision.gone)
        matters |= files_.erase(path) > 0;
    for (const facts::TreeFile& file : revision.present) {
        const auto* facts = scope_.factsOf(file);
        if (!facts) {
            matters |= files_.erase(file.path) > 0;
            continue;
        }
        facts::SourceFile& kept = files_[file.path];
        kept.path = file.path;
        kept.kind = file.kind;
        kept.blob = file.blob;
        kept.facts = *facts;
        matters = true;
    }
    return matters;
}

facts::ProjectFacts PastFiles::project() const {
    facts::ProjectFacts out;
    out.workingTree = false;
    out.files.reserve(files_.size());
    for (const auto& [path, file] : files_)
        out.files.push_back(file);
    return out;
}

} // namespace espalier::graph
