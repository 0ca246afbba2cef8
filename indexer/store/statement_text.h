// Import statements are mostly written in one of two ways, which follow from their parts: a record then keeps
// the way instead of the text. Measured on 6,700 files: 99 % of 64,000 statements, a third of the records'
// bytes.
#pragma once

#include "indexer/facts/source_facts.h"

#include <cstdint>
#include <string>

namespace espalier::store {

enum class TextForm : std::uint8_t {
    AsWritten, // in some other way
    OneLine,   // import a.b as c, d
    Block,     // from a import (, then a line with a comma for each name, indented by four more, then )
};

// Of OneLine and Block.
[[nodiscard]] std::string written(const facts::ImportStatement& statement, TextForm form);
// The form that gives the statement's text.
[[nodiscard]] TextForm textForm(const facts::ImportStatement& statement);

} // namespace espalier::store
