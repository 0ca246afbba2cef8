#include "app/tracker/escape.h"

#include "indexer/facts/printable.h"

#include <algorithm>

namespace espalier::tracker {
namespace {

std::size_t longestRun(std::string_view text, char wanted) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// Comments and line continuations go; strings stay as they are.
std::string withoutComments(std::string_view code) {
    std::string out;
    char quote = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '#') {
            i = std::min(code.find('\n', i), code.size()) - 1;
            continue;
        } else if (c == '\\' && i + 1 < code.size() && (code[i + 1] == '\n' || code[i + 1] == '\r')) {
            continue;
        }
        out += c;
    }
    return out;
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : facts::printable(text)) {
        if (std::string_view("\\`*_{}[]<>()#+-!|~@&$:").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    // "1." would begin a list.
    const std::size_t digits = out.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string::npos && out[digits] == '.')
        out.insert(digits, 1, '\\');
    return out;
}

std::string inCode(std::string_view text) {
    const std::string line = facts::printable(text);
    const std::string ticks(longestRun(line, '`') + 1, '`');
    const bool pad = line.empty() || line.front() == '`' || line.back() == '`' ||
                     (line.front() == ' ' && line.back() == ' ');
    const char* blank = pad ? " " : "";
    return ticks + blank + line + blank + ticks;
}

std::string inCell(std::string_view text) {
    std::string out;
    for (const char c : inCode(text))
        out += c == '|' ? "\\|" : std::string(1, c);
    return out;
}

std::string fenceFor(std::string_view text) {
    return std::string(std::max<std::size_t>(longestRun(text, '`') + 1, 3), '`');
}

StatementText statementText(std::string_view statement) {
    StatementText out{facts::printable(withoutComments(statement)), false};
    const std::size_t names = out.text.find(" import ");
    if (out.text.starts_with("from ") && names != std::string::npos) {
        std::string list = out.text.substr(names);
        std::erase_if(list, [](char c) { return c == '(' || c == ')'; });
        while (list.ends_with(' ') || list.ends_with(','))
            list.pop_back();
        list = facts::printable(list);
        out.text = out.text.substr(0, names) + list;
    }
    while (out.text.ends_with(' '))
        out.text.pop_back();
    if (out.text.size() <= kMaxStatementText)
        return out;
    out.cut = true;
    std::size_t end = out.text.rfind(',', kMaxStatementText);
    if (end == std::string::npos || end <= names)
        end = std::min(out.text.find(',', names == std::string::npos ? 0 : names), out.text.size());
    out.text.resize(end);
    return out;
}

} // namespace espalier::tracker
