#include "indexer/facts/source_facts.h"

#include "indexer/facts/project_facts.h"

namespace espalier::facts {

std::string_view name(EdgeKind kind) {
    constexpr std::array<std::string_view, kEdgeKindCount> kNames{"import", "deferred", "typing", "script"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string_view> names(Flags flags) {
    constexpr std::array<std::string_view, 8> kNames{
        "optional", "conditional", "star", "dynamic", "string", "lazy", "implicit-parent", "ambiguous"};
    std::vector<std::string_view> out;
    for (std::size_t bit = 0; bit < kNames.size(); ++bit)
        if (flags.bits & (1U << bit))
            out.push_back(kNames[bit]);
    return out;
}

std::string_view name(MarkSource source) {
    constexpr std::array<std::string_view, 6> kNames{"warning", "decorator", "docstring",
                                                     "comment", "getattr",   "condition"};
    return kNames[static_cast<std::size_t>(source)];
}

std::string BlobId::hex() const {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(2 * bytes.size());
    for (std::uint8_t b : bytes) {
        out += kDigits[b >> 4];
        out += kDigits[b & 15];
    }
    return out;
}

bool isDeprecationCategory(std::string_view className) {
    return className.ends_with("DeprecationWarning") || className == "FutureWarning" ||
           (className.starts_with("RemovedIn") && className.ends_with("Warning"));
}

} // namespace espalier::facts
