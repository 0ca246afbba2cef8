#include "indexer/facts/result.h"
#include "indexer/store/bytes.h"
#include "indexer/store/record.h"

#include <QTest>

using namespace espalier::facts;
using namespace espalier::store;

namespace {

SourceFacts someFacts() {
    SourceFacts facts;
    facts.lines = 4'000'000'000;
    facts.getattrServesAny = facts.opaqueNames = true;
    facts.registeredModules = {"os.path", "a"};
    facts.getattrNames = {"x", "", "a"};
    facts.broken = facts.hasModuleGetattr = facts.generated = facts.onlyReexports = true;
    facts.allState = AllState::Computed;
    facts.all = {"a", "b", "a"};
    Flags flags;
    flags.set(Flag::Optional).set(Flag::Ambiguous);
    facts.imports.push_back({ImportForm::From,
                             EdgeKind::Script,
                             flags,
                             3,
                             {7, 1, 9, 20},
                             "m.n",
                             {{"x", "y"}, {"z", ""}},
                             "C.f",
                             std::string("from ...m.n import x\0", 21)});
    facts.imports.push_back({ImportForm::String, EdgeKind::Import, {}, 0, {2, 5, 2, 6}, "", {}, "", ""});
    facts.imports.push_back({ImportForm::Import,
                             EdgeKind::Import,
                             {},
                             0,
                             {3, 1, 3, 20},
                             "",
                             {{"a.b", ""}, {"c.d", "e"}},
                             "",
                             "import a.b, c.d as e"});
    facts.imports.push_back({ImportForm::From,
                             EdgeKind::Import,
                             {},
                             1,
                             {4, 3, 6, 4},
                             "m",
                             {{"x", ""}, {"y", "z"}},
                             "",
                             "from .m import (\n      x,\n      y as z,\n  )"});
    facts.bindings.push_back({BindingKind::Import, EdgeKind::Deferred, flags, 9, 1, 0, "x", ""});
    facts.bindings.push_back({BindingKind::Import, EdgeKind::Import, {}, 3, 2, 0, "a", ""});
    facts.bindings.push_back({BindingKind::Import, EdgeKind::Import, {}, 6, 3, 0, "z", ""});
    facts.bindings.push_back({BindingKind::Import, EdgeKind::Import, {}, 5, 3, 0, "x", ""});
    facts.bindings.push_back(
        {BindingKind::Delete, EdgeKind::Import, {}, 0, Binding::kNoStatement, 3, "x", "a.b"});
    facts.marks.push_back({MarkSource::Getattr, 12, "C.f", "gone in 2.0 – caf\xc3\xa9"});
    facts.problems.push_back({"open-bracket", 0xffffffff, 3, "never closed"});
    return facts;
}

SymbolFacts someSymbols() {
    SymbolFacts facts;
    facts.definitions.push_back({DefinitionKind::Method, {5, 1, 8, 2}, "C.m", {"A", "b.B"}});
    facts.definitions.push_back({DefinitionKind::Class, {3, 1, 3, 9}, "D", {}});
    facts.uses.push_back({Use::Role::Decorator, 5, 2, "functools.cache"});
    facts.uses.push_back({Use::Role::Read, 1, 1, "C"});
    facts.marks.push_back({MarkSource::Decorator, 5, "C.m", ""});
    facts.problems.push_back({"syntax-error", 4, 4, "here"});
    return facts;
}

} // namespace

class RecordTest : public QObject {
    Q_OBJECT
private slots:
    void comesBackAsItWas() {
        QVERIFY(decodeSourceFacts(encode(someFacts())) == someFacts());
        QVERIFY(decodeSourceFacts(encode(SourceFacts{})) == SourceFacts{});
        QVERIFY(decodeSymbolFacts(encode(someSymbols())) == someSymbols());
        const std::vector<FileProblem> problems{{"a", 1, 2, "b"}, {"c", 0, 0, ""}};
        QVERIFY(decodeProblems(encode(problems)) == problems);
        QVERIFY(decodeProblems(encode(std::vector<FileProblem>{}))->empty());
        const std::vector<ProjectProblem> project{{"p\xff", {"a", 1, 2, "b"}}};
        QVERIFY(decodeProjectProblems(encode(project)) == project);
    }

    // Usual statements and what they bind cost little more than their names.
    void usualStatementsAreShort() {
        SourceFacts facts;
        for (std::uint32_t i = 1; i <= 100; ++i) {
            facts.imports.push_back({ImportForm::From,
                                     EdgeKind::Import,
                                     {},
                                     0,
                                     {i, 1, i, 40},
                                     "some.package.module",
                                     {{"a_long_name", ""}},
                                     "",
                                     "from some.package.module import a_long_name"});
            facts.bindings.push_back(
                {BindingKind::Import, EdgeKind::Import, {}, i, i - 1, 0, "a_long_name", ""});
        }
        QVERIFY(decodeSourceFacts(encode(facts)) == facts);
        QVERIFY2(encode(facts).size() < 2000, qPrintable(QString::number(encode(facts).size())));
    }

    void refusesEveryCut() {
        const std::string source = encode(someFacts()), symbols = encode(someSymbols());
        for (std::size_t size = 0; size < source.size(); ++size)
            QVERIFY(!decodeSourceFacts(std::string_view(source).substr(0, size)));
        for (std::size_t size = 0; size < symbols.size(); ++size)
            QVERIFY(!decodeSymbolFacts(std::string_view(symbols).substr(0, size)));
        QVERIFY(!decodeSourceFacts(source + '\0'));
    }

    // Without its checksum: anything may come back, but nothing may crash or ask for the moon.
    void bearsEveryFlippedBit() {
        const std::string source = encode(someFacts()), symbols = encode(someSymbols());
        for (std::size_t bit = 0; bit < source.size() * 8; ++bit) {
            std::string bytes = source;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            if (const auto facts = decodeSourceFacts(bytes))
                for (const Binding& binding : facts->bindings)
                    QVERIFY(binding.statement == Binding::kNoStatement ||
                            binding.statement < facts->imports.size());
        }
        for (std::size_t bit = 0; bit < symbols.size() * 8; ++bit) {
            std::string bytes = symbols;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            (void)decodeSymbolFacts(bytes);
        }
    }

    void checksumSeesEveryBit() {
        const std::string text = "0123456789abcdefghi";
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const std::string part = text.substr(0, size);
            const std::uint64_t sum = checksum(part, 1);
            QVERIFY(sum != checksum(part, 2));
            QVERIFY(sum != checksum(part + '\0', 1));
            for (std::size_t bit = 0; bit < size * 8; ++bit) {
                std::string other = part;
                other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
                QVERIFY(checksum(other, 1) != sum);
            }
        }
    }

    void numbersOfAnySize() {
        for (const std::uint64_t value :
             {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) {
            ByteWriter out;
            out.number(value);
            ByteReader in(out.bytes());
            QCOMPARE(in.number(), value);
            QVERIFY(in.done());
        }
        ByteReader endless("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
        QCOMPARE(endless.number(), 0U);
        QVERIFY(endless.bad());
    }
};

QTEST_APPLESS_MAIN(RecordTest)
#include "record_test.moc"
