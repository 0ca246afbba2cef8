#include "app/project/past_line.h"

#include "indexer/source/repository.h"
#include "indexer/store/archive.h"

namespace espalier::project {

bool isBare(const Location& location) {
    const auto repository = source::Repository::open(location.root);
    return repository && (*repository)->isBare();
}

std::optional<PastLine> readPastLine(const Location& location) {
    const auto repository = source::Repository::open(location.root);
    if (!repository)
        return std::nullopt;
    PastLine out;
    for (source::Repository::Tag& tag : (*repository)->tags())
        out.tags.emplace_back(std::move(tag.name), std::move(tag.commit));
    auto archive = store::ArchiveReader::open(store::archivePath(location.store));
    if (!archive)
        return out;
    if (auto line = archive->line("HEAD"); line && *line)
        out.timeline = std::move(**line);
    return out;
}

} // namespace espalier::project
