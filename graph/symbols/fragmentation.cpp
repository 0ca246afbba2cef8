#include "graph/symbols/fragmentation.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace espalier::graph {
namespace {

bool isPublic(std::string_view dotted) {
    for (std::size_t begin = 0; begin < dotted.size();) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        if (dotted[begin] == '_')
            return false;
        begin = end + 1;
    }
    return true;
}

bool isImportable(const Module& module) {
    return module.name.find('/') == std::string::npos;
}

} // namespace

std::string text(const Snapshot& snapshot, const ImportPath& path) {
    return snapshot[path.module].name + ':' + std::string(path.name);
}

Fragmentation::Fragmentation(Symbols& symbols, const EdgeFilter& filter)
    : symbols_(symbols)
    , seenFile_(symbols.snapshot().project.files.size(), OriginId::kNone)
    , violatesIn_(seenFile_) {
    readCampaigns();
    (void)symbols.importsOf(OriginId(0)); // all names are resolved, and all origins known
    for (std::size_t i = 0; i < symbols.originCount(); ++i)
        if (const OriginKind kind = symbols[OriginId(i)].kind;
            kind == OriginKind::Definition || kind == OriginKind::Value)
            collect(OriginId(i), filter);
    std::ranges::sort(ranked_, [&](const Spread& a, const Spread& b) {
        const auto rank = [](const Spread& s) { return std::tuple(s.violatingFiles, s.statements); };
        return rank(a) != rank(b) ? rank(a) > rank(b)
                                  : std::tuple(symbols[a.definition].name, a.canonical.path.module) <
                                        std::tuple(symbols[b.definition].name, b.canonical.path.module);
    });
    rankOf_.assign(symbols.originCount(), OriginId::kNone);
    for (std::size_t i = 0; i < ranked_.size(); ++i)
        rankOf_[ranked_[i].definition.value] = static_cast<std::uint32_t>(i);
}

// The uses of one definition that count.
void Fragmentation::collect(OriginId definition, const EdgeFilter& filter) {
    const Snapshot& snapshot = symbols_.snapshot();
    const std::size_t begin = uses_.size();
    for (const Symbols::ImportOf& import : symbols_.importsOf(definition)) {
        const StatementRef& ref = snapshot.statements[import.statement];
        const ModuleId to = snapshot[import.edge].to;
        const ModuleKind kind = snapshot[to].kind;
        if (kind != ModuleKind::External && kind != ModuleKind::Ghost && filter.admits(ref) &&
            !ref.flags.has(Flag::Submodule))
            uses_.push_back(
                {definition, {to, snapshot.importOf(ref).names[import.name].name}, import.statement});
    }
    const std::span<Use> own{uses_.data() + begin, uses_.size() - begin};
    const auto key = [](const Use& use) { return std::tie(use.path.module, use.path.name, use.statement); };
    std::ranges::sort(own, [&](const Use& a, const Use& b) { return key(a) < key(b); });
    if (!own.empty())
        summarize(own);
}

void Fragmentation::summarize(std::span<const Use> uses) {
    const Snapshot& snapshot = symbols_.snapshot();
    Spread spread;
    spread.definition = uses.front().definition;
    spread.canonical = canonical(uses);
    std::vector<std::uint64_t> statements; // one can import it by several names, through several edges
    for (const Use& use : uses)
        statements.push_back((std::uint64_t{snapshot.statements[use.statement].file.value} << 32) |
                             snapshot.statements[use.statement].import);
    std::ranges::sort(statements);
    statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
    spread.statements = static_cast<std::uint32_t>(statements.size());
    const std::uint32_t mark = spread.definition.value;
    std::uint32_t files = 0;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        spread.paths += i == 0 || uses[i].path != uses[i - 1].path ? 1 : 0;
        const std::uint32_t file = snapshot.statements[uses[i].statement].file.value;
        if (std::exchange(seenFile_[file], mark) != mark)
            ++files;
        if (violates(spread, uses[i].path, snapshot.statements[uses[i].statement]) &&
            std::exchange(violatesIn_[file], mark) != mark)
            ++spread.violatingFiles;
    }
    spread.compliantFiles = files - spread.violatingFiles;
    ranked_.push_back(std::move(spread));
}

bool Fragmentation::violates(const Spread& spread, const ImportPath& path, const StatementRef& ref) {
    const std::vector<ModuleId>& providers = spread.canonical.providers;
    return path != spread.canonical.path && std::ranges::find(providers, ref.importer) == providers.end();
}

bool Fragmentation::leadsTo(const ImportPath& path, OriginId definition) {
    const auto found = symbols_.origins(path.module, path.name);
    return std::ranges::find(found, definition) != found.end();
}

