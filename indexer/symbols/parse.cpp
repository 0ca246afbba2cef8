#include "indexer/symbols/parse.h"

#include "indexer/symbols/grammar.h"

namespace espalier::symbols {

namespace {

struct DeleteParser {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

TSParser* parserOfThread() {
    thread_local const std::unique_ptr<TSParser, DeleteParser> parser = [] {
        std::unique_ptr<TSParser, DeleteParser> made(ts_parser_new());
        ts_parser_set_language(made.get(), Grammar::get().language());
        return made;
    }();
    return parser.get();
}

bool isLone(std::string_view text, std::size_t at) {
    return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
}

} // namespace

Tree parse(std::string_view text, std::uint64_t timeoutMicros) {
    TSParser* const parser = parserOfThread();
    ts_parser_set_timeout_micros(parser, timeoutMicros);
    Tree tree(ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
    if (!tree)
        ts_parser_reset(parser);
    return tree;
}

std::string_view withLineFeeds(std::string_view text, std::string& storage) {
    std::size_t at = text.find('\r');
    while (at != std::string_view::npos && !isLone(text, at))
        at = text.find('\r', at + 1);
    if (at == std::string_view::npos)
        return text;
    storage = text;
    for (; at < text.size(); ++at)
        if (isLone(text, at))
            storage[at] = '\n';
    return storage;
}

} // namespace espalier::symbols
