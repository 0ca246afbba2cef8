// Every appearance of an identifier in the text files of a source tree, Python or not.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"
#include "indexer/source/source_tree.h"
#include "indexer/text/classify.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::text {

struct FoundFile {
    std::string path; // relative to the root
    std::vector<Occurrence> occurrences;
};

// Where the letters of a word stand, parts of longer words included.
struct Letters {
    std::size_t places = 0, files = 0;
};

struct Found {
    std::vector<FoundFile> files;   // those that have any, by path
    Letters letters, pythonLetters; // if asked for: in all text files, and in those of Python
    std::size_t filesRead = 0, binaryFiles = 0;
    std::uint64_t bytesRead = 0;
    std::vector<facts::ProjectProblem> problems; // what could not be read, or is too large
    bool cancelled = false;                      // then incomplete
};

// What was found in contents, by blob id: another search, of the same word and with the same `letters`, does
// not read these again. Threads may share it.
class Known {
public:
    struct Content {
        bool binary = false;
        std::uint64_t size = 0; // bytes
        Letters letters;
        std::vector<Occurrence> occurrences;
    };
    using Key = std::pair<facts::BlobId, bool>; // and whether it is read as Python
    [[nodiscard]] std::shared_ptr<const Content> find(const Key& key) const;
    void add(const Key& key, std::shared_ptr<const Content> content);

private:
    mutable std::mutex mutex_;
    std::map<Key, std::shared_ptr<const Content>> contents_;
};

// Looks at all that `tree` lists: one that was opened with `everyFile`. A file with a NUL in its first 8 kB
// is binary and is left out; so are files that were changed to something else while this runs. `threads` 0:
// all cores. `letters`: these, too. `known`: contents that are not read again, and where those that are go;
// null: none.
//
// Measured: 488 MB in 25,059 files, in the page cache: see README.
[[nodiscard]] facts::Result<Found> search(source::SourceTree& tree, std::string_view word,
                                          const std::atomic<bool>& cancel, unsigned threads = 0,
                                          bool letters = false, Known* known = nullptr);

} // namespace espalier::text
