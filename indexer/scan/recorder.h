// Collects the facts of one file: turns positions into lines and columns, keeps records in order, and bounds
// what a hostile file can make of them.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/context.h"
#include "indexer/scan/lexer.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::scan {

class Recorder final : public ProblemSink {
public:
    // The text that positions refer to from now on, and the number of its first line in the file.
    void beginText(const SourceText& text, std::uint32_t firstLine);

    void syntaxError(std::uint32_t position, std::string message) override;
    void conflictMarker(std::uint32_t position) override;
    void problem(std::string_view code, std::uint32_t position, std::string message);
    void problems(const std::vector<facts::FileProblem>& found); // of decoding, ready-made

    // What is written there, for a problem's message: cut at kLongestExcerpt bytes on a character border.
    [[nodiscard]] std::string excerpt(std::uint32_t begin, std::uint32_t end) const;

    // Completes span, text, scope, and kind and flags from the context. Returns its number.
    std::uint32_t import(facts::ImportStatement statement, std::uint32_t begin, std::uint32_t end,
                         const Context& context);
    void binding(facts::Binding binding, std::uint32_t position, const Context& context);
    void mark(facts::MarkSource source, std::uint32_t position, std::string symbol, std::string message);

    // A lazy import (its number, the index of the name in it) binds `bound` at module level; reading that
    // name at module level makes the import run.
    void lazyName(std::string bound, std::uint32_t import, std::uint32_t name);
    [[nodiscard]] bool hasLazyNames() const { return !lazy_.empty(); }
    void useLazyName(std::string_view name);

    // The body of a try, as a range of what was recorded.
    struct Place {
        std::size_t imports = 0, bindings = 0;
    };
    [[nodiscard]] Place here() const { return {facts_.imports.size(), facts_.bindings.size()}; }
    [[nodiscard]] std::uint32_t bindingCount() const {
        return static_cast<std::uint32_t>(facts_.bindings.size());
    }
    // The import statement that the range ends with, if neither an import call nor another binding comes
    // behind it; else kNoStatement.
    [[nodiscard]] std::uint32_t lastImport(Place from, Place to) const;
    // Marks what the range holds as optional, except in functions below `functionDepth`.
    void makeOptional(Place from, Place to, std::uint32_t functionDepth);

    // Enclosing definitions. enterScope returns what leaveScope needs.
    std::size_t enterScope(std::string_view name);
    void leaveScope(std::size_t before) { scope_.resize(before); }

    [[nodiscard]] facts::SourceFacts& facts() { return facts_; }
    [[nodiscard]] facts::SourceFacts finish();

    static constexpr std::size_t kMostSyntaxErrors = 20;
    static constexpr std::size_t kLongestExcerpt = 200;

private:
    [[nodiscard]] std::uint32_t line(std::uint32_t position) const {
        return firstLine_ + text_->line(position) - 1;
    }
    [[nodiscard]] std::string writtenText(std::uint32_t begin, std::uint32_t end);
    void splitUsedLazyNames();
    void sortImports();

    struct LazyName {
        std::uint32_t import = 0, name = 0;
        bool used = false;
    };

    facts::SourceFacts facts_;
    const SourceText* text_ = nullptr;
    std::uint32_t firstLine_ = 1;
    std::string scope_;
    std::vector<std::uint32_t> importDepth_,
        bindingDepth_; // functions around, as facts_.imports and bindings
    std::multimap<std::string, LazyName, std::less<>> lazy_;
    std::size_t syntaxErrors_ = 0;
    std::size_t textBudget_ = 0;
};

} // namespace espalier::scan
