// What belongs to the interpreter: top-level names of Python's own library, over all versions from 3.9
// to 3.14 and all platforms, and the part of them that no file of a project can replace.
#pragma once

#include <string_view>

namespace espalier::graph {

// As sys.stdlib_module_names of these versions. `test` is not among them: many installations lack it.
[[nodiscard]] bool isStandardName(std::string_view top);
// Compiled into every interpreter, frozen, or `__main__`: found before the path is searched.
[[nodiscard]] bool isInterpreterName(std::string_view top);
// Set by the import system in every module: __name__, __doc__, …
[[nodiscard]] bool isImplicitName(std::string_view name);

} // namespace espalier::graph
