// The text of one source file as the scanner reads it: line ends are '\n', the last line has one, and a NUL
// stands behind the last byte, so that inner loops need no check for the end.
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
    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(lineStarts_.size()); }

    // Both count from 1; columns count code points. Logarithmic in the number of lines.
    [[nodiscard]] std::uint32_t line(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t column(std::uint32_t position) const;

private:
    [[nodiscard]] std::uint32_t lineIndex(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t codePointsBefore(std::uint32_t position) const;

    std::string buffer_;
    std::uint32_t size_ = 0;
    std::vector<std::uint32_t> lineStarts_;
    // Code points before each block of kBlock bytes; empty if the text is ASCII. Keeps columns cheap in a
    // line of megabytes.
    std::vector<std::uint32_t> codePoints_;
};

} // namespace espalier::scan
