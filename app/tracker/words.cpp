#include "app/tracker/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace espalier::tracker {
namespace {

bool isLetter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::size_t kMaxWords = 500; // of a sentence

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kArrows{{
    {"<->", "↔"},
    {"<-->", "↔"},
    {"<=>", "↔"},
    {"-->", "→"},
    {"->", "→"},
    {"=>", "→"},
    {"⇄", "↔"},
    {"⟶", "→"},
    {"→", "→"},
    {"↔", "↔"},
    {"⇒", "→"},
}};

// The length of the arrow that `text` begins with, and the arrow; 0: none.
std::pair<std::size_t, std::string_view> arrowAt(std::string_view text) {
    for (const auto& [written, arrow] : kArrows)
        if (text.starts_with(written))
            return {written.size(), arrow};
    return {0, {}};
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// Cuts one block's text into words and sentences, from left to right.
class Cutter {
public:
    explicit Cutter(const Block& block)
        : block_(block)
        , text_(block.text) {}

    std::vector<Sentence> run() {
        auto span = block_.code.begin();
        while (at_ < text_.size()) {
            if (span != block_.code.end() && at_ == span->first) {
                endWord();
                add(text_.substr(span->first, span->second - span->first), span->first, true);
                at_ = span->second;
                ++span;
            } else {
                step();
            }
        }
        endWord();
        endSentence();
        return std::move(sentences_);
    }

private:
    void step() {
        const char c = text_[at_];
        const auto [arrowLength, arrow] = arrowAt(text_.substr(at_));
        if (arrowLength > 0) {
            endWord();
            add(arrow, at_, false);
            at_ += arrowLength;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            const bool full = at_ > 0 && endsSentence(text_[at_ - 1]);
            endWord();
            ++at_;
            if (c == '\n' || full)
                endSentence();
        } else {
            if (wordAt_ == std::string_view::npos)
                wordAt_ = at_;
            ++at_;
        }
    }

    static bool endsSentence(char c) { return c == '.' || c == '!' || c == '?' || c == ';'; }

    void endWord() {
        if (wordAt_ == std::string_view::npos)
            return;
        std::size_t begin = wordAt_, end = at_;
        wordAt_ = std::string_view::npos;
        constexpr std::string_view kAround = "()[]{}<>,;:.!?\"'*|=";
        const auto keep = [&](std::size_t i) {
            // "./a.py", "__init__.py": leading dots of paths stay.
            return text_[i] == '.' && i + 1 < end && (text_[i + 1] == '/' || text_[i + 1] == '.');
        };
        while (begin < end && kAround.find(text_[begin]) != std::string_view::npos && !keep(begin))
            ++begin;
        std::size_t trimmed = end;
        while (trimmed > begin && kAround.find(text_[trimmed - 1]) != std::string_view::npos)
            --trimmed;
        if (begin < trimmed)
            add(text_.substr(begin, trimmed - begin), begin, false);
        if ((trimmed < end || begin == end) && !words_.empty())
            words_.back().after = text_[end - 1];
    }

    void add(std::string_view word, std::size_t offset, bool code) {
        words_.push_back({std::string(word), lowered(word), offset, code, ' '});
        if (words_.size() >= kMaxWords)
            endSentence();
    }

    void endSentence() {
        if (!words_.empty())
            sentences_.push_back({words_.front().offset, at_, std::move(words_)});
        words_.clear();
    }

    const Block& block_;
    std::string_view text_;
    std::vector<Sentence> sentences_;
    std::vector<Word> words_;
    std::size_t at_ = 0, wordAt_ = std::string_view::npos;
};

bool isPathCharacter(char c) {
    return isLetter(c) || isDigit(c) || std::string_view("./-~+@").find(c) != std::string_view::npos;
}

// "py" of "a/b.py"; empty if there is none.
std::string_view fileType(std::string_view path) {
    const std::string_view base = path.substr(path.rfind('/') + 1);
    const std::size_t dot = base.rfind('.');
    if (dot == std::string_view::npos || dot + 1 == base.size() || (dot == 0 && base.size() < 4))
        return {};
    const std::string_view type = base.substr(dot + 1);
    const bool plain =
        std::ranges::all_of(type, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
    return plain && type.size() <= 8 && !isDigit(type.front()) ? type : std::string_view();
}

constexpr std::array<std::string_view, 21> kKnownTypes{"py",  "pyi", "pyx", "ipynb", "md",   "rst", "toml",
                                                       "cfg", "ini", "yml", "yaml",  "json", "txt", "sh",
                                                       "js",  "ts",  "tsx", "html",  "css",  "sql", "xml"};

bool isPath(std::string_view text, bool code) {
    if (text.empty() || !std::ranges::all_of(text, isPathCharacter) ||
        text.find("//") != std::string_view::npos)
        return false;
    if (code && text.ends_with('/') && text.size() > 1)
        return true;
    const std::string_view type = fileType(text);
    return !type.empty() && (text.find('/') != std::string_view::npos ||
                             std::ranges::find(kKnownTypes, type) != kKnownTypes.end());
}

std::optional<std::uint32_t> plainNumber(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

std::vector<Sentence> sentencesOf(const Block& block) {
    return Cutter(block).run();
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> linesIn(std::string_view text) {
    if (text.starts_with('L'))
        text.remove_prefix(1);
    std::size_t dash = text.find('-'), width = 1;
    if (dash == std::string_view::npos) {
        dash = text.find("–");
        width = std::string_view("–").size();
    }
    const auto first = plainNumber(text.substr(0, dash));
    if (!first || *first == 0)
        return std::nullopt;
    if (dash == std::string_view::npos)
        return std::pair{*first, *first};
    std::string_view rest = text.substr(dash + width);
    if (rest.starts_with('L'))
        rest.remove_prefix(1);
    const auto last = plainNumber(rest);
    return last && *last >= *first ? std::optional(std::pair{*first, *last}) : std::nullopt;
}

std::optional<Reference> referenceIn(const Word& word) {
    std::string_view text = word.text;
    if (isPath(text, word.code))
        return Reference{std::string(text), 0, 0};
    const std::size_t mark = std::min(text.find(':'), text.find("#L"));
    if (mark == std::string_view::npos || !isPath(text.substr(0, mark), word.code))
        return std::nullopt;
    std::string_view rest = text.substr(mark + 1);
    auto lines = linesIn(rest);
    if (!lines) // "a.py:22:5": with a column
        lines = linesIn(rest.substr(0, rest.find(':')));
    if (!lines)
        return std::nullopt;
    return Reference{std::string(text.substr(0, mark)), lines->first, lines->second};
}

bool isIdentifier(std::string_view text) {
    return !text.empty() && isLetter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return isLetter(c) || isDigit(c); });
}

bool isDotted(std::string_view text) {
    if (text.find('.') == std::string_view::npos)
        return false;
    while (true) {
        const std::size_t dot = text.find('.');
        if (!isIdentifier(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

bool isName(const Word& word) {
    if (referenceIn(word) || isDotted(word.text))
        return true;
    if (!isIdentifier(word.text))
        return false;
    const bool mixed =
        std::ranges::any_of(word.text, [](char c) { return c >= 'a' && c <= 'z'; }) &&
        std::any_of(word.text.begin() + 1, word.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return word.code || mixed || word.text.find('_') != std::string::npos;
}

bool isModuleName(const Word& word) {
    if (const auto reference = referenceIn(word))
        return fileType(reference->path).starts_with("py");
    return isDotted(word.text) ||
           (isIdentifier(word.text) && word.text.find('_') != std::string::npos && word.text == word.lower);
}

std::optional<Number> numberIn(std::string_view text) {
    Number out;
    for (const std::string_view about : {"~", "≈"})
        if (text.starts_with(about)) {
            text.remove_prefix(about.size());
            out.about = true;
        }
    if (text.ends_with('+')) {
        text.remove_suffix(1);
        out.atLeast = true;
    }
    std::string digits(text);
    std::erase(digits, ',');
    if (digits.empty() || digits.size() > 9 || !std::ranges::all_of(digits, isDigit) || text.front() == ',')
        return std::nullopt;
    out.value = *plainNumber(digits);
    return out;
}

} // namespace espalier::tracker
