#include "app/tracker/sentence_claims.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace espalier::tracker {
namespace {

using Words = std::vector<Word>;

bool isOneOf(const Word& word, std::initializer_list<std::string_view> these) {
    return !word.code && std::ranges::find(these, word.lower) != these.end();
}
bool isNegation(const Word& word) {
    return isOneOf(word, {"no", "not", "never", "without", "doesn't", "don't", "zero"});
}
bool isFiller(const Word& word) {
    return isOneOf(word, {"the", "a",      "its",    "from",  "deprecated", "directly", "only",
                          "old", "legacy", "module", "class", "file",       "by",       "on",
                          "of",  "to",     "for",    "in",    "still",      "name"});
}
bool hasLetters(const Word& word) {
    return std::ranges::any_of(word.lower, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string nameOf(const Word& word) {
    const auto reference = referenceIn(word);
    return reference ? reference->path : word.text;
}

// The first name from `at` on, with nothing before it but filling words; words.size(): none.
std::size_t objectFrom(const Words& words, std::size_t at) {
    for (std::size_t steps = 0; at < words.size() && steps < 5; ++at, ++steps) {
        if (isName(words[at]))
            return at;
        if (!isFiller(words[at]))
            break;
    }
    return words.size();
}

// "lines 22-27"
std::pair<std::uint32_t, std::uint32_t> linesNamed(const Words& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (isOneOf(words[i], {"line", "lines"}))
            if (const auto lines = linesIn(words[i + 1].text))
                return *lines;
    for (const Word& word : words)
        if (const auto reference = referenceIn(word); reference && reference->first > 0)
            return {reference->first, reference->last};
    return {0, 0};
}

// Who imports, at the verb words[at]: the name before it, or, where nothing but a label stands before, what
// the sentence is about. Nothing if it is something without a name.
struct Subject {
    std::string name; // empty: `about`
    bool negated = false;
};
std::optional<Subject> subjectBefore(const Words& words, std::size_t at) {
    Subject subject;
    while (at > 0) {
        const Word& word = words[at - 1];
        if (isNegation(word))
            subject.negated = true;
        else if (word.after == ':' || !hasLetters(word))
            return isModuleName(word) && word.after != ':'
                       ? std::optional(Subject{nameOf(word), subject.negated})
                       : subject;
        else if (isName(word))
            return Subject{nameOf(word), subject.negated};
        else if (!isOneOf(word, {"still", "also", "does", "do", "directly", "properly", "now", "already",
                                 "longer", "currently", "itself", "it"}))
            return std::nullopt;
        --at;
    }
    return subject;
}

Claim relation(const std::string& from, const std::string& to, bool negated) {
    Claim claim;
    claim.kind = ClaimKind::Imports;
    claim.names = {from, to};
    claim.negated = negated;
    return claim;
}

class Reader {
public:
    Reader(const Words& words, const std::string& about)
        : words_(words)
        , about_(about) {}

    std::vector<Claim> run() {
        readVerbs();
        readArrows();
        readCycle();
        readCounts();
        return std::move(claims_);
    }

private:
    // "A imports B", "A does not import B and C", "A depends on B", "B is imported by A".
    void readVerbs() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool plural = isOneOf(words_[i], {"import"});
            if (isOneOf(words_[i], {"imported"}) && i + 1 < words_.size() && isOneOf(words_[i + 1], {"by"}))
                readPassive(i);
            else if (plural || isOneOf(words_[i], {"imports", "depends"}))
                readActive(i, plural);
        }
    }

    void readActive(std::size_t verb, bool plural) {
        std::size_t object = objectFrom(words_, verb + 1);
        const auto subject = subjectBefore(words_, verb);
        if (!subject || object == words_.size() || (plural && !subject->negated))
            return;
        const std::string from = subject->name.empty() ? about_ : subject->name;
        const auto [first, last] = linesNamed(words_);
        while (!from.empty() && object < words_.size()) {
            claims_.push_back(relation(from, nameOf(words_[object]), subject->negated));
            claims_.back().firstLine = first;
            claims_.back().lastLine = last;
            object = nextObject(object);
        }
    }

    // In "imports B, C and D"; but not in "imports B, C imports D".
    [[nodiscard]] std::size_t nextObject(std::size_t object) const {
        const std::size_t none = words_.size();
        const bool conjunction = object + 1 < none && isOneOf(words_[object + 1], {"and"});
        const std::size_t next = object + (conjunction ? 2 : 1);
        if (next >= none || (!conjunction && words_[object].after != ',') || !isName(words_[next]))
            return none;
        const bool subject =
            next + 1 < none && isOneOf(words_[next + 1], {"imports", "depends", "does", "is"});
        return subject ? none : next;
    }

    void readPassive(std::size_t verb) {
        const std::size_t importer = objectFrom(words_, verb + 2);
        bool negated = false;
        std::size_t at = verb;
        while (at > 0 && (isNegation(words_[at - 1]) ||
                          isOneOf(words_[at - 1], {"is", "are", "still", "being", "only", "longer"})))
            negated |= isNegation(words_[--at]);
        const std::string to = at > 0 && isName(words_[at - 1]) ? nameOf(words_[at - 1])
                               : at == 0                        ? about_
                                                                : "";
        if (importer < words_.size() && !to.empty() && isModuleName(words_[importer]))
            claims_.push_back(relation(nameOf(words_[importer]), to, negated));
    }

    // "A → B", but not what somebody renames or moves.
    void readArrows() {
        const bool moved = std::ranges::any_of(words_, [](const Word& word) {
            return isOneOf(word, {"rename", "renamed", "replace", "replaced", "move", "moved", "migrate",
                                  "migrated", "becomes"});
        });
        for (std::size_t i = 1; i + 1 < words_.size() && !moved; ++i) {
            if (words_[i].code || !isModuleName(words_[i - 1]) || !isModuleName(words_[i + 1]))
                continue;
            if (words_[i].text == "→")
                claims_.push_back(relation(nameOf(words_[i - 1]), nameOf(words_[i + 1]), false));
            if (words_[i].text == "↔" && !cycleWord())
                addCycle({nameOf(words_[i - 1]), nameOf(words_[i + 1])}, false);
        }
    }

    // The word that speaks of a cycle of imports.
    [[nodiscard]] std::optional<std::size_t> cycleWord(std::size_t from = 0) const {
        const auto ofImports = [&](std::size_t i) {
            return i < words_.size() && !words_[i].code &&
                   (words_[i].lower.starts_with("import") || words_[i].lower.starts_with("depend") ||
                    words_[i].lower.starts_with("reference"));
        };
        for (std::size_t i = from; i < words_.size(); ++i)
            if ((isOneOf(words_[i], {"circular", "cyclic"}) && ofImports(i + 1)) ||
                (isOneOf(words_[i], {"cycle", "cycles", "circle", "circles"}) && i > 0 && ofImports(i - 1)))
                return i;
        return std::nullopt;
    }

    void readCycle() {
        for (auto at = cycleWord(); at; at = cycleWord(*at + 1)) {
            const std::size_t begin = *at > 3 ? *at - 3 : 0;
            const bool negated = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(begin),
                                             words_.begin() + static_cast<std::ptrdiff_t>(*at), isNegation);
            std::vector<std::string> names;
            for (const Word& word : words_)
                if (isModuleName(word) && std::ranges::find(names, nameOf(word)) == names.end())
                    names.push_back(nameOf(word));
            if (negated && names.size() < 2 && !about_.empty() &&
                std::ranges::find(names, about_) == names.end())
                names.insert(names.begin(), about_);
            if (negated || names.size() > 1)
                return addCycle(std::move(names), negated);
        }
    }

