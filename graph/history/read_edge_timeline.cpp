#include "graph/history/read_edge_timeline.h"

#include "graph/history/edge_recorder.h"
#include "indexer/facts/glob.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace espalier::graph {
namespace {

constexpr std::size_t kBatch = 1024; // contents that are read at once

using FactsPtr = std::shared_ptr<const facts::SourceFacts>;

struct HashContent {
    std::size_t operator()(const std::pair<facts::BlobId, facts::FileKind>& content) const noexcept {
        std::size_t hash;
        std::memcpy(&hash, content.first.bytes.data(), sizeof hash);
        return hash ^ static_cast<std::size_t>(content.second);
    }
};

// A change of one file: of its content, or that it is gone.
struct FileChange {
    FileId file;
    const facts::TreeFile* now = nullptr; // null: gone
};

// All paths of the line as numbers, in their order, and what each revision does to them.
struct Line {
    Line(const facts::Timeline& timeline, const std::vector<std::string>& exclude) {
        for (const facts::Revision& revision : timeline.revisions)
            for (const facts::TreeFile& file : revision.present)
                numbers.try_emplace(file.path, FileId());
        for (const facts::Revision& revision : timeline.revisions)
            for (const facts::TreeFile& file : revision.present)
                if (FileId& number = numbers.at(file.path); !number.valid()) {
                    number = FileId(0);
                    if (!facts::anyGlobMatches(exclude, file.path))
                        files.push_back({file.path, file.kind, {}, 0, nullptr, nullptr, {}, 0});
                }
        std::ranges::sort(files, {}, &facts::SourceFile::path);
        numbers.clear();
        for (std::size_t i = 0; i < files.size(); ++i)
            numbers.emplace(files[i].path, FileId(i));
    }

    [[nodiscard]] std::vector<FileChange> changesOf(const facts::Revision& revision,
                                                    const std::vector<const facts::TreeFile*>& before) const {
        std::vector<FileChange> out;
        std::vector<char> seen(revision.whole ? files.size() : 0, 0);
        const auto number = [&](std::string_view path) {
            const auto found = numbers.find(path);
            return found == numbers.end() ? FileId() : found->second;
        };
        for (const facts::TreeFile& file : revision.present)
            if (const FileId id = number(file.path); id.valid()) {
                out.push_back({id, &file});
                if (revision.whole)
                    seen[id.value] = 1;
            }
        for (const std::string& path : revision.gone)
            if (const FileId id = number(path); id.valid())
                out.push_back({id, nullptr});
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (!seen[i] && before[i])
                out.push_back({FileId(i), nullptr});
        return out;
    }

    std::unordered_map<std::string_view, FileId> numbers;
    std::vector<facts::SourceFile> files;
};

// Gives each content's facts; two stretches that need the same one at different times read it twice.
class FactsReader {
public:
    FactsReader(const EdgeTimelineInput& input, std::mutex& mutex)
        : input_(input)
        , mutex_(mutex) {}

    void read(std::span<const FileChange> changes) {
        batch_.clear();
        std::vector<facts::TreeFile> wanted;
        for (const FileChange& change : changes) {
            if (!change.now || !hasFacts(change.now->kind))
                continue;
            const auto [entry, added] = batch_.try_emplace({change.now->blob, change.now->kind});
            if (!added)
                continue;
            if (const auto known = alive_.find(entry->first); known != alive_.end())
                entry->second = known->second.lock();
            if (!entry->second)
                wanted.push_back(*change.now);
        }
        if (wanted.empty())
            return;
        std::vector<FactsPtr> found;
        {
            const std::scoped_lock lock(mutex_);
            found = input_.facts(wanted);
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            alive_[{wanted[i].blob, wanted[i].kind}] = found[i];
            batch_[{wanted[i].blob, wanted[i].kind}] = std::move(found[i]);
        }
    }

    [[nodiscard]] FactsPtr of(const facts::TreeFile& file) const {
        const auto found = batch_.find({file.blob, file.kind});
        return found == batch_.end() ? nullptr : found->second;
    }

private:
    static bool hasFacts(facts::FileKind kind) {
        return kind == facts::FileKind::Python || kind == facts::FileKind::Stub ||
               kind == facts::FileKind::Notebook;
    }

