#include "ui/models/answer.h"

#include "ui/text.h"

namespace espalier::ui {

void Answer::addPlace(const std::string& path, std::uint32_t line, std::uint32_t column,
                      QStringList further) {
    const auto index = static_cast<int>(targets.size());
    targets.push_back({});
    const QString where = place(path, line);
    const QString toolTip = where + u'\n' + further.last();
    rows.push_back({QStringList{where} + further, toolTip, toQt(path), line, column, {index}, index});
}

QString Answer::markdown() const {
    QString out = verdict + QStringLiteral("\n\n");
    for (const TextRow& row : rows)
        out += QStringLiteral("- %1 %2\n")
                   .arg(markdownCode(row.cells.value(0)), row.cells.mid(1).join(QStringLiteral(", ")));
    return out;
}

} // namespace espalier::ui