    void addCycle(std::vector<std::string> names, bool negated) {
        Claim claim;
        claim.kind = ClaimKind::Cycle;
        claim.names = std::move(names);
        claim.negated = negated;
        claims_.push_back(std::move(claim));
    }

    // What is counted, at words_[at] or shortly behind it; words_.size(): nothing.
    [[nodiscard]] std::size_t unitFrom(std::size_t at) const {
        for (std::size_t i = at; i < words_.size() && i < at + 4; ++i) {
            if (isOneOf(words_[i], {"file", "files", "module", "modules", "occurrence", "occurrences",
                                    "import", "imports", "importers", "mention", "mentions", "reference",
                                    "references", "usages", "statements", "places"}))
                return i + 1 < words_.size() && isOneOf(words_[i], {"import"}) &&
                               isOneOf(words_[i + 1], {"statements", "statement"})
                           ? i + 1
                           : i;
            if (!words_[i].code && words_[i].lower.ends_with("/test"))
                continue;
            if (words_[i].after == ',' || words_[i].after == ':' || words_[i].code)
                break;
        }
        return words_.size();
    }
    static bool isFiles(const Word& unit) { return isOneOf(unit, {"file", "files", "module", "modules"}); }

    // "Reduce … to 50 files", "target: under 50 files", "update 148 imports": what is wanted, not what there
    // is.
    [[nodiscard]] bool isGoal(std::size_t number) const {
        if (isOneOf(words_.front(), {"reduce", "achieve", "lower", "decrease", "cut", "bring", "reach",
                                     "target", "targets", "goal", "goals", "aim", "get"}))
            return true;
        if (number > 0 &&
            isOneOf(words_[number - 1], {"update", "migrate", "fix", "convert", "replace", "rewrite"}))
            return true;
        for (std::size_t i = number; i-- > 0 && i + 4 > number;)
            if (isOneOf(words_[i], {"target", "goal", "under", "below", "aim", "reach", "wanted", "most"}))
                return true;
        return false;
    }

