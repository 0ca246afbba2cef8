// What is found in trackers that are written as people write them.
#include "app/tracker/claims.h"
#include "app/tracker/repair.h"

#include <QTest>

using namespace espalier;
using tracker::Claim;
using tracker::ClaimKind;

namespace {

// "3 imports shop/web.py shop.old", one a line.
QString told(const std::string& markdown) {
    const auto tracker = tracker::readTracker(markdown);
    if (!tracker)
        return QString::fromStdString(tracker.error().what);
    std::string out;
    for (const Claim& claim : tracker->claims) {
        out +=
            std::to_string(claim.line) + ' ' + (claim.negated ? "no " : "") + std::string(name(claim.kind));
        if (!claim.path.empty())
            out += ' ' + claim.path;
        if (claim.firstLine > 0)
            out += ':' + std::to_string(claim.firstLine) +
                   (claim.lastLine > claim.firstLine ? '-' + std::to_string(claim.lastLine) : "");
        for (const std::string& one : claim.names)
            out += ' ' + one;
        if (claim.kind == ClaimKind::Import)
            out += " | " + claim.text;
        if (claim.kind == ClaimKind::Count || claim.kind == ClaimKind::Unknown)
            out += std::string(claim.imports ? " imports" : " mentions") + (claim.about ? " ~" : " ") +
                   std::to_string(claim.files) + '/' + std::to_string(claim.places) +
                   (claim.atLeast ? "+" : "");
        out += '\n';
    }
    return QString::fromStdString(out);
}

} // namespace

class ClaimsTest : public QObject {
    Q_OBJECT

private slots:
    void paths() {
        QCOMPARE(told("# Plan\n\nSee `shop/web.py`, shop/__init__.py and docs/plan.md, not v2.0 or and/or.\n"
                      "Again shop/web.py; https://x.org/a/b.py is none; the folder `shop/parts/` is.\n"),
                 "3 path shop/web.py\n3 path shop/__init__.py\n3 path docs/plan.md\n4 path shop/parts/\n");
        QCOMPARE(told("- `/shop/web.py:12`\n- **shop/web.py:22-27** and `a.py#L3-L5`, b.py:7:2\n"),
                 "1 line /shop/web.py:12\n2 line shop/web.py:22-27\n2 line a.py:3-5\n2 line b.py:7\n");
    }

    void statements() {
        // The comment names the file; what it calls required is of no file.
        QCOMPARE(told("```python\n# shop/web.py:3-4 - old\nfrom shop.old import (\n    x,\n)\n"
                      "# Required:\nimport shop.new\n```\n"),
                 "3 import shop/web.py:3-4 | from shop.old import ( x, )\n7 import | import shop.new\n");
        QCOMPARE(told("1. **`shop/web.py:25`**\n   - Current: `from shop import old`\n"
                      "   - Required: `from shop import new`\n   - [ ] use `from shop.parts import`\n"),
                 "1 line shop/web.py:25\n2 import shop/web.py:25 | from shop import old\n"
                 "3 import | from shop import new\n4 import | from shop.parts import\n");
        // Another language, a heading in between, and what only looks like an import.
        QCOMPARE(told("```js\nimport x from 'y'\n```\nWe import from abroad.\n"), "");
        QCOMPARE(told("**File:** `a/b.py`\n\n```\nimport c\n```\n# Next\n```\nimport d\n```\n"),
                 "1 path a/b.py\n4 import a/b.py | import c\n8 import | import d\n");
    }

    void relations() {
        QCOMPARE(told("SSOT web.py imports from deprecated old.py, which hurts. `shop.web` does not import "
                      "shop.old.\n"),
                 "1 path web.py\n1 path old.py\n1 imports web.py old.py\n1 no imports shop.web shop.old\n");
        QCOMPARE(
            told("shop.a imports shop.b, shop.c and shop.d\n\nshop.old is still imported by shop/web.py\n"),
            "1 imports shop.a shop.b\n1 imports shop.a shop.c\n1 imports shop.a shop.d\n"
            "3 path shop/web.py\n3 imports shop/web.py shop.old\n");
        // A list item is about the file that it begins with; a row about its first one.
        QCOMPARE(told("1. `shop/web.py` (bad)\n   - Lines 22-27: Imports from old_orders\n   - NO imports "
                      "from `new.py`\n"),
                 "1 path shop/web.py\n2 imports:22-27 shop/web.py old_orders\n3 path new.py\n"
                 "3 no imports shop/web.py new.py\n");
        QCOMPARE(told("| File | Why |\n|------|-----|\n| web.py | Imports from shop.old |\n"),
                 "3 path web.py\n3 imports web.py shop.old\n");
        QCOMPARE(told("```\nweb.py (entry)\n    ↓\norders.py\n```\n"), "4 imports web.py orders.py\n");
        // Plans, wishes, nobody in particular, and renames.
        QCOMPARE(told("- [ ] web.py imports shop.old no more\n- Should be imports of shop.x\n- Core imports "
                      "shop.x\n"
                      "- moved: shop.old → shop.orders\n"),
                 "1 path web.py\n");
    }

