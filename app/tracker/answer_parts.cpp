#include "app/tracker/answer_parts.h"

#include <algorithm>

namespace espalier::tracker {

Answer onlySaying(Verdict verdict, std::string sentence) {
    return {verdict, {{"", 0, std::move(sentence)}}, {}, 0};
}

namespace {

Answer ambiguous(const std::string& written, std::string_view noun, const std::vector<std::string>& found) {
    Answer out = onlySaying(Verdict::Unknown, counted(found.size(), noun) + " could be meant by " + written);
    for (std::size_t i = 0; i < found.size() && i < kMostRows; ++i)
        out.evidence.push_back({found[i], 0, ""});
    return out;
}

} // namespace

OneFile oneFile(const std::string& written, const State& state) {
    const std::vector<std::string> found = state.files(written);
    if (found.size() == 1)
        return {found.front(), {}};
    if (found.empty())
        return {"", onlySaying(Verdict::False, "there is no " + written)};
    return {"", ambiguous(written, "file", found)};
}

OneModule oneModule(const std::string& written, const State& state, bool wanted) {
    const graph::Snapshot& snapshot = state.snapshot();
    std::vector<graph::ModuleId> found = state.modules(written);
    std::erase_if(found, [&](const graph::ModuleId module) {
        return snapshot[module].kind == graph::ModuleKind::Ghost;
    });
    if (found.size() == 1)
        return {found.front(), {}};
    if (found.empty())
        return {{}, onlySaying(wanted ? Verdict::False : Verdict::Unknown, "there is no " + written)};
    std::vector<std::string> paths;
    for (const graph::ModuleId module : found)
        paths.push_back(snapshot.pathOf(module));
    return {{}, ambiguous(written, "module", paths)};
}

std::string grouped(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string counted(std::size_t count, std::string_view noun) {
    return grouped(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

void addStatement(Answer& answer, const std::string& path, const facts::ImportStatement& statement,
                  std::string_view note) {
    std::string text = statement.text;
    if (statement.kind != facts::EdgeKind::Import)
        text += "  [" + std::string(facts::name(statement.kind)) + "]";
    answer.evidence.push_back(
        {path, statement.span.line, note.empty() ? text : text + "  (" + std::string(note) + ")"});
}

void addLines(Answer& answer, const State& state, const std::string& path, std::uint32_t first,
              std::uint32_t last) {
    const auto lines = state.lines(path);
    for (std::uint32_t line = first;
         lines && line >= 1 && line <= last && line <= lines->size() && line < first + kMostRows; ++line)
        answer.evidence.push_back({path, line, (*lines)[line - 1]});
}

Trace namesTrace(const State& state, const std::string& path, std::vector<std::string> names) {
    Trace out{Trace::What::Names, path, std::move(names), {}, false};
    if (const auto module = state.snapshot().find(path)) {
        out.importer = state.snapshot()[*module].name;
        out.importerIsPackage = state.snapshot()[*module].kind == graph::ModuleKind::Package;
    }
    return out;
}

Bound bound(const graph::Snapshot& snapshot, graph::ModuleId module, std::string_view name) {
    const graph::Module& found = snapshot[module];
    if (found.kind == graph::ModuleKind::Ghost)
        return Bound::No;
    for (const graph::ModuleId child : snapshot.children(module))
        if (snapshot[child].kind != graph::ModuleKind::Ghost &&
            std::string_view(snapshot[child].name).ends_with("." + std::string(name)))
            return Bound::Yes;
    const facts::SourceFacts* facts =
        found.file.valid() ? snapshot.project.files[found.file.value].facts.get() : nullptr;
    if (!facts)
        return found.kind == graph::ModuleKind::Namespace ? Bound::No : Bound::CantTell;
    return bound(*facts, name);
}

Bound bound(const facts::SourceFacts& facts, std::string_view name) {
    const auto binds = [&](const facts::Binding& binding) {
        return binding.name == name && binding.kind != facts::BindingKind::Delete &&
               binding.kind != facts::BindingKind::Annotation && binding.when != facts::EdgeKind::Typing;
    };
    if (std::ranges::any_of(facts.bindings, binds) ||
        std::ranges::find(facts.getattrNames, name) != facts.getattrNames.end())
        return Bound::Yes;
    const bool open = facts.opaqueNames || facts.getattrServesAny || facts.broken ||
                      std::ranges::any_of(facts.bindings, [](const facts::Binding& binding) {
                          return binding.kind == facts::BindingKind::Star;
                      });
    return open ? Bound::CantTell : Bound::No;
}

} // namespace espalier::tracker
