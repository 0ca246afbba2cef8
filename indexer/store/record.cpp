#include "indexer/store/record.h"

#include "indexer/store/bytes.h"
#include "indexer/store/statement_text.h"

#include <unordered_map>

namespace espalier::store {
namespace {

using namespace facts;

// Writing and reading run through the same functions, `fields()` below, so that the two cannot come apart: an
// archive either appends what it is shown or fills it in.

class Packer {
public:
    static constexpr bool kReading = false;

    void number(std::uint64_t value) { body_.number(value); }
    void text(const std::string& value) {
        const auto [at, isNew] = ids_.emplace(value, ids_.size());
        if (isNew)
            strings_.push_back(value);
        body_.number(at->second);
    }
    // Of lines, which grow mostly: the difference to the one before, the sign in the lowest bit.
    void line(std::uint32_t value) {
        const std::int64_t difference = std::int64_t{value} - lastLine_;
        lastLine_ = value;
        body_.number(difference < 0 ? static_cast<std::uint64_t>(-difference) * 2 - 1
                                    : static_cast<std::uint64_t>(difference) * 2);
    }
    [[nodiscard]] std::string take() {
        ByteWriter out;
        out.number(strings_.size());
        for (const std::string_view s : strings_)
            out.text(s);
        out.raw(body_.bytes());
        return out.take();
    }

private:
    ByteWriter body_;
    std::unordered_map<std::string_view, std::size_t> ids_; // keys point into the facts being written
    std::vector<std::string_view> strings_;
    std::int64_t lastLine_ = 0;
};

class Unpacker {
public:
    static constexpr bool kReading = true;

    explicit Unpacker(std::string_view bytes)
        : in_(bytes) {
        strings_.resize(in_.count());
        for (std::string_view& s : strings_)
            s = in_.text();
    }
    std::uint64_t number(std::uint64_t most) { return in_.number(most); }
    std::size_t count() { return in_.count(); }
    void text(std::string& value) {
        const std::uint64_t id = in_.number();
        if (id < strings_.size())
            value = strings_[id];
        else
            in_.fail();
    }
    void line(std::uint32_t& value) {
        const std::uint64_t coded = in_.number(std::uint64_t{1} << 33);
        const auto half = static_cast<std::int64_t>((coded + 1) / 2);
        lastLine_ += coded % 2 ? -half : half;
        if (lastLine_ < 0 || lastLine_ > 0xffffffff)
            in_.fail();
        value = static_cast<std::uint32_t>(lastLine_);
    }
    void fail() { in_.fail(); }
    [[nodiscard]] bool bad() const { return in_.bad(); }
    [[nodiscard]] bool done() const { return in_.done(); }

private:
    ByteReader in_;
    std::vector<std::string_view> strings_;
    std::int64_t lastLine_ = 0;
};

template <class Archive, class T>
void number(Archive& archive, T& value, std::uint64_t most) {
    if constexpr (Archive::kReading)
        value = static_cast<std::remove_const_t<T>>(archive.number(most));
    else
        archive.number(static_cast<std::uint64_t>(value));
}

template <class Archive, class List, class Each>
void list(Archive& archive, List& items, Each each) {
    if constexpr (Archive::kReading) {
        items.resize(archive.count());
        for (auto& item : items) {
            if (archive.bad())
                return;
            each(item);
        }
    } else {
        archive.number(items.size());
        for (const auto& item : items)
            each(item);
    }
}

constexpr std::uint64_t kMost16 = 0xffff, kMost32 = 0xffffffff;
constexpr auto kLastKind = static_cast<std::uint64_t>(EdgeKind::Script);
constexpr auto kLastForm = static_cast<std::uint64_t>(ImportForm::String);
constexpr auto kLastBinding = static_cast<std::uint64_t>(BindingKind::Delete);
constexpr auto kLastMark = static_cast<std::uint64_t>(MarkSource::Condition);
constexpr auto kLastAll = static_cast<std::uint64_t>(AllState::Computed);
constexpr auto kLastDefinition = static_cast<std::uint64_t>(DefinitionKind::Method);
constexpr auto kLastText = static_cast<std::uint64_t>(TextForm::Block);
constexpr auto kLastRole = static_cast<std::uint64_t>(Use::Role::Decorator);

template <class Archive, class T>
void fieldsOfSpan(Archive& a, T& span) {
    a.line(span.line);
    number(a, span.column, kMost32);
    if constexpr (Archive::kReading)
        span.endLine = static_cast<std::uint32_t>(span.line + a.number(kMost32));
    else
        a.number(span.endLine - span.line);
    number(a, span.endColumn, kMost32);
}

template <class Archive, class T>
void fieldsOfProblem(Archive& a, T& problem) {
    a.text(problem.code);
    a.line(problem.line);
    number(a, problem.column, kMost32);
    a.text(problem.message);
}

template <class Archive, class T>
void fieldsOfMark(Archive& a, T& mark) {
    number(a, mark.source, kLastMark);
    a.line(mark.line);
    a.text(mark.symbol);
    a.text(mark.message);
}

template <class Archive, class T>
void fieldsOfStatement(Archive& a, T& statement) {
    number(a, statement.form, kLastForm);
    number(a, statement.kind, kLastKind);
    number(a, statement.flags.bits, kMost16);
    number(a, statement.level, kMost32);
    fieldsOfSpan(a, statement.span);
    a.text(statement.module);
    list(a, statement.names, [&](auto& name) {
        a.text(name.name);
        a.text(name.alias);
    });
    a.text(statement.scope);
    if constexpr (Archive::kReading) {
        const auto form = static_cast<TextForm>(a.number(kLastText));
        if (form == TextForm::AsWritten)
            a.text(statement.text);
        else if (statement.level > kMaxStatementBytes)
            a.fail();
        else
            statement.text = written(statement, form);
    } else {
        const TextForm form = textForm(statement);
        number(a, form, kLastText);
        if (form == TextForm::AsWritten)
            a.text(statement.text);
    }
}

// The bindings that imports make, one after the other, as they mostly come: all but their lines.
class ImportBindings {
public:
    static constexpr std::uint64_t kMostAhead = 100;

