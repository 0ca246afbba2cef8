#include "app/tracker/markdown.h"

#include <algorithm>
#include <cctype>
#include <md4c.h>

namespace espalier::tracker {
namespace {

// Collects what md4c reports. Where a piece of text stands in the source is told by its pointer: md4c hands
// out parts of its input, but for line ends and indentation.
class Collector {
public:
    explicit Collector(std::string_view source)
        : source_(source) {
        for (std::size_t i = 0; i < source.size(); ++i)
            if (source[i] == '\n')
                lineEnds_.push_back(i);
    }

    std::vector<Block> take() { return std::move(blocks_); }

    void enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_LI: {
            const auto* item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
            const bool open = item->is_task != 0 && item->task_mark == ' ';
            openTasks_.push_back(open || (!openTasks_.empty() && openTasks_.back()));
            finish();
            break;
        }
        case MD_BLOCK_H:
            begin(Block::Kind::Heading);
            break;
        case MD_BLOCK_TR:
            begin(Block::Kind::Row);
            break;
        case MD_BLOCK_CODE:
            begin(Block::Kind::Code);
            setLanguage(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (!current_.text.empty())
                current_.text += '\n';
            break;
        default:
            finish();
        }
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
            return;
        finish();
        if (type == MD_BLOCK_LI)
            openTasks_.pop_back();
    }

    void enterStruck() { ++struck_; }
    void leaveStruck() { --struck_; }
    void enterCode() { codeFrom_ = current_.text.size(); }
    void leaveCode() {
        if (current_.text.size() > codeFrom_)
            current_.code.emplace_back(codeFrom_, current_.text.size());
    }

    void text(MD_TEXTTYPE type, std::string_view piece) {
        if (type == MD_TEXT_HTML || struck_ > 0)
            return;
        if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
            current_.text += type == MD_TEXT_BR ? '\n' : ' ';
            return;
        }
        if (type == MD_TEXT_NULLCHAR)
            piece = "\xef\xbf\xbd";
        const std::less<const char*> before;
        if (!before(piece.data(), source_.data()) && before(piece.data(), source_.data() + source_.size()))
            place(static_cast<std::size_t>(piece.data() - source_.data()), piece.size());
        current_.text += piece;
    }

private:
    void begin(Block::Kind kind) {
        finish();
        current_.kind = kind;
    }

    void finish() {
        current_.depth = static_cast<int>(std::min<std::size_t>(openTasks_.size(), 100));
        current_.openTask = !openTasks_.empty() && openTasks_.back();
        if (!current_.text.empty())
            blocks_.push_back(std::move(current_));
        current_ = {};
        end_ = source_.size();
    }

    void place(std::size_t offset, std::size_t length) {
        // `__init__` in running text is bold to Markdown, and a name to everybody else.
        if (offset > end_ &&
            source_.substr(end_, offset - end_).find_first_not_of('_') == std::string_view::npos)
            current_.text += source_.substr(end_, offset - end_);
        end_ = offset + length;
        const auto line =
            static_cast<std::uint32_t>(std::ranges::lower_bound(lineEnds_, offset) - lineEnds_.begin() + 1);
        if (current_.lines.empty() || current_.lines.back().second != line)
            current_.lines.emplace_back(current_.text.size(), line);
    }

    void setLanguage(const MD_ATTRIBUTE& language) {
        current_.language.assign(language.text ? language.text : "", language.size);
        std::ranges::transform(current_.language, current_.language.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    }

    std::string_view source_;
    std::vector<std::size_t> lineEnds_;
    std::vector<Block> blocks_;
    Block current_;
    std::vector<bool> openTasks_; // of the list items that are open, outer ones included
    std::size_t codeFrom_ = 0;
    int struck_ = 0;      // spans that are struck out around the text
    std::size_t end_ = 0; // of the last piece, in the source
};

Collector& collector(void* data) {
    return *static_cast<Collector*>(data);
}

} // namespace

std::uint32_t Block::lineAt(std::size_t offset) const {
    const auto after =
        std::ranges::upper_bound(lines, offset, {}, &std::pair<std::size_t, std::uint32_t>::first);
    return lines.empty() ? 1 : after == lines.begin() ? after->second : std::prev(after)->second;
}

std::vector<Block> blocksOf(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
        collector(data).enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
        collector(data).leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
        if (type == MD_SPAN_CODE)
            collector(data).enterCode();
        if (type == MD_SPAN_DEL)
            collector(data).enterStruck();
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
        if (type == MD_SPAN_CODE)
            collector(data).leaveCode();
        if (type == MD_SPAN_DEL)
            collector(data).leaveStruck();
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        collector(data).text(type, {text, size});
        return 0;
    };
    Collector collected(markdown);
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &collected);
    return collected.take();
}

} // namespace espalier::tracker
