// The right dock: what is selected, in words, with the statements behind it.
#pragma once

#include "ui/findings.h"
#include "ui/jobs.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/evidence_rows.h"
#include "ui/panels/list_panel.h"
#include "ui/panels/module_questions.h"
#include "ui/source/source_texts.h"
#include "ui/source/source_view.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace espalier::ui {

class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    EvidencePanel(SourceTexts* texts, QWidget* parent = nullptr);

    void setFindings(FindingsPtr findings); // for marks in cycles; may come later than what is shown
    // Above all that is shown, until it is empty: what it has to be read with.
    void setNotice(const QString& notice);
    [[nodiscard]] QString notice() const { return notice_->text(); }
    void showNothing();
    // Of a package first what everything in it has to do with the rest; a list tells of its own file alone.
    void showModule(graph::SnapshotPtr snapshot, graph::ModuleId module);
    // The edges between things; `title` and further facts in words.
    void showEdges(graph::SnapshotPtr snapshot, const QString& title, const std::vector<graph::EdgeId>& edges,
                   const QStringList& facts = {});

    // The answer to symbolsWanted().
    void showSymbols(graph::ModuleId module, const std::vector<graph::SpreadRow>& rows);

    // A command about what is shown: a button while it is enabled.
    void offer(QAction* action);
    // Questions about the selected module, for menus.
    QAction *askSymbols, *askTests, *askDeletion;

    [[nodiscard]] EvidenceModel* model() const { return model_; }
    [[nodiscard]] const Answer& answer() const { return answer_; }
    // Statements, or what else answers the question that is asked.
    [[nodiscard]] ListPanel* list() const { return answers() ? answerList_ : list_; }
    [[nodiscard]] QString title() const { return title_->text(); }
    [[nodiscard]] QString facts() const { return facts_->text(); }
    [[nodiscard]] SourceView* snippet() const { return snippet_; }
    // Title, facts and statements, for an issue.
    [[nodiscard]] QString markdown() const;

signals:
    void placeActivated(const QString& path, int line);
    void moduleActivated(espalier::graph::ModuleId module);
    void symbolActivated(const std::string& module, const std::string& symbol);
    void symbolsWanted(espalier::graph::ModuleId module);
    void asked(); // one of the questions, by its action
    void openInEditorRequested(const QString& path, int line, int column);

private:
    QAction* question(const QString& text, Question about);
    void offerQuestions();
    [[nodiscard]] Question question() const;
    [[nodiscard]] bool answers() const { return lists_->currentWidget() == answerList_; }
    void ask(Question question);
    void setAnswer(Answer answer);
    void activate(const QModelIndex& row);
    void connectLists();
    void fillModule();
    void show(std::vector<graph::EdgeId> edges); // long lists a moment later
    void setRows(std::vector<EvidenceRow> rows);
    void showSnippet();
    [[nodiscard]] QString moduleFacts() const;
    [[nodiscard]] QModelIndex currentRow() const;

    static constexpr std::uint32_t kLinesAround = 4;
    static constexpr std::size_t kListedAtOnce = 5000; // statements: a few milliseconds
    SourceTexts* texts_;
    graph::SnapshotPtr snapshot_;
    FindingsPtr findings_;
    graph::ModuleId module_;
    std::size_t pairs_ = 0; // of modules, between which what is listed leads
    QStringList furtherFacts_;
    EvidenceModel* model_;
    LatestJob<std::vector<EvidenceRow>> listing_;
    Answer answer_;
    TextTable* answerModel_;
    LatestJob<Answer> answering_;
    QLabel *notice_, *title_, *facts_;
    ElidedLabel* snippetTitle_;
    QComboBox* question_;
    QStackedWidget* lists_;
    ListPanel *list_, *answerList_;
    SourceView* snippet_;
    QPushButton *editor_, *copy_;
    QHBoxLayout* buttons_;
};

} // namespace espalier::ui
