#include "graph/model/deprecation_message.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace espalier::graph {
namespace {

struct Word {
    std::string_view text;   // without quotes and punctuation around it
    bool quoted = false;     // in quotes or backticks, or written as a call: meant as code
    bool endsClause = false; // a full stop, comma or semicolon follows
};

bool isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
}

bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

Word wordFrom(std::string_view text) {
    Word word;
    const auto strip = [](char c) {
        return isQuote(c) || std::string_view("()[]{}<>,;:!?~*").find(c) != std::string_view::npos;
    };
    // reST roles: :func:`a.b`
    if (text.starts_with(':') && text.find('`') != std::string_view::npos)
        text.remove_prefix(text.find('`'));
    while (!text.empty() && strip(text.front())) {
        word.quoted |= isQuote(text.front());
        text.remove_prefix(1);
    }
    while (!text.empty() && (strip(text.back()) || text.back() == '.')) {
        word.quoted |= isQuote(text.back());
        word.endsClause |= text.back() == '.' || text.back() == ',' || text.back() == ';';
        text.remove_suffix(1);
    }
    const std::size_t call = text.find('(');
    if (call != std::string_view::npos && call > 0) {
        word.quoted = true;
        text = text.substr(0, call);
    }
    word.text = text;
    return word;
}

std::vector<Word> wordsOf(std::string_view message) {
    constexpr std::string_view kSpace = " \t\r\n";
    std::vector<Word> words;
    for (std::size_t begin = message.find_first_not_of(kSpace); begin != std::string_view::npos;) {
        const std::size_t end = std::min(message.find_first_of(kSpace, begin), message.size());
        const std::string_view text = message.substr(begin, end - begin);
        const bool call = text.find("()") != std::string_view::npos;
        Word word = wordFrom(text);
        word.quoted |= call;
        words.push_back(word);
        begin = message.find_first_not_of(kSpace, end);
    }
    return words;
}

bool isDottedName(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.' ||
        (text.front() >= '0' && text.front() <= '9'))
        return false;
    return text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) {
               return isNameByte(c) || c == '.' || c == ':';
           });
}

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> list) {
    const std::string text = lower(word);
    return std::find(list.begin(), list.end(), text) != list.end();
}

// Whether advice begins at words[i]; `behind` receives the word after the phrase.
bool startsAdvice(const std::vector<Word>& words, std::size_t i, std::size_t& behind) {
    const std::string first = lower(words[i].text);
    const std::string second = i + 1 < words.size() ? lower(words[i + 1].text) : "";
    const std::string third = i + 2 < words.size() ? lower(words[i + 2].text) : "";
    behind = i + 1;
    if (isAnyOf(first, {"use", "prefer", "import", "call", "using"}))
        return true;
    behind = i + 2;
    if (isAnyOf(first, {"replaced", "superseded"}) && isAnyOf(second, {"by", "with"}))
        return true;
    if (isAnyOf(first, {"moved", "renamed", "switch", "migrate", "relocated"}) &&
        isAnyOf(second, {"to", "into"}))
        return true;
    behind = i + 3;
    return first == "in" && isAnyOf(second, {"favor", "favour"}) && third == "of";
}

// "from a.b import C" at words[i].
std::optional<std::string> fromImport(const std::vector<Word>& words, std::size_t i) {
    if (i + 1 >= words.size() || lower(words[i].text) != "from" || !isDottedName(words[i + 1].text))
        return std::nullopt;
    std::string module(words[i + 1].text);
    if (i + 3 < words.size() && lower(words[i + 2].text) == "import" && isDottedName(words[i + 3].text))
        return module + '.' + std::string(words[i + 3].text);
    return std::nullopt;
}

std::string replacementIn(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t at = 0;
        if (!startsAdvice(words, i, at))
            continue;
        while (at < words.size() && !words[at].quoted &&
               isAnyOf(words[at].text, {"the", "a", "an", "new", "instead", "of", "import", "module",
                                        "function", "class", "method", "package", "directly"}))
            ++at;
        if (at >= words.size())
            continue;
        if (const auto found = fromImport(words, at))
            return *found;
        // "import C from a.b"
        if (at + 2 < words.size() && lower(words[at + 1].text) == "from" && isDottedName(words[at].text) &&
            isDottedName(words[at + 2].text) &&
            (words[at + 2].quoted || words[at + 2].text.find('.') != std::string_view::npos))
            return std::string(words[at + 2].text) + '.' + std::string(words[at].text);
        if (lower(words[at].text) == "from" && at + 1 < words.size())
            ++at;
        const Word& word = words[at];
        const bool looksLikeCode = word.quoted || word.text.find('.') != std::string_view::npos ||
                                   word.text.find('_') != std::string_view::npos;
        const bool insteadFollows =
            at + 1 < words.size() && lower(words[at + 1].text) == "instead" &&
            !isAnyOf(word.text, {"it", "that", "this", "them", "these", "those", "one", "something"});
        if (isDottedName(word.text) && (looksLikeCode || insteadFollows))
            return std::string(word.text);
    }
    return {};
}

bool isVersion(std::string_view text) {
    if (text.starts_with('v') || text.starts_with('V'))
        text.remove_prefix(1);
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

std::string removalIn(const std::vector<Word>& words) {
    constexpr std::size_t kReach = 6; // words between "removed" and the version
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!lower(words[i].text).starts_with("remov") && lower(words[i].text) != "dropped")
            continue;
        bool connected = false;
        for (std::size_t k = i + 1; k < words.size() && k <= i + kReach; ++k) {
            if (connected && isVersion(words[k].text)) {
                // A name before the number belongs to it: "Python 3.14".
                const std::string_view before = words[k - 1].text;
                const bool named = !before.empty() && before.front() >= 'A' && before.front() <= 'Z' &&
                                   !isAnyOf(before, {"in", "version", "release"});
                return (named ? std::string(before) + ' ' : std::string()) + std::string(words[k].text);
            }
            connected |= isAnyOf(words[k].text, {"in", "from", "after", "by", "with", "of", "on", "until"});
            if (words[k].endsClause)
                break;
        }
    }
    return {};
}

} // namespace

DeprecationAdvice readDeprecationMessage(std::string_view message) {
    constexpr std::size_t kLongest = 4000;
    const std::vector<Word> words = wordsOf(message.substr(0, kLongest));
    return {replacementIn(words), removalIn(words)};
}

} // namespace espalier::graph