    const EdgeTimelineInput& input_;
    std::mutex& mutex_;
    using Key = std::pair<facts::BlobId, facts::FileKind>;
    std::unordered_map<Key, FactsPtr, HashContent> batch_;
    std::unordered_map<Key, std::weak_ptr<const facts::SourceFacts>, HashContent> alive_;
};

// The commits of one stretch of the line, one after the other.
class Stretch {
public:
    Stretch(const EdgeTimelineInput& input, const Line& line, std::mutex& mutex)
        : input_(input)
        , line_(line)
        , reader_(input, mutex) {}

    void run(std::uint32_t begin, std::uint32_t end, const std::function<bool()>& next) {
        std::vector<const facts::TreeFile*> now(line_.files.size(), nullptr);
        const auto apply = [&](std::uint32_t revision) {
            std::vector<FileChange> changes = line_.changesOf(input_.timeline.revisions[revision], now);
            for (const FileChange& change : changes)
                now[change.file.value] = change.now;
            return changes;
        };
        MovingModel model(line_.files, input_.config);
        for (std::uint32_t i = 0; i < begin; ++i)
            for (const FileChange& change : apply(i))
                if (change.now)
                    model.knew(change.file);
        EdgeRecorder recorder(model, line_.files.size());
        for (std::uint32_t first = begin; first < end;) {
            // As many revisions as their new contents make up a batch.
            std::vector<std::vector<FileChange>> changes;
            std::vector<FileChange> all;
            for (; first + changes.size() < end && all.size() < kBatch;) {
                changes.push_back(apply(first + static_cast<std::uint32_t>(changes.size())));
                if (first == begin && changes.size() == 1)
                    changes.back() = whole(now);
                all.insert(all.end(), changes.back().begin(), changes.back().end());
            }
            reader_.read(all);
            for (const std::vector<FileChange>& one : changes) {
                if (!next())
                    return;
                recorder.record(first++, model.move(steps(one)));
            }
        }
        lives = recorder.finish(end);
    }

    RecordedLives lives;

private:
    static std::vector<FileChange> whole(const std::vector<const facts::TreeFile*>& now) {
        std::vector<FileChange> out;
        for (std::size_t i = 0; i < now.size(); ++i)
            if (now[i])
                out.push_back({FileId(i), now[i]});
        return out;
    }

    [[nodiscard]] std::vector<MovingModel::Step> steps(const std::vector<FileChange>& changes) const {
        std::vector<MovingModel::Step> out;
        out.reserve(changes.size());
        for (const FileChange& change : changes)
            out.push_back(
                {change.file, change.now != nullptr, change.now ? reader_.of(*change.now) : nullptr});
        return out;
    }

    const EdgeTimelineInput& input_;
    const Line& line_;
    FactsReader reader_;
};

// Borders of so many stretches with about as many changed files in each; begins with 0, ends with the number
// of revisions.
std::vector<std::uint32_t> evenly(const facts::Timeline& timeline, unsigned stretches) {
    std::size_t all = 0;
    for (const facts::Revision& revision : timeline.revisions)
        all += revision.present.size() + revision.gone.size();
    std::vector<std::uint32_t> out{0};
    std::size_t sum = 0;
    for (std::uint32_t i = 0; i < timeline.revisions.size(); ++i) {
        if (out.size() < stretches && sum * stretches >= all * out.size() && i > out.back())
            out.push_back(i);
        sum += timeline.revisions[i].present.size() + timeline.revisions[i].gone.size();
    }
    out.push_back(static_cast<std::uint32_t>(timeline.revisions.size()));
    return out;
}

// Joins what was recorded of each stretch.
class Joiner {
public:
    explicit Joiner(std::vector<RecordedLives> stretches)
        : stretches_(std::move(stretches)) {}

