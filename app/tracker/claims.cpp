#include "app/tracker/claims.h"

#include "app/tracker/code_claims.h"
#include "app/tracker/markdown.h"
#include "app/tracker/repair.h"
#include "app/tracker/sentence_claims.h"
#include "app/tracker/words.h"

#include <algorithm>
#include <map>
#include <set>

namespace espalier::tracker {
namespace {

constexpr std::size_t kMaxTextBytes = 300;

// On one line, cut on a character border.
std::string shown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank || (!out.empty() && out.back() != ' '))
            out += blank ? ' ' : c;
        if (out.size() > kMaxTextBytes && (static_cast<unsigned char>(c) & 0xc0U) != 0x80) {
            out.pop_back();
            return out + "…";
        }
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

class TrackerReader {
public:
    Tracker read(const std::vector<Block>& blocks) {
        bool afterRow = false;
        for (const Block& block : blocks) {
            if (block.kind == Block::Kind::Heading)
                places_.clear();
            else if (afterRow && block.kind != Block::Kind::Row)
                places_.erase(block.depth);
            if (block.kind == Block::Kind::Text)
                std::erase_if(places_, [&](const auto& place) {
                    return place.first >= block.depth && block.depth > 0;
                });
            if (block.kind != Block::Kind::Text || block.depth == 0 || block.depth < counted_.depth)
                counted_ = {};
            if (block.kind == Block::Kind::Code)
                readCode(block);
            else
                readText(block);
            afterRow = block.kind == Block::Kind::Row;
        }
        std::ranges::stable_sort(tracker_.claims, {}, &Claim::line);
        tracker_.modules.assign(modules_.begin(), modules_.end());
        tracker_.folders.assign(folders_.begin(), folders_.end());
        return std::move(tracker_);
    }

private:
    // The file that the text around a block at this depth has named.
    [[nodiscard]] Reference placeAt(int depth) const {
        const auto after = places_.upper_bound(depth);
        return after == places_.begin() ? Reference{} : std::prev(after)->second;
    }

    void add(Claim claim, std::uint32_t line, std::string_view text) {
        claim.line = line;
        claim.text = shown(text);
        tracker_.claims.push_back(std::move(claim));
    }

    void readText(const Block& block) {
        const std::vector<Sentence> sentences = sentencesOf(block);
        notePlace(block, sentences);
        for (const Sentence& sentence : sentences) {
            const std::string_view text =
                std::string_view(block.text).substr(sentence.begin, sentence.end - sentence.begin);
            readReferences(block, sentence);
            const bool asked = block.openTask || asksForAll(sentence);
            std::vector<Claim> found = claimsOf(sentence, placeAt(block.depth).path);
            for (Claim& claim : found) {
                countOn(claim, block.depth);
                if (!asked)
                    add(std::move(claim), block.lineAt(sentence.begin), text);
            }
            for (const Word& word : sentence.words)
                if (word.code)
                    readInlineCode(block, sentence, word);
        }
    }

    // "1,650 occurrences of X", and in the next item "20 import statements".
    void countOn(Claim& claim, int depth) {
        if (claim.kind == ClaimKind::Unknown && claim.imports && counted_.depth == depth &&
            !counted_.name.empty()) {
            claim.kind = ClaimKind::Count;
            claim.names = {counted_.name};
        }
        if (claim.kind == ClaimKind::Count)
            counted_ = {depth, claim.names[0]};
    }

    // "Required: …", "Should be …": what is wanted, not what there is.
    static bool asksForAll(const Sentence& sentence) {
        const std::string& first = sentence.words.front().lower;
        return first == "should" || first == "required" || first == "must";
    }

    // Paths, and lines of them.
    void readReferences(const Block& block, const Sentence& sentence) {
        for (const Word& word : sentence.words) {
            const auto reference = referenceIn(word);
            if (!reference)
                continue;
            const std::size_t slash = reference->path.rfind('/');
            const std::size_t begin = reference->path.front() == '/' ? 1 : 0;
            if (slash != std::string::npos && slash > 0)
                folders_.insert(reference->path.substr(begin, slash + 1 - begin));
            if (isModuleName(word))
                modules_.insert(reference->path);
            Claim claim;
            claim.kind = reference->first > 0 ? ClaimKind::Line : ClaimKind::Path;
            claim.path = reference->path;
            claim.firstLine = reference->first;
            claim.lastLine = reference->last;
            if (paths_.insert(reference->path).second || claim.kind == ClaimKind::Line)
                add(std::move(claim), block.lineAt(word.offset), word.text);
        }
    }

