// A source tree in memory that writes down which files were read.
#pragma once

#include "indexer/source/blob_hash.h"
#include "indexer/source/source_tree.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace espalier::tests {

class RecordingTree final : public source::SourceTree {
public:
    struct File {
        std::string bytes;
        std::int64_t mtimeNs = 1;
        facts::FileKind kind = facts::FileKind::Python;
        std::optional<facts::BlobId> indexedBlob = std::nullopt;
        bool settled = true;
        source::Content::State state = source::Content::State::Read;
    };
    std::map<std::string, File> files;
    std::string revision = "0123";
    bool present = true;
    std::function<void()> onRead;

    facts::Result<source::Listing> list(const source::Scope& scope, const std::atomic<bool>&) override {
        source::Listing listing;
        listing.revision = revision;
        listing.startedNs = 1'000'000'000'000;
        for (const auto& [path, file] : files) {
            if (!scope.covers(path))
                continue;
            source::Entry entry;
            entry.path = path;
            entry.kind = file.kind;
            entry.stat = statOf(file);
            entry.indexedBlob = file.indexedBlob;
            listing.entries.push_back(std::move(entry));
        }
        return listing;
    }
    source::Content read(const source::Entry& entry) const override {
        {
            const std::lock_guard lock(mutex_);
            reads_.insert(entry.path);
            if (onRead)
                onRead();
        }
        const File& file = files.at(entry.path);
        source::Content content;
        content.state = file.state;
        content.problem = {"unreadable", 0, 0, "as the test wants"};
        content.bytes = file.bytes;
        content.stat = statOf(file);
        content.settled = file.settled;
        return content;
    }
    bool rootPresent() const override { return present; }

    // The paths read since the last call, each as often as it was read.
    std::string takeReads() {
        std::string out;
        for (const std::string& path : reads_)
            out += (out.empty() ? "" : " ") + path;
        reads_.clear();
        return out;
    }

private:
    static source::FileStat statOf(const File& file) {
        return {file.bytes.size(), file.mtimeNs, file.mtimeNs, 1};
    }

    mutable std::mutex mutex_;
    mutable std::multiset<std::string> reads_;
};

} // namespace espalier::tests
