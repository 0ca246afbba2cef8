#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace espalier::ui {

namespace {

struct Common { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Common)
};

// What flags, marks and evidence are called in the facts.
constexpr std::array kFactWords{
    QT_TRANSLATE_NOOP("Common", "optional"),   QT_TRANSLATE_NOOP("Common", "conditional"),
    QT_TRANSLATE_NOOP("Common", "star"),       QT_TRANSLATE_NOOP("Common", "dynamic"),
    QT_TRANSLATE_NOOP("Common", "string"),     QT_TRANSLATE_NOOP("Common", "lazy"),
    QT_TRANSLATE_NOOP("Common", "ambiguous"),  QT_TRANSLATE_NOOP("Common", "implicit-parent"),
    QT_TRANSLATE_NOOP("Common", "deprecated"), QT_TRANSLATE_NOOP("Common", "test"),
    QT_TRANSLATE_NOOP("Common", "generated"),  QT_TRANSLATE_NOOP("Common", "unparsable"),
    QT_TRANSLATE_NOOP("Common", "shim"),       QT_TRANSLATE_NOOP("Common", "shadowed"),
    QT_TRANSLATE_NOOP("Common", "standard"),   QT_TRANSLATE_NOOP("Common", "warning"),
    QT_TRANSLATE_NOOP("Common", "decorator"),  QT_TRANSLATE_NOOP("Common", "docstring"),
    QT_TRANSLATE_NOOP("Common", "comment"),    QT_TRANSLATE_NOOP("Common", "getattr"),
    QT_TRANSLATE_NOOP("Common", "condition"),
};

QString factWord(std::string_view word) {
    const auto* known = std::ranges::find(kFactWords, word);
    return known == kFactWords.end() ? toQt(word) : Common::tr(*known);
}

QStringList factWords(const std::vector<std::string_view>& words) {
    QStringList out;
    for (const std::string_view word : words)
        out << factWord(word);
    return out;
}

} // namespace

QString number(std::size_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

int plural(std::size_t n) {
    return static_cast<int>(std::min<std::size_t>(n, std::numeric_limits<int>::max()));
}

QString counted(std::size_t n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(number(n));
}

QString kindWord(graph::EdgeKind kind) {
    switch (kind) {
    case graph::EdgeKind::Import:
        return Common::tr("at import time");
    case graph::EdgeKind::Deferred:
        return Common::tr("deferred");
    case graph::EdgeKind::Typing:
        return Common::tr("typing only");
    case graph::EdgeKind::Script:
        return Common::tr("as a script");
    }
    return {};
}

QString moduleKindWord(graph::ModuleKind kind) {
    switch (kind) {
    case graph::ModuleKind::Module:
        return Common::tr("module");
    case graph::ModuleKind::Package:
        return Common::tr("package");
    case graph::ModuleKind::Namespace:
        return Common::tr("namespace package");
    case graph::ModuleKind::External:
        return Common::tr("outside package");
    case graph::ModuleKind::Ghost:
        return Common::tr("ghost: imported, but there is no such module");
    }
    return {};
}

QString classWord(graph::PathClass cls) {
    switch (cls) {
    case graph::PathClass::Production:
        return Common::tr("production");
    case graph::PathClass::Tests:
        return Common::tr("tests");
    case graph::PathClass::Tools:
        return Common::tr("tools");
    case graph::PathClass::Copies:
        return Common::tr("copies");
    }
    return {};
}

QString flagWords(facts::Flags flags) {
    return factWords(facts::names(flags)).join(QStringLiteral(", "));
}

QStringList markWords(graph::Marks marks) {
    return factWords(graph::names(marks));
}

QString evidenceWord(facts::MarkSource source) {
    return factWord(facts::name(source));
}

QString place(std::string_view path, std::uint32_t line) {
    return line == 0 ? toQt(path) : QStringLiteral("%1:%2").arg(toQt(path)).arg(line);
}

std::size_t sharedPackage(const std::vector<std::string_view>& names) {
    std::string_view shared = names.empty() ? std::string_view() : names.front();
    for (const std::string_view name : names) {
        const auto [a, b] = std::ranges::mismatch(shared, name);
        shared = shared.substr(0, static_cast<std::size_t>(a - shared.begin()));
    }
    return shared.rfind('.') + 1; // npos + 1 is 0
}

std::string_view shortName(std::string_view dotted) {
    const std::size_t dot =
        dotted.find('/') == std::string_view::npos ? dotted.rfind('.') : std::string_view::npos;
    return dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
}

QString markdownCode(const QString& text) {
    QString fence = QStringLiteral("`");
    while (text.contains(fence))
        fence += u'`';
    const QString gap = fence.size() > 1 ? QStringLiteral(" ") : QString();
    return fence + gap + text + gap + fence;
}

std::vector<graph::ModuleId> ancestors(const graph::Snapshot& snapshot, graph::ModuleId module) {
    std::vector<graph::ModuleId> out;
    for (graph::ModuleId m = snapshot[module].parent; m.valid(); m = snapshot[m].parent)
        out.push_back(m);
    std::ranges::reverse(out);
    return out;
}

} // namespace espalier::ui
