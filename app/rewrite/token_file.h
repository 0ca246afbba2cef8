// One source file as tokens, to be changed in some places: everything else stays as it is, byte by byte.
#pragma once

#include "indexer/facts/result.h"
#include "indexer/scan/lexer.h"
#include "indexer/scan/source_text.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::rewrite {

// `begin` and `end` are positions in TokenFile::text(); line ends of `with` are '\n'.
struct Edit {
    std::uint32_t begin = 0, end = 0;
    std::string with;
};

class TokenFile {
public:
    // Errors: the file does not scan. `bytes` are kept as they are.
    [[nodiscard]] static facts::Result<TokenFile> read(std::string bytes);

    [[nodiscard]] const scan::SourceText& text() const { return *text_; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(lines_.size()); }
    // The tokens of a logical line.
    [[nodiscard]] scan::Tokens line(std::uint32_t index) const {
        return {text_.get(), {tokens_.data() + lines_[index].first, lines_[index].count}};
    }

    struct Place {
        std::uint32_t line = 0, token = 0; // of a logical line
    };
    // The token that begins there; lines and columns as in facts::Span.
    [[nodiscard]] std::optional<Place> at(std::uint32_t line, std::uint32_t column) const;

    // A stretch of lines that changes, with the lines it becomes; bytes of the file, line ends included.
    struct Change {
        std::size_t firstLine = 0; // counts from 0
        std::vector<std::string> before, after;
    };
    // What the edits come to, in order. They are sorted here. Errors: two of them overlap; a line that
    // changes cannot be written in the file's encoding.
    [[nodiscard]] facts::Result<std::vector<Change>> apply(std::vector<Edit> edits) const;
    // Lines of the file, line ends included.
    [[nodiscard]] const std::vector<std::string_view>& lines() const { return rawLines_; }

private:
    struct Line {
        std::uint32_t first = 0, count = 0;
    };
    TokenFile() = default;
    [[nodiscard]] bool isWrittenAlike(std::size_t line) const;
    [[nodiscard]] std::string_view textLine(std::size_t line) const;

    std::string bytes_;
    std::unique_ptr<scan::SourceText> text_; // tokens point to it
    std::vector<scan::Token> tokens_;
    std::vector<Line> lines_;
    std::vector<std::uint32_t> textLines_; // where each physical line begins
    std::vector<std::string_view> rawLines_;
};

// The whole file after the changes.
[[nodiscard]] std::string changed(const TokenFile& file, std::span<const TokenFile::Change> changes);

} // namespace espalier::rewrite
