#include "graph/drawing/words.h"

#include <climits>

#include <algorithm>
#include <cmath>
#include <utility>

namespace espalier::graph {
namespace {

Language& language() {
    static Language spoken;
    return spoken;
}

std::string translated(const char* english, int n) {
    return language().translate ? language().translate(english, n) : english;
}

} // namespace

void Words::speak(Language spoken) {
    language() = std::move(spoken);
}

std::string Words::tr(const char* english) {
    return translated(english, -1);
}

std::string Words::tr(const char* english, const char*, std::size_t n) {
    return filled(translated(english, static_cast<int>(std::min<std::size_t>(n, INT_MAX))), {grouped(n)});
}

std::string filled(const std::string& phrase, std::initializer_list<std::string> given) {
    std::string out;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const std::size_t digit = phrase[i] == '%' && i + 1 < phrase.size()
                                      ? static_cast<std::size_t>(phrase[i + 1] - '1')
                                      : given.size();
        if (digit < given.size()) {
            out += given.begin()[digit];
            ++i;
        } else {
            out += phrase[i];
        }
    }
    return out;
}

std::string grouped(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > 0; i -= 3)
        text.insert(static_cast<std::size_t>(i), language().thousands);
    return text;
}

std::string hundredths(double number) {
    const auto n = static_cast<std::size_t>(std::lround(number * 100));
    return grouped(n / 100) + language().decimals + std::to_string(100 + n % 100).substr(1);
}

std::string moduleCount(std::size_t n) {
    return n == 1 ? Words::tr("1 module") : Words::tr("%1 modules", nullptr, n);
}

std::string statementCount(std::size_t n) {
    return n == 1 ? Words::tr("1 statement") : Words::tr("%1 statements", nullptr, n);
}

} // namespace espalier::graph
