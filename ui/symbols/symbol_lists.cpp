// The lists of a symbol's evidence: what fills them.
#include "ui/symbols/symbol_panel.h"
#include "ui/symbols/symbol_picture.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <QToolButton>

namespace espalier::ui {

bool SymbolPanel::isChosen(const graph::SymbolView::Statement& statement) const {
    if (picture_->chosenLine() >= 0)
        return statement.line == picture_->chosenLine();
    if (picture_->chosenBox() < 0)
        return true;
    if (statement.line < 0)
        return false;
    const graph::Line& line = view_->picture.lines[static_cast<std::size_t>(statement.line)];
    return line.from == picture_->chosenBox() || line.to == picture_->chosenBox();
}

void SymbolPanel::listStatements() {
    std::vector<TextRow> rows;
    const std::size_t all = view_ ? view_->statements.size() : 0;
    for (std::size_t i = 0; i < all; ++i) {
        const graph::SymbolView::Statement& statement = view_->statements[i];
        if (!isChosen(statement))
            continue;
        const facts::ImportStatement& import = view_->snapshot->importOf(statement.ref);
        const std::string& path = view_->snapshot->pathOf(statement.ref);
        const QString where = place(path, import.span.line), written = toQt(import.text).simplified();
        const QString required = toQt(statement.required);
        rows.push_back({{where, written, statement.violates ? required : QStringLiteral("✓")},
                        QStringList{where, written, QStringLiteral("→ ") + required}.join(u'\n'),
                        toQt(path),
                        import.span.line,
                        import.span.column,
                        {QVariant::fromValue(i)},
                        static_cast<int>(i)});
    }
    const bool some = picture_->chosenBox() >= 0 || picture_->chosenLine() >= 0;
    const QString of = picture_->chosenLine() >= 0  ? picture_->lineWords(picture_->chosenLine())
                       : picture_->chosenBox() >= 0 ? picture_->boxWords(picture_->chosenBox())
                                                    : tr("All statements that import it");
    listed_->setWhole(of);
    all_->setVisible(some);
    statementModel_->set(std::move(rows));
    statements_->setEmptyText(tr("No statements."));
    tabs_->setTabText(0, tr("Imports (%1)").arg(number(view_ ? view_->spread.statements : 0)));
    if (statementModel_->rowCount() > 0 && !statements_->view()->currentIndex().isValid())
        statements_->view()->setCurrentIndex(statements_->view()->model()->index(0, 0));
    showCurrent();
}

void SymbolPanel::listUses() {
    std::vector<TextRow> rows;
    const std::size_t all = view_ ? view_->uses.size() : 0;
    for (std::size_t i = 0; i < all; ++i) {
        const graph::SymbolView::Use& use = view_->uses[i];
        const std::string& path = view_->snapshot->pathOf(use.module);
        rows.push_back({{place(path, use.line), useKindWord(use.kind), toQt(use.text)},
                        {},
                        toQt(path),
                        use.line,
                        use.column,
                        {QVariant::fromValue(i)},
                        static_cast<int>(i)});
    }
    useModel_->set(std::move(rows));
    uses_->setEmptyText(tr("No use is known."));
    tabs_->setTabText(1, tr("Uses (%1)").arg(number(all)));
}

void SymbolPanel::listNamesakes() {
    std::vector<TextRow> rows;
    const std::size_t all = view_ ? view_->namesakes.size() : 0;
    for (std::size_t i = 0; i < all; ++i) {
        const graph::Namesake& one = view_->namesakes[i];
        const std::string& path = view_->snapshot->pathOf(one.symbol.module);
        rows.push_back({{symbolName(*view_->snapshot, one.symbol), symbolKindWord(one.symbol.kind),
                         number(one.statements)},
                        place(path, one.symbol.line),
                        toQt(path),
                        one.symbol.line,
                        1,
                        {{}, {}, one.statements},
                        static_cast<int>(i)});
    }
    namesakeModel_->set(std::move(rows));
    namesakes_->setEmptyText(tr("Nothing else is called so."));
    tabs_->setTabText(2, tr("Same name (%1)").arg(number(all)));
}

} // namespace espalier::ui
