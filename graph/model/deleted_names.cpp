#include "graph/model/deleted_names.h"

namespace espalier::graph {

DeletedNames::DeletedNames(const facts::SourceFacts& facts, NameTable& names)
    : facts_(facts) {
    for (const facts::Binding& binding : facts.bindings)
        if (binding.kind == facts::BindingKind::Delete && facts::mayBeSkipped(binding.flags))
            values_.try_emplace(names.part(binding.name));
}

void DeletedNames::note(PartId name, Attribute value) {
    if (const auto found = values_.find(name); found != values_.end())
        found->second.push_back({binding_, value});
}

Attribute DeletedNames::undo(PartId name) {
    const facts::Binding& deletion = facts_.bindings[binding_];
    std::vector<Value>& values = values_.at(name);
    while (!values.empty() && values.back().binding >= deletion.since)
        values.pop_back();
    if (deletion.statement != facts::Binding::kNoStatement)
        std::erase_if(values, [&](const Value& value) {
            return facts_.bindings[value.binding].statement == deletion.statement;
        });
    return values.empty() ? Attribute{} : values.back().value;
}

} // namespace espalier::graph
