#include "indexer/source/blob_hash.h"

#include <cstdio>
#include <memory>
#include <openssl/evp.h>

namespace espalier::source {
namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Looked up once: OpenSSL 3 takes a lock and searches its providers otherwise, at every call.
const EVP_MD* sha1() {
    static const EVP_MD* const kSha1 = EVP_MD_fetch(nullptr, "SHA1", nullptr);
    return kSha1;
}

} // namespace

facts::BlobId blobId(std::string_view bytes) {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> kContext(EVP_MD_CTX_new());
    char head[32];
    const int headSize = std::snprintf(head, sizeof head, "blob %zu", bytes.size()) + 1;
    facts::BlobId id;
    EVP_DigestInit_ex(kContext.get(), sha1(), nullptr);
    EVP_DigestUpdate(kContext.get(), head, static_cast<std::size_t>(headSize));
    EVP_DigestUpdate(kContext.get(), bytes.data(), bytes.size());
    EVP_DigestFinal_ex(kContext.get(), id.bytes.data(), nullptr);
    return id;
}

} // namespace espalier::source
