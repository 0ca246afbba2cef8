#include "indexer/scan/scanner.h"

#include "indexer/scan/decode.h"
#include "indexer/scan/file_scanner.h"

namespace espalier::scan {

facts::SourceFacts scanPython(std::string_view bytes) {
    if (bytes.size() > SourceText::kMaxBytes) {
        facts::SourceFacts out;
        out.broken = true;
        out.problems.push_back({"too-large", 0, 0, "larger than a gigabyte: not read"});
        return out;
    }
    const Decoded decoded = decodeSource(bytes);
    const SourceText text(decoded.text.substr(0, SourceText::kMaxBytes));
    return scanWith({}, [&](FileScanner& scanner) {
        scanner.recorder().problems(decoded.problems);
        scanner.read(text);
    });
}

} // namespace espalier::scan
