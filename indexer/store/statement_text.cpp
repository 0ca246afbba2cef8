#include "indexer/store/statement_text.h"

#include <algorithm>

namespace espalier::store {

using facts::ImportForm;

namespace {
constexpr std::size_t kMostIndent = 400; // of a statement; a damaged record may claim any column
}

std::string written(const facts::ImportStatement& statement, TextForm form) {
    std::string out;
    if (statement.form == ImportForm::From)
        out.append("from ").append(statement.level, '.').append(statement.module).append(" import ");
    else
        out = "import ";
    const bool block = form == TextForm::Block;
    const std::size_t column = std::max<std::size_t>(statement.span.column, 1) - 1;
    const std::string indent(block ? std::min(column, kMostIndent) : 0, ' ');
    out += block ? "(\n" : "";
    for (std::size_t i = 0; i < statement.names.size(); ++i) {
        if (block)
            out.append(indent).append("    ");
        else if (i > 0)
            out += ", ";
        out += statement.names[i].name;
        if (!statement.names[i].alias.empty())
            out.append(" as ").append(statement.names[i].alias);
        out += block ? ",\n" : "";
    }
    return block ? out + indent + ")" : out;
}

TextForm textForm(const facts::ImportStatement& statement) {
    const bool simple = statement.form == ImportForm::Import || statement.form == ImportForm::From;
    if (!simple || statement.level > statement.text.size()) // a text cut short
        return TextForm::AsWritten;
    const TextForm form = statement.text.ends_with(')') ? TextForm::Block : TextForm::OneLine;
    return written(statement, form) == statement.text ? form : TextForm::AsWritten;
}

} // namespace espalier::store
