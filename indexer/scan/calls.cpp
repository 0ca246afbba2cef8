#include "indexer/scan/calls.h"

#include "indexer/scan/literals.h"

#include <algorithm>
#include <charconv>

namespace espalier::scan {

namespace {

constexpr std::size_t kMostArguments = 64;

DynamicImport computed(std::string why) {
    DynamicImport out;
    out.problem = std::move(why);
    return out;
}

bool isWord(const Tokens& tokens, const Argument& a, Word word) {
    return a.end == a.begin + 1 && tokens.isWord(a.begin, word);
}

// Python's importlib.util.resolve_name(): level dots before a name, seen from a package.
bool resolveAgainst(std::string package, std::uint32_t level, std::string& module) {
    for (; level > 1; --level) {
        const std::size_t dot = package.rfind('.');
        if (dot == std::string::npos)
            return false;
        package.resize(dot);
    }
    module = module.empty() ? package : package + "." + module;
    return true;
}

DynamicImport importModule(const Tokens& tokens, const std::vector<Argument>& args, std::string name) {
    DynamicImport out;
    facts::ImportStatement& s = out.statement;
    while (s.level < name.size() && name[s.level] == '.')
        ++s.level;
    s.module = name.substr(s.level);
    if (s.level == 0)
        return out;
    const Argument* const package = argument(args, 1, "package");
    if (!package)
        return computed("relative module name without a package");
    if (isWord(tokens, *package, Word::Name))
        s.flags.set(facts::Flag::OwnName);
    if (s.flags.has(facts::Flag::OwnName) || isWord(tokens, *package, Word::Package))
        return out;
    std::string literal;
    if (!wholeLiteral(tokens, package->begin, package->end, literal))
        return computed("the package of a relative module name is computed");
    if (!resolveAgainst(literal, s.level, s.module))
        return computed("relative module name beyond the top package");
    s.level = 0;
    return out;
}

DynamicImport dunderImport(const Tokens& tokens, const std::vector<Argument>& args, std::string name) {
    DynamicImport out;
    facts::ImportStatement& s = out.statement;
    s.module = std::move(name);
    if (const Argument* const level = argument(args, 4, "level")) {
        const std::string_view digits = tokens.text(level->begin);
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), s.level);
        if (level->end != level->begin + 1 || parsed.ptr != digits.data() + digits.size())
            return computed("the level of __import__ is computed");
    }
    const Argument* const list = argument(args, 3, "fromlist");
    if (!list || tokens[list->begin].kind != TokenKind::Open)
        return out;
    const std::uint32_t close = std::min(tokens[list->begin].match, list->end);
    for (std::uint32_t i = list->begin + 1; i < close;) {
        const std::uint32_t stop = tokens.find(i, close, Op::Comma);
        std::string text;
        if (wholeLiteral(tokens, i, stop, text))
            s.names.push_back({identifier(text), ""});
        i = stop + 1;
    }
    return out;
}

} // namespace

std::vector<Argument> arguments(const Tokens& tokens, std::uint32_t open) {
    std::vector<Argument> out;
    const std::uint32_t close = std::min(tokens[open].match, tokens.size());
    for (std::uint32_t i = open + 1; i < close && out.size() < kMostArguments;) {
        const std::uint32_t stop = tokens.find(i, close, Op::Comma);
        Argument a{"", i, stop};
        if (tokens.isName(i) && tokens.isOp(i + 1, Op::Assign))
            a = {tokens.text(i), i + 2, stop};
        if (a.begin < a.end)
            out.push_back(a);
        i = stop + 1;
    }
    return out;
}

const Argument* argument(const std::vector<Argument>& all, std::size_t index, std::string_view keyword) {
    for (const Argument& a : all)
        if (a.keyword == keyword)
            return &a;
    return index < all.size() && all[index].keyword.empty() ? &all[index] : nullptr;
}

DynamicImport dynamicImport(const Tokens& tokens, Role role, std::uint32_t open) {
    const std::vector<Argument> args = arguments(tokens, open);
    const Argument* const first = argument(args, 0, role == Role::ImportOrSkip ? "modname" : "name");
    std::string name;
    if (!first)
        return computed("no module name is given");
    if (!wholeLiteral(tokens, first->begin, first->end, name))
        return computed("the module name is computed");
    DynamicImport out = role == Role::DunderImport ? dunderImport(tokens, args, std::move(name))
                                                   : importModule(tokens, args, std::move(name));
    if (out.problem.empty() && out.statement.module.empty() && out.statement.level == 0)
        return computed("the module name is empty");
    out.statement.form = facts::ImportForm::Call;
    out.statement.flags.set(facts::Flag::Dynamic);
    if (role == Role::ImportOrSkip)
        out.statement.flags.set(facts::Flag::Optional);
    return out;
}

} // namespace espalier::scan
