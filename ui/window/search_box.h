// One box for everything: finds modules and symbols by parts of their names, and commands by parts of their
// texts.
#pragma once

#include "graph/symbols/symbol_search.h"
#include "ui/models/search_index.h"
#include "ui/window/palette_commands.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <optional>

class QTreeWidget;

namespace espalier::ui {

// A list of the best matches drops down while one types; Up and Down choose, Enter takes, Esc closes. An
// empty box offers what was taken last; "> " restricts it to commands.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(QWidget* parent = nullptr);
    void setSnapshot(graph::SnapshotPtr snapshot);
    // Asked whenever the list drops down. Commands that are not possible now are not offered.
    void setCommands(std::function<QList<PaletteCommand>()> commands) { commands_ = std::move(commands); }
    // Symbols are found elsewhere, as symbolsWanted() asks for them, and come a moment later.
    void showSymbols(const QString& query, const std::vector<graph::SymbolHit>& hits);
    // What is offered now, best first: names of modules and symbols, and texts of commands.
    [[nodiscard]] QStringList offered() const;
    // Takes the focus and drops the list down.
    void open(const QString& text = {});

signals:
    void chosen(espalier::graph::ModuleId module);
    void symbolChosen(const std::string& module, const std::string& symbol);
    void symbolsWanted(const QString& query); // empty: none any more

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Offer {
        int score = 0;
        QString text, note; // the note stands at the right
        graph::ModuleId module;
        std::string symbol = {};        // that `module` defines
        QPointer<QAction> command = {}; // may go while the list is open
    };

    void offer();
    void collect();
    void offerModules(const QString& wanted);
    void offerSymbols(const QString& wanted);
    [[nodiscard]] Offer symbolOffer(const graph::SymbolHit& hit) const;
    void offerCommands(const QString& wanted);
    void offerRecent();
    void fillPopup();
    void take(int row);

    static constexpr std::size_t kMostOffered = 14;
    static constexpr qsizetype kMostRecent = 6;
    graph::SnapshotPtr snapshot_;
    std::optional<SearchIndex> index_; // made when it is first asked: it takes a while in a large project
    std::function<QList<PaletteCommand>()> commands_;
    std::vector<Offer> offers_;
    QString symbolQuery_; // that symbols_ answer
    std::vector<graph::SymbolHit> symbols_;
    QStringList recent_; // texts, last taken first
    QTreeWidget* popup_;
};

} // namespace espalier::ui
