// The evidence of a symbol: by which paths it is imported, by whom, and what these should write instead.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/models/text_table.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/list_panel.h"
#include "ui/symbols/symbol_questions.h"

#include <QAction>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>

class QToolButton;

namespace espalier::ui {

class SymbolPicture;

class SymbolPanel : public QWidget {
    Q_OBJECT
public:
    explicit SymbolPanel(QWidget* parent = nullptr);

    // A view of it has been asked for. Nothing changes for what is shown already, be it in a newer state.
    void expect(const QString& module, const QString& symbol);
    void show(const graph::SymbolViewPtr& view);
    void clear();
    // Of the paths, the one to be shown in the picture, "shop:Order"; empty: all.
    void choosePath(const std::string& path);

    // A command about what is shown: a button while it is enabled.
    void offer(QAction* action);
    // Of the view's paths, the one that one looks at: that of the current statement if it violates, else the
    // most used one that is not canonical; past the end if all is well.
    [[nodiscard]] std::size_t way() const;

    // For menus.
    QAction *copyRequired, *copyMarkdown;
    QAction *askDeletion, *askEverywhere, *askSame;

    [[nodiscard]] ListPanel* statements() const { return statements_; }
    [[nodiscard]] ListPanel* uses() const { return uses_; }
    [[nodiscard]] ListPanel* namesakes() const { return namesakes_; }
    [[nodiscard]] SymbolQuestions* questions() const { return questions_; }
    // That of the tab in front.
    [[nodiscard]] ListPanel* list() const;
    [[nodiscard]] const graph::SymbolViewPtr& view() const { return view_; } // null: nothing, or not yet
    [[nodiscard]] SymbolPicture* picture() const { return picture_; }
    [[nodiscard]] QString title() const { return titleText_; }
    [[nodiscard]] QString facts() const { return facts_->text(); }
    [[nodiscard]] QString listed() const { return listed_->whole(); }
    // Of what is selected in the list, or else the canonical form: lines of import statements, each once.
    [[nodiscard]] QString requiredImports() const;
    // Title, facts and all that is listed, for an issue.
    [[nodiscard]] QString markdown() const;

signals:
    void placeActivated(const QString& path, int line);
    void openInEditorRequested(const QString& path, int line, int column);
    void symbolChosen(const std::string& module, const std::string& symbol, const std::string& path);
    void questionChosen(); // by its action
    void wayChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildImports();
    ListPanel* buildList(TextTable* model, const QString& name, int width);
    QAction* question(const QString& text, SymbolQuestion about);
    void connectAll();
    void setTitle(const QString& title);
    void giveRoom();
    void listStatements();
    void listUses();
    void listNamesakes();
    void showCurrent();
    void showMenu(const QPoint& globalPlace);
    [[nodiscard]] QStringList factLines() const;
    [[nodiscard]] bool isChosen(const graph::SymbolView::Statement& statement) const;
    [[nodiscard]] const graph::SymbolView::Statement* statementOf(const QModelIndex& row) const;

    graph::SymbolViewPtr view_;
    QString titleText_;
    QString wanted_;         // that view_ is of, or shall be
    std::string wantedPath_; // of choosePath(), until there is a view
    TextTable *statementModel_, *useModel_, *namesakeModel_;
    QLabel *title_, *facts_;
    QTabWidget* tabs_;
    SymbolPicture* picture_;
    QSplitter* split_;
    QLayout* buttons_ = nullptr;
    bool roomByHand_ = false;
    ElidedLabel *listed_, *now_, *required_;
    QToolButton* all_;
    ListPanel *statements_, *uses_, *namesakes_;
    SymbolQuestions* questions_;
};

} // namespace espalier::ui
