// A line of commits, each given as a whole project in text.
#pragma once

#include "graph/history/campaign_past.h"
#include "graph/model/build.h"
#include "graph/model/former_modules.h"
#include "graph/model/project_text.h"

#include <QCryptographicHash>

#include <map>

namespace espalier::test {

inline facts::BlobId blobOf(const std::string& content) {
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(content), QCryptographicHash::Sha1);
    facts::BlobId blob;
    std::copy(hash.begin(), hash.end(), blob.bytes.begin());
    return blob;
}

// A commit a day, from 1970-01-01 on.
struct Line {
    facts::Timeline timeline;
    std::vector<facts::ProjectFacts> projects;
    std::map<std::pair<facts::BlobId, facts::FileKind>, std::shared_ptr<const facts::SourceFacts>> facts;
    std::map<std::uint32_t, graph::Renames> renames;

    void add(const std::string& text) {
        facts::ProjectFacts project = projectFromText(text);
        facts::Revision revision;
        const auto number = timeline.revisions.size();
        revision.commit.id = std::to_string(number);
        revision.commit.committed = static_cast<std::int64_t>(number) * 24 * 60 * 60;
        revision.whole = number == 0;
        std::map<std::string, facts::BlobId> before, now;
        for (const facts::SourceFile& file :
             projects.empty() ? std::vector<facts::SourceFile>{} : projects.back().files)
            before.emplace(file.path, file.blob);
        const auto files = filesFromText(text);
        for (facts::SourceFile& file : project.files)
            for (const auto& [path, content] : files)
                if (path == file.path)
                    file.blob = blobOf(content);
        for (const facts::SourceFile& file : project.files) {
            facts.emplace(std::pair(file.blob, file.kind), file.facts);
            now.emplace(file.path, file.blob);
            const auto same = before.find(file.path);
            if (same == before.end() || same->second != file.blob)
                revision.present.push_back({file.path, file.kind, file.blob});
        }
        for (const auto& [path, blob] : before)
            if (!now.contains(path))
                revision.gone.push_back(path);
        projects.push_back(std::move(project));
        timeline.revisions.push_back(std::move(revision));
    }

    std::vector<std::shared_ptr<const facts::SourceFacts>>
    factsOf(std::span<const facts::TreeFile> files) const {
        std::vector<std::shared_ptr<const facts::SourceFacts>> out;
        for (const facts::TreeFile& file : files)
            out.push_back(facts.at({file.blob, file.kind}));
        return out;
    }

    std::vector<graph::WatchPast> pasts(const graph::Config& config, unsigned threads = 2) const {
        const auto renamed = [&](std::uint32_t revision) {
            const auto found = renames.find(revision);
            return found == renames.end() ? graph::Renames{} : found->second;
        };
        return graph::watchPasts(
            {timeline, config, [this](auto files) { return factsOf(files); }, renamed, {}, threads}, false);
    }
};

// A commit by itself, with what the line had until then.
inline graph::SnapshotPtr snapshotAt(const Line& line, graph::Config config, std::size_t revision) {
    const auto former = std::make_shared<graph::FormerModules>();
    for (std::size_t i = 0; i <= revision; ++i)
        for (const facts::SourceFile& file : line.projects[i].files)
            former->add(file.path);
    config.former = former;
    return graph::buildSnapshot(line.projects[revision], config);
}

} // namespace espalier::test
