// Names of a module that are made without a binding that could be read.
#pragma once

#include "indexer/scan/context.h"
#include "indexer/scan/token.h"

namespace espalier::scan {

// Whether the hot name at token i gives the module names in a way that cannot be read: globals() that is
// written to or handed on, vars() and locals() likewise at module level, exec(), enum.global_enum,
// Enum._convert_(), a write to sys.modules[__name__]. Mere reading of globals() is none of these.
[[nodiscard]] bool makesOpaqueNames(const Tokens& tokens, std::uint32_t i, const Context& where);

} // namespace espalier::scan
