#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace espalier::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("words", text);
}

} // namespace

QString number(std::size_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

QString counted(std::size_t n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(number(n));
}

QString kindWord(graph::EdgeKind kind) {
    switch (kind) {
    case graph::EdgeKind::Import:
        return say("at import time");
    case graph::EdgeKind::Deferred:
        return say("deferred");
    case graph::EdgeKind::Typing:
        return say("typing only");
    case graph::EdgeKind::Script:
        return say("as a script");
    }
    return {};
}

QString moduleKindWord(graph::ModuleKind kind) {
    switch (kind) {
    case graph::ModuleKind::Module:
        return say("module");
    case graph::ModuleKind::Package:
        return say("package");
    case graph::ModuleKind::Namespace:
        return say("namespace package");
    case graph::ModuleKind::External:
        return say("outside package");
    case graph::ModuleKind::Ghost:
        return say("ghost: imported, but there is no such module");
    }
    return {};
}

QString classWord(graph::PathClass cls) {
    switch (cls) {
    case graph::PathClass::Production:
        return say("production");
    case graph::PathClass::Tests:
        return say("tests");
    case graph::PathClass::Tools:
        return say("tools");
    case graph::PathClass::Copies:
        return say("copies");
    }
    return {};
}

QString flagWords(facts::Flags flags) {
    QStringList words;
    for (std::string_view word : facts::names(flags))
        words << toQt(word);
    return words.join(QStringLiteral(", "));
}

QString place(std::string_view path, std::uint32_t line) {
    return line == 0 ? toQt(path) : QStringLiteral("%1:%2").arg(toQt(path)).arg(line);
}

std::string_view shortName(std::string_view dotted) {
    const std::size_t dot =
        dotted.find('/') == std::string_view::npos ? dotted.rfind('.') : std::string_view::npos;
    return dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
}

std::vector<graph::ModuleId> ancestors(const graph::Snapshot& snapshot, graph::ModuleId module) {
    std::vector<graph::ModuleId> out;
    for (graph::ModuleId m = snapshot[module].parent; m.valid(); m = snapshot[m].parent)
        out.push_back(m);
    std::ranges::reverse(out);
    return out;
}

} // namespace espalier::ui
