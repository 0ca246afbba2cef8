// Texts of any origin inside Markdown, so that they are shown as they are and mean nothing else.
#pragma once

#include <string>
#include <string_view>

namespace espalier::tracker {

// For running text and cells of tables, on one line.
[[nodiscard]] std::string escaped(std::string_view text);
// As a code span, for running text; and for the cell of a table.
[[nodiscard]] std::string inCode(std::string_view text);
[[nodiscard]] std::string inCell(std::string_view text);
// A fence that no line of the text ends.
[[nodiscard]] std::string fenceFor(std::string_view text);

// An import statement on one line, without comments and brackets; of a long one the first names, and `cut`
// says that some are missing.
struct StatementText {
    std::string text;
    bool cut = false;
};
inline constexpr std::size_t kMaxStatementText = 160;
[[nodiscard]] StatementText statementText(std::string_view statement);

} // namespace espalier::tracker
