#include "indexer/symbols/extractor.h"

#include "indexer/scan/syntax.h"
#include "indexer/symbols/parse.h"
#include "indexer/symbols/walk.h"

#include <algorithm>
#include <limits>
#include <string>

namespace espalier::symbols {

namespace {

std::uint64_t timeoutMicros(std::size_t bytes, const Limits& limits) {
    return limits.parseMicros + limits.parseMicros / 2 * (bytes / 1'000'000);
}

facts::SymbolFacts extract(std::string_view text, const Limits& limits) {
    facts::SymbolFacts out;
    const Tree tree = parse(text, timeoutMicros(text.size(), limits));
    if (!tree) {
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
    std::string storage;
    return extract(withLineFeeds(text, storage), limits);
}

} // namespace espalier::symbols
