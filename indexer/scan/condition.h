// What the condition of an `if` says about when its branches run.
#pragma once

#include "indexer/scan/context.h"
#include "indexer/scan/known_names.h"

namespace espalier::scan {

struct Condition {
    Effect whenTrue, whenFalse; // for the code that runs if the condition holds, if it does not
};

// Knows TYPE_CHECKING (by any module's name or alias), `__name__ == "__main__"`, constants, and their
// combinations by not, and, or; all else is conditional both ways. `later`: in the body of a function.
[[nodiscard]] Condition evaluate(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                                 const KnownNames& known, bool later);

} // namespace espalier::scan
