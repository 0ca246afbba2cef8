// Columns in code points from tree-sitter's columns in bytes. Amortised linear when asked in order of text.
#pragma once

#include "indexer/facts/source_facts.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace espalier::symbols {

class Positions {
public:
    explicit Positions(std::string_view text)
        : text_(text)
        , ascii_(std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; })) {}

    // Both count from 1.
    [[nodiscard]] std::uint32_t column(std::uint32_t byte, TSPoint point) {
        if (ascii_)
            return point.column + 1;
        const std::uint32_t lineStart = byte - point.column;
        if (lineStart != lineStart_ || byte < byte_) {
            lineStart_ = byte_ = lineStart;
            column_ = 1;
        }
        for (; byte_ < byte; ++byte_)
            column_ += (static_cast<unsigned char>(text_[byte_]) & 0xc0) != 0x80 ? 1 : 0;
        return column_;
    }
    [[nodiscard]] std::uint32_t startColumn(TSNode node) {
        return column(ts_node_start_byte(node), ts_node_start_point(node));
    }
    [[nodiscard]] facts::Span span(TSNode from, TSNode to) {
        const TSPoint start = ts_node_start_point(from), end = ts_node_end_point(to);
        facts::Span span{start.row + 1, startColumn(from), end.row + 1, 0};
        span.endColumn = column(ts_node_end_byte(to), end);
        return span;
    }

private:
    std::string_view text_;
    bool ascii_;
    std::uint32_t lineStart_ = 0, byte_ = 0, column_ = 1;
};

} // namespace espalier::symbols
