// Stage two: definitions, uses and deprecated symbols of one file, by tree-sitter. Tolerates syntax errors,
// and says where they are if scan/syntax.h agrees: the grammar refuses some valid code. Thread-safe: each
// call may run on any thread (parsers are kept per thread).
#pragma once

#include "indexer/facts/source_facts.h"

#include <cstdint>
#include <string_view>

namespace espalier::symbols {

struct Limits {
    // A parse may take this long, and half as long again for each further megabyte; 0: no limit. What is
    // given up gives no facts but the problem `parse-timeout`.
    std::uint64_t parseMicros = 5'000'000;
    std::size_t syntaxErrors = 20; // listed per file; a last row says that there are more
    std::uint32_t scopes = 1000; // definitions, lambdas and comprehensions within each other; deeper ones are
                                 // skipped with the problem `nesting-too-deep`
    std::size_t nameBytes = 1000; // longer dotted names are left out
    // A larger text is data in the form of code: a tree of it takes 25 times its size in memory. It gives no
    // facts but the problem `too-large`.
    std::size_t textBytes = 8'000'000;
};

// `text` is UTF-8 without byte order mark (scan/decode.h), with any of Python's line ends. Never
// fails and never recurses on the depth of its input. Problem codes: syntax-error, parse-timeout,
// nesting-too-deep, too-large.
//
// Uses: the longest dotted name at each place, in order of text. Names are looked up as Python's scopes do
// (functions, classes, comprehensions, global, nonlocal), so parameters and local variables that shadow an
// import are left out. An attribute that is set or deleted (`mod.x = 1`) counts as read. In a file with a
// star import also names that nothing binds are uses, since the star may bind them.
//
// Deprecated symbols: warnings.warn() with DeprecationWarning, PendingDeprecationWarning or FutureWarning in
// the body of a definition, in that of `__init__`, `__new__` and `__post_init__` for their class; a decorator
// whose last name is `deprecated`, by whatever name it was imported (pytest's marks and overloads excepted);
// a docstring that says so of the whole thing. A module's `__getattr__` is left to the scanner.
[[nodiscard]] facts::SymbolFacts extractSymbols(std::string_view text, const Limits& limits = {});

} // namespace espalier::symbols
