#include "graph/model/deprecation.h"

#include "graph/model/deprecation_message.h"

#include <algorithm>
#include <tuple>

namespace espalier::graph {
namespace {

// Module-level code of a shim imports something to hand on, beyond what it needs for the warning itself.
bool reexportsSomething(const facts::SourceFacts& facts) {
    return std::any_of(
        facts.imports.begin(), facts.imports.end(), [](const facts::ImportStatement& statement) {
            if (statement.kind != EdgeKind::Import || statement.form == facts::ImportForm::String)
                return false;
            const std::string& module =
                statement.form == facts::ImportForm::Import && !statement.names.empty()
                    ? statement.names.front().name
                    : statement.module;
            return statement.level > 0 || (module != "warnings" && module != "typing" &&
                                           module != "typing_extensions" && module != "__future__");
        });
}

Deprecation fromMark(const facts::DeprecationMark& mark, ModuleId module) {
    Deprecation out;
    out.source = mark.source;
    out.module = module;
    out.symbol = mark.symbol;
    // What a module __getattr__ warns about are names that it serves, never the module.
    if (out.symbol.empty() && mark.source == facts::MarkSource::Getattr)
        out.symbol = "__getattr__";
    out.line = mark.line;
    out.message = mark.message;
    DeprecationAdvice advice = readDeprecationMessage(mark.message);
    out.replacement = std::move(advice.replacement);
    out.removal = std::move(advice.removal);
    return out;
}

} // namespace

void findDeprecations(Snapshot& snapshot, const Config& config) {
    for (const DeprecatedEntry& entry : config.deprecated) {
        const auto module = snapshot.find(entry.module);
        if (!module)
            continue;
        Deprecation out;
        out.configured = true;
        out.module = *module;
        out.symbol = entry.symbol;
        out.replacement = entry.replacement;
        out.removal = entry.removal;
        snapshot.deprecations.push_back(std::move(out));
    }
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const Module& module = snapshot.modules[i];
        if (!module.file.valid())
            continue;
        const facts::SourceFile& file = snapshot.project.files[module.file.value];
        if (file.facts)
            for (const facts::DeprecationMark& mark : file.facts->marks)
                snapshot.deprecations.push_back(fromMark(mark, ModuleId(i)));
        if (file.symbols)
            for (const facts::DeprecationMark& mark : file.symbols->marks)
                snapshot.deprecations.push_back(fromMark(mark, ModuleId(i)));
    }
    std::stable_sort(snapshot.deprecations.begin(), snapshot.deprecations.end(),
                     [](const Deprecation& a, const Deprecation& b) {
                         return std::tie(a.module, a.symbol, b.configured, a.source, a.line) <
                                std::tie(b.module, b.symbol, a.configured, b.source, b.line);
                     });
    for (const Deprecation& entry : snapshot.deprecations) {
        if (!entry.symbol.empty() || entry.weak())
            continue;
        Module& module = snapshot.modules[entry.module.value];
        module.marks.set(Mark::Deprecated);
        const auto* facts =
            module.file.valid() ? snapshot.project.files[module.file.value].facts.get() : nullptr;
        if (facts && facts->onlyReexports && reexportsSomething(*facts))
            module.marks.set(Mark::Shim);
    }
    for (Deprecation& entry : snapshot.deprecations)
        entry.shim = entry.symbol.empty() && snapshot[entry.module].marks.has(Mark::Shim);
}

} // namespace espalier::graph
