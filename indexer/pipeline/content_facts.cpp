#include "indexer/pipeline/content_facts.h"

#include "indexer/scan/decode.h"
#include "indexer/scan/scanner.h"
#include "indexer/symbols/extractor.h"

#include <exception>

namespace espalier::pipeline {
namespace {

facts::FileProblem fault(const char* what, const std::exception& error) {
    return {"internal-error", 0, 0, std::string(what) + error.what()};
}

} // namespace

facts::SourceFacts importFacts(std::string_view bytes, store::Dialect dialect) {
    try {
        return dialect == store::Dialect::Notebook ? scan::scanNotebook(bytes) : scan::scanPython(bytes);
    } catch (const std::exception& error) {
        facts::SourceFacts facts;
        facts.broken = true;
        facts.problems.push_back(fault("the scanner failed: ", error));
        return facts;
    }
}

facts::SymbolFacts symbolFacts(std::string_view bytes) {
    try {
        return symbols::extractSymbols(scan::decodeSource(bytes).text);
    } catch (const std::exception& error) {
        facts::SymbolFacts facts;
        facts.problems.push_back(fault("the parser failed: ", error));
        return facts;
    }
}

} // namespace espalier::pipeline
