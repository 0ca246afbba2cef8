#include "indexer/scan/recorder.h"

#include "indexer/scan/literals.h"

#include <algorithm>
#include <numeric>

namespace espalier::scan {

namespace {

constexpr std::size_t kLongestScope = 1024;  // bytes
constexpr std::size_t kTextAtLeast = 80;     // bytes of each statement, whatever the budget
constexpr std::size_t kMostProblems = 10000; // of other kinds than syntax errors

bool breaksFile(std::string_view code) {
    return code == "syntax-error" || code == "conflict-marker" || code == "nul-byte" ||
           code == "invalid-encoding" || code == "unknown-encoding" || code == "too-large";
}

} // namespace

void Recorder::beginText(const SourceText& text, std::uint32_t firstLine) {
    text_ = &text;
    firstLine_ = firstLine;
    textBudget_ += 2 * std::size_t{text.size()} + facts::kMaxStatementBytes;
    facts_.lines += text.lineCount();
}

void Recorder::syntaxError(std::uint32_t position, std::string message) {
    if (syntaxErrors_++ < kMostSyntaxErrors)
        problem("syntax-error", position, std::move(message));
}

void Recorder::conflictMarker(std::uint32_t position) {
    problem("conflict-marker", position, "a conflict marker of a merge");
}

void Recorder::problem(std::string_view code, std::uint32_t position, std::string message) {
    if (facts_.problems.size() < kMostProblems)
        facts_.problems.push_back(
            {std::string(code), line(position), text_->column(position), std::move(message)});
    facts_.broken |= breaksFile(code);
}

void Recorder::problems(const std::vector<facts::FileProblem>& found) {
    for (const facts::FileProblem& p : found) {
        facts_.problems.push_back(p);
        facts_.broken |= breaksFile(p.code);
    }
}

std::string Recorder::excerpt(std::uint32_t begin, std::uint32_t end) const {
    return std::string(cutAtCharacter(text_->slice(begin, end), kLongestExcerpt));
}

std::string Recorder::writtenText(std::uint32_t begin, std::uint32_t end) {
    const std::size_t most = std::clamp(textBudget_, kTextAtLeast, facts::kMaxStatementBytes);
    const std::string_view text = cutAtCharacter(text_->slice(begin, end), most);
    textBudget_ -= std::min(textBudget_, text.size());
    return std::string(text);
}

std::uint32_t Recorder::import(facts::ImportStatement statement, std::uint32_t begin, std::uint32_t end,
                               const Context& context) {
    statement.kind = stronger(context.kind, statement.kind);
    statement.flags.bits |= context.flags.bits;
    statement.span = {line(begin), text_->column(begin), line(end), text_->column(end)};
    statement.scope = cutAtCharacter(scope_, kLongestScope);
    statement.text = writtenText(begin, end);
    facts_.imports.push_back(std::move(statement));
    importDepth_.push_back(context.functionDepth);
    return static_cast<std::uint32_t>(facts_.imports.size() - 1);
}

void Recorder::binding(facts::Binding binding, std::uint32_t position, const Context& context) {
    binding.when = context.kind;
    binding.flags = context.flags;
    binding.line = line(position);
    if (binding.kind == facts::BindingKind::Delete) {
        binding.since = context.branch;
        binding.statement = context.tried;
    }
    facts_.bindings.push_back(std::move(binding));
    bindingDepth_.push_back(context.functionDepth);
}

void Recorder::mark(facts::MarkSource source, std::uint32_t position, std::string symbol,
                    std::string message) {
    message = cutAtCharacter(message, facts::kMaxStatementBytes);
    facts_.marks.push_back({source, line(position), std::move(symbol), std::move(message)});
}

void Recorder::lazyName(std::string bound, std::uint32_t import, std::uint32_t name) {
    lazy_.emplace(std::move(bound), LazyName{import, name, false});
}

void Recorder::useLazyName(std::string_view name) {
    const auto [first, last] = lazy_.equal_range(name);
    for (auto it = first; it != last; ++it)
        it->second.used = true;
}

void Recorder::makeOptional(Place from, Place to, std::uint32_t functionDepth) {
    for (std::size_t i = from.imports; i < to.imports; ++i)
        if (importDepth_[i] == functionDepth)
            facts_.imports[i].flags.set(facts::Flag::Optional);
    for (std::size_t i = from.bindings; i < to.bindings; ++i) {
        if (bindingDepth_[i] != functionDepth)
            continue;
        facts::Binding& binding = facts_.bindings[i];
        binding.flags.set(facts::Flag::Optional);
        if (binding.kind != facts::BindingKind::Delete)
            continue;
        binding.since = std::max(binding.since, static_cast<std::uint32_t>(from.bindings));
        if (binding.statement < from.imports)
            binding.statement = facts::Binding::kNoStatement;
    }
}

std::uint32_t Recorder::lastImport(Place from, Place to) const {
    if (from.bindings == to.bindings)
        return facts::Binding::kNoStatement;
    const facts::Binding& last = facts_.bindings[to.bindings - 1];
    const bool imports = last.kind == facts::BindingKind::Import || last.kind == facts::BindingKind::Star;
    return imports && last.when == facts::EdgeKind::Import && last.statement + 1 == to.imports
               ? last.statement
               : facts::Binding::kNoStatement;
}

std::size_t Recorder::enterScope(std::string_view name) {
    const std::size_t before = scope_.size();
    if (before <= kLongestScope) {
        if (before > 0)
            scope_ += '.';
        scope_ += cutAtCharacter(name, kLongestScope);
    }
    return before;
}

// A lazy import of which some names are read at module level becomes two records: those run at import.
void Recorder::splitUsedLazyNames() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> used; // import -> names
    for (const auto& [bound, lazy] : lazy_)
        if (lazy.used)
            used[lazy.import].push_back(lazy.name);
    for (auto& [number, names] : used) {
        facts::ImportStatement& lazy = facts_.imports[number];
        if (names.size() == lazy.names.size()) {
            lazy.kind = facts::EdgeKind::Import;
            continue;
        }
        facts::ImportStatement run = lazy;
        run.kind = facts::EdgeKind::Import;
        run.names.clear();
        std::sort(names.rbegin(), names.rend());
        for (std::uint32_t name : names) {
            run.names.insert(run.names.begin(), lazy.names[name]);
            lazy.names.erase(lazy.names.begin() + name);
        }
        const auto copy = static_cast<std::uint32_t>(facts_.imports.size());
        for (facts::Binding& b : facts_.bindings)
            if (b.statement == number)
                for (const facts::ImportedName& n : run.names)
                    if (b.name == (n.alias.empty() ? n.name.substr(0, n.name.find('.')) : n.alias))
                        b.statement = copy;
        facts_.imports.push_back(std::move(run));
    }
}

void Recorder::sortImports() {
    std::vector<facts::ImportStatement>& imports = facts_.imports;
    const auto before = [](const facts::ImportStatement& a, const facts::ImportStatement& b) {
        return a.span < b.span;
    };
    if (std::is_sorted(imports.begin(), imports.end(), before))
        return;
    std::vector<std::uint32_t> order(imports.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return before(imports[a], imports[b]); });
    std::vector<facts::ImportStatement> sorted;
    std::vector<std::uint32_t> place(imports.size());
    sorted.reserve(imports.size());
    for (std::uint32_t old : order) {
        place[old] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(imports[old]));
    }
    imports = std::move(sorted);
    for (facts::Binding& b : facts_.bindings)
        if (b.statement != facts::Binding::kNoStatement)
            b.statement = place[b.statement];
}

facts::SourceFacts Recorder::finish() {
    splitUsedLazyNames();
    sortImports();
    return std::move(facts_);
}

} // namespace espalier::scan
