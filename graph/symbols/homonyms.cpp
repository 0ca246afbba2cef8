#include "graph/symbols/homonyms.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>
#include <unordered_map>

namespace espalier::graph {
namespace {

std::vector<std::string_view> membersOf(const Snapshot& snapshot, const Origin& origin) {
    std::vector<std::string_view> out;
    const auto& symbols = snapshot.project.files[snapshot[origin.module].file.value].symbols;
    for (std::size_t i = 0; symbols && i < symbols->definitions.size(); ++i) {
        std::string_view member = symbols->definitions[i].name;
        if (!member.starts_with(origin.name) || member.size() <= origin.name.size() + 1 ||
            member[origin.name.size()] != '.')
            continue;
        member.remove_prefix(origin.name.size() + 1);
        if (member.find('.') == std::string_view::npos)
            out.push_back(member);
    }
    std::ranges::sort(out);
    const auto again = std::ranges::unique(out);
    out.erase(again.begin(), again.end());
    return out;
}

std::vector<std::string_view> commonMembers(const Symbols& symbols,
                                            const std::vector<Homonym::One>& definitions) {
    std::vector<std::string_view> common;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const auto members = membersOf(symbols.snapshot(), symbols[definitions[i].definition]);
        std::vector<std::string_view> both;
        std::ranges::set_intersection(common, members, std::back_inserter(both));
        common = i == 0 ? members : std::move(both);
    }
    return common;
}

} // namespace

std::vector<Homonym> homonyms(Symbols& symbols, const Fragmentation& fragmentation) {
    const Snapshot& snapshot = symbols.snapshot();
    std::unordered_map<std::string_view, std::vector<ModuleId>> modules; // by what they define
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        const Module& module = snapshot.modules[m];
        const auto* facts = module.file.valid() && module.cls == PathClass::Production
                                ? snapshot.project.files[module.file.value].facts.get()
                                : nullptr;
        for (std::size_t i = 0; facts && i < facts->bindings.size(); ++i) {
            const facts::Binding& binding = facts->bindings[i];
            if (binding.kind != facts::BindingKind::Definition || binding.when != EdgeKind::Import)
                continue;
            auto& defining = modules[binding.name];
            if (defining.empty() || defining.back() != ModuleId(m))
                defining.push_back(ModuleId(m));
        }
    }
    std::vector<Homonym> out;
    for (const auto& [name, defining] : modules) {
        if (defining.size() < 2)
            continue;
        Homonym one{name, {}, {}, 0};
        std::size_t keeping = 0; // modules that have not bound the name to something else since
        for (const ModuleId module : defining) {
            const std::size_t before = one.definitions.size();
            for (const OriginId origin : symbols.origins(module, name)) {
                if (symbols[origin].kind != OriginKind::Definition || symbols[origin].module != module)
                    continue;
                const Spread* spread = fragmentation.find(origin);
                one.definitions.push_back({origin, spread ? spread->statements : 0});
                one.statements += one.definitions.back().statements;
            }
            keeping += one.definitions.size() > before ? 1 : 0;
        }
        if (keeping < 2 || one.statements == 0)
            continue;
        one.members = commonMembers(symbols, one.definitions);
        std::ranges::stable_sort(one.definitions, std::greater(), &Homonym::One::statements);
        out.push_back(std::move(one));
    }
    std::ranges::sort(out, {}, [](const Homonym& one) {
        const auto most = [](std::size_t count) { return -static_cast<std::int64_t>(count); };
        return std::tuple(most(one.divided()), most(one.definitions.size()), most(one.statements), one.name);
    });
    return out;
}

} // namespace espalier::graph
