#include "graph/symbols/symbol_search.h"

#include "graph/symbols/fuzzy_score.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>

namespace espalier::graph {
namespace {

constexpr int kOfValues = 300;              // that names of values only are worth less
constexpr std::size_t kBetweenStops = 4096; // names

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Letters, digits and the underscore have bits of their own, everything else shares one.
std::uint64_t bitOf(char c) {
    const unsigned bit = c >= 'a' && c <= 'z'   ? static_cast<unsigned>(c - 'a')
                         : c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0') + 26
                         : c == '_'             ? 36
                                                : 37;
    return std::uint64_t{1} << bit;
}
std::uint64_t bitsOf(std::string_view folded) {
    std::uint64_t bits = 0;
    for (const char c : folded)
        bits |= bitOf(c);
    return bits;
}

std::string fold(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool isSymbol(const facts::Binding& binding) {
    return binding.when == EdgeKind::Import &&
           (binding.kind == facts::BindingKind::Definition ||
            binding.kind == facts::BindingKind::Assignment || binding.kind == facts::BindingKind::Alias);
}

} // namespace

// Looked at when they are asked for: mostly a few are enough.
class SymbolSearch::Around {
public:
    Around(const SymbolSearch& search, std::string wanted)
        : search_(search)
        , wanted_(std::move(wanted))
        , letters_(bitsOf(wanted_))
        , known_(wanted_.empty() ? 0 : search.snapshot_->modules.size(), Unknown) {}

    [[nodiscard]] bool all() const { return wanted_.empty(); }
    [[nodiscard]] bool holds(ModuleId module) {
        if (all())
            return true;
        char& known = known_[module.value];
        if (known == Unknown) {
            const bool mayHold = (letters_ & ~search_.moduleLetters_[module.value]) == 0;
            known = mayHold && fuzzyScore(wanted_, fold((*search_.snapshot_)[module].name)) > 0 ? Yes : No;
        }
        return known == Yes;
    }
    [[nodiscard]] bool holdsOne(std::span<const Place> places) {
        return all() || std::ranges::any_of(places, [this](const Place& p) { return holds(p.module); });
    }

private:
    enum : char { Unknown, No, Yes };
    const SymbolSearch& search_;
    const std::string wanted_;
    const std::uint64_t letters_;
    std::vector<char> known_; // by module
};

SymbolSearch::SymbolSearch(SnapshotPtr snapshot)
    : snapshot_(std::move(snapshot)) {
    struct Found {
        std::uint32_t name;
        PathClass cls;
        bool definition;
        Place place;
    };
    std::vector<Found> found;
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::size_t m = 0; m < snapshot_->modules.size(); ++m) {
        const Module& module = snapshot_->modules[m];
        moduleLetters_.push_back(bitsOf(fold(module.name)));
        const facts::SourceFacts* facts =
            module.file.valid() ? snapshot_->project.files[module.file.value].facts.get() : nullptr;
        for (std::size_t i = 0; facts && i < facts->bindings.size(); ++i) {
            const facts::Binding& binding = facts->bindings[i];
            if (!isSymbol(binding))
                continue;
            const auto number = numbers.try_emplace(binding.name, static_cast<std::uint32_t>(numbers.size()));
            found.push_back({number.first->second,
                             module.cls,
                             binding.kind == facts::BindingKind::Definition,
                             {ModuleId(m), static_cast<std::uint32_t>(i)}});
        }
    }
    // What a module binds several times is one; a definition counts most.
    const auto key = [](const Found& f) {
        return std::tuple(f.name, f.place.module, !f.definition, f.place.binding);
    };
    std::ranges::sort(found, {}, key);
    const auto again =
        std::ranges::unique(found, {}, [](const Found& f) { return std::pair(f.name, f.place.module); });
    found.erase(again.begin(), again.end());
    std::ranges::stable_sort(found, {},
                             [](const Found& f) { return std::tuple(f.name, f.cls, !f.definition); });

    names_.resize(numbers.size() + 1);
    for (const auto& [text, number] : numbers)
        names_[number].text = text;
    for (Name& name : names_) {
        const std::string folded = fold(name.text);
        name.letters = bitsOf(folded);
        name.folded = static_cast<std::uint32_t>(folded_.size());
        folded_ += folded;
    }
    places_.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i == 0 || found[i].name != found[i - 1].name)
            names_[found[i].name].firstPlace = static_cast<std::uint32_t>(i);
        places_.push_back(found[i].place);
        names_[found[i].name].defined |= found[i].definition;
    }
    names_.back().firstPlace = static_cast<std::uint32_t>(places_.size());
}

std::string_view SymbolSearch::foldedName(std::size_t name) const {
    return std::string_view(folded_).substr(names_[name].folded,
                                            names_[name + 1].folded - names_[name].folded);
}

std::vector<SymbolSearch::Match> SymbolSearch::matchNames(std::string_view wanted, Around& around,
                                                          const std::function<bool()>& stop) const {
    std::vector<Match> out;
    const std::uint64_t letters = bitsOf(wanted);
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
        if (i % kBetweenStops == 0 && stop && stop())
            return {};
        if ((letters & ~names_[i].letters) != 0 || names_[i + 1].folded - names_[i].folded < wanted.size())
            continue;
        if (const int score = around.holdsOne(placesOf(i)) ? fuzzyScore(wanted, foldedName(i)) : 0)
            out.push_back({std::min(score, kLastPartScore + 500) - (names_[i].defined ? 0 : kOfValues),
                           static_cast<std::uint32_t>(i)});
    }
    return out;
}

SymbolPlace SymbolSearch::symbolAt(const Place& place) const {
    const facts::SourceFile& file = snapshot_->project.files[(*snapshot_)[place.module].file.value];
    const facts::Binding& binding = file.facts->bindings[place.binding];
    const bool definition = binding.kind == facts::BindingKind::Definition;
    return symbolPlace(*snapshot_, {definition ? OriginKind::Definition : OriginKind::Value, place.module,
                                    place.binding, binding.name});
}

std::vector<SymbolHit> SymbolSearch::find(std::string_view query, std::size_t most,
                                          const std::function<bool()>& stop) const {
    std::string wanted = fold(query);
    std::erase(wanted, ' ');
    const std::size_t split = wanted.find_last_of(":.");
    Around around(*this, split == std::string::npos ? std::string() : wanted.substr(0, split));
    wanted.erase(0, split == std::string::npos ? 0 : split + 1);
    if (wanted.empty())
        return {};
    std::vector<Match> matches = matchNames(wanted, around, stop);
    // A heap gives as many of the best as are wanted, of which a module may have few.
    const auto worse = [&](const Match& a, const Match& b) {
        return std::tuple(a.score, names_[b.name].text) < std::tuple(b.score, names_[a.name].text);
    };
    std::ranges::make_heap(matches, worse);
    std::vector<SymbolHit> out;
    for (std::size_t left = matches.size(); left > 0 && out.size() < most; --left) {
        if (left % kBetweenStops == 0 && stop && stop())
            return {};
        const Match match = matches.front();
        std::ranges::pop_heap(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(left), worse);
        std::size_t ofName = 0;
        for (const Place& place : placesOf(match.name)) {
            if (out.size() == most || (around.all() && ofName == kPerName))
                break;
            if (!around.holds(place.module))
                continue;
            out.push_back({match.score, symbolAt(place)});
            ++ofName;
        }
    }
    return out;
}

} // namespace espalier::graph
