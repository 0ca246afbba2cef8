#include "indexer/scan/source_text.h"

#include <algorithm>
#include <cstring>

namespace espalier::scan {

namespace {

constexpr std::uint32_t kBlock = 1024;

std::uint32_t countCodePoints(const char* begin, const char* end) {
    return static_cast<std::uint32_t>(
        std::count_if(begin, end, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool isAscii(std::string_view text) {
    std::uint64_t seen = 0;
    std::size_t i = 0;
    for (; i + sizeof seen <= text.size(); i += sizeof seen) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + i, sizeof eight);
        seen |= eight;
    }
    for (; i < text.size(); ++i)
        seen |= static_cast<unsigned char>(text[i]);
    return (seen & 0x8080808080808080U) == 0;
}

std::string normalised(std::string_view in) {
    std::string out;
    out.reserve(in.size() + 2);
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
    return out;
}

} // namespace

SourceText::SourceText(std::string_view utf8)
    : buffer_(normalised(utf8))
    , size_(static_cast<std::uint32_t>(buffer_.size())) {
    const char* const begin = buffer_.data();
    const char* const end = begin + size_;
    lineStarts_.reserve(size_ / 32 + 1);
    for (const char* p = begin; p < end;) {
        lineStarts_.push_back(static_cast<std::uint32_t>(p - begin));
        p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p))) + 1;
    }
    if (isAscii({begin, size_}))
        return;
    codePoints_.reserve(size_ / kBlock + 1);
    std::uint32_t total = 0;
    for (std::uint32_t at = 0; at <= size_; at += kBlock) {
        codePoints_.push_back(total);
        total += countCodePoints(begin + at, begin + std::min(at + kBlock, size_));
    }
}

std::uint32_t SourceText::lineIndex(std::uint32_t position) const {
    const auto it = std::upper_bound(lineStarts_.begin(), lineStarts_.end(), position);
    return it == lineStarts_.begin() ? 0 : static_cast<std::uint32_t>(it - lineStarts_.begin()) - 1;
}

std::uint32_t SourceText::codePointsBefore(std::uint32_t position) const {
    const std::uint32_t block = position / kBlock;
    return codePoints_[block] + countCodePoints(data() + block * kBlock, data() + position);
}

std::uint32_t SourceText::line(std::uint32_t position) const {
    return lineIndex(position) + 1;
}

std::uint32_t SourceText::column(std::uint32_t position) const {
    if (lineStarts_.empty())
        return 1;
    const std::uint32_t start = lineStarts_[lineIndex(position)];
    if (codePoints_.empty())
        return position - start + 1;
    if (position - start <= kBlock)
        return countCodePoints(data() + start, data() + position) + 1;
    return codePointsBefore(position) - codePointsBefore(start) + 1;
}

} // namespace espalier::scan