void Fragmentation::readCampaigns() {
    const Snapshot& snapshot = symbols_.snapshot();
    for (const Campaign& campaign : snapshot.campaigns)
        for (const std::string_view wanted : campaign.canonical) {
            const std::size_t colon = wanted.find(':');
            const auto module = snapshot.find(wanted.substr(0, colon));
            if (!module || !isImportable(snapshot[*module]))
                continue;
            const ImportPath path{*module, wanted.substr(colon + 1)};
            for (const OriginId origin : symbols_.origins(path.module, path.name)) {
                Canonical canonical{path, "campaign '" + campaign.name + "' says so", {}};
                for (const Step& step : symbols_.proof(path.module, path.name, origin))
                    canonical.providers.push_back(step.module);
                configured_.emplace_back(origin, std::move(canonical));
            }
        }
}

const Canonical* Fragmentation::configured(OriginId definition) const {
    const auto found = std::ranges::find(configured_, definition, &std::pair<OriginId, Canonical>::first);
    return found == configured_.end() ? nullptr : &found->second;
}

// What a campaign says; the defining module if it and the name there are public; else the shortest public
// path among those in use and the packages around it, in production or where the definition is.
Canonical Fragmentation::canonical(std::span<const Use> uses) {
    const Snapshot& snapshot = symbols_.snapshot();
    const OriginId definition = uses.front().definition;
    if (const Canonical* said = configured(definition))
        return *said;
    const Origin origin = symbols_[definition];
    const ImportPath defining{origin.module, origin.name};
    const bool isThere = leadsTo(defining, definition) && isImportable(snapshot[origin.module]);
    const bool hidden = !isPublic(snapshot[origin.module].name), hiddenName = !isPublic(origin.name);
    if (isThere && !hidden && !hiddenName)
        return {defining, "it is defined there", {}};
    std::vector<ImportPath> candidates;
    for (ModuleId around = snapshot[origin.module].parent; around.valid(); around = snapshot[around].parent)
        if (leadsTo({around, origin.name}, definition))
            candidates.push_back({around, origin.name});
    for (const Use& use : uses)
        candidates.push_back(use.path);
    const ImportPath* best = nullptr;
    const auto rank = [&](const ImportPath& path) {
        const std::string& module = snapshot[path.module].name;
        return std::tuple(std::ranges::count(module, '.'), module.size() + path.name.size(), module,
                          path.name);
    };
    for (const ImportPath& path : candidates) {
        const Module& module = snapshot[path.module];
        if (isImportable(module) && isPublic(module.name) && isPublic(path.name) &&
            (module.cls == PathClass::Production || module.cls == snapshot[origin.module].cls) &&
            (!best || rank(path) < rank(*best)))
            best = &path;
    }
    const std::string why = hidden ? "its module " + snapshot[origin.module].name + " is private"
                            : hiddenName
                                ? "its name " + std::string(origin.name) + " is private"
                                : "its module " + snapshot[origin.module].name + " does not keep the name";
    if (!best)
        return {isThere ? defining : uses.front().path, why + ", and no public module offers it", {}};
    Canonical out{*best, why + "; this is the shortest public path", {}};
    for (const Step& step : symbols_.proof(best->module, best->name, definition))
        out.providers.push_back(step.module);
    return out;
}

std::span<const Fragmentation::Use> Fragmentation::usesOf(OriginId definition) const {
    const auto range = std::ranges::equal_range(uses_, definition, {}, &Use::definition);
    return {range.begin(), range.end()};
}

const Spread* Fragmentation::find(OriginId definition) const {
    const std::uint32_t rank =
        definition.value < rankOf_.size() ? rankOf_[definition.value] : OriginId::kNone;
    return rank == OriginId::kNone ? nullptr : &ranked_[rank];
}

std::vector<Fragmentation::Path> Fragmentation::paths(const Spread& spread) const {
    const Snapshot& snapshot = symbols_.snapshot();
    std::vector<Path> out;
    std::uint32_t last = OriginId::kNone;
    for (const Use& use : usesOf(spread.definition)) {
        if (out.empty() || out.back().path != use.path)
            out.push_back({use.path, use.path == spread.canonical.path, {}, {}});
        if (std::exchange(last, use.statement) != use.statement || out.back().statements.empty())
            out.back().statements.push_back(snapshot.statements[use.statement]);
    }
    for (Path& path : out) {
        std::ranges::sort(path.statements, {},
                          [](const StatementRef& ref) { return std::tuple(ref.file, ref.import); });
        path.counts = count(snapshot, path.statements);
    }
    std::ranges::stable_sort(out, std::greater(),
                             [](const Path& path) { return path.counts.total.statements; });
    return out;
}

std::string requiredForm(const Snapshot& snapshot, const StatementRef& ref, const ImportPath& from,
                         const ImportPath& to) {
    std::string names;
    for (const std::uint16_t index : snapshot.namesOf(ref)) {
        const facts::ImportedName& name = snapshot.importOf(ref).names[index];
        if (name.name != from.name)
            continue;
        const std::string& bound = name.alias.empty() ? name.name : name.alias;
        names +=
            (names.empty() ? "" : ", ") + std::string(to.name) + (bound == to.name ? "" : " as " + bound);
    }
    return "from " + snapshot[to.module].name + " import " + names;
}

} // namespace espalier::graph
