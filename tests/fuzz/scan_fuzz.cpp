// The entry of libFuzzer (llvm.org/docs/LibFuzzer.html): run.sh builds and runs it.
#include "fuzz/scan_invariants.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string failure =
        espalier::scan_test::brokenInvariant({reinterpret_cast<const char*>(data), size});
    if (failure.empty())
        return 0;
    std::fprintf(stderr, "invariant: %s\n", failure.c_str());
    std::abort();
}
