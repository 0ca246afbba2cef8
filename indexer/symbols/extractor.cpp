#include "indexer/symbols/extractor.h"
namespace espalier::symbols {
facts::SymbolFacts extractSymbols(std::string_view) { return {}; }
}
