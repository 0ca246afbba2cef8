// What one source file says, and nothing that depends on another file. These records are what the store
// keeps; names are resolved, cycles found and campaigns judged from them in memory (graph/), so a changed
// rule never needs a new index.
//
// Lines and columns count from 1, columns in code points; a span's end column is the first one behind the
// text. All strings are UTF-8; identifiers are NFKC-normalised as Python does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::facts {

// When the statement runs. Exactly one per statement.
enum class EdgeKind : std::uint8_t {
    Import,   // while the module is being imported: module level, class bodies, decorators, default values
    Deferred, // in a function or lambda body, or a lazy import (PEP 810)
    Typing,   // under `if TYPE_CHECKING`
    Script,   // under `if __name__ == "__main__"`
};
inline constexpr int kEdgeKindCount = 4;
std::string_view name(EdgeKind kind); // "import", "deferred", "typing", "script"

enum class Flag : std::uint16_t {
    Optional = 1 << 0, // in a try whose handler catches ImportError, or in that handler, or under suppress()
    Conditional = 1 << 1,    // under any other condition: if, match, while, loop bodies
    Star = 1 << 2,           // from m import *
    Dynamic = 1 << 3,        // import_module("m"), __import__("m"), pytest.importorskip("m")
    String = 1 << 4,         // a dotted string such as mock.patch("a.b.C")
    Lazy = 1 << 5,           // PEP 810
    ImplicitParent = 1 << 6, // set by resolution: `import a.b` also runs `a`
    Ambiguous = 1 << 7,      // set by resolution: submodule or attribute, both possible
    OwnName =
        1 << 8, // import_module(".m", __name__): dots count from the module itself, as if it were a package
    Submodule =
        1 << 9, // set by resolution: the names of a `from` import are the module itself, not something in it
    Else = 1 << 10, // in the else clause of a try: left out where the try failed, its own failure not caught
};

struct Flags {
    std::uint16_t bits = 0;

    [[nodiscard]] constexpr bool has(Flag f) const { return (bits & static_cast<std::uint16_t>(f)) != 0; }
    constexpr Flags& set(Flag f) {
        bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(f));
        return *this;
    }
    friend constexpr bool operator==(Flags, Flags) = default;
};
std::vector<std::string_view>
names(Flags flags); // "optional", "conditional", …, in bit order; OwnName, Submodule and Else have none
// Whether the statement may be left out when the code around it runs.
[[nodiscard]] constexpr bool mayBeSkipped(Flags flags) {
    return flags.has(Flag::Optional) || flags.has(Flag::Conditional) || flags.has(Flag::Else);
}

struct Span {
    std::uint32_t line = 0, column = 0, endLine = 0, endColumn = 0;
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

enum class ImportForm : std::uint8_t {
    Import, // import a.b as c, d       module empty; names: {"a.b","c"}, {"d",""}
    From,   // from ..m import x as y   level 2, module "m", names: {"x","y"}; a star is the name "*"
    Call,   // import_module("..m", __package__), __import__("m", fromlist=["x"]), importorskip("m"): module,
            // level, names as for From (mostly none)
    String, // mock.patch("a.b.C.m") and the like: the dotted text is `module`
};

struct ImportedName {
    std::string name;
    std::string alias; // empty: none
    friend bool operator==(const ImportedName&, const ImportedName&) = default;
};

// One import statement (or import call, or string reference). A statement whose names differ in kind (PEP
// 810's
// __lazy_modules__) is recorded once per kind, with the same span.
struct ImportStatement {
    ImportForm form = ImportForm::Import;
    EdgeKind kind = EdgeKind::Import;
    Flags flags;
    std::uint32_t level = 0; // leading dots
    Span span;
    std::string module;
    std::vector<ImportedName> names;
    std::string scope; // enclosing definitions, "Class.method"; empty at module level
    std::string text;  // as written, cut at kMaxStatementBytes on a character border
    friend bool operator==(const ImportStatement&, const ImportStatement&) = default;
};
inline constexpr std::size_t kMaxStatementBytes = 4096;

enum class BindingKind : std::uint8_t {
    Import,     // by the import statement `statement`
    Star,       // `from m import *`, statement `statement`; name is "*"
    Definition, // def or class
    Alias,      // X = a.b.C; `target` is the dotted right-hand side
    Assignment, // any other value
    Annotation, // X: int, without a value: binds nothing at run time
    Delete,     // del X; see Binding::since
};

// A binding of a module-level name, in order of execution as written. Bindings under TYPE_CHECKING are kept,
// with kind Typing: they do not exist at run time.
struct Binding {
    static constexpr std::uint32_t kNoStatement = 0xffffffff;

