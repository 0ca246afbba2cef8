// What must hold for the facts of any bytes at all.
#pragma once

#include <string>
#include <string_view>

namespace espalier::scan_test {

// Scans the bytes as a Python file, as a notebook, and as the code cell of one. Returns what does not hold,
// with an example; empty if all does:
// - the same bytes give the same facts, and so does a scan that passes over no line (dull_line.h);
// - lines and columns lie within the text, spans do not run backwards, statements are in order;
// - the text of a statement is what stands at its span;
// - strings are valid UTF-8, names are not empty, bindings refer to statements that are there;
// - the store's record of the facts gives the same facts again;
// - a `pass` behind the text changes no import, binding or mark, unless the text is broken.
[[nodiscard]] std::string brokenInvariant(std::string_view bytes);

} // namespace espalier::scan_test
