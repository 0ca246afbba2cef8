#include "graph/symbols/find_symbol.h"

#include <algorithm>

namespace espalier::graph {
namespace {

std::vector<ImportPath> called(const Snapshot& snapshot, std::string_view name, bool definitions) {
    std::vector<ImportPath> out;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const FileId file = snapshot.modules[i].file;
        const facts::SourceFacts* facts =
            file.valid() ? snapshot.project.files[file.value].facts.get() : nullptr;
        if (!facts)
            continue;
        const auto binds = [&](const facts::Binding& binding) {
            const bool fits = definitions ? binding.kind == facts::BindingKind::Definition
                                          : binding.kind == facts::BindingKind::Assignment ||
                                                binding.kind == facts::BindingKind::Alias;
            return fits && binding.name == name;
        };
        if (std::ranges::any_of(facts->bindings, binds))
            out.push_back({ModuleId(i), name});
    }
    return out;
}

} // namespace

std::vector<ImportPath> findSymbol(const Snapshot& snapshot, std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) {
        const auto module = snapshot.find(text.substr(0, colon));
        return module ? std::vector<ImportPath>{{*module, text.substr(colon + 1)}}
                      : std::vector<ImportPath>{};
    }
    for (std::size_t dot = text.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = text.rfind('.', dot - 1))
        if (const auto module = snapshot.find(text.substr(0, dot)))
            return {{*module, text.substr(dot + 1)}};
    if (text.find('.') != std::string_view::npos)
        return {};
    std::vector<ImportPath> found = called(snapshot, text, true);
    return found.empty() ? called(snapshot, text, false) : found;
}

} // namespace espalier::graph