    BindingKind kind = BindingKind::Assignment;
    EdgeKind when = EdgeKind::Import; // Deferred: bound in a function through `global`
    Flags flags;                      // Optional, Conditional, Else
    std::uint32_t line = 0;
    // Index into SourceFacts::imports. Of a Delete in the else clause of a try: the import that the try ends
    // with, if it does; what that bound is gone.
    std::uint32_t statement = kNoStatement;
    // Of a Delete that may be skipped: index of the first binding made in the innermost block that may be
    // skipped with it. What is bound from there to here is gone whenever it was bound, what was bound before
    // may stay. 0 for all others.
    std::uint32_t since = 0;
    std::string name;
    std::string target;
    friend bool operator==(const Binding&, const Binding&) = default;
};

enum class MarkSource : std::uint8_t {
    Warning,   // warnings.warn(..., DeprecationWarning)
    Decorator, // @warnings.deprecated, @typing_extensions.deprecated
    Docstring, // the docstring says "deprecated": weaker
    Comment,   // the leading comment says so: weaker
    Getattr,   // warned by the module's __getattr__, for `symbol` when known
    Condition, // warned by some calls of a function only, as for a parameter: weaker
};
std::string_view name(MarkSource source);
// Whether a warning category says deprecated, by the last part of its name: Python's own, and those that
// projects derive from them (FooDeprecationWarning, RemovedInFoo40Warning).
[[nodiscard]] bool isDeprecationCategory(std::string_view className);

// Python's own deprecation conventions, as found; what they mean for a project is decided in graph/.
struct DeprecationMark {
    MarkSource source = MarkSource::Warning;
    std::uint32_t line = 0;
    std::string symbol;  // "Class.method"; empty: the module itself
    std::string message; // literal parts of the message, or the sentence of the docstring
    friend bool operator==(const DeprecationMark&, const DeprecationMark&) = default;
};

// Something about the file that a person should know. `code` is a short stable word in kebab case.
struct FileProblem {
    std::string code;
    std::uint32_t line = 0; // 0: the file as a whole
    std::uint32_t column = 0;
    std::string message;
    friend bool operator==(const FileProblem&, const FileProblem&) = default;
};

enum class AllState : std::uint8_t { Absent, Literal, Computed };

// Stage one: what decides the import graph. Made by the lexical scanner (indexer/scan) alone.
struct SourceFacts {
    std::uint32_t lines = 0;
    bool broken = false; // lexically: open bracket or string, bad dedent, NUL, conflict marker, invalid bytes
    bool hasModuleGetattr = false; // PEP 562
    // The module's __getattr__ may serve names beyond getattrNames. False only where that is certain: every
    // name but those ends in a raise.
    bool getattrServesAny = false;
    std::vector<std::string> getattrNames;
    // Module-level names are made in ways that cannot be read: globals()["x"] = …, exec(), enum.global_enum,
    // …
    bool opaqueNames = false;
    // Literal keys of module-level `sys.modules["a.b"] = …`: while this module is loaded there is a module
    // a.b.
    std::vector<std::string> registeredModules;
    bool generated = false; // says so in its head ("generated by", "do not edit")
    AllState allState = AllState::Absent;
    std::vector<std::string> all;         // names of a literal __all__, += and extend() of literals included
    std::vector<ImportStatement> imports; // in order of span
    std::vector<Binding> bindings;
    std::vector<DeprecationMark> marks; // of the module
    std::vector<FileProblem> problems;
    // True if module-level code consists of imports, re-binding of imported names, __all__, docstrings and
    // warnings only: what a shim is made of.
    bool onlyReexports = false;
    friend bool operator==(const SourceFacts&, const SourceFacts&) = default;
};

enum class DefinitionKind : std::uint8_t { Class, Function, Method };

struct Definition {
    DefinitionKind kind = DefinitionKind::Function;
    Span span;                      // of the whole definition, decorators included
    std::string name;               // qualified in the module: "Class.method"
    std::vector<std::string> bases; // of a class, dotted; `Generic[T]` is "Generic"; others are left out
    friend bool operator==(const Definition&, const Definition&) = default;
};

// A dotted name that is read somewhere: `mod.f`, `Name`. Only names whose first part is bound by an import or
// by a module-level binding of the same file are recorded; after a star import also those that nothing binds.
struct Use {
    enum class Role : std::uint8_t { Read, Call, Base, Decorator };
    Role role = Role::Read;
    std::uint32_t line = 0, column = 0;
    std::string name;
    // Import: while the module is imported; Deferred: in the body of a function or lambda. Typing: in an
    // annotation of a variable, or of a function without decorators; not in those of a class's own variables,
    // which dataclasses and the like read when the program runs.
    EdgeKind when = EdgeKind::Import;
    friend bool operator==(const Use&, const Use&) = default;
};

// Stage two: definitions and uses, made by tree-sitter (indexer/symbols). Never changes an edge.
struct SymbolFacts {
    std::vector<Definition> definitions; // in order of span
    std::vector<Use> uses;
    std::vector<DeprecationMark> marks; // of classes, functions and methods
    std::vector<FileProblem> problems;  // syntax errors with line and column
    friend bool operator==(const SymbolFacts&, const SymbolFacts&) = default;
};

} // namespace espalier::facts
