#include "app/project/toml_outline.h"

#include <algorithm>

namespace espalier::project {
namespace {

// Reads from left to right. The text is known to be valid, so that everything ends where it should; the end
// of the text is never passed.
class Reader {
public:
    Reader(std::string_view text, std::size_t at)
        : text_(text)
        , at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
    [[nodiscard]] char next() const { return atEnd() ? '\0' : text_[at_]; }
    void skip(std::size_t count = 1) { at_ = std::min(at_ + count, text_.size()); }
    void skipBlanks() {
        while (next() == ' ' || next() == '\t')
            skip();
    }
    void skipLine() { at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1; }
    // Blanks, line ends and comments.
    void skipSpace() {
        while (!atEnd()) {
            skipBlanks();
            if (next() == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else if (next() == '\n' || next() == '\r')
                skip();
            else
                return;
        }
    }

    std::vector<std::string> key() {
        std::vector<std::string> parts;
        while (!atEnd()) {
            skipBlanks();
            const std::size_t from = at_;
            if (next() == '"' || next() == '\'') {
                string();
                parts.emplace_back(text_.substr(from + 1, at_ - from - 2));
            } else {
                while (!atEnd() && std::string_view(" \t.=]\r\n").find(next()) == std::string_view::npos)
                    skip();
                parts.emplace_back(text_.substr(from, at_ - from));
            }
            skipBlanks();
            if (next() != '.')
                break;
            skip();
        }
        return parts;
    }

    void value() {
        if (next() == '"' || next() == '\'') {
            string();
        } else if (next() == '[' || next() == '{') {
            const char close = next() == '[' ? ']' : '}';
            skip();
            while (skipSpace(), !atEnd() && next() != close)
                if (next() == ',' || next() == '=')
                    skip();
                else
                    value(); // keys of a table look like values
            skip();
        } else {
            // Numbers, dates, words; "1979-05-27 07:32:00" has a blank within.
            const std::size_t from = at_;
            while (!atEnd() && std::string_view(",]}=#\r\n").find(next()) == std::string_view::npos)
                skip();
            while (at_ > from && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t'))
                --at_;
        }
    }

private:
    void string() {
        const char quote = next();
        const std::string_view rest = text_.substr(at_);
        const bool three = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
        skip(three ? 3 : 1);
        while (!atEnd()) {
            if (next() == '\\' && quote == '"') {
                skip(2);
            } else if (next() != quote) {
                skip();
            } else if (!three) {
                return skip();
            } else if (text_.substr(at_).starts_with(std::string(3, quote))) {
                skip(3);
                for (int more = 0; more < 2 && next() == quote;
                     ++more) // """a"""" ends with a quote of its own
                    skip();
                return;
            } else {
                skip();
            }
        }
    }

    std::string_view text_;
    std::size_t at_;
};

} // namespace

std::vector<TomlItem> outlineOf(std::string_view toml) {
    std::vector<TomlItem> out;
    Reader reader(toml, toml.starts_with("\xef\xbb\xbf") ? 3 : 0);
    while (!reader.atEnd()) {
        const std::size_t begin = reader.at();
        reader.skipBlanks();
        if (reader.next() == '#' || reader.next() == '\n' || reader.next() == '\r' || reader.atEnd()) {
            reader.skipLine();
            continue;
        }
        TomlItem item;
        item.begin = begin;
        if (reader.next() == '[') {
            reader.skip();
            item.kind = reader.next() == '[' ? TomlItem::Kind::TableOfArray : TomlItem::Kind::Table;
            if (item.kind == TomlItem::Kind::TableOfArray)
                reader.skip();
            item.key = reader.key();
        } else {
            item.key = reader.key();
            reader.skip(); // =
            reader.skipBlanks();
            item.valueBegin = reader.at();
            reader.value();
            item.valueEnd = reader.at();
        }
        reader.skipLine();
        item.end = reader.at();
        out.push_back(std::move(item));
    }
    return out;
}

std::vector<TomlElement> elementsOf(std::string_view toml, std::size_t listBegin) {
    std::vector<TomlElement> out;
    Reader reader(toml, listBegin + 1);
    while (reader.skipSpace(), !reader.atEnd() && reader.next() != ']') {
        if (reader.next() == ',') {
            reader.skip();
            continue;
        }
        const std::size_t begin = reader.at();
        reader.value();
        out.push_back({begin, reader.at()});
    }
    return out;
}

std::size_t behindComma(std::string_view toml, std::size_t at) {
    Reader reader(toml, at);
    reader.skipSpace();
    return reader.next() == ',' ? reader.at() + 1 : at;
}

std::string tomlString(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += std::string("\\") + c;
        else if (byte < 0x20 || byte == 0x7f)
            out += std::string("\\u00") + kDigits[byte >> 4] + kDigits[byte & 15];
        else
            out += c;
    }
    return out + '"';
}

} // namespace espalier::project
