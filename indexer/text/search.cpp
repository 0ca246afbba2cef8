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

Letters countLetters(std::string_view bytes, std::string_view word) {
    Letters out;
    for (std::size_t at = 0; (at = bytes.find(word, at)) != std::string_view::npos; at += word.size())
        ++out.places;
    out.files = out.places > 0 ? 1 : 0;
    return out;
}

void append(Letters& to, const Letters& from) {
    to.places += from.places;
    to.files += from.files;
}

// What is looked for, and what one thread has found.
struct Part {
    std::string_view word;
    bool letters = false; // are asked for
    Known* known = nullptr;
    Found found;

    void lookAt(const source::SourceTree& tree, const source::Entry& entry) {
        if (!entry.readable)
            return;
        const std::shared_ptr<const Known::Content> content = contentOf(tree, entry);
        if (!content)
            return;
        ++found.filesRead;
        found.bytesRead += content->size;
        found.binaryFiles += content->binary ? 1 : 0;
        append(found.letters, content->letters);
        if (isPython(entry))
            append(found.pythonLetters, content->letters);
        if (!content->occurrences.empty())
            found.files.push_back({entry.path, content->occurrences});
    }

private:
    std::shared_ptr<const Known::Content> contentOf(const source::SourceTree& tree,
                                                    const source::Entry& entry) {
        const bool keep = known && entry.indexedBlob;
        const Known::Key key{entry.indexedBlob.value_or(facts::BlobId()), isPython(entry)};
        if (auto before = keep ? known->find(key) : nullptr)
            return before;
        const source::Content content = tree.read(entry);
        if (content.state != source::Content::State::Read) {
            found.problems.push_back({entry.path, content.problem});
            return nullptr;
        }
        auto out = std::make_shared<const Known::Content>(lookInto(content.bytes, isPython(entry)));
        if (keep)
            known->add(key, out);
        return out;
    }

    [[nodiscard]] Known::Content lookInto(std::string_view bytes, bool python) const {
        Known::Content out{isBinary(bytes), bytes.size(), {}, {}};
        if (out.binary)
            return out;
        if (letters)
            out.letters = countLetters(bytes, word);
        if (mayHold(bytes, word))
            out.occurrences = python ? inPython(bytes, word) : inText(bytes, word);
        return out;
    }
};

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

std::shared_ptr<const Known::Content> Known::find(const Key& key) const {
    const std::scoped_lock lock(mutex_);
    const auto found = contents_.find(key);
    return found == contents_.end() ? nullptr : found->second;
}

void Known::add(const Key& key, std::shared_ptr<const Content> content) {
    const std::scoped_lock lock(mutex_);
    contents_.emplace(key, std::move(content));
}

facts::Result<Found> search(source::SourceTree& tree, std::string_view word, const std::atomic<bool>& cancel,
                            unsigned threads, bool letters, Known* known) {
    auto listing = tree.list(source::Scope::whole(), cancel);
    if (!listing)
        return listing.error();
    const std::vector<source::Entry>& entries = listing->entries;
    const unsigned cores = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<Part> parts(std::min<std::size_t>(cores, std::max<std::size_t>(1, entries.size())));
    for (Part& part : parts) {
        part.word = word;
        part.letters = letters;
        part.known = known;
    }
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> pool;
        for (Part& part : parts)
            pool.emplace_back([&] {
                for (std::size_t i; !cancel && (i = next++) < entries.size();)
                    part.lookAt(tree, entries[i]);
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