    void readCounts() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto number = words_[i].code ? std::nullopt : numberIn(words_[i].text);
            const std::size_t unit = number ? unitFrom(i + 1) : words_.size();
            if (unit == words_.size() || number->value == 0 || isGoal(i))
                continue;
            Claim claim;
            claim.about =
                number->about || (i > 0 && isOneOf(words_[i - 1], {"about", "around", "roughly", "some"}));
            claim.atLeast = number->atLeast || (i > 0 && isOneOf(words_[i - 1], {"over", "than"}));
            (isFiles(words_[unit]) ? claim.files : claim.places) = number->value;
            claim.imports = isOneOf(words_[unit], {"import", "imports", "importers", "statements"});
            const std::size_t end =
                isFiles(words_[unit]) ? countOfFiles(claim, i, unit) : countOfPlaces(claim, i, unit);
            claim.kind = claim.names.empty() ? ClaimKind::Unknown : ClaimKind::Count;
            claims_.push_back(std::move(claim));
            i = end;
        }
    }

    // What is done to the name: true if it is imported; nothing if it is something else.
    static std::optional<bool> isImporting(const Word& word) {
        if (isOneOf(word, {"import", "imports", "importing", "imported"}))
            return true;
        if (isOneOf(word, {"mention", "mentions", "reference", "references", "use", "uses", "using", "used",
                           "contain", "contains", "mentioning", "referencing", "containing", "mentioned",
                           "referenced"}))
            return false;
        return std::nullopt;
    }

    // "593+ files import X", "X is imported by 12 modules". Returns the last word that was read.
    std::size_t countOfFiles(Claim& claim, std::size_t number, std::size_t unit) const {
        for (std::size_t i = unit + 1; i < words_.size() && i < unit + 4; ++i)
            if (const auto importing = isImporting(words_[i])) {
                const std::size_t object = objectFrom(words_, i + 1);
                claim.imports = *importing;
                if (object < words_.size())
                    claim.names = {nameOf(words_[object])};
                return std::min(object, words_.size() - 1);
            }
        if (number >= 2 && isOneOf(words_[number - 1], {"by", "in", "across", "from"}))
            if (const auto importing = isImporting(words_[number - 2])) {
                claim.imports = *importing;
                for (std::size_t i = number - 2; i-- > 0 && claim.names.empty();)
                    if (isName(words_[i]))
                        claim.names = {nameOf(words_[i])};
            }
        return unit;
    }

    // "1,650 occurrences of X across 356 files".
    std::size_t countOfPlaces(Claim& claim, std::size_t, std::size_t unit) const {
        const std::size_t object =
            unit + 1 < words_.size() && isOneOf(words_[unit + 1], {"of", "to", "for", "from"})
                ? objectFrom(words_, unit + 1)
                : words_.size();
        if (object == words_.size())
            return unit;
        claim.names = {nameOf(words_[object])};
        for (std::size_t i = object + 1; i + 1 < words_.size() && i < object + 5; ++i)
            if (const auto files = numberIn(words_[i].text); files && isFiles(words_[i + 1])) {
                claim.files = files->value;
                return i + 1;
            }
        return object;
    }

    const Words& words_;
    const std::string& about_;
    std::vector<Claim> claims_;
};

} // namespace

std::vector<Claim> claimsOf(const Sentence& sentence, const std::string& about) {
    return Reader(sentence.words, about).run();
}

} // namespace espalier::tracker
