// What running a file does, cut down to what can import, bind, read or call something: statements and
// expressions in the order in which they run. Made when it is asked for (indexer/symbols/outline.h), for the
// few modules whose execution is to be followed; never stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::facts {

enum class Op : std::uint8_t {
    // Statements. "Block" below is a Block node; [x] may be missing; "…" is any number.
    Block,    // statements in order; the first node of all is the module's
    Import,   // `import a.b as c`: text "a.b", other "c"; one for each name
    From,     // `from ..m import …`: text "m", number of dots as `level`; Imported…
    Imported, // text "x" or "*", other: alias
    Assign,   // value, targets…
    Delete,   // targets…
    If,       // condition, Block, [Block]; of a conditional expression the three expressions
    Loop,     // what is run through or tested, [target], Block, [Block of its else]
    Try,      // Block, Handler…, [Else], [Finally]
    Handler,  // other: name that the error is bound to; [what it catches], Block
    Else,     // like Block
    Finally,  // like Block
    With,     // items…, Block
    Item,     // context, [target]
    Function, // text: name, empty for a lambda; Decorator…, Parameter…, [Annotation…], Block or expression
    Class,    // text: name; Decorator…, bases and Keywords…, Block
    Decorator,  // expression
    Parameter,  // text: name; [default]
    Annotation, // expression
    Return,     // [expression]
    Raise,      // [expression]
    Jump,       // break or continue
    Global,     // text: name
    Nonlocal,   // text: name
    // Targets.
    Bind,         // text: name
    SetAttribute, // text: attribute; object
    Unpack,       // targets…
    // Expressions.
    Load,          // text: name
    Attribute,     // text: attribute; object
    Call,          // function, arguments…
    Keyword,       // text: name, empty for **; value
    Text,          // text: a string literal without escapes or placeholders
    Plain,         // a value that is neither called nor imported from: numbers, comparisons; operands…
    Sequence,      // list, tuple or set as written; items…
    Subscript,     // object, index…
    Either,        // `a or b`, `a and b`: the second may not be looked at
    Comprehension, // what it runs through first, evaluated at once; the rest, some times or never
    Unknown,       // a value that cannot be told; parts…
};

// What is known of a condition without running anything.
enum class Truth : std::uint8_t { Open, True, False };

struct OutlineNode {
    Op op = Op::Block;
    Truth truth = Truth::Open;         // If; Loop: True if its body runs at least once, False if never
    std::uint8_t bits = 0;             // OutlineBits
    std::uint32_t line = 0;            // counts from 1
    std::uint32_t text = 0, other = 0; // indexes of Outline::texts; From: `other` is its level
    std::uint32_t end = 0;             // index of the first node behind it and what is in it
};

namespace outline_bits {
inline constexpr std::uint8_t kSuspends = 1; // Function: a generator or coroutine, which a call does not run
inline constexpr std::uint8_t kMany = 2;     // Parameter: *args or **kwargs
inline constexpr std::uint8_t kForever = 4;  // Loop: `while True`
} // namespace outline_bits

struct Outline {
    std::vector<OutlineNode> nodes; // preorder; never empty
    std::vector<std::string> texts; // distinct; the first is empty
    bool complete = true;           // false: parts could not be read (syntax errors, too deep, too large)

    [[nodiscard]] std::string_view text(const OutlineNode& node) const { return texts[node.text]; }
    [[nodiscard]] std::string_view other(const OutlineNode& node) const { return texts[node.other]; }
};

} // namespace espalier::facts