    // A list item or heading that names a file is about it, with all that lies below it; a row too. A
    // paragraph says it with a label, or where it leads to what follows.
    void notePlace(const Block& block, const std::vector<Sentence>& sentences) {
        if (block.kind == Block::Kind::Row)
            places_.erase(block.depth);
        for (const Sentence& sentence : sentences)
            for (std::size_t i = 0; i < sentence.words.size(); ++i) {
                const auto reference = referenceIn(sentence.words[i]);
                if (!reference || !isModuleName(sentence.words[i]))
                    continue;
                const bool labelled = i == 1 && isLabel(sentence.words[0]);
                const bool leads = block.kind == Block::Kind::Text && &sentence == &sentences.back() &&
                                   block.text.ends_with(':');
                const bool first =
                    i == 0 || (i == 1 && sentence.words[0].text.find_first_of("abcdefghijklmnopqrstuvwxyz") ==
                                             std::string::npos);
                if (labelled || leads || block.kind != Block::Kind::Text || (block.depth > 0 && first)) {
                    places_[block.depth] = *reference;
                    return;
                }
            }
    }
    static bool isLabel(const Word& word) {
        return word.after == ':' && (word.lower == "file" || word.lower == "module" || word.lower == "path" ||
                                     word.lower == "in" || word.lower == "location");
    }

    void readInlineCode(const Block& block, const Sentence& sentence, const Word& word) {
        const Reference place = placeAt(block.depth);
        std::string before;
        for (const Word& other : sentence.words)
            if (other.offset < word.offset && !other.code)
                before += other.lower + ' ';
        const bool asked = block.openTask || asksFor(before) || before.find("use ") != std::string::npos;
        if (word.text.starts_with("import ") || word.text.starts_with("from ")) {
            for (CodeClaim& found : claimsOfCode(word.text, asked ? "" : place.path, asked ? 0 : place.first,
                                                 asked ? 0 : place.last))
                if (found.claim.kind == ClaimKind::Import)
                    add(std::move(found.claim), block.lineAt(word.offset), word.text);
            return;
        }
        Claim claim;
        claim.kind = ClaimKind::Alias;
        claim.names.resize(2);
        claim.path = place.path;
        if (!block.openTask && isAlias(word.text, claim.names[0], claim.names[1]))
            add(std::move(claim), block.lineAt(word.offset), word.text);
    }

    void readCode(const Block& block) {
        const bool python = block.language.empty() || block.language == "python" || block.language == "py" ||
                            block.language == "python3";
        if (!python)
            return;
        if (block.language.empty())
            readDiagram(block);
        std::vector<std::size_t> lineStarts{0};
        for (std::size_t i = 0; i < block.text.size(); ++i)
            if (block.text[i] == '\n')
                lineStarts.push_back(i + 1);
        const Reference place = placeAt(block.depth);
        for (CodeClaim& found : claimsOfCode(block.text, place.path, place.first, place.last)) {
            const std::size_t at = lineStarts[std::min<std::size_t>(found.line, lineStarts.size()) - 1];
            const std::string text = found.claim.text;
            add(std::move(found.claim), block.lineAt(at), text);
        }
    }

    // Files below each other with arrows between: each imports the next.
    void readDiagram(const Block& block) {
        const Word* above = nullptr;
        bool arrow = false;
        const std::vector<Sentence> lines = sentencesOf(block);
        for (const Sentence& line : lines) {
            const Word& first = line.words.front();
            const bool file = isModuleName(first) && referenceIn(first);
            if (file && above && arrow)
                for (Claim& claim : claimsOf({0, 0, {*above, {"→", "→", 0, false, ' '}, first}}, ""))
                    add(std::move(claim), block.lineAt(first.offset), above->text + " → " + first.text);
            if (file)
                modules_.insert(referenceIn(first)->path);
            arrow = !file && above &&
                    (first.text == "↓" || first.text == "→" || first.text == "v" || first.text == "⬇");
            if (!arrow)
                above = file ? &first : nullptr;
        }
    }

    struct Counted {
        int depth = 0;
        std::string name;
    };

    Tracker tracker_;
    std::map<int, Reference> places_; // by depth
    Counted counted_;                 // by the list item before
    std::set<std::string> paths_;     // that have a claim
    std::set<std::string> modules_, folders_;
};

} // namespace

std::string_view name(ClaimKind kind) {
    switch (kind) {
    case ClaimKind::Path:
        return "path";
    case ClaimKind::Line:
        return "line";
    case ClaimKind::Import:
        return "import";
    case ClaimKind::Imports:
        return "imports";
    case ClaimKind::Cycle:
        return "cycle";
    case ClaimKind::Alias:
        return "alias";
    case ClaimKind::Count:
        return "count";
    case ClaimKind::Unknown:
        break;
    }
    return "unknown";
}

facts::Result<Tracker> readTracker(std::string_view markdown) {
    if (markdown.size() > kMaxTrackerBytes)
        return facts::Error{"larger than 1 MB", {}, {}};
    return TrackerReader().read(blocksOf(repaired(markdown)));
}

} // namespace espalier::tracker
