#include "indexer/store/compress.h"

#include <memory>
#include <zstd.h>

namespace espalier::store {
namespace {

constexpr int kLevel = 3;
// No record is that large: a file of 50 MB has facts of its own size at most.
constexpr unsigned long long kMaxBytes = 1ULL << 29;

template <auto free>
struct FreeZstd {
    template <class T>
    void operator()(T* context) const {
        free(context);
    }
};

} // namespace

std::string compress(std::string_view bytes) {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeZstd<ZSTD_freeCCtx>> context(ZSTD_createCCtx());
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
    out.resize(ZSTD_isError(size) ? 0 : size); // fails only without memory
    return out;
}

std::optional<std::string> decompress(std::string_view bytes) {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeZstd<ZSTD_freeDCtx>> context(ZSTD_createDCtx());
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > kMaxBytes) // unknown and error are the largest numbers
        return std::nullopt;
    std::string out(size, '\0');
    const std::size_t got =
        ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) || got != size)
        return std::nullopt;
    return out;
}

} // namespace espalier::store