    EdgeTimeline join() {
        nameModules();
        joinModules();
        joinEdges();
        for (const RecordedLives& stretch : stretches_)
            out_.totals.insert(out_.totals.end(), stretch.totals.begin(), stretch.totals.end());
        out_.revisions = static_cast<std::uint32_t>(out_.totals.size());
        return std::move(out_);
    }

private:
    // Those that lived for a revision at least.
    void nameModules() {
        std::vector<std::string> names;
        for (const RecordedLives& stretch : stretches_) {
            std::vector<char> lived(stretch.names.size(), 0);
            for (const RecordedLives::ModulePiece& piece : stretch.modules)
                if (!std::exchange(lived[piece.module], 1))
                    names.push_back(stretch.names[piece.module]);
        }
        std::ranges::sort(names);
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (std::string& name : names)
            out_.modules.push_back({std::move(name), 0, 0});
        for (const RecordedLives& stretch : stretches_) {
            std::vector<std::uint32_t>& numbers = numbers_.emplace_back();
            for (const std::string& name : stretch.names)
                numbers.push_back(out_.find(name).value_or(kNoId));
        }
    }

    // Puts a span at the end of a life, joined with the one before if there is no difference.
    template <class Life, class Span>
    static void append(Life& life, std::vector<Span>& spans, Span span) {
        if (life.spanCount == 0)
            life.firstSpan = static_cast<std::uint32_t>(spans.size());
        if (life.spanCount > 0 && spans.back().end == span.begin) {
            Span longer = spans.back();
            longer.end = span.end;
            span.begin = longer.begin;
            if (longer == span) {
                spans.back() = span;
                return;
            }
            span.begin = spans.back().end;
        }
        spans.push_back(span);
        ++life.spanCount;
    }

    void joinModules() {
        std::vector<RecordedLives::ModulePiece> pieces;
        for (std::size_t i = 0; i < stretches_.size(); ++i)
            for (RecordedLives::ModulePiece piece : std::exchange(stretches_[i].modules, {})) {
                piece.module = numbers_[i][piece.module];
                pieces.push_back(piece);
            }
        std::ranges::sort(pieces, [](const auto& a, const auto& b) {
            return std::pair(a.module, a.span.begin) < std::pair(b.module, b.span.begin);
        });
        for (const RecordedLives::ModulePiece& piece : pieces)
            append(out_.modules[piece.module], out_.moduleSpans, piece.span);
    }

    void joinEdges() {
        std::vector<RecordedLives::EdgePiece> pieces;
        for (std::size_t i = 0; i < stretches_.size(); ++i)
            for (RecordedLives::EdgePiece piece : std::exchange(stretches_[i].edges, {})) {
                piece.from = numbers_[i][piece.from];
                piece.to = numbers_[i][piece.to];
                pieces.push_back(piece);
            }
        std::ranges::sort(pieces, [](const auto& a, const auto& b) {
            return std::tuple(a.from, a.to, a.span.begin) < std::tuple(b.from, b.to, b.span.begin);
        });
        for (const RecordedLives::EdgePiece& piece : pieces) {
            if (out_.edges.empty() || out_.edges.back().from != piece.from ||
                out_.edges.back().to != piece.to)
                out_.edges.push_back({piece.from, piece.to, 0, 0});
            append(out_.edges.back(), out_.edgeSpans, piece.span);
        }
    }

    std::vector<RecordedLives> stretches_;
    std::vector<std::vector<std::uint32_t>> numbers_; // of modules, by stretch and number there
    EdgeTimeline out_;
};

} // namespace

std::optional<EdgeTimeline> readEdgeTimeline(const EdgeTimelineInput& input,
                                             const std::atomic<bool>& cancel) {
    const Line line(input.timeline, input.config.exclude);
    const unsigned cores =
        input.threads > 0 ? input.threads : std::max(1U, std::thread::hardware_concurrency());
    const std::vector<std::uint32_t> borders = evenly(input.timeline, std::min(cores, 64U));
    std::vector<RecordedLives> lives(borders.size() - 1);
    std::mutex mutex;
    std::atomic<std::size_t> done = 0;
    const auto run = [&](std::size_t i) {
        Stretch stretch(input, line, mutex);
        stretch.run(borders[i], borders[i + 1], [&] {
            const std::size_t now = ++done;
            if (i == 0 && input.progress)
                input.progress(now, input.timeline.revisions.size());
            return !cancel;
        });
        lives[i] = std::move(stretch.lives);
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < lives.size(); ++i)
            threads.emplace_back([&run, i] { run(i); });
        run(0);
    }
    if (cancel)
        return std::nullopt;
    return Joiner(std::move(lives)).join();
}

} // namespace espalier::graph