    void cycles() {
        QCOMPARE(told("A circular dependency: web.py → old.py → (back)\n"),
                 "1 path web.py\n1 path old.py\n1 imports web.py old.py\n1 cycle web.py old.py\n");
        QCOMPARE(told("shop.a ↔ shop.b\n\nThere is a circular import between shop.c and shop.d.\n"),
                 "1 cycle shop.a shop.b\n3 cycle shop.c shop.d\n");
        QCOMPARE(told("# Circular import hunt\n\nNo circular imports exist.\n\n**File:** web.py\n- no import "
                      "cycles here\n"),
                 "3 no cycle\n5 path web.py\n6 no cycle web.py\n");
    }

    void aliases() {
        QCOMPARE(told("**File:** `web.py`\n\n```python\nManager = _Manager\nm = make()\n```\n- alias `A == "
                      "b.B`, not `x = None`\n"),
                 "1 path web.py\n4 alias web.py Manager _Manager\n7 alias web.py A b.B\n");
    }

    void counts() {
        // Goals are no claims about what there is.
        QCOMPARE(told("Reduce import violations from 593 files to <50 files"), "");
        QCOMPARE(told("Cleanup: update 148+ deprecated imports in test files"), "");
        QCOMPARE(told("- 40 files import `a_b`, the target is under 50 files."),
                 "1 count a_b imports 40/0\n");
        QCOMPARE(told("- 593+ files import UnifiedManager badly\n- **1,650 total occurrences** of "
                      "`old_orders` across **356 files**\n"
                      "- ~20 imports of shop.old\n- `Order` is used in 12 modules\n"),
                 "1 count UnifiedManager imports 593/0+\n2 count old_orders mentions 356/1650\n"
                 "3 count shop.old imports ~0/20\n4 count Order mentions 12/0\n");
        // A list goes on with what its item before has counted.
        QCOMPARE(told("- 50 occurrences of `a_b` across 3 files\n- ~20 actual import statements\n"
                      "- 4 files with references\n\nOther:\n\n- 7 imports\n"),
                 "1 count a_b mentions 3/50\n2 count a_b imports ~0/20\n3 unknown mentions 4/0\n"
                 "7 unknown imports 0/7\n");
        QCOMPARE(told("25+ files using the factory pattern, $500K of 90%\n- [ ] all 3 files done\n"),
                 "1 unknown mentions 25/0+\n");
    }

    void misread() {
        // "→", "✅" and an emoji, read as Mac Roman and as Windows-1252; and what must stay as it is.
        QCOMPARE(tracker::repaired("a ‚Üí b ‚úÖ \xef\xa3\xbfüö®"), std::string("a → b ✅ 🚨"));
        QCOMPARE(tracker::repaired("a â†’ b ðŸš¨ cafÃ©"), std::string("a → b 🚨 café"));
        const std::string kept = "café Übung „ja“ → \xff\xfe Ü\nü";
        QCOMPARE(tracker::repaired(kept), kept);
        QCOMPARE(told("`web.py` ‚Üí `old.py`\n"), "1 path web.py\n1 path old.py\n1 imports web.py old.py\n");
    }

    void anything() {
        QCOMPARE(told(std::string(tracker::kMaxTrackerBytes + 1, 'a')), "larger than 1 MB");
        for (const char* piece : {">", "- ", "`", "[", "**", "a.py imports b.c ", "| a ", "```\nfrom",
                                  "\xff\xc3", "1 files import "}) {
            std::string text;
            while (text.size() < 200'000)
                text += piece;
            (void)told(text);
            (void)told(text + "\n\n" + text);
        }
        QCOMPARE(told(std::string("a\0b.py `c.py`", 13)), "1 path a\uFFFDb.py\n1 path c.py\n");
    }
};

QTEST_GUILESS_MAIN(ClaimsTest)
#include "claims_test.moc"
