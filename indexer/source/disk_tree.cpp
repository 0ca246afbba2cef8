#include "indexer/source/disk_tree.h"

#include "indexer/source/walker.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>

namespace espalier::source {

facts::Result<std::unique_ptr<DiskTree>> DiskTree::open(DiskOptions options) {
    struct Free {
        void operator()(char* text) const { std::free(text); }
    };
    const std::unique_ptr<char, Free> absolute(realpath(options.root.c_str(), nullptr));
    Descriptor fd(absolute ? ::open(absolute.get(), O_RDONLY | O_CLOEXEC | O_DIRECTORY) : -1);
    if (!fd.valid())
        return facts::Error{std::string("cannot open the folder: ") + std::strerror(errno), options.root,
                            "give a folder that exists and may be read"};
    options.root = absolute.get();
    return std::unique_ptr<DiskTree>(new DiskTree(std::move(options), std::move(fd)));
}

facts::Result<Listing> DiskTree::list(const Scope& scope, const std::atomic<bool>& cancel) {
    Listing listing;
    listing.startedNs = wallClockNs();
    if (scope.isWhole())
        git_ = GitView::open(options_.root, listing.problems);
    Walker(options_, root_.get(), git_.get(), entering_, cancel, listing).walk(scope);
    if (git_) {
        listing.revision = git_->head();
        for (Entry& entry : listing.entries)
            if (!entry.isLink && hasFacts(entry.kind))
                entry.indexedBlob = git_->cleanBlob(entry.path, entry.stat);
    }
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    std::sort(listing.problems.begin(), listing.problems.end(),
              [](const facts::ProjectProblem& a, const facts::ProjectProblem& b) { return a.path < b.path; });
    listing.cancelled = cancel.load();
    if (!rootPresent())
        return facts::Error{"the folder has gone while it was being listed", options_.root, ""};
    return listing;
}

GitFiles DiskTree::gitFiles() const {
    return git_ ? git_->files() : GitFiles{};
}

Content DiskTree::read(const Entry& entry) const {
    const Descriptor fd =
        openBeneath(root_.get(), entry.path, entry.isLink ? Links::WithinTree : Links::Refuse);
    if (fd.valid())
        return readContent(fd.get(), options_.maxFileBytes);
    Content content;
    const bool vanished = errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == EXDEV;
    content.state = vanished ? Content::State::Vanished : Content::State::Unreadable;
    content.problem = {vanished ? "vanished" : "unreadable", 0, 0, std::strerror(errno)};
    return content;
}

bool DiskTree::rootPresent() const {
    struct stat opened {
    }, named{};
    return fstat(root_.get(), &opened) == 0 && stat(options_.root.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace espalier::source
