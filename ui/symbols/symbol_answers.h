// What one may ask of a symbol, beside its imports and uses, and the answers as lists.
#pragma once

#include "graph/symbols/fragmentation.h"
#include "ui/models/answer.h"

#include <QByteArray>

namespace espalier::ui {

enum class SymbolQuestion {
    Deletion,   // what stands in the way of it
    Everywhere, // where its name is written, in any text
    Same,       // whether another name is the same object
};

// As `espalier can-delete` tells it. Of all definitions that the name comes to. Once what is asked first of a snapshot is known, 0.1 s for the most used symbol of
// a large project.
[[nodiscard]] Answer removalAnswer(graph::Symbols& symbols, const graph::ImportPath& path);

// As `espalier same` tells it; of all things that `other` can mean, where it is a name without a module. Its
// rows are the statements by which each name comes to its definitions.
[[nodiscard]] Answer samenessAnswer(graph::Symbols& symbols, const graph::ImportPath& path,
                                    const QString& other);

// What `espalier occurrences --format json` has printed. Any thread. Lists kMostOccurrences, those that
// matter most, and counts all.
inline constexpr std::size_t kMostOccurrences = 5000;
[[nodiscard]] Answer occurrencesAnswer(const QByteArray& json);

} // namespace espalier::ui
