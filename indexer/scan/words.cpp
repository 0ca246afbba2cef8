#include "indexer/scan/words.h"

#include <algorithm>
#include <array>

namespace espalier::scan {

namespace {

struct Entry {
    std::string_view text;
    Word word = Word::None;
};

constexpr Entry kEntries[] = {
    {"and", Word::And},
    {"as", Word::As},
    {"assert", Word::Assert},
    {"async", Word::Async},
    {"await", Word::Await},
    {"break", Word::Break},
    {"class", Word::Class},
    {"continue", Word::Continue},
    {"def", Word::Def},
    {"del", Word::Del},
    {"elif", Word::Elif},
    {"else", Word::Else},
    {"except", Word::Except},
    {"False", Word::False},
    {"finally", Word::Finally},
    {"for", Word::For},
    {"from", Word::From},
    {"global", Word::Global},
    {"if", Word::If},
    {"import", Word::Import},
    {"in", Word::In},
    {"is", Word::Is},
    {"lambda", Word::Lambda},
    {"None", Word::NoneValue},
    {"nonlocal", Word::Nonlocal},
    {"not", Word::Not},
    {"or", Word::Or},
    {"pass", Word::Pass},
    {"raise", Word::Raise},
    {"return", Word::Return},
    {"True", Word::True},
    {"try", Word::Try},
    {"while", Word::While},
    {"with", Word::With},
    {"yield", Word::Yield},
    {"match", Word::Match},
    {"case", Word::Case},
    {"type", Word::Type},
    {"lazy", Word::Lazy},
    {"__name__", Word::Name},
    {"__package__", Word::Package},
    {"__all__", Word::All},
    {"__lazy_modules__", Word::LazyModules},
    {"TYPE_CHECKING", Word::TypeChecking},
    {"ImportError", Word::ImportError_},
    {"ModuleNotFoundError", Word::ImportError_},
    {"Exception", Word::ImportError_},
    {"BaseException", Word::ImportError_},
    {"patch", Word::Patch},
    {"object", Word::PatchPart},
    {"dict", Word::PatchPart},
    {"multiple", Word::PatchPart},
    {"setattr", Word::SetAttribute},
    {"delattr", Word::SetAttribute},
    {"import_module", Word::ImportModule},
    {"__import__", Word::DunderImport},
    {"importorskip", Word::ImportOrSkip},
    {"warn", Word::Warn},
    {"_deprecated", Word::Deprecated},
    {"extend_path", Word::ExtendPath},
    {"declare_namespace", Word::DeclareNamespace},
    {"modules", Word::Modules},
    {"meta_path", Word::ImportHooks},
    {"path_hooks", Word::ImportHooks},
    {"__path__", Word::PathList},
    {"globals", Word::Globals},
    {"locals", Word::Globals},
    {"vars", Word::Globals},
    {"exec", Word::Exec},
    {"_convert_", Word::Convert},
    {"_convert", Word::Convert},
    {"global_enum", Word::GlobalEnum},
};

constexpr std::size_t kSlots = 512;

constexpr std::size_t slotOf(const char* s, std::size_t length) {
    const auto byte = [s](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(s[i]));
    };
    return (byte(0) * 29 + byte(1) * 5 + byte(length - 1) * 67 + length * 131) % kSlots;
}

struct Table {
    std::array<Entry, kSlots> slots{};
    std::array<std::uint32_t, 256> lengths{}; // by first byte: which lengths occur
    std::array<std::uint32_t, 256> hotLengths{};

    constexpr Table() {
        for (const Entry& e : kEntries) {
            std::size_t at = slotOf(e.text.data(), e.text.size());
            while (!slots[at].text.empty())
                at = (at + 1) % kSlots;
            slots[at] = e;
            lengths[static_cast<unsigned char>(e.text[0])] |= 1U << e.text.size();
            if (isHot(e.word))
                hotLengths[static_cast<unsigned char>(e.text[0])] |= 1U << e.text.size();
        }
    }
};

constexpr Table kTable;

} // namespace

constinit const std::array<std::uint32_t, 256> kWordLengths = kTable.lengths;
constinit const std::array<std::uint32_t, 256> kHotLengths = kTable.hotLengths;

Word lookUpWord(const char* begin, std::size_t length) {
    for (std::size_t at = slotOf(begin, length);; at = (at + 1) % kSlots) {
        const Entry& e = kTable.slots[at];
        if (e.text.empty())
            return Word::None;
        if (e.text.size() == length && std::equal(begin, begin + length, e.text.data()))
            return e.word;
    }
}

bool startsStatementOnly(Word w) {
    switch (w) {
    case Word::Assert:
    case Word::Break:
    case Word::Class:
    case Word::Continue:
    case Word::Def:
    case Word::Del:
    case Word::Elif:
    case Word::Except:
    case Word::Finally:
    case Word::Global:
    case Word::Import:
    case Word::Nonlocal:
    case Word::Pass:
    case Word::Raise:
    case Word::Return:
    case Word::Try:
    case Word::While:
    case Word::With:
        return true;
    default:
        return false;
    }
}

} // namespace espalier::scan