    explicit ImportBindings(const std::vector<ImportStatement>& imports)
        : imports_(imports) {}

    // False past the last one.
    bool next(Binding& binding) {
        while (statement_ < imports_.size() && name_ == imports_[statement_].names.size()) {
            ++statement_;
            name_ = 0;
        }
        if (statement_ == imports_.size())
            return false;
        const ImportStatement& import = imports_[statement_];
        const ImportedName& name = import.names[name_++];
        binding.kind = import.flags.has(Flag::Star) ? BindingKind::Star : BindingKind::Import;
        binding.when = import.kind;
        binding.flags.bits =
            import.flags.bits & Flags().set(Flag::Optional).set(Flag::Conditional).set(Flag::Else).bits;
        binding.statement = static_cast<std::uint32_t>(statement_);
        binding.name = !name.alias.empty()               ? name.alias
                       : import.form == ImportForm::From ? name.name
                                                         : name.name.substr(0, name.name.find('.'));
        return true;
    }
    // How many steps lead to the binding, which is then the last one; 0: none, or too many.
    std::uint64_t stepsTo(const Binding& binding) {
        ImportBindings ahead = *this;
        Binding made;
        made.line = binding.line;
        for (std::uint64_t steps = 1; steps <= kMostAhead && ahead.next(made); ++steps)
            if (made == binding) {
                statement_ = ahead.statement_;
                name_ = ahead.name_;
                return steps;
            }
        return 0;
    }

private:
    const std::vector<ImportStatement>& imports_;
    std::size_t statement_ = 0, name_ = 0;
};

template <class Archive, class T>
void fieldsOfBinding(Archive& a, T& binding) {
    number(a, binding.kind, kLastBinding);
    number(a, binding.when, kLastKind);
    number(a, binding.flags.bits, kMost16);
    a.line(binding.line);
    // Plus one, so that "none" takes a single byte.
    if constexpr (Archive::kReading)
        binding.statement = static_cast<std::uint32_t>(a.number(kMost32) - 1);
    else
        a.number((std::uint64_t{binding.statement} + 1) & kMost32);
    number(a, binding.since, kMost32);
    a.text(binding.name);
    a.text(binding.target);
}

// A number of steps through what the imports bind, or 0 and the binding itself.
template <class Archive, class T>
void fieldsOfBindings(Archive& a, T& facts) {
    ImportBindings imported(facts.imports);
    list(a, facts.bindings, [&](auto& binding) {
        if constexpr (Archive::kReading) {
            const std::uint64_t steps = a.number(ImportBindings::kMostAhead);
            for (std::uint64_t i = 0; i < steps; ++i)
                if (!imported.next(binding))
                    return a.fail();
            if (steps > 0)
                return a.line(binding.line);
        } else {
            const bool byImport = binding.kind == BindingKind::Import || binding.kind == BindingKind::Star;
            const std::uint64_t steps = byImport ? imported.stepsTo(binding) : 0;
            a.number(steps);
            if (steps > 0)
                return a.line(binding.line);
        }
        fieldsOfBinding(a, binding);
    });
}

template <class Archive, class T>
void fieldsOfSource(Archive& a, T& facts) {
    number(a, facts.lines, kMost32);
    number(a, facts.broken, 1);
    number(a, facts.hasModuleGetattr, 1);
    number(a, facts.getattrServesAny, 1);
    list(a, facts.getattrNames, [&](auto& name) { a.text(name); });
    number(a, facts.opaqueNames, 1);
    list(a, facts.registeredModules, [&](auto& name) { a.text(name); });
    number(a, facts.generated, 1);
    number(a, facts.onlyReexports, 1);
    number(a, facts.allState, kLastAll);
    list(a, facts.all, [&](auto& name) { a.text(name); });
    list(a, facts.imports, [&](auto& statement) { fieldsOfStatement(a, statement); });
    fieldsOfBindings(a, facts);
    list(a, facts.marks, [&](auto& mark) { fieldsOfMark(a, mark); });
    list(a, facts.problems, [&](auto& problem) { fieldsOfProblem(a, problem); });
}

template <class Archive, class T>
void fieldsOfSymbols(Archive& a, T& facts) {
    list(a, facts.definitions, [&](auto& definition) {
        number(a, definition.kind, kLastDefinition);
        fieldsOfSpan(a, definition.span);
        a.text(definition.name);
        list(a, definition.bases, [&](auto& base) { a.text(base); });
    });
    list(a, facts.uses, [&](auto& use) {
        number(a, use.role, kLastRole);
        a.line(use.line);
        number(a, use.column, kMost32);
        a.text(use.name);
        number(a, use.when, kLastKind);
    });
    list(a, facts.marks, [&](auto& mark) { fieldsOfMark(a, mark); });
    list(a, facts.problems, [&](auto& problem) { fieldsOfProblem(a, problem); });
}

template <class T, class Fields>
std::string packed(const T& value, Fields fields) {
    Packer packer;
    fields(packer, value);
    return packer.take();
}

template <class T, class Fields>
std::optional<T> unpacked(std::string_view bytes, Fields fields) {
    Unpacker unpacker(bytes);
    T value;
    fields(unpacker, value);
    if (!unpacker.done())
        return std::nullopt;
    return value;
}

constexpr auto kSourceFields = [](auto& archive, auto& value) { fieldsOfSource(archive, value); };
constexpr auto kSymbolFields = [](auto& archive, auto& value) { fieldsOfSymbols(archive, value); };
constexpr auto kProblemFields = [](auto& archive, auto& value) {
    list(archive, value, [&](auto& problem) { fieldsOfProblem(archive, problem); });
};
constexpr auto kProjectProblemFields = [](auto& archive, auto& value) {
    list(archive, value, [&](auto& item) {
        archive.text(item.path);
        fieldsOfProblem(archive, item.problem);
    });
};

} // namespace

std::string encode(const SourceFacts& facts) {
    return packed(facts, kSourceFields);
}
std::string encode(const SymbolFacts& facts) {
    return packed(facts, kSymbolFields);
}
std::string encode(const std::vector<FileProblem>& problems) {
    return problems.empty() ? std::string() : packed(problems, kProblemFields);
}
std::string encode(const std::vector<ProjectProblem>& problems) {
    return packed(problems, kProjectProblemFields);
}

std::optional<SourceFacts> decodeSourceFacts(std::string_view bytes) {
    auto facts = unpacked<SourceFacts>(bytes, kSourceFields);
    if (facts)
        for (Binding& binding : facts->bindings) // users index with it
            if (binding.statement >= facts->imports.size())
                binding.statement = Binding::kNoStatement;
    return facts;
}

std::optional<SymbolFacts> decodeSymbolFacts(std::string_view bytes) {
    return unpacked<SymbolFacts>(bytes, kSymbolFields);
}

std::optional<std::vector<FileProblem>> decodeProblems(std::string_view bytes) {
    if (bytes.empty())
        return std::vector<FileProblem>();
    return unpacked<std::vector<FileProblem>>(bytes, kProblemFields);
}

std::optional<std::vector<ProjectProblem>> decodeProjectProblems(std::string_view bytes) {
    return unpacked<std::vector<ProjectProblem>>(bytes, kProjectProblemFields);
}

} // namespace espalier::store
