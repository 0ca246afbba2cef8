#include "indexer/symbols/deprecations.h"

#include "indexer/symbols/literals.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace espalier::symbols {

using facts::MarkSource;

namespace {

std::string_view lastName(std::string_view dotted) {
    return dotted.substr(dotted.rfind('.') + 1);
}

bool isCategory(std::string_view dotted) {
    return facts::isDeprecationCategory(lastName(dotted));
}

struct Argument {
    std::string_view keyword; // empty: positional
    TSNode value;
};

std::vector<Argument> argumentsOf(TSNode call, std::string_view text) {
    constexpr std::uint32_t kMost = 12; // more than any of these functions takes
    std::vector<Argument> out;
    const Grammar& grammar = Grammar::get();
    const TSNode list = ts_node_child_by_field_name(call, "arguments", 9);
    const std::uint32_t count = ts_node_is_null(list) ? 0 : std::min(kMost, ts_node_named_child_count(list));
    for (std::uint32_t i = 0; i < count; ++i) {
        const TSNode node = ts_node_named_child(list, i);
        if (grammar.isComment(node))
            continue;
        if (grammar.kind(node) != Node::KeywordArgument) {
            out.push_back({{}, node});
            continue;
        }
        const TSNode name = grammar.child(node, Field::Name), value = grammar.child(node, Field::Value);
        const std::uint32_t start = ts_node_start_byte(name);
        if (!ts_node_is_null(value))
            out.push_back({text.substr(start, ts_node_end_byte(name) - start), value});
    }
    return out;
}

std::string_view textOf(TSNode node, std::string_view text) {
    const std::uint32_t start = ts_node_start_byte(node);
    return text.substr(start, ts_node_end_byte(node) - start);
}

bool isInstanceOfCategory(TSNode node, std::string_view text) {
    const Grammar& grammar = Grammar::get();
    return grammar.kind(node) == Node::Call && isCategory(textOf(grammar.child(node, Field::Function), text));
}

// warn(message, category), warn(message, category=…), warn(Category(message))
bool namesCategory(const std::vector<Argument>& arguments, std::string_view text) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Argument& a = arguments[i];
        if (i == 0 && a.keyword.empty() && isInstanceOfCategory(a.value, text))
            return true;
        const bool isCategoryPlace = a.keyword.empty() ? i == 1 : a.keyword == "category";
        if (isCategoryPlace && isCategory(textOf(a.value, text)))
            return true;
    }
    return false;
}

std::string messageOf(TSNode call, std::string_view text) {
    static constexpr std::array<std::string_view, 4> kKeywords{"message", "msg", "reason", "details"};
    for (const Argument& a : argumentsOf(call, text)) {
        const bool isMessage =
            a.keyword.empty() || std::find(kKeywords.begin(), kKeywords.end(), a.keyword) != kKeywords.end();
        if (!isMessage)
            continue;
        const bool instance = isInstanceOfCategory(a.value, text);
        std::string message = instance ? messageOf(a.value, text) : literalText(a.value, text);
        if (!message.empty())
            return message;
        if (a.keyword.empty())
            return {}; // a computed message; what follows it is something else
    }
    return {};
}

// Whether a call is only reached under a condition of the function or class around it. (What comes behind an
// early return is not looked at.)
bool underCondition(TSNode call) {
    static constexpr std::array<std::string_view, 8> kConditions{
        "if_statement",  "match_statement", "except_clause",          "except_group_clause",
        "for_statement", "while_statement", "conditional_expression", "boolean_operator"};
    static constexpr std::array<std::string_view, 3> kOwners{"function_definition", "class_definition",
                                                             "lambda"};
    for (TSNode node = ts_node_parent(call); !ts_node_is_null(node); node = ts_node_parent(node)) {
        const std::string_view type = ts_node_type(node);
        if (std::ranges::find(kOwners, type) != kOwners.end())
            return false;
        if (std::ranges::find(kConditions, type) != kConditions.end())
            return true;
    }
    return false;
}

