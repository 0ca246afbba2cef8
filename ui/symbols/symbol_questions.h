// A symbol's evidence: what one may ask of it, with the answer as a list.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/panels/list_panel.h"
#include "ui/symbols/symbol_answers.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QWidget>

namespace espalier::ui {

// Asks only while it is shown, again for each new state of the project.
class SymbolQuestions : public QWidget {
    Q_OBJECT
public:
    explicit SymbolQuestions(QWidget* parent = nullptr);

    void about(const graph::SymbolViewPtr& view); // null: nothing
    // Chooses a question; whoever shows the widget then has it asked.
    void choose(SymbolQuestion question);
    // The answer to asked(); void if something else has been asked since.
    void setAnswer(SymbolQuestion question, const Answer& answer);

    [[nodiscard]] SymbolQuestion question() const;
    [[nodiscard]] const Answer& answer() const { return answer_; }
    [[nodiscard]] ListPanel* list() const { return list_; }
    [[nodiscard]] QComboBox* choice() const { return choice_; }
    [[nodiscard]] QLineEdit* other() const { return other_; }
    [[nodiscard]] QString verdict() const { return verdict_->text(); }
    [[nodiscard]] bool waiting() const { return !busy_->isHidden(); }

    QAction* copy; // the answer, as Markdown

signals:
    // Of the symbol of about(). `other`: the name that it is compared with, of SymbolQuestion::Same.
    void asked(espalier::ui::SymbolQuestion question, const QString& other);
    // The answer is not waited for any more.
    void dropped();
    void placeActivated(const QString& path, int line);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void ask();
    void show(const Answer& answer);
    [[nodiscard]] QString markdown() const;

    graph::SymbolViewPtr view_;
    Answer answer_;
    bool stale_ = false; // to be asked once it is shown
    TextTable* model_;
    QComboBox* choice_;
    QLineEdit* other_;
    QLabel* verdict_;
    QProgressBar* busy_;
    ListPanel* list_;
};

} // namespace espalier::ui
