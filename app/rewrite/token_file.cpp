#include "app/rewrite/token_file.h"

#include "indexer/scan/decode.h"

#include <algorithm>

namespace espalier::rewrite {
namespace {

class Errors final : public scan::ProblemSink {
public:
    void syntaxError(std::uint32_t, std::string) override { any = true; }
    void conflictMarker(std::uint32_t) override { any = true; }
    bool any = false;
};

constexpr std::string_view kBom = "\xef\xbb\xbf";

// Line ends are \n, \r and \r\n, as for Python.
std::vector<std::string_view> splitLines(std::string_view bytes) {
    std::vector<std::string_view> out;
    while (!bytes.empty()) {
        const std::size_t at = bytes.find_first_of("\r\n");
        std::size_t length = at == std::string_view::npos ? bytes.size() : at + 1;
        if (at != std::string_view::npos && bytes.substr(at, 2) == "\r\n")
            ++length;
        out.push_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    return out;
}

std::string_view withoutLineEnd(std::string_view line) {
    return line.substr(0, line.find_first_of("\r\n"));
}

std::string_view lineEnd(std::string_view line) {
    return line.substr(withoutLineEnd(line).size());
}

} // namespace

facts::Result<TokenFile> TokenFile::read(std::string bytes) {
    TokenFile out;
    out.bytes_ = std::move(bytes);
    const scan::Decoded decoded = scan::decodeSource(out.bytes_);
    if (decoded.broken())
        return facts::Error{decoded.problems.front().message, {}, {}};
    out.text_ = std::make_unique<scan::SourceText>(decoded.text);
    Errors errors;
    scan::Lexer lexer(*out.text_, errors, {false, true});
    while (lexer.findLine()) {
        if (!lexer.readLine())
            continue;
        const auto tokens = lexer.tokens().all;
        out.lines_.push_back(
            {static_cast<std::uint32_t>(out.tokens_.size()), static_cast<std::uint32_t>(tokens.size())});
        out.tokens_.insert(out.tokens_.end(), tokens.begin(), tokens.end());
    }
    if (errors.any)
        return facts::Error{"the file has syntax errors", {}, {}};
    const std::string_view all = out.text_->slice(0, out.text_->size());
    for (std::size_t at = 0; at < all.size(); at = std::min(all.find('\n', at), all.size() - 1) + 1)
        out.textLines_.push_back(static_cast<std::uint32_t>(at));
    out.rawLines_ = splitLines(out.bytes_);
    if (out.rawLines_.size() != out.textLines_.size())
        return facts::Error{"its encoding is not one of single bytes", {}, {}};
    for (std::size_t i = 0; i + 1 < out.rawLines_.size(); ++i)
        if (!out.rawLines_[i].ends_with('\n'))
            return facts::Error{"it has line ends that no difference can show (carriage returns)", {}, {}};
    return out;
}

std::optional<TokenFile::Place> TokenFile::at(std::uint32_t line, std::uint32_t column) const {
    if (line == 0 || line > textLines_.size())
        return std::nullopt;
    std::uint32_t position = textLines_[line - 1];
    for (std::uint32_t left = column - 1; left > 0 && position < text_->size(); --left)
        do
            ++position;
        while (position < text_->size() && (text_->data()[position] & 0xC0) == 0x80);
    const auto token = std::ranges::lower_bound(tokens_, position, {}, &scan::Token::begin);
    if (token == tokens_.end() || token->begin != position)
        return std::nullopt;
    const auto index = static_cast<std::uint32_t>(token - tokens_.begin());
    const auto found = std::ranges::upper_bound(lines_, index, {}, &Line::first) - 1;
    return Place{static_cast<std::uint32_t>(found - lines_.begin()), index - found->first};
}

std::string_view TokenFile::textLine(std::size_t line) const {
    const std::uint32_t begin = textLines_[line];
    const std::uint32_t end = line + 1 < textLines_.size() ? textLines_[line + 1] : text_->size();
    return text_->slice(begin, end);
}

bool TokenFile::isWrittenAlike(std::size_t line) const {
    std::string_view raw = rawLines_[line];
    if (line == 0 && raw.starts_with(kBom))
        raw.remove_prefix(kBom.size());
    return withoutLineEnd(raw) == withoutLineEnd(textLine(line));
}

facts::Result<std::vector<TokenFile::Change>> TokenFile::apply(std::vector<Edit> edits) const {
    std::ranges::stable_sort(edits, {}, &Edit::begin);
    std::vector<Change> out;
    for (std::size_t i = 0; i < edits.size();) {
        const auto lineOf = [&](std::uint32_t position) {
            return static_cast<std::size_t>(std::ranges::upper_bound(textLines_, position) -
                                            textLines_.begin() - 1);
        };
        const std::size_t first = lineOf(edits[i].begin);
        std::size_t last = lineOf(edits[i].end);
        std::string text;
        std::uint32_t at = textLines_[first];
        for (; i < edits.size() && lineOf(edits[i].begin) <= last; ++i) {
            if (edits[i].begin < at)
                return facts::Error{"two changes of one place", {}, {}};
            text += text_->slice(at, edits[i].begin);
            text += edits[i].with;
            at = edits[i].end;
            last = std::max(last, lineOf(at));
        }
        const std::uint32_t end = last + 1 < textLines_.size() ? textLines_[last + 1] : text_->size();
        text += text_->slice(at, end);
        Change change{first, {}, {}};
        for (std::size_t line = first; line <= last; ++line) {
            if (!isWrittenAlike(line))
                return facts::Error{
                    "a line that changes has letters in an encoding other than UTF-8", {}, {}};
            change.before.emplace_back(rawLines_[line]);
        }
        const auto ends = lineEnd(rawLines_[first]);
        const auto finalEnd = lineEnd(rawLines_[last]);
        const auto lines = splitLines(text);
        for (std::size_t k = 0; k < lines.size(); ++k)
            change.after.push_back(
                (k == 0 && first == 0 && bytes_.starts_with(kBom) ? std::string(kBom) : "") +
                std::string(withoutLineEnd(lines[k])) +
                std::string(k + 1 < lines.size() ? (ends.empty() ? "\n" : ends) : finalEnd));
        if (change.before != change.after)
            out.push_back(std::move(change));
    }
    return out;
}

std::string changed(const TokenFile& file, std::span<const TokenFile::Change> changes) {
    std::string out;
    std::size_t line = 0;
    const auto keepUntil = [&](std::size_t end) {
        for (; line < end; ++line)
            out += file.lines()[line];
    };
    for (const TokenFile::Change& change : changes) {
        keepUntil(change.firstLine);
        for (const std::string& one : change.after)
            out += one;
        line += change.before.size();
    }
    keepUntil(file.lines().size());
    return out;
}

} // namespace espalier::rewrite
