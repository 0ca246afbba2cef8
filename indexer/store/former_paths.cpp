#include "indexer/store/former_paths.h"

#include "indexer/store/bytes.h"
#include "indexer/store/compress.h"

#include <map>

namespace espalier::store {
namespace {

bool isModule(facts::FileKind kind) {
    return kind == facts::FileKind::Python || kind == facts::FileKind::Extension;
}

// When each path came and went.
using Changes = std::map<std::string_view, std::vector<std::uint32_t>>;

bool isThere(const std::vector<std::uint32_t>& changes) {
    return changes.size() % 2 == 1;
}

void apply(const facts::Revision& revision, std::uint32_t number, Changes& all) {
    for (const facts::TreeFile& file : revision.present)
        if (isModule(file.kind))
            if (auto& changes = all[file.path]; !isThere(changes))
                changes.push_back(number);
    const auto go = [&](std::vector<std::uint32_t>& changes) {
        if (isThere(changes))
            changes.push_back(number);
    };
    for (const std::string& path : revision.gone)
        if (const auto found = all.find(path); found != all.end())
            go(found->second);
    if (!revision.whole)
        return;
    std::map<std::string_view, bool> present;
    for (const facts::TreeFile& file : revision.present)
        present.emplace(file.path, true);
    for (auto& [path, changes] : all)
        if (!present.contains(path))
            go(changes);
}

} // namespace

FormerPaths formerPaths(const facts::Timeline& timeline) {
    FormerPaths out;
    Changes all;
    for (const facts::Revision& revision : timeline.revisions) {
        const facts::Commit& commit = revision.commit;
        apply(revision, static_cast<std::uint32_t>(out.revisions.size()), all);
        out.revisions.push_back({commit.id, commit.committed, commit.offsetMinutes, commit.author});
    }
    for (auto& [path, changes] : all)
        out.paths.push_back({std::string(path), std::move(changes)});
    return out;
}

std::string encode(const FormerPaths& paths) {
    ByteWriter writer;
    writer.number(paths.revisions.size());
    for (const FormerPaths::Revision& revision : paths.revisions) {
        writer.text(revision.commit);
        writer.number(static_cast<std::uint64_t>(revision.committed));
        writer.number(static_cast<std::uint64_t>(static_cast<std::int64_t>(revision.offsetMinutes)));
        writer.text(revision.author);
    }
    writer.number(paths.paths.size());
    for (const FormerPaths::Path& path : paths.paths) {
        writer.text(path.path);
        writer.number(path.changes.size());
        for (const std::uint32_t change : path.changes)
            writer.number(change);
    }
    return compress(writer.bytes());
}

std::optional<FormerPaths> decodeFormerPaths(std::string_view bytes) {
    const auto raw = decompress(bytes);
    if (!raw)
        return std::nullopt;
    ByteReader reader(*raw);
    FormerPaths out;
    out.revisions.resize(reader.count());
    for (FormerPaths::Revision& revision : out.revisions) {
        revision.commit = reader.text();
        revision.committed = static_cast<std::int64_t>(reader.number());
        revision.offsetMinutes = static_cast<std::int32_t>(static_cast<std::int64_t>(reader.number()));
        revision.author = reader.text();
    }
    out.paths.resize(reader.count());
    for (FormerPaths::Path& path : out.paths) {
        path.path = reader.text();
        path.changes.resize(reader.count());
        for (std::uint32_t& change : path.changes)
            change = static_cast<std::uint32_t>(
                reader.number(out.revisions.empty() ? 0 : out.revisions.size() - 1));
    }
    if (!reader.done())
        return std::nullopt;
    return out;
}

} // namespace espalier::store
