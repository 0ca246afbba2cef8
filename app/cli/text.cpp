#include "app/cli/text.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

// Length of the valid UTF-8 sequence at the start of `bytes`, 0 if there is none.
std::size_t utf8Length(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || bytes.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((at(i) & 0xc0) != 0x80)
            return 0;
    const bool overlong = (first == 0xe0 && at(1) < 0xa0) || (first == 0xf0 && at(1) < 0x90);
    const bool surrogate = first == 0xed && at(1) >= 0xa0;
    const bool tooLarge = first == 0xf4 && at(1) >= 0x90;
    return overlong || surrogate || tooLarge ? 0 : length;
}

bool isControl(std::string_view sequence) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1)
        return first < 0x20 || first == 0x7f;
    return sequence.size() == 2 && first == 0xc2 && static_cast<unsigned char>(sequence[1]) < 0xa0;
}

} // namespace

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = utf8Length(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(utf8Length(text), 1);
        const std::string_view sequence = text.substr(0, length);
        const char c = text[0];
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
            if (out.empty() || out.back() != ' ')
                out += ' ';
        } else if (utf8Length(text) == 0 || isControl(sequence)) {
            for (char byte : sequence) {
                char escaped[5];
                std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned char>(byte));
                out += escaped;
            }
        } else {
            out += sequence;
        }
        text.remove_prefix(length);
    }
    return out;
}

std::string thousands(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string counted(std::size_t count, std::string_view noun) {
    return thousands(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void printStatement(const graph::Snapshot& snapshot, const graph::StatementRef& ref,
                    std::string_view indent) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    std::string how(facts::name(ref.kind));
    for (std::string_view flag : facts::names(ref.flags))
        how += ", " + std::string(flag);
    std::printf("%.*s%s:%u  [%s]  %s\n", static_cast<int>(indent.size()), indent.data(),
                printable(snapshot.pathOf(ref)).c_str(), statement.span.line, how.c_str(),
                printable(statement.text).c_str());
}

void printEdge(const graph::Snapshot& snapshot, graph::EdgeId id, const graph::EdgeFilter& filter,
               std::string_view indent) {
    const graph::Edge& edge = snapshot[id];
    std::printf("%.*s%s > %s\n", static_cast<int>(indent.size()), indent.data(),
                printable(snapshot[edge.from].name).c_str(), printable(snapshot[edge.to].name).c_str());
    for (const graph::StatementRef& ref : snapshot.statementsOf(edge))
        if (filter.admits(ref))
            printStatement(snapshot, ref, std::string(indent) + "    ");
}

std::string chainText(const graph::Snapshot& snapshot, std::span<const graph::EdgeId> edges) {
    std::string out;
    for (graph::EdgeId edge : edges) {
        if (out.empty())
            out = printable(snapshot[snapshot[edge].from].name);
        out += " > " + printable(snapshot[snapshot[edge].to].name);
    }
    return out;
}

std::string countsText(const graph::ImporterCounts& counts) {
    std::string out =
        counted(counts.total.statements, "statement") + " in " + counted(counts.total.files, "file");
    std::string split;
    int parts = 0;
    for (int i = 0; i < graph::kPathClassCount; ++i) {
        const auto& count = counts.byClass[static_cast<std::size_t>(i)];
        if (count.statements == 0)
            continue;
        split += (split.empty() ? "" : ", ") + std::string(graph::name(static_cast<graph::PathClass>(i))) +
                 " " + thousands(count.statements);
        ++parts;
    }
    return parts > 1    ? out + " (" + split + ")"
           : parts == 1 ? out + " (" + split.substr(0, split.find(' ')) + ")"
                        : out;
}

std::string kindsText(graph::KindSet kinds) {
    std::string out;
    for (int i = 0; i < facts::kEdgeKindCount; ++i) {
        const auto kind = static_cast<facts::EdgeKind>(i);
        if (kinds.has(kind))
            out += (out.empty() ? "" : ", ") + std::string(facts::name(kind));
    }
    return out;
}

void suggest(const graph::Snapshot& snapshot, const std::string& unknown) {
    std::fprintf(stderr, "espalier: no module '%s' here", printable(unknown).c_str());
    std::string meant;
    for (const std::string& name : snapshot.similarNames(unknown))
        meant += (meant.empty() ? "" : ", ") + printable(name);
    std::fprintf(stderr, meant.empty() ? "\n" : "; did you mean %s?\n", meant.c_str());
}

} // namespace espalier::cli
