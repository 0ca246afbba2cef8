#include "graph/model/statement_names.h"

#include <unordered_map>

namespace espalier::graph {
namespace {

FileNames namesOf(const facts::SourceFacts& facts, NameTable& names) {
    FileNames out;
    out.facts = &facts;
    out.statements.reserve(facts.imports.size());
    for (const facts::ImportStatement& statement : facts.imports) {
        StatementNames entry;
        if (!statement.module.empty())
            entry.module = names.dotted(statement.module);
        entry.firstName = static_cast<std::uint32_t>(out.names.size());
        entry.nameCount = static_cast<std::uint32_t>(statement.names.size());
        for (const facts::ImportedName& name : statement.names)
            out.names.push_back(statement.form == facts::ImportForm::Import ? names.dotted(name.name)
                                                                            : names.part(name.name));
        out.statements.push_back(entry);
    }
    return out;
}

} // namespace

StatementIndex::StatementIndex(const facts::ProjectFacts& project, NameTable& names)
    : fileOf_(project.files.size(), kNoId) {
    std::unordered_map<const facts::SourceFacts*, std::uint32_t> known;
    for (std::size_t i = 0; i < project.files.size(); ++i) {
        const facts::SourceFile& file = project.files[i];
        const bool imports = file.kind == facts::FileKind::Python || file.kind == facts::FileKind::Notebook ||
                             file.kind == facts::FileKind::Stub;
        if (!file.facts || !imports)
            continue;
        const auto [it, added] =
            known.try_emplace(file.facts.get(), static_cast<std::uint32_t>(contents_.size()));
        if (added)
            contents_.push_back(namesOf(*file.facts, names));
        ++contents_[it->second].uses;
        fileOf_[i] = it->second;
    }
}

void StatementIndex::assign(facts::FileId file, const facts::SourceFacts* facts, NameTable& names) {
    std::uint32_t& content = fileOf_[file.value];
    if (!facts) {
        if (content != kNoId)
            free_.push_back(content);
        content = kNoId;
        return;
    }
    if (content == kNoId && !free_.empty()) {
        content = free_.back();
        free_.pop_back();
    } else if (content == kNoId) {
        content = static_cast<std::uint32_t>(contents_.size());
        contents_.emplace_back();
    }
    contents_[content] = namesOf(*facts, names);
    contents_[content].uses = 1;
}

void StatementIndex::replace(facts::FileId file, const facts::SourceFacts& facts, NameTable& names) {
    std::uint32_t& content = fileOf_[file.value];
    --contents_[content].uses;
    content = static_cast<std::uint32_t>(contents_.size());
    contents_.push_back(namesOf(facts, names));
    contents_.back().uses = 1;
}

} // namespace espalier::graph
