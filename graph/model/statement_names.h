// The names in all import statements of a project as ids, once for each distinct content.
#pragma once

#include "graph/model/name_table.h"
#include "indexer/facts/project_facts.h"

#include <deque>
#include <vector>

namespace espalier::graph {

struct StatementNames {
    std::uint32_t module = kNoId; // DottedId of From, Call and String; kNoId if there is none
    std::uint32_t firstName = 0;  // range of FileNames::names: DottedIds of an Import, PartIds otherwise
    std::uint32_t nameCount = 0;
};

struct FileNames {
    const facts::SourceFacts* facts = nullptr;
    std::uint32_t uses = 0;                 // files of this content
    std::vector<StatementNames> statements; // as SourceFacts::imports
    std::vector<std::uint32_t> names;
};

class StatementIndex {
public:
    // Only files that import count: Python, notebooks and stubs.
    StatementIndex(const facts::ProjectFacts& project, NameTable& names);

    // Null if the file has no facts or does not count.
    [[nodiscard]] const FileNames* of(facts::FileId file) const {
        return fileOf_[file.value] == kNoId ? nullptr : &contents_[fileOf_[file.value]];
    }
    // Those that were replaced included, with no uses.
    [[nodiscard]] const std::deque<FileNames>& contents() const { return contents_; }

    // Gives a file that counts other facts. What of() returned for it stays valid as long as its old facts
    // live.
    void replace(facts::FileId file, const facts::SourceFacts& facts, NameTable& names);
    // Where files come and go: the facts of one that counts and is there, null otherwise. What of() returned
    // for it is no longer valid.
    void assign(facts::FileId file, const facts::SourceFacts* facts, NameTable& names);

private:
    std::deque<FileNames> contents_; // stay in place
    std::vector<std::uint32_t> fileOf_;
    std::vector<std::uint32_t> free_; // contents that assign() has taken away
};

} // namespace espalier::graph
