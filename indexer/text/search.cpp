#include "indexer/text/search.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <thread>

namespace espalier::text {
namespace {

constexpr std::size_t kBinaryHead = 8192;

bool isBinary(std::string_view bytes) {
    return std::memchr(bytes.data(), '\0', std::min(bytes.size(), kBinaryHead)) != nullptr;
}

bool isPython(const source::Entry& entry) {
    return entry.kind == facts::FileKind::Python || entry.kind == facts::FileKind::Stub;
}

void countLetters(std::string_view bytes, std::string_view word, Letters& letters) {
    std::size_t places = 0;
    for (std::size_t at = 0; (at = bytes.find(word, at)) != std::string_view::npos; at += word.size())
        ++places;
    letters.places += places;
    letters.files += places > 0 ? 1 : 0;
}

void append(Letters& to, const Letters& from) {
    to.places += from.places;
    to.files += from.files;
}

// What one thread has found.
struct Part {
    Found found;
    bool letters = false; // are asked for

    void lookAt(const source::SourceTree& tree, const source::Entry& entry, std::string_view word) {
        if (!entry.readable)
            return;
        const source::Content content = tree.read(entry);
        if (content.state != source::Content::State::Read) {
            found.problems.push_back({entry.path, content.problem});
            return;
        }
        const std::string_view bytes = content.bytes;
        ++found.filesRead;
        found.bytesRead += bytes.size();
        if (isBinary(bytes)) {
            ++found.binaryFiles;
            return;
        }
        if (letters) {
            countLetters(bytes, word, found.letters);
            if (isPython(entry))
                countLetters(bytes, word, found.pythonLetters);
        }
        if (!mayHold(bytes, word))
            return;
        std::vector<Occurrence> list = isPython(entry) ? inPython(bytes, word) : inText(bytes, word);
        if (!list.empty())
            found.files.push_back({entry.path, std::move(list)});
    }
};

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

facts::Result<Found> search(source::SourceTree& tree, std::string_view word, const std::atomic<bool>& cancel,
                            unsigned threads, bool letters) {
    auto listing = tree.list(source::Scope::whole(), cancel);
    if (!listing)
        return listing.error();
    const std::vector<source::Entry>& entries = listing->entries;
    const unsigned cores = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<Part> parts(std::min<std::size_t>(cores, std::max<std::size_t>(1, entries.size())));
    for (Part& part : parts)
        part.letters = letters;
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> pool;
        for (Part& part : parts)
            pool.emplace_back([&] {
                for (std::size_t i; !cancel && (i = next++) < entries.size();)
                    part.lookAt(tree, entries[i], word);
            });
    }
    Found out;
    out.cancelled = cancel;
    for (const source::Entry& entry : entries)
        for (const facts::FileProblem& problem : entry.problems)
            out.problems.push_back({entry.path, problem});
    for (Part& part : parts) {
        out.filesRead += part.found.filesRead;
        out.binaryFiles += part.found.binaryFiles;
        out.bytesRead += part.found.bytesRead;
        append(out.letters, part.found.letters);
        append(out.pythonLetters, part.found.pythonLetters);
        append(out.files, std::move(part.found.files));
        append(out.problems, std::move(part.found.problems));
    }
    append(out.problems, std::move(listing->problems));
    std::ranges::sort(out.files, {}, &FoundFile::path);
    std::ranges::sort(out.problems, {}, &facts::ProjectProblem::path);
    return out;
}

} // namespace espalier::text
