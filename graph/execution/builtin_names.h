// What every module can count on, over Python 3.9 to 3.14.
#pragma once

#include <string_view>

namespace espalier::graph::execution {

// Of `builtins`.
[[nodiscard]] bool isBuiltinName(std::string_view name);
// Top-level modules of Python's own library that each of these versions has, on every platform.
[[nodiscard]] bool isAlwaysThere(std::string_view top);

} // namespace espalier::graph::execution
