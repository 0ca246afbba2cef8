#include "fuzz/scan_invariants.h"

#include "indexer/scan/decode.h"
#include "indexer/scan/encoding.h"
#include "indexer/scan/file_scanner.h"
#include "indexer/scan/scanner.h"
#include "indexer/scan/syntax.h"
#include "indexer/store/record.h"

#include <algorithm>
#include <vector>

namespace espalier::scan_test {

namespace {

using facts::SourceFacts;

std::uint32_t codePoints(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The lines of a text, without their ends, as Python counts them.
std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        out.push_back(text.substr(0, end));
        const bool two = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
    }
    return out;
}

std::size_t byteOfColumn(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    for (std::uint32_t left = column; at < line.size(); ++at)
        if ((static_cast<unsigned char>(line[at]) & 0xC0) != 0x80 && --left == 0)
            break;
    return at;
}

class Checker {
public:
    // `lines` of a Python file; of a notebook only how many there are is known.
    Checker(const SourceFacts& facts, const std::vector<std::string_view>* lines)
        : facts_(facts)
        , lines_(lines) {}

    std::string run() {
        if (lines_ && facts_.lines != lines_->size())
            fail("number of lines");
        for (std::size_t i = 0; i < facts_.imports.size(); ++i)
            import(i);
        for (const facts::Binding& b : facts_.bindings)
            binding(b);
        for (const facts::DeprecationMark& m : facts_.marks) {
            place(m.line, 1, "mark");
            text(m.message, "message of a mark");
            text(m.symbol, "symbol of a mark");
        }
        for (const facts::FileProblem& p : facts_.problems) {
            if (p.line > 0)
                place(p.line, p.column, "problem " + p.message);
            text(p.message, "message of a problem");
        }
        for (const std::string& name : facts_.all)
            text(name, "__all__");
        for (const std::string& name : facts_.getattrNames)
            text(name, "name of __getattr__");
        for (const std::string& name : facts_.registeredModules)
            text(name, "registered module");
        const auto again = store::decodeSourceFacts(store::encode(facts_));
        if (!again || *again != facts_)
            fail("encoding and decoding");
        return std::move(failure_);
    }

private:
    void import(std::size_t i) {
        const facts::ImportStatement& s = facts_.imports[i];
        const std::string what = "import '" + s.text + "'";
        place(s.span.line, s.span.column, what);
        place(s.span.endLine, s.span.endColumn, what);
        if (std::pair(s.span.line, s.span.column) >= std::pair(s.span.endLine, s.span.endColumn))
            fail(what + " ends before it begins");
        if (i > 0 && s.span < facts_.imports[i - 1].span)
            fail(what + " comes before " + facts_.imports[i - 1].text);
        for (const std::string* part : {&s.text, &s.module, &s.scope})
            text(*part, what);
        if (s.module.empty() && s.level == 0 && s.form != facts::ImportForm::Import)
            fail(what + " of nothing");
        for (const facts::ImportedName& name : s.names) {
            text(name.name, what);
            text(name.alias, what);
            if (name.name.empty())
                fail(what + " of a name without letters");
        }
        if (lines_ && failure_.empty())
            written(s, what);
    }

    // The first line of the statement's text.
    void written(const facts::ImportStatement& s, const std::string& what) {
        const std::string_view line = (*lines_)[s.span.line - 1];
        const std::string_view there = line.substr(byteOfColumn(line, s.span.column));
        const std::string_view first = std::string_view(s.text).substr(0, s.text.find('\n'));
        if (first.empty() || !there.starts_with(first))
            fail(what + " is not what stands there");
    }

    void binding(const facts::Binding& b) {
        place(b.line, 1, "binding " + b.name);
        text(b.name, "binding");
        text(b.target, "binding");
        if (b.name.empty())
            fail("a binding without a name");
        const bool imports = b.kind == facts::BindingKind::Import || b.kind == facts::BindingKind::Star;
        const bool isOfNone = b.statement == facts::Binding::kNoStatement;
        const bool mayBeOfNone = !imports, mayBeOfOne = imports || b.kind == facts::BindingKind::Delete;
        if (isOfNone ? !mayBeOfNone : !mayBeOfOne || b.statement >= facts_.imports.size())
            fail("binding " + b.name + " of no statement");
    }

    void place(std::uint32_t line, std::uint32_t column, const std::string& what) {
        const std::uint32_t last = std::max(facts_.lines, 1U);
        if (line < 1 || line > last || column < 1)
            return fail(what + " at line " + std::to_string(line));
        if (!lines_)
            return;
        const std::uint32_t length = line <= lines_->size() ? codePoints((*lines_)[line - 1]) : 0;
        if (column > length + 2) // the line end is a place, and there is one behind it
            fail(what + " at column " + std::to_string(column));
    }

    void text(std::string_view value, const std::string& what) {
        if (scan::firstInvalidUtf8(value) != std::string_view::npos)
            fail(what + ": no valid UTF-8");
    }

    void fail(std::string what) {
        if (failure_.empty())
            failure_ = std::move(what);
    }

    const SourceFacts& facts_;
    const std::vector<std::string_view>* lines_;
    std::string failure_;
};

std::string ofPython(std::string_view bytes) {
    const SourceFacts facts = scan::scanPython(bytes);
    if (facts != scan::scanPython(bytes))
        return "the second scan differs";
    const scan::Decoded decoded = scan::decodeSource(bytes);
    const SourceFacts whole = scan::scanWith({.everyLine = true}, [&](scan::FileScanner& scanner) {
        const scan::SourceText text(decoded.text);
        scanner.recorder().problems(decoded.problems);
        scanner.read(text);
    });
    if (facts != whole)
        return "dull lines matter";
    if (!facts.broken) {
        const SourceFacts longer = scan::scanPython(std::string(bytes) + "\npass\n");
        if (longer.broken || longer.imports != facts.imports || longer.bindings != facts.bindings ||
            longer.marks != facts.marks)
            return "a `pass` behind the text matters";
    }
    const std::vector<std::string_view> lines = linesOf(decoded.text);
    SourceFacts statements;
    statements.lines = facts.lines;
    statements.problems = scan::syntaxErrors(decoded.text, 20);
    const std::string failure = Checker(statements, &lines).run();
    return failure.empty() ? Checker(facts, &lines).run() : failure;
}

std::string ofNotebook(std::string_view bytes) {
    const SourceFacts facts = scan::scanNotebook(bytes);
    if (facts != scan::scanNotebook(bytes))
        return "notebook: the second scan differs";
    std::string failure = Checker(facts, nullptr).run();
    return failure.empty() ? failure : "notebook: " + failure;
}

// A notebook with the text as its only cell; the text is valid UTF-8.
std::string notebookOf(std::string_view text) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out = R"({"cells": [{"cell_type": "code", "source": ")";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append({'\\', c});
        else if (byte < 0x20)
            out.append({'\\', 'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 15]});
        else
            out += c;
    }
    return out + R"("}]})";
}

} // namespace

std::string brokenInvariant(std::string_view bytes) {
    std::string failure = ofPython(bytes);
    if (failure.empty())
        failure = ofNotebook(bytes);
    if (failure.empty() && scan::firstInvalidUtf8(bytes) == std::string_view::npos)
        failure = ofNotebook(notebookOf(bytes));
    return failure;
}

} // namespace espalier::scan_test
