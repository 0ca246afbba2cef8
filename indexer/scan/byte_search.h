// Searches through source text, 16 bytes at a time where the machine has the instructions for it. They read
// up to kTextPadding bytes behind what they return, so the text must be followed by as many readable bytes,
// and end with a byte that stops them: a line feed or NUL.
#pragma once

#include "indexer/scan/characters.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace espalier::scan {

inline constexpr std::size_t kTextPadding = 16;

#ifdef __SSE2__

namespace detail {
[[nodiscard]] inline __m128i load(const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
[[nodiscard]] inline __m128i equal(__m128i bytes, char c) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}
[[nodiscard]] inline __m128i inRange(__m128i bytes, char first, char last) {
    const __m128i distance = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    const __m128i most = _mm_set1_epi8(static_cast<char>(last - first));
    return _mm_cmpeq_epi8(_mm_min_epu8(distance, most), distance);
}
[[nodiscard]] inline std::uint32_t mask(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}
} // namespace detail

// The first byte that is no letter, digit or underscore of ASCII.
[[nodiscard]] inline const char* skipAsciiName(const char* p) {
    using namespace detail;
    for (;; p += 16) {
        const __m128i bytes = load(p);
        const __m128i letters = inRange(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
        const __m128i others = _mm_or_si128(inRange(bytes, '0', '9'), equal(bytes, '_'));
        if (const std::uint32_t stops = mask(_mm_or_si128(letters, others)) ^ 0xffffU)
            return p + std::countr_zero(stops);
    }
}

// The first quote of that kind, backslash, line feed or NUL.
[[nodiscard]] inline const char* findStringStop(const char* p, char quote) {
    using namespace detail;
    for (;; p += 16) {
        const __m128i bytes = load(p);
        const __m128i first = _mm_or_si128(equal(bytes, quote), equal(bytes, '\\'));
        const __m128i second = _mm_or_si128(equal(bytes, '\n'), equal(bytes, '\0'));
        if (const std::uint32_t stops = mask(_mm_or_si128(first, second)))
            return p + std::countr_zero(stops);
    }
}

#else

[[nodiscard]] inline const char* skipAsciiName(const char* p) {
    while (isIdentifierByte(*p) && static_cast<unsigned char>(*p) < 0x80)
        ++p;
    return p;
}

[[nodiscard]] inline const char* findStringStop(const char* p, char quote) {
    while (*p != quote && *p != '\\' && *p != '\n' && *p != '\0')
        ++p;
    return p;
}

#endif

// How many bytes at the beginning are ASCII. Reads nothing behind the text.
[[nodiscard]] inline std::size_t asciiPrefix(std::string_view text) {
    constexpr std::size_t kStride = 64; // a loop of fixed length over words becomes vector instructions
    std::size_t at = 0;
    for (; at + kStride <= text.size(); at += kStride) {
        std::array<std::uint64_t, kStride / 8> words{};
        std::memcpy(words.data(), text.data() + at, kStride);
        std::uint64_t seen = 0;
        for (std::uint64_t word : words)
            seen |= word;
        if (seen & 0x8080808080808080U)
            break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

[[nodiscard]] inline bool isAscii(std::string_view text) {
    return asciiPrefix(text) == text.size();
}

} // namespace espalier::scan
