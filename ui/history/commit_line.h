// The commits of a project's past that the window knows: one first-parent line, with its tags.
#pragma once

#include "indexer/facts/history.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::ui {

// Immutable, never empty. A place on it is the number of a commit, counted from the oldest; size() stands for
// what comes behind the newest: the working tree.
struct CommitLine {
    std::shared_ptr<const facts::Timeline> timeline;
    struct Tag {
        int place = 0;
        QString name;
    };
    std::vector<Tag> tags;           // by place
    std::vector<std::int64_t> times; // of each commit, seconds since 1970; made never to fall
    std::vector<int> files;          // that each has changed; the first has none

    [[nodiscard]] int size() const { return static_cast<int>(times.size()); }
    [[nodiscard]] const facts::Commit& operator[](int place) const {
        return timeline->revisions[static_cast<std::size_t>(place)].commit;
    }
    [[nodiscard]] std::optional<int> find(const std::string& commit) const;
    [[nodiscard]] QStringList tagsAt(int place) const;
    // The nearest tagged place in that direction (-1 or 1); size() and 0 count as tagged.
    [[nodiscard]] int nextTag(int place, int direction) const;
};
using CommitLinePtr = std::shared_ptr<const CommitLine>;

// `tags`: name and commit; those of other lines are left out. Null if there are no commits.
[[nodiscard]] CommitLinePtr makeCommitLine(facts::Timeline timeline,
                                           const std::vector<std::pair<std::string, std::string>>& tags);

// "3fcb7e3793"
[[nodiscard]] QString shortId(const std::string& commit);
// "2025-09-14", where the committer was.
[[nodiscard]] QString dateOf(const facts::Commit& commit);
// "3fcb7e3793, 2025-09-14"
[[nodiscard]] QString nameOf(const facts::Commit& commit);
// Id, tags, date, author, subject and figures in one line.
[[nodiscard]] QString wordsOf(const CommitLine& line, int place);
// The same as rich text.
[[nodiscard]] QString cardOf(const CommitLine& line, int place);

} // namespace espalier::ui
