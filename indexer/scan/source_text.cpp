#include "indexer/scan/source_text.h"

#include "indexer/scan/byte_search.h"

#include <algorithm>

namespace espalier::scan {

namespace {

std::uint32_t countCodePoints(const char* begin, const char* end) {
    return static_cast<std::uint32_t>(
        std::count_if(begin, end, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::uint32_t countLineEnds(const char* begin, const char* end) {
    constexpr std::ptrdiff_t kStride = 64; // a loop of fixed length over bytes becomes vector instructions
    std::uint32_t out = 0;
    for (; end - begin >= kStride; begin += kStride) {
        std::uint8_t some = 0;
        for (std::ptrdiff_t i = 0; i < kStride; ++i)
            some = static_cast<std::uint8_t>(some + (begin[i] == '\n'));
        out += some;
    }
    return out + static_cast<std::uint32_t>(std::count(begin, end, '\n'));
}

// The buffer of a text, see the head of source_text.h.
std::string normalised(std::string_view in) {
    std::string out;
    out.reserve(in.size() + 1 + kTextPadding);
    while (true) {
        const std::size_t at = in.find('\r');
        out += in.substr(0, at);
        if (at == std::string_view::npos)
            break;
        out += '\n';
        in.remove_prefix(at + 1 < in.size() && in[at + 1] == '\n' ? at + 2 : at + 1);
    }
    if (!out.empty() && out.back() != '\n')
        out += '\n';
    out.append(kTextPadding, '\0');
    return out;
}

} // namespace

SourceText::SourceText(std::string_view utf8)
    : buffer_(normalised(utf8))
    , size_(static_cast<std::uint32_t>(buffer_.size() - kTextPadding))
    , ascii_(isAscii({buffer_.data(), size_})) {
    addBlocks();
}

void SourceText::addBlocks() {
    blocks_.reserve(size_ / kBlock + 1);
    Block next;
    for (std::uint32_t at = 0;; at += kBlock) {
        blocks_.push_back(next);
        const std::string_view bytes = slice(at, std::min(at + kBlock, size_));
        const std::uint32_t lineEnds = countLineEnds(bytes.data(), bytes.data() + bytes.size());
        next.lineEnds += lineEnds;
        if (lineEnds > 0)
            next.lineStart = at + static_cast<std::uint32_t>(bytes.rfind('\n')) + 1;
        if (!ascii_)
            next.codePoints += countCodePoints(bytes.data(), bytes.data() + bytes.size());
        if (size_ - at < kBlock)
            break;
    }
    lineCount_ = next.lineEnds;
}

// A position behind the text is on its last line, as one on the last line end is.
std::uint32_t SourceText::within(std::uint32_t position) const {
    return position < size_ || size_ == 0 ? position : size_ - 1;
}

std::uint32_t SourceText::lineStart(std::uint32_t position) const {
    const std::uint32_t block = position / kBlock;
    const std::size_t lineEnd = slice(block * kBlock, position).rfind('\n');
    return lineEnd == std::string_view::npos ? blocks_[block].lineStart
                                             : block * kBlock + static_cast<std::uint32_t>(lineEnd) + 1;
}

std::uint32_t SourceText::codePointsBefore(std::uint32_t position) const {
    const std::uint32_t block = position / kBlock;
    return blocks_[block].codePoints + countCodePoints(data() + block * kBlock, data() + position);
}

std::uint32_t SourceText::line(std::uint32_t position) const {
    const std::uint32_t at = within(position), block = at / kBlock;
    return blocks_[block].lineEnds + countLineEnds(data() + block * kBlock, data() + at) + 1;
}

std::uint32_t SourceText::column(std::uint32_t position) const {
    const std::uint32_t start = lineStart(within(position));
    if (ascii_)
        return position - start + 1;
    return codePointsBefore(position) - codePointsBefore(start) + 1;
}

} // namespace espalier::scan
