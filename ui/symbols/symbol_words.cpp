#include "ui/symbols/symbol_words.h"

#include "ui/foreign_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace espalier::ui {

namespace {

struct SymbolWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(SymbolWords)
};

} // namespace

QString symbolKindWord(graph::SymbolKind kind) {
    switch (kind) {
    case graph::SymbolKind::Class:
        return SymbolWords::tr("class");
    case graph::SymbolKind::Function:
        return SymbolWords::tr("function");
    case graph::SymbolKind::Definition:
        return SymbolWords::tr("class or function");
    case graph::SymbolKind::Value:
        return SymbolWords::tr("value");
    case graph::SymbolKind::Other:
        break;
    }
    return {};
}

QString useKindWord(graph::UseKind kind) {
    switch (kind) {
    case graph::UseKind::Read:
        return SymbolWords::tr("read");
    case graph::UseKind::Call:
        return SymbolWords::tr("called");
    case graph::UseKind::Base:
        return SymbolWords::tr("base class");
    case graph::UseKind::Decorator:
        return SymbolWords::tr("decorator");
    case graph::UseKind::Patched:
        return SymbolWords::tr("named in a string");
    }
    return {};
}

QString symbolName(const graph::Snapshot& snapshot, const graph::SymbolPlace& symbol) {
    return toQt(snapshot[symbol.module].name) + u':' + toQt(symbol.name);
}

QString countWords(const graph::ImporterCounts& counts) {
    QStringList classes;
    for (std::size_t i = 0; i < counts.byClass.size(); ++i)
        if (const std::uint32_t n = counts.byClass[i].statements)
            classes << QStringLiteral("%1 %2").arg(number(n), classWord(static_cast<graph::PathClass>(i)));
    const std::size_t all = counts.total.statements;
    return SymbolWords::tr("%1: %2", "12 statements: 9 production, 3 tests")
        .arg(counted(all, SymbolWords::tr("1 statement"),
                     SymbolWords::tr("%1 statements", nullptr, plural(all))),
             classes.join(QStringLiteral(", ")));
}

QString spreadWords(const graph::SpreadRow& spread) {
    const std::size_t ways = spread.ways.size(), statements = spread.statements;
    return SymbolWords::tr("%1, %2", "15 paths, 596 statements")
        .arg(counted(ways, SymbolWords::tr("1 path"), SymbolWords::tr("%1 paths", nullptr, plural(ways))),
             counted(statements, SymbolWords::tr("1 statement"),
                     SymbolWords::tr("%1 statements", nullptr, plural(statements))));
}

QString complianceWords(const graph::SpreadRow& spread) {
    const std::size_t all = spread.compliantFiles + spread.violatingFiles;
    return SymbolWords::tr("compliance %1: %2 of %3 use the canonical path only", "of 80 files")
        .arg(percent(spread.compliance()), number(spread.compliantFiles),
             counted(all, SymbolWords::tr("1 file"), SymbolWords::tr("%1 files", nullptr, plural(all))));
}

QString canonicalWords(const graph::SpreadRow& spread) {
    return SymbolWords::tr("%1, %2", "canonical path, reason")
        .arg(toQt(spread.canonical), foreignWords(spread.reason));
}

QString percent(double share) {
    double shown = 100 * share;
    if (share > 0 && share < 1)
        shown = std::clamp(shown, 0.1, 99.9);
    return SymbolWords::tr("%1 %").arg(QLocale().toString(shown, 'f', share > 0 && share < 1 ? 1 : 0));
}

} // namespace espalier::ui
