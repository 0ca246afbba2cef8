// Simple statements: imports, assignments and whatever else binds or unbinds names.
#include "indexer/scan/file_scanner.h"
#include "indexer/scan/literals.h"
#include "indexer/scan/targets.h"

#include <algorithm>

namespace espalier::scan {

namespace {

using facts::BindingKind;

// What a name of an import statement is called in the file: a view into it.
std::string_view boundName(facts::ImportForm form, const facts::ImportedName& name) {
    if (!name.alias.empty())
        return name.alias;
    const std::string_view whole = name.name;
    return form == facts::ImportForm::Import ? whole.substr(0, whole.find('.')) : whole;
}

} // namespace

void FileScanner::simpleStatements(std::uint32_t begin, std::uint32_t end) {
    if (context().never)
        return;
    if (!lexer_->hasSemicolon())
        return simpleStatement(begin, end);
    while (begin < end) {
        const std::uint32_t stop = tokens_.find(begin, end, Op::Semicolon);
        if (begin < stop)
            simpleStatement(begin, stop);
        begin = stop + 1;
    }
}

void FileScanner::simpleStatement(std::uint32_t begin, std::uint32_t end) {
    if (context().atModule() && onlyReexports_)
        judgeShim(begin, end);
    switch (tokens_[begin].kind == TokenKind::Name ? tokens_[begin].word : Word::None) {
    case Word::Lazy:
        if (!tokens_.isWord(begin + 1, Word::Import) && !tokens_.isWord(begin + 1, Word::From))
            break;
        [[fallthrough]];
    case Word::Import:
    case Word::From:
        return importStatement(begin, end);
    case Word::Global:
        return globalStatement(begin, end);
    case Word::Del:
        expressions(begin + 1, end);
        return deleteStatement(begin, end);
    default:
        break;
    }
    if (tokens_.isString(begin) && end == begin + 1)
        return; // a docstring
    expressions(begin, end);
    if (bindsNames())
        assignment(begin, end);
    if (lexer_->hasHotName())
        opaqueTarget(begin, end);
}

void FileScanner::importStatement(std::uint32_t begin, std::uint32_t end) {
    bool lazy = tokens_.isWord(begin, Word::Lazy);
    const std::uint32_t keyword = begin + lazy;
    std::optional<ParsedImport> parsed = parseImport(tokens_, keyword, end);
    if (!parsed || parsed->malformed)
        recorder_.syntaxError(tokens_[keyword].begin, "malformed import statement");
    if (!parsed)
        return;
    namesLate_ |= known_.learn(parsed->statement, context().atModule()) && !onlyImportsSoFar_;
    const facts::ImportStatement& s = parsed->statement;
    const bool mayBeLazy = context().atModule() && !context().inTry && !s.flags.has(facts::Flag::Star) &&
                           s.module != "__future__";
    if (lazy && !mayBeLazy) {
        recorder_.syntaxError(tokens_[begin].begin, "a lazy import is not allowed here");
        lazy = false;
    }
    importsAny_ |= s.module != "__future__";
    if (lazy || lazyModules_.empty() || !mayBeLazy || s.level > 0)
        return recordImport(std::move(*parsed), begin, lazy);
    for (const bool late : {false, true}) { // a record of each kind
        ParsedImport part = *parsed;
        part.statement.names.clear();
        part.nameTokens.clear();
        for (std::size_t i = 0; i < s.names.size(); ++i) {
            const bool isImport = s.form == facts::ImportForm::Import;
            if (lazyModules_.contains(isImport ? s.names[i].name : s.module) != late)
                continue;
            part.statement.names.push_back(s.names[i]);
            part.nameTokens.push_back(parsed->nameTokens[i]);
        }
        if (!part.nameTokens.empty())
            recordImport(std::move(part), begin, late);
    }
}

// A statement as one record, with its bindings.
void FileScanner::recordImport(ParsedImport parsed, std::uint32_t begin, bool lazy) {
    if (lazy) {
        parsed.statement.flags.set(facts::Flag::Lazy);
        parsed.statement.kind = facts::EdgeKind::Deferred;
    }
    const std::uint32_t number = recorder_.import(std::move(parsed.statement), tokens_[begin].begin,
                                                  tokens_[parsed.end - 1].end, context());
    const std::size_t names = recorder_.facts().imports[number].names.size();
    for (std::size_t i = 0; i < names; ++i)
        bindImported(number, i, parsed.nameTokens[i], lazy);
}

// Name `i` of import `number`, written at `token`.
void FileScanner::bindImported(std::uint32_t number, std::size_t i, std::uint32_t token, bool lazy) {
    const facts::ImportStatement& s = recorder_.facts().imports[number];
    const std::string_view name = boundName(s.form, s.names[i]);
    const bool atModule = context().atModule();
    if (lazy && context().kind == facts::EdgeKind::Import)
        recorder_.lazyName(std::string(name), number, static_cast<std::uint32_t>(i));
    if (atModule && onlyReexports_)
        importedNames_.emplace(name);
    if (atModule && name == "__all__")
        all_.computed();
    if (!bindsNames() || (!atModule && !blocks_.scopeFrame().globals->contains(name)))
        return;
    if (name == "__getattr__" && context().kind == facts::EdgeKind::Import)
        bindGetattr();
    facts::Binding b;
    b.kind = s.flags.has(facts::Flag::Star) ? BindingKind::Star : BindingKind::Import;
    b.statement = number;
    b.name = name;
    recorder_.binding(std::move(b), tokens_[token].begin, context());
}

void FileScanner::globalStatement(std::uint32_t begin, std::uint32_t end) {
    if (context().atModule())
        return;
    auto& globals = blocks_.scopeFrame().globals;
    if (!globals)
        globals = std::make_unique<std::unordered_set<std::string_view>>();
    for (std::uint32_t i = begin + 1; i < end; ++i)
        if (tokens_.isName(i))
            globals->insert(tokens_.text(i));
}

void FileScanner::deleteStatement(std::uint32_t begin, std::uint32_t end) {
    if (!bindsNames())
        return;
    visitTargets(tokens_, begin + 1, end, [this](std::uint32_t i) {
        if (tokens_.isWord(i, Word::All) && context().atModule())
            all_.remove();
        bind(BindingKind::Delete, i);
    });
}

// The module gets a __getattr__ from elsewhere.
void FileScanner::bindGetattr() {
    recorder_.facts().hasModuleGetattr = true;
    getattr_.boundOtherwise();
}

// True if names that are bound here may be module-level names.
bool FileScanner::bindsNames() {
    return !context().never && (context().atModule() || blocks_.hasGlobals(context()));
}

void FileScanner::bind(BindingKind kind, std::uint32_t token, std::string target, std::uint32_t statement,
                       const Context* where) {
    const Context& here = where ? *where : context();
    if (!here.atModule()) {
        const auto& globals = blocks_.scopeFrame().globals;
        if (!globals || !globals->contains(tokens_.text(token)))
            return;
    }
    facts::Binding b;
    b.kind = kind;
    b.statement = statement;
    b.name = identifier(tokens_.text(token));
    b.target = std::move(target);
    const bool binds = kind == BindingKind::Assignment || kind == BindingKind::Alias;
    if (binds && b.name == "__getattr__" && here.kind == facts::EdgeKind::Import)
        bindGetattr();
    recorder_.binding(std::move(b), tokens_[token].begin, here);
}

void FileScanner::bindTargets(std::uint32_t begin, std::uint32_t end, const Context* where) {
    if (!bindsNames())
        return;
    visitTargets(tokens_, begin, end, [&](std::uint32_t i) {
        if (tokens_.isWord(i, Word::All) && context().atModule())
            all_.computed();
        bind(BindingKind::Assignment, i, {}, facts::Binding::kNoStatement, where);
    });
}

// Any statement that may assign: `a = b = value`, `a: int = value`, `a += value`, `type A = value`,
// `__all__.append(…)`.
void FileScanner::assignment(std::uint32_t begin, std::uint32_t end) {
    if (tokens_.isWord(begin, Word::Type) && begin + 2 < end && tokens_.isName(begin + 1)) {
        bind(BindingKind::Assignment, begin + 1);
        return;
    }
    if (tokens_.isWord(begin, Word::All) && tokens_.isOp(begin + 1, Op::Dot) && context().atModule())
        return all_.call(tokens_, begin, end, context());
    std::vector<std::uint32_t> stops; // the `=` signs
    for (std::uint32_t i = begin; i < end && !tokens_.isWord(i, Word::Lambda); i = tokens_.after(i, end)) {
        if (tokens_.isOp(i, Op::Assign))
            stops.push_back(i);
        else if (tokens_.isOp(i, Op::Augmented))
            return augmented(begin, i, end);
        else if (tokens_.isOp(i, Op::Colon))
            return annotated(begin, i, end);
    }
    if (stops.empty())
        return;
    const std::uint32_t value = stops.back() + 1;
    std::uint32_t target = begin;
    for (std::uint32_t stop : stops) {
        assigned(target, stop, value, end);
        target = stop + 1;
    }
}

void FileScanner::annotated(std::uint32_t begin, std::uint32_t colon, std::uint32_t end) {
    const std::uint32_t equals = tokens_.find(colon, end, Op::Assign);
    if (equals < end)
        return assigned(begin, colon, equals + 1, end);
    if (colon == begin + 1 && tokens_.isName(begin))
        bind(BindingKind::Annotation, begin);
}

void FileScanner::augmented(std::uint32_t begin, std::uint32_t op, std::uint32_t end) {
    if (tokens_.isWord(begin, Word::All) && op == begin + 1 && context().atModule()) {
        if (tokens_.text(op) == "+=")
            all_.extend(tokens_, op + 1, end, context());
        else
            all_.computed();
        return bind(BindingKind::Assignment, begin);
    }
    bindTargets(begin, op);
}

// One target list of an assignment, and the value that it gets.
void FileScanner::assigned(std::uint32_t target, std::uint32_t targetEnd, std::uint32_t value,
                           std::uint32_t end) {
    const bool oneName = targetEnd == target + 1 && tokens_.isName(target);
    if (!oneName)
        return bindTargets(target, targetEnd);
    if (context().atModule()) {
        if (tokens_.isWord(target, Word::All))
            all_.assign(tokens_, value, end, context());
        else if (tokens_.isWord(target, Word::LazyModules))
            lazyModules(value, end);
    }
    while (tokens_.isOpen(value, Op::Round) && tokens_[value].match + 1 == end) {
        ++value;
        --end;
    }
    std::string dotted = dottedName(tokens_, value, end);
    const BindingKind kind = dotted.empty() ? BindingKind::Assignment : BindingKind::Alias;
    bind(kind, target, std::move(dotted));
}

// __lazy_modules__ = ["a", "b.c"] (PEP 810)
void FileScanner::lazyModules(std::uint32_t begin, std::uint32_t end) {
    lazyModules_.clear();
    for (std::uint32_t i = begin; i < end; ++i)
        if (isText(tokens_, i))
            lazyModules_.insert(literalValue(tokens_, i));
}

// sys.modules["a.b"] = …: there is such a module from now on. False if the key cannot be read.
bool FileScanner::registersModule(std::uint32_t open) {
    std::string key;
    if (!wholeLiteral(tokens_, open + 1, tokens_[open].match, key))
        return false;
    if (context().atModule() && context().kind == facts::EdgeKind::Import)
        recorder_.facts().registeredModules.push_back(std::move(key));
    return true;
}

// Assignments that change how imports work: sys.modules[…] = …, sys.meta_path = …, __path__ = …
void FileScanner::opaqueTarget(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t stop = begin; // behind the targets
    for (std::uint32_t i = begin; i < end && !tokens_.isWord(i, Word::Lambda); i = tokens_.after(i, end))
        if (tokens_.isOp(i, Op::Assign) || tokens_.isOp(i, Op::Augmented))
            stop = i;
    for (std::uint32_t i = begin; i < stop; i = tokens_.after(i, stop)) {
        const Word word = tokens_.isName(i) ? tokens_[i].word : Word::None;
        const bool ofSys = i >= begin + 2 && tokens_.isOp(i - 1, Op::Dot) && tokens_.text(i - 2) == "sys";
        const bool item = word == Word::Modules && ofSys && tokens_.isOpen(i + 1, Op::Square);
        if (item && (tokens_.isOp(tokens_[i + 1].match + 1, Op::Dot) || registersModule(i + 1)))
            continue; // sys.modules["a.b"].x = … is the module's own affair
        if (item || (word == Word::ImportHooks && ofSys) ||
            (word == Word::PathList && i == begin && context().atModule()))
            recorder_.problem("opaque-import", tokens_[begin].begin,
                              "what this makes of later imports cannot be told: " +
                                  recorder_.excerpt(tokens_[begin].begin, tokens_[stop - 1].end));
    }
}

// Whether a module-level statement may belong to a module that only re-exports.
void FileScanner::judgeShim(std::uint32_t begin, std::uint32_t end) {
    const Word word = tokens_.isName(begin) ? tokens_[begin].word : Word::None;
    if (word == Word::Import || word == Word::From || word == Word::Pass || word == Word::All ||
        word == Word::Lazy)
        return;
    std::string text;
    if (wholeLiteral(tokens_, begin, end, text))
        return;
    std::uint32_t name = begin;
    while (name + 2 < end && tokens_.isName(name) && tokens_.isOp(name + 1, Op::Dot))
        name += 2;
    if (tokens_.isName(name) && tokens_.isOpen(name + 1, Op::Round) && tokens_[name + 1].match + 1 == end) {
        const bool ofWarnings = name == begin + 2 && tokens_.text(begin) == "warnings";
        if (ofWarnings || known_.roleOf(tokens_, name, false) == Role::Warn)
            return;
    }
    const bool alias = tokens_.isName(begin) && tokens_.isOp(begin + 1, Op::Assign) &&
                       tokens_.isName(begin + 2) && !dottedName(tokens_, begin + 2, end).empty();
    onlyReexports_ = alias && importedNames_.contains(identifier(tokens_.text(begin + 2)));
    if (onlyReexports_)
        importedNames_.insert(identifier(tokens_.text(begin)));
}

} // namespace espalier::scan
