// One walk over a syntax tree: definitions, bindings and names that are read. Iterative; its memory is
// bounded by the tree's.
#pragma once

#include "indexer/symbols/deprecations.h"
#include "indexer/symbols/extractor.h"
#include "indexer/symbols/grammar.h"
#include "indexer/symbols/positions.h"
#include "indexer/symbols/scopes.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::symbols {

using Role = facts::Use::Role;

// What is asked of a node.
enum class Mode : std::uint8_t {
    Load,
    Bind,    // names are bound
    Update,  // names are read and bound: `x += 1`
    Pattern, // of a match statement: names are bound, but for keywords and dotted ones
    Skip,
};

struct View {
    Mode mode = Mode::Load;
    Role role = Role::Read;                                // of names directly in it
    ScopeId scope = 0;                                     // where names are read
    ScopeId bindScope = 0;                                 // where names are bound
    facts::EdgeKind when = facts::EdgeKind::Import;        // facts::Use::when of names in it
    facts::EdgeKind inSignature = facts::EdgeKind::Import; // of names in the annotations of a function
};

class Walk {
public:
    // `text` must outlive this, and so must the tree given to run() until finish() has returned.
    Walk(std::string_view text, const Limits& limits, Positions& positions, facts::SymbolFacts& out);

    void run(TSNode root);
    // Resolves what was collected.
    void finish();
    [[nodiscard]] bool sawPython2() const { return python2_; }

private:
    // A node whose children are being visited.
    struct Frame {
        Node kind = Node::Plain;
        View view;              // of ordinary children
        ScopeId inner = 0;      // the scope that the node opens
        std::uint32_t seen = 0; // children passed that count: for_in_clauses, types
    };
    struct PendingUse {
        std::uint32_t start, end; // bytes
        TSPoint point;
        NameId first;
        ScopeId scope;
        Role role;
        facts::EdgeKind when;
    };

    [[nodiscard]] View viewOfChild(Frame& parent, Node child) const;
    [[nodiscard]] View viewInAssignment(const Frame& parent) const;
    [[nodiscard]] View viewInDefinition(const Frame& parent, Node child) const;
    // Takes in one node; true if its children are to be visited, with the frame that it has filled.
    bool enter(TSNode node, Node kind, const View& view, Frame& frame);
    bool enterDefinition(TSNode node, Node kind, const View& view, Frame& frame);
    bool enterScope(TSNode node, ScopeKind kind, const View& view, Frame& frame);
    bool enterString(TSNode node) const;
    void enterName(TSNode node, const View& view);
    void enterDottedName(TSNode node, const View& view);
    bool enterAttribute(TSNode node, const View& view);
    void enterTypeAlias(TSNode node, const View& view);
    void enterCall(TSNode node, const View& view);

    void bindImport(TSNode node, const View& view);
    void bindImportedName(TSNode name, std::string_view module, bool from, ScopeId scope);
    void declare(TSNode node, ScopeId scope, Bound how);
    void bind(ScopeId scope, NameId name, Bound how, std::uint32_t from);
    bool mayOpenScope(TSNode node, ScopeId scope);
    [[nodiscard]] std::uint32_t define(TSNode node, Node kind, std::string_view name, ScopeId scope);
    void readBases(TSNode node, std::vector<std::string>& bases) const;
    // The chain `a.b.c` of a node, or a null node: its first identifier.
    [[nodiscard]] TSNode chainRoot(TSNode node) const;
    void use(TSNode first, TSNode whole, const View& view);
    [[nodiscard]] std::string_view textOf(TSNode node) const;
    [[nodiscard]] std::string dotted(std::uint32_t start, std::uint32_t end) const;

    std::string_view text_;
    const Limits& limits_;
    const Grammar& grammar_;
    Positions& positions_;
    facts::SymbolFacts& out_;
    NameTable& names_;
    ScopeTable scopes_;
    Deprecations deprecations_;
    TSTreeCursor cursor_{};
    std::vector<Frame> frames_;
    std::vector<PendingUse> uses_;
    std::vector<TSNode> decorators_;    // of the definition that comes next
    TSNode decorated_{};                // its decorated_definition; null: none
    std::uint32_t assignmentEnd_ = 0;   // of the last assignment entered
    std::uint32_t argumentsOfType_ = 0; // where `(self)` of the last `type(self).x = 1` is; 0: nowhere
    bool star_ = false;
    bool tooDeep_ = false;
    bool python2_ = false;
};

} // namespace espalier::symbols
