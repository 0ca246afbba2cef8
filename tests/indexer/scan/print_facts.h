// Facts as lines of text, the form in which the tests of the scanner compare them; reference.py prints the
// same.
#pragma once

#include "indexer/facts/source_facts.h"

#include <string>
#include <string_view>

namespace espalier::scan_test {

inline std::string printKind(facts::EdgeKind kind, facts::Flags flags) {
    std::string out(facts::name(kind));
    for (std::string_view flag : facts::names(flags))
        out.append(",").append(flag);
    if (flags.has(facts::Flag::OwnName))
        out.append(",own-name");
    if (flags.has(facts::Flag::Else))
        out.append(",else");
    return out;
}

// "3:1-3:12 deferred,optional from ..m: x as y, z @ Class.method"
inline std::string print(const facts::ImportStatement& s) {
    constexpr std::string_view kForms[] = {"import", "from", "call", "string"};
    std::string out = std::to_string(s.span.line) + ":" + std::to_string(s.span.column) + "-" +
                      std::to_string(s.span.endLine) + ":" + std::to_string(s.span.endColumn) + " " +
                      printKind(s.kind, s.flags) + " " + std::string(kForms[static_cast<int>(s.form)]) + " " +
                      std::string(s.level, '.') + s.module;
    std::string_view separator = s.form == facts::ImportForm::Import ? "" : ": ";
    for (const facts::ImportedName& n : s.names) {
        out.append(separator).append(n.name);
        if (!n.alias.empty())
            out.append(" as ").append(n.alias);
        separator = ", ";
    }
    if (!s.scope.empty())
        out.append(" @ ").append(s.scope);
    return out;
}

// "12 import,conditional alias X = a.b.C", "13 import,else del X since 3 and the try's import"
inline std::string print(const facts::Binding& b) {
    constexpr std::string_view kKinds[] = {"import", "star", "def", "alias", "assign", "annotation", "del"};
    std::string out = std::to_string(b.line) + " " + printKind(b.when, b.flags) + " " +
                      std::string(kKinds[static_cast<int>(b.kind)]) + " " + b.name;
    if (!b.target.empty())
        out.append(" = ").append(b.target);
    if (b.since > 0)
        out.append(" since ").append(std::to_string(b.since));
    if (b.kind == facts::BindingKind::Delete && b.statement != facts::Binding::kNoStatement)
        out.append(" and the try's import");
    return out;
}

inline std::string print(const facts::DeprecationMark& m) {
    return std::to_string(m.line) + " " + std::string(facts::name(m.source)) +
           (m.symbol.empty() ? "" : " " + m.symbol) + ": " + m.message;
}

inline std::string print(const facts::FileProblem& p) {
    return std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.code + ": " + p.message;
}

inline std::string printAll(const facts::SourceFacts& facts) {
    constexpr std::string_view kStates[] = {"absent", "literal", "computed"};
    std::string out(kStates[static_cast<int>(facts.allState)]);
    for (const std::string& name : facts.all)
        out.append(" ").append(name);
    return out;
}

} // namespace espalier::scan_test
