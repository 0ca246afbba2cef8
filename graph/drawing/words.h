// The phrases and numbers that a picture carries. The sources have them in English; a program may have them
// said in another language.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>

namespace espalier::graph {

struct Language {
    // `english` in this language, as UTF-8; with n >= 0 its plural form for n. Called from any thread.
    std::function<std::string(const char* english, int n)> translate;
    std::string thousands = ",", decimals = ".";
};

// Its functions are called as Qt's are, so that Qt's tools find the phrases, though nothing of Qt is needed
// here.
class Words {
public:
    // At most once, before the first drawing is made: drawings read it without a lock.
    static void speak(Language language);

    [[nodiscard]] static std::string tr(const char* english);
    // For n other than 1: the plural form, its %1 replaced by the number. `note` is for translators.
    [[nodiscard]] static std::string tr(const char* english, const char* note, std::size_t n);
};

// `phrase` with %1, %2 … replaced by what is given, all at once: what is put in is left as it is.
[[nodiscard]] std::string filled(const std::string& phrase, std::initializer_list<std::string> given);

// "1,234".
[[nodiscard]] std::string grouped(std::size_t number);
// "0.25".
[[nodiscard]] std::string hundredths(double number);

// Phrases that occur in several pictures.
[[nodiscard]] std::string moduleCount(std::size_t n);    // "3 modules"
[[nodiscard]] std::string statementCount(std::size_t n); // "3 statements"

} // namespace espalier::graph
