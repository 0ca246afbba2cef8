#include "indexer/symbols/extractor.h"

#include "indexer/scan/syntax.h"
#include "indexer/symbols/grammar.h"
#include "indexer/symbols/walk.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>

namespace espalier::symbols {

namespace {

struct DeleteParser {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct DeleteTree {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

TSParser* parserOfThread() {
    thread_local const std::unique_ptr<TSParser, DeleteParser> parser = [] {
        std::unique_ptr<TSParser, DeleteParser> made(ts_parser_new());
        ts_parser_set_language(made.get(), Grammar::get().language());
        return made;
    }();
    return parser.get();
}

// To Python a lone '\r' ends a line, to tree-sitter it does not.
bool hasLoneCarriageReturn(std::string_view text) {
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        if (at + 1 == text.size() || text[at + 1] != '\n')
            return true;
    return false;
}

std::string withLineFeeds(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i] == '\r' && (i + 1 == out.size() || out[i + 1] != '\n'))
            out[i] = '\n';
    return out;
}

std::uint64_t timeoutMicros(std::size_t bytes, const Limits& limits) {
    return limits.parseMicros + limits.parseMicros / 2 * (bytes / 1'000'000);
}

facts::SymbolFacts extract(std::string_view text, const Limits& limits) {
    facts::SymbolFacts out;
    TSParser* parser = parserOfThread();
    ts_parser_set_timeout_micros(parser, timeoutMicros(text.size(), limits));
    const std::unique_ptr<TSTree, DeleteTree> tree(
        ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
    if (!tree) {
        ts_parser_reset(parser);
        out.problems.push_back({"parse-timeout", 0, 0, "took too long to read; its symbols are not known"});
        return out;
    }
    const TSNode root = ts_tree_root_node(tree.get());
    Positions positions(text);
    Walk walk(text, limits, positions, out);
    walk.run(root);
    walk.finish();
    if (ts_node_has_error(root) || walk.sawPython2()) {
        std::vector<facts::FileProblem> errors = scan::syntaxErrors(text, limits.syntaxErrors);
        out.problems.insert(out.problems.end(), errors.begin(), errors.end());
    }
    return out;
}

} // namespace

facts::SymbolFacts extractSymbols(std::string_view text, const Limits& limits) {
    if (text.size() > std::min<std::size_t>(limits.textBytes, std::numeric_limits<std::uint32_t>::max())) {
        facts::SymbolFacts out;
        out.problems.push_back({"too-large", 0, 0,
                                "larger than " + std::to_string(limits.textBytes / 1'000'000) +
                                    " MB; its imports are read, its definitions and uses are not"});
        return out;
    }
    if (hasLoneCarriageReturn(text))
        return extract(withLineFeeds(text), limits);
    return extract(text, limits);
}

} // namespace espalier::symbols
