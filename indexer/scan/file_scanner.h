// Reads the statements of a file, one logical line at a time, and records its facts.
#pragma once

#include "indexer/scan/blocks.h"
#include "indexer/scan/dunder_all.h"
#include "indexer/scan/import_statement.h"
#include "indexer/scan/known_names.h"
#include "indexer/scan/lexer.h"
#include "indexer/scan/module_getattr.h"
#include "indexer/scan/recorder.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace espalier::scan {

class FileScanner {
public:
    explicit FileScanner(LexerOptions options = {}, KnownNames known = {})
        : options_(options)
        , known_(std::move(known)) {}

    // Reads a whole text: a file, or one cell of a notebook, whose first line is the file's line `firstLine`.
    void read(const SourceText& text, std::uint32_t firstLine = 1);
    [[nodiscard]] Recorder& recorder() { return recorder_; }
    // Aliases (known_names.h) were found behind code that may use them: another FileScanner that knows
    // names() has to read the same text again.
    [[nodiscard]] bool hasLateNames() const { return namesLate_; }
    [[nodiscard]] KnownNames names() const { return KnownNames::expecting(known_); }
    [[nodiscard]] facts::SourceFacts finish();

private:
    // file_scanner.cpp
    void readHead();
    [[nodiscard]] bool mayPassOver() const;
    void readLine();
    void sideBySide();
    void docstring();
    [[nodiscard]] const Context& context() const { return blocks_.context(); }

    // compound.cpp: headers of blocks
    [[nodiscard]] bool isCompound(std::uint32_t& keyword) const;
    void compound(std::uint32_t keyword);
    [[nodiscard]] std::uint32_t headerColon(std::uint32_t i) const;
    [[nodiscard]] Block header(std::uint32_t keyword, std::uint32_t colon);
    [[nodiscard]] bool continuesChain(Word word);
    void ifHeader(Block& block, std::uint32_t keyword, std::uint32_t colon);
    void elseHeader(Block& block);
    void exceptHeader(Block& block, std::uint32_t keyword, std::uint32_t colon);
    void forHeader(Block& block, std::uint32_t keyword, std::uint32_t colon);
    void withHeader(Block& block, std::uint32_t keyword, std::uint32_t colon);
    void definitionHeader(Block& block, std::uint32_t keyword, std::uint32_t colon);
    void servedNames(Block& block, std::uint32_t keyword, std::uint32_t colon);

    // statements.cpp: simple statements
    void simpleStatements(std::uint32_t begin, std::uint32_t end);
    void simpleStatement(std::uint32_t begin, std::uint32_t end);
    void importStatement(std::uint32_t begin, std::uint32_t end);
    void recordImport(ParsedImport parsed, std::uint32_t begin, bool lazy);
    void bindImported(std::uint32_t number, std::size_t i, std::uint32_t token, bool lazy);
    void globalStatement(std::uint32_t begin, std::uint32_t end);
    void deleteStatement(std::uint32_t begin, std::uint32_t end);
    void assignment(std::uint32_t begin, std::uint32_t end);
    void annotated(std::uint32_t begin, std::uint32_t colon, std::uint32_t end);
    void assigned(std::uint32_t target, std::uint32_t targetEnd, std::uint32_t value, std::uint32_t end);
    void augmented(std::uint32_t begin, std::uint32_t op, std::uint32_t end);
    void lazyModules(std::uint32_t begin, std::uint32_t end);
    bool registersModule(std::uint32_t open);
    void opaqueTarget(std::uint32_t begin, std::uint32_t end);
    void judgeShim(std::uint32_t begin, std::uint32_t end);
    void bindGetattr();
    [[nodiscard]] bool bindsNames();
    void bind(facts::BindingKind kind, std::uint32_t token, std::string target = {},
              std::uint32_t statement = facts::Binding::kNoStatement, const Context* where = nullptr);
    void bindTargets(std::uint32_t begin, std::uint32_t end, const Context* where = nullptr);

    // expressions.cpp: what may stand anywhere in an expression
    void expressions(std::uint32_t begin, std::uint32_t end);
    void hotName(std::uint32_t i, std::uint32_t end, const Context& where);
    void dynamicCall(std::uint32_t i, Role role, const Context& where);
    void warning(std::uint32_t i, const Context& where);
    void stringReference(std::uint32_t i, const Context& where);
    [[nodiscard]] bool isPatchTarget(std::uint32_t i) const;
    void useLazyNames(std::uint32_t begin, std::uint32_t end);

    LexerOptions options_;
    Recorder recorder_;
    BlockStack blocks_{recorder_};
    DunderAll all_{recorder_.facts()};
    ModuleGetattr getattr_;
    KnownNames known_;
    Lexer* lexer_ = nullptr; // of the text that is being read
    const SourceText* text_ = nullptr;
    Tokens tokens_; // of the current line

    bool firstStatement_ = true;
    bool onlyImportsSoFar_ = true;
    bool namesLate_ = false;
    std::string_view getattrParameter_;
    std::vector<std::vector<std::string>> servedNames_;
    std::unordered_set<std::string> lazyModules_;
    std::unordered_set<std::string> importedNames_;
    bool onlyReexports_ = true, importsAny_ = false;
    bool definesImportModule_ = false;
    bool decorated_ = false; // the line before was a decorator
};

// The facts of what `read` gives to a scanner, which it does once or, because of late names, twice.
template <class Read>
facts::SourceFacts scanWith(const LexerOptions& options, const Read& read) {
    FileScanner first(options);
    read(first);
    if (!first.hasLateNames())
        return first.finish();
    FileScanner second(options, first.names());
    read(second);
    return second.finish();
}

} // namespace espalier::scan
