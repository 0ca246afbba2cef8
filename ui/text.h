// Between the UTF-8 strings of the graph and Qt's, and the words that several views share.
#pragma once

#include "graph/model/snapshot.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace espalier::ui {

[[nodiscard]] inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string toUtf8(const QString& text) {
    return text.toStdString();
}

// 12345 as the user writes numbers: "12,345".
[[nodiscard]] QString number(std::size_t n);
// For the third parameter of tr(), which chooses the plural form: n, if it is no larger than an int.
[[nodiscard]] int plural(std::size_t n);
// `one` as it is, or `many` with %1 replaced: counted(n, tr("1 module"), tr("%1 modules", nullptr,
// plural(n))).
[[nodiscard]] QString counted(std::size_t n, const QString& one, const QString& many);

[[nodiscard]] QString kindWord(graph::EdgeKind kind);         // "at import time", "deferred", …
[[nodiscard]] QString moduleKindWord(graph::ModuleKind kind); // "module", "package", …
[[nodiscard]] QString classWord(graph::PathClass cls);
[[nodiscard]] QString flagWords(facts::Flags flags);          // "optional, star"
[[nodiscard]] QStringList markWords(graph::Marks marks);      // "deprecated", "test", …
[[nodiscard]] QString evidenceWord(facts::MarkSource source); // what says that something is deprecated
// "path:line", with the path as the project sees it.
[[nodiscard]] QString place(std::string_view path, std::uint32_t line);
// The last part of a dotted name.
[[nodiscard]] std::string_view shortName(std::string_view dotted);
// The length of what dotted names begin with in common, up to a dot, that included; 0: nothing.
[[nodiscard]] std::size_t sharedPackage(const std::vector<std::string_view>& names);
// A name as the text of an action, button or tab: `&` would mark a letter there.
[[nodiscard]] inline QString asCaption(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}
// As code in Markdown: between as many backticks as it takes for a text that holds some itself.
[[nodiscard]] QString markdownCode(const QString& text);
// The packages around a module, outermost first.
[[nodiscard]] std::vector<graph::ModuleId> ancestors(const graph::Snapshot& snapshot, graph::ModuleId module);

} // namespace espalier::ui
