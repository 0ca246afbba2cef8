#include "indexer/scan/string_text.h"

#include <algorithm>

namespace espalier::scan {

namespace {

bool isDottedByte(char c) {
    return isIdentifierByte(c) || c == '.';
}

bool isNameByte(char c) {
    return isDottedByte(c) || c == '-';
}

std::string_view withoutSpacesBehind(std::string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

// `name = `, or nothing.
bool namesEntryPoint(std::string_view text) {
    if (text.empty())
        return true;
    text = withoutSpacesBehind(text);
    if (!text.ends_with('='))
        return false;
    text = withoutSpacesBehind(text.substr(0, text.size() - 1));
    return !text.empty() && std::ranges::all_of(text, isNameByte);
}

// ` [extra, extra]`, or nothing.
bool namesExtras(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text.empty() || (text.front() == '[' && text.find(']') + 1 == text.size());
}

} // namespace

EntryPoint entryPoint(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return {};
    const char* const middle = text.data() + colon;
    const char* begin = middle;
    while (begin > text.data() && isDottedByte(begin[-1]))
        --begin;
    const char* const end = std::find_if_not(middle + 1, text.data() + text.size(), isDottedByte);
    const EntryPoint found{{begin, middle}, {middle + 1, end}};
    const bool whole = namesEntryPoint({text.data(), begin}) && namesExtras({end, text.data() + text.size()});
    return whole && found.module.find('.') != std::string_view::npos ? found : EntryPoint{};
}

} // namespace espalier::scan
