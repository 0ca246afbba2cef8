#include "indexer/store/bytes.h"

#include <cstring>

namespace espalier::store {

void ByteWriter::number(std::uint64_t value) {
    while (value >= 0x80) {
        bytes_ += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    bytes_ += static_cast<char>(value);
}

void ByteWriter::text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
}

std::uint64_t ByteReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (rest_.empty())
            break;
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7fU} << shift;
        if (byte < 0x80)
            return value;
    }
    fail();
    return 0;
}

std::uint64_t ByteReader::number(std::uint64_t most) {
    const std::uint64_t value = number();
    if (value <= most)
        return value;
    fail();
    return 0;
}

std::string_view ByteReader::raw(std::size_t size) {
    if (size > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
}

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) {
    constexpr std::uint64_t kMul = 0xc6a4a7935bd1e995;
    std::uint64_t hash = seed ^ (bytes.size() * kMul);
    const char* at = bytes.data();
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, at + i, 8);
        word *= kMul;
        word ^= word >> 47;
        word *= kMul;
        hash = (hash ^ word) * kMul;
    }
    if (const std::size_t tail = bytes.size() % 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at + bytes.size() - tail, tail);
        hash = (hash ^ word) * kMul;
    }
    hash ^= hash >> 47;
    hash *= kMul;
    return hash ^ (hash >> 47);
}

} // namespace espalier::store
