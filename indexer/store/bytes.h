// Packed bytes: variable-length numbers (7 bits a byte, low ones first), strings, a checksum. A reader never
// goes beyond its bytes: once something does not fit, it is bad and gives zeros.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier::store {

class ByteWriter {
public:
    void number(std::uint64_t value);
    void text(std::string_view value); // length and bytes
    void raw(std::string_view value) { bytes_.append(value); }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : rest_(bytes) {}

    std::uint64_t number();
    // A number that must not be over `most`, else bad.
    std::uint64_t number(std::uint64_t most);
    // A count of things of which each takes a byte at least: bad if there are not that many left.
    std::size_t count() { return static_cast<std::size_t>(number(rest_.size())); }
    std::string_view raw(std::size_t size);
    std::string_view text() { return raw(count()); }
    void fail() {
        bad_ = true;
        rest_ = {};
    }
    [[nodiscard]] bool bad() const { return bad_; }
    [[nodiscard]] bool done() const { return rest_.empty() && !bad_; } // all read, nothing amiss

private:
    std::string_view rest_;
    bool bad_ = false;
};

// MurmurHash64A by Austin Appleby (public domain), little-endian reads; against accidents, not against an
// attacker. Several GB/s.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed);

} // namespace espalier::store