bool isNamePart(char c) {
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// "f() is deprecated", "The method `C.f` has been renamed": what is said of the whole symbol, whatever the
// condition, as of those that warn once. "x of f() is deprecated" is not.
bool saysThatOf(std::string_view message, std::string_view symbol) {
    static constexpr std::array<std::string_view, 13> kVerbs{
        "is deprecated",  "is now ",     "is obsolete", "is gone",   "is no longer", "is scheduled", "has ",
        "was deprecated", "was removed", "was renamed", "was moved", "will be ",     "deprecated"};
    static constexpr std::array<std::string_view, 7> kSorts{"The ",   "the ",   "function ", "method ",
                                                            "class ", "Class ", "Function "};
    constexpr std::string_view kQuotes = "'\"`:*";
    const auto skip = [&](std::string_view signs) {
        message.remove_prefix(std::min(message.find_first_not_of(signs), message.size()));
    };
    skip(kQuotes);
    for (const std::string_view sort : kSorts)
        if (message.starts_with(sort))
            message.remove_prefix(sort.size());
    skip(kQuotes);
    std::size_t end = 0; // of the dotted name that comes first
    while (end < message.size() && (message[end] == '.' || isNamePart(message[end])))
        ++end;
    if (lastName(message.substr(0, end)) != lastName(symbol))
        return false;
    message.remove_prefix(end);
    skip("()'\"`:*, ");
    return std::ranges::any_of(kVerbs, [&](std::string_view verb) { return message.starts_with(verb); });
}

// A class answers for what happens when it is made.
std::string symbolOf(const facts::Definition& definition) {
    const std::string& name = definition.name;
    const std::size_t dot = name.rfind('.');
    const std::string_view last = lastName(name);
    const bool makes = last == "__init__" || last == "__new__" || last == "__post_init__";
    const bool method = definition.kind == facts::DefinitionKind::Method && dot != std::string::npos;
    return method && makes ? name.substr(0, dot) : name;
}

} // namespace

Deprecations::Deprecations(std::string_view text)
    : text_(text) {
    for (const std::string_view word : {"eprecat", "EPRECAT", "FutureWarning", "RemovedIn"})
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + word.size()))
            mentions_.push_back(static_cast<std::uint32_t>(at));
    std::sort(mentions_.begin(), mentions_.end());
}

bool Deprecations::mentioned(TSNode node) const {
    const auto next = std::lower_bound(mentions_.begin(), mentions_.end(), ts_node_start_byte(node));
    return next != mentions_.end() && *next < ts_node_end_byte(node);
}

void Deprecations::addImport(NameId bound, std::string_view target) {
    if (mentions_.empty())
        return;
    if (target == "warnings")
        imports_[bound] |= WarningsModule;
    else if (target == "warnings.warn")
        imports_[bound] |= WarnFunction;
    else if (lastName(target) == "deprecated")
        imports_[bound] |= DeprecatedDecorator;
}

std::uint8_t Deprecations::meaning(NameId name) const {
    const auto found = imports_.find(name);
    return found != imports_.end() ? found->second : 0;
}

void Deprecations::addCall(TSNode call, std::string_view callee, NameId first, ScopeId scope,
                           std::uint32_t definition) {
    if (!mentions_.empty() && definition != kNoDefinition && mentioned(call))
        candidates_.push_back({MarkSource::Warning, call, callee, first, scope, definition});
}

void Deprecations::addDefinition(TSNode node, std::uint32_t definition, const std::vector<TSNode>& decorators,
                                 NameTable& names, ScopeId scope) {
    if (mentions_.empty())
        return;
    addDocstring(node, definition);
    const std::size_t before = candidates_.size();
    const Grammar& grammar = Grammar::get();
    for (const TSNode decorator : decorators) {
        const TSNode expression = ts_node_named_child(decorator, 0);
        if (ts_node_is_null(expression))
            continue;
        const bool called = grammar.kind(expression) == Node::Call;
        const TSNode function = called ? grammar.child(expression, Field::Function) : expression;
        const std::string_view callee = textOf(function, text_);
        if (lastName(callee) == "overload") { // only one of its signatures is meant
            candidates_.resize(before);
            return;
        }
        const NameId first = names.intern(callee.substr(0, callee.find('.')));
        candidates_.push_back({MarkSource::Decorator, expression, callee, first, scope, definition});
    }
}

