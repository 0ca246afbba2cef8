// Lines of commits for tests, from short texts.
#pragma once

#include "ui/history/commit_line.h"

#include <QStringList>

namespace espalier::test {

// "3:v1 5 8:v2": commits three, five and eight days after 2025-01-01 with so many files changed as their
// place says, and tags. Ids are forty times the place's digit.
inline ui::CommitLinePtr commitLine(const QString& text) {
    facts::Timeline timeline;
    std::vector<std::pair<std::string, std::string>> tags;
    constexpr std::int64_t kFirst = 1'735'689'600, kDay = 86'400;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) {
        facts::Revision revision;
        const std::size_t place = timeline.revisions.size();
        revision.commit.id = std::string(40, static_cast<char>('0' + place % 10));
        revision.commit.subject = "commit " + std::to_string(place);
        revision.commit.author = "Ann <A>";
        revision.commit.committed = kFirst + word.section(':', 0, 0).toInt() * kDay;
        revision.gone.resize(place);
        if (const QString tag = word.section(':', 1); !tag.isEmpty())
            tags.emplace_back(tag.toStdString(), revision.commit.id);
        timeline.revisions.push_back(std::move(revision));
    }
    return ui::makeCommitLine(std::move(timeline), tags);
}

} // namespace espalier::test
