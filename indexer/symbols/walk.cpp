#include "indexer/symbols/walk.h"

#include <algorithm>
#include <utility>

namespace espalier::symbols {

namespace {

// Kept per thread, so that its table need not be allocated for each file.
NameTable& namesOfThread() {
    thread_local NameTable names;
    names.clear();
    return names;
}

} // namespace

Walk::Walk(std::string_view text, const Limits& limits, Positions& positions, facts::SymbolFacts& out)
    : text_(text)
    , limits_(limits)
    , grammar_(Grammar::get())
    , positions_(positions)
    , out_(out)
    , names_(namesOfThread())
    , deprecations_(text) {}

void Walk::run(TSNode root) {
    cursor_ = ts_tree_cursor_new(root);
    frames_.assign(1, Frame{});
    bool more = true;
    while (more) {
        const TSNode node = ts_tree_cursor_current_node(&cursor_);
        const Node kind = grammar_.kind(node);
        if (kind != Node::Skipped) {
            const View view = viewOfChild(frames_.back(), kind);
            Frame frame{
                kind, {Mode::Load, Role::Read, view.scope, view.scope, view.when, view.inSignature}, 0, 0};
            if (view.mode != Mode::Skip && enter(node, kind, view, frame) &&
                ts_tree_cursor_goto_first_child(&cursor_)) {
                frames_.push_back(frame);
                continue;
            }
        }
        while (more && !ts_tree_cursor_goto_next_sibling(&cursor_)) {
            more = ts_tree_cursor_goto_parent(&cursor_);
            if (more)
                frames_.pop_back();
        }
    }
    ts_tree_cursor_delete(&cursor_);
}

View Walk::viewOfChild(Frame& parent, Node child) const {
    View view = parent.view;
    const auto as = [&view](Mode mode) {
        view.mode = mode;
        return view;
    };
    switch (parent.kind) {
    case Node::Function:
    case Node::Class:
    case Node::Lambda:
        return viewInDefinition(parent, child);
    case Node::Comprehension:
        view.scope = view.bindScope = parent.inner;
        if (child == Node::For && parent.seen++ == 0)
            view.scope = parent.view.scope; // the first iterable is evaluated outside
        return view;
    case Node::Assignment:
        return viewInAssignment(parent);
    case Node::For:
    case Node::TypeAlias:
        return grammar_.field(cursor_) == Field::Left ? as(Mode::Bind) : view;
    case Node::AugmentedAssignment:
        return grammar_.field(cursor_) == Field::Left ? as(Mode::Update) : view;
    case Node::Parameter: {
        const Field field = grammar_.field(cursor_);
        if (field == Field::Type)
            view.when = view.inSignature;
        return field == Field::Type || field == Field::Value ? view : as(Mode::Bind);
    }
    case Node::NamedExpression:
        if (grammar_.field(cursor_) != Field::Name)
            return view;
        view.bindScope = scopes_.hoisted(view.scope);
        return as(Mode::Bind);
    case Node::ExceptClause:
        return grammar_.field(cursor_) == Field::Alias ? as(Mode::Bind) : view;
    case Node::ConstrainedType:
        return parent.seen++ == 0 ? view : as(Mode::Load);
    case Node::MemberType:
        return child == Node::Identifier ? as(Mode::Skip) : view;
    case Node::KeywordArgument:
        return grammar_.field(cursor_) == Field::Name ? as(Mode::Skip) : view;
    case Node::KeywordPattern:
        return child == Node::Identifier ? as(Mode::Skip) : view;
    case Node::ClassPattern:
        return child == Node::DottedName ? as(Mode::Load) : view;
    case Node::Attribute: // not a dotted name: only what it is an attribute of
        return grammar_.field(cursor_) == Field::Attribute ? as(Mode::Skip) : view;
    case Node::Call:
        view.role = grammar_.field(cursor_) == Field::Function ? parent.view.role : Role::Read;
        return view;
    case Node::Subscript:
        view.role = grammar_.field(cursor_) == Field::Value ? parent.view.role : Role::Read;
        return view;
    default:
        return view;
    }
}

View Walk::viewInAssignment(const Frame& parent) const {
    View view = parent.view;
    const Field field = grammar_.field(cursor_);
    if (field == Field::Left)
        view.mode = Mode::Bind;
    if (field == Field::Type && scopes_.kind(view.scope) != ScopeKind::Class)
        view.when = facts::EdgeKind::Typing;
    return view;
}

View Walk::viewInDefinition(const Frame& parent, Node child) const {
    View view = parent.view;
    switch (grammar_.field(cursor_)) {
    case Field::Body:
        view.scope = view.bindScope = parent.inner;
        if (parent.kind != Node::Class)
            view.when = facts::EdgeKind::Deferred;
        return view;
    case Field::ReturnType:
        view.when = view.inSignature;
        return view;
    case Field::Name:
        view.mode = Mode::Skip;
        return view;
    case Field::Parameters:
        view.mode = Mode::Bind;
        view.bindScope = parent.inner;
        return view;
    case Field::TypeParameters:
        view.mode = Mode::Bind;
        view.bindScope = view.scope; // the scope that enterDefinition() made for them
        return view;
    case Field::Superclasses:
        view.role = child == Node::ArgumentList ? Role::Base : Role::Read;
        return view;
    default:
        return view;
    }
}

bool Walk::enter(TSNode node, Node kind, const View& view, Frame& frame) {
    switch (kind) {
    case Node::Skipped:
        return false;
    case Node::Identifier:
        enterName(node, view);
        return false;
    case Node::DottedName:
        enterDottedName(node, view);
        return false;
    case Node::Attribute:
        return enterAttribute(node, view);
    case Node::String:
        return enterString(node);
    case Node::Call:
        enterCall(node, view);
        frame.view.role = view.role == Role::Decorator ? Role::Decorator : Role::Call;
        return true;
    case Node::Subscript:
        frame.view.role = view.role == Role::Base ? Role::Base : Role::Read;
        return true;
    case Node::Python2:
        python2_ = true;
        return true;
    case Node::Wrapper:
    case Node::ConstrainedType:
    case Node::TypeParameters:
        frame.view = view;
        return true;
    case Node::ArgumentList:
        frame.view.role = view.role;
        return true;
    case Node::Decorated:
        decorated_ = node;
        return true;
    case Node::Decorator:
        decorators_.push_back(node);
        frame.view.role = Role::Decorator;
        return true;
    case Node::Class:
    case Node::Function:
        return enterDefinition(node, kind, view, frame);
    case Node::Lambda:
        return enterScope(node, ScopeKind::Function, view, frame);
    case Node::Comprehension:
        return enterScope(node, ScopeKind::Comprehension, view, frame);
    case Node::Import:
    case Node::ImportFrom:
        bindImport(node, view);
        return false;
    case Node::Global:
        declare(node, view.scope, Bound::Global);
        return false;
    case Node::Nonlocal:
        declare(node, view.scope, Bound::Nonlocal);
        return false;
    case Node::TypeAlias:
        enterTypeAlias(node, view);
        return true;
    case Node::Assignment:
        assignmentEnd_ = ts_node_end_byte(node);
        return true;
    case Node::For:
        frame.view.bindScope = view.bindScope;
        return true;
    case Node::Delete:
    case Node::AsTarget:
        frame.view.mode = Mode::Bind;
        return true;
    case Node::Parameters:
    case Node::Parameter:
        frame.view.mode = kind == Node::Parameters ? Mode::Bind : Mode::Load;
        frame.view.bindScope = view.bindScope;
        return true;
    case Node::CasePattern:
    case Node::ClassPattern:
    case Node::KeywordPattern:
        frame.view.mode = Mode::Pattern;
        return true;
    default:
        if (view.mode == Mode::Pattern)
            frame.view.mode = Mode::Pattern;
        return true;
    }
}

bool Walk::mayOpenScope(TSNode node, ScopeId scope) {
    if (scopes_.depth(scope) < limits_.scopes)
        return true;
    if (!tooDeep_)
        out_.problems.push_back({"nesting-too-deep", ts_node_start_point(node).row + 1,
                                 positions_.startColumn(node),
                                 "definitions are nested too deeply here and are left out"});
    tooDeep_ = true;
    return false;
}

bool Walk::enterScope(TSNode node, ScopeKind kind, const View& view, Frame& frame) {
    if (!mayOpenScope(node, view.scope))
        return false;
    frame.inner = scopes_.add(kind, view.scope, scopes_.definition(view.scope));
    return true;
}

bool Walk::enterDefinition(TSNode node, Node kind, const View& view, Frame& frame) {
    const TSNode decorated = std::exchange(decorated_, TSNode{});
    const std::vector<TSNode> decorators = std::exchange(decorators_, {});
    const TSNode nameNode = grammar_.child(node, Field::Name);
    if (ts_node_is_null(nameNode) || ts_node_is_missing(nameNode) || !mayOpenScope(node, view.scope))
        return false;
    const std::string_view name = textOf(nameNode);
    const NameId id = names_.intern(name);
    bind(view.scope, id, Bound::Plain, ts_node_end_byte(node));
    const std::uint32_t definition =
        define(ts_node_is_null(decorated) ? node : decorated, kind, name, view.scope);
    ScopeId outer = view.scope;
    if (!ts_node_is_null(grammar_.child(node, Field::TypeParameters)))
        outer = scopes_.add(ScopeKind::Function, outer, scopes_.definition(outer));
    frame.view.scope = frame.view.bindScope = outer;
    const bool isClass = kind == Node::Class;
    frame.view.inSignature = decorators.empty() ? facts::EdgeKind::Typing : view.when;
    const std::uint32_t around = definition == kNoDefinition ? scopes_.definition(outer) : definition;
    frame.inner = scopes_.add(isClass ? ScopeKind::Class : ScopeKind::Function, outer, around);
    if (definition != kNoDefinition) {
        deprecations_.addDefinition(node, definition, decorators, names_, view.scope);
        if (isClass)
            readBases(node, out_.definitions[definition].bases);
    }
    return true;
}

std::uint32_t Walk::define(TSNode node, Node kind, std::string_view name, ScopeId scope) {
    using facts::DefinitionKind;
    std::string qualified;
    if (const std::uint32_t around = scopes_.definition(scope); around != kNoDefinition)
        qualified = out_.definitions[around].name + ".";
    if (qualified.size() + name.size() > limits_.nameBytes)
        return kNoDefinition;
    qualified += name;
    TSNode last = node; // its last part that is no comment
    for (std::uint32_t count = ts_node_child_count(last); count > 0;) {
        const TSNode child = ts_node_child(last, --count);
        if (ts_node_is_extra(child) || ts_node_start_byte(child) == ts_node_end_byte(child))
            continue;
        last = child;
        count = ts_node_child_count(last);
    }
    const bool isMethod = scopes_.kind(scope) == ScopeKind::Class;
    const DefinitionKind what = kind == Node::Class ? DefinitionKind::Class
                                : isMethod          ? DefinitionKind::Method
                                                    : DefinitionKind::Function;
    out_.definitions.push_back({what, positions_.span(node, last), std::move(qualified), {}});
    return static_cast<std::uint32_t>(out_.definitions.size() - 1);
}

void Walk::readBases(TSNode node, std::vector<std::string>& bases) const {
    const TSNode list = grammar_.child(node, Field::Superclasses);
    const std::uint32_t count = ts_node_is_null(list) ? 0 : ts_node_named_child_count(list);
    for (std::uint32_t i = 0; i < count; ++i) {
        TSNode base = ts_node_named_child(list, i);
        if (grammar_.kind(base) == Node::Subscript)
            base = grammar_.child(base, Field::Value);
        const bool isName = !ts_node_is_null(base) && !ts_node_is_null(chainRoot(base));
        if (isName && ts_node_end_byte(base) - ts_node_start_byte(base) <= limits_.nameBytes)
            bases.push_back(dotted(ts_node_start_byte(base), ts_node_end_byte(base)));
    }
}

bool Walk::enterString(TSNode node) const {
    for (std::uint32_t at = ts_node_start_byte(node); at < text_.size(); ++at) {
        const char c = text_[at];
        if (c == '\'' || c == '"')
            return false;
        if (c == 'f' || c == 'F' || c == 't' || c == 'T')
            return true;
    }
    return false;
}

void Walk::enterName(TSNode node, const View& view) {
    if (view.mode == Mode::Load || view.mode == Mode::Update)
        use(node, node, view);
    if (view.mode != Mode::Load) {
        const std::uint32_t end = ts_node_end_byte(node);
        bind(view.bindScope, names_.intern(textOf(node)), Bound::Plain, std::max(end, assignmentEnd_));
    }
}

void Walk::enterDottedName(TSNode node, const View& view) {
    const TSNode first = ts_node_named_child(node, 0);
    if (ts_node_is_null(first))
        return;
    if (view.mode == Mode::Pattern && ts_node_end_byte(first) == ts_node_end_byte(node))
        bind(view.bindScope, names_.intern(textOf(first)), Bound::Plain, ts_node_end_byte(node));
    else
        use(first, node, view);
}

bool Walk::enterAttribute(TSNode node, const View& view) {
    const TSNode first = chainRoot(node);
    if (ts_node_is_null(first) || ts_node_start_byte(node) == argumentsOfType_)
        return true;
    use(first, node, view);
    return false;
}

TSNode Walk::chainRoot(TSNode node) const {
    if (grammar_.kind(node) == Node::Attribute)
        node = ts_node_child(node, 0);
    while (grammar_.kind(node) == Node::Attribute || grammar_.isParenthesized(node))
        node = ts_node_child(node, grammar_.isParenthesized(node) ? 1 : 0);
    return grammar_.kind(node) == Node::Identifier ? node : TSNode{};
}

// The grammar takes `type(self).count = 1` for an alias named `(self).count`.
void Walk::enterTypeAlias(TSNode node, const View& view) {
    const TSNode keyword = ts_node_child(node, 0), left = grammar_.child(node, Field::Left);
    if (ts_node_is_null(left) || !textOf(left).starts_with('('))
        return;
    argumentsOfType_ = ts_node_start_byte(left);
    use(keyword, keyword, {Mode::Load, Role::Call, view.scope, view.scope, view.when, view.inSignature});
}

void Walk::enterCall(TSNode node, const View& view) {
    const std::uint32_t definition = scopes_.definition(view.scope);
    if (!deprecations_.mayMatter() || definition == kNoDefinition)
        return;
    const TSNode function = grammar_.child(node, Field::Function);
    const TSNode first = ts_node_is_null(function) ? TSNode{} : chainRoot(function);
    if (!ts_node_is_null(first))
        deprecations_.addCall(node, textOf(function), names_.intern(textOf(first)), view.scope, definition);
}

void Walk::use(TSNode first, TSNode whole, const View& view) {
    const std::uint32_t start = ts_node_start_byte(first), end = ts_node_end_byte(whole);
    if (end - start <= limits_.nameBytes && end > start)
        uses_.push_back({start, end, ts_node_start_point(first), names_.intern(textOf(first)), view.scope,
                         view.role, view.when});
}

void Walk::bind(ScopeId scope, NameId name, Bound how, std::uint32_t from) {
    scopes_.bind(scope, name, how, from);
}

std::string_view Walk::textOf(TSNode node) const {
    const std::uint32_t start = ts_node_start_byte(node);
    return text_.substr(start, ts_node_end_byte(node) - start);
}

// A dotted name without the spaces, line ends, comments and brackets that may stand around its parts.
std::string Walk::dotted(std::uint32_t start, std::uint32_t end) const {
    const std::string_view written = text_.substr(start, end - start);
    if (written.find_first_of(" \t\f\r\n\\#()") == std::string_view::npos)
        return std::string(written);
    std::string out;
    bool comment = false;
    for (const char c : written) {
        comment = c == '#' || (comment && c != '\n' && c != '\r');
        if (!comment && std::string_view(" \t\f\r\n\\()").find(c) == std::string_view::npos)
            out += c;
    }
    return out;
}

void Walk::finish() {
    scopes_.seal(names_.size());
    for (const PendingUse& use : uses_) {
        const auto found = scopes_.find(use.scope, use.first, use.start);
        if (found == ScopeTable::Found::Local || (found == ScopeTable::Found::Nothing && !star_))
            continue;
        const std::uint32_t column = positions_.column(use.start, use.point);
        out_.uses.push_back({use.role, use.point.row + 1, column, dotted(use.start, use.end), use.when});
    }
    out_.marks = deprecations_.judge(out_.definitions, scopes_);
}

} // namespace espalier::symbols