void Deprecations::addDocstring(TSNode node, std::uint32_t definition) {
    const Grammar& grammar = Grammar::get();
    const TSNode body = grammar.child(node, Field::Body);
    if (ts_node_is_null(body))
        return;
    std::uint32_t i = 0;
    TSNode first = ts_node_named_child(body, i);
    while (!ts_node_is_null(first) && grammar.isComment(first))
        first = ts_node_named_child(body, ++i);
    if (ts_node_is_null(first) || !grammar.isExpressionStatement(first) || !mentioned(first))
        return;
    const TSNode string = ts_node_named_child(first, 0);
    if (ts_node_is_null(string) || grammar.kind(string) != Node::String)
        return;
    std::string content;
    appendLiteral(content, textOf(string, text_));
    DocSentence sentence = deprecationSentence(content);
    if (!sentence.text.empty())
        docMarks_.push_back(
            {definition, ts_node_start_point(string).row + 1 + sentence.line, std::move(sentence.text)});
}

bool Deprecations::isWarn(const Candidate& candidate, const ScopeTable& scopes) const {
    const auto found = scopes.find(candidate.scope, candidate.first, ts_node_start_byte(candidate.node));
    if (found == ScopeTable::Found::Local)
        return false;
    if (found != ScopeTable::Found::Import)
        return candidate.callee == "warnings.warn";
    const std::string_view attributes =
        candidate.callee.substr(std::min(candidate.callee.find('.'), candidate.callee.size()));
    const std::uint8_t bound = meaning(candidate.first);
    return ((bound & WarningsModule) != 0 && attributes == ".warn") ||
           ((bound & WarnFunction) != 0 && attributes.empty());
}

bool Deprecations::isDeprecatedDecorator(const Candidate& candidate) const {
    const std::string_view callee = candidate.callee;
    if (lastName(callee) == "deprecated") {
        const std::string_view owner = callee.substr(0, callee.size() - lastName(callee).size());
        return owner != "mark." && !owner.ends_with(".mark.");
    }
    return callee.find('.') == std::string_view::npos &&
           (meaning(candidate.first) & DeprecatedDecorator) != 0;
}

std::vector<facts::DeprecationMark> Deprecations::judge(const std::vector<facts::Definition>& definitions,
                                                        const ScopeTable& scopes) const {
    std::vector<facts::DeprecationMark> marks;
    const auto add = [&](MarkSource source, std::uint32_t line, std::uint32_t definition,
                         std::string message) {
        const facts::Definition& d = definitions[definition];
        if (d.name != "__getattr__")
            marks.push_back({source, line, symbolOf(d), std::move(message)});
    };
    const auto sourceOf = [&](const Candidate& c, const std::string& message) {
        const bool whole = c.source != MarkSource::Warning || !underCondition(c.node) ||
                           saysThatOf(message, symbolOf(definitions[c.definition]));
        return whole ? c.source : MarkSource::Condition;
    };
    for (const Candidate& c : candidates_) {
        const bool warns = c.source == MarkSource::Warning;
        const bool meant = warns ? namesCategory(argumentsOf(c.node, text_), text_) && isWarn(c, scopes)
                                 : isDeprecatedDecorator(c);
        if (!meant)
            continue;
        std::string message = messageOf(c.node, text_);
        const MarkSource source = sourceOf(c, message);
        add(source, ts_node_start_point(c.node).row + 1, c.definition, std::move(message));
    }
    for (const DocMark& d : docMarks_)
        add(MarkSource::Docstring, d.line, d.definition, d.message);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return marks;
}

} // namespace espalier::symbols
