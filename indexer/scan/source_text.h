// The text of one source file as the scanner reads it: line ends are '\n', the last line has one, and NULs
// stand behind the last byte (kTextPadding of them, byte_search.h), so that inner loops need no check for the
// end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::scan {

class SourceText {
public:
    // `utf8` is at most kMaxBytes long. Carriage returns, alone or before a line feed, become line feeds.
    explicit SourceText(std::string_view utf8);

    static constexpr std::size_t kMaxBytes = 1U << 30;

    [[nodiscard]] const char* data() const { return buffer_.data(); }
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return {buffer_.data() + begin, end - begin};
    }
    [[nodiscard]] std::uint32_t lineCount() const { return lineCount_; }

    // Both count from 1; columns count code points. In constant time, whatever the lengths of lines.
    [[nodiscard]] std::uint32_t line(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t column(std::uint32_t position) const;

private:
    // What is before a block of kBlock bytes.
    struct Block {
        std::uint32_t lineEnds = 0;
        std::uint32_t lineStart = 0;  // of the line that the block's first byte is on
        std::uint32_t codePoints = 0; // stays 0 in a text of ASCII
    };
    static constexpr std::uint32_t kBlock = 256;

    void addBlocks();
    [[nodiscard]] std::uint32_t within(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t lineStart(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t codePointsBefore(std::uint32_t position) const;

    std::string buffer_;
    std::uint32_t size_ = 0;
    std::uint32_t lineCount_ = 0;
    bool ascii_ = true;
    std::vector<Block> blocks_; // at least one
};

} // namespace espalier::scan
